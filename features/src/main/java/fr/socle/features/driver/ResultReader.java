package fr.socle.features.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a driver says, whatever carried it, and refuses what the contract refuses. */
final class ResultReader {
  private final JsonMapper json = JsonMapper.builder().build();
  private final ActionSchemas schemas;

  ResultReader(ActionSchemas schemas) {
    this.schemas = schemas;
  }

  /** The capabilities in an answer of the driver. */
  Capabilities capabilities(byte[] answer) {
    JsonNode tree = tree(answer, "ses capacités");
    refuse(schemas.breachesOfCapabilities(tree), "ses capacités");
    try {
      return json.treeToValue(tree, Capabilities.class);
    } catch (IOException e) {
      throw new DriverFailedException("Les capacités du pilote sont illisibles.", e);
    }
  }

  /** The result of an action in an answer of the driver. */
  ActionAnswer result(String action, byte[] answer) {
    String what = "le résultat de « " + action + " »";
    JsonNode tree = tree(answer, what);
    refuse(schemas.breachesOfResult(tree), what);
    return new ActionAnswer(
        status(tree.path("statut").asText()),
        tree.get("vu"),
        tree.has("etapes") ? tree.get("etapes").asInt() : null,
        textOrNull(tree.get("message")));
  }

  /** Any JSON in an answer of the driver. */
  JsonNode tree(byte[] answer, String what) {
    try {
      JsonNode tree = json.readTree(answer);
      if (tree != null && tree.isObject()) {
        return tree;
      }
    } catch (IOException e) {
      throw new DriverFailedException(
          "Le pilote ne rend pas du JSON pour " + what + " : corrigez le pilote.", e);
    }
    throw new DriverFailedException(
        "Le pilote doit rendre un objet JSON pour " + what + " : corrigez le pilote.");
  }

  private static void refuse(List<String> breaches, String what) {
    if (!breaches.isEmpty()) {
      throw new DriverFailedException(
          "Le pilote s'écarte du contrat dans %s : %s. Corrigez le pilote."
              .formatted(what, String.join(" ; ", breaches)));
    }
  }

  private static ActionAnswer.Status status(String label) {
    for (ActionAnswer.Status status : ActionAnswer.Status.values()) {
      if (status.label().equals(label)) {
        return status;
      }
    }
    throw new IllegalArgumentException(label);
  }

  private static @Nullable String textOrNull(@Nullable JsonNode node) {
    return node == null ? null : node.asText();
  }
}
