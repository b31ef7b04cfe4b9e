package fr.socle.psc;

import static fr.socle.psc.WireBrowser.json;
import static fr.socle.psc.WireBrowser.request;
import static fr.socle.psc.WireBrowser.returned;
import static fr.socle.psc.WireSpace.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.ClientRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a certification suite does with a basic provider, beyond the paragraphs tested elsewhere.
 */
class CertificationWalkTest {
  private static final String FIRST = "https://suite.invalid/test/a/socle/callback";
  private static final String AFTER = "https://suite.invalid/test/a/socle/post_logout_redirect";

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
            "suite",
            "suite-secret-0123456789-0123456789",
            "client_secret_basic",
            null,
            List.of(FIRST),
            List.of(AFTER),
            null));
    space.logsIn(People.DOCTOR);
  }

  // Discovery 3, members that a relying party needs, and no key twice
  @Test
  void announcesWhatARelyingPartyNeeds() throws Exception {
    JsonNode document =
        json(browser.get(browser.url("psc.issuer") + "/.well-known/openid-configuration"));
    Set<String> ids = new HashSet<>();

    assertThat(names(document))
        .contains(
            "issuer",
            "authorization_endpoint",
            "token_endpoint",
            "userinfo_endpoint",
            "jwks_uri",
            "scopes_supported",
            "response_types_supported",
            "subject_types_supported",
            "id_token_signing_alg_values_supported",
            "claims_supported");
    assertThat(values(document, "id_token_signing_alg_values_supported")).contains("RS256");
    assertThat(values(document, "scopes_supported")).contains("openid");
    assertThat(values(document, "claims_supported")).contains("sub", "iss", "auth_time");
    for (JsonNode key : json(browser.get(text(document, "jwks_uri"))).get("keys")) {
      assertThat(ids.add(text(key, "kid"))).isTrue();
      assertThat(names(key)).doesNotContain("d", "p", "q", "k");
    }
  }

  // A new authentication has a new date
  @ParameterizedTest
  @ValueSource(strings = {"prompt=login", "max_age=1"})
  void datesTheNewAuthentication(String again) throws Exception {
    String[] parameter = again.split("=", 2);
    JsonNode first = idToken(request());
    space.age("PT10S");

    JsonNode second = idToken(request(parameter[0], parameter[1]));

    assertThat(second.get("sub")).isEqualTo(first.get("sub"));
    assertThat(second.get("auth_time").asLong())
        .isGreaterThanOrEqualTo(first.get("auth_time").asLong());
    assertThat(second.get("iat").asLong() - second.get("auth_time").asLong()).isLessThan(5);
  }

  // A request without response_type is refused where the client is told, or on a page
  @Test
  void refusesARequestWithoutResponseType() throws Exception {
    Map<String, String> back =
        returned(browser.authorize(request("response_type", null, "state", "s-1")));

    assertThat(back).containsEntry("error", "invalid_request").containsEntry("state", "s-1");
  }

  // The code comes back a second time: its access token is over, at once and 30 s later
  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT30S"})
  void endsTheTokensOfACodeThatComesBack(String later) throws Exception {
    String code = returned(browser.authorize(request())).get("code");
    String access = text(json(browser.exchange(code)), "access_token");
    assertThat(browser.userinfo(access).statusCode()).isEqualTo(200);
    space.age(later);

    HttpResponse<String> second = browser.exchange(code);

    assertThat(second.statusCode()).isEqualTo(400);
    assertThat(text(json(second), "error")).isEqualTo("invalid_grant");
    assertThat(browser.userinfo(access).statusCode()).isEqualTo(401);
  }

  // Request objects: unsigned, its redirect address counts
  @Test
  void takesTheRedirectAddressOfARequestObject() throws Exception {
    String claims =
        "{\"client_id\":\"suite\",\"response_type\":\"code\",\"redirect_uri\":\"" + FIRST + "\"}";
    String object = encoded("{\"alg\":\"none\"}") + "." + encoded(claims) + ".";

    HttpResponse<String> answer =
        browser.authorize(
            request(
                "client_id",
                "suite",
                "redirect_uri",
                "https://suite.invalid/ailleurs",
                "request",
                object));

    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .startsWith(FIRST + "?")
        .contains("code=");
  }

  @Test
  void answersByAFormThatSendsItself() throws Exception {
    HttpResponse<String> answer = browser.authorize(request("response_mode", "form_post"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("action=\"" + PscOnPaper.REDIRECT + "\"")
        .contains("name=\"code\"")
        .contains("name=\"state\" value=\"" + PscOnPaper.STATE + "\"")
        .contains("name=\"iss\"")
        .contains(".submit()");
    assertThat(browser.authorize(request("response_mode", "form_post", "scope", "inconnu")).body())
        .contains("name=\"error\" value=\"invalid_scope\"");
  }

  // RP-Initiated Logout 1.0: with and without state, to the address as it was declared
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void logsOutWithOrWithoutState(boolean state) throws Exception {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("id_token_hint", suiteTokens());
    parameters.put("post_logout_redirect_uri", AFTER);
    if (state) {
      parameters.put("state", "e-1");
    }

    String location = logout(parameters).headers().firstValue("Location").orElseThrow();

    assertThat(location).isEqualTo(state ? AFTER + "?state=e-1" : AFTER);
    assertLoggedOut(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://suite.invalid/test/a/socle/post_logout_redirect?ajout=1",
        "https://suite.invalid/ailleurs",
        "https://suite.invalid/test/a/socle/callback"
      })
  void returnsToNoAddressThatWasNotDeclaredForIt(String address) throws Exception {
    HttpResponse<String> answer =
        logout(Map.of("id_token_hint", suiteTokens(), "post_logout_redirect_uri", address));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertLoggedOut(false);
  }

  // A hint that was altered is no proof
  @Test
  void returnsNowhereForAnAlteredHint() throws Exception {
    String hint = suiteTokens();
    int dot = hint.lastIndexOf('.');
    String altered = hint.substring(0, dot + 1) + encoded("pas la signature");

    HttpResponse<String> answer =
        logout(Map.of("id_token_hint", altered, "post_logout_redirect_uri", AFTER));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertLoggedOut(false);
  }

  // Without anything, the person is asked, and the session ends when he or she says so
  @Test
  void asksThePersonWithoutAnyParameter() throws Exception {
    browser.authorize(request());
    HttpResponse<String> page = logout(Map.of());
    Matcher ticket =
        Pattern.compile("name=\"session_code\" value=\"([^\"]+)\"").matcher(page.body());

    assertThat(page.statusCode()).isEqualTo(200);
    assertLoggedOut(false);
    assertThat(ticket.find()).isTrue();
    browser.post(browser.url("psc.logout"), Map.of("session_code", ticket.group(1)));
    assertLoggedOut(true);
  }

  private void assertLoggedOut(boolean over) throws Exception {
    Map<String, String> back = returned(browser.authorize(request("prompt", "none")));
    if (over) {
      assertThat(back).containsEntry("error", "login_required");
    } else {
      assertThat(back).containsKey("code");
    }
  }

  private String suiteTokens() throws Exception {
    String code =
        returned(browser.authorize(request("client_id", "suite", "redirect_uri", FIRST)))
            .get("code");
    Map<String, String> form = PscOnPaper.codeForm(code);
    form.put("redirect_uri", FIRST);
    form.put("client_id", "suite");
    form.put("client_secret", "suite-secret-0123456789-0123456789");
    return text(json(browser.post(browser.url("psc.token"), form)), "id_token");
  }

  private HttpResponse<String> logout(Map<String, String> parameters) throws Exception {
    String query = parameters.isEmpty() ? "" : "?" + PscOnPaper.encode(parameters);
    return browser.get(browser.url("psc.logout") + query);
  }

  private JsonNode idToken(Map<String, String> request) throws Exception {
    return PscOnPaper.claims(text(browser.tokens(request), "id_token"));
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new HashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> values(JsonNode document, String member) {
    Set<String> values = new HashSet<>();
    document.get(member).forEach(value -> values.add(value.asText()));
    return values;
  }
}
