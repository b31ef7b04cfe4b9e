package fr.socle.dmp.service;

import static fr.socle.dmp.service.VihfControl.CARTE;
import static fr.socle.dmp.service.VihfControl.CERTIFICAT;
import static fr.socle.dmp.service.VihfControl.EMETTEUR;
import static fr.socle.dmp.service.VihfControl.SIGNATURE;
import static fr.socle.dmp.service.VihfControl.SIGNEE;
import static fr.socle.dmp.service.VihfControl.USAGE;

import fr.socle.bench.pki.ClientCertificateVerdict;
import fr.socle.bench.pki.ClientCertificateVerdict.Reason;
import fr.socle.bench.pki.SubjectName;
import fr.socle.bench.spi.CertificateJudge;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who signs a VIHF, and with what: dmp.md 2.4. Immutable. */
public final class SignerControls {
  private static final int NON_REPUDIATION = 1;

  private final CertificateJudge certificates;

  SignerControls(CertificateJudge certificates) {
    this.certificates = certificates;
  }

  /** Whether it is signed, by whom, and rightly. */
  void examine(Vihf vihf, DmpCaller caller, @Nullable X509Certificate connection, Examination run) {
    Vihf.Signature signature = vihf.signature();
    if (signature == null) {
      // dmp.md 2.4 (S: MSG, KIT, then A): a card on the connection proves as much.
      run.require(
          caller.mode() == AuthenticationMode.DIRECTE
              && connection != null
              && isHolder(connection, vihf),
          SIGNEE,
          "Le VIHF n'est pas signé, et la connexion n'est pas celle de la carte du même porteur.");
      return;
    }
    X509Certificate certificate = signature.certificate();
    String issuer = vihf.issuer();
    if (certificate != null) {
      run.require(
          issuer != null && SubjectName.of(certificate).isNamedWithoutAccentsBy(issuer),
          EMETTEUR,
          "Issuer n'est pas le sujet du certificat qui signe le VIHF.");
    }
    if (signature.defect() != null) {
      run.fail(
          SIGNATURE,
          DmpFault.INVALID_VIHF,
          "La signature du VIHF n'est pas juste : " + signature.defect());
    }
    if (certificate != null) {
      trusted(certificate, run);
    }
  }

  /**
   * Whether one card opened the connection and signed: on a CPS3 both certificates have the same
   * subject, dmp.md 2.4 (S:DEH). What names the bearer is the CN, the rest may be written twice.
   */
  void sameCard(
      Vihf vihf, DmpCaller caller, @Nullable X509Certificate connection, Examination run) {
    Vihf.Signature signature = vihf.signature();
    X509Certificate signer = signature == null ? null : signature.certificate();
    if (caller.mode() != AuthenticationMode.DIRECTE
        || caller.card() == null
        || connection == null
        || signer == null) {
      return;
    }
    run.require(
        isOneBearer(connection, signer),
        CARTE,
        "La carte qui signe le VIHF ("
            + SubjectName.of(signer).text()
            + ") n'est pas celle qui a ouvert la connexion ("
            + SubjectName.of(connection).text()
            + ").");
  }

  /** Whether two certificates are of one bearer. */
  public static boolean isOneBearer(X509Certificate one, X509Certificate other) {
    Optional<String> bearer = SubjectName.of(one).commonName();
    return one.getSubjectX500Principal().equals(other.getSubjectX500Principal())
        || (bearer.isPresent() && bearer.equals(SubjectName.of(other).commonName()));
  }

  private void trusted(X509Certificate certificate, Examination run) {
    ClientCertificateVerdict verdict = certificates.judge(certificate);
    if (!verdict.accepted() && verdict.reason() != Reason.NOT_CLIENT) {
      run.fail(
          CERTIFICAT,
          invalid(english(verdict.reason())),
          "Le certificat qui signe le VIHF, « "
              + SubjectName.of(certificate).text()
              + " », "
              + french(verdict.reason()));
    }
    boolean[] usage = certificate.getKeyUsage();
    // dmp.md 2.4 (S:DEH): what was seen refused is an authentication certificate.
    if (usage != null && !usage[NON_REPUDIATION]) {
      DmpFault refused = invalid(FaultTexts.NO_SIGNATURE_CERTIFICATE);
      run.fail(USAGE, refused, refused.text());
    }
  }

  private static DmpFault invalid(String cause) {
    return new DmpFault(DmpFault.INVALID_CERTIFICATE, FaultTexts.invalidCertificate(cause));
  }

  // dmp.md 2.6 (S:DEH): the sentence is French, its cause English; the causes but one are ours.
  private static String english(Reason reason) {
    return switch (reason) {
      case UNKNOWN_AUTHORITY -> "unknown certification authority";
      case EXPIRED -> "certificate expired";
      case NOT_YET_VALID -> "certificate not yet valid";
      case REVOKED -> "certificate revoked";
      case ABSENT, NOT_CLIENT, INVALID, ACCEPTED -> "invalid certification path";
    };
  }

  private static String french(Reason reason) {
    return switch (reason) {
      case UNKNOWN_AUTHORITY ->
          "vient d'une autorité inconnue du banc : signez avec un certificat de son dossier"
              + " clients, ou déclarez votre autorité au démarrage (--client-ca).";
      case EXPIRED -> "est expiré : signez avec un certificat en cours de validité.";
      case NOT_YET_VALID -> "n'est pas encore valable : signez avec celui qui l'est aujourd'hui.";
      case REVOKED -> "est révoqué : signez avec celui qui le remplace.";
      case ABSENT, NOT_CLIENT, INVALID, ACCEPTED ->
          "n'a pas une chaîne conforme à la RFC 5280 : faites émettre un certificat conforme.";
    };
  }

  private static boolean isHolder(X509Certificate connection, Vihf vihf) {
    SubjectName subject = SubjectName.of(connection);
    String issuer = vihf.issuer();
    return subject.cardType().isPresent()
        && ((issuer != null && subject.isNamedWithoutAccentsBy(issuer))
            || subject.commonName().equals(Optional.ofNullable(vihf.nameId())));
  }
}
