package fr.socle.bench.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Collects the validator's errors and says them in French, once each. */
final class SchemaFaults implements ErrorHandler {
  // The validator's messages start with the name of the rule: "cvc-pattern-valid: Value 'x'...".
  private static final Pattern RULE = Pattern.compile("^((?:cvc|s4s|src)-[A-Za-z0-9.-]+): ");
  private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
  private static final Pattern NAME = Pattern.compile("(?:\"[^\"]*\":|\\}|^|:)([\\p{L}_][\\w.-]*)");

  private final Supplier<XmlElement> where;
  private final List<SchemaFault> found = new ArrayList<>();

  SchemaFaults(Supplier<XmlElement> where) {
    this.where = where;
  }

  List<SchemaFault> found() {
    return List.copyOf(found);
  }

  void stoppedBy(SAXException e) {
    if (found.isEmpty()) {
      add(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void warning(SAXParseException e) {
    // Warnings of the validator are about schemas, not about the message.
  }

  @Override
  public void error(SAXParseException e) {
    add(String.valueOf(e.getMessage()));
  }

  @Override
  public void fatalError(SAXParseException e) {
    add(String.valueOf(e.getMessage()));
  }

  private void add(String message) {
    Matcher matcher = RULE.matcher(message);
    String rule = matcher.find() ? matcher.group(1) : "schema";
    XmlElement element = where.get();
    // "cvc-type.3.1.3" and "cvc-attribute.3" only repeat that the value reported before is bad.
    boolean echo = rule.startsWith("cvc-type.3.1.3") || rule.equals("cvc-attribute.3");
    if (echo && !found.isEmpty() && last().element().dom() == element.dom()) {
      return;
    }
    List<String> arguments = quoted(message);
    found.add(
        new SchemaFault(
            element,
            rule,
            sentence(rule, element, arguments),
            rule.equals("cvc-complex-type.3.2.2")
                ? attribute(element, argument(arguments, 0))
                : null));
  }

  private static @Nullable XmlAttribute attribute(XmlElement element, String qualifiedName) {
    Attr attribute = element.dom().getAttributeNode(qualifiedName);
    return attribute == null ? null : XmlAttribute.of(attribute);
  }

  private SchemaFault last() {
    return found.get(found.size() - 1);
  }

  private static List<String> quoted(String message) {
    return QUOTED.matcher(message).results().map(result -> result.group(1)).toList();
  }

  private static String sentence(String rule, XmlElement element, List<String> arguments) {
    String name = element.localName();
    return switch (rule) {
      case "cvc-complex-type.2.4.a" ->
          "L'élément "
              + names(argument(arguments, 0))
              + " n'est pas à sa place : le schéma attend ici "
              + names(argument(arguments, 1))
              + ".";
      case "cvc-complex-type.2.4.b" ->
          "Il manque dans " + name + " : " + names(argument(arguments, 1)) + ".";
      case "cvc-complex-type.2.4.d" ->
          "L'élément "
              + names(argument(arguments, 0))
              + " est en trop : le schéma n'attend plus rien ici.";
      case "cvc-complex-type.2.3" ->
          "L'élément " + name + " ne contient que des éléments : retirez-en le texte.";
      case "cvc-complex-type.3.2.2" ->
          "L'attribut " + argument(arguments, 0) + " n'existe pas sur " + name + ".";
      case "cvc-complex-type.4" ->
          "L'attribut " + argument(arguments, 0) + " est obligatoire sur " + name + ".";
      case "cvc-elt.1", "cvc-elt.1.a" ->
          "L'élément " + name + " (espace de noms « " + element.namespace() + " ») est inconnu.";
      case "cvc-pattern-valid",
          "cvc-enumeration-valid",
          "cvc-datatype-valid.1.2.1",
          "cvc-length-valid",
          "cvc-minLength-valid",
          "cvc-maxLength-valid" ->
          "La valeur « " + argument(arguments, 0) + " » n'a pas la forme demandée par le schéma.";
      case "cvc-type.3.1.2" -> "L'élément " + name + " ne contient que du texte.";
      default -> "L'élément " + name + " ne suit pas le schéma (règle " + rule + ").";
    };
  }

  private static String argument(List<String> arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : "?";
  }

  /** The local names inside {@code {"namespace":a, "namespace":b}}. */
  private static String names(String list) {
    return NAME.matcher(list)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.joining(" ou "));
  }
}
