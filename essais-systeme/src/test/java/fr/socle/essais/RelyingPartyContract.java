package fr.socle.essais;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every relying party that nobody here wrote shows against {@code ./socle up} over TLS: a
 * login, a refused login for each fault it notices, with its own words, and the finding the bench
 * has when it notices nothing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RelyingPartyContract {
  private SocleProcess socle;
  private Path folder;
  private SpaceDescriptor space;
  private RelyingPartyProcess service;
  private LoginWindow window;

  /** Starts the relying party on a space whose descriptor it reads in a file. */
  abstract RelyingPartyProcess start(SpaceDescriptor space, Path benchJson, Path folder)
      throws Exception;

  /** Its name in the table of {@code docs/clients-psc.md}. */
  abstract String clientName();

  /** Faults it refuses to log in with, and words of its reason. */
  abstract Stream<Refused> refused();

  /** Faults it logs in with all the same. */
  abstract Stream<Unnoticed> unnoticed();

  /** Words of its reason when the keys cannot be read. */
  abstract String wordsWithoutKeys();

  /**
   * Words of its reason when the keys changed since it read them; empty when it reads them again.
   */
  abstract String wordsAfterRotation();

  /** Starts a relying party. */
  interface Starter {
    RelyingPartyProcess start(SpaceDescriptor space, Path benchJson, Path folder) throws Exception;
  }

  @BeforeAll
  void startAll(@TempDir Path temporary) throws Exception {
    folder = temporary;
    socle = SocleProcess.up(folder.resolve("banc"));
    space = socle.space();
    service = startOn(space);
  }

  @AfterAll
  void stopAll() {
    if (service != null) {
      service.close();
    }
    if (socle != null) {
      socle.close();
    }
  }

  @BeforeEach
  void openWindow() {
    window = LoginWindow.open(bench(), space, getClass().getSimpleName());
  }

  @AfterEach
  void closeWindow() {
    window.close();
  }

  @Test
  void logsAProfessionalInWithoutAnyFinding() throws Exception {
    HttpResponse<String> page = visit(service);

    assertOpen(page, window);
    assertThat(window.transactions()).contains("PSC authorize", "PSC token", "PSC userinfo");
    assertThat(window.brokenRules()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesTheLoginAndSaysWhy(Refused refused) throws Exception {
    window.arm(refused.fault(), Map.of());

    HttpResponse<String> page = visit(service);

    assertRefused(page, refused.words());
    assertThat(window.struck(refused.fault())).isTrue();
    assertThat(window.brokenRules()).as("the bench has nothing against it").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("unnoticed")
  void logsInAndIsFoundOutByTheBench(Unnoticed unnoticed) throws Exception {
    window.arm(unnoticed.fault(), Map.of());

    HttpResponse<String> page = visit(service);

    assertOpen(page, window);
    assertThat(window.struck(unnoticed.fault())).isTrue();
    assertThat(String.join(",", window.brokenRules())).isEqualTo(unnoticed.rule());
  }

  @Test
  void doesWhatTheDocumentationSays() throws Exception {
    assertThat(ClientsPage.column(clientName()))
        .isEqualTo(ClientsPage.words(refused(), unnoticed()));
  }

  @Test
  void saysThatTheProfessionalRefused() throws Exception {
    window.announce("refuser");

    assertRefused(visit(service), "access_denied");
  }

  @Test
  void logsOutOfBothAndThenAuthenticationIsAskedAgain() throws Exception {
    Browser browser = browser();
    assertOpen(browser.get(service.page("")), window);
    assertThat(window.livingSessions()).isNotEmpty();

    HttpResponse<String> goodbye = browser.get(service.page("deconnexion"));

    assertThat(goodbye.body()).startsWith("au revoir");
    assertThat(window.livingSessions()).isEmpty();
    window.announce("personne");
    HttpResponse<String> again = browser.get(service.page(""));
    assertThat(again.uri().toString()).startsWith(space.urls().get("psc.wallet"));
    assertThat(again.body()).doesNotContain("dossier ouvert");
    assertThat(window.brokenRules()).isEmpty();
  }

  @Test
  void readsTheKeysAgainAfterARotationUnlessItSaysSo() throws Exception {
    SpaceDescriptor own = otherSpace(Map.of());
    try (RelyingPartyProcess fresh = startOn(own);
        LoginWindow rotated = LoginWindow.open(bench(), own, "rotation")) {
      assertOpen(visit(fresh), rotated);
      rotated.arm("rotation-cles", Map.of("ancienne", "retiree"));

      HttpResponse<String> page = visit(fresh);

      if (wordsAfterRotation().isEmpty()) {
        assertOpen(page, rotated);
        assertThat(rotated.transactions()).filteredOn("PSC jwks"::equals).hasSize(2);
        assertThat(rotated.brokenRules()).isEmpty();
      } else {
        assertRefused(page, wordsAfterRotation());
        assertThat(rotated.brokenRules()).containsExactly("PSC-SUI-12");
      }
    }
  }

  @Test
  void saysThatTheKeysCannotBeRead() throws Exception {
    SpaceDescriptor own = otherSpace(Map.of());
    try (RelyingPartyProcess fresh = startOn(own);
        LoginWindow down = LoginWindow.open(bench(), own, "clés")) {
      down.arm("jwks-indisponible", Map.of());

      assertRefused(visit(fresh), wordsWithoutKeys());
    }
  }

  /** The window of the test that runs. */
  LoginWindow window() {
    return window;
  }

  /** The relying party that serves all tests. */
  RelyingPartyProcess service() {
    return service;
  }

  BenchClient bench() {
    return socle.client();
  }

  Browser browser() {
    return new Browser(Path.of(space.caFile()));
  }

  /** The protected page, asked with a browser that was never there. */
  HttpResponse<String> visit(RelyingPartyProcess asked) throws IOException, InterruptedException {
    return browser().get(asked.page(""));
  }

  /** A space of its own, for what would disturb the other tests. */
  SpaceDescriptor otherSpace(Map<String, String> settings) {
    return bench().createSpace(new SpaceRequest(getClass().getSimpleName(), null, settings));
  }

  /** The same program on another space. */
  RelyingPartyProcess startOn(SpaceDescriptor where) throws Exception {
    return startOn(where, this::start);
  }

  /** A variant of the program on another space. */
  RelyingPartyProcess startOn(SpaceDescriptor where, Starter starter) throws Exception {
    Path own = Files.createTempDirectory(folder, "service");
    return starter.start(where, benchJson(where, own), own);
  }

  /** Writes the descriptor of a space where a program reads it. */
  static Path benchJson(SpaceDescriptor space, Path folder) throws IOException {
    Path file = folder.resolve("bench.json");
    JsonMapper.builder().build().writeValue(file.toFile(), space);
    return file;
  }

  static void assertOpen(HttpResponse<String> page, LoginWindow window) {
    assertThat(page.body()).isEqualTo("dossier ouvert\n" + window.doctor().nationalId() + "\n");
  }

  static void assertRefused(HttpResponse<String> page, String words) {
    assertThat(page.body()).startsWith("connexion refusée\n").contains(words);
    assertThat(page.statusCode()).isEqualTo(403);
  }
}
