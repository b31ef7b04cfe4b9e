package fr.socle.psc;

import static fr.socle.psc.WireBrowser.json;
import static fr.socle.psc.WireBrowser.request;
import static fr.socle.psc.WireBrowser.returned;
import static fr.socle.psc.WireSpace.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.ClientRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the browser of a certification suite does on the pages: nothing is announced in advance, a
 * script fills in the form that docs/psc-normes.md describes.
 */
class CertificationPagesTest {
  private static final String SECRET = "un-secret-assez-long";
  private static Bench bench;

  private WireSpace space;
  private WireBrowser browser;

  @BeforeAll
  static void start(@TempDir Path pki) {
    bench = Bench.start(BenchOptions.builder().services(new PscMock()).pkiDirectory(pki).build());
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @BeforeEach
  void open() throws Exception {
    space = new WireSpace(bench);
    browser = space.browser();
    space.run(
        "clients",
        new ClientRequest(
            "second",
            SECRET,
            "client_secret_post",
            null,
            List.of(PscOnPaper.REDIRECT),
            null,
            Map.of()));
  }

  private static String ticket(HttpResponse<String> page, String name) {
    Matcher ticket =
        Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page.body());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(ticket.find()).as("the page has a form").isTrue();
    return ticket.group(1);
  }

  private HttpResponse<String> fillIn(HttpResponse<String> page) throws Exception {
    assertThat(page.body()).contains("id=\"identifiant\"", "value=\"accepter\"");
    return browser.post(
        space.url("psc.wallet") + "/login-page",
        Map.of(
            "ticket",
            ticket(page, "ticket"),
            "personne",
            People.NURSE,
            "identifiant",
            People.DOCTOR,
            "moyen",
            "e-cps",
            "action",
            "accepter"));
  }

  private JsonNode tokens(HttpResponse<String> back) throws Exception {
    return json(browser.exchange(returned(back).get("code")));
  }

  // oidcc-prompt-login, oidcc-max-age-1: a second page, the same person, a later authentication
  @ParameterizedTest
  @CsvSource({"prompt, login", "max_age, 1"})
  void asksOnASecondPage(String name, String value) throws Exception {
    JsonNode first = tokens(fillIn(browser.authorize(request("max_age", "15000"))));
    space.age("PT2S");

    JsonNode second = tokens(fillIn(browser.authorize(request(name, value))));

    assertThat(PscOnPaper.claims(text(second, "id_token")).get("sub"))
        .isEqualTo(PscOnPaper.claims(text(first, "id_token")).get("sub"));
    // Two seconds of the space went by; those of the wall did not
    assertThat(PscOnPaper.claims(text(second, "id_token")).get("auth_time").asLong())
        .isGreaterThanOrEqualTo(
            PscOnPaper.claims(text(first, "id_token")).get("auth_time").asLong());
  }

  // oidcc-prompt-none-logged-in, oidcc-id-token-hint, oidcc-max-age-10000
  @Test
  void asksNothingOfWhoIsLoggedIn() throws Exception {
    String first = text(tokens(fillIn(browser.authorize(request("max_age", "15000")))), "id_token");

    for (Map<String, String> again :
        List.of(
            request("prompt", "none"),
            request("prompt", "none", "id_token_hint", first),
            request("max_age", "10000"))) {
      JsonNode claims = PscOnPaper.claims(text(tokens(browser.authorize(again)), "id_token"));
      assertThat(claims.get("auth_time")).isEqualTo(PscOnPaper.claims(first).get("auth_time"));
      assertThat(claims.get("sub")).isEqualTo(PscOnPaper.claims(first).get("sub"));
    }
  }

  // oidcc-ensure-post-request-succeeds, in a browser that was never there
  @Test
  void asksOnAPageAfterAPostToo() throws Exception {
    HttpResponse<String> back =
        fillIn(browser.post(browser.url("psc.authorization"), request("nonce", "n-1")));

    assertThat(returned(back)).containsEntry("state", PscOnPaper.STATE).containsKey("code");
  }

  // oidcc-alternate-happy-flow, oidcc-scope-*, oidcc-display-*, …-locales, acr-values, foobar
  @ParameterizedTest
  @CsvSource({
    "scope, email openid",
    "scope, openid profile email address phone",
    "display, popup",
    "ui_locales, se",
    "claims_locales, se",
    "login_hint, 899990000012",
    "foobar, foobar",
    "acr_values, eidas1"
  })
  void succeedsWhateverElseIsAsked(String name, String value) throws Exception {
    JsonNode tokens = tokens(fillIn(browser.authorize(request(name, value))));

    JsonNode claims = PscOnPaper.claims(text(tokens, "id_token"));
    JsonNode userinfo = json(browser.userinfo(text(tokens, "access_token")));
    assertThat(userinfo.get("sub")).isEqualTo(claims.get("sub"));
    assertThat(claims.get("acr").asText()).isEqualTo("eidas1");
    assertThat(claims.has("email")).isFalse();
  }

