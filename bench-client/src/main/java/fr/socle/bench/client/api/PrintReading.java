package fr.socle.bench.client.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read on a printed page.
 *
 * @param pageCount how many pages the document has; the first five are looked at
 * @param lines text of the pages looked at, line by line; none for a picture
 * @param datamatrix the INS data matrices found
 * @param findings what is wrong with them, or with their absence
 * @param doubt why no data matrix was read though one may be there, and what to do, one French
 *     sentence; null when there is no doubt. Its absence is then not judged
 */
public record PrintReading(
    int pageCount,
    List<String> lines,
    List<Datamatrix> datamatrix,
    List<Finding> findings,
    @Nullable String doubt) {

  /**
   * One INS data matrix. A value is absent when its block is.
   *
   * @param page page it is on, from 1
   * @param text its text, separators shown as {@code ␝}
   * @param matricule matricule and key, fifteen characters
   * @param oid OID of the authority
   * @param firstNames birth first names, separated by spaces
   * @param birthName birth name
   * @param sex {@code F} or {@code M}
   * @param birthDate {@code DD-MM-YYYY}, as printed
   * @param birthPlace COG code
   */
  public record Datamatrix(
      int page,
      String text,
      @Nullable String matricule,
      @Nullable String oid,
      @Nullable String firstNames,
      @Nullable String birthName,
      @Nullable String sex,
      @Nullable String birthDate,
      @Nullable String birthPlace) {}
}
