package fr.socle.insi.service;

import java.util.Locale;

/** The controls of the simulated service, in the order it makes them: insi.md 2.8 (A). */
public enum Control {
  /** The client certificate is named INSI-AUTO or INSI-MANU. */
  CERTIFICAT(Severity.FAULT),
  /** ContexteLPS is there. */
  CONTEXTE_LPS(Severity.FAULT),
  /** Its authorisation number is one the bench knows. */
  IDAM(Severity.FAULT),
  /** ContexteBAM is there, with COUVERTURE. */
  CONTEXTE_BAM(Severity.FAULT),
  /** The assertion of a professional is there, on a door without client certificate. */
  ASSERTION(Severity.FAULT),
  /** The signature of a card's assertion is good. */
  SIGNATURE(Severity.FAULT),
  /** The certificate of a card's assertion is of a known authority, valid and not revoked. */
  CARTE(Severity.FAULT),
  /** The assertion of the professional is not too old. */
  AGE_ASSERTION(Severity.FAULT),
  /** The token of Pro Santé Connect is good, and of the person the assertion names. */
  JETON(Severity.FAULT),
  /** A Vitale search comes with the assertion of a card, whose digest is right. */
  ASSERTION_VITALE(Severity.FAULT),
  /** The Vitale assertion is not too old. */
  AGE_VITALE(Severity.FAULT),
  /** The message identifier was not used before: off, as a known client repeats it (2.3). */
  MESSAGE_ID(Severity.OFF),
  /** The body is the one of the operation and follows its schema. */
  CORPS(Severity.FAULT),
  /** Name, first name, sex, date and place can be searched with. */
  CHAMPS(Severity.FAULT);

  private final Severity byDefault;

  Control(Severity byDefault) {
    this.byDefault = byDefault;
  }

  Severity byDefault() {
    return byDefault;
  }

  /** Its name in settings, such as {@code contexte-lps}. */
  public String settingName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
