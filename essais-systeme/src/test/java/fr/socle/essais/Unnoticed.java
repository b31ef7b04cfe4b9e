package fr.socle.essais;

/**
 * A login that succeeds although it should not.
 *
 * @param fault what the bench does
 * @param rule the rule the bench finds broken; empty when no exchange shows it
 */
record Unnoticed(String fault, String rule) {}
