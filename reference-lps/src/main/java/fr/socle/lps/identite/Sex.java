package fr.socle.lps.identite;

/** Sex of a person as a record holds it: female, male, or undetermined. */
public enum Sex {
  F,
  M,
  I
}
