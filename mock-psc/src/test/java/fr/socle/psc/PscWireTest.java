package fr.socle.psc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.AgeRequest;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.NextLogin;
import fr.socle.bench.client.api.PscState;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowClosure;
import fr.socle.bench.client.api.WindowRequest;
import fr.socle.bench.spi.ControlOperation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pro Santé Connect in a real bench, over TLS, used by a client that shares no code with it. */
class PscWireTest {
  private static Bench bench;

  @BeforeAll
  static void start(@TempDir Path pki) {
    bench = Bench.start(BenchOptions.builder().services(new PscMock()).pkiDirectory(pki).build());
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @Test
  void aWholeDayOfACorrectRelyingPartyIsJudgedClean() throws Exception {
    SpaceDescriptor space = space(Map.of());
    Window window = bench.openWindow(space.id(), new WindowRequest("journée"));
    says(space, new NextLogin(People.DOCTOR, "accepter"));
    NimbusRelyingParty lps = NimbusRelyingParty.withSecret(space);

    OIDCTokens tokens = lps.login();
    UserInfo userinfo = lps.userinfo(tokens.getAccessToken());
    OIDCTokens renewed = lps.refresh(tokens.getRefreshToken());
    lps.userinfo(renewed.getAccessToken());
    assertThat(lps.active(renewed.getAccessToken())).isTrue();
    String after = lps.logout(renewed.getIDToken());

    assertThat(userinfo.getStringClaim("SubjectNameID")).isEqualTo(People.DOCTOR);
    assertThat(after).isEqualTo("http://127.0.0.1:40123/fin");
    assertThat(lps.active(renewed.getAccessToken())).isFalse();
    assertThat(state(space).sessions()).hasSize(1).noneMatch(PscState.Session::active);
    WindowClosure closure = bench.closeWindow(space.id(), window.id());
    assertThat(closure.benchErrors()).isEmpty();
    assertThat(bench.findings(space.id(), window.id())).isEmpty();
  }

  @Test
  void aRelyingPartyWithItsCertificateGetsTokensBoundToIt() throws Exception {
    SpaceDescriptor space = space(Map.of());
    says(space, new NextLogin(People.NURSE, "accepter"));
    NimbusRelyingParty lps = NimbusRelyingParty.withCertificate(space, "psc-client");

    OIDCTokens tokens = lps.login();

    assertThat(lps.userinfo(tokens.getAccessToken()).getStringClaim("SubjectNameID"))
        .isEqualTo(People.NURSE);
    assertThat(PscOnPaper.claims(tokens.getAccessToken().getValue()).at("/cnf/x5t#S256").asText())
        .hasSize(43);
    assertThat(bench.findings(space.id(), null)).isEmpty();
  }

  @Test
  void theCertificateOfAnotherOrganisationIsRefusedAndSaidSo() throws Exception {
    SpaceDescriptor space = space(Map.of());
    says(space, new NextLogin(People.NURSE, "accepter"));
    NimbusRelyingParty lps = NimbusRelyingParty.withCertificate(space, "organisation");

    assertThatThrownBy(lps::login).isInstanceOf(Exception.class);

    assertThat(bench.findings(space.id(), null)).extracting(Finding::rule).contains("PSC-CLI-05");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonce-faux",
        "nonce-absent",
        "iss-faux",
        "aud-faux",
        "exp-passee",
        "iat-futur",
        "alg-none",
        "sans-signature",
        "hs256-secret",
        "hs256-cle-publique",
        "signature-fausse",
        "kid-inconnu",
        "jku-etranger",
        "x5u-etranger",
        "jeton-chiffre"
      })
  void anIdTokenSpoiltOnPurposeIsRejectedByAStrictLibrary(String fault) throws Exception {
    SpaceDescriptor space = space(Map.of());
    Window window = bench.openWindow(space.id(), new WindowRequest(fault));
    says(space, new NextLogin(People.DOCTOR, "accepter"));
    bench.armFault(space.id(), new FaultRequest("psc", fault, null, null, null));
    NimbusRelyingParty lps = NimbusRelyingParty.withSecret(space);

    assertThatThrownBy(lps::login)
        .satisfiesAnyOf(
            refusal -> assertThat(refusal).isInstanceOf(BadJOSEException.class),
            refusal -> assertThat(refusal).isInstanceOf(ParseException.class));

    WindowClosure closure = bench.closeWindow(space.id(), window.id());
    assertThat(closure.findings()).isEmpty();
    assertThat(exchange(space, "PSC token").faults()).containsExactly(fault);
  }

