package fr.socle.psc;

import static fr.socle.psc.WireBrowser.json;
import static fr.socle.psc.WireBrowser.request;
import static fr.socle.psc.WireBrowser.returned;
import static fr.socle.psc.WireSpace.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.BenchRefusedException;
import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.client.api.Fault;
import fr.socle.bench.client.api.FaultKind;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.control.ControlOptions;
import fr.socle.bench.control.ControlServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults armed for one professional or one relying party, on the wire. */
class KeyedFaultsTest {
  private static final String OTHER = "autre-logiciel";
  private static final String SECRET = "un-secret-assez-long";

  private static Bench bench;
  private static ControlServer control;
  private static BenchClient client;

  private WireSpace space;

  @BeforeAll
  static void start(@TempDir Path pki) {
    bench = Bench.start(BenchOptions.builder().services(new PscMock()).pkiDirectory(pki).build());
    control = ControlServer.start(bench, ControlOptions.loopback());
    client = new BenchClient(control.address());
  }

  @AfterAll
  static void stop() {
    control.close();
    bench.close();
  }

  @BeforeEach
  void open() {
    space = new WireSpace(bench);
    space.run(
        "clients",
        new ClientRequest(
            OTHER,
            SECRET,
            "client_secret_basic",
            null,
            List.of(PscOnPaper.REDIRECT),
            null,
            Map.of()));
    space.logsIn(People.DOCTOR);
  }

  private Fault armFor(String person, String fault, Map<String, String> parameters) {
    return client.armFault(
        space.descriptor.id(),
        new FaultRequest("psc", fault, parameters, null, null, person, null));
  }

  private Fault armAt(String clientId, String fault, Map<String, String> parameters) {
    return client.armFault(
        space.descriptor.id(), new FaultRequest("psc", fault, parameters, 1, null, null, clientId));
  }

  private JsonNode login(String person) throws Exception {
    space.logsIn(person);
    return space.browser().tokens(request("nonce", PscOnPaper.NONCE));
  }

  private HttpResponse<String> loginAt(String clientId, String secret) throws Exception {
    WireBrowser browser = space.browser();
    String code =
        returned(browser.authorize(request("client_id", clientId, "nonce", PscOnPaper.NONCE)))
            .get("code");
    return browser.postAs(clientId, secret, space.url("psc.token"), PscOnPaper.codeForm(code));
  }

  private static String nonce(JsonNode tokens) throws Exception {
    return text(PscOnPaper.claims(text(tokens, "id_token")), "nonce");
  }

  private int struck() {
    return client.faults(space.descriptor.id()).get(0).struck();
  }

  @Test
  void spoilTheTokensOfOnePersonAndOfNobodyElse() throws Exception {
    Fault armed = armFor(People.NURSE, "nonce-faux", Map.of());

    assertThat(nonce(login(People.DOCTOR))).isEqualTo(PscOnPaper.NONCE);
    assertThat(struck()).isZero();
    assertThat(nonce(login(People.NURSE))).isNotEqualTo(PscOnPaper.NONCE);

    assertThat(struck()).isEqualTo(1);
    assertThat(armed.nationalId()).isEqualTo(People.NURSE);
    assertThat(client.faults(space.descriptor.id()).get(0).nationalId()).isEqualTo(People.NURSE);
    assertThat(space.last("PSC token").faults()).containsExactly("nonce-faux");
  }

  @Test
  void spoilTheTokensOfOneClientAndNotThoseOfAnother() throws Exception {
    Fault armed = armAt(OTHER, "nonce-faux", Map.of());

    assertThat(nonce(json(loginAt("lps-demo", space.secret())))).isEqualTo(PscOnPaper.NONCE);
    assertThat(client.faults(space.descriptor.id()).get(0).remaining()).isEqualTo(1);
    assertThat(nonce(json(loginAt(OTHER, SECRET)))).isNotEqualTo(PscOnPaper.NONCE);

    assertThat(armed.clientId()).isEqualTo(OTHER);
    assertThat(client.faults(space.descriptor.id()).get(0).remaining()).isZero();
  }

  @Test
  void refuseTheRefreshAndTheUserinfoOfOnePerson() throws Exception {
    JsonNode doctor = login(People.DOCTOR);
    JsonNode nurse = login(People.NURSE);
    WireBrowser server = space.browser();
    armFor(People.NURSE, "refresh-expire", Map.of());
    armFor(People.NURSE, "userinfo-500", Map.of());

    assertThat(server.userinfo(text(doctor, "access_token")).statusCode()).isEqualTo(200);
    assertThat(server.userinfo(text(nurse, "access_token")).statusCode()).isEqualTo(500);
    assertThat(refresh(server, doctor).statusCode()).isEqualTo(200);
    assertThat(refresh(server, nurse).statusCode()).isEqualTo(400);
  }

  private static HttpResponse<String> refresh(WireBrowser server, JsonNode tokens)
      throws Exception {
    return server.token(
        Map.of("grant_type", "refresh_token", "refresh_token", text(tokens, "refresh_token")));
  }

