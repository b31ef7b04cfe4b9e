package fr.socle.psc.service.ciba;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.psc.service.Unguessable;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes and reads {@code auth_req_id}: as Keycloak's, an encrypted token in the compact form of
 * RFC 7516, five parts of which the second is empty, opaque to the client and long, psc.md 2.2 (S:
 * KC-SRC). Thread-safe.
 */
final class AuthReqIds {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String HEADER =
      encode("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}".getBytes(US_ASCII));
  private static final int IV_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final int LONGEST = 16_384;

  private final String issuer;
  private final Unguessable unguessable;
  private final SecretKeySpec key;

  AuthReqIds(String issuer, Unguessable unguessable) {
    this.issuer = issuer;
    this.unguessable = unguessable;
    this.key = new SecretKeySpec(unguessable.bytes(32), "AES");
  }

  /**
   * Writes one.
   *
   * @param length least number of characters
   */
  String write(CibaRequest request, int length) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("jti", request.id());
    claims.put("iss", issuer);
    claims.put("aud", issuer);
    claims.put("sub", request.nationalId());
    claims.put("azp", request.clientId());
    claims.put("scope", request.scope());
    String value = seal(claims);
    int missing = length - value.length();
    if (missing <= 0) {
      return value;
    }
    // Three bytes more inside are four characters more outside; the member itself takes nine
    claims.put("pad", "x".repeat(Math.max(0, missing * 3 / 4 + 2 - 9)));
    return seal(claims);
  }

  /** Identifier of the request of a text that was written here and not altered. */
  Optional<String> requestOf(String value) {
    String[] parts = value.length() > LONGEST ? new String[0] : value.split("\\.", -1);
    if (parts.length != 5 || !parts[0].equals(HEADER) || !parts[1].isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] text = decode(parts[3]);
      byte[] tag = decode(parts[4]);
      byte[] sealed = Arrays.copyOf(text, text.length + tag.length);
      System.arraycopy(tag, 0, sealed, text.length, tag.length);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, decode(parts[2]));
      String id = JSON.readTree(cipher.doFinal(sealed)).path("jti").asText();
      // Bits that base64 leaves unused must not make two texts of one identifier
      return id.isEmpty() || !canonical(parts) ? Optional.empty() : Optional.of(id);
    } catch (GeneralSecurityException | IllegalArgumentException | IOException e) {
      return Optional.empty();
    }
  }

  /** The part of a text that only one {@code auth_req_id} has and that comes early in it. */
  static String mark(String value) {
    int begin = HEADER.length() + 2;
    int end = begin + IV_BYTES * 4 / 3;
    return value.length() >= end ? value.substring(0, end) : "";
  }

  private String seal(Map<String, Object> claims) {
    byte[] iv = unguessable.bytes(IV_BYTES);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, iv).doFinal(JSON.writeValueAsString(claims).getBytes(UTF_8));
      int text = sealed.length - TAG_BYTES;
      return String.join(
          ".",
          HEADER,
          "",
          encode(iv),
          encode(Arrays.copyOf(sealed, text)),
          encode(Arrays.copyOfRange(sealed, text, sealed.length)));
    } catch (GeneralSecurityException | JsonProcessingException e) {
      throw new IllegalStateException("every JDK has AES/GCM, and claims are plain values", e);
    }
  }

  private Cipher cipher(int mode, byte[] iv) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, iv));
    cipher.updateAAD(HEADER.getBytes(US_ASCII));
    return cipher;
  }

  private static boolean canonical(String[] parts) {
    return Arrays.stream(parts).allMatch(part -> encode(decode(part)).equals(part));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] decode(String part) {
    return Base64.getUrlDecoder().decode(part);
  }
}
