package fr.socle.psc.exchange;

import static fr.socle.psc.PscOnPaper.json;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.http.Headers;
import fr.socle.bench.http.Served;
import fr.socle.psc.Certificates;
import fr.socle.psc.People;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiCallTest {
  private final ApiOnPaper api = new ApiOnPaper();

  @Test
  void letsInATokenOfItsOwnWithItsCertificate() {
    Served served = api.call(api.apiToken().path("access_token").asText());

    // Nothing stands behind the guard in a space without INSi
    assertThat(served.answer().status()).isEqualTo(503);
    assertThat(served.refusal()).isNull();
  }

  @Test
  void refusesATokenOfProSanteConnect() {
    assertRefused(api.call(api.accessToken()), 401, "échangez-le");
  }

  @Test
  void refusesACallWithoutToken() {
    Served served = api.psc.back("POST", "/api/insi/lps", Headers.none(), "");

    assertRefused(served, 401, "ne porte pas de jeton");
    assertThat(served.answer().headers().first("WWW-Authenticate").orElseThrow())
        .startsWith("Bearer realm=\"insi\"");
  }

  @Test
  void refusesTheTokenWithAnotherCertificate() {
    String token = api.apiToken().path("access_token").asText();
    api.psc.present(Certificates.of("CN=autre"));

    assertRefused(api.call(token), 401, "certificat de l'échange");
  }

  @Test
  void refusesAnExpiredToken() {
    String token = api.apiToken().path("access_token").asText();
    api.psc.clock.advance(Duration.ofHours(5));

    assertRefused(api.call(token), 401, "a expiré");
  }

  @Test
  void refusesTheTokenOfAnotherApi() {
    String token = signToken();

    assertRefused(api.call(token), 401, "insi");
  }

  @Test
  void refusesAValidTokenOnPurpose() {
    String token = api.apiToken().path("access_token").asText();
    api.psc.faults.arm("api-jeton-refuse");

    assertRefused(api.call(token), 401, "panne armée");
  }

  @Test
  void signsTheSessionOfTheTokenAndNoOther() {
    String token = signToken();
    String session = api.psc.state().sessions().get(0).id();

    Served signed = sign(token, session);
    Served other = sign(token, "une-autre-session");

    assertThat(signed.answer().status()).isEqualTo(200);
    assertThat(json(signed).path("nationalId").asText()).isEqualTo(People.DOCTOR);
    assertThat(json(signed).path("signature").asText().split("\\.")).hasSize(3);
    assertRefused(other, 400, "mêlé deux sessions");
  }

  @Test
  void refusesToSignWhatIsNotASession() {
    String token = signToken();

    assertRefused(post(token, "[1]"), 400, "proxy_session_id");
    assertRefused(post(token, "pas du json"), 400, "proxy_session_id");
  }

  private String signToken() {
    Map<String, String> form = api.formWith(api.accessToken(), "scope", "signsessiondata");
    return json(api.post("/auth/realms/signsessiondata/protocol/openid-connect/token", form))
        .path("access_token")
        .asText();
  }

  private Served sign(String token, String session) {
    return post(
        token,
        "{\"nationalId\":\""
            + People.DOCTOR
            + "\",\"clientID\":\"lps-demo\",\"proxy_session_id\":\"p1\",\"session_state\":\""
            + session
            + "\"}");
  }

  private Served post(String token, String body) {
    return api.psc.back(
        "POST", "/signsessiondata", Headers.none().with("Authorization", "Bearer " + token), body);
  }

  private static void assertRefused(Served served, int status, String reason) {
    assertThat(served.answer().status()).isEqualTo(status);
    assertThat(served.refusal()).isNotNull();
    assertThat(served.refusal().reason()).contains(reason);
  }
}
