package fr.socle.bench.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** Signs certificates and revocation lists, RFC 5280, RSA with SHA-256. */
final class CertificateForge {
  // insi.md 2.3 (S:18): the third byte of the extension is the type of card, 0 for a CPS.
  private static final ASN1ObjectIdentifier CARD_TYPE =
      new ASN1ObjectIdentifier("1.2.250.1.71.1.2.2");

  private final SecureRandom random;

  CertificateForge(SecureRandom random) {
    this.random = random;
  }

  /** A positive serial number nobody can guess. */
  BigInteger serial() {
    return new BigInteger(120, random).setBit(120);
  }

  /** A self-signed authority, limited to some names when constraints are given. */
  SigningAuthority authority(
      X500Principal subject,
      KeyPair keys,
      Validity validity,
      @Nullable NameConstraints constraints) {
    return authority(subject, keys, validity, constraints, 0);
  }

  /** The same, with as many levels of authorities below it as said. */
  SigningAuthority authority(
      X500Principal subject,
      KeyPair keys,
      Validity validity,
      @Nullable NameConstraints constraints,
      int below) {
    try {
      JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
                  subject,
                  serial(),
                  Date.from(validity.from()),
                  Date.from(validity.to()),
                  subject,
                  keys.getPublic())
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(below))
              .addExtension(
                  Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
              .addExtension(
                  Extension.subjectKeyIdentifier,
                  false,
                  identifiers.createSubjectKeyIdentifier(keys.getPublic()));
      if (constraints != null) {
        builder.addExtension(Extension.nameConstraints, true, constraints);
      }
      return new SigningAuthority(certificate(builder, keys.getPrivate()), keys.getPrivate());
    } catch (GeneralSecurityException | CertIOException e) {
      throw new IllegalStateException("Autorité de test impossible à former.", e);
    }
  }

  /** An authority below another, for servers alone; it signs what its OCSP responder says. */
  X509Certificate subordinate(
      SigningAuthority issuer,
      X500Principal subject,
      PublicKey key,
      Validity validity,
      NameConstraints constraints) {
    try {
      JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
                  issuer.certificate().getSubjectX500Principal(),
                  serial(),
                  Date.from(validity.from()),
                  Date.from(validity.to()),
                  subject,
                  key)
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
              .addExtension(
                  Extension.keyUsage,
                  true,
                  new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign | KeyUsage.digitalSignature))
              .addExtension(
                  Extension.extendedKeyUsage,
                  false,
                  new ExtendedKeyUsage(
                      new KeyPurposeId[] {
                        KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_OCSPSigning
                      }))
              .addExtension(Extension.nameConstraints, true, constraints)
              .addExtension(
                  Extension.subjectKeyIdentifier,
                  false,
                  identifiers.createSubjectKeyIdentifier(key))
              .addExtension(
                  Extension.authorityKeyIdentifier,
                  false,
                  identifiers.createAuthorityKeyIdentifier(issuer.certificate().getPublicKey()));
      return certificate(builder, issuer.key());
    } catch (GeneralSecurityException | CertIOException e) {
      throw new IllegalStateException("Autorité de test impossible à former.", e);
    }
  }

  X509Certificate issue(SigningAuthority issuer, LeafRequest request) {
    return issue(issuer, request, List.of());
  }

  /**
   * An end certificate that says where its revocation is told.
   *
   * @param list address of the list
   * @param responder address of the OCSP responder
   */
  X509Certificate issue(
      SigningAuthority issuer, LeafRequest request, String list, String responder) {
    try {
      DistributionPoint point =
          new DistributionPoint(
              new DistributionPointName(new GeneralNames(address(list))), null, null);
      return issue(
          issuer,
          request,
          List.of(
              extension(
                  Extension.cRLDistributionPoints,
                  new CRLDistPoint(new DistributionPoint[] {point})),
              extension(
                  Extension.authorityInfoAccess,
                  new AuthorityInformationAccess(
                      new AccessDescription(AccessDescription.id_ad_ocsp, address(responder))))));
    } catch (IOException e) {
      throw new IllegalStateException("Certificat de test impossible à former.", e);
    }
  }

  private static GeneralName address(String url) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, url);
  }

  private static Extension extension(ASN1ObjectIdentifier id, ASN1Encodable value)
      throws IOException {
    return new Extension(id, false, value.toASN1Primitive().getEncoded());
  }

  private X509Certificate issue(
      SigningAuthority issuer, LeafRequest request, List<Extension> others) {
    try {
      JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
                  issuer.certificate().getSubjectX500Principal(),
                  request.serial(),
                  Date.from(request.validity().from()),
                  Date.from(request.validity().to()),
                  request.subject(),
                  request.key())
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
              .addExtension(Extension.keyUsage, true, new KeyUsage(request.keyUsage()))
              .addExtension(
                  Extension.subjectKeyIdentifier,
                  false,
                  identifiers.createSubjectKeyIdentifier(request.key()))
              .addExtension(
                  Extension.authorityKeyIdentifier,
                  false,
                  identifiers.createAuthorityKeyIdentifier(issuer.certificate().getPublicKey()));
      if (!request.purposes().isEmpty()) {
        builder.addExtension(
            Extension.extendedKeyUsage,
            false,
            new ExtendedKeyUsage(request.purposes().toArray(KeyPurposeId[]::new)));
      }
      if (!request.names().isEmpty()) {
        builder.addExtension(
            Extension.subjectAlternativeName,
            false,
            new GeneralNames(request.names().toArray(GeneralName[]::new)));
      }
      for (Extension other : others) {
        builder.addExtension(other);
      }
      if (request.card()) {
        builder.addExtension(CARD_TYPE, false, new ASN1Integer(0));
      }
      return certificate(builder, issuer.key());
    } catch (GeneralSecurityException | CertIOException e) {
      throw new IllegalStateException("Certificat de test impossible à former.", e);
    }
  }

  X509CRL revoking(SigningAuthority issuer, List<BigInteger> serials, Validity validity) {
    try {
      X509v2CRLBuilder builder =
          new X509v2CRLBuilder(
                  X500Name.getInstance(issuer.certificate().getSubjectX500Principal().getEncoded()),
                  Date.from(validity.from()))
              .setNextUpdate(Date.from(validity.to()))
              .addExtension(
                  Extension.authorityKeyIdentifier,
                  false,
                  new JcaX509ExtensionUtils()
                      .createAuthorityKeyIdentifier(issuer.certificate().getPublicKey()))
              .addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.ONE));
      for (BigInteger serial : serials) {
        builder.addCRLEntry(serial, Date.from(validity.from()), CRLReason.keyCompromise);
      }
      X509CRLHolder holder = builder.build(signer(issuer.key()));
      return Pem.crl(holder.getEncoded());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("Liste de révocation de test impossible à former.", e);
    }
  }

  private static X509Certificate certificate(X509v3CertificateBuilder builder, PrivateKey key)
      throws GeneralSecurityException {
    X509CertificateHolder holder = builder.build(signer(key));
    try {
      return Pem.certificates(holder.getEncoded()).get(0);
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
  }

  static ContentSigner signer(PrivateKey key) {
    try {
      return new JcaContentSignerBuilder("SHA256withRSA").build(key);
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("Signature RSA impossible avec ce JDK.", e);
    }
  }
}
