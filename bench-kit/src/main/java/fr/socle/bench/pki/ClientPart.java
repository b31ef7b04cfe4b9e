package fr.socle.bench.pki;

import fr.socle.bench.pki.ClientIdentity.ClientFiles;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The client authorities, whose keys are kept so that identities can be issued when first asked
 * for, their revocation lists, and the identities issued so far.
 */
record ClientPart(SealedFiles files, Map<ClientRange, X509Certificate> authorities) {
  static final String SEAL = "clients.sceau";
  static final Duration CLIENT_LIFE = Duration.ofDays(730);

  /** Takes a sealed set if it is readable and its identities last at least one more week. */
  static Optional<ClientPart> from(SealedFiles files, Instant now) {
    try {
      Map<ClientRange, X509Certificate> authorities = new TreeMap<>();
      for (ClientRange range : ClientRange.values()) {
        X509Certificate authority = Pem.certificates(files.bytes(range.certificatePath())).get(0);
        Pem.crl(files.bytes(range.crlPath()));
        authorities.put(range, authority);
      }
      ClientPart part = new ClientPart(files, authorities);
      Validity life = part.clientLife(ClientRange.ORGANISATIONS);
      return now.isBefore(life.from()) || now.isAfter(life.to().minus(Duration.ofDays(7)))
          ? Optional.empty()
          : Optional.of(part);
    } catch (GeneralSecurityException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  ClientPart with(SealedFiles more) {
    return new ClientPart(more, authorities);
  }

  List<X509CRL> crls() {
    try {
      List<X509CRL> crls = new ArrayList<>();
      for (ClientRange range : ClientRange.values()) {
        crls.add(Pem.crl(files.bytes(range.crlPath())));
      }
      return List.copyOf(crls);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Liste de révocation illisible.", e);
    }
  }

  SigningAuthority authority(ClientRange range) {
    try {
      return new SigningAuthority(certificate(range), Pem.privateKey(files.bytes(range.keyPath())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Clé d'autorité " + range.keyPath() + " illisible.", e);
    }
  }

  BigInteger revokedSerial(ClientRange range) {
    try {
      return Pem.crl(files.bytes(range.crlPath()))
          .getRevokedCertificates()
          .iterator()
          .next()
          .getSerialNumber();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Liste de révocation illisible.", e);
    }
  }

  /** When the identities of a range are valid: the same for all, whenever they are issued. */
  Validity clientLife(ClientRange range) {
    Instant from = certificate(range).getNotBefore().toInstant();
    return new Validity(from, from.plus(CLIENT_LIFE));
  }

  boolean has(String name) {
    return files.has(ClientFiles.chainPath(name)) && files.has(ClientFiles.keyPath(name));
  }

  ClientIdentity identity(String name) {
    try {
      return new ClientIdentity(
          name,
          Pem.certificates(files.bytes(ClientFiles.chainPath(name))),
          Pem.privateKey(files.bytes(ClientFiles.keyPath(name))),
          ClientFiles.in(files.folder(), name));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Identité cliente " + name + " illisible.", e);
    }
  }

  private X509Certificate certificate(ClientRange range) {
    X509Certificate certificate = authorities.get(range);
    if (certificate == null) {
      throw new IllegalStateException("Autorité " + range + " absente.");
    }
    return certificate;
  }
}
