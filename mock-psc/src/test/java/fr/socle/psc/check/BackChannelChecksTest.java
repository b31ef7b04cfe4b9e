package fr.socle.psc.check;

import static fr.socle.psc.PscOnPaper.CONNECT;
import static fr.socle.psc.PscOnPaper.codeForm;
import static fr.socle.psc.PscOnPaper.json;
import static fr.socle.psc.PscOnPaper.requestWith;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.client.api.PscState;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.Served;
import fr.socle.psc.Certificates;
import fr.socle.psc.People;
import fr.socle.psc.PscOnPaper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackChannelChecksTest {
  private static final String SUBJECT = "CN=logiciel,OU=399999999900017,O=CABINET,C=FR";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final PscOnPaper psc = new PscOnPaper(Map.of(), Certificates.of(SUBJECT));

  @Test
  void haveNothingToSayOfACorrectLoginRefreshAndLogout() {
    JsonNode tokens = psc.tokens();
    psc.userinfo(text(tokens, "access_token"));
    JsonNode renewed = json(psc.refresh(text(tokens, "refresh_token")));
    psc.userinfo(text(renewed, "access_token"));
    introspect(Map.of("token", text(renewed, "access_token")), basic());
    psc.post("logout", Map.of("id_token_hint", text(tokens, "id_token")), Headers.none());

    assertThat(Verdicts.ofAll(psc)).isEmpty();
    assertThat(Verdicts.ofWindow(psc)).isEmpty();
  }

  @Test
  void haveNothingToSayOfAClientWithItsCertificate() throws Exception {
    psc.present(Certificates.of(SUBJECT));
    psc.userinfo(text(json(exchangeByCertificate()), "access_token"));

    assertThat(Verdicts.ofAll(psc)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "userinfo", "token/introspect", "revoke", "certs"})
  void findAnOldTls(String endpoint) {
    psc.speak("TLSv1.1");
    String method = endpoint.equals("certs") ? "GET" : "POST";
    psc.back(method, CONNECT + endpoint, Headers.none(), "");

    assertThat(Verdicts.ofLast(psc)).contains("PSC-CAN-01");
  }

  @Test
  void findAScriptOfABrowser() {
    psc.post(
        "token",
        codeForm(psc.login().get("code")),
        basic()
            .with("Origin", "https://lgc.exemple.invalid")
            .with("Sec-Fetch-Mode", "cors")
            .with("Sec-Fetch-Site", "cross-site"));

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-CAN-02");
  }

  @Test
  void onlyRemarkTheFetchOfANodeServer() {
    psc.post(
        "token",
        codeForm(psc.login().get("code")),
        basic().with("Origin", "https://lgc.exemple.invalid").with("Sec-Fetch-Mode", "cors"));

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-CAN-05");
  }

  @Test
  void onlyRemarkAnOriginThatAServerMayHaveWritten() {
    psc.post(
        "token",
        codeForm(psc.login().get("code")),
        basic().with("Origin", "https://lgc.exemple.invalid"));

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-CAN-05");
  }

  @Test
  void findASecretInTheAddress() {
    psc.back(
        "POST",
        CONNECT + "token?client_secret=" + psc.secret(),
        basic().with("Content-Type", FORM),
        PscOnPaper.encode(codeForm(psc.login().get("code"))));

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-CAN-03");
  }

  @Test
  void findATokenInTheAddress() {
    String access = text(psc.tokens(), "access_token");
    psc.back(
        "GET",
        CONNECT + "userinfo?access_token=" + access,
        Headers.none().with("Authorization", "Bearer " + access),
        "");

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-CAN-04", "PSC-UIN-02");
  }

  @Test
  void findABodyThatIsNotAForm() {
    psc.back("POST", CONNECT + "token", basic().with("Content-Type", "application/json"), "{}");

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-CLI-01");
  }

  @Test
  void findARepeatedParameter() {
    psc.back(
        "POST",
        CONNECT + "token",
        basic().with("Content-Type", FORM),
        PscOnPaper.encode(codeForm(psc.login().get("code"))) + "&code=autre");

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-CLI-02");
  }

  @Test
  void findAClientThatShowsNothing() {
    Map<String, String> form = codeForm(psc.login().get("code"));
    form.put("client_id", "lps-demo");
    psc.post("token", form, Headers.none());

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-CLI-03");
  }

  @Test
  void findAWrongSecret() {
    psc.post("token", codeForm(psc.login().get("code")), PscOnPaper.basic("lps-demo", "faux"));

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-CLI-04");
  }

  @Test
  void findAMissingCertificate() {
    exchangeByCertificate();

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-CLI-05");
  }

  @Test
  void findTheCertificateOfAnother() throws Exception {
    psc.present(Certificates.of("CN=autre,C=FR"));
    exchangeByCertificate();

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-CLI-05");
  }

  @Test
  void findASecretSentTwice() {
    Map<String, String> form = codeForm(psc.login().get("code"));
    form.put("client_id", "lps-demo");
    form.put("client_secret", psc.secret());
    psc.token(form);

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-CLI-06");
  }

  @Test
  void onlyRemarkASignedAssertion() {
    Map<String, String> form = codeForm(psc.login().get("code"));
    form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    form.put("client_assertion", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJscHMtZGVtbyJ9.AAAA");
    psc.post("token", form, Headers.none());

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-CLI-07");
  }

  @ParameterizedTest
  @CsvSource({"true, ", "false, PSC-CLI-05"})
  void findASecretWithoutTheCertificateThatTheSpaceRequires(boolean presented, String rule) {
    PscOnPaper demanding = new PscOnPaper(Map.of("psc.mtls", "required"), Certificates.of(SUBJECT));
    demanding.present(presented ? Certificates.of(SUBJECT) : null);
    demanding.exchange(demanding.login().get("code"));

    assertThat(Verdicts.ofLast(demanding))
        .containsExactlyElementsOf(rule == null ? List.of() : List.of(rule));
  }

  @Test
  void takeCibaForAFlowOfProSanteConnect() {
    psc.token(Map.of("grant_type", "urn:openid:params:grant-type:ciba", "auth_req_id", "x"));

    assertThat(Verdicts.ofLast(psc)).doesNotContain("PSC-TOK-01");
  }

  @Test
  void findAnotherGrant() {
    psc.token(Map.of("grant_type", "password", "username", "x"));

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-TOK-01");
  }

  @Test
  void findAnotherRedirectAddress() {
    Map<String, String> form = codeForm(psc.login().get("code"));
    form.put("redirect_uri", PscOnPaper.REDIRECT + "/");
    psc.token(form);

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-TOK-02");
  }

  @Test
  void findTheCodeOfAnotherClient() {
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
    psc.post(
        "token",
        codeForm(psc.login().get("code")),
        PscOnPaper.basic("autre", "un-secret-assez-long"));

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-TOK-03");
  }

  @ParameterizedTest
  @CsvSource({
    VERIFIER + ", ",
    "court, PSC-PKCE-03",
    "'', PSC-PKCE-04",
    "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXX, PSC-PKCE-04",
  })
  void findAVerifierThatDoesNotAnswer(String verifier, String rule) {
    Map<String, String> request = requestWith("code_challenge", CHALLENGE);
    request.put("code_challenge_method", "S256");
    Map<String, String> form = codeForm(psc.login(People.DOCTOR, request).get("code"));
    form.put("code_verifier", verifier);
    psc.token(form);

    assertThat(Verdicts.ofLast(psc))
        .containsExactlyElementsOf(rule == null ? List.of() : List.of(rule));
  }

  @Test
  void findUserinfoWithoutToken() {
    psc.back("GET", CONNECT + "userinfo", Headers.none(), "");

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-UIN-01");
  }

  @Test
  void findTheTokenInTwoPlaces() {
    String access = text(psc.tokens(), "access_token");
    psc.post(
        "userinfo",
        Map.of("access_token", access),
        Headers.none().with("Authorization", "Bearer " + access));

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-UIN-02");
  }

  @Test
  void findAnIdTokenInPlaceOfTheAccessToken() {
    psc.userinfo(text(psc.tokens(), "id_token"));

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-UIN-03");
  }

  @Test
  void findABoundTokenWithoutItsCertificate() throws Exception {
    psc.present(Certificates.of(SUBJECT));
    String access = text(json(exchangeByCertificate()), "access_token");
    psc.present(null);
    psc.userinfo(access);

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-UIN-04");
  }

  @ParameterizedTest
  @ValueSource(strings = {"access_token", "refresh_token"})
  void findATokenUsedAfterLogout(String kind) {
    JsonNode tokens = psc.tokens();
    psc.post("logout", Map.of("id_token_hint", text(tokens, "id_token")), Headers.none());
    if (kind.equals("access_token")) {
      psc.userinfo(text(tokens, kind));
    } else {
      psc.refresh(text(tokens, kind));
    }

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-JET-01");
  }

  @Test
  void sayNothingOfATokenWhoseSessionAnotherRelyingPartyLoggedOut() {
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
    String access = text(psc.tokens(), "access_token");
    Map<String, String> shared = requestWith("client_id", "autre");
    String code = PscOnPaper.returned(psc.authorize(shared)).get("code");
    JsonNode others =
        json(psc.post("token", codeForm(code), PscOnPaper.basic("autre", "un-secret-assez-long")));
    psc.post("logout", Map.of("id_token_hint", text(others, "id_token")), Headers.none());
    psc.userinfo(access);

    assertThat(Verdicts.ofLast(psc)).isEmpty();
    psc.userinfo(text(others, "access_token"));
    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-JET-01");
  }

  @Test
  void sayNothingOfATokenWhoseSessionEndedByItself() {
    JsonNode tokens = psc.tokens();
    psc.instance().age(Duration.ofHours(5));
    psc.refresh(text(tokens, "refresh_token"));

    assertThat(Verdicts.ofLast(psc)).isEmpty();
  }

  @Test
  void findAnIntrospectionWithoutToken() {
    introspect(Map.of(), basic());

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-INT-01");
  }

  @Test
  void findALogoutWithoutHint() {
    psc.post("logout", Map.of(), Headers.none());

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-DEC-01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eyJhbGciOiJub25lIn0.e30.", "autre"})
  void findALogoutWithAForeignHint(String hint) {
    psc.post("logout", Map.of("id_token_hint", hint), Headers.none());

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-DEC-02");
  }

  @ParameterizedTest
  @ValueSource(strings = {"acr-absent", "kid-absent", "at-hash-faux"})
  void sayNothingOfTheHintOfATokenThatCouldBeAccepted(String fault) {
    psc.faults.arm(fault);
    JsonNode tokens = psc.tokens();
    psc.faults.disarm();
    psc.post("logout", Map.of("id_token_hint", text(tokens, "id_token")), Headers.none());

    assertThat(Verdicts.ofLast(psc)).isEmpty();
    assertThat(psc.state().sessions()).noneMatch(PscState.Session::active);
  }

  @Test
  void findAReturnAddressThatIsNotDeclared() {
    psc.post(
        "logout",
        Map.of(
            "id_token_hint",
            text(psc.tokens(), "id_token"),
            "post_logout_redirect_uri",
            "https://exemple.invalid/"),
        Headers.none());

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-DEC-03");
  }

  @ParameterizedTest
  @CsvSource({"wallet-openid-configuration, ", "openid-configuration, PSC-MET-01"})
  void remarkTheStandardNameOfTheDiscoveryDocument(String name, String rule) {
    psc.back("GET", "/auth/realms/esante-wallet/.well-known/" + name, Headers.none(), "");

    assertThat(Verdicts.ofLast(psc))
        .containsExactlyElementsOf(rule == null ? List.of() : List.of(rule));
  }

  private void introspect(Map<String, String> form, Headers headers) {
    psc.post("token/introspect", form, headers);
  }

  private Served exchangeByCertificate() {
    Map<String, String> form =
        codeForm(psc.login(People.DOCTOR, requestWith("client_id", "lps-demo-mtls")).get("code"));
    form.put("client_id", "lps-demo-mtls");
    return psc.post("token", form, Headers.none());
  }

  private Headers basic() {
    return PscOnPaper.basic("lps-demo", psc.secret());
  }

  private static String text(JsonNode tokens, String member) {
    return tokens.get(member).asText();
  }
}
