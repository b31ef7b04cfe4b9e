package fr.socle.psc.service;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.psc.service.SigningKeys.SigningKey;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts a signed token, RFC 7516 with RSA-OAEP and A256GCM. */
final class Jwe {
  private static final int TAG_BYTES = 16;

  private Jwe() {}

  /** The token, in an envelope that only the owner of this key opens. */
  static String seal(String signed, SigningKey to, Unguessable unguessable) {
    String header =
        Digests.base64Url(
            ("{\"alg\":\"RSA-OAEP\",\"enc\":\"A256GCM\",\"cty\":\"JWT\",\"kid\":\""
                    + to.id()
                    + "\"}")
                .getBytes(UTF_8));
    byte[] content = unguessable.bytes(32);
    byte[] iv = unguessable.bytes(12);
    try {
      Cipher wrap = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
      wrap.init(Cipher.ENCRYPT_MODE, to.pair().getPublic());
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(content, "AES"),
          new GCMParameterSpec(TAG_BYTES * 8, iv));
      cipher.updateAAD(header.getBytes(US_ASCII));
      byte[] sealed = cipher.doFinal(signed.getBytes(US_ASCII));
      int text = sealed.length - TAG_BYTES;
      return String.join(
          ".",
          header,
          Digests.base64Url(wrap.doFinal(content)),
          Digests.base64Url(iv),
          Digests.base64Url(Arrays.copyOf(sealed, text)),
          Digests.base64Url(Arrays.copyOfRange(sealed, text, sealed.length)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has RSA-OAEP and AES/GCM", e);
    }
  }
}
