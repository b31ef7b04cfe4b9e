package fr.socle.bench.client.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What INSi did in a space.
 *
 * @param calls calls, in order
 */
public record InsiState(List<Call> calls) {

  /** The calls that look for an identity, in order. */
  public List<Call> searches() {
    return calls.stream().filter(call -> !call.verifies()).toList();
  }

  /** The calls that verify an INS, in order. */
  public List<Call> verifications() {
    return calls.stream().filter(Call::verifies).toList();
  }

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
      @Nullable String matricule) {

    /** Whether it asks if an INS is that of a person, and looks for nobody. */
    boolean verifies() {
      return operation.startsWith("verifier");
    }
  }
}
