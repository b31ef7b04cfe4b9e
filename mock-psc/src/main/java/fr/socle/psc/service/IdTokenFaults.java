package fr.socle.psc.service;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.psc.service.SigningKeys.SigningKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Spoils an ID token as the faults armed ask (psc.md 6, item 4). */
final class IdTokenFaults {
  private static final long HOUR = 3600;

  private final SigningKeys keys;
  private final Unguessable unguessable;

  IdTokenFaults(SigningKeys keys, Unguessable unguessable) {
    this.keys = keys;
    this.unguessable = unguessable;
  }

  /**
   * A token as it leaves.
   *
   * @param value the token
   * @param ours whether it can be taken for one of ours later: our key signed it, in our name, for
   *     this client
   */
  record Outcome(String value, boolean ours) {}

  Outcome sign(Map<String, Object> correct, RelyingParty client, FaultPlan faults) {
    Map<String, Object> claims = new LinkedHashMap<>(correct);
    spoilClaims(claims, faults);
    String algorithm = client.jose().idTokenAlg();
    SigningKey key = algorithm.equals("HS256") ? keys.current() : keys.signing(algorithm);
    String forged = forgedSignature(claims, key, client.secret(), faults);
    if (forged != null) {
      return new Outcome(forged, false);
    }
    boolean ours =
        Stream.of("iss", "aud")
            .allMatch(name -> Objects.equals(claims.get(name), correct.get(name)));
    String value =
        faults.strikes(PscFault.KID_ABSENT)
            ? JwtSigner.signed(JwtSigner.headerWithoutKeyId(key.algorithm()), claims, key)
            : JwtSigner.signed(algorithm, "JWT", claims, client, keys);
    return new Outcome(value, ours);
  }

  private void spoilClaims(Map<String, Object> claims, FaultPlan faults) {
    spoilNonce(claims, faults);
    if (faults.strikes(PscFault.ISS_FAUX)) {
      claims.put("iss", "https://autre-fournisseur.invalid/auth/realms/autre");
    }
    if (faults.strikes(PscFault.AUD_FAUX)) {
      claims.put("aud", "un-autre-client");
      claims.put("azp", "un-autre-client");
    }
    if (faults.strikes(PscFault.AUD_MULTIPLE)) {
      claims.put("aud", List.of(String.valueOf(claims.get("aud")), "un-autre-client"));
      claims.remove("azp");
    }
    if (faults.strikes(PscFault.AUTH_TIME_ANCIEN)) {
      claims.computeIfPresent("auth_time", (name, value) -> (Long) value - 5 * HOUR);
    }
    if (faults.strikes(PscFault.EXP_PASSEE)) {
      shift(claims, -HOUR - lifetime(claims));
    }
    if (faults.strikes(PscFault.IAT_FUTUR)) {
      shift(claims, HOUR);
    }
    if (faults.strikes(PscFault.ACR_AUTRE)) {
      claims.put("acr", "eidas2");
    }
    if (faults.strikes(PscFault.ACR_ABSENT)) {
      claims.remove("acr");
    }
    if (faults.strikes(PscFault.AT_HASH_FAUX)) {
      claims.put("at_hash", Digests.leftHalf(unguessable.secret()));
    }
  }

  // A login without nonce has none to check: its token would be right all the same
  private void spoilNonce(Map<String, Object> claims, FaultPlan faults) {
    if (claims.containsKey("nonce") && faults.strikes(PscFault.NONCE_FAUX)) {
      claims.put("nonce", unguessable.secret());
    }
    if (claims.containsKey("nonce") && faults.strikes(PscFault.NONCE_ABSENT)) {
      claims.remove("nonce");
    }
  }

  private @Nullable String forgedSignature(
      Map<String, Object> claims, SigningKey key, @Nullable String secret, FaultPlan faults) {
    if (faults.strikes(PscFault.ALG_NONE)) {
      return Jwt.signingInput("{\"alg\":\"none\",\"typ\" : \"JWT\"}", claims) + ".";
    }
    if (faults.strikes(PscFault.SANS_SIGNATURE)) {
      return Jwt.signingInput(JwtSigner.header(key.algorithm(), key.id()), claims);
    }
    if (secret != null && faults.strikes(PscFault.HS256_SECRET)) {
      return hs256(claims, key, secret.getBytes(UTF_8));
    }
    if (faults.strikes(PscFault.HS256_CLE_PUBLIQUE)) {
      return hs256(claims, key, pem(key.pair().getPublic()).getBytes(US_ASCII));
    }
    if (faults.strikes(PscFault.SIGNATURE_FAUSSE)) {
      String value = JwtSigner.signed(claims, key);
      int dot = value.lastIndexOf('.');
      return value.substring(0, dot + 1) + Digests.base64Url(unguessable.bytes(256));
    }
    if (faults.strikes(PscFault.KID_INCONNU)) {
      return JwtSigner.signed(claims, keys.stranger());
    }
    if (faults.strikes(PscFault.JKU_ETRANGER)) {
      return elsewhere("jku", "https://autre-fournisseur.invalid/certs", claims);
    }
    if (faults.strikes(PscFault.X5U_ETRANGER)) {
      return elsewhere("x5u", "https://autre-fournisseur.invalid/certificat.pem", claims);
    }
    if (faults.strikes(PscFault.JETON_CHIFFRE)) {
      return Jwe.seal(JwtSigner.signed(claims, key), keys.stranger(), unguessable);
    }
    if (faults.strikes(PscFault.RSA_1024)) {
      return JwtSigner.signed(claims, keys.weak());
    }
    return null;
  }

  // RFC 7515 4.1.2 and 4.1.5: whoever follows these headers trusts whoever wrote them
  private String elsewhere(String member, String address, Map<String, Object> claims) {
    SigningKey stranger = keys.stranger();
    String header =
        "{\"alg\":\"RS256\",\"typ\" : \"JWT\",\"kid\" : \""
            + stranger.id()
            + "\",\""
            + member
            + "\":\""
            + address
            + "\"}";
    return JwtSigner.signed(header, claims, stranger);
  }

  private static String hs256(Map<String, Object> claims, SigningKey key, byte[] secret) {
    return JwtSigner.hmac("HmacSHA256", JwtSigner.header("HS256", key.id()), claims, secret);
  }

  // The text a careless library takes for a shared secret when the header says HS256.
  private static String pem(PublicKey key) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
  }

  private static long lifetime(Map<String, Object> claims) {
    return (Long) claims.getOrDefault("exp", 0L) - (Long) claims.getOrDefault("iat", 0L);
  }

  private static void shift(Map<String, Object> claims, long seconds) {
    for (String date : new String[] {"exp", "iat", "auth_time"}) {
      claims.computeIfPresent(date, (name, value) -> (Long) value + seconds);
    }
  }
}
