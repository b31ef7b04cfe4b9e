package fr.socle.bench.client.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What INSi did in a space.
 *
 * @param calls calls, in order
 */
public record InsiState(List<Call> calls) {

  /**
   * One call.
   *
   * @param operation such as {@code rechercherInsAvecTraitsIdentite}
   * @param birthName name searched
   * @param firstName first name or names searched
   * @param sex sex searched
   * @param birthDate date searched
   * @param birthPlace place searched
   * @param result return code {@code 00}, {@code 01}, {@code 02}, or the code of the fault
   * @param matricule number answered
   */
  public record Call(
      String operation,
      @Nullable String birthName,
      @Nullable String firstName,
      @Nullable String sex,
      @Nullable String birthDate,
      @Nullable String birthPlace,
      String result,
      @Nullable String matricule) {}
}