  @Test
  void whatAScenarioAnnouncedEndsWithItsWindow() throws Exception {
    SpaceDescriptor space = space(Map.of());
    Window window = bench.openWindow(space.id(), new WindowRequest("une"));
    says(space, new NextLogin(People.DOCTOR, "accepter"));
    bench.closeWindow(space.id(), window.id());

    assertThatThrownBy(() -> NimbusRelyingParty.withSecret(space).login())
        .hasMessageContaining("200 without redirect")
        .hasMessageContaining("Se connecter");
  }

  @Test
  void theJournalShowsClaimsAndNoSecret() throws Exception {
    SpaceDescriptor space = space(Map.of());
    says(space, new NextLogin(People.DOCTOR, "accepter"));
    OIDCTokens tokens = NimbusRelyingParty.withSecret(space).login();

    Exchange exchange = exchange(space, "PSC token");
    assertThat(exchange.decoded().at("/id_token/claims/SubjectNameID").asText())
        .isEqualTo(People.DOCTOR);
    assertThat(exchange.decoded().at("/client").asText()).isEqualTo("lps-demo");
    assertThat(exchange.decoded().toString())
        .doesNotContain(
            tokens.getAccessToken().getValue(),
            tokens.getRefreshToken().getValue(),
            space.clients().get(0).clientSecret());
  }

  @Test
  void anAgedSpaceEndsItsSessions() throws Exception {
    SpaceDescriptor space = space(Map.of());
    says(space, new NextLogin(People.DOCTOR, "accepter"));
    NimbusRelyingParty lps = NimbusRelyingParty.withSecret(space);
    OIDCTokens tokens = lps.login();

    bench.age(space.id(), new AgeRequest("PT2H"));

    assertThat(lps.active(tokens.getAccessToken())).isFalse();
    assertThatThrownBy(() -> lps.refresh(tokens.getRefreshToken())).isInstanceOf(Exception.class);
    assertThat(state(space).sessions()).noneMatch(PscState.Session::active);
  }

  @Test
  void twoSpacesDoNotLogEachOtherOut() throws Exception {
    SpaceDescriptor first = space(Map.of());
    SpaceDescriptor second = space(Map.of());
    says(first, new NextLogin(People.DOCTOR, "accepter"));
    says(second, new NextLogin(People.NURSE, "accepter"));
    NimbusRelyingParty lps = NimbusRelyingParty.withSecret(first);
    lps.login();
    lps.open(
        URI.create(
            second.urls().get("psc.authorization")
                + "?"
                + PscOnPaper.encode(PscOnPaper.correctRequest())));

    lps.login();

    assertThat(state(first).sessions()).hasSize(1);
    assertThat(state(second).sessions()).hasSize(1);
  }

  @Test
  void aPlainRequestFindsEverythingItNeedsInTheDescriptor() throws Exception {
    SpaceDescriptor space = space(Map.of("psc.access-token-seconds", "2"));

    assertThat(space.urls())
        .containsKeys("psc.issuer", "psc.discovery", "psc.wallet", "psc.authorization");
    assertThat(space.clients())
        .extracting(client -> client.clientId())
        .containsExactly("lps-demo", "lps-demo-mtls", "lps-demo-mtls-2");
    HttpClient client = HttpClient.newBuilder().sslContext(Trust.of(space, null)).build();
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(space.urls().get("psc.userinfo")))
                .header("Authorization", "Bearer eyJhbGciOiJub25lIn0.e30.")
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
        .startsWith("Bearer realm=\"esante-wallet\"");
    assertThat(exchange(space, "PSC userinfo").refusal().reason()).contains("alg=none");
  }

  private static SpaceDescriptor space(Map<String, String> settings) {
    return bench.createSpace(new SpaceRequest(null, null, settings));
  }

  private static void says(SpaceDescriptor space, NextLogin next) {
    run(space, "next-login", next);
  }

  private static PscState state(SpaceDescriptor space) {
    return (PscState) run(space, "state", null);
  }

  @SuppressWarnings("unchecked")
  private static Object run(SpaceDescriptor space, String name, Object input) {
    return bench.serviceOperations(space.id(), "psc").stream()
        .filter(operation -> operation.name().equals(name))
        .map(operation -> (ControlOperation<Object, Object>) operation)
        .findFirst()
        .orElseThrow()
        .run()
        .apply(input);
  }

  private static Exchange exchange(SpaceDescriptor space, String transaction) {
    List<Exchange> found =
        bench.exchanges(space.id(), 0, null).exchanges().stream()
            .filter(exchange -> transaction.equals(exchange.transaction()))
            .toList();
    assertThat(found).isNotEmpty();
    return found.get(0);
  }
}
