package fr.socle.features.driver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Nobody drives: no action can be asked, whatever arrives at the bench is judged. */
final class ObservationDriver implements LpsDriver {
  private final Capabilities.LpsIdentity lps;

  ObservationDriver(Capabilities.LpsIdentity lps) {
    this.lps = lps;
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(Capabilities.CONTRACT, lps, List.of(), List.of());
  }

  @Override
  public ActionAnswer perform(String action, ObjectNode input) {
    throw new ActionNotImplementedException(
        action, "Le LPS est observé, personne ne le pilote : « " + action + " » n'est pas jouée.");
  }
}
