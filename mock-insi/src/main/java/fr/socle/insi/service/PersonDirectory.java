package fr.socle.insi.service;

import java.util.List;

/** The persons INSi knows in one space. Called from several threads. */
public interface PersonDirectory {
  /**
   * Candidates of a search. May give more than those that match: the search compares again.
   *
   * @param birthName birth name searched
   * @param sex sex searched
   * @param birthDate birth date searched
   */
  List<KnownPerson> candidates(String birthName, String sex, String birthDate);

  /**
   * Whoever bears, or bore, a number.
   *
   * @param number thirteen characters
   */
  List<KnownPerson> bearers(String number);
}
