package fr.socle.lps.insi;

/** One verification of an INS at INSi. */
@FunctionalInterface
public interface InsiVerification {

  /** Asks once; whatever goes wrong is a {@link VerificationAnswer.Unavailable}. */
  VerificationAnswer verify(VerificationQuery query) throws InterruptedException;
}
