package fr.socle.psc.service;

import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * A client of Pro Santé Connect (psc.md 1.5).
 *
 * @param clientId identifier
 * @param method how it was declared to authenticate
 * @param secret secret, absent with a certificate
 * @param subject subject DN of its certificate; with a secret it may be absent
 * @param redirectUris declared redirect addresses
 * @param postLogoutRedirectUris addresses declared for the return from logout
 * @param pkceRequired whether it must use PKCE
 * @param certificateRequired whether it must present a certificate beside its secret
 * @param ciba whether CIBA was activated for it, psc.md 2.2
 * @param jose how its request objects, its tokens and userinfo are signed and encrypted
 * @param backChannelLogout where it is told of the end of a session by a logout token, absent when
 *     it did not ask for it
 * @param frontChannelLogout where the browser tells it of the end of a session, absent likewise
 */
public record RelyingParty(
    String clientId,
    Method method,
    @Nullable String secret,
    @Nullable X500Principal subject,
    List<RedirectAddress> redirectUris,
    List<RedirectAddress> postLogoutRedirectUris,
    boolean pkceRequired,
    boolean certificateRequired,
    boolean ciba,
    JoseRegistration jose,
    @Nullable LogoutAddress backChannelLogout,
    @Nullable LogoutAddress frontChannelLogout) {

  /** A client that is told of no logout. */
  public RelyingParty(
      String clientId,
      Method method,
      @Nullable String secret,
      @Nullable X500Principal subject,
      List<RedirectAddress> redirectUris,
      List<RedirectAddress> postLogoutRedirectUris,
      boolean pkceRequired,
      boolean certificateRequired,
      boolean ciba) {
    this(
        clientId,
        method,
        secret,
        subject,
        redirectUris,
        postLogoutRedirectUris,
        pkceRequired,
        certificateRequired,
        ciba,
        JoseRegistration.USUAL,
        null,
        null);
  }

  /** Copies the lists. */
  public RelyingParty {
    redirectUris = List.copyOf(redirectUris);
    postLogoutRedirectUris = List.copyOf(postLogoutRedirectUris);
  }

  /**
   * Where a client is told of the end of a session.
   *
   * @param uri absolute address, http or https
   * @param withSession whether the session is named there ({@code sid})
   */
  public record LogoutAddress(String uri, boolean withSession) {}

  /** How a client authenticates. The service takes either form of the secret, as Keycloak does. */
  public enum Method {
    /** Secret in the {@code Authorization} header. */
    CLIENT_SECRET_BASIC("client_secret_basic"),
    /** Secret in the body. */
    CLIENT_SECRET_POST("client_secret_post"),
    /** Certificate with the declared subject DN (RFC 8705). */
    TLS_CLIENT_AUTH("tls_client_auth");

    private final String label;

    Method(String label) {
      this.label = label;
    }

    /** The word of the discovery document. */
    public String label() {
      return label;
    }
  }

  /** Whether its direct calls carry a client certificate. */
  public boolean presentsCertificate() {
    return method == Method.TLS_CLIENT_AUTH || certificateRequired;
  }

  /**
   * Whether a certificate is the one it declared; a client that declared none may present any that
   * the listener trusts.
   */
  public boolean ownsCertificate(@Nullable X500Principal presented) {
    return presented != null && (subject == null || presented.equals(subject));
  }

  /** Whether it declared this redirect address. */
  public boolean redirectsTo(String address) {
    return redirectUris.stream().anyMatch(declared -> declared.matches(address));
  }

  /** Whether it declared this address for the return from logout. */
  public boolean returnsTo(String address) {
    return postLogoutRedirectUris.stream().anyMatch(declared -> declared.matches(address));
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "RelyingParty[" + clientId + ", " + method.label() + "]";
  }
}
