package fr.socle.psc.proxy.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.check.Check;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.proxy.protocol.ConnectMessage;
import fr.socle.psc.proxy.protocol.TracesMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What an editor's proxy answers, seen through the relay (psc.md 2.7). */
final class RelayedChecks {
  private static final Set<String> TYPES =
      Set.of("CONNECT_SUCCESS", "CONNECT_REPLAY", "CONNECT_FAILURE", "SEND", "DISCONNECT");
  private static final List<String> ALWAYS = List.of("IdRPPS", "ipAddress", "ports", "timestamp");
  private static final List<String> OF_A_SESSION =
      List.of("clientId", "proxy_id_session", "session_state");
  private static final List<String> OF_A_CALL = List.of("nomApiPsc", "methode", "path");

  private RelayedChecks() {}

  static Check<ConnectMessage> unknownSoftware() {
    return Check.of(
        rule("PRX-05", "PSC-PX-05", "Un clientId inconnu reçoit 404."),
        (exchange, findings) -> {
          ConnectMessage message = exchange.message();
          String clientId = message.request().clientId();
          if (message.relayed()
              && clientId != null
              && !message.clientKnown()
              && message.status() != 304
              && message.status() != 404) {
            findings.add(
                "statut de /connect",
                "404",
                Integer.toString(message.status()),
                "Répondez 404 quand le client_id du logiciel n'est pas connu du proxy.");
          }
        });
  }

  static Check<TracesMessage> traceMembers() {
    return Check.of(
        rule("PRX-08", "PSC-PX-08", "Chaque trace porte ses membres obligatoires."),
        (exchange, findings) -> {
          if (!exchange.message().relayed() || exchange.message().status() != 200) {
            return;
          }
          List<JsonNode> traces = exchange.message().traces();
          for (int i = 0; i < traces.size(); i++) {
            for (String missing : missing(traces.get(i))) {
              findings.add(
                  "/" + i + "/" + missing,
                  "présent",
                  "absent",
                  "Ajoutez " + missing + " à cette trace.");
            }
          }
        });
  }

  private static List<String> missing(JsonNode trace) {
    List<String> missing = new ArrayList<>();
    String type = trace.path("type").asText("");
    if (!TYPES.contains(type)) {
      missing.add("type");
    }
    ALWAYS.stream().filter(member -> !trace.hasNonNull(member)).forEach(missing::add);
    if (!type.equals("CONNECT_FAILURE")) {
      OF_A_SESSION.stream().filter(member -> !trace.hasNonNull(member)).forEach(missing::add);
    }
    if (type.equals("SEND")) {
      OF_A_CALL.stream()
          .filter(member -> !trace.path("apiRequest").hasNonNull(member))
          .map("apiRequest/"::concat)
          .forEach(missing::add);
    }
    return missing;
  }

  static Rule rule(String id, String requirement, String title) {
    return new Rule(id, RuleSource.VU, "psc.md 2.7 (S: PROXY)", List.of(requirement), title);
  }
}
