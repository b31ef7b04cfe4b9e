package fr.socle.psc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.PKITLSClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
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
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import javax.net.ssl.SSLContext;

/** A relying party made of somebody else's library, strict by default, and of a browser. */
final class NimbusRelyingParty {
  private static final URI REDIRECT = URI.create("http://127.0.0.1:40123/retour");

  private final SSLContext tls;
  private final HttpClient browser;
  private final OIDCProviderMetadata provider;
  private final ClientAuthentication client;

  private NimbusRelyingParty(SpaceDescriptor space, SSLContext tls, ClientAuthentication client)
      throws Exception {
    this.tls = tls;
    this.client = client;
    this.browser =
        HttpClient.newBuilder()
            .sslContext(Trust.of(space, null))
            .cookieHandler(new CookieManager())
            .build();
    HTTPRequest discovery =
        new HTTPRequest(HTTPRequest.Method.GET, URI.create(space.urls().get("psc.discovery")));
    this.provider = OIDCProviderMetadata.parse(send(discovery).getBody());
  }

  static NimbusRelyingParty withSecret(SpaceDescriptor space) throws Exception {
    String secret = space.clients().get(0).clientSecret();
    return new NimbusRelyingParty(
        space,
        Trust.of(space, null),
        new ClientSecretBasic(new ClientID("lps-demo"), new Secret(secret)));
  }

  static NimbusRelyingParty withCertificate(SpaceDescriptor space, String identity)
      throws Exception {
    SSLContext tls = Trust.of(space, identity);
    return new NimbusRelyingParty(
        space,
        tls,
        new PKITLSClientAuthentication(new ClientID("lps-demo-mtls"), tls.getSocketFactory()));
  }

  /** A whole login: tokens whose ID token was validated. */
  OIDCTokens login() throws Exception {
    State state = new State();
    Nonce nonce = new Nonce();
    CodeVerifier verifier = new CodeVerifier();
    AuthorizationRequest request =
        new AuthenticationRequest.Builder(
                ResponseType.CODE, new Scope("openid", "scope_all"), client.getClientID(), REDIRECT)
            .endpointURI(provider.getAuthorizationEndpointURI())
            .acrValues(List.of(new ACR("eidas1")))
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .state(state)
            .nonce(nonce)
            .build();
    AuthenticationSuccessResponse back =
        AuthenticationResponseParser.parse(URI.create(location(open(request.toURI()))))
            .toSuccessResponse();
    if (!state.equals(back.getState()) || !provider.getIssuer().equals(back.getIssuer())) {
      throw new AssertionError("not the answer to this request: " + back.toURI());
    }
    OIDCTokens tokens =
        tokens(new AuthorizationCodeGrant(back.getAuthorizationCode(), REDIRECT, verifier));
    validate(tokens.getIDToken(), nonce);
    return tokens;
  }

  OIDCTokens refresh(RefreshToken token) throws Exception {
    return tokens(new RefreshTokenGrant(token));
  }

  UserInfo userinfo(AccessToken token) throws Exception {
    return UserInfoResponse.parse(
            send(new UserInfoRequest(provider.getUserInfoEndpointURI(), token).toHTTPRequest()))
        .toSuccessResponse()
        .getUserInfo();
  }

  boolean active(AccessToken token) throws Exception {
    return TokenIntrospectionResponse.parse(
            send(
                new TokenIntrospectionRequest(provider.getIntrospectionEndpointURI(), client, token)
                    .toHTTPRequest()))
        .toSuccessResponse()
        .isActive();
  }

  /** Logs out in the browser and gives where it leads. */
  String logout(JWT idToken) throws Exception {
    URI after = URI.create("http://127.0.0.1:40123/fin");
    return location(
        open(new LogoutRequest(provider.getEndSessionEndpointURI(), idToken, after, null).toURI()));
  }

  /** Opens a page in the browser. */
  HttpResponse<String> open(URI address) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  private OIDCTokens tokens(AuthorizationGrant grant) throws Exception {
    HTTPRequest request =
        new TokenRequest.Builder(provider.getTokenEndpointURI(), client, grant)
            .build()
            .toHTTPRequest();
    return ((OIDCTokenResponse) OIDCTokenResponseParser.parse(send(request)).toSuccessResponse())
        .getOIDCTokens();
  }

  private IDTokenClaimsSet validate(JWT idToken, Nonce nonce) throws Exception {
    JWKSet keys =
        JWKSet.parse(
            send(new HTTPRequest(HTTPRequest.Method.GET, provider.getJWKSetURI())).getBody());
    return new IDTokenValidator(
            provider.getIssuer(), client.getClientID(), JWSAlgorithm.RS256, keys)
        .validate(idToken, nonce);
  }

  private HTTPResponse send(HTTPRequest request) throws Exception {
    request.setSSLSocketFactory(tls.getSocketFactory());
    return request.send();
  }

  private static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .orElseThrow(
            () -> new AssertionError(answer.statusCode() + " without redirect: " + answer.body()));
  }
}
