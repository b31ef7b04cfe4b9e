package fr.socle.bench.pki;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The directory of a PKI: what is in it, and what survives. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TestPkiFolderTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final Map<Path, byte[]> made = new TreeMap<>();

  @TempDir Path folder;

  /** One PKI made for all tests that only need to find one: keys are slow. */
  @BeforeAll
  void makeOne(@TempDir Path template) throws IOException {
    TestPki.open(template, PkiOptions.defaults(), at(NOW));
    try (Stream<Path> found = Files.walk(template)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        made.put(template.relativize(file), Files.readAllBytes(file));
      }
    }
  }

  @Test
  void reopeningChangesNoFileAndGivesTheSameIdentities() throws IOException {
    placeOne();
    TestPki first = open(NOW);
    ClientIdentity made = first.client(StandardClient.INSI_AUTO);
    Map<String, String> before = contents();

    TestPki second = open(NOW.plus(Duration.ofDays(5)));

    assertThat(contents()).isEqualTo(before);
    assertThat(second.serverAuthority()).isEqualTo(first.serverAuthority());
    assertThat(second.client(StandardClient.INSI_AUTO).certificate()).isEqualTo(made.certificate());
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void reopeningNeedsNoCertificateLibraryBecauseItOnlyReads() throws Exception {
    placeOne();
    String here = OpensPki.print(open(NOW));
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("bouncycastle"))
            .collect(Collectors.joining(File.pathSeparator));

    Process process = openInAnotherProcess(classPath);

    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8).trim()).isEqualTo(here);
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void tellsTheSubjectOfAnIdentityBeforeMakingIt() throws IOException {
    placeOne();
    TestPki pki = open(NOW);
    List<ClientProfile> announced = pki.clients();

    assertThat(announced)
        .allSatisfy(
            profile ->
                assertThat(pki.client(profile.name()).subject()).isEqualTo(profile.subject()));
  }

  @Test
  void makesNoClientKeyNobodyAskedFor() {
    TestPki pki = open(NOW);

    assertThat(pki.clients()).hasSize(StandardClient.values().length);
    assertThat(pki.clients()).noneMatch(client -> Files.exists(client.files().keyPem()));
  }

  @Test
  void keepsThePrivateKeyOfTheServerAuthorityNowhere() throws Exception {
    TestPki pki = open(NOW);
    pki.client(StandardClient.CPS_AUTHENTICATION);
    RSAPublicKey authority = (RSAPublicKey) pki.serverAuthority().getPublicKey();

    List<RSAPrivateKey> keys = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        if (new String(bytes, ISO_8859_1).contains("PRIVATE KEY")) {
          PrivateKey key = Pem.privateKey(bytes);
          keys.add((RSAPrivateKey) key);
        }
      }
    }

    assertThat(keys).hasSize(4);
    assertThat(keys).noneMatch(key -> key.getModulus().equals(authority.getModulus()));
  }

  @Test
  void letsNobodyButTheOwnerReadKeys() throws IOException {
    boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
    TestPki pki = open(NOW);
    ClientIdentity.ClientFiles files = pki.client(StandardClient.INSI_MANU).files();

    assertThat(
            List.of(
                files.keyPem(),
                files.pkcs12(),
                files.legacyPkcs12(),
                folder.resolve("server/key.pem"),
                folder.resolve("client-ca/organisations-key.pem")))
        .allSatisfy(
            file -> assertThat(access(file, posix)).isEqualTo(posix ? "rw-------" : "readable"));
    assertThat(access(pki.caPem(), posix)).isEqualTo(posix ? "rw-r--r--" : "readable");
  }

  /** Who may do what; where the disk knows no such thing, whether the file is there to be read. */
  private static String access(Path file, boolean posix) throws IOException {
    if (posix) {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
    return Files.isReadable(file) ? "readable" : "closed";
  }

  @Test
  void renewsTheServersBeforeTheyExpireAndKeepsTheClients() throws IOException {
    placeOne();
    TestPki first = open(NOW);
    ClientIdentity client = first.client(StandardClient.INSI_AUTO);

    TestPki second = open(NOW.plus(Duration.ofDays(28)));

    assertThat(second.serverAuthority()).isNotEqualTo(first.serverAuthority());
    assertThat(second.client(StandardClient.INSI_AUTO).certificate())
        .isEqualTo(client.certificate());
  }

  @Test
  void renewsTheServersForAHostTheyDoNotCover() throws IOException {
    placeOne();
    TestPki first = open(NOW);
    PkiOptions wider = PkiOptions.builder().host("banc.exemple.test").build();

    TestPki second = TestPki.open(folder, wider, at(NOW));
    TestPki third = open(NOW);

    assertThat(second.serverAuthority()).isNotEqualTo(first.serverAuthority());
    assertThat(third.serverAuthority()).isEqualTo(second.serverAuthority());
  }

  @Test
  void makesAgainWhatAWriterKilledInTheMiddleLeftIncomplete() throws IOException {
    placeOne();
    TestPki first = open(NOW);
    Path killed = folder.resolve("client-ca/.3d6f.partiel");
    Files.writeString(killed, "moitié de clé");
    Files.delete(folder.resolve(ClientPart.SEAL));

    TestPki second = open(NOW);

    assertThat(second.serverAuthority()).isEqualTo(first.serverAuthority());
    assertThat(second.clientTrustAnchors()).doesNotContainAnyElementsOf(first.clientTrustAnchors());
    assertThat(second.client(StandardClient.INSI_AUTO).chain())
        .contains(second.clientTrustAnchors().get(0));
    assertThat(killed).doesNotExist();
  }

  @Test
  void makesAgainWhatWasAltered() throws IOException {
    placeOne();
    TestPki first = open(NOW);
    Files.writeString(folder.resolve("server/bon.pem"), "autre chose");

    TestPki second = open(NOW);

    assertThat(second.serverAuthority()).isNotEqualTo(first.serverAuthority());
    assertThat(second.clientTrustAnchors()).isEqualTo(first.clientTrustAnchors());
  }

  @Test
  void threadsOpeningTheSameDirectoryAtOnceShareOnePki() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<List<Object>> open =
          () -> {
            TestPki pki = open(NOW);
            return List.of(
                pki.serverAuthority(), pki.client(StandardClient.INSI_AUTO).certificate());
          };
      List<Future<List<Object>>> opened = threads.invokeAll(List.of(open, open, open, open));

      assertThat(opened).extracting(Future::get).containsOnly(opened.get(0).get());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void processesOpeningTheSameDirectoryAtOnceShareOnePki() throws Exception {
    List<Process> processes =
        List.of(
            openInAnotherProcess(System.getProperty("java.class.path")),
            openInAnotherProcess(System.getProperty("java.class.path")));
    List<String> authorities = new ArrayList<>();
    for (Process process : processes) {
      authorities.add(new String(process.getInputStream().readAllBytes(), UTF_8).trim());
      assertThat(process.waitFor()).isZero();
    }

    TestPki here = open(NOW);
    String expected = OpensPki.print(here);
    assertThat(authorities).containsOnly(expected);
  }

  @Test
  void saysInFrenchWhatToDoWhenTheDirectoryCannotBeMade() throws IOException {
    Path file = Files.writeString(folder.resolve("fichier"), "");

    assertThatThrownBy(() -> TestPki.open(file.resolve("pki"), PkiOptions.defaults(), at(NOW)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("vérifiez ses droits");
  }

  @Test
  void refusesAnExtraAuthorityThatIsNoCertificate() throws IOException {
    placeOne();
    Path file = Files.writeString(folder.resolve("autre.pem"), "bonjour");
    PkiOptions options = PkiOptions.builder().extraClientAuthorities(List.of(file)).build();

    assertThatThrownBy(() -> TestPki.open(folder, options, at(NOW)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("autre.pem")
        .hasMessageContaining("PEM");
  }

  @Test
  void namesTheIdentitiesThereAreWhenAskedForAnother() throws IOException {
    placeOne();
    assertThatThrownBy(() -> open(NOW).client("insi"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("insi-auto")
        .hasMessageContaining("cn-incorrect");
  }

  private Process openInAnotherProcess(String classPath) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classPath,
            OpensPki.class.getName(),
            folder.toString(),
            NOW.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private void placeOne() throws IOException {
    for (Map.Entry<Path, byte[]> file : made.entrySet()) {
      Path target = folder.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
  }

  private TestPki open(Instant instant) {
    return TestPki.open(folder, PkiOptions.defaults(), at(instant));
  }

  private static Clock at(Instant instant) {
    return Clock.fixed(instant, ZoneOffset.UTC);
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(
            file + " " + Files.getLastModifiedTime(file),
            HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    }
    return contents;
  }
}
