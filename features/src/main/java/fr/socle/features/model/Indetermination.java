package fr.socle.features.model;

/**
 * Why a scenario or a run could not be decided.
 *
 * @param cause what failed; never the conformity of the LPS
 * @param message what happened and how to mend it, one French sentence
 */
public record Indetermination(Cause cause, String message) {}
