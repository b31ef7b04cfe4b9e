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
