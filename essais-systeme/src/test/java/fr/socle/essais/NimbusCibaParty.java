package fr.socle.essais;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PKITLSClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.X509CertificateConfirmation;
import com.nimbusds.oauth2.sdk.ciba.AuthRequestID;
import com.nimbusds.oauth2.sdk.ciba.CIBAGrant;
import com.nimbusds.oauth2.sdk.ciba.CIBARequest;
import com.nimbusds.oauth2.sdk.ciba.CIBAResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import fr.socle.bench.client.api.SpaceDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;

/** A thick client on the Nimbus SDK, the client {@code lps-demo-mtls} with one certificate. */
final class NimbusCibaParty {
  private final SSLContext tls;
  private final OIDCProviderMetadata provider;
  private final ClientAuthentication client;
  private final X509Certificate certificate;
  private final SecureRandom random = new SecureRandom();

  /**
   * Reads the discovery document.
   *
   * @param identity name of the certificate in {@code bench.json}
   */
  NimbusCibaParty(SpaceDescriptor space, String identity) throws Exception {
    tls = ClientTls.context(space, identity);
    client = new PKITLSClientAuthentication(new ClientID("lps-demo-mtls"), tls.getSocketFactory());
    try (InputStream in =
        Files.newInputStream(Path.of(ClientTls.keyStore(space, identity).pem()))) {
      certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
    provider = OIDCProviderMetadata.parse(get(space.urls().get("psc.discovery")).getBody());
  }

  /** Asks for a login. */
  CIBAResponse ask(String nationalId) throws Exception {
    CIBARequest request =
        new CIBARequest.Builder(client, new Scope("openid", "scope_all"))
            .endpointURI(provider.getBackChannelAuthenticationEndpointURI())
            .acrValues(List.of(new ACR("eidas1")))
            .loginHint(nationalId)
            .bindingMessage("%02d".formatted(random.nextInt(100)))
            .build();
    return CIBAResponse.parse(send(request.toHTTPRequest()));
  }

  /** Asks for the result. */
  TokenResponse poll(AuthRequestID id) throws Exception {
    TokenRequest request =
        new TokenRequest.Builder(provider.getTokenEndpointURI(), client, new CIBAGrant(id)).build();
    return OIDCTokenResponseParser.parse(send(request.toHTTPRequest()));
  }

  /** Tokens whose identity token the library found right. */
  OIDCTokens validated(TokenResponse response) throws Exception {
    OIDCTokens tokens = ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens();
    JWKSet keys = JWKSet.parse(get(provider.getJWKSetURI().toString()).getBody());
    IDTokenClaimsSet unused =
        new IDTokenValidator(provider.getIssuer(), client.getClientID(), JWSAlgorithm.RS256, keys)
            .validate(tokens.getIDToken(), null);
    return tokens;
  }

  UserInfo userinfo(OIDCTokens tokens) throws Exception {
    UserInfoRequest request =
        new UserInfoRequest(provider.getUserInfoEndpointURI(), tokens.getAccessToken());
    return UserInfoResponse.parse(send(request.toHTTPRequest())).toSuccessResponse().getUserInfo();
  }

  /** {@code x5t#S256} a token is bound to. */
  static String thumbprint(AccessToken token) throws Exception {
    return X509CertificateConfirmation.parse(SignedJWT.parse(token.getValue()).getJWTClaimsSet())
        .getValue()
        .toString();
  }

  /** {@code x5t#S256} of its certificate. */
  String certificateThumbprint() {
    return X509CertificateConfirmation.of(certificate).getValue().toString();
  }

  private HTTPResponse get(String address) throws IOException {
    return send(new HTTPRequest(HTTPRequest.Method.GET, URI.create(address)));
  }

  private HTTPResponse send(HTTPRequest request) throws IOException {
    request.setSSLSocketFactory(tls.getSocketFactory());
    return request.send();
  }
}
