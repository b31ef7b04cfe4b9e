package fr.socle.bench.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;

/**
 * Certificates of servers that say where their revocation is told, and what is told there. Where
 * depends on the space, so that they are issued when they are shown, by an authority below the one
 * people install: that one's key is no more. Serial numbers are the same as long as the authority
 * lives: a list that somebody kept tells the truth of every certificate to come.
 *
 * <p>All methods may be called from any thread.
 */
public final class Revocation {
  /** Path of the list, below the address that the certificates name. */
  public static final String LIST_PATH = "/igc/lcr";

  /** Path of the OCSP responder. */
  public static final String RESPONDER_PATH = "/igc/ocsp";

  // Long enough to be kept from one connection to the next (ECO.1.1.7).
  private static final Duration LIFE = Duration.ofDays(1);
  private static final Duration SKEW = Duration.ofHours(1);

  private final SigningAuthority authority;
  private final X509Certificate root;
  private final X509Certificate model;
  private final CertificateForge forge;

  /**
   * @param authority who issues and revokes
   * @param root the authority that people install
   * @param model a certificate of the same servers, whose names and key are taken
   */
  Revocation(
      SigningAuthority authority,
      X509Certificate root,
      X509Certificate model,
      CertificateForge forge) {
    this.authority = authority;
    this.root = root;
    this.model = model;
    this.forge = forge;
  }

  /**
   * A key store with one entry, password {@link TestPki#PASSWORD}.
   *
   * @param identity one of those that are revocable
   * @param address where its revocation is told, such as {@code http://localhost:8454}
   */
  KeyStore keyStore(ServerIdentity identity, String address) {
    Validity life = new Validity(model.getNotBefore().toInstant(), model.getNotAfter().toInstant());
    LeafRequest request =
        LeafRequest.server(
            model.getSubjectX500Principal(),
            model.getPublicKey(),
            serial(identity),
            life,
            ServerIssuer.namesOf(model));
    X509Certificate leaf =
        forge.issue(authority, request, address + LIST_PATH, address + RESPONDER_PATH);
    return KeyStores.holding(
        "server", authority.key(), List.of(leaf, authority.certificate(), root));
  }

  /** The list, DER. */
  public byte[] list(Instant now) {
    try {
      return forge
          .revoking(
              authority,
              List.of(serial(ServerIdentity.REVOKED)),
              new Validity(now.minus(SKEW), now.plus(LIFE)))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Liste de révocation de test impossible à former.", e);
    }
  }

  /**
   * The answer of the OCSP responder, DER; the authority signs it itself.
   *
   * @param request a request, DER; unreadable, it is answered as malformed
   */
  public byte[] status(byte[] request, Instant now) {
    try {
      return answer(new OCSPReq(request), now);
    } catch (IOException | RuntimeException e) {
      return malformed();
    }
  }

  private byte[] answer(OCSPReq request, Instant now) throws IOException {
    try {
      BasicOCSPRespBuilder answers =
          new BasicOCSPRespBuilder(
              new RespID(
                  X500Name.getInstance(
                      authority.certificate().getSubjectX500Principal().getEncoded())));
      for (Req asked : request.getRequestList()) {
        answers.addResponse(
            asked.getCertID(),
            statusOf(asked.getCertID().getSerialNumber(), now),
            Date.from(now.minus(SKEW)),
            Date.from(now.plus(LIFE)));
      }
      Extension nonce = request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
      if (nonce != null) {
        answers.setResponseExtensions(new Extensions(nonce));
      }
      return new OCSPRespBuilder()
          .build(
              OCSPRespBuilder.SUCCESSFUL,
              answers.build(CertificateForge.signer(authority.key()), null, Date.from(now)))
          .getEncoded();
    } catch (OCSPException e) {
      throw new IOException(e);
    }
  }

  private CertificateStatus statusOf(BigInteger serial, Instant now) {
    if (serial.equals(serial(ServerIdentity.REVOKED))) {
      return new RevokedStatus(Date.from(now.minus(SKEW)), CRLReason.keyCompromise);
    }
    return serial.equals(serial(ServerIdentity.REVOCABLE))
        ? CertificateStatus.GOOD
        : new UnknownStatus();
  }

  private static byte[] malformed() {
    try {
      return new OCSPRespBuilder().build(OCSPRespBuilder.MALFORMED_REQUEST, null).getEncoded();
    } catch (OCSPException | IOException e) {
      throw new IllegalStateException("Réponse OCSP de test impossible à former.", e);
    }
  }

  private BigInteger serial(ServerIdentity identity) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(authority.certificate().getEncoded());
      digest.update(identity.name().getBytes(StandardCharsets.US_ASCII));
      return new BigInteger(1, Arrays.copyOf(digest.digest(), 15)).setBit(120);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 n'est pas disponible dans ce JDK.", e);
    }
  }
}
