package fr.socle.bench.pki;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;

/**
 * Makes the server authority and what it issues. It is the one authority people install, so it is
 * limited to the names of the bench, lives for a month, and its private key never leaves the method
 * that makes it.
 */
final class ServerIssuer {
  private static final String TRUST_STORE_PATH = "ca.p12";
  private static final Duration SKEW = Duration.ofDays(1);
  private static final String WRONG_HOST = "autre-serveur.localhost";

  private ServerIssuer() {}

  /** Makes the whole part. {@code keys}: authority, then servers. */
  static Map<String, byte[]> make(
      PkiOptions options,
      Instant now,
      CertificateForge forge,
      KeyPair authorityKeys,
      KeyPair keys) {
    Validity life = new Validity(now.minus(SKEW), now.plus(options.serverValidity()));
    List<GeneralName> names = names(options.hosts());
    SigningAuthority trusted =
        forge.authority(
            DistinguishedName.ofBench("SOCLE AC SERVEURS DE TEST"),
            authorityKeys,
            life,
            constraints(options.hosts()),
            1);
    // It has the key of the servers, and may vouch for what their certificates are for: no more.
    X509Certificate operators =
        forge.subordinate(
            trusted,
            DistinguishedName.ofBench("SOCLE AC OPERATEURS DE TEST"),
            keys.getPublic(),
            life,
            constraints(options.hosts()));
    // The servers' own pair signs the unknown authority: one pair less to make, same refusal.
    SigningAuthority unknown =
        forge.authority(DistinguishedName.ofBench("SOCLE AC INCONNUE DE TEST"), keys, life, null);
    PublicKey key = keys.getPublic();
    X500Principal host = DistinguishedName.ofBench("localhost");
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
    files.put(ServerPart.OPERATORS_PATH, Pem.of(List.of(operators)));
    files.put(ServerPart.AUTHORITY_PATH, Pem.of(List.of(trusted.certificate())));
    files.put(TRUST_STORE_PATH, trustStore(trusted.certificate()));
    files.put(ServerPart.KEY_PATH, Pem.of(keys.getPrivate()));
    return files;
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

  /** The names of a certificate of the bench. */
  static List<GeneralName> namesOf(X509Certificate certificate) {
    try {
      List<GeneralName> names = new ArrayList<>();
      for (List<?> name : certificate.getSubjectAlternativeNames()) {
        names.add(new GeneralName((Integer) name.get(0), String.valueOf(name.get(1))));
      }
      return names;
    } catch (CertificateParsingException e) {
      throw new IllegalStateException("Certificat de test illisible.", e);
    }
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
        SigningAuthority issuer,
        X500Principal subject,
        Validity validity,
        List<GeneralName> names) {
      X509Certificate certificate =
          forge.issue(issuer, LeafRequest.server(subject, key, forge.serial(), validity, names));
      files.put(identity.chainPath(), Pem.of(List.of(certificate, issuer.certificate())));
    }
  }
}
