package fr.socle.bench.pki;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The server authority and what it issued. It is the one authority people install, so it is limited
 * to the names of the bench, lives for a month, and its private key never leaves the method that
 * makes it.
 */
final class ServerPart {
  static final String SEAL = "server.sceau";
  static final String AUTHORITY_PATH = "ca.pem";
  static final String OPERATORS_PATH = "server/operateurs.pem";
  static final String KEY_PATH = "server/key.pem";

  private final SealedFiles files;
  private final PrivateKey key;
  private final X509Certificate authority;

  private ServerPart(SealedFiles files, PrivateKey key, X509Certificate authority) {
    this.files = files;
    this.key = key;
    this.authority = authority;
  }

  /**
   * Takes a sealed set if it covers what is asked and lasts at least one more tenth of its life.
   */
  static Optional<ServerPart> from(SealedFiles files, PkiOptions options, Instant now) {
    try {
      X509Certificate authority = Pem.certificates(files.bytes(AUTHORITY_PATH)).get(0);
      Instant end = authority.getNotAfter().toInstant();
      Duration margin = options.serverValidity().dividedBy(10);
      if (now.isBefore(authority.getNotBefore().toInstant())
          || now.isAfter(end.minus(margin))
          || !Profile.parse(files.profile()).covers(options)) {
        return Optional.empty();
      }
      for (ServerIdentity identity : ServerIdentity.values()) {
        if (!identity.isRevocable()) {
          Pem.certificates(files.bytes(identity.chainPath()));
        }
      }
      Pem.certificates(files.bytes(OPERATORS_PATH));
      return Optional.of(new ServerPart(files, Pem.privateKey(files.bytes(KEY_PATH)), authority));
    } catch (GeneralSecurityException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  static String profile(PkiOptions options) {
    return new Profile(options.insiServerName(), options.hosts()).text();
  }

  X509Certificate authority() {
    return authority;
  }

  List<X509Certificate> chain(ServerIdentity identity) {
    try {
      return Pem.certificates(files.bytes(identity.chainPath()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Chaîne " + identity.chainPath() + " illisible.", e);
    }
  }

  /** The authority below, whose certificates say where their revocation is told. */
  SigningAuthority operators() {
    try {
      return new SigningAuthority(Pem.certificates(files.bytes(OPERATORS_PATH)).get(0), key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Certificat " + OPERATORS_PATH + " illisible.", e);
    }
  }

  PrivateKey key() {
    return key;
  }

  /** What a set was made for, kept in its seal. */
  private record Profile(String insiServerName, Set<String> hosts) {
    static Profile parse(String text) {
      String[] parts = text.split(";", -1);
      return parts.length == 2
          ? new Profile(parts[0], new TreeSet<>(List.of(parts[1].split(","))))
          : new Profile("", Set.of());
    }

    String text() {
      return insiServerName + ";" + String.join(",", hosts);
    }

    boolean covers(PkiOptions options) {
      return insiServerName.equals(options.insiServerName()) && hosts.containsAll(options.hosts());
    }
  }
}
