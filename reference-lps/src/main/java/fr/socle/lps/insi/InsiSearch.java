package fr.socle.lps.insi;

/** One search by traits at INSi. */
@FunctionalInterface
public interface InsiSearch {

  /** Asks once; whatever goes wrong is an {@link InsiAnswer.Unavailable}. */
  InsiAnswer search(InsiQuery query) throws InterruptedException;
}
