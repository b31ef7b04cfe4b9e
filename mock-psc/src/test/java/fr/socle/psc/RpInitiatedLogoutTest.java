package fr.socle.psc;

import static fr.socle.psc.WireBrowser.json;
import static fr.socle.psc.WireBrowser.request;
import static fr.socle.psc.WireBrowser.returned;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.AgeRequest;
import fr.socle.bench.client.api.ClientRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect RP-Initiated Logout 1.0, for a provider, over the real wire. */
class RpInitiatedLogoutTest extends StandardOnTheWire {
  private static final String AFTER = "http://127.0.0.1:7/fin?x=1";
  private static final Pattern TICKET = Pattern.compile("name=\"session_code\" value=\"([^\"]+)\"");

  private String endpoint;

  @BeforeEach
  void discover() throws Exception {
    endpoint = provider().getEndSessionEndpointURI().toString();
  }

  // 2: GET and POST, every parameter of the paragraph; 3: the return
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void logsOutByGetAndByPostWithEveryParameter(boolean post) throws Exception {
    Map<String, String> form =
        parameters(
            "id_token_hint", login(browser()),
            "logout_hint", "quelqu-un",
            "client_id", "lps-demo",
            "post_logout_redirect_uri", AFTER,
            "state", "e-1",
            "ui_locales", "fr");

    HttpResponse<String> answer = post ? browser().post(endpoint, form) : logout(form);

    assertThat(returned(answer)).containsEntry("x", "1").containsEntry("state", "e-1");
    assertThat(sessionLives()).isFalse();
  }

  // 2.1
  @Test
  void announcesItsEndpointInHttps() throws Exception {
    assertThat(endpoint).startsWith("https://");
    assertThat(json(browser().get(browser().url("psc.discovery"))).get("end_session_endpoint"))
        .hasToString("\"" + endpoint + "\"");
  }

  // 2: no state comes back when none was sent
  @Test
  void givesNoStateBackThatWasNotSent() throws Exception {
    Map<String, String> back =
        returned(
            logout(
                parameters("id_token_hint", login(browser()), "post_logout_redirect_uri", AFTER)));

    assertThat(back).containsOnlyKeys("x");
  }

  // 2: an expired ID token of a session is a hint all the same
  @Test
  void takesAnExpiredHint() throws Exception {
    String hint = login(browser());
    bench().age(space().id(), new AgeRequest("PT20M"));

    assertThat(
            returned(logout(parameters("id_token_hint", hint, "post_logout_redirect_uri", AFTER))))
        .containsKey("x");
    assertThat(sessionLives()).isFalse();
  }

  // 2: client_id is that of the ID token
  @Test
  void endsNothingForTheHintOfAnotherClient() throws Exception {
    declares("autre", "un-secret-assez-long", Map.of());

    assertNowhere(logout(parameters("id_token_hint", login(browser()), "client_id", "autre")), 400);
    assertThat(sessionLives()).isTrue();
  }

  // 2 and 6: without a hint, the end-user is asked first
  @Test
  void asksTheUserBeforeItEndsASessionNobodyNamed() throws Exception {
    login(browser());

    HttpResponse<String> page =
        logout(
            parameters("client_id", "lps-demo", "post_logout_redirect_uri", AFTER, "state", "e-1"));

    assertNowhere(page, 200);
    assertThat(sessionLives()).isTrue();
    assertThat(returned(confirm(page))).containsEntry("x", "1").containsEntry("state", "e-1");
    assertThat(sessionLives()).isFalse();
  }

  // 2: so is the end-user whose session is not the one of the hint
  @Test
  void asksTheUserWhenTheHintIsOfAnotherSession() throws Exception {
    WireBrowser elsewhere = new WireBrowser(space());
    String hint = login(elsewhere);
    logsIn(People.NURSE);
    login(browser());

    HttpResponse<String> page =
        logout(
            parameters("id_token_hint", hint, "post_logout_redirect_uri", AFTER, "state", "e-1"));

    assertNowhere(page, 200);
    assertThat(state().sessions()).hasSize(2).allMatch(session -> session.active());
    assertThat(returned(confirm(page))).containsEntry("x", "1").containsEntry("state", "e-1");
    assertThat(sessionLives()).isFalse();
  }

  // 3: the return is one of those declared, character for character; 4: else no redirect at all
  @ParameterizedTest
  @CsvSource({
    "https://exemple.fr/fin, 302",
    "https://exemple.fr/fin/, 400",
    "https://exemple.fr/fin?x=1, 400",
    "https://exemple.fr:443/fin, 400",
    "https://EXEMPLE.fr/fin, 400",
    "http://exemple.fr/fin, 400",
    "https://ailleurs.fr/fin, 400",
  })
  void goesBackToADeclaredAddressOnly(String address, int status) throws Exception {
    run(
        "clients",
        new ClientRequest(
            "lps-demo",
            browser().secret(),
            "client_secret_basic",
            null,
            List.of(PscOnPaper.REDIRECT),
            List.of("https://exemple.fr/fin"),
            null));

    HttpResponse<String> answer =
        logout(parameters("id_token_hint", login(browser()), "post_logout_redirect_uri", address));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Location").isPresent()).isEqualTo(status == 302);
    assertThat(sessionLives()).isEqualTo(status != 302);
  }

  // 2 and 3: nothing says that the return is legitimate
  @Test
  void goesNowhereWithoutHintNorClient() throws Exception {
    login(browser());

    assertNowhere(logout(parameters("post_logout_redirect_uri", AFTER)), 400);
    assertThat(sessionLives()).isTrue();
  }

  // 4: the provider issued the hint itself
  @Test
  void takesNoHintThatItDidNotIssue() throws Exception {
    String hint = login(browser());
    String body = hint.substring(hint.indexOf('.'), hint.lastIndexOf('.') + 1);
    String unsigned = "eyJhbGciOiJub25lIn0" + body;

    for (String forged : List.of(hint.replaceAll(".{6}$", "AAAAAA"), unsigned, "rien")) {
      assertNowhere(
          logout(parameters("id_token_hint", forged, "post_logout_redirect_uri", AFTER)), 400);
    }
    assertThat(sessionLives()).isTrue();
  }

  // 3: logged out already: back all the same
  @Test
  void goesBackWhenTheSessionWasOverAlready() throws Exception {
    Map<String, String> form =
        parameters("id_token_hint", login(browser()), "post_logout_redirect_uri", AFTER);
    logout(form);

    assertThat(returned(logout(form))).containsKey("x");
  }

  private static Map<String, String> parameters(String... pairs) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int at = 0; at < pairs.length; at += 2) {
      parameters.put(pairs[at], pairs[at + 1]);
    }
    return parameters;
  }

  private static String login(WireBrowser browser) throws Exception {
    return browser.tokens(request()).get("id_token").asText();
  }

  private HttpResponse<String> logout(Map<String, String> parameters) throws Exception {
    return browser().get(endpoint + "?" + PscOnPaper.encode(parameters));
  }

  private HttpResponse<String> confirm(HttpResponse<String> page) throws Exception {
    Matcher ticket = TICKET.matcher(page.body());
    assertThat(ticket.find()).as(page.body()).isTrue();
    return browser().post(endpoint, Map.of("session_code", ticket.group(1)));
  }

  private boolean sessionLives() throws Exception {
    return returned(browser().authorize(request("prompt", "none"))).containsKey("code");
  }

  private static void assertNowhere(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
  }
}
