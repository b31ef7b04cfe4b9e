package fr.socle.psc;

import static fr.socle.psc.WireBrowser.json;
import static fr.socle.psc.WireBrowser.request;
import static fr.socle.psc.WireBrowser.returned;
import static fr.socle.psc.WireSpace.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.Window;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
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

/** Faults of sessions, returns, tokens, userinfo and logout as a client meets them on the wire. */
class NamedFaultsTest {
  private static final String RETURN = "http://127.0.0.1:7/fin";

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
    space.logsIn(People.DOCTOR);
  }

  @Test
  void makeAnAccessTokenLastASecondAndSaySo() throws Exception {
    space.arm("jeton-acces-bref");

    JsonNode tokens = browser.tokens(request());

    JsonNode access = PscOnPaper.claims(text(tokens, "access_token"));
    assertThat(tokens.get("expires_in").asLong()).isEqualTo(1);
    assertThat(access.get("exp").asLong() - access.get("iat").asLong()).isEqualTo(1);
    space.age("PT1S");
    assertThat(browser.userinfo(text(tokens, "access_token")).statusCode()).isEqualTo(401);
    assertThat(refresh(tokens).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"session-terminee", "session-inactive"})
  void endTheSessionAtARefresh(String fault) throws Exception {
    JsonNode tokens = browser.tokens(request());
    space.arm(fault);

    HttpResponse<String> answer = refresh(tokens);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(text(json(answer), "error")).isEqualTo("invalid_grant");
    assertThat(text(json(answer), "error_description")).isEqualTo("Session not active");
    assertThat(returned(browser.authorize(request("prompt", "none"))))
        .containsEntry("error", "login_required");
  }

  @ParameterizedTest
  @ValueSource(strings = {"session-terminee", "session-inactive"})
  void endTheSessionAtUserinfoAndBeforeASilentLogin(String fault) throws Exception {
    JsonNode tokens = browser.tokens(request());
    space.arm(fault);

    assertThat(browser.userinfo(text(tokens, "access_token")).statusCode()).isEqualTo(401);

    browser.authorize(request("prompt", "login"));
    assertThat(returned(browser.authorize(request("prompt", "none"))))
        .containsEntry("error", "login_required");
  }

  @Test
  void refuseARefreshTokenAsExpired() throws Exception {
    JsonNode tokens = browser.tokens(request());
    space.arm("refresh-expire");

    assertThat(text(json(refresh(tokens)), "error_description")).isEqualTo("Token is not active");
  }

  @Test
  void handOutACodeThatIsTooOld() throws Exception {
    space.arm("code-perime");

    HttpResponse<String> answer =
        browser.exchange(returned(browser.authorize(request())).get("code"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(text(json(answer), "error_description")).isEqualTo("Code not valid");
  }

  @Test
  void refuseACodeAsUsedAndEndTheSession() throws Exception {
    String code = returned(browser.authorize(request())).get("code");
    space.arm("code-deja-utilise");

    assertThat(text(json(browser.exchange(code)), "error")).isEqualTo("invalid_grant");

    assertThat(returned(browser.authorize(request("prompt", "none"))))
        .containsEntry("error", "login_required");
  }

  @Test
  void refuseAClientThatIsRight() throws Exception {
    String code = returned(browser.authorize(request())).get("code");
    space.arm("client-refuse");

    HttpResponse<String> answer = browser.exchange(code);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(text(json(answer), "error")).isEqualTo("invalid_client");
    assertThat(space.rules()).doesNotContain("PSC-CLI-04");
  }

  @ParameterizedTest
  @CsvSource({
    "access_denied,",
    "invalid_request, Missing parameter: response_type",
    "unsupported_response_type,",
    "unauthorized_client, Client is not allowed to initiate browser login with given response_type.",
    "invalid_scope, Invalid scopes: openid scope_all",
    "login_required,",
    "interaction_required,",
    "temporarily_unavailable, authentication_expired",
    "server_error,"
  })
  void comeBackWithAnErrorOfTheCatalogue(String error, String description) throws Exception {
    space.arm("retour-erreur", Map.of("erreur", error));

    Map<String, String> back = returned(browser.authorize(request()));

    assertThat(back)
        .containsEntry("error", error)
        .containsEntry("state", PscOnPaper.STATE)
        .containsEntry("iss", browser.url("psc.issuer"))
        .doesNotContainKey("code");
    assertThat(back.get("error_description")).isEqualTo(description);
  }

  @Test
  void comeBackWithARefusalUnlessTheErrorIsSaid() throws Exception {
    space.arm("retour-erreur");

    assertThat(returned(browser.authorize(request()))).containsEntry("error", "access_denied");
  }

  @Test
  void keepTheBrowserOnAnErrorPage() throws Exception {
    space.arm("page-erreur");

    HttpResponse<String> answer = browser.authorize(request());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertThat(answer.body()).contains("Connexion impossible");
  }

  @Test
  void bringBackTheReturnOfTheLoginBefore() throws Exception {
    Map<String, String> first = returned(browser.authorize(request("state", "st-un")));
    space.arm("retour-rejoue");

    Map<String, String> second = returned(browser.authorize(request("state", "st-deux")));

    assertThat(second).isEqualTo(first).containsEntry("state", "st-un");
  }

  // The code of the replayed return is the affair of the state, not of the code
  @Test
  void blameForAReplayedReturnWhoeverDoesNotCompareTheState() throws Exception {
    Window window = space.window();
    assertThat(
            browser
                .exchange(returned(browser.authorize(request("state", "st-un"))).get("code"))
                .statusCode())
        .isEqualTo(200);
    space.arm("retour-rejoue");

    browser.exchange(returned(browser.authorize(request("state", "st-deux"))).get("code"));

    assertThat(space.close(window)).contains("PSC-SUI-08").doesNotContain("PSC-SUI-03");
  }

  @Test
  void bringBackNothingAtTheFirstLogin() throws Exception {
    space.arm("retour-rejoue");

    assertThat(returned(browser.authorize(request()))).containsEntry("state", PscOnPaper.STATE);
    assertThat(space.last("PSC authorize").faults()).isEmpty();
  }

  @Test
  void makeTheBrowserComeBackTwice() throws Exception {
    space.arm("retour-double");

    HttpResponse<String> answer = browser.authorize(request());

    Matcher addresses =
        Pattern.compile("(?:src|href)=\"(http://127[^\"]+)\"").matcher(answer.body());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(addresses.results().map(found -> found.group(1)).toList())
        .hasSize(2)
        .allSatisfy(address -> assertThat(address).contains("code=").contains(PscOnPaper.STATE));
  }

  @Test
  void changeWhatUserinfoTells() throws Exception {
    String access = text(browser.tokens(request()), "access_token");

    space.arm("userinfo-membres-inconnus");
    assertThat(userinfo(access).at("/membreDeDemain/version").asInt()).isEqualTo(2);
    space.arm("userinfo-otherids");
    assertThat(userinfo(access).has("otherIds")).isFalse();
    assertThat(userinfo(access).get("otherIDs")).isNotEmpty();
    space.arm("userinfo-codes-inconnus");
    assertThat(userinfo(access).at("/SubjectRefPro/exercices/0/codeProfession").asText())
        .isEqualTo("ZZ");
    assertThat(userinfo(access).at("/SubjectRefPro/exercices/0/activities/0/codeModeExercice"))
        .hasToString("\"Z\"");
  }

  @Test
  void takeProfessionalDataAway() throws Exception {
    String access = text(browser.tokens(request()), "access_token");
    assertThat(userinfo(access).at("/SubjectRefPro/exercices/0/activities")).isNotEmpty();

    space.arm("userinfo-sans-activite");
    assertThat(userinfo(access).at("/SubjectRefPro/exercices/0/activities")).isEmpty();
    assertThat(userinfo(access).at("/SubjectRefPro/exercices/0/codeProfession").asText())
        .isEqualTo("10");
    space.arm("userinfo-sans-exercice");
    assertThat(userinfo(access).at("/SubjectRefPro/exercices").isArray()).isTrue();
    assertThat(userinfo(access).at("/SubjectRefPro/exercices")).isEmpty();
    space.arm("userinfo-sans-refpro");
    assertThat(userinfo(access).has("SubjectRefPro")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deconnexion-hint-expire",
        "deconnexion-hint-etranger",
        "deconnexion-retour-refuse"
      })
  void refuseALogoutByAPageAndLeaveTheSessionOpen(String fault) throws Exception {
    String hint = text(browser.tokens(request()), "id_token");
    space.arm(fault);

    HttpResponse<String> answer =
        browser.get(
            browser.url("psc.logout")
                + "?"
                + PscOnPaper.encode(
                    Map.of("id_token_hint", hint, "post_logout_redirect_uri", RETURN)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertThat(answer.body()).contains("Déconnexion impossible");
    assertThat(space.last("PSC logout").faults()).containsExactly(fault);
    assertThat(space.last("PSC logout").decoded().path("client").asText()).isEqualTo("lps-demo");
    assertThat(returned(browser.authorize(request("prompt", "none")))).containsKey("code");
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void answerWithTheStatusOfANetworkInTrouble(int status) throws Exception {
    space.armOn("PSC token", "statut-http", Map.of("code", String.valueOf(status)));
    String code = returned(browser.authorize(request())).get("code");

    assertThat(browser.exchange(code).statusCode()).isEqualTo(status);
    assertThat(browser.exchange(code).statusCode()).isEqualTo(200);
  }

  @Test
  void cutTheConnectionAndWorkAgain() throws Exception {
    String access = text(browser.tokens(request()), "access_token");
    space.armOn("PSC userinfo", "coupure", Map.of("moment", "milieu-reponse"));

    assertThatThrownBy(() -> browser.userinfo(access)).isInstanceOf(IOException.class);
    assertThat(browser.userinfo(access).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> refresh(JsonNode tokens) throws Exception {
    return browser.token(
        Map.of("grant_type", "refresh_token", "refresh_token", text(tokens, "refresh_token")));
  }

  private JsonNode userinfo(String access) throws Exception {
    return json(browser.userinfo(access));
  }
}
