package fr.socle.bench.pki;

import fr.socle.bench.pki.CertificateForge.Authority;
import fr.socle.bench.pki.LeafRequest.Validity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;

/**
 * The server authority and what it issued. It is the one authority people install, so it is limited
 * to the names of the bench, lives for a month, and its private key never leaves the method that
 * makes it.
 */
final class ServerPart {
  static final String SEAL = "server.sceau";
  static final String AUTHORITY_PATH = "ca.pem";
  private static final String TRUST_STORE_PATH = "ca.p12";
  private static final String KEY_PATH = "server/key.pem";
  private static final Duration SKEW = Duration.ofDays(1);
  private static final String WRONG_HOST = "autre-serveur.localhost";

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
        Pem.certificates(files.bytes(identity.chainPath()));
      }
      return Optional.of(new ServerPart(files, Pem.privateKey(files.bytes(KEY_PATH)), authority));
    } catch (GeneralSecurityException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  /** Makes the whole part. {@code keys}: authority, then servers. */
  static Map<String, byte[]> make(
      PkiOptions options,
      Instant now,
      CertificateForge forge,
      KeyPair authorityKeys,
      KeyPair keys) {
    Validity life = new Validity(now.minus(SKEW), now.plus(options.serverValidity()));
    List<GeneralName> names = names(options.hosts());
    Authority trusted =
        forge.authority(
            DistinguishedName.ofBench("SOCLE AC SERVEURS DE TEST"),
            authorityKeys,
            life,
            constraints(options.hosts()));
    // The servers' own pair signs the unknown authority: one pair less to make, same refusal.
    Authority unknown =
        forge.authority(DistinguishedName.ofBench("SOCLE AC INCONNUE DE TEST"), keys, life, null);
    PublicKey key = keys.getPublic();
    X500Name host = DistinguishedName.ofBench("localhost");
    Map<String, byte[]> files = new TreeMap<>();
    Issuing issuing = new Issuing(forge, key, files);
    issuing.put(ServerIdentity.GOOD, trusted, host, life, names);
    issuing.put(
        ServerIdentity.INSI,
        trusted,
        DistinguishedName.ofBench(options.insiServerName()),
        life,
        names);
    issuing.put(
        ServerIdentity.EXPIRED,
        trusted,
        host,
        new Validity(now.minus(Duration.ofDays(60)), now.minus(SKEW)),
        names);
    issuing.put(
        ServerIdentity.WRONG_NAME,
        trusted,
        DistinguishedName.ofBench(WRONG_HOST),
        life,
        List.of(new GeneralName(GeneralName.dNSName, WRONG_HOST)));
    issuing.put(ServerIdentity.UNKNOWN_AUTHORITY, unknown, host, life, names);
    files.put(AUTHORITY_PATH, Pem.of(List.of(trusted.certificate())));
    files.put(TRUST_STORE_PATH, trustStore(trusted.certificate()));
    files.put(KEY_PATH, Pem.of(keys.getPrivate()));
    return files;
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

  PrivateKey key() {
    return key;
  }

  private static List<GeneralName> names(Set<String> hosts) {
    List<GeneralName> names = new ArrayList<>();
    names.add(new GeneralName(GeneralName.dNSName, "localhost"));
    names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
    names.add(new GeneralName(GeneralName.iPAddress, "::1"));
    for (String host : hosts) {
      GeneralName name =
          new GeneralName(isAddress(host) ? GeneralName.iPAddress : GeneralName.dNSName, host);
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  /** What the authority may vouch for: loopback and the hosts asked, nothing else. */
  private static NameConstraints constraints(Set<String> hosts) {
    List<GeneralSubtree> permitted = new ArrayList<>();
    permitted.add(new GeneralSubtree(new GeneralName(GeneralName.dNSName, "localhost")));
    permitted.add(subtree(new byte[] {127, 0, 0, 0}, 8));
    permitted.add(subtree(address("::1"), 128));
    for (String host : hosts) {
      if (isAddress(host)) {
        byte[] address = address(host);
        permitted.add(subtree(address, address.length * 8));
      } else {
        permitted.add(new GeneralSubtree(new GeneralName(GeneralName.dNSName, host)));
      }
    }
    return new NameConstraints(permitted.toArray(GeneralSubtree[]::new), null);
  }

  // RFC 5280 4.2.1.10: address, then mask.
  private static GeneralSubtree subtree(byte[] address, int bits) {
    byte[] range = new byte[address.length * 2];
    System.arraycopy(address, 0, range, 0, address.length);
    for (int i = 0; i < bits; i++) {
      range[address.length + i / 8] |= (byte) (0x80 >>> (i % 8));
    }
    return new GeneralSubtree(new GeneralName(GeneralName.iPAddress, new DEROctetString(range)));
  }

  private static boolean isAddress(String host) {
    return host.contains(":") || host.matches("[0-9]+(\\.[0-9]+){3}");
  }

  private static byte[] address(String literal) {
    try {
      return InetAddress.getByName(literal).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "Adresse IP « " + literal + " » incorrecte : corrigez l'hôte demandé.", e);
    }
  }

  private static byte[] trustStore(X509Certificate authority) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      KeyStores.trusting("socle", authority).store(out, TestPki.PASSWORD.toCharArray());
      return out.toByteArray();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("Magasin de confiance impossible à écrire.", e);
    }
  }

  /** Issues server certificates that share one key. */
  private record Issuing(CertificateForge forge, PublicKey key, Map<String, byte[]> files) {
    void put(
        ServerIdentity identity,
        Authority issuer,
        X500Name subject,
        Validity validity,
        List<GeneralName> names) {
      X509Certificate certificate =
          forge.issue(issuer, LeafRequest.server(subject, key, forge.serial(), validity, names));
      files.put(identity.chainPath(), Pem.of(List.of(certificate, issuer.certificate())));
    }
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
