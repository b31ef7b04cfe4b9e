package fr.socle.psc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.ciba.AuthRequestID;
import com.nimbusds.oauth2.sdk.ciba.CIBARequestAcknowledgement;
import com.nimbusds.oauth2.sdk.ciba.CIBAResponse;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationGrantError;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.NextPhone;
import fr.socle.bench.client.api.PhoneAnswer;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowClosure;
import fr.socle.bench.control.ControlOptions;
import fr.socle.bench.control.ControlServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CIBA in a real bench, over TLS, used by a client that shares no code with it. */
class CibaWireTest {
  private static final Map<String, String> QUICK = Map.of("psc.ciba-interval-seconds", "1");

  private static Bench bench;
  private static ControlServer control;
  private static BenchClient client;

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

  @Test
  void aLoginThatIsPolledAtTheRightPaceIsJudgedClean() throws Exception {
    SpaceDescriptor space = space(QUICK);
    Window window = client.openWindow(space.id(), "ciba");
    NimbusCibaParty lps = NimbusCibaParty.withSecret(space);

    CIBARequestAcknowledgement asked = lps.asked(People.DOCTOR, "MOBILE");
    assertThat(asked.getExpiresIn()).isEqualTo(120);
    assertThat(asked.getMinWaitInterval()).isEqualTo(1);
    assertThat(lps.refused(asked.getAuthRequestID()))
        .isEqualTo(DeviceAuthorizationGrantError.AUTHORIZATION_PENDING);
    assertThat(client.pscState(space.id()).phone())
        .singleElement()
        .satisfies(request -> assertThat(request.bindingMessage()).isEqualTo("42"));
    client.answerPhone(space.id(), new PhoneAnswer(null, People.DOCTOR, "accepter", null));
    TokenResponse response = next(lps, asked.getAuthRequestID());

    OIDCTokens tokens = lps.validated(response);
    assertThat(tokens.getIDToken().getJWTClaimsSet().getClaim("nonce")).isNull();
    assertThat(lps.userinfo(tokens).getStringClaim("SubjectNameID")).isEqualTo(People.DOCTOR);
    WindowClosure closure = client.closeWindow(space.id(), window.id());
    assertThat(closure.benchErrors()).isEmpty();
    assertThat(bench.findings(space.id(), window.id())).isEmpty();
  }

  @Test
  void aClientWithItsCertificateGetsTokensBoundToItByCard() throws Exception {
    SpaceDescriptor space = space(Map.of());
    client.nextPhone(space.id(), new NextPhone(People.NURSE, "accepter", null, 1));
    NimbusCibaParty lps = NimbusCibaParty.withCertificate(space);

    OIDCTokens tokens = lps.validated(lps.poll(lps.asked(People.NURSE, "CARD").getAuthRequestID()));

    var claims = PscOnPaper.claims(tokens.getAccessToken().getValue());
    assertThat(claims.at("/cnf/x5t#S256").asText()).hasSize(43);
    assertThat(claims.get("authMode").asText()).isEqualTo("CARD");
    assertThat(bench.findings(space.id(), null)).isEmpty();
  }

  @Test
  void aRefusalEndsTheLogin() throws Exception {
    SpaceDescriptor space = space(Map.of());
    client.nextPhone(space.id(), new NextPhone(null, "refuser", null, null));
    NimbusCibaParty lps = NimbusCibaParty.withSecret(space);

    assertThat(lps.refused(lps.asked(People.DOCTOR, "MOBILE").getAuthRequestID()))
        .isEqualTo(OAuth2Error.ACCESS_DENIED);
  }

  @Test
  void aSpaceThatAgesLetsARequestExpire() throws Exception {
    SpaceDescriptor space = space(Map.of());
    NimbusCibaParty lps = NimbusCibaParty.withSecret(space);
    AuthRequestID id = lps.asked(People.DOCTOR, "MOBILE").getAuthRequestID();

    client.age(space.id(), Duration.ofMinutes(2));

    assertThat(lps.refused(id)).isEqualTo(DeviceAuthorizationGrantError.EXPIRED_TOKEN);
    assertThat(client.pscState(space.id()).phone())
        .extracting(request -> request.status())
        .containsExactly("expiree");
  }

