package fr.socle.psc.protocol;

import static fr.socle.psc.PscOnPaper.CONNECT;
import static fr.socle.psc.PscOnPaper.claims;
import static fr.socle.psc.PscOnPaper.json;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.Served;
import fr.socle.psc.People;
import fr.socle.psc.PscOnPaper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedUserinfoTest {
  private final PscOnPaper psc = new PscOnPaper();

  // OpenID Connect Core 5.3.2
  @Test
  void isATokenOfTheProviderForTheClient() throws Exception {
    register("RS256");

    Served served = userinfo();

    assertThat(type(served)).isEqualTo("application/jwt");
    assertThat(verifies(body(served))).isTrue();
    assertThat(claims(body(served)).get("iss").asText()).isEqualTo(PscOnPaper.ISSUER);
    assertThat(claims(body(served)).get("aud").asText()).isEqualTo("lps-demo");
    assertThat(claims(body(served)).get("SubjectNameID").asText()).isEqualTo(People.DOCTOR);
  }

  @Test
  void isPlainForAClientThatAskedForNothing() {
    register("none");

    assertThat(type(userinfo())).isEqualTo("application/json");
  }

  @Test
  void isSignedByAStrangerOnDemand() throws Exception {
    register("RS256");
    psc.faults.arm("userinfo-signature-fausse");

    assertThat(verifies(body(userinfo()))).isFalse();
  }

  @Test
  void keepsItsKeyForAClientInJson() {
    psc.faults.arm("userinfo-signature-fausse");

    assertThat(json(userinfo()).get("sub").asText()).contains(People.DOCTOR);
    assertThat(psc.faults.struck()).isEmpty();
  }

  @Test
  void isSignedOnDemandForAClientInJson() throws Exception {
    psc.faults.arm("userinfo-signe");

    Served served = userinfo();

    assertThat(type(served)).isEqualTo("application/jwt");
    assertThat(verifies(body(served))).isTrue();
  }

  @Test
  void isSignedOnDemandByAnUnknownKeyForAClientInJson() throws Exception {
    psc.faults.arm("userinfo-signe", Map.of("cle", "inconnue"));

    Served served = userinfo();

    assertThat(claims(body(served)).get("SubjectNameID").asText()).isEqualTo(People.DOCTOR);
    assertThat(verifies(body(served))).isFalse();
  }

  @Test
  void isSealedForNobodyOnDemand() {
    psc.faults.arm("userinfo-chiffre");

    Served served = userinfo();

    assertThat(type(served)).isEqualTo("application/jwt");
    assertThat(body(served).split("\\.", -1)).hasSize(5);
    assertThat(PscOnPaper.header(body(served))).contains("RSA-OAEP");
  }

  @ParameterizedTest
  @CsvSource({
    "userinfo-403, 403, application/json",
    "userinfo-500, 500, application/json",
    "userinfo-html, 502, text/html;charset=UTF-8",
    "userinfo-latin1, 200, application/json;charset=ISO-8859-1",
  })
  void failsOnDemand(String fault, int status, String type) {
    psc.faults.arm(fault);

    Served served = userinfo();

    assertThat(served.answer().status()).isEqualTo(status);
    assertThat(type(served)).isEqualTo(type);
  }

  @Test
  void isWrittenInTheOtherCharsetThatItAnnounces() {
    Served plain = userinfo();
    psc.faults.arm("userinfo-latin1");

    Served served = userinfo();

    assertThat(new String(served.answer().body(), ISO_8859_1))
        .isEqualTo(new String(plain.answer().body(), UTF_8));
  }

  private void register(String algorithm) {
    psc.control(
        "clients",
        new ClientRequest(
            "lps-demo",
            psc.secret(),
            "client_secret_basic",
            null,
            List.of(PscOnPaper.REDIRECT),
            null,
            Map.of("userinfo_signed_response_alg", algorithm)));
  }

  private Served userinfo() {
    return psc.userinfo(psc.tokens().get("access_token").asText());
  }

  private boolean verifies(String token) throws Exception {
    JWSObject object = JWSObject.parse(token);
    JWKSet keys =
        JWKSet.parse(json(psc.back("GET", CONNECT + "certs", Headers.none(), "")).toString());
    JWK key = keys.getKeyByKeyId(object.getHeader().getKeyID());
    return key != null && object.verify(new RSASSAVerifier(key.toRSAKey()));
  }

  private static String type(Served served) {
    return served.answer().headers().first("Content-Type").orElseThrow();
  }

  private static String body(Served served) {
    return new String(served.answer().body(), US_ASCII);
  }
}
