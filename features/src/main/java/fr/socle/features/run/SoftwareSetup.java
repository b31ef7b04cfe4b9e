package fr.socle.features.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.BenchJson;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.ClientDescription;
import fr.socle.features.driver.ActionAnswer;
import fr.socle.features.model.Cause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings the LPS where a scenario begins: in its space, as its relying party, with no memory. */
final class SoftwareSetup {
  private final RunContext run;
  private final Fate fate;
  private final Stay stay;

  SoftwareSetup(RunContext run, Fate fate, Stay stay) {
    this.run = run;
    this.fate = fate;
    this.stay = stay;
  }

  /**
   * Prepares it.
   *
   * @param clientId relying party that the scenario asks it to be; absent = the one it likes
   */
  void prepare(@Nullable String clientId) {
    SpaceDescriptor space = stay.bench().descriptor();
    Software software = stay.software();
    if (!stay.place().isConfiguredFor(space, clientId) && software.offers("configurer")) {
      stay.place().setConfigurationLost();
      ActionAnswer answer = software.configure(input(space, clientId));
      if (!answer.done()) {
        throw refused(answer, clientId);
      }
      stay.place()
          .setConfiguredFor(
              space, clientId, told(answer, "adresseDeconnexion"), told(answer, "adresseProxy"));
    }
    if (software.offers("reinitialiser")) {
      software.prepare("reinitialiser", Software.input(), "repartir de zéro");
    }
  }

  private static @Nullable String told(ActionAnswer answer, String member) {
    return answer.seen() == null ? null : answer.seen().path(member).textValue();
  }

  private ObjectNode input(SpaceDescriptor space, @Nullable String clientId) {
    ObjectNode descriptor = BenchJson.mapper().valueToTree(space);
    if (clientId != null) {
      List<ClientDescription> chosen =
          space.clients().stream().filter(client -> client.clientId().equals(clientId)).toList();
      if (chosen.isEmpty()) {
        throw fate.notCovered("Le banc n'a pas de client « %s ».".formatted(clientId));
      }
      ArrayNode only = descriptor.putArray("clients");
      chosen.forEach(client -> only.add(BenchJson.mapper().<ObjectNode>valueToTree(client)));
    }
    ObjectNode input = Software.input();
    input.set("banc", descriptor);
    if (!run.options().lps().settings().isEmpty()) {
      input.set("reglages", BenchJson.mapper().valueToTree(run.options().lps().settings()));
    }
    return input;
  }

  /** An LPS that cannot be another relying party has only not shown what it would do. */
  private RuntimeException refused(ActionAnswer answer, @Nullable String clientId) {
    return clientId == null
        ? fate.undecided(
            Cause.LPS,
            "Le LPS n'a pas pris la configuration du banc (%s).".formatted(answer.messageOrNone()))
        : fate.notCovered(
            "Le LPS n'a pas pris le client « %s » (%s)."
                .formatted(clientId, answer.messageOrNone()));
  }
}