  @Test
  void aHastyClientIsSlowedDownAndToldWhatToChange() throws Exception {
    SpaceDescriptor space = space(Map.of());
    NimbusCibaParty lps = NimbusCibaParty.withSecret(space);
    AuthRequestID id = lps.asked(People.DOCTOR, "MOBILE").getAuthRequestID();
    lps.refused(id);

    assertThat(lps.refused(id)).isEqualTo(DeviceAuthorizationGrantError.SLOW_DOWN);
    assertThat(bench.findings(space.id(), null))
        .extracting(Finding::rule)
        .containsExactly("PSC-CIB-13");
  }

  @Test
  void anUnknownPersonAndAPhoneThatIsOffAreToldAtOnce() throws Exception {
    SpaceDescriptor space = space(Map.of());
    NimbusCibaParty lps = NimbusCibaParty.withSecret(space);
    CIBAResponse unknown = lps.ask("899999999999", "MOBILE");
    client.nextPhone(space.id(), new NextPhone(null, "eteint", null, 1));
    CIBAResponse off = lps.ask(People.DOCTOR, "MOBILE");

    assertThat(unknown.toErrorResponse().getErrorObject().getDescription())
        .isEqualTo("invalid user");
    assertThat(off.toErrorResponse().getErrorObject().getHTTPStatusCode()).isEqualTo(503);
    assertThat(lps.asked(People.DOCTOR, "MOBILE").getAuthRequestID()).isNotNull();
  }

  @Test
  void aFaultStrikesAsManyPollsAsAsked() throws Exception {
    SpaceDescriptor space = space(QUICK);
    client.nextPhone(space.id(), new NextPhone(null, "accepter", null, null));
    client.armFault(
        space.id(), new FaultRequest("psc", "ciba-poll-5xx", Map.of("code", "502"), 1, null));
    client.armFault(space.id(), new FaultRequest("psc", "ciba-identifiant-long", null, null, null));
    NimbusCibaParty lps = NimbusCibaParty.withSecret(space);
    AuthRequestID id = lps.asked(People.DOCTOR, "MOBILE").getAuthRequestID();

    assertThat(id.getValue()).hasSizeGreaterThan(2000);
    assertThat(lps.refused(id).getHTTPStatusCode()).isEqualTo(502);
    assertThat(next(lps, id).indicatesSuccess()).isTrue();
  }

  @Test
  void aPersonAnswersOnThePage() throws Exception {
    SpaceDescriptor space = space(Map.of());
    NimbusCibaParty lps = NimbusCibaParty.withSecret(space);
    AuthRequestID id = lps.asked(People.DOCTOR, "MOBILE").getAuthRequestID();
    HttpClient browser = HttpClient.newBuilder().sslContext(Trust.of(space, null)).build();
    URI page = URI.create(space.urls().get("psc.phone") + "?identifiant=" + People.DOCTOR);
    String html =
        browser
            .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    String request = html.replaceAll("(?s).*name=\"demande\" value=\"([^\"]+)\".*", "$1");
    HttpResponse<String> answered =
        browser.send(
            HttpRequest.newBuilder(page.resolve("/telephone/reponse"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        PscOnPaper.encode(
                            Map.of(
                                "identifiant",
                                People.DOCTOR,
                                "demande",
                                request,
                                "action",
                                "accepter"))))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(html).contains("<strong>42</strong>");
    assertThat(answered.statusCode()).isEqualTo(200);
    assertThat(lps.poll(id).indicatesSuccess()).isTrue();
  }

  /** The first answer after the interval of one second that is not an error of the wire. */
  private static TokenResponse next(NimbusCibaParty lps, AuthRequestID id) {
    return await()
        .pollDelay(Duration.ofSeconds(1))
        .pollInterval(Duration.ofSeconds(1))
        .atMost(Duration.ofSeconds(20))
        .until(() -> lps.poll(id), TokenResponse::indicatesSuccess);
  }

  private static SpaceDescriptor space(Map<String, String> settings) {
    return bench.createSpace(new SpaceRequest(null, null, settings));
  }
}
