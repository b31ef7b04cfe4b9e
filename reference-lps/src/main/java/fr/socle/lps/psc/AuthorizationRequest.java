package fr.socle.lps.psc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fr.socle.lps.banc.PscClient;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One authorization request and the secrets its answer will be held against.
 *
 * @param address where the browser goes
 * @param state bound to this attempt only
 * @param nonce comes back inside the ID token
 * @param codeVerifier PKCE secret (RFC 7636)
 */
record AuthorizationRequest(URI address, String state, String nonce, String codeVerifier) {

  private static final String CONSTANT = "une-valeur-de-43-caracteres-toujours-la-meme-0";

  static AuthorizationRequest create(
      ProviderMetadata provider,
      PscClient client,
      URI redirectUri,
      SecureRandom random,
      Defects defects) {
    String state = defects.has(Mutant.PSC_STATE_CONSTANT) ? CONSTANT : secret(random);
    String nonce = defects.has(Mutant.PSC_NONCE_CONSTANT) ? "nonce-du-logiciel" : secret(random);
    String verifier = defects.has(Mutant.PSC_PKCE_CONSTANT) ? CONSTANT : secret(random);
    boolean plain = defects.has(Mutant.PSC_PKCE_EN_CLAIR);
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("response_type", "code");
    parameters.put("client_id", client.clientId());
    parameters.put("redirect_uri", redirectUri.toString());
    parameters.put("scope", "openid scope_all"); // psc.md 1.4 (S: POC, KC-PSC, PROXY)
    if (!defects.has(Mutant.PSC_ACR_ABSENT)) {
      // EXI PSC 16, psc.md 1.4 (S: REG)
      parameters.put("acr_values", defects.has(Mutant.PSC_ACR_EIDAS2) ? "eidas2" : "eidas1");
    }
    parameters.put("state", state);
    parameters.put("nonce", nonce);
    parameters.put("code_challenge", plain ? verifier : challenge(verifier));
    parameters.put("code_challenge_method", plain ? "plain" : "S256");
    if (defects.has(Mutant.PSC_SECRET_AU_NAVIGATEUR)) {
      parameters.put("client_secret", String.valueOf(client.clientSecret()));
    }
    return new AuthorizationRequest(
        Form.with(provider.authorization(), parameters), state, nonce, verifier);
  }

  /** 256 bits nobody can guess, in letters a query can carry. */
  static String secret(SecureRandom random) {
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
