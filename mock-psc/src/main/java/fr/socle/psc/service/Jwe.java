package fr.socle.psc.service;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.psc.service.ClientKeys.ClientKey;
import fr.socle.psc.service.JoseRegistration.Encryption;
import fr.socle.psc.service.SigningKeys.SigningKey;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Encrypts a text, RFC 7516 with the algorithms of RFC 7518 4.3, 5.2 and 5.3. */
final class Jwe {
  private static final int TAG_BYTES = 16;
  private static final Encryption USUAL = new Encryption("RSA-OAEP", "A256GCM");

  private Jwe() {}

  /** A signed token, in an envelope that only the owner of this key opens. */
  static String seal(String signed, SigningKey to, Unguessable unguessable) {
    return seal(signed, true, USUAL, to.id(), to.pair().getPublic(), unguessable);
  }

  /**
   * A text, for a client.
   *
   * @param token whether the text is a token in its turn ({@code cty}, RFC 7519 5.2)
   */
  static String seal(
      String text, boolean token, Encryption how, ClientKey to, Unguessable unguessable) {
    return seal(text, token, how, to.id(), to.key(), unguessable);
  }

  private static String seal(
      String text,
      boolean token,
      Encryption how,
      @Nullable String keyId,
      PublicKey key,
      Unguessable unguessable) {
    String header = Digests.base64Url(header(token, how, keyId).getBytes(UTF_8));
    boolean gcm = how.enc().endsWith("GCM");
    byte[] content = unguessable.bytes(how.enc().equals("A128GCM") ? 16 : 32);
    byte[] iv = unguessable.bytes(gcm ? 12 : 16);
    byte[] aad = header.getBytes(US_ASCII);
    try {
      byte[] plain = text.getBytes(UTF_8);
      byte[] sealed = gcm ? gcm(content, iv, aad, plain) : cbc(content, iv, aad, plain);
      int length = sealed.length - TAG_BYTES;
      return String.join(
          ".",
          header,
          Digests.base64Url(wrap(how.alg(), key, content)),
          Digests.base64Url(iv),
          Digests.base64Url(Arrays.copyOf(sealed, length)),
          Digests.base64Url(Arrays.copyOfRange(sealed, length, sealed.length)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has RSA-OAEP and AES", e);
    }
  }

  private static String header(boolean token, Encryption how, @Nullable String keyId) {
    return "{\"alg\":\""
        + how.alg()
        + "\",\"enc\":\""
        + how.enc()
        + "\""
        + (token ? ",\"cty\":\"JWT\"" : "")
        + (keyId == null ? "" : ",\"kid\":\"" + keyId + "\"")
        + "}";
  }

  private static byte[] wrap(String algorithm, PublicKey key, byte[] content)
      throws GeneralSecurityException {
    return oaep(Cipher.ENCRYPT_MODE, algorithm, key).doFinal(content);
  }

  /** The content key that was encrypted for the owner of a key, RFC 7518 4.3. */
  static byte[] unwrapped(String algorithm, PrivateKey key, byte[] wrapped)
      throws GeneralSecurityException {
    return oaep(Cipher.DECRYPT_MODE, algorithm, key).doFinal(wrapped);
  }

  private static Cipher oaep(int mode, String algorithm, Key key) throws GeneralSecurityException {
    boolean sha256 = algorithm.equals("RSA-OAEP-256");
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    cipher.init(
        mode,
        key,
        new OAEPParameterSpec(
            sha256 ? "SHA-256" : "SHA-1",
            "MGF1",
            sha256 ? MGF1ParameterSpec.SHA256 : MGF1ParameterSpec.SHA1,
            PSource.PSpecified.DEFAULT));
    return cipher;
  }

  private static byte[] gcm(byte[] content, byte[] iv, byte[] aad, byte[] plain)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(content, "AES"),
        new GCMParameterSpec(TAG_BYTES * 8, iv));
    cipher.updateAAD(aad);
    return cipher.doFinal(plain);
  }

  // RFC 7518 5.2.2.1: the first half of the key authenticates, the second encrypts
  private static byte[] cbc(byte[] content, byte[] iv, byte[] aad, byte[] plain)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(content, 16, 16, "AES"), new IvParameterSpec(iv));
    byte[] sealed = cipher.doFinal(plain);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(content, 0, 16, "HmacSHA256"));
    mac.update(aad);
    mac.update(iv);
    mac.update(sealed);
    mac.update(ByteBuffer.allocate(8).putLong(aad.length * 8L).array());
    return ByteBuffer.allocate(sealed.length + TAG_BYTES)
        .put(sealed)
        .put(mac.doFinal(), 0, TAG_BYTES)
        .array();
  }
}
