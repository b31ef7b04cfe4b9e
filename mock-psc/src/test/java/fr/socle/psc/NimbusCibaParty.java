package fr.socle.psc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.PKITLSClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.ciba.AuthRequestID;
import com.nimbusds.oauth2.sdk.ciba.CIBAGrant;
import com.nimbusds.oauth2.sdk.ciba.CIBARequest;
import com.nimbusds.oauth2.sdk.ciba.CIBARequestAcknowledgement;
import com.nimbusds.oauth2.sdk.ciba.CIBAResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
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
import java.net.URI;
import java.util.List;
import javax.net.ssl.SSLContext;

/** A thick client made of somebody else's library: asks for a login and polls for its result. */
final class NimbusCibaParty {
  private final SSLContext tls;
  private final OIDCProviderMetadata provider;
  private final ClientAuthentication client;

  private NimbusCibaParty(SpaceDescriptor space, SSLContext tls, ClientAuthentication client)
      throws Exception {
    this.tls = tls;
    this.client = client;
    this.provider =
        OIDCProviderMetadata.parse(get(URI.create(space.urls().get("psc.discovery"))).getBody());
  }

  static NimbusCibaParty withSecret(SpaceDescriptor space) throws Exception {
    return new NimbusCibaParty(
        space,
        Trust.of(space, null),
        new ClientSecretBasic(
            new ClientID("lps-demo"), new Secret(space.clients().get(0).clientSecret())));
  }

  static NimbusCibaParty withCertificate(SpaceDescriptor space) throws Exception {
    SSLContext tls = Trust.of(space, "psc-client");
    return new NimbusCibaParty(
        space,
        tls,
        new PKITLSClientAuthentication(new ClientID("lps-demo-mtls"), tls.getSocketFactory()));
  }

  /** Asks for a login. */
  CIBAResponse ask(String nationalId, String channel) throws Exception {
    CIBARequest request =
        new CIBARequest.Builder(client, new Scope("openid", "scope_all"))
            .endpointURI(provider.getBackChannelAuthenticationEndpointURI())
            .acrValues(List.of(new ACR("eidas1")))
            .loginHint(nationalId)
            .bindingMessage("42")
            .customParameter("channel", channel)
            .build();
    return CIBAResponse.parse(send(request.toHTTPRequest()));
  }

  CIBARequestAcknowledgement asked(String nationalId, String channel) throws Exception {
    CIBAResponse response = ask(nationalId, channel);
    if (!response.indicatesSuccess()) {
      throw new AssertionError(response.toErrorResponse().getErrorObject());
    }
    return response.toRequestAcknowledgement();
  }

  /** Asks for the result. */
  TokenResponse poll(AuthRequestID id) throws Exception {
    return OIDCTokenResponseParser.parse(
        send(
            new TokenRequest.Builder(provider.getTokenEndpointURI(), client, new CIBAGrant(id))
                .build()
                .toHTTPRequest()));
  }

  ErrorObject refused(AuthRequestID id) throws Exception {
    return poll(id).toErrorResponse().getErrorObject();
  }

  /** Tokens of a successful answer, the ID token validated. */
  OIDCTokens validated(TokenResponse response) throws Exception {
    OIDCTokens tokens = ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens();
    JWKSet keys = JWKSet.parse(get(provider.getJWKSetURI()).getBody());
    IDTokenClaimsSet unused =
        new IDTokenValidator(provider.getIssuer(), client.getClientID(), JWSAlgorithm.RS256, keys)
            .validate(tokens.getIDToken(), null);
    return tokens;
  }

  UserInfo userinfo(OIDCTokens tokens) throws Exception {
    return UserInfoResponse.parse(
            send(
                new UserInfoRequest(provider.getUserInfoEndpointURI(), tokens.getAccessToken())
                    .toHTTPRequest()))
        .toSuccessResponse()
        .getUserInfo();
  }

  private HTTPResponse get(URI address) throws Exception {
    return send(new HTTPRequest(HTTPRequest.Method.GET, address));
  }

  private HTTPResponse send(HTTPRequest request) throws Exception {
    request.setSSLSocketFactory(tls.getSocketFactory());
    return request.send();
  }
}
