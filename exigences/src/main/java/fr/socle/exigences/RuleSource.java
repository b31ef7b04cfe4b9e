package fr.socle.exigences;

/**
 * Where a rule comes from, carried from the specification sheet to the check and to the report. The
 * source alone decides what a finding may do to a verdict: this enumeration is the law of the
 * house, written once.
 */
public enum RuleSource {
  /**
   * A normative or explanatory national text, a WSDL or XSD, or a refusal seen from the service.
   */
  TEXTE(Effect.BLOQUANT),
  /** A public standard, paragraph cited: RFC, OpenID Connect, IHE, W3C, HL7. */
  NORME(Effect.BLOQUANT),
  /** A numbered requirement read through a third party; printed "lecture à confirmer". */
  SECONDE_MAIN(Effect.BLOQUANT),
  /** A sample, a capture or other people's code: shows what is accepted, not what is required. */
  VU(Effect.RESERVE),
  /** General knowledge of the field, not checked against a document. */
  CONNU(Effect.RESERVE),
  /** An assumption of this project: never judges. */
  SUPPOSE(Effect.INFORMATION);

  private final Effect effect;

  RuleSource(Effect effect) {
    this.effect = effect;
  }

  /** What a finding of a rule with this source does to the requirement. */
  public Effect effect() {
    return effect;
  }

  /** What a finding can do to a requirement. */
  public enum Effect {
    /** Makes the requirement {@code non_conforme}. */
    BLOQUANT,
    /** Makes it {@code reserve} at most. */
    RESERVE,
    /** Shown, never counted. */
    INFORMATION
  }
}
