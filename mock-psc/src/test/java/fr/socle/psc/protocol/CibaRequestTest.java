package fr.socle.psc.protocol;

import static fr.socle.psc.CibaOnPaper.correctRequest;
import static fr.socle.psc.CibaOnPaper.requestWith;
import static fr.socle.psc.PscOnPaper.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.client.api.PscState;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.Served;
import fr.socle.psc.Certificates;
import fr.socle.psc.CibaOnPaper;
import fr.socle.psc.People;
import fr.socle.psc.PscOnPaper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CibaRequestTest {
  private static final String SUBJECT = "CN=logiciel,OU=399999999900017,O=CABINET,C=FR";

  private final PscOnPaper psc = new PscOnPaper(Map.of(), Certificates.of(SUBJECT));
  private final CibaOnPaper ciba = new CibaOnPaper(psc);

  @Test
  void isAcknowledgedWithALongOpaqueIdentifier() {
    JsonNode body = json(ciba.ask(correctRequest()));

    assertThat(body.get("expires_in").asInt()).isEqualTo(120);
    assertThat(body.get("interval").asInt()).isEqualTo(5);
    assertThat(body.get("auth_req_id").asText())
        .hasSizeGreaterThanOrEqualTo(1000)
        .hasSizeLessThan(1010)
        .matches("[A-Za-z0-9_-]+\\.\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    assertThat(body.size()).isEqualTo(3);
  }

  @Test
  void isAcknowledgedAsTheSettingsSay() {
    CibaOnPaper other =
        new CibaOnPaper(
            new PscOnPaper(
                Map.of(
                    "psc.ciba-expires-seconds", "30",
                    "psc.ciba-interval-seconds", "1",
                    "psc.ciba-auth-req-id-length", "2500",
                    "psc.ciba-channel", "CARD")));
    JsonNode body = json(other.ask(requestWith("channel", null)));

    assertThat(body.get("expires_in").asInt()).isEqualTo(30);
    assertThat(body.get("interval").asInt()).isEqualTo(1);
    assertThat(body.get("auth_req_id").asText()).hasSizeBetween(2500, 2510);
    assertThat(other.request().channel()).isEqualTo("CARD");
  }

  @Test
  void reachesThePhoneOfItsPerson() {
    ciba.ask();

    PscState.PhoneRequest request = ciba.request();
    assertThat(request.nationalId()).isEqualTo(People.DOCTOR);
    assertThat(request.clientId()).isEqualTo("lps-demo");
    assertThat(request.channel()).isEqualTo("MOBILE");
    assertThat(request.bindingMessage()).isEqualTo("42");
    assertThat(request.status()).isEqualTo("en-attente");
    assertThat(request.askedAt()).isEqualTo(psc.clock.instant());
    assertThat(Duration.between(request.askedAt(), request.expiresAt())).hasSeconds(120);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "login_hint, -, 400, invalid_request, missing parameter : login_hint",
        "login_hint, 899999999999, 400, invalid_request, invalid user",
        "login_hint, " + People.REVOKED + ", 400, invalid_request, invalid user",
        "scope, -, 400, invalid_request, missing parameter : scope",
        "scope, openid tout, 400, invalid_scope, Invalid scopes: openid tout",
        "user_code, 1234, 400, invalid_request, User code not supported",
        "client_notification_token, abc, 400, invalid_request,"
            + " Client Notification token supported only for the ping mode",
        "request, eyJ, 400, invalid_request, request parameter not supported",
      })
  void isRefusedInTheWordsOfTheRealm(
      String name, String value, int status, String error, String description) {
    Served served = ciba.ask(requestWith(name, value));

    assertThat(served.answer().status()).isEqualTo(status);
    assertThat(json(served).get("error").asText()).isEqualTo(error);
    assertThat(json(served).get("error_description").asText()).isEqualTo(description);
    assertThat(served.refusal().reason()).endsWith(".");
    assertThat(ciba.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quarante deux",
        "é",
        "12\n",
        "x123456789x123456789x123456789x123456789x123456789x"
      })
  void isRefusedWithABindingMessageThatCannotBeShown(String message) {
    Served served = ciba.ask(requestWith("binding_message", message));

    assertThat(served.answer().status()).isEqualTo(400);
    assertThat(json(served).get("error").asText()).isEqualTo("invalid_binding_message");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"00", "7", "a-b._+/!?#Z", "x123456789x123456789x123456789x123456789x123456789"})
  void isAcceptedWithAnyBindingMessageTheRealmAccepts(String message) {
    ciba.ask(requestWith("binding_message", message));

    assertThat(ciba.request().bindingMessage()).isEqualTo(message);
  }

  @Test
  void isAcceptedWithoutBindingMessageNorChannel() {
    Map<String, String> form = requestWith("binding_message", null);
    form.remove("channel");
    ciba.ask(form);

    assertThat(ciba.request().bindingMessage()).isNull();
    assertThat(ciba.request().channel()).isEqualTo("MOBILE");
  }

  @Test
  void isRefusedWithTheStandardWordWhenTheSettingSaysSo() {
    CibaOnPaper other =
        new CibaOnPaper(new PscOnPaper(Map.of("psc.ciba-unknown-user", "unknown_user_id")));
    Served served = other.ask(requestWith("login_hint", "899999999999"));

    assertThat(json(served)).hasToString("{\"error\":\"unknown_user_id\"}");
  }

  @Test
  void isRefusedWithAnotherLevelWhenTheSettingSaysSo() {
    CibaOnPaper other = new CibaOnPaper(new PscOnPaper(Map.of("psc.acr-values", "required")));

    assertThat(other.ask(requestWith("acr_values", "eidas2")).answer().status()).isEqualTo(400);
    assertThat(other.ask(correctRequest()).answer().status()).isEqualTo(200);
  }

  @Test
  void isRefusedWhenTheClientDoesNotAuthenticate() {
    Served without = psc.post("ext/ciba/auth", correctRequest(), Headers.none());
    Served wrong =
        psc.post("ext/ciba/auth", correctRequest(), PscOnPaper.basic("lps-demo", "autre"));

    assertThat(without.answer().status()).isEqualTo(401);
    assertThat(json(without).get("error").asText()).isEqualTo("invalid_client");
    assertThat(wrong.answer().status()).isEqualTo(401);
    assertThat(json(wrong).get("error").asText()).isEqualTo("invalid_client");
    assertThat(wrong.answer().headers().first("WWW-Authenticate")).isPresent();
  }

  @Test
  void isAcceptedFromAClientWithItsSecretInTheBodyOrItsCertificate() throws Exception {
    Map<String, String> secret = requestWith("client_id", "lps-demo");
    secret.put("client_secret", psc.secret());
    assertThat(psc.post("ext/ciba/auth", secret, Headers.none()).answer().status()).isEqualTo(200);

    psc.present(Certificates.of(SUBJECT));
    Map<String, String> certificate = requestWith("client_id", "lps-demo-mtls");
    assertThat(psc.post("ext/ciba/auth", certificate, Headers.none()).answer().status())
        .isEqualTo(200);
    psc.present(Certificates.of("CN=autre,C=FR"));
    assertThat(psc.post("ext/ciba/auth", certificate, Headers.none()).answer().status())
        .isEqualTo(401);
  }

  @Test
  void isRefusedWhenCibaWasNotActivatedForTheClient() {
    psc.control(
        "clients",
        new ClientRequest(
            "sans-ciba",
            "secret",
            "client_secret_basic",
            null,
            List.of(PscOnPaper.REDIRECT),
            null,
            Map.of("ciba", "off")));
    Headers basic = PscOnPaper.basic("sans-ciba", "secret");
    Served asked = psc.post("ext/ciba/auth", correctRequest(), basic);
    Served polled =
        psc.post("token", Map.of("grant_type", CibaOnPaper.GRANT, "auth_req_id", "x"), basic);

    for (Served served : List.of(asked, polled)) {
      assertThat(served.answer().status()).isEqualTo(400);
      assertThat(json(served).get("error").asText()).isEqualTo("invalid_grant");
      assertThat(json(served).get("error_description").asText())
          .isEqualTo("Client not allowed OIDC CIBA Grant");
    }
  }

  @Test
  void isRefusedWhenThePhoneIsOff() {
    ciba.next("eteint");
    Served served = ciba.ask(correctRequest());

    assertThat(served.answer().status()).isEqualTo(503);
    assertThat(json(served).get("error").asText()).isEqualTo("server_error");
    assertThat(ciba.requests()).isEmpty();
  }

  @Test
  void isServedByPostAloneAndNeverToABrowserScript() {
    Served got = psc.back("GET", PscOnPaper.CONNECT + "ext/ciba/auth", Headers.none(), "");
    Served posted = ciba.ask(correctRequest());

    assertThat(got.answer().status()).isEqualTo(405);
    assertThat(posted.answer().headers().first("Access-Control-Allow-Origin")).isEmpty();
    assertThat(posted.answer().headers().first("Cache-Control")).hasValue("no-store");
  }

  @Test
  void leavesNoIdentifierInTheJournal() {
    Served asked = ciba.ask(correctRequest());
    String authReqId = CibaOnPaper.authReqId(asked);
    Served polled = ciba.poll(authReqId);

    assertThat(asked.decoded().toString()).doesNotContain(authReqId).contains("masqué (");
    assertThat(polled.decoded().toString()).doesNotContain(authReqId);
    assertThat(asked.decoded().get("demandeCiba"))
        .isEqualTo(polled.decoded().get("demandeCiba"))
        .isEqualTo(ciba.request().id());
  }
}
