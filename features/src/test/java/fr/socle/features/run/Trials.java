package fr.socle.features.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What scenarios ask a bench to do wrong, in the words of {@code docs/psc-pannes.md}. */
final class Trials {
  private final Map<String, Set<String>> byWindow = new LinkedHashMap<>();

  Map<String, Set<String>> byWindow() {
    return byWindow;
  }

  /**
   * Takes note of a call.
   *
   * @param operation path of the call, from the space on
   */
  void note(String window, String operation, JsonNode body) {
    String trial = trial(operation, body);
    if (!trial.isEmpty()) {
      byWindow.computeIfAbsent(window, key -> new TreeSet<>()).add(trial);
    }
  }

  private static String trial(String operation, JsonNode body) {
    return switch (operation) {
      case "faults" -> fault(body);
      case "age" -> "age";
      case "professionals" ->
          body.path("persona").isTextual() ? "persona " + body.path("persona").asText() : "";
      case "services/psc/end-session" -> "end-session";
      case "services/psc/logout-notice" ->
          body.path("fault").isTextual() ? body.path("fault").asText() : "logout-notice";
      case "services/psc/next-login" -> "next-login " + body.path("behaviour").asText();
      case "services/psc/next-phone" -> "next-phone " + body.path("behaviour").asText();
      case "services/psc/phone-answer" -> "phone-answer " + body.path("behaviour").asText();
      default -> operation.startsWith("professionals/") ? operation : "";
    };
  }

  private static String fault(JsonNode body) {
    List<String> words = new ArrayList<>(List.of(body.path("fault").asText()));
    for (Map.Entry<String, JsonNode> parameter : body.path("parameters").properties()) {
      words.add(parameter.getKey() + "=" + parameter.getValue().asText());
    }
    return String.join(" ", words);
  }
}
