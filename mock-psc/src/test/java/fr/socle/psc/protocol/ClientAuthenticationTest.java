package fr.socle.psc.protocol;

import static fr.socle.psc.PscOnPaper.CONNECT;
import static fr.socle.psc.PscOnPaper.claims;
import static fr.socle.psc.PscOnPaper.codeForm;
import static fr.socle.psc.PscOnPaper.json;
import static fr.socle.psc.PscOnPaper.requestWith;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.X509CertUtils;
import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.Served;
import fr.socle.psc.Certificates;
import fr.socle.psc.People;
import fr.socle.psc.PscOnPaper;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAuthenticationTest {
  private static final String SUBJECT =
      "CN=logiciel-exemple,OU=399999999900017,O=CABINET EXEMPLE,ST=Paris (75),C=FR";

  private final PscOnPaper psc = new PscOnPaper(Map.of(), Certificates.of(SUBJECT));

  @Test
  void takesTheSecretInTheBodyAsWellAsInTheHeader() {
    Map<String, String> form = codeForm(psc.login().get("code"));
    form.put("client_id", "lps-demo");
    form.put("client_secret", psc.secret());

    assertThat(psc.post("token", form, Headers.none()).answer().status()).isEqualTo(200);
  }

  @Test
  void decodesBothPartsOfTheHeader() {
    psc.control(
        "clients",
        new ClientRequest(
            "client é:1",
            "s+e%c ret:/é",
            "client_secret_basic",
            null,
            List.of(PscOnPaper.REDIRECT),
            null,
            null));
    Map<String, String> form =
        codeForm(psc.login(People.DOCTOR, requestWith("client_id", "client é:1")).get("code"));

    assertThat(
            psc.post("token", form, PscOnPaper.basic("client é:1", "s+e%c ret:/é"))
                .answer()
                .status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "lps-demo, faux, invalid_client",
    "inconnu, faux, invalid_client",
    "lps-demo-mtls, faux, invalid_client",
  })
  void refusesBadCredentialsWithoutSpendingTheCode(String id, String secret, String error) {
    String code = psc.login().get("code");

    Served served = psc.post("token", codeForm(code), PscOnPaper.basic(id, secret));

    assertThat(served.answer().status()).isEqualTo(401);
    assertThat(json(served).get("error").asText()).isEqualTo(error);
    assertThat(served.answer().headers().first("WWW-Authenticate")).isPresent();
    assertThat(psc.exchange(code).answer().status()).isEqualTo(200);
  }

  @Test
  void usesTheErrorCodesOfKeycloakInTheStrictProfile() {
    PscOnPaper strict = new PscOnPaper(Map.of("psc.profile", "strict"));
    Headers wrong = PscOnPaper.basic("lps-demo", "faux");

    assertThat(json(strict.post("token", codeForm("x"), wrong)).get("error").asText())
        .isEqualTo("unauthorized_client");
    assertThat(json(strict.post("token/introspect", Map.of(), wrong)).get("error").asText())
        .isEqualTo("invalid_request");
  }

  @Test
  void wantsTheCertificateBesideTheSecretWhenTheSpaceSaysSo() throws Exception {
    PscOnPaper demanding = new PscOnPaper(Map.of("psc.mtls", "required"), Certificates.of(SUBJECT));
    String code = demanding.login().get("code");
    assertThat(demanding.exchange(code).answer().status()).isEqualTo(401);
    demanding.present(Certificates.of("CN=autre,C=FR"));
    assertThat(demanding.exchange(code).answer().status()).isEqualTo(401);
    demanding.present(Certificates.of(SUBJECT));

    Served served = demanding.exchange(code);

    assertThat(served.answer().status()).isEqualTo(200);
    assertThat(claims(json(served).get("access_token").asText()).has("cnf")).isTrue();
  }

  @Test
  void wantsTheCertificateOfAClientDeclaredSo() throws Exception {
    psc.control(
        "clients",
        new ClientRequest(
            "lgc",
            "un-secret-assez-long",
            "client_secret_basic",
            SUBJECT,
            List.of(PscOnPaper.REDIRECT),
            null,
            Map.of("mtls", "required")));
    Map<String, String> form =
        codeForm(psc.login(People.DOCTOR, requestWith("client_id", "lgc")).get("code"));
    Headers secret = PscOnPaper.basic("lgc", "un-secret-assez-long");

    assertThat(psc.post("token", form, secret).answer().status()).isEqualTo(401);
    psc.present(Certificates.of(SUBJECT));
    assertThat(psc.post("token", form, secret).answer().status()).isEqualTo(200);
  }

  @Test
  void leavesTokensUnboundWhenTheSettingSaysSo() throws Exception {
    PscOnPaper unbound =
        new PscOnPaper(Map.of("psc.bound-tokens", "off"), Certificates.of(SUBJECT));
    unbound.present(Certificates.of(SUBJECT));
    Map<String, String> form =
        codeForm(
            unbound.login(People.DOCTOR, requestWith("client_id", "lps-demo-mtls")).get("code"));
    form.put("client_id", "lps-demo-mtls");
    String access = json(unbound.post("token", form, Headers.none())).get("access_token").asText();
    unbound.present(null);

    assertThat(claims(access).has("cnf")).isFalse();
    assertThat(unbound.userinfo(access).answer().status()).isEqualTo(200);
  }

  @Test
  void saysThatItDoesNotReadAssertions() {
    Map<String, String> form = codeForm(psc.login().get("code"));
    form.put("client_assertion", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJscHMtZGVtbyJ9.AAAA");

    Served served = psc.post("token", form, Headers.none());

    assertThat(json(served).get("error").asText()).isEqualTo("invalid_client");
    assertThat(served.refusal().reason()).contains("client_assertion");
    assertThat(served.decoded().get("client")).isEqualTo("lps-demo");
  }

  @Test
  void refusesARequestThatNamesNoClient() {
    Served served = psc.post("token", codeForm(psc.login().get("code")), Headers.none());

    assertThat(served.answer().status()).isEqualTo(401);
    assertThat(json(served).get("error").asText()).isEqualTo("invalid_client");
    assertThat(served.answer().headers().first("WWW-Authenticate")).isPresent();
  }

  @Test
  void bindsTheAccessTokenToTheCertificateOfTheClient() throws Exception {
    X509Certificate certificate = Certificates.of(SUBJECT);
    psc.present(certificate);
    String access = accessTokenByCertificate();

    assertThat(claims(access).at("/cnf/x5t#S256").asText())
        .isEqualTo(X509CertUtils.computeSHA256Thumbprint(certificate).toString());
    assertThat(psc.userinfo(access).answer().status()).isEqualTo(200);
    psc.present(null);
    assertThat(psc.userinfo(access).answer().status()).isEqualTo(401);
    psc.present(Certificates.of(SUBJECT));
    assertThat(psc.userinfo(access).answer().status()).isEqualTo(401);
  }

  @Test
  void refusesTheCertificateOfAnotherSubject() throws Exception {
    psc.present(Certificates.of("CN=autre,OU=399999999900017,O=CABINET EXEMPLE,C=FR"));

    Served served = exchangeByCertificate();

    assertThat(served.answer().status()).isEqualTo(401);
    assertThat(json(served).get("error").asText()).isEqualTo("invalid_client");
    assertThat(served.refusal().reason()).contains("CN=autre");
  }

  @Test
  void doesNotBindTheTokenOfAClientThatUsesItsSecret() throws Exception {
    psc.present(Certificates.of(SUBJECT));

    assertThat(claims(psc.tokens().get("access_token").asText()).has("cnf")).isFalse();
  }

  @Test
  void letsNobodyIntrospectWithoutAuthentication() {
    Served served =
        psc.post(
            "token/introspect",
            Map.of("token", psc.tokens().get("access_token").asText()),
            Headers.none());

    assertThat(served.answer().status()).isEqualTo(401);
    assertThat(json(served).get("error").asText()).isEqualTo("invalid_client");
  }

  @Test
  void neverShowsASecretInTheJournal() {
    Map<String, String> form = codeForm(psc.login().get("code"));
    form.put("client_id", "lps-demo");
    form.put("client_secret", psc.secret());
    Served served = psc.post("token", form, Headers.none());

    String access = json(served).get("access_token").asText();
    assertThat(served.decoded().toString())
        .doesNotContain(psc.secret(), form.get("code"), access)
        .contains("preferred_username=" + People.DOCTOR);
    assertThat(psc.userinfo(access).decoded().toString()).doesNotContain(access);
  }

  private String accessTokenByCertificate() {
    return json(exchangeByCertificate()).get("access_token").asText();
  }

  private Served exchangeByCertificate() {
    Map<String, String> form =
        codeForm(psc.login(People.DOCTOR, requestWith("client_id", "lps-demo-mtls")).get("code"));
    form.put("client_id", "lps-demo-mtls");
    return psc.back(
        "POST",
        CONNECT + "token",
        Headers.none().with("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8"),
        PscOnPaper.encode(form));
  }
}
