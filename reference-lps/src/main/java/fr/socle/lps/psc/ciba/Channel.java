package fr.socle.lps.psc.ciba;

/** With what a professional answers: parameter {@code channel}, psc.md 2.2 (S: PROXY). */
public enum Channel {
  /** The e-CPS application of his phone. */
  MOBILE,
  /** His card, in the reader of this workstation. */
  CARD
}
