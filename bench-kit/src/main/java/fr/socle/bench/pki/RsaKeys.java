package fr.socle.bench.pki;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;

/** Makes RSA key pairs of 2048 bits, the slowest and most variable part of a first start. */
final class RsaKeys {
  private final SecureRandom random;

  RsaKeys(SecureRandom random) {
    this.random = random;
  }

  KeyPair one() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048, random);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("RSA absent de ce JDK.", e);
    }
  }

  /** Several pairs, made side by side on the processors there are. */
  List<KeyPair> several(int count) {
    return IntStream.range(0, count).parallel().mapToObj(i -> one()).toList();
  }
}
