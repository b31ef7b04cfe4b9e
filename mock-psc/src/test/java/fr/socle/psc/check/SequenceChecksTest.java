package fr.socle.psc.check;

import static fr.socle.psc.PscOnPaper.CONNECT;
import static fr.socle.psc.PscOnPaper.correctRequest;
import static fr.socle.psc.PscOnPaper.json;
import static fr.socle.psc.PscOnPaper.requestWith;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.http.Headers;
import fr.socle.psc.People;
import fr.socle.psc.PscOnPaper;
import fr.socle.psc.protocol.Transactions;
import fr.socle.psc.service.Digests;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceChecksTest {
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private final PscOnPaper psc = new PscOnPaper();

  @Test
  void haveNothingToSayOfTwoCorrectLogins() {
    login(correctRequest());
    login(fresh());

    assertThat(Verdicts.ofWindow(psc)).isEmpty();
  }

  @Test
  void findAStateThatServedBefore() {
    login(correctRequest());
    Map<String, String> again = fresh();
    again.put("state", PscOnPaper.STATE);
    login(again);

    assertThat(Verdicts.ofWindow(psc)).containsExactly("PSC-SUI-01");
  }

  @Test
  void findANonceThatServedBefore() {
    login(correctRequest());
    Map<String, String> again = fresh();
    again.put("nonce", PscOnPaper.NONCE);
    login(again);

    assertThat(Verdicts.ofWindow(psc)).containsExactly("PSC-SUI-02");
  }

  // RFC 7636, appendix B: a verifier and its challenge
  @Test
  void findAPkceChallengeThatServedBefore() {
    login(withPkce(correctRequest()), VERIFIER);
    login(withPkce(fresh()), VERIFIER);

    assertThat(Verdicts.ofWindow(psc)).containsExactly("PSC-SUI-13");
  }

  @Test
  void haveNothingToSayOfAPkceChallengeThatServesOnce() {
    login(withPkce(correctRequest()), VERIFIER);
    Map<String, String> again = withPkce(fresh());
    again.put("code_challenge", Digests.base64Url(Digests.sha256(VERIFIER + "x")));
    login(again, VERIFIER + "x");

    assertThat(Verdicts.ofWindow(psc)).isEmpty();
  }

  @Test
  void sayNothingOfAPageThatIsReloaded() {
    psc.authorize(correctRequest());
    psc.authorize(correctRequest());
    login(correctRequest());

    assertThat(Verdicts.ofWindow(psc)).isEmpty();
  }

  @Test
  void findACodeExchangedTwice() {
    String code = psc.login().get("code");
    psc.userinfo(text(json(psc.exchange(code)), "access_token"));
    psc.exchange(code);

    assertThat(Verdicts.ofWindow(psc)).containsExactly("PSC-SUI-03");
  }

  @Test
  void sayNothingOfACodeTriedAgainAfterAFault() {
    String code = psc.login().get("code");
    psc.faults.arm("code-expire");
    psc.exchange(code);
    psc.faults.disarm();
    psc.exchange(code);

    assertThat(Verdicts.ofWindow(psc)).isEmpty();
  }

  @Test
  void findARefreshTokenThatWasReplaced() {
    JsonNode tokens = login(correctRequest());
    psc.refresh(text(tokens, "refresh_token"));
    psc.clock.advance(Duration.ofSeconds(1));
    psc.refresh(text(tokens, "refresh_token"));

    assertThat(Verdicts.ofWindow(psc)).containsExactly("PSC-SUI-04");
  }

  @Test
  void sayNothingOfTwoThreadsThatRenewAtTheSameTime() {
    JsonNode tokens = login(correctRequest());
    psc.refresh(text(tokens, "refresh_token"));
    psc.refresh(text(tokens, "refresh_token"));

    assertThat(Verdicts.ofWindow(psc)).isEmpty();
  }

  @Test
  void findALoginWithoutUserinfo() {
    login(correctRequest());
    Map<String, String> again = fresh();
    psc.exchange(psc.login(People.DOCTOR, again).get("code"));

    assertThat(Verdicts.ofWindow(psc)).containsExactly("PSC-SUI-05");
  }

  @Test
  void remarkAnExpiredTokenThatIsRenewedAfterwards() {
    JsonNode tokens = login(correctRequest());
    psc.clock.advance(Duration.ofMinutes(3));
    psc.userinfo(text(tokens, "access_token"));
    psc.refresh(text(tokens, "refresh_token"));

    assertThat(Verdicts.ofWindow(psc)).containsExactly("PSC-SUI-06");
  }

  @Test
  void findAnExpiredTokenThatIsNeverRenewed() {
    JsonNode tokens = login(correctRequest());
    psc.clock.advance(Duration.ofMinutes(3));
    psc.userinfo(text(tokens, "access_token"));

    assertThat(Verdicts.ofWindow(psc)).containsExactly("PSC-SUI-07");
  }

  @Test
  void onlyRemarkAnExpiredTokenOfAThreadThatMissedTheRenewal() {
    JsonNode tokens = login(correctRequest());
    psc.clock.advance(Duration.ofMinutes(3));
    psc.refresh(text(tokens, "refresh_token"));
    psc.userinfo(text(tokens, "access_token"));

    assertThat(Verdicts.ofWindow(psc)).containsExactly("PSC-SUI-06");
  }

  @Test
  void sayNothingOfATokenThatAStubKeptFromBeingRenewed() {
    JsonNode tokens = login(correctRequest());
    psc.clock.advance(Duration.ofMinutes(3));
    psc.userinfo(text(tokens, "access_token"));
    psc.stubbed(Transactions.TOKEN);

    assertThat(Verdicts.ofWindow(psc)).containsExactly("PSC-SUI-06");
  }

  @Test
  void onlyRemarkAnExpiredTokenWhenNothingCouldRenewIt() {
    PscOnPaper brief = new PscOnPaper(Map.of("psc.refresh-token-seconds", "130"));
    JsonNode tokens = brief.tokens();
    brief.userinfo(text(tokens, "access_token"));
    brief.clock.advance(Duration.ofMinutes(3));
    brief.userinfo(text(tokens, "access_token"));

    assertThat(Verdicts.ofWindow(brief)).containsExactly("PSC-SUI-06");
  }

  @ParameterizedTest
  @CsvSource({
    "state-faux, PSC-SUI-08",
    "state-absent, PSC-SUI-08",
    "iss-reponse-faux, PSC-SUI-09",
  })
  void findACallbackThatHadToBeRejected(String fault, String rule) {
    psc.faults.arm(fault);
    String code = psc.login().get("code");
    assertThat(Verdicts.ofWindow(psc)).isEmpty();
    psc.faults.disarm();

    psc.userinfo(text(json(psc.exchange(code)), "access_token"));

    assertThat(Verdicts.ofWindow(psc)).containsExactly(rule);
  }

  @ParameterizedTest
  @CsvSource({
    "nonce-faux, PSC-SUI-10",
    "nonce-absent, PSC-SUI-10",
    "iss-faux, PSC-SUI-10",
    "aud-faux, PSC-SUI-10",
    "aud-multiple, PSC-SUI-10",
    "exp-passee, PSC-SUI-10",
    "alg-none, PSC-SUI-10",
    "sans-signature, PSC-SUI-10",
    "hs256-cle-publique, PSC-SUI-10",
    "signature-fausse, PSC-SUI-10",
    "kid-inconnu, PSC-SUI-10",
    "hs256-secret, PSC-SUI-11",
    "acr-autre, PSC-SUI-11",
    "iat-futur, PSC-SUI-11",
    "at-hash-faux, PSC-SUI-11",
  })
  void findAnIdTokenThatHadToBeRejected(String fault, String rule) {
    psc.faults.arm(fault);
    JsonNode tokens = psc.tokens();
    psc.faults.disarm();
    assertThat(Verdicts.ofWindow(psc)).isEmpty();

    psc.userinfo(text(tokens, "access_token"));

    assertThat(Verdicts.ofWindow(psc)).containsExactly(rule);
  }

  // OpenID Connect Core 3.1.3.7 point 6 would let TLS stand for the signature
  @Test
  void nameTheNationalTextWhenASignatureIsNotVerified() {
    psc.faults.arm("signature-fausse");
    JsonNode tokens = psc.tokens();
    psc.faults.disarm();
    psc.userinfo(text(tokens, "access_token"));

    assertThat(Verdicts.sequenceFindings(psc))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.rule().sourceKey()).isEqualTo("psc.md 2.1, étape 6 (S: TRANSPORT)");
              assertThat(found.mend()).contains("CI-SIS");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonce-faux", "nonce-absent"})
  void sayNothingOfANonceThatWasNeverAskedFor(String fault) {
    psc.faults.arm(fault);
    JsonNode tokens = login(requestWith("nonce", null));

    assertThat(PscOnPaper.claims(text(tokens, "id_token")).has("nonce")).isFalse();
    assertThat(Verdicts.ofWindow(psc)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"acr-absent", "kid-absent"})
  void sayNothingOfAnIdTokenThatMayBeAccepted(String fault) {
    psc.faults.arm(fault);
    login(correctRequest());

    assertThat(Verdicts.ofWindow(psc)).isEmpty();
  }

  @Test
  void findThatTheKeysWereNotReadAgain() {
    psc.back("GET", CONNECT + "certs", Headers.none(), "");
    psc.faults.arm("rotation-cles");
    login(correctRequest());
    psc.faults.disarm();

    assertThat(Verdicts.ofWindow(psc)).containsExactly("PSC-SUI-12");

    psc.back("GET", CONNECT + "certs", Headers.none(), "");
    assertThat(Verdicts.ofWindow(psc)).isEmpty();
  }

  @Test
  void takeAReadingOfTheKeysThatAStubAnsweredForOne() {
    psc.faults.arm("rotation-cles");
    login(correctRequest());
    psc.faults.disarm();
    psc.stubbed(Transactions.JWKS);

    assertThat(Verdicts.ofWindow(psc)).isEmpty();
  }

  @Test
  void expectNoReadingOfTheKeysAfterAnotherFault() {
    psc.faults.arm("rotation-cles").arm("sans-signature");
    psc.tokens();
    psc.faults.disarm();

    assertThat(Verdicts.ofWindow(psc)).isEmpty();
  }

  private JsonNode login(Map<String, String> request) {
    JsonNode tokens = json(psc.exchange(psc.login(People.DOCTOR, request).get("code")));
    psc.userinfo(text(tokens, "access_token"));
    return tokens;
  }

  private void login(Map<String, String> request, String verifier) {
    Map<String, String> form = PscOnPaper.codeForm(psc.login(People.DOCTOR, request).get("code"));
    form.put("code_verifier", verifier);
    psc.userinfo(text(json(psc.token(form)), "access_token"));
  }

  private static Map<String, String> withPkce(Map<String, String> request) {
    request.put("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    request.put("code_challenge_method", "S256");
    return request;
  }

  private static Map<String, String> fresh() {
    Map<String, String> request = requestWith("state", "st-Nf5Wc8YqR1tMzK3uHb6E");
    request.put("nonce", "no-Vx2PaJ7sLgQd0TiC9yOm");
    return request;
  }

  private static String text(JsonNode tokens, String member) {
    return tokens.get(member).asText();
  }
}
