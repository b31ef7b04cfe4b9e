package fr.socle.features.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Verdict;
import fr.socle.features.model.ActionCall;
import fr.socle.features.model.ScenarioResult;
import fr.socle.features.model.UsageResult;
import fr.socle.features.model.UsageResult.Cost;
import fr.socle.features.model.UsageResult.Play;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts what each identity use case cost: gestures by the driver's word, calls by the journal. */
final class UsageCosts {
  /** A scenario that was stopped says nothing of what the whole would have cost. */
  private static final Set<Verdict> STOPPED = EnumSet.of(Verdict.NON_COUVERT, Verdict.INDETERMINE);

  /** Members of the decoded view that say what INSi is asked, whoever asks it and when. */
  private static final List<String> ASKED =
      List.of("operation", "recherche", "carteVitale", "verification");

  private UsageCosts() {}

  /** The use cases that these scenarios play, in the order of {@link IdentityUse}. */
  static List<UsageResult> of(List<ScenarioResult> scenarios) {
    Map<IdentityUse, List<Play>> plays = new EnumMap<>(IdentityUse.class);
    for (ScenarioResult scenario : scenarios) {
      IdentityUse.of(scenario.tags())
          .ifPresent(use -> plays.computeIfAbsent(use, u -> new ArrayList<>()).add(play(scenario)));
    }
    return plays.entrySet().stream()
        .map(
            entry -> new UsageResult(entry.getKey().id(), entry.getKey().title(), entry.getValue()))
        .toList();
  }

  private static Play play(ScenarioResult scenario) {
    return new Play(
        scenario.id(),
        scenario.tags().contains(IdentityUse.SLOW) ? IdentityUse.LATENCY_MS : 0,
        scenario.verdict(),
        STOPPED.contains(scenario.verdict()) ? null : cost(scenario));
  }

  private static Cost cost(ScenarioResult scenario) {
    List<ActionCall> acts = scenario.userActions();
    List<String> undeclared =
        acts.stream()
            .filter(action -> action.userSteps() == null)
            .map(ActionCall::name)
            .distinct()
            .toList();
    List<Exchange> calls = scenario.exchanges().stream().filter(UsageCosts::isCall).toList();
    return new Cost(
        undeclared.isEmpty() ? ActionCall.declaredSteps(acts) : null,
        undeclared,
        calls.size(),
        duplicates(calls),
        acts.stream()
            .mapToLong(action -> Duration.between(action.startedAt(), action.endedAt()).toMillis())
            .sum());
  }

  /** A client may read the contract of the service, or fail to connect: it called nobody. */
  private static boolean isCall(Exchange exchange) {
    return exchange.service().equals("insi") && "POST".equals(exchange.method());
  }

  /** Asking again after an error is no duplicate; asking again for want of patience is one. */
  private static int duplicates(List<Exchange> calls) {
    Set<JsonNode> earlier = new HashSet<>();
    int duplicates = 0;
    for (Exchange call : calls) {
      JsonNode asked = asked(call.decoded());
      if (asked.isEmpty()) {
        continue; // a message that cannot be read asks nothing
      }
      if (earlier.contains(asked)) {
        duplicates++;
      }
      if (!failed(call)) {
        earlier.add(asked);
      }
    }
    return duplicates;
  }

  private static boolean failed(Exchange call) {
    Integer status = call.status();
    return status != null && status >= 500;
  }

  private static ObjectNode asked(JsonNode decoded) {
    ObjectNode asked = JsonNodeFactory.instance.objectNode();
    for (String member : ASKED) {
      JsonNode value = decoded.get(member);
      if (value != null) {
        asked.set(member, value);
      }
    }
    return asked;
  }
}
