package fr.socle.insi.service;

/**
 * How the answer writes its namespaces; all three mean the same.
 *
 * <p>insi.md 2.5 (A): captures vary, so software that reads prefixes must be caught.
 */
public enum PrefixStyle {
  /** Default namespace on RESULTAT, {@code soap} around it. */
  DEFAULT,
  /** {@code ns2:} everywhere in RESULTAT. */
  NS2,
  /** {@code env:Body}, default namespace for CR, {@code ns2:} for INDIVIDU. */
  MIXED
}
