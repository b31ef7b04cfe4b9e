package fr.socle.psc.service;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How what a client sends and receives is signed and encrypted, in the words of OpenID Connect
 * Dynamic Client Registration 1.0, 2.
 *
 * @param keys {@code jwks}
 * @param requestObjectAlg {@code request_object_signing_alg}: the only one taken, absent for any
 * @param requestUris {@code request_uris}: where its request objects are read, without fragment
 * @param idTokenAlg {@code id_token_signed_response_alg}
 * @param idTokenEncryption {@code id_token_encrypted_response_alg} and {@code _enc}, absent for
 *     none
 * @param userinfoAlg {@code userinfo_signed_response_alg}, absent for plain JSON
 * @param userinfoEncryption {@code userinfo_encrypted_response_alg} and {@code _enc}, absent for
 *     none
 */
public record JoseRegistration(
    ClientKeys keys,
    @Nullable String requestObjectAlg,
    List<String> requestUris,
    String idTokenAlg,
    @Nullable Encryption idTokenEncryption,
    @Nullable String userinfoAlg,
    @Nullable Encryption userinfoEncryption) {
  /** RS256 and nothing else, psc.md 1.2 (S: CACHE). */
  public static final JoseRegistration USUAL =
      new JoseRegistration(ClientKeys.NONE, null, List.of(), "RS256", null, null, null);

  /** Copies the list. */
  public JoseRegistration {
    requestUris = List.copyOf(requestUris);
  }

  /** Whether a request object may be read there, OpenID Connect Core 1.0, 6.2. */
  boolean registeredRequestUri(String address) {
    return requestUris.contains(withoutFragment(address));
  }

  /** An address without its fragment, which may tell the version of what is there (Core 6.2). */
  public static String withoutFragment(String address) {
    int hash = address.indexOf('#');
    return hash < 0 ? address : address.substring(0, hash);
  }

  /**
   * How something is encrypted.
   *
   * @param alg {@code RSA-OAEP} or {@code RSA-OAEP-256}
   * @param enc {@code A128CBC-HS256}, {@code A128GCM} or {@code A256GCM}
   */
  public record Encryption(String alg, String enc) {}
}
