package fr.socle.psc.service;

/**
 * A way of getting tokens that has its own room, such as CIBA. Called from several threads at once,
 * for clients that are already authenticated.
 */
@FunctionalInterface
public interface Grant {
  /** Answers a token request of this grant type. */
  TokenOutcome answer(Asked asked, RelyingParty client, ClientProof proof, FaultPlan faults);
}
