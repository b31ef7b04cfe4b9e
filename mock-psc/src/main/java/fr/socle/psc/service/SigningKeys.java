package fr.socle.psc.service;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The signing keys of a space, RSA 2048. The first one is taken in the background as soon as the
 * space opens, so that nobody waits for it should it have to be made. Thread-safe.
 */
public final class SigningKeys {
  private final Supplier<KeyPair> maker;
  private final SpareKeys spares;
  private final boolean encrypts;
  private final FutureTask<SigningKey> first = new FutureTask<>(this::make);
  private final List<SigningKey> published = new ArrayList<>();
  private final Map<String, SigningKey> others = new LinkedHashMap<>();

  /**
   * Takes the first key of an issuer that nobody encrypts anything for.
   *
   * @param maker gives RSA key pairs, never one twice; called from several threads
   */
  public SigningKeys(Supplier<KeyPair> maker) {
    this(maker, new SpareKeys(maker), false);
  }

  /**
   * Takes the first key, and publishes one to encrypt for as well.
   *
   * @param maker gives RSA key pairs, never one twice; called from several threads
   * @param spares keys for faults and for encryption; made ahead from now on
   */
  public SigningKeys(Supplier<KeyPair> maker, SpareKeys spares) {
    this(maker, spares, true);
    spares.prepareAfter(first);
  }

  private SigningKeys(Supplier<KeyPair> maker, SpareKeys spares, boolean encrypts) {
    this.maker = maker;
    this.spares = spares;
    this.encrypts = encrypts;
    SpareKeys.inBackground(first);
  }

  /**
   * One key.
   *
   * @param id {@code kid}
   * @param algorithm {@code alg}: {@code RS256}, {@code PS256} or {@code ES256}
   * @param pair the key
   */
  public record SigningKey(String id, String algorithm, KeyPair pair) {

    /** Never shows the key. */
    @Override
    public String toString() {
      return "SigningKey[" + id + "]";
    }
  }

  /** The key that signs now. */
  public synchronized SigningKey current() {
    if (published.isEmpty()) {
      published.add(SpareKeys.taken(first));
    }
    return published.get(published.size() - 1);
  }

  /**
   * The key that signs in this algorithm now; published from the first time it is asked for.
   *
   * @param algorithm {@code RS256}, {@code PS256} or {@code ES256}
   */
  public synchronized SigningKey signing(String algorithm) {
    return algorithm.equals("RS256") ? current() : others.computeIfAbsent(algorithm, this::another);
  }

  /** The key that clients encrypt request objects for. */
  SigningKey encryption() {
    return spares.encryption();
  }

  /** Publishes the keys that a client will need, so that it finds them before its first token. */
  public void publishFor(RelyingParty client) {
    Stream.of(client.jose().idTokenAlg(), client.jose().userinfoAlg())
        .filter(algorithm -> "PS256".equals(algorithm) || "ES256".equals(algorithm))
        .forEach(this::signing);
  }

  private SigningKey another(String algorithm) {
    if (!algorithm.equals("ES256")) {
      return named(maker.get(), algorithm);
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return named(generator.generateKeyPair(), algorithm);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
  }

  /** Changes keys; the old ones stay published, or not. */
  public void rotate(boolean oldStay) {
    SigningKey fresh = spares.fresh();
    synchronized (this) {
      if (oldStay) {
        current();
      } else {
        published.clear();
      }
      published.add(fresh);
    }
  }

  /** A key that is published nowhere, always the same. */
  public SigningKey stranger() {
    return spares.stranger();
  }

  /** A key of 1024 bits, too short for RFC 7518 3.3, published beside the current one. */
  SigningKey weak() {
    SigningKey made = spares.weak();
    synchronized (this) {
      current();
      if (!published.contains(made)) {
        published.add(0, made);
      }
    }
    return made;
  }

  /** The key set, with keys that nobody knows the type or the use of in front. */
  public Map<String, Object> jwksWithStrangeKeys() {
    List<Object> keys = new ArrayList<>();
    keys.add(Map.of("kty", "LATTICE", "kid", "cle-d-un-autre-temps", "alg", "LAT-9", "use", "sig"));
    keys.add(Map.of("kty", "oct", "kid", "cle-sans-valeur", "use", "autre"));
    keys.addAll((List<?>) jwks().get("keys"));
    return Map.of("keys", keys);
  }

  /** The key set, RFC 7517. */
  public synchronized Map<String, Object> jwks() {
    current();
    List<Map<String, Object>> keys = new ArrayList<>();
    Stream.concat(published.stream(), others.values().stream())
        .forEach(key -> keys.add(jwk(key, "sig")));
    if (encrypts) {
      Map<String, Object> forClients = jwk(encryption(), "enc");
      forClients.put("alg", "RSA-OAEP"); // as Keycloak's (K); RSA-OAEP-256 is opened too
      keys.add(forClients);
    }
    return Map.of("keys", List.copyOf(keys));
  }

  private SigningKey make() {
    return named(maker.get(), "RS256");
  }

  static SigningKey named(KeyPair pair, String algorithm) {
    String id = Digests.base64Url(Digests.sha256(pair.getPublic().getEncoded()));
    return new SigningKey(id, algorithm, pair);
  }

  private static Map<String, Object> jwk(SigningKey key, String use) {
    Map<String, Object> jwk = new LinkedHashMap<>();
    jwk.put("kid", key.id());
    jwk.put("alg", key.algorithm());
    jwk.put("use", use);
    PublicKey of = key.pair().getPublic();
    if (of instanceof RSAPublicKey rsa) {
      jwk.put("kty", "RSA");
      jwk.put("n", unsigned(rsa.getModulus()));
      jwk.put("e", unsigned(rsa.getPublicExponent()));
    } else if (of instanceof ECPublicKey ec) {
      jwk.put("kty", "EC");
      jwk.put("crv", "P-256");
      jwk.put("x", coordinate(ec.getW().getAffineX()));
      jwk.put("y", coordinate(ec.getW().getAffineY()));
    }
    return jwk;
  }

  // RFC 7518 6.2.1.2: always as long as the curve
  private static String coordinate(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] whole = new byte[32];
    int length = Math.min(bytes.length, whole.length);
    System.arraycopy(bytes, bytes.length - length, whole, whole.length - length, length);
    return Digests.base64Url(whole);
  }

  // RFC 7518 6.3.1.1: without the sign octet that BigInteger may add
  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    boolean padded = bytes.length > 1 && bytes[0] == 0;
    return Digests.base64Url(padded ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }
}
