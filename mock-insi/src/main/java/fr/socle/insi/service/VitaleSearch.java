package fr.socle.insi.service;

import org.jspecify.annotations.Nullable;

/**
 * A search by what a Vitale card tells (insi.md 2.4), as it was asked: nothing is corrected, absent
 * elements are null.
 *
 * @param own beneficiary's own number, if the card holds it
 * @param opener number of the right-opener
 * @param birthName birth name
 * @param birthDate birth date
 * @param rank rank among twins
 */
public record VitaleSearch(
    @Nullable CardNumber own,
    @Nullable CardNumber opener,
    @Nullable String birthName,
    @Nullable String birthDate,
    @Nullable String rank) {

  /** A search that says nothing. */
  public static VitaleSearch empty() {
    return new VitaleSearch(null, null, null, null, null);
  }

  /** Number of the beneficiary, if one was given. */
  @Nullable String ownNumber() {
    return own == null ? null : own.given();
  }

  /** Number of the right-opener, if one was given. */
  @Nullable String openerNumber() {
    return opener == null ? null : opener.given();
  }

  /**
   * A number as written on a card.
   *
   * @param number thirteen characters
   * @param key its key, which clients seen leave out
   */
  public record CardNumber(@Nullable String number, @Nullable String key) {
    @Nullable String given() {
      return number == null || number.isBlank() ? null : number.strip();
    }
  }
}
