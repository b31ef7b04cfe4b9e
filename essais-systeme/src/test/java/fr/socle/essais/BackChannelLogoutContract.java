package fr.socle.essais;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.client.api.PscState.LogoutNotice;
import fr.socle.bench.client.api.SessionEnd;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.ClientDescription;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * What a relying party that nobody here wrote does when {@code ./socle up} posts it a logout token:
 * OpenID Connect Back-Channel Logout 1.0, 2.6 to 2.8.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BackChannelLogoutContract {
  private static final Pattern TICKET = Pattern.compile("name=\"session_code\" value=\"([^\"]+)\"");

  private SocleProcess socle;
  private SpaceDescriptor space;
  private LoginWindow window;

  /** Starts the relying party on a space. */
  abstract void start(SpaceDescriptor space, Path folder) throws Exception;

  /** Stops it, if it was started. */
  abstract void stop();

  /** Its name in the tables of {@code docs/clients-psc.md}. */
  abstract String clientName();

  /** Its protected page, which says {@code dossier ouvert} to whom is logged in. */
  abstract String page();

  /** Where its user logs out. */
  abstract String logout();

  /** Where it takes logout tokens. */
  abstract String backChannel();

  /** What it answers to spoilt tokens. */
  abstract Stream<Spoilt> spoilt();

  /** Whether the logout of its own user has it told as well. */
  abstract boolean isToldOfItsOwnLogout();

  /**
   * A fault of logout tokens.
   *
   * @param fault its name
   * @param answers statuses of the answers to it; two tokens sent at once may come in any order
   * @param word what the page says of it
   */
  record Spoilt(String fault, List<Integer> answers, String word) {}

  @BeforeAll
  void startAll(@TempDir Path folder) throws Exception {
    socle = SocleProcess.up(folder.resolve("banc"));
    space = socle.space();
    start(space, folder);
    ClientDescription declared =
        space.clients().stream()
            .filter(client -> client.clientId().equals("lps-demo"))
            .findFirst()
            .orElseThrow();
    bench()
        .registerClient(
            space.id(),
            new ClientRequest(
                declared.clientId(),
                declared.clientSecret(),
                declared.authMethod(),
                null,
                declared.redirectUris(),
                null,
                Map.of("backchannel_logout_uri", backChannel())));
  }

  @AfterAll
  void stopAll() {
    stop();
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
  void closesItsSessionWhenProSanteConnectEndsTheirs() throws Exception {
    Browser browser = loggedIn();

    bench().endPscSessions(space.id(), new SessionEnd(window.doctor().nationalId(), null));

    assertThat(answered(1)).extracting(LogoutNotice::httpStatus).containsExactly(200);
    assertClosed(browser);
    assertThat(window.brokenRules()).isEmpty();
  }

  @Test
  void leavesTheSessionOfAnotherBrowserOpen() throws Exception {
    Browser ended = loggedIn();
    Browser other = loggedIn();

    closeAtProSanteConnect(ended);

    assertThat(answered(1)).extracting(LogoutNotice::httpStatus).containsExactly(200);
    assertOpen(other);
    assertClosed(ended);
  }

  @ParameterizedTest
  @MethodSource("spoilt")
  void answersASpoiltTokenAsTheDocumentationSays(Spoilt spoilt) throws Exception {
    Browser browser = loggedIn();
    window.arm(spoilt.fault(), Map.of());

    closeAtProSanteConnect(browser);

    assertThat(answered(spoilt.answers().size()))
        .extracting(LogoutNotice::httpStatus)
        .containsExactlyInAnyOrderElementsOf(spoilt.answers());
    assertThat(window.struck(spoilt.fault())).isTrue();
    if (spoilt.answers().contains(200)) {
      assertClosed(browser);
    } else {
      assertOpen(browser);
    }
    // The logout made by hand names no session (PSC-DEC-01).
    assertThat(window.brokenRules()).containsExactly("PSC-DEC-01");
  }

  // 2.7: a user who is already logged out is no failure
  @Test
  void acceptsTheTokenOfTheLogoutOfItsOwnUser() throws Exception {
    Browser browser = loggedIn();

    HttpResponse<String> goodbye = browser.get(logout());

    assertThat(goodbye.body()).startsWith("au revoir");
    List<Integer> expected = isToldOfItsOwnLogout() ? List.of(200) : List.of();
    assertThat(answered(expected.size()))
        .extracting(LogoutNotice::httpStatus)
        .containsExactlyElementsOf(expected);
    assertClosed(browser);
    assertThat(window.brokenRules()).isEmpty();
  }

  @Test
  void doesWhatTheDocumentationSays() throws Exception {
    Map<String, String> seen = new TreeMap<>();
    spoilt().forEach(one -> seen.put(one.fault(), one.word()));

    assertThat(ClientsPage.column("Jeton de déconnexion", clientName())).isEqualTo(seen);
  }

  /** The protected page and what it shows to whom is logged in. */
  void assertOpen(Browser browser) throws IOException, InterruptedException {
    assertThat(browser.get(page()).body()).startsWith("dossier ouvert");
  }

  private void assertClosed(Browser browser) throws IOException, InterruptedException {
    window.announce("personne");
    HttpResponse<String> again = browser.get(page());
    assertThat(again.body()).doesNotContain("dossier ouvert");
    assertThat(again.uri().toString()).startsWith(space.urls().get("psc.wallet"));
  }

  private Browser loggedIn() throws IOException, InterruptedException {
    Browser browser = new Browser(Path.of(space.caFile()));
    assertOpen(browser);
    return browser;
  }

  /** The doctor closes his session where he opened it, and confirms. */
  private void closeAtProSanteConnect(Browser browser) throws IOException, InterruptedException {
    String address = space.urls().get("psc.logout");
    Matcher ticket = TICKET.matcher(browser.get(address).body());
    assertThat(ticket.find()).isTrue();
    assertThat(browser.post(address, "session_code=" + ticket.group(1)).body())
        .contains("Vous êtes déconnecté");
  }

  /** Notices of this window once there are as many and all are answered. */
  private List<LogoutNotice> answered(int count) {
    await()
        .untilAsserted(
            () ->
                assertThat(window.logoutNotices())
                    .hasSize(count)
                    .extracting(LogoutNotice::status)
                    .doesNotContain("en-cours"));
    return window.logoutNotices();
  }

  private BenchClient bench() {
    return socle.client();
  }
}