  // oidcc-claims-essential
  @Test
  void givesAnEssentialNameInUserinfoAlone() throws Exception {
    JsonNode tokens =
        tokens(
            fillIn(
                browser.authorize(
                    request("claims", "{\"userinfo\":{\"name\":{\"essential\":true}}}"))));

    assertThat(json(browser.userinfo(text(tokens, "access_token"))).get("name").asText())
        .isNotBlank();
    assertThat(PscOnPaper.claims(text(tokens, "id_token")).has("name")).isFalse();
  }

  // oidcc-refresh-token: the tokens go on for their client, and for no other
  @Test
  void renewsForTheClientOfTheTokenAlone() throws Exception {
    JsonNode tokens =
        tokens(
            fillIn(
                browser.authorize(request("scope", "openid offline_access", "prompt", "consent"))));
    Map<String, String> form =
        Map.of("grant_type", "refresh_token", "refresh_token", text(tokens, "refresh_token"));

    JsonNode renewed = json(browser.token(form));

    JsonNode before = PscOnPaper.claims(text(tokens, "id_token"));
    JsonNode after = PscOnPaper.claims(text(renewed, "id_token"));
    for (String same : List.of("iss", "sub", "aud", "azp", "auth_time")) {
      assertThat(after.get(same)).as(same).isEqualTo(before.get(same));
    }
    assertThat(text(renewed, "access_token")).isNotEqualTo(text(tokens, "access_token"));
    HttpResponse<String> other = browser.postAs("second", SECRET, browser.url("psc.token"), form);
    assertThat(other.statusCode()).isEqualTo(400);
    assertThat(text(json(other), "error")).isEqualTo("invalid_grant");
  }

  // Every refusal by redirect: error, error_description, error_uri, state and iss alone, in ASCII
  @ParameterizedTest
  @CsvSource({"prompt, none", "response_type,", "response_type, inconnu", "scope, é"})
  void refusesInTheWordsOfTheStandard(String name, String value) throws Exception {
    Map<String, String> back = returned(browser.authorize(request(name, value)));

    assertThat(back).containsEntry("state", PscOnPaper.STATE).containsKey("error");
    assertThat(List.of("error", "error_description", "error_uri", "state", "iss"))
        .containsAll(back.keySet());
    assertThat(back.getOrDefault("error_description", ""))
        .matches("[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]*");
  }

  // oidcc-ensure-registered-redirect-uri, …-redirect-uri-in-authorization-request
  @ParameterizedTest
  @ValueSource(
      strings = {"", "http://127.0.0.1.invalid/retour", "https://autre.invalid/callback/x"})
  void showsAPageForAnAddressThatIsNotDeclared(String address) throws Exception {
    HttpResponse<String> page =
        browser.authorize(request("redirect_uri", address.isEmpty() ? null : address));

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.headers().firstValue("Location")).isEmpty();
    assertThat(page.body()).contains("Connexion impossible");
  }

  // oidcc-rp-initiated-logout-no-id-token-hint and …-bad-id-token-hint (alg none)
  @Test
  void goesNowhereAfterALogoutThatProvesNothing() throws Exception {
    String hint = text(tokens(fillIn(browser.authorize(request()))), "id_token");
    String unsigned = "eyJhbGciOiJub25lIn0." + hint.split("\\.", -1)[1] + ".";

    for (Map<String, String> wrong :
        List.of(
            Map.of("post_logout_redirect_uri", PscOnPaper.REDIRECT, "state", "s"),
            Map.of(
                "id_token_hint",
                unsigned,
                "post_logout_redirect_uri",
                PscOnPaper.REDIRECT,
                "state",
                "s"))) {
      HttpResponse<String> page =
          browser.get(browser.url("psc.logout") + "?" + PscOnPaper.encode(wrong));
      assertThat(page.statusCode()).isEqualTo(400);
      assertThat(page.headers().firstValue("Location")).isEmpty();
    }
  }

  // oidcc-rp-initiated-logout-no-params and …-only-state: asked, then logged out, no return
  @ParameterizedTest
  @ValueSource(strings = {"", "?state=s-1"})
  void logsOutOnAPage(String query) throws Exception {
    fillIn(browser.authorize(request()));
    HttpResponse<String> page = browser.get(browser.url("psc.logout") + query);

    HttpResponse<String> end =
        browser.post(
            browser.url("psc.logout"), Map.of("session_code", ticket(page, "session_code")));

    assertThat(end.statusCode()).isEqualTo(200);
    assertThat(end.body()).contains("Vous êtes déconnecté");
    assertThat(returned(browser.authorize(request("prompt", "none"))))
        .containsEntry("error", "login_required");
  }
}
