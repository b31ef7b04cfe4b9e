package fr.socle.psc.protocol;

import static fr.socle.psc.PscOnPaper.CONNECT;
import static fr.socle.psc.PscOnPaper.ISSUER;
import static fr.socle.psc.PscOnPaper.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import fr.socle.bench.http.Header;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.Served;
import fr.socle.psc.PscOnPaper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscoveryTest {
  private static final String WELL_KNOWN = "/auth/realms/esante-wallet/.well-known/";

  private final PscOnPaper psc = new PscOnPaper();
  private final PscOnPaper strict = new PscOnPaper(Map.of("psc.profile", "strict"));

  @Test
  void announcesTheAuthorizationEndpointOfTheOtherHost() throws Exception {
    JsonNode document = json(get(psc, WELL_KNOWN + "wallet-openid-configuration"));

    OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(document.toString());
    assertThat(metadata.getIssuer().getValue()).isEqualTo(ISSUER);
    assertThat(metadata.getAuthorizationEndpointURI()).hasToString(PscOnPaper.WALLET + "/auth");
    assertThat(metadata.getTokenEndpointURI()).hasToString(PscOnPaper.BACK + CONNECT + "token");
    assertThat(metadata.supportsAuthorizationResponseIssuerParam()).isTrue();
    assertThat(document.get("acr_values_supported").toString()).isEqualTo("[\"0\",\"0\"]");
    assertThat(document.at("/mtls_endpoint_aliases/token_endpoint").asText())
        .isEqualTo(document.get("token_endpoint").asText());
  }

  @ParameterizedTest
  @CsvSource({"openid-configuration, 200, 404", "wallet-openid-configuration, 200, 200"})
  void servesTheStandardNameUnlessTheProfileIsStrict(String name, int usual, int whenStrict) {
    assertThat(get(psc, WELL_KNOWN + name).answer().status()).isEqualTo(usual);
    assertThat(get(strict, WELL_KNOWN + name).answer().status()).isEqualTo(whenStrict);
  }

  @Test
  void leadsFromTheRealmToTheFrontPageUnlessTheProfileIsStrict() {
    assertThat(PscOnPaper.location(get(psc, CONNECT + "auth?client_id=lps-demo")))
        .isEqualTo(PscOnPaper.WALLET + "/auth?client_id=lps-demo");
    assertThat(get(strict, CONNECT + "auth?client_id=lps-demo").answer().status()).isEqualTo(404);
  }

  @Test
  void publishesOneSigningKeyThatStaysAndOneToEncryptFor() {
    JsonNode keys = json(get(psc, CONNECT + "certs"));

    assertThat(keys.at("/keys")).hasSize(2);
    assertThat(keys.at("/keys/1/use").asText()).isEqualTo("enc");
    assertThat(keys.at("/keys/1/d").isMissingNode()).isTrue();
    assertThat(keys.at("/keys/0/alg").asText()).isEqualTo("RS256");
    assertThat(keys.at("/keys/0/use").asText()).isEqualTo("sig");
    assertThat(keys.at("/keys/0/d").isMissingNode()).isTrue();
    assertThat(json(get(psc, CONNECT + "certs"))).isEqualTo(keys);
  }

  @ParameterizedTest
  @CsvSource({"GET, token, 405", "DELETE, userinfo, 405", "GET, ext/par/request, 404"})
  void refusesWhatItDoesNotServeInJson(String method, String endpoint, int status) {
    Served served = psc.back(method, CONNECT + endpoint, Headers.none(), "");

    assertThat(served.answer().status()).isEqualTo(status);
    assertThat(json(served).get("error").asText()).isNotEmpty();
    assertThat(served.refusal()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "protocol/openid-connect/ext/par/request, pas encore",
    "clients-registrations/openid-connect, pas encore",
    "protocol/openid-connect/jeton, document de découverte",
  })
  void saysWhoseFaultAnUnknownAddressIs(String path, String reason) {
    assertThat(get(psc, "/auth/realms/esante-wallet/" + path).refusal().reason()).contains(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, token, PSC token",
    "POST, token/introspect, PSC introspect",
    "POST, userinfo?x=y, PSC userinfo",
    "GET, certs, PSC jwks",
    "GET, token, ",
    "GET, jeton, ",
  })
  void tellsTheTransactionBeforeAnythingIsDone(String method, String target, String transaction) {
    psc.back(method, CONNECT + target, Headers.none(), "");

    assertThat(psc.foretold()).isEqualTo(transaction);
  }

  @ParameterizedTest
  @CsvSource({"GET, certs", "OPTIONS, token", "POST, token", "GET, userinfo"})
  void neverLetsABrowserScriptRead(String method, String endpoint) {
    Served served =
        psc.back(
            method,
            CONNECT + endpoint,
            Headers.none().with("Origin", "https://lgc.exemple.invalid"),
            "");

    assertThat(served.answer().headers().lines())
        .extracting(Header::name)
        .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
  }

  private static Served get(PscOnPaper psc, String target) {
    return psc.back("GET", target, Headers.none(), "");
  }

  // OpenID Connect Discovery 4.3: the client has to notice that this is another issuer
  @Test
  void namesTheIssuerOfTheFormerSandboxOnDemand() {
    PscOnPaper old = new PscOnPaper(Map.of("psc.issuer", "ancien"));
    String former = "https://auth.bas.esw.esante.gouv.fr/auth/realms/esante-wallet";

    Served served =
        old.back(
            "GET",
            "/auth/realms/esante-wallet/.well-known/wallet-openid-configuration",
            Headers.none(),
            "");

    assertThat(PscOnPaper.json(served).get("issuer").asText()).isEqualTo(former);
    assertThat(PscOnPaper.json(served).get("token_endpoint").asText()).startsWith(PscOnPaper.BACK);
    assertThat(PscOnPaper.claims(old.tokens().get("id_token").asText()).get("iss").asText())
        .isEqualTo(former);
  }
}
