package fr.socle.bench.pki;

import java.math.BigInteger;
import java.security.PublicKey;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * An end certificate to issue.
 *
 * @param keyUsage bits of {@link KeyUsage}
 * @param purposes extended key usages; none leaves the extension out
 * @param names alternative names; none leaves the extension out
 * @param card whether to mark it as held by a CPS card
 */
record LeafRequest(
    X500Principal subject,
    PublicKey key,
    BigInteger serial,
    Validity validity,
    int keyUsage,
    List<KeyPurposeId> purposes,
    List<GeneralName> names,
    boolean card) {

  static LeafRequest server(
      X500Principal subject,
      PublicKey key,
      BigInteger serial,
      Validity validity,
      List<GeneralName> names) {
    return new LeafRequest(
        subject,
        key,
        serial,
        validity,
        KeyUsage.digitalSignature | KeyUsage.keyEncipherment,
        List.of(KeyPurposeId.id_kp_serverAuth),
        names,
        false);
  }

  static LeafRequest client(
      X500Principal subject, PublicKey key, BigInteger serial, Validity validity, boolean card) {
    return new LeafRequest(
        subject,
        key,
        serial,
        validity,
        KeyUsage.digitalSignature | KeyUsage.keyEncipherment,
        List.of(KeyPurposeId.id_kp_clientAuth),
        List.of(),
        card);
  }

  // dmp.md 2.4 (S:DEH): a signature certificate has digitalSignature and nonRepudiation.
  static LeafRequest seal(
      X500Principal subject, PublicKey key, BigInteger serial, Validity validity) {
    return new LeafRequest(
        subject,
        key,
        serial,
        validity,
        KeyUsage.digitalSignature | KeyUsage.nonRepudiation,
        List.of(),
        List.of(),
        false);
  }

  // dmp.md 2.5 (S:DEH): digitalSignature and nonRepudiation, same subject as authentication.
  static LeafRequest cardSignature(
      X500Principal subject, PublicKey key, BigInteger serial, Validity validity) {
    return new LeafRequest(
        subject,
        key,
        serial,
        validity,
        KeyUsage.digitalSignature | KeyUsage.nonRepudiation,
        List.of(),
        List.of(),
        true);
  }
}
