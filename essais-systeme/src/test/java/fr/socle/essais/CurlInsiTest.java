package fr.socle.essais;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * INSi called by {@code curl} and {@code openssl} alone, by the script of {@code src/test/bash}.
 */
class CurlInsiTest {
  private static final List<String> IDENTITIES =
      List.of(
          "insi-auto",
          "insi-manu",
          "cps-authentification",
          "expire",
          "pas-encore-valide",
          "revoque",
          "autorite-inconnue",
          "cn-incorrect");

  @Test
  void everyOperationModeAndRefusalIsAnsweredAsThePageSays(@TempDir Path folder) throws Exception {
    try (SocleProcess socle = SocleProcess.up(folder.resolve("banc"))) {
      SpaceDescriptor space = socle.space();
      SpaceDescriptor wanting =
          socle
              .client()
              .createSpace(new SpaceRequest("jeton", null, Map.of("insi.psc-token", "exige")));
      Path identities =
          Path.of(ClientTls.keyStore(space, "insi-auto").pem()).getParent().getParent();
      assertThat(IDENTITIES).allSatisfy(name -> assertThat(identities.resolve(name)).exists());

      ProcessBuilder script =
          new ProcessBuilder(
              "bash", Project.root().resolve("essais-systeme/src/test/bash/insi.sh").toString());
      Map<String, String> environment = script.environment();
      environment.put("CERTIFICAT", space.urls().get("insi.certificate"));
      environment.put("ASSERTION", space.urls().get("insi.assertion"));
      environment.put("CLAIR", space.urls().get("insi.clear"));
      environment.put("JETON", wanting.urls().get("insi.assertion"));
      environment.put(
          "FAUTES",
          socle.console().resolve("/control/v1/spaces/" + space.id() + "/faults").toString());
      environment.put("CA", space.caFile());
      environment.put("IDENTITES", identities.toString());
      environment.put("IDAM", space.lps().idam());
      Process process = script.redirectErrorStream(true).start();
      List<String> lines =
          new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();

      assertThat(lines)
          .filteredOn(line -> !line.startsWith("ok ") && !line.startsWith("# "))
          .isEmpty();
      assertThat(lines).hasSizeGreaterThan(50);
      assertThat(process.waitFor()).isZero();
    }
  }
}
