package fr.socle.psc.service;

import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * What a relying party showed to authenticate.
 *
 * @param methods methods it used, none or several
 * @param clientId identifier it gave
 * @param secret secret it gave
 * @param certificate subject of the certificate it presented
 * @param thumbprint {@code x5t#S256} of that certificate (RFC 8705 3.1)
 */
public record ClientProof(
    Set<Method> methods,
    @Nullable String clientId,
    @Nullable String secret,
    @Nullable X500Principal certificate,
    @Nullable String thumbprint) {

  /** Copies the set. */
  public ClientProof {
    methods = Set.copyOf(methods);
  }

  /** Ways of showing a secret or a certificate. */
  public enum Method {
    /** {@code Authorization: Basic}. */
    BASIC,
    /** {@code client_secret} in the body. */
    POST,
    /** {@code client_assertion} in the body (RFC 7521), which is not read further. */
    ASSERTION,
    /** Client certificate of the connection. */
    CERTIFICATE
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "ClientProof[" + clientId + ", " + methods + "]";
  }
}
