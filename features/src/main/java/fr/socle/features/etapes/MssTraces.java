package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/** What the traces of the mail say, in the words of whoever wrote them. */
final class MssTraces {
  private static final Pattern FAILURE =
      Pattern.compile(
          "ECHEC|ECHOU|ERREUR|ERROR|FAIL|REFUS|REJET|IMPOSSIBLE|INTERROMP|COUPE|DELAI|TIMEOUT"
              + "|INJOIGNABLE|EXPIRE|\\bNON\\b|\\bPAS\\b|\\bAUCUN|\\b[45]\\d\\d\\b");
  private static final Pattern SUCCESS =
      Pattern.compile(
          "\\b2\\d\\d\\b|\\bOK\\b|REUSSI|SUCCES|ACCEPT|ENVOYE|TRANSMIS|REMIS|RECU|ETABLI|\\bLUE?S?\\b");

  private MssTraces() {}

  /** Whether the answer that a trace holds tells of a failure: anything that is no success. */
  static boolean isFailure(String answer) {
    String words = MssLabels.words(answer);
    return !words.isEmpty() && (FAILURE.matcher(words).find() || !SUCCESS.matcher(words).find());
  }

  /** Whether a trace says who asked what, when, and what was answered. */
  static boolean isWhole(JsonNode trace, String author) {
    return trace.path("auteur").asText().equals(author)
        && !trace.path("date").asText().isEmpty()
        && !trace.path("requete").asText().isEmpty()
        && !trace.path("reponse").asText().isEmpty();
  }

  /** How many traces name something, by any of its names. */
  static int naming(JsonNode traces, List<String> names) {
    int found = 0;
    for (JsonNode trace : traces) {
      if (names.stream().anyMatch(name -> names(trace, name))) {
        found++;
      }
    }
    return found;
  }

  private static boolean names(JsonNode trace, String name) {
    for (JsonNode value : trace) {
      if (value.asText().contains(name)) {
        return true;
      }
    }
    return false;
  }
}
