package fr.socle.psc.protocol;

import static fr.socle.psc.PscOnPaper.codeForm;
import static fr.socle.psc.PscOnPaper.json;
import static fr.socle.psc.PscOnPaper.requestWith;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.http.Served;
import fr.socle.psc.People;
import fr.socle.psc.PscOnPaper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenErrorsTest {
  // RFC 7636, appendix B
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final PscOnPaper psc = new PscOnPaper();

  @Test
  void refusesACodePresentedTwiceAndEndsItsSession() {
    String code = psc.login().get("code");
    String access = json(psc.exchange(code)).get("access_token").asText();

    assertRefused(psc.exchange(code), 400, "invalid_grant", "Code not valid");
    assertThat(psc.userinfo(access).answer().status()).isEqualTo(401);
    assertThat(psc.state().sessions().get(0).active()).isFalse();
  }

  @Test
  void refusesACodeAfterOneMinute() {
    String code = psc.login().get("code");
    psc.clock.advance(Duration.ofMinutes(1));

    assertRefused(psc.exchange(code), 400, "invalid_grant", "Code not valid");
  }

  @Test
  void refusesACodeOfAnAgedSpace() {
    String code = psc.login().get("code");
    psc.instance().age(Duration.ofMinutes(1));

    assertRefused(psc.exchange(code), 400, "invalid_grant", "Code not valid");
  }

  @Test
  void refusesACodeOfAnotherClient() {
    psc.control(
        "clients",
        new ClientRequest(
            "autre",
            "un-secret-assez-long",
            "client_secret_basic",
            null,
            List.of(PscOnPaper.REDIRECT),
            null,
            null));
    Map<String, String> form = codeForm(psc.login().get("code"));

    Served served = psc.post("token", form, PscOnPaper.basic("autre", "un-secret-assez-long"));

    assertRefused(served, 400, "invalid_grant", "Code not valid");
  }

  @ParameterizedTest
  @CsvSource({"http://127.0.0.1:51234/retour/", "http://localhost:51234/retour", "''"})
  void refusesAnotherRedirectAddressThanThatOfTheRequest(String address) {
    Map<String, String> form = codeForm(psc.login().get("code"));
    form.put("redirect_uri", address);

    assertRefused(psc.token(form), 400, "invalid_grant", "Incorrect redirect_uri");
  }

  @Test
  void takesTheVerifierThatAnswersTheChallenge() {
    assertThat(psc.token(withVerifier("S256", CHALLENGE, VERIFIER)).answer().status())
        .isEqualTo(200);
    assertThat(psc.token(withVerifier("plain", VERIFIER, VERIFIER)).answer().status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "'', PKCE code verifier not specified",
    "trop-court, PKCE verification failed: Invalid code verifier",
    "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXX, PKCE verification failed: Code mismatch",
  })
  void refusesAVerifierThatDoesNot(String verifier, String description) {
    assertRefused(
        psc.token(withVerifier("S256", CHALLENGE, verifier)), 400, "invalid_grant", description);
  }

  @ParameterizedTest
  @CsvSource({
    "'', invalid_request",
    "password, unsupported_grant_type",
    "password, unsupported_grant_type",
    "authorization_code, invalid_request",
    "refresh_token, invalid_request",
  })
  void refusesAnIncompleteRequest(String grant, String error) {
    Served served = psc.token(Map.of("grant_type", grant));

    assertThat(served.answer().status()).isEqualTo(400);
    assertThat(json(served).get("error").asText()).isEqualTo(error);
  }

  @Test
  void refusesABodyThatIsNotAForm() {
    Served served =
        psc.back(
            "POST",
            PscOnPaper.CONNECT + "token",
            PscOnPaper.basic("lps-demo", psc.secret()).with("Content-Type", "application/json"),
            "{\"grant_type\":\"authorization_code\"}");

    assertThat(json(served).get("error").asText()).isEqualTo("invalid_request");
  }

  @Test
  void neverReadsTheQuery() {
    String query = PscOnPaper.encode(codeForm(psc.login().get("code")));

    Served served =
        psc.back(
            "POST",
            PscOnPaper.CONNECT + "token?" + query,
            PscOnPaper.basic("lps-demo", psc.secret())
                .with("Content-Type", "application/x-www-form-urlencoded"),
            "");

    assertThat(json(served).get("error").asText()).isEqualTo("invalid_request");
  }

  @Test
  void refusesTheCodeOfSomebodyStruckOffMeanwhile() {
    String code = psc.login().get("code");
    psc.people.strikeOff(People.DOCTOR);

    assertRefused(psc.exchange(code), 400, "invalid_grant", "Session not active");
  }

  @Test
  void neverLetsCachesKeepARefusal() {
    assertThat(psc.exchange("jamais-vu").answer().headers().first("Cache-Control"))
        .contains("no-store");
  }

  private Map<String, String> withVerifier(String method, String challenge, String verifier) {
    Map<String, String> request = requestWith("code_challenge", challenge);
    request.put("code_challenge_method", method);
    Map<String, String> form = codeForm(psc.login(People.DOCTOR, request).get("code"));
    form.put("code_verifier", verifier);
    return form;
  }

  private static void assertRefused(Served served, int status, String error, String description) {
    assertThat(served.answer().status()).isEqualTo(status);
    assertThat(json(served).get("error").asText()).isEqualTo(error);
    assertThat(json(served).get("error_description").asText()).isEqualTo(description);
    assertThat(served.refusal()).isNotNull();
    assertThat(served.refusal().code()).isEqualTo(error);
  }
}
