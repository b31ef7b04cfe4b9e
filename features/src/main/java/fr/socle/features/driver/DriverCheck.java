package fr.socle.features.driver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.features.driver.LpsConfiguration.DriverKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tries an editor's driver against the driver contract: capabilities, unknown actions, unknown
 * members, the form of each answer, the long poll.
 */
public final class DriverCheck {
  private final LpsConfiguration lps;
  private final ActionSchemas schemas = new ActionSchemas();
  private final List<Result> results = new ArrayList<>();

  private DriverCheck(LpsConfiguration lps) {
    this.lps = lps;
  }

  /** What became of a point of the contract. */
  public enum Outcome {
    /** It is kept. */
    OK,
    /** It is not. */
    KO,
    /** It could not be tried; no fault of the driver. */
    NON_ESSAYE
  }

  /**
   * One point of the contract.
   *
   * @param name what was tried, French
   * @param outcome what became of it
   * @param found what was found, French
   * @param mend what to change in the driver, when it is not kept
   */
  public record Result(String name, Outcome outcome, String found, @Nullable String mend) {

    static Result ok(String name, String found) {
      return new Result(name, Outcome.OK, found, null);
    }

    static Result ko(String name, String found, String mend) {
      return new Result(name, Outcome.KO, found, mend);
    }

    static Result notTried(String name, String why) {
      return new Result(name, Outcome.NON_ESSAYE, why, null);
    }
  }

  /**
   * Tries the driver of the first instance.
   *
   * @param lps how to drive it
   * @param descriptor content of a {@code bench.json}, to try {@code configurer}; absent = not
   *     tried
   * @return every point, in the order it was tried
   */
  public static List<Result> run(LpsConfiguration lps, @Nullable ObjectNode descriptor) {
    return new DriverCheck(lps).run(descriptor);
  }

  private List<Result> run(@Nullable ObjectNode descriptor) {
    if (lps.driver() == DriverKind.OBSERVATION) {
      return List.of(
          Result.notTried("Contrat du pilote", "Le LPS est observé, il n'a pas de pilote."));
    }
    try (LpsDriver driver = lps.open(0)) {
      Capabilities capabilities;
      try {
        capabilities = driver.capabilities();
      } catch (DriverFailedException e) {
        results.add(
            Result.ko(
                "Capacités",
                String.valueOf(e.getMessage()),
                "Répondez les capacités que décrit docs/pilote.md."));
        return List.copyOf(results);
      }
      results.add(
          Result.ok(
              "Capacités",
              "%s %s, %d actions annoncées"
                  .formatted(
                      capabilities.lps().nom(),
                      capabilities.lps().version(),
                      capabilities.actions().size())));
      unknownNames(capabilities);
      if (lps.driver() == DriverKind.HTTP) {
        results.addAll(new HttpProbe(lps.urls().get(0), lps.limit()).run(capabilities));
      }
      results.addAll(new SampleVisit(driver, schemas).run(capabilities, descriptor));
    }
    return List.copyOf(results);
  }

  private void unknownNames(Capabilities capabilities) {
    List<String> unknown =
        capabilities.actions().stream()
            .filter(action -> !ActionSchemas.ACTIONS.contains(action))
            .toList();
    if (!unknown.isEmpty()) {
      results.add(
          Result.ko(
              "Noms des actions",
              "actions inconnues du contrat : " + String.join(", ", unknown),
              "Retirez-les des capacités, ou corrigez leur nom ; le contrat connaît : "
                  + String.join(", ", ActionSchemas.ACTIONS)
                  + "."));
    }
  }
}