  @Test
  void answerTheTokenRequestsOfOneClientByAnOutage() throws Exception {
    armAt(OTHER, "statut-http", Map.of("code", "503"));
    WireBrowser server = space.browser();
    Map<String, String> unknown = PscOnPaper.codeForm("inconnu");

    assertThat(server.token(unknown).statusCode()).isEqualTo(400);
    assertThat(server.postAs(OTHER, SECRET, space.url("psc.token"), unknown).statusCode())
        .isEqualTo(503);
    assertThat(server.postAs(OTHER, SECRET, space.url("psc.token"), unknown).statusCode())
        .isEqualTo(400);
  }

  @Test
  void sendBackWithAnErrorWhoeverIsMeantOnTheLoginPage() throws Exception {
    space.nobodyAnswers();
    armFor(People.NURSE, "retour-erreur", Map.of("erreur", "server_error"));

    assertThat(returned(onThePage(People.DOCTOR))).containsKey("code");
    assertThat(returned(onThePage(People.NURSE)))
        .containsEntry("error", "server_error")
        .containsEntry("state", PscOnPaper.STATE);
  }

  private HttpResponse<String> onThePage(String person) throws Exception {
    WireBrowser browser = space.browser();
    Matcher ticket =
        Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"")
            .matcher(browser.authorize(request()).body());
    assertThat(ticket.find()).isTrue();
    return browser.post(
        space.url("psc.wallet") + "/login-page",
        Map.of("ticket", ticket.group(1), "identifiant", person, "action", "accepter"));
  }

  @Test
  void spoilTheReturnOfTheOneWhoLogsIn() throws Exception {
    armFor(People.NURSE, "state-faux", Map.of());

    assertThat(returned(space.browser().authorize(request())))
        .containsEntry("state", PscOnPaper.STATE);
    space.logsIn(People.NURSE);
    assertThat(returned(space.browser().authorize(request())).get("state"))
        .isNotEqualTo(PscOnPaper.STATE);
  }

  @Test
  void letTheCibaRequestOfOnePersonExpire() throws Exception {
    armFor(People.NURSE, "ciba-expire", Map.of());

    assertThat(text(json(polled(People.DOCTOR)), "error")).isEqualTo("authorization_pending");
    assertThat(text(json(polled(People.NURSE)), "error")).isEqualTo("expired_token");
  }

  private HttpResponse<String> polled(String person) throws Exception {
    WireBrowser server = space.browser();
    JsonNode asked =
        json(
            server.postAs(
                "lps-demo",
                space.secret(),
                space.url("psc.ciba"),
                Map.of("scope", "openid", "login_hint", person, "binding_message", "42")));
    return server.token(
        Map.of(
            "grant_type",
            "urn:openid:params:grant-type:ciba",
            "auth_req_id",
            text(asked, "auth_req_id")));
  }

  @Test
  void forgeTheLogoutNoticeOfOneClientOfASession() throws Exception {
    try (ToldParty good = new ToldParty();
        ToldParty forged = new ToldParty()) {
      space.run("clients", good.client("lps-demo", space.secret(), Map.of()));
      space.run("clients", forged.client(OTHER, SECRET, Map.of()));
      WireBrowser browser = space.browser();
      JsonNode tokens = browser.tokens(request());
      browser.authorize(request("client_id", OTHER));
      armAt(OTHER, "deconnexion-avec-nonce", Map.of());

      browser.get(space.url("psc.logout") + "?id_token_hint=" + text(tokens, "id_token"));

      assertThat(PscOnPaper.claims(good.token(0)).has("nonce")).isFalse();
      assertThat(PscOnPaper.claims(forged.token(0)).has("nonce")).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tls-1.1                     | 899990000046 |          | ne se limite pas à une personne
          certificat-serveur-expire   |              | lps-demo | ne se limite pas à un client
          jwks-indisponible           |              | lps-demo | ne se limite pas à un client
          proxy-session-perdue        | 899990000046 |          | ne se limite pas à une personne
          nonce-faux                  | 800000000000 |          | n'a l'identifiant national « 800000000000 »
          nonce-faux                  |              | personne | Aucun client de cet espace ne s'appelle « personne »
          """)
  void refuseToBeArmedForWhomTheyCannotTell(
      String fault, String person, String clientId, String reason) {
    assertThatThrownBy(
            () ->
                client.armFault(
                    space.descriptor.id(),
                    new FaultRequest("psc", fault, null, null, null, person, clientId)))
        .isInstanceOf(BenchRefusedException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void sayWhatTheyCanBeRestrictedTo() {
    assertThat(new PscMock().faults())
        .filteredOn(kind -> kind.name().startsWith("jwks-") || kind.name().startsWith("proxy-"))
        .isNotEmpty()
        .allSatisfy(kind -> assertThat(kind.keys()).isEmpty());
    assertThat(new PscMock().faults())
        .filteredOn(kind -> kind.name().equals("nonce-faux"))
        .extracting(FaultKind::keys)
        .containsExactly(List.of("nationalId", "clientId"));
  }
}
