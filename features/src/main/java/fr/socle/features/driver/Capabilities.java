package fr.socle.features.driver;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a driver says of itself.
 *
 * @param contrat version of the contract, {@value #CONTRACT}
 * @param lps the software it drives
 * @param actions actions it offers
 */
public record Capabilities(String contrat, LpsIdentity lps, List<String> actions) {

  /** Version of the contract this suite speaks. */
  public static final String CONTRACT = "1";

  /** Copies the list. */
  public Capabilities {
    actions = List.copyOf(actions);
  }

  /** Whether an action is offered. */
  public boolean offers(String action) {
    return actions.contains(action);
  }

  /**
   * The software under test, as it names itself.
   *
   * @param nom its name
   * @param version its version
   * @param editeur its editor
   */
  public record LpsIdentity(String nom, String version, @Nullable String editeur) {}
}
