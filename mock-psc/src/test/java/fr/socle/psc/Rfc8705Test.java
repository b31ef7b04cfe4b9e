package fr.socle.psc;

import static fr.socle.psc.PscOnPaper.claims;
import static fr.socle.psc.WireBrowser.json;
import static fr.socle.psc.WireBrowser.request;
import static fr.socle.psc.WireBrowser.returned;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderEndpointMetadata;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8705, mutual TLS client authentication and bound tokens, over the real wire. */
class Rfc8705Test extends StandardOnTheWire {
  private static final String CLIENT = "lps-demo-mtls";

  private WireBrowser holder;

  @BeforeEach
  void present() throws Exception {
    holder = new WireBrowser(space(), "psc-client");
  }

  // 2 and 2.1: client_id beside a certificate of the declared subject; no secret
  @Test
  void letsTheClientInByItsCertificate() throws Exception {
    HttpResponse<String> answer = exchange(holder, code());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).has("access_token")).isTrue();
  }

  // 2: no certificate, or one of another subject: invalid_client
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "organisation")
  void refusesTheClientWithoutItsCertificate(String other) throws Exception {
    HttpResponse<String> answer = exchange(new WireBrowser(space(), other), code());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(json(answer).get("error").asText()).isEqualTo("invalid_client");
  }

  // 2.1.1
  @Test
  void announcesTheMethod() throws Exception {
    assertThat(provider().getTokenEndpointAuthMethods())
        .contains(ClientAuthenticationMethod.TLS_CLIENT_AUTH)
        .doesNotContain(ClientAuthenticationMethod.SELF_SIGNED_TLS_CLIENT_AUTH);
    assertThat(provider().getIntrospectionEndpointAuthMethods())
        .contains(ClientAuthenticationMethod.TLS_CLIENT_AUTH);
    assertThat(provider().getRevocationEndpointAuthMethods())
        .contains(ClientAuthenticationMethod.TLS_CLIENT_AUTH);
  }

  // 3 and 3.1: SHA-256 of the DER form, base64url without padding
  @Test
  void bindsTheAccessTokenToTheCertificate() throws Exception {
    assertThat(claims(accessToken()).at("/cnf/x5t#S256").asText())
        .isEqualTo(X509CertUtils.computeSHA256Thumbprint(certificate()).toString());
  }

  // 3: the protected resource demands the same certificate; RFC 6750 3.1
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "organisation")
  void servesABoundTokenToItsHolderOnly(String other) throws Exception {
    String access = accessToken();

    HttpResponse<String> stolen = new WireBrowser(space(), other).userinfo(access);

    assertThat(stolen.statusCode()).isEqualTo(401);
    assertThat(stolen.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("error=\"invalid_token\"");
    assertThat(holder.userinfo(access).statusCode()).isEqualTo(200);
  }

  // 3: a renewed token is bound as well
  @Test
  void bindsARenewedTokenToo() throws Exception {
    HttpResponse<String> renewed = refresh(holder);

    assertThat(claims(json(renewed).get("access_token").asText()).at("/cnf/x5t#S256").asText())
        .isEqualTo(X509CertUtils.computeSHA256Thumbprint(certificate()).toString());
  }

  // 3.2
  @Test
  void showsTheConfirmationToWhoIntrospects() throws Exception {
    String access = accessToken();

    JsonNode seen =
        json(
            browser()
                .postAs(
                    "lps-demo",
                    browser().secret(),
                    browser().url("psc.introspection"),
                    Map.of("token", access)));

    assertThat(seen.get("active").asBoolean()).isTrue();
    assertThat(seen.at("/cnf/x5t#S256")).isEqualTo(claims(access).at("/cnf/x5t#S256"));
  }

  // 3.3
  @Test
  void announcesBoundTokens() throws Exception {
    assertThat(provider().supportsTLSClientCertificateBoundAccessTokens()).isTrue();
  }

  // 3: a token got by a secret, without certificate, is bound to none
  @Test
  void bindsNoTokenGotWithoutCertificate() throws Exception {
    String access = browser().tokens(request()).get("access_token").asText();

    assertThat(claims(access).has("cnf")).isFalse();
  }

  // 5: each alias does what its namesake does
  @Test
  void servesTheAliasesItAnnounces() throws Exception {
    OIDCProviderEndpointMetadata aliases = provider().getReadOnlyMtlsEndpointAliases();
    Map<String, String> form = codeForm(code());

    HttpResponse<String> tokens = holder.post(aliases.getTokenEndpointURI().toString(), form);
    String access = json(tokens).get("access_token").asText();
    Map<String, String> asked = Map.of("client_id", CLIENT, "token", access);
    String userinfo = aliases.getUserInfoEndpointURI().toString();
    assertThat(holder.post(userinfo, Map.of("access_token", access)).statusCode()).isEqualTo(200);
    String introspection = aliases.getIntrospectionEndpointURI().toString();
    assertThat(json(holder.post(introspection, asked)).get("active").asBoolean()).isTrue();
    holder.post(aliases.getRevocationEndpointURI().toString(), asked);
    assertThat(json(holder.post(introspection, asked)).get("active").asBoolean()).isFalse();
  }

  // 7.1 and RFC 6749 10.4: a refresh token is bound by the authentication of its client
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "organisation")
  void renewsNothingForAnotherCertificate(String other) throws Exception {
    HttpResponse<String> answer = refresh(new WireBrowser(space(), other));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(json(answer).get("error").asText()).isEqualTo("invalid_client");
  }

  private String code() throws Exception {
    return returned(browser().authorize(request("client_id", CLIENT))).get("code");
  }

  private static Map<String, String> codeForm(String code) {
    Map<String, String> form = new LinkedHashMap<>(PscOnPaper.codeForm(code));
    form.put("client_id", CLIENT);
    return form;
  }

  private HttpResponse<String> exchange(WireBrowser by, String code) throws Exception {
    return by.post(by.url("psc.token"), codeForm(code));
  }

  private String accessToken() throws Exception {
    return json(exchange(holder, code())).get("access_token").asText();
  }

  private HttpResponse<String> refresh(WireBrowser by) throws Exception {
    String refresh = json(exchange(holder, code())).get("refresh_token").asText();
    return by.post(
        by.url("psc.token"),
        Map.of("grant_type", "refresh_token", "refresh_token", refresh, "client_id", CLIENT));
  }

  private X509Certificate certificate() throws Exception {
    String pem =
        space().keyStores().stream()
            .filter(one -> one.name().equals("psc-client"))
            .findFirst()
            .orElseThrow()
            .pem();
    return X509CertUtils.parse(Files.readString(Path.of(pem)));
  }
}
