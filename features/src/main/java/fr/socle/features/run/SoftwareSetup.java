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

  /** Prepares it to be the relying party that a scenario asks for. */
  void prepare(ClientChoice client) {
    configure(client);
    Software software = stay.software();
    // Most scenarios ask nothing of a modest LPS: it need not forget the same nothing each time.
    if (software.offers("reinitialiser") && !stay.place().isFresh()) {
      software.prepare("reinitialiser", Software.input(), "repartir de zéro");
      stay.place().setFresh();
    }
  }

  /** Tells it where it is and who it is, unless it knows. */
  void configure(ClientChoice client) {
    SpaceDescriptor space = stay.bench().descriptor();
    Software software = stay.software();
    if (!stay.place().isConfiguredFor(space, client) && software.offers("configurer")) {
      stay.place().setConfigurationLost();
      ActionAnswer answer = software.configure(input(space, client));
      if (!answer.done()) {
        throw refused(answer, client);
      }
      stay.place()
          .setConfiguredFor(
              space, client, told(answer, "adresseDeconnexion"), told(answer, "adresseProxy"));
    }
  }

  private static @Nullable String told(ActionAnswer answer, String member) {
    return answer.seen() == null ? null : answer.seen().path(member).textValue();
  }

  private ObjectNode input(SpaceDescriptor space, ClientChoice choice) {
    String clientId = choice.clientId();
    ObjectNode descriptor = BenchJson.mapper().valueToTree(space);
    if (clientId != null) {
      List<ClientDescription> chosen =
          space.clients().stream().filter(client -> client.clientId().equals(clientId)).toList();
      if (chosen.isEmpty()) {
        throw fate.notCovered("Le banc n'a pas de client « %s ».".formatted(clientId));
      }
      ArrayNode only = descriptor.putArray("clients");
      chosen.forEach(client -> only.add(described(client, choice.keyStore())));
    }
    ObjectNode input = Software.input();
    input.set("banc", descriptor);
    if (!run.options().lps().settings().isEmpty()) {
      input.set("reglages", BenchJson.mapper().valueToTree(run.options().lps().settings()));
    }
    return input;
  }

  private static ObjectNode described(ClientDescription client, @Nullable String keyStore) {
    ObjectNode described = BenchJson.mapper().valueToTree(client);
    if (keyStore != null) {
      described.put("keyStore", keyStore);
    }
    return described;
  }

  /** An LPS that cannot be another relying party has only not shown what it would do. */
  private RuntimeException refused(ActionAnswer answer, ClientChoice client) {
    return client.isFree()
        ? fate.undecided(
            Cause.LPS,
            "Le LPS n'a pas pris la configuration du banc (%s).".formatted(answer.messageOrNone()))
        : fate.notCovered(
            "Le LPS n'a pas pris le client « %s »%s (%s)."
                .formatted(
                    client.clientId(),
                    client.keyStore() == null
                        ? ""
                        : " avec le certificat « " + client.keyStore() + " »",
                    answer.messageOrNone()));
  }
}
