package fr.socle.psc.exchange;

import static fr.socle.psc.PscOnPaper.codeForm;
import static fr.socle.psc.PscOnPaper.json;
import static fr.socle.psc.PscOnPaper.requestWith;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.ApiClientRequest;
import fr.socle.bench.http.Headers;
import fr.socle.psc.Certificates;
import fr.socle.psc.People;
import fr.socle.psc.PscOnPaper;
import fr.socle.psc.check.Verdicts;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiChecksTest {
  private final ApiOnPaper api = new ApiOnPaper();

  @Test
  void haveNothingToSayOfACorrectExchangeAndCall() {
    api.call(api.apiToken().path("access_token").asText());

    assertThat(Verdicts.ofAll(api.psc)).isEmpty();
    assertThat(Verdicts.ofWindow(api.psc)).doesNotContain("API-SUI-01", "API-SUI-02");
  }

  // `code` and `token` are parameters of the API there, those of a FHIR search among them
  @ParameterizedTest
  @CsvSource({"code=8480-6,false", "token=abc,false", "access_token=abc,true"})
  void findAnAccessTokenInTheAddressOfACallAndNothingElse(String query, boolean found) {
    String token = api.apiToken().path("access_token").asText();
    api.psc.back(
        "GET",
        "/api/insi/lps?" + query,
        Headers.none().with("Authorization", "Bearer " + token),
        "");

    assertThat(Verdicts.ofLast(api.psc).contains("PSC-CAN-04")).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({
    "subject_token,,API-ECH-03",
    "subject_token_type,urn:x,API-ECH-03",
    "scope,,API-ECH-06",
    "scope,tout,API-ECH-07",
    "client_secret,s3cret,API-TLS-02",
    "client_id,inconnu,API-TLS-01",
    "cnf,,API-CNF-01",
    "cnf,illisible,API-CNF-03",
    "actor_token_type,urn:x,API-ECH-08"
  })
  void findOneWrongParameter(String name, String value, String rule) {
    api.exchange(api.formWith(api.accessToken(), name, value));

    assertThat(Verdicts.ofLast(api.psc)).containsExactly(rule);
  }

  @Test
  void findABodyThatIsNotAForm() {
    api.accessToken();
    api.psc.back("POST", ApiOnPaper.REALM + "token", Headers.none(), "{}");

    assertThat(Verdicts.ofLast(api.psc)).containsExactly("API-ECH-01");
  }

  @Test
  void findAParameterSentTwice() {
    String form = PscOnPaper.encode(api.correctForm(api.accessToken()));
    api.psc.back(
        "POST",
        ApiOnPaper.REALM + "token",
        Headers.none().with("Content-Type", "application/x-www-form-urlencoded"),
        form + "&scope=insi");

    assertThat(Verdicts.ofLast(api.psc)).containsExactly("API-ECH-02");
  }

  @Test
  void findARefreshTokenInPlaceOfTheAccessToken() {
    String refresh = api.psc.tokens().path("refresh_token").asText();
    api.psc.present(api.certificate);
    api.exchange(api.correctForm(refresh));

    assertThat(Verdicts.ofLast(api.psc)).containsExactly("API-ECH-04");
  }

  @Test
  void remarkAnExpiredToken() {
    String token = api.accessToken();
    api.psc.clock.advance(Duration.ofMinutes(3));
    api.exchange(api.correctForm(token));

    assertThat(Verdicts.ofLast(api.psc)).containsExactly("API-ECH-05");
  }

  @Test
  void findAnActorTokenWithoutItsMembers() {
    Map<String, String> form = api.correctForm(api.accessToken());
    form.put("actor_token_type", ApiOnPaper.TYPE + "jwt");
    form.put("actor_token", actor("{\"iss\":\"x\",\"exp\":1,\"sub\":\"x\"}"));
    api.exchange(form);
    assertThat(Verdicts.ofLast(api.psc)).containsExactly("API-ECH-09");

    form.put(
        "actor_token",
        actor(
            "{\"iss\":\"x\",\"exp\":1,\"sub\":\"x\",\"lps_nom\":\"x\",\"lps_id\":\"x\","
                + "\"lps_version\":\"1\",\"situation_exercice\":\"x\"}"));
    api.exchange(form);
    assertThat(Verdicts.ofLast(api.psc)).isEmpty();
  }

  @Test
  void findAThumbprintInHexadecimal() {
    String hex =
        HexFormat.of()
            .formatHex(Base64.getUrlDecoder().decode(ApiOnPaper.thumbprint(api.certificate)));
    String written = Base64.getEncoder().encodeToString(hex.getBytes(StandardCharsets.US_ASCII));
    api.exchange(api.formWith(api.accessToken(), "cnf", "{\"x5t#S256\":\"" + written + "\"}"));

    assertThat(Verdicts.ofLast(api.psc)).containsExactly("API-CNF-02");
  }

  @Test
  void findAnExchangeWithoutCertificate() {
    String token = api.accessToken();
    api.psc.present(null);
    api.exchange(api.correctForm(token));

    assertThat(Verdicts.ofLast(api.psc)).containsExactly("API-TLS-01");
  }

  @Test
  void findACallWithoutToken() {
    api.psc.back("POST", "/api/insi/lps", Headers.none(), "");

    assertThat(Verdicts.ofLast(api.psc)).containsExactly("API-APP-01");
  }

  @Test
  void findATokenOfProSanteConnectPresentedToTheApi() {
    api.call(api.accessToken());

    assertThat(Verdicts.ofLast(api.psc)).containsExactly("API-APP-02");
  }

  @Test
  void findACallWithAnotherCertificate() {
    String token = api.apiToken().path("access_token").asText();
    api.psc.present(Certificates.of("CN=autre"));
    api.call(token);

    assertThat(Verdicts.ofLast(api.psc)).containsExactly("API-APP-03");
  }

  @ParameterizedTest
  @CsvSource({"insi-lecture,API-APP-04", "insi-recherche,", "insi-lecture insi-recherche,"})
  void findATokenWithoutTheScopeOfTheCall(String scope, String rule) {
    ApiOnPaper two =
        new ApiOnPaper(
            Map.of(
                "api.insi.scopes",
                "insi-lecture,insi-recherche",
                "api.insi.call-scope",
                "insi-recherche"));
    String token =
        json(two.exchange(two.formWith(two.accessToken(), "scope", scope)))
            .path("access_token")
            .asText();
    two.call(token);

    assertThat(Verdicts.ofLast(two.psc)).isEqualTo(rule == null ? List.of() : List.of(rule));
  }

  @Test
  void findAnExpiredApiToken() {
    String token = api.apiToken().path("access_token").asText();
    api.psc.clock.advance(Duration.ofHours(5));
    api.call(token);

    assertThat(Verdicts.ofLast(api.psc)).containsExactly("API-APP-05");
  }

  @Test
  void findSessionDataOfAnotherSession() {
    String token =
        json(api.post(
                "/auth/realms/signsessiondata/protocol/openid-connect/token",
                api.formWith(api.accessToken(), "scope", "signsessiondata")))
            .path("access_token")
            .asText();
    api.psc.back(
        "POST",
        "/signsessiondata",
        Headers.none().with("Authorization", "Bearer " + token),
        "{\"nationalId\":\""
            + People.NURSE
            + "\",\"clientID\":\"x\",\"proxy_session_id\":\"x\",\"session_state\":\"x\"}");

    assertThat(Verdicts.ofLast(api.psc)).containsExactly("API-APP-06");
  }

  @Test
  void findATokenExchangedTwiceAtOneApi() {
    String token = api.accessToken();
    api.exchange(api.correctForm(token));
    api.exchange(api.correctForm(token));

    assertThat(Verdicts.ofWindow(api.psc)).contains("API-SUI-01");
  }

  @Test
  void findTheCertificateOfAnotherSoftware() {
    api.psc.present(api.certificate);
    String code =
        api.psc.login(People.DOCTOR, requestWith("client_id", "lps-demo-mtls")).get("code");
    Map<String, String> form = codeForm(code);
    form.put("client_id", "lps-demo-mtls");
    String token = json(api.psc.post("token", form, Headers.none())).path("access_token").asText();
    api.exchange(api.correctForm(token));
    assertThat(Verdicts.ofWindow(api.psc)).doesNotContain("API-SUI-02");

    X509Certificate other = Certificates.of("CN=autre proxy");
    api.psc.control("api-clients", new ApiClientRequest("autre", "CN=autre proxy", null));
    api.psc.present(other);
    Map<String, String> wrong = api.formWith(token, "client_id", "autre");
    wrong.remove("cnf");
    api.exchange(wrong);
    assertThat(Verdicts.ofWindow(api.psc)).contains("API-SUI-02");
  }

  private static String actor(String claims) {
    return "eyJhbGciOiJub25lIn0."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".";
  }
}
