package fr.socle.psc;

import static fr.socle.psc.WireBrowser.json;
import static fr.socle.psc.WireBrowser.request;
import static fr.socle.psc.WireBrowser.returned;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7636, proof key for code exchange, over the real wire. */
class Rfc7636Test extends StandardOnTheWire {
  // Annex B
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  // 4.6 and annex B
  @Test
  void takesTheVerifierOfTheAnnex() throws Exception {
    assertThat(exchange(code(CHALLENGE, "S256"), VERIFIER).statusCode()).isEqualTo(200);
  }

  // 4.1: 43 to 128 characters of the unreserved set
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-._~ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmn",
        "0123456789012345678901234567890123456789012",
        "01234567890123456789012345678901234567890123456789012345678901234567890123456789"
            + "012345678901234567890123456789012345678901234567"
      })
  void takesEveryVerifierOfTheGrammar(String verifier) throws Exception {
    CodeChallenge challenge =
        CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(verifier));

    assertThat(exchange(code(challenge.getValue(), "S256"), verifier).statusCode()).isEqualTo(200);
  }

  // 4.1 and 4.2: what is outside the grammar is no challenge
  @ParameterizedTest
  @ValueSource(strings = {"trop-court", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM"})
  void refusesAChallengeOutsideTheGrammar(String challenge) throws Exception {
    assertThat(returned(browser().authorize(challenged(challenge, "S256"))))
        .containsEntry("error", "invalid_request")
        .doesNotContainKey("code");
  }

  // 4.2 and 4.3: both transformations; plain when no method is named
  @ParameterizedTest
  @CsvSource({"plain", ","})
  void comparesAPlainChallengeAsItStands(String method) throws Exception {
    assertThat(exchange(code(VERIFIER, method), VERIFIER).statusCode()).isEqualTo(200);
    assertRefused(exchange(code(CHALLENGE, method), VERIFIER));
  }

  // 4.4.1: a transformation that is not supported
  @Test
  void saysThatItDoesNotKnowTheTransformation() throws Exception {
    assertThat(returned(browser().authorize(challenged(CHALLENGE, "S512"))))
        .containsEntry("error", "invalid_request")
        .containsEntry("state", PscOnPaper.STATE);
  }

  // 4.4.1: a client that must use PKCE
  @Test
  void saysThatTheClientHasToSendAChallenge() throws Exception {
    declares("preuve", "un-secret-assez-long", Map.of("pkce", "required"));

    Map<String, String> answer = returned(browser().authorize(request("client_id", "preuve")));

    assertThat(answer).containsEntry("error", "invalid_request").doesNotContainKey("code");
    assertThat(answer.get("error_description")).contains("code_challenge");
  }

  // 4.5 and 4.6: the verifier is wrong or was left out
  @ParameterizedTest
  @CsvSource({"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", ","})
  void givesNoTokenWithoutTheVerifier(String verifier) throws Exception {
    assertRefused(exchange(code(CHALLENGE, "S256"), verifier));
  }

  // 4.4: the challenge is the one of that code and of no other
  @Test
  void holdsEachCodeAgainstItsOwnChallenge() throws Exception {
    CodeVerifier other = new CodeVerifier();
    String theirs = code(CHALLENGE, "S256");
    String mine = code(CodeChallenge.compute(CodeChallengeMethod.S256, other).getValue(), "S256");

    assertRefused(exchange(theirs, other.getValue()));
    assertThat(exchange(mine, other.getValue()).statusCode()).isEqualTo(200);
  }

  // 5: clients that know nothing of it go on as before
  @Test
  void letsAClientInThatUsesNoProof() throws Exception {
    assertThat(exchange(returned(browser().authorize(request())).get("code"), null).statusCode())
        .isEqualTo(200);
  }

  private static Map<String, String> challenged(String challenge, String method) {
    return request("code_challenge", challenge, "code_challenge_method", method);
  }

  private String code(String challenge, String method) throws Exception {
    return returned(browser().authorize(challenged(challenge, method))).get("code");
  }

  private HttpResponse<String> exchange(String code, String verifier) throws Exception {
    Map<String, String> form = new LinkedHashMap<>(PscOnPaper.codeForm(code));
    if (verifier != null) {
      form.put("code_verifier", verifier);
    }
    return browser().token(form);
  }

  private static void assertRefused(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("error").asText()).isEqualTo("invalid_grant");
  }
}
