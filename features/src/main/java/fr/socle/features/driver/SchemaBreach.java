package fr.socle.features.driver;

import com.networknt.schema.ValidationMessage;

/** Says in French what a JSON value should have been, and where. */
final class SchemaBreach {
  private SchemaBreach() {}

  /** One line such as {@code à « /traits/sexe » : attendu une valeur parmi "F", "M", "I"}. */
  static String inFrench(ValidationMessage breach) {
    String path = breach.getInstanceLocation().toString();
    String where = path.equals("$") ? "à la racine" : "à « " + path + " »";
    return where + " : " + expected(breach);
  }

  private static String expected(ValidationMessage breach) {
    return switch (breach.getType()) {
      case "required" -> "membre obligatoire absent « " + breach.getProperty() + " »";
      case "additionalProperties" -> "membre inconnu « " + breach.getProperty() + " », à retirer";
      case "enum" -> "attendu une valeur parmi " + breach.getSchemaNode();
      case "const" -> "attendu " + breach.getSchemaNode();
      case "type" ->
          "attendu un " + breach.getSchemaNode().asText() + ", trouvé " + nodeType(breach);
      case "pattern" ->
          "attendu la forme "
              + breach.getSchemaNode().asText()
              + ", trouvé "
              + breach.getInstanceNode();
      case "format" ->
          "attendu le format "
              + breach.getSchemaNode().asText()
              + ", trouvé "
              + breach.getInstanceNode();
      case "minLength" -> "un texte non vide est attendu";
      case "uniqueItems" -> "chaque valeur ne peut paraître qu'une fois";
      case "minimum" -> "attendu au moins " + breach.getSchemaNode();
      default -> breach.getMessage();
    };
  }

  private static String nodeType(ValidationMessage breach) {
    return breach.getInstanceNode() == null
        ? "autre chose"
        : breach.getInstanceNode().getNodeType().name().toLowerCase(java.util.Locale.ROOT);
  }
}
