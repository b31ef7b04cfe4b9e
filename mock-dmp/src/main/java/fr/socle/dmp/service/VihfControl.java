package fr.socle.dmp.service;

import fr.socle.dmp.service.DmpSettings.Severity;
import java.util.Locale;

/** The controls of a VIHF, in the order the DMP makes them: dmp.md 2.4 and 2.6. */
public enum VihfControl {
  /** Security holds one assertion. */
  ASSERTION(Severity.FAULT),
  /** It is signed, unless a card on the connection is that of the same person. */
  SIGNEE(Severity.FAULT),
  /** Issuer is the subject of the signing certificate. */
  EMETTEUR(Severity.FAULT),
  /** The signature holds. */
  SIGNATURE(Severity.FAULT),
  /** Its certificate is of a known authority, in date, not revoked. */
  CERTIFICAT(Severity.FAULT),
  /** Its certificate is one for signatures. */
  USAGE(Severity.FAULT),
  /** The certificate of the connection is that of the mode and of the caller. */
  TRANSPORT(Severity.FAULT),
  /** The card that signs is that of the connection: both have one subject, dmp.md 2.4 (S:DEH). */
  CARTE(Severity.FAULT),
  /** IssueInstant is of now: how long it may be ago is not known outside AIR (dmp.md 8, 1). */
  AGE(Severity.WARN),
  /** Now is between its own bounds, NotBefore and NotOnOrAfter. */
  CONDITIONS(Severity.FAULT),
  /** In AIR it is thirty seconds old at most: dmp.md 2.5 (A: a warning by default). */
  AGE_AIR(Severity.WARN),
  /** In AIR it serves once: dmp.md 2.5 (A: a warning by default). */
  USAGE_UNIQUE(Severity.WARN),
  /** The mandatory attributes are there. */
  ATTRIBUTS(Severity.FAULT),
  /** In AIR, AuthnContextDecl says something: dmp.md 2.1; that its absence is refused is (A). */
  DECLARATION(Severity.FAULT),
  /** Identifiant_Structure is that of the certificate. */
  STRUCTURE(Severity.FAULT),
  /** The structure is known. */
  STRUCTURE_CONNUE(Severity.FAULT),
  /** The professional works there, if the space knows where he works: dmp.md 2.6 (S:DEH). */
  RATTACHEMENT(Severity.FAULT),
  /** A doctor or a pharmacist has a speciality. */
  SPECIALITE(Severity.FAULT),
  /** The card of a direct call is that of NameID; samples differ (Q4). */
  PORTEUR(Severity.WARN),
  /** The patient of the VIHF is that of the request. */
  PATIENT(Severity.FAULT);

  private final Severity byDefault;

  VihfControl(Severity byDefault) {
    this.byDefault = byDefault;
  }

  Severity byDefault() {
    return byDefault;
  }

  /** Its name in settings, such as {@code usage-unique}. */
  public String settingName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
