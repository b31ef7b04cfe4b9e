package fr.socle.bench.client.api;

import java.util.List;

/**
 * The legal representatives of a patient, as his DMP tells them.
 *
 * @param ins fifteen characters of the INS of a patient of the space
 * @param representatives representatives in order, in the place of those there were
 */
public record DmpRepresentatives(String ins, List<Representative> representatives) {
  /** Copies the list. */
  public DmpRepresentatives {
    representatives = List.copyOf(representatives);
  }

  /**
   * One of them.
   *
   * @param link {@code FTH} for the father, {@code MTH} for the mother, or another code of
   *     2.16.840.1.113883.1.11.19579
   * @param familyName family name
   * @param givenName given name
   */
  public record Representative(String link, String familyName, String givenName) {}
}
