package fr.socle.psc.check;

import static fr.socle.psc.PscOnPaper.requestWith;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.psc.PscOnPaper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationChecksTest {
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final PscOnPaper psc = new PscOnPaper();

  @Test
  void haveNothingToSayOfACorrectRequest() {
    Map<String, String> request = requestWith("code_challenge", CHALLENGE);
    request.put("code_challenge_method", "S256");
    psc.authorize(request);

    assertThat(Verdicts.ofLast(psc)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "client_id, , PSC-AUT-01",
    "client_id, inconnu, PSC-AUT-02",
    "redirect_uri, , PSC-AUT-03",
    "redirect_uri, http://exemple.invalid/, PSC-AUT-03",
    "response_type, , PSC-AUT-04",
    "response_type, code id_token, PSC-AUT-04",
    "scope, scope_all, PSC-AUT-05",
    "scope, openid, PSC-AUT-06",
    "acr_values, , PSC-AUT-07",
    "acr_values, 1, PSC-AUT-07",
    "acr_values, eidas2, PSC-AUT-08",
    "acr_values, eidas1 eidas3, PSC-AUT-08",
    "acr, eidas1, PSC-AUT-09",
    "state, , PSC-AUT-10",
    "state, 1234567890, PSC-AUT-11",
    "nonce, , PSC-AUT-12",
    "nonce, nonce, PSC-AUT-13",
    "client_secret, secret, PSC-AUT-15",
    "code_challenge, court, PSC-PKCE-01",
  })
  void findTheOneThingThatIsWrong(String name, String value, String rule) {
    Map<String, String> request = requestWith(name, value);
    if (name.equals("code_challenge")) {
      request.put("code_challenge_method", "S256");
    }
    psc.authorize(request);

    assertThat(Verdicts.ofLast(psc)).containsExactly(rule);
  }

  @Test
  void findARepeatedParameter() {
    psc.browse(
        "GET", "/auth?" + PscOnPaper.encode(requestWith("x", "y")) + "&acr_values=eidas1", "");

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-AUT-14");
  }

  @Test
  void remarkAPlainChallenge() {
    psc.authorize(requestWith("code_challenge", CHALLENGE));

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-PKCE-02");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "6f1f1d2e-93a7-4c55-8f0e-0b1c7a2d9e44",
        "q8Jx2LmVt5Rz",
        "8c1fc8a1f1c8f17d",
        "50721355078135075215"
      })
  void findAValueThatMayHoldSixtyFourBitsGoodEnough(String state) {
    psc.authorize(requestWith("state", state));

    assertThat(Verdicts.ofLast(psc)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"q8Jx2LmVt5", "8c1fc8c1f1c8f11", "5072135507813507521", "abababababababab"})
  void findAValueThatCannot(String state) {
    psc.authorize(requestWith("state", state));

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-AUT-11");
  }

  @Test
  void doNotJudgeWhatARequestObjectThatCannotBeReadMayHold() {
    psc.authorize(Map.of("client_id", "lps-demo", "request", "pas-un-jwt"));

    assertThat(Verdicts.ofLast(psc)).isEmpty();
  }
}
