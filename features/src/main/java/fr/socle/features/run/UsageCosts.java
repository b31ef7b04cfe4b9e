package fr.socle.features.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.Exchange;
import fr.socle.features.model.ActionCall;
import fr.socle.features.model.ScenarioResult;
import fr.socle.features.model.UsageResult;
import fr.socle.features.model.UsageResult.Cost;
import fr.socle.features.model.UsageResult.Play;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what each identity use case cost: gestures by the driver's word, calls by the journal. */
final class UsageCosts {
  /** Actions by which the user asks INSi: what they ask first, he wanted asked. */
  private static final Set<String> ASKING =
      Set.of("rechercher-ins-traits", "rechercher-ins-vitale", "verifier-ins");

  /** Results of a search that bring the user nothing. */
  private static final Set<String> NOTHING = Set.of("indisponible", "refusee");

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
        reached(scenario) ? cost(scenario) : null);
  }

  /** Whatever the verdict: what stops halfway says nothing of what the whole would have cost. */
  private static boolean reached(ScenarioResult scenario) {
    return scenario.cause() == null
        && scenario.reason() == null
        && scenario.userActions().stream().allMatch(UsageCosts::succeeded);
  }

  private static boolean succeeded(ActionCall action) {
    JsonNode seen = action.seen();
    return action.status().equals("fait")
        && (seen == null || !NOTHING.contains(seen.path("resultat").asText()));
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
        duplicates(calls, acts),
        (int) calls.stream().filter(call -> asked(call.decoded()).isEmpty()).count(),
        acts.stream()
            .mapToLong(action -> Duration.between(action.startedAt(), action.endedAt()).toMillis())
            .sum());
  }

  /** A client may read the contract of the service, or fail to connect: it called nobody. */
  private static boolean isCall(Exchange exchange) {
    return exchange.service().equals("insi") && "POST".equals(exchange.method());
  }

  /**
   * Asking again after an error is no duplicate, nor is what the user asks again; asking again for
   * want of patience is one, and so is asking at each action.
   */
  private static int duplicates(List<Exchange> calls, List<ActionCall> acts) {
    Map<JsonNode, Set<ActionCall>> earlier = new HashMap<>();
    int duplicates = 0;
    for (Exchange call : calls) {
      JsonNode asked = asked(call.decoded());
      if (asked.isEmpty()) {
        continue; // counted apart: nobody knows what it asks
      }
      ActionCall during = during(call, acts);
      Set<ActionCall> answered = earlier.getOrDefault(asked, Set.of());
      boolean wanted =
          during != null && ASKING.contains(during.name()) && !answered.contains(during);
      if (earlier.containsKey(asked) && !wanted) {
        duplicates++;
      }
      if (!failed(call)) {
        Set<ActionCall> askers = earlier.computeIfAbsent(asked, question -> new HashSet<>());
        if (during != null) {
          askers.add(during);
        }
      }
    }
    return duplicates;
  }

  /** The action that was the last to begin when INSi was called. */
  private static @Nullable ActionCall during(Exchange call, List<ActionCall> acts) {
    return acts.stream()
        .filter(action -> !action.startedAt().isAfter(call.startedAt()))
        .reduce((first, second) -> second)
        .orElse(null);
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
