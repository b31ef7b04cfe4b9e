package fr.socle.features.driver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds a driver to its contract: an action that is not declared is not asked for, an input that
 * the schema refuses never leaves, and what the LPS shows must be what the schema says.
 */
final class CheckedDriver implements LpsDriver {
  private final LpsDriver driver;
  private final ActionSchemas schemas;
  private volatile @Nullable Capabilities known;

  CheckedDriver(LpsDriver driver, ActionSchemas schemas) {
    this.driver = driver;
    this.schemas = schemas;
  }

  @Override
  public Capabilities capabilities() {
    Capabilities answered = driver.capabilities();
    known = answered;
    return answered;
  }

  @Override
  public ActionAnswer perform(String action, ObjectNode input) {
    List<String> refused = schemas.breachesOfInput(action, input);
    if (!refused.isEmpty()) {
      throw new IllegalArgumentException(
          "the suite sends a wrong input to " + action + ": " + refused);
    }
    Capabilities capabilities = known == null ? capabilities() : known;
    if (!capabilities.offers(action)) {
      throw new ActionNotImplementedException(
          action, "Le pilote n'annonce pas l'action « " + action + " ».");
    }
    ActionAnswer answer = driver.perform(action, input);
    if (answer.seen() != null) {
      List<String> breaches = schemas.breachesOfSeen(action, answer.seen());
      if (!breaches.isEmpty()) {
        throw new DriverFailedException(
            "Le pilote rend pour l'action « %s » un « vu » hors du contrat : %s. Corrigez le pilote."
                .formatted(action, String.join(" ; ", breaches)));
      }
    }
    return answer;
  }

  @Override
  public Optional<Picture> picture() {
    return driver.picture();
  }

  @Override
  public void close() {
    driver.close();
  }
}
