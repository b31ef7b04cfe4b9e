package fr.socle.psc.protocol;

import static fr.socle.psc.PscOnPaper.ISSUER;
import static fr.socle.psc.PscOnPaper.STATE;
import static fr.socle.psc.PscOnPaper.requestWith;
import static fr.socle.psc.PscOnPaper.returned;
import static fr.socle.psc.PscOnPaper.text;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.client.api.NextLogin;
import fr.socle.bench.http.Served;
import fr.socle.psc.People;
import fr.socle.psc.PscOnPaper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationErrorsTest {
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final PscOnPaper psc = new PscOnPaper();

  @Test
  void showsAPageWithoutRedirectToAnUnknownClient() {
    Served served = psc.authorize(requestWith("client_id", "inconnu<script>"));

    assertThat(served.answer().status()).isEqualTo(400);
    assertThat(served.answer().headers().first("Location")).isEmpty();
    assertThat(text(served)).contains("inconnu&lt;script&gt;").doesNotContain("<script>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://exemple.invalid/retour",
        "http://127.0.0.1.exemple.invalid/",
        "http://127.0.0.1:51234@exemple.invalid/",
        "http://localhost:1/\r\nSet-Cookie: a=b",
        "http://127.0.0.1:51234/retour#fragment",
        ""
      })
  void neverRedirectsToAnAddressThatIsNotDeclared(String address) {
    Served served = psc.authorize(requestWith("redirect_uri", address));

    assertThat(served.answer().status()).isEqualTo(400);
    assertThat(served.answer().headers().first("Location")).isEmpty();
  }

  @Test
  void comparesADeclaredAddressCharacterForCharacter() {
    psc.control(
        "clients",
        new ClientRequest(
            "lgc",
            "un-secret-assez-long",
            "client_secret_post",
            null,
            List.of("https://lgc.exemple.invalid/retour"),
            null,
            null));
    Map<String, String> request = requestWith("client_id", "lgc");

    request.put("redirect_uri", "https://lgc.exemple.invalid/retour/");
    assertThat(psc.authorize(request).answer().status()).isEqualTo(400);
    request.put("redirect_uri", "https://lgc.exemple.invalid/retour");
    assertThat(psc.authorize(request).answer().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "response_type, , invalid_request",
    "response_type, id_token, unauthorized_client",
    "response_type, nawak, unsupported_response_type",
    "scope, openid tout, invalid_scope",
    "code_challenge, court, invalid_request",
    "response_mode, pigeon, invalid_request",
    "prompt, none login, invalid_request",
    "max_age, hier, invalid_request",
    "request, pas-un-jwt, invalid_request_object",
    "prompt, none, login_required",
  })
  void tellsTheErrorOnTheRedirectWithStateAndIssuer(String name, String value, String error) {
    Map<String, String> back = returned(psc.authorize(requestWith(name, value)));

    assertThat(back)
        .containsEntry("error", error)
        .containsEntry("state", STATE)
        .containsEntry("iss", ISSUER)
        .doesNotContainKey("code");
  }

  @Test
  void refusesOtherResponseTypesOutrightInTheStrictProfile() {
    PscOnPaper strict = new PscOnPaper(Map.of("psc.profile", "strict"));

    assertThat(returned(strict.authorize(requestWith("response_type", "code id_token"))))
        .containsEntry("error", "unsupported_response_type");
  }

  @ParameterizedTest
  @CsvSource({"id_token, true", "code token, true", "none, false", "nawak, false"})
  void tellsTheErrorWhereTheAnswerWouldHaveBeen(String type, boolean inFragment) {
    String location = PscOnPaper.location(psc.authorize(requestWith("response_type", type)));

    assertThat(location.contains("#error=")).isEqualTo(inFragment);
    assertThat(location.contains("?error=")).isEqualTo(!inFragment);
  }

  @Test
  void repeatsAScopeInPrintableCharactersOnly() {
    Map<String, String> back = returned(psc.authorize(requestWith("scope", "openid \u00e9\"\\")));

    assertThat(back.get("error_description")).isEqualTo("Invalid scopes: openid ???");
  }

  @Test
  void refusesAPkceMethodWithoutChallenge() {
    assertThat(returned(psc.authorize(requestWith("code_challenge_method", "S256"))))
        .containsEntry("error", "invalid_request")
        .containsEntry("error_description", "Missing parameter: code_challenge");
  }

  @Test
  void refusesARepeatedParameter() {
    String query = PscOnPaper.encode(PscOnPaper.correctRequest()) + "&nonce=autre";

    assertThat(returned(psc.browse("GET", "/auth?" + query, "")))
        .containsEntry("error", "invalid_request");
  }

  @Test
  void refusesAnUnknownPkceMethod() {
    Map<String, String> request = requestWith("code_challenge", CHALLENGE);
    request.put("code_challenge_method", "S512");

    assertThat(returned(psc.authorize(request))).containsEntry("error", "invalid_request");
  }

  @Test
  void demandsPkceOfAClientDeclaredSo() {
    psc.control(
        "clients",
        new ClientRequest(
            "lgc",
            "un-secret-assez-long",
            "client_secret_post",
            null,
            List.of(PscOnPaper.REDIRECT),
            null,
            Map.of("pkce", "required")));

    assertThat(returned(psc.authorize(requestWith("client_id", "lgc"))))
        .containsEntry("error", "invalid_request");
  }

  @Test
  void refusesAMissingLevelOnlyWhenTheSettingSaysSo() {
    PscOnPaper demanding = new PscOnPaper(Map.of("psc.acr-values", "required"));

    assertThat(psc.authorize(requestWith("acr_values", null)).answer().status()).isEqualTo(200);
    assertThat(returned(demanding.authorize(requestWith("acr_values", null))))
        .containsEntry("error", "invalid_request");
  }

  @ParameterizedTest
  @CsvSource({"refuser, access_denied", "abandonner, temporarily_unavailable"})
  void tellsWhatThePersonDid(String behaviour, String error) {
    psc.control("next-login", new NextLogin(null, behaviour));

    assertThat(returned(psc.authorize(PscOnPaper.correctRequest())))
        .containsEntry("error", error)
        .containsEntry("state", STATE);
  }

  @Test
  void showsThePageWhenNobodyAnswers() {
    psc.control("next-login", new NextLogin(null, "personne"));

    assertThat(psc.authorize(PscOnPaper.correctRequest()).answer().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    People.LOCKED + ", temporarily_unavailable",
    People.REVOKED + ", access_denied",
  })
  void doesNotLogInWhoCannot(String nationalId, String error) {
    assertThat(psc.login(nationalId, PscOnPaper.correctRequest())).containsEntry("error", error);
  }

  @Test
  void tellsThatThePageWasLeftTooLong() {
    String ticket = LoginPageTest.ticket(psc.authorize(PscOnPaper.correctRequest()));
    psc.clock.advance(Duration.ofMinutes(31));

    Map<String, String> back =
        returned(psc.submit(Map.of("ticket", ticket, "personne", People.DOCTOR)));

    assertThat(back)
        .containsEntry("error", "temporarily_unavailable")
        .containsEntry("error_description", "authentication_expired");
  }
}
