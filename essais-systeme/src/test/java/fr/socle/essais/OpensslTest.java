package fr.socle.essais;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.pki.ClientIdentity;
import fr.socle.bench.pki.PkiOptions;
import fr.socle.bench.pki.StandardClient;
import fr.socle.bench.pki.TestPki;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The certificates and key stores of the test PKI, read by a program nobody here wrote. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpensslTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private Path folder;
  private TestPki pki;

  @BeforeAll
  void open(@TempDir Path temporary) {
    folder = temporary;
    pki =
        TestPki.open(
            folder,
            PkiOptions.builder().host("banc.exemple.test").host("192.0.2.7").build(),
            Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void readsForWhichNamesTheServerAuthorityVouches() throws Exception {
    assertThat(run("x509", "-in", pki.caPem().toString(), "-noout", "-text"))
        .contains("Name Constraints: critical")
        .contains("DNS:localhost")
        .contains("IP:127.0.0.0/255.0.0.0")
        .contains("DNS:banc.exemple.test")
        .contains("IP:192.0.2.7/255.255.255.255")
        .doesNotContain("Excluded");
  }

  @Test
  void verifiesTheServerAndRefusesTheBadOnes() throws Exception {
    assertThat(verify("bon")).contains("OK");
    assertThat(verify("insi")).contains("OK");
    assertThat(verify("nom-incorrect")).contains("OK");
    assertThat(verify("expire")).contains("certificate has expired");
    assertThat(verify("autorite-inconnue")).contains("unable to get local issuer certificate");
  }

  @Test
  void readsEachKeyStoreWithTheAlgorithmsPromised() throws Exception {
    ClientIdentity.ClientFiles files = pki.client(StandardClient.INSI_MANU).files();

    assertThat(pkcs12(files.pkcs12(), false))
        .contains("PBES2, PBKDF2, AES-256-CBC")
        .contains("MAC: sha256")
        .contains("INSI-MANU");
    assertThat(pkcs12(files.legacyPkcs12(), true))
        .contains("pbeWithSHA1And40BitRC2-CBC")
        .contains("pbeWithSHA1And3-KeyTripleDES-CBC")
        .contains("MAC: sha1")
        .contains("INSI-MANU");
    assertThat(pkcs12(files.legacyPkcs12(), false)).containsIgnoringCase("unsupported");
  }

  private String verify(String server) throws Exception {
    return run(
        "verify",
        "-attime",
        Long.toString(NOW.getEpochSecond()),
        "-CAfile",
        pki.caPem().toString(),
        folder.resolve("server/" + server + ".pem").toString());
  }

  private static String pkcs12(Path file, boolean legacy) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of("pkcs12", "-in", file.toString(), "-passin", "pass:socle", "-info", "-nodes"));
    if (legacy) {
      arguments.add("-legacy");
    }
    return run(arguments.toArray(String[]::new));
  }

  private static String run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return output;
  }
}
