package fr.socle.documents.cda;

import fr.socle.bench.check.Findings;
import fr.socle.bench.xml.XmlElement;
import fr.socle.documents.codes.Coded;
import fr.socle.documents.codes.ValueSet;
import fr.socle.documents.rule.DocumentRule;
import fr.socle.exigences.RuleSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Writes the rules of this package briefly. */
final class HeaderRule {
  /** cda.md 2: all the rules below come from the official validator (S [TC3]). */
  private static final String OFFICIAL = "cda.md %s (S: TC3)";

  private HeaderRule() {}

  static DocumentRule<CdaDocument> official(
      String id, String section, String title, DocumentRule.Judge<CdaDocument> judge) {
    return new DocumentRule<>(id, RuleSource.TEXTE, OFFICIAL.formatted(section), title, judge);
  }

  static DocumentRule<CdaDocument> weaker(
      String id,
      RuleSource source,
      String key,
      String title,
      DocumentRule.Judge<CdaDocument> judge) {
    return new DocumentRule<>(id, source, "cda.md " + key, title, judge);
  }

  /** One element, present and without nullFlavor: M of the sheet. */
  static DocumentRule.Judge<CdaDocument> once(String path) {
    return (document, findings) -> theOne(document, path, findings);
  }

  /** One element, and its value in an attribute. */
  static DocumentRule.Judge<CdaDocument> once(String path, String attribute) {
    return (document, findings) ->
        theOne(document, path, findings)
            .ifPresent(
                element ->
                    form(
                        element,
                        attribute,
                        value -> !value.isBlank(),
                        "une valeur non vide",
                        findings));
  }

  /** One element, and its text. */
  static DocumentRule.Judge<CdaDocument> onceWithText(String path) {
    return (document, findings) ->
        theOne(document, path, findings)
            .filter(element -> element.text().isEmpty())
            .ifPresent(
                element ->
                    findings.add(
                        element::path, "un texte", "vide", "Écrivez le texte de " + path + "."));
  }

  // The official validator counts the elements that have no nullFlavor.
  private static Optional<XmlElement> theOne(CdaDocument document, String path, Findings findings) {
    List<XmlElement> found = Cda.all(document.root(), path);
    List<XmlElement> given = found.stream().filter(Cda::given).toList();
    if (given.size() == 1) {
      return Optional.of(given.get(0));
    }
    if (given.isEmpty() && !found.isEmpty()) {
      findings.add(
          found.get(0)::path,
          "une valeur",
          "nullFlavor=" + Cda.attribute(found.get(0), "nullFlavor"),
          "Donnez une valeur à " + place(path) + " : nullFlavor n'y est pas permis.");
    } else {
      findings.add(
          place(path),
          "un élément",
          given.isEmpty() ? "aucun" : String.valueOf(given.size()),
          "Écrivez une fois " + place(path) + " dans l'en-tête.");
    }
    return Optional.empty();
  }

  /** One element, which may be null: an official example has an encounter without date. */
  static DocumentRule.Judge<CdaDocument> present(String path) {
    return (document, findings) -> {
      if (Cda.all(document.root(), path).size() != 1) {
        findings.add(
            place(path),
            "un élément",
            String.valueOf(Cda.all(document.root(), path).size()),
            "Écrivez une fois " + place(path) + " dans l'en-tête.");
      }
    };
  }

  /** An attribute of one element has a form; an element that is missing is for another rule. */
  static DocumentRule.Judge<CdaDocument> attribute(
      String path, String attribute, Predicate<String> right, String expected) {
    return (document, findings) -> {
      for (XmlElement element : Cda.all(document.root(), path)) {
        form(element, attribute, right, expected, findings);
      }
    };
  }

  static void form(
      XmlElement element,
      String attribute,
      Predicate<String> right,
      String expected,
      Findings findings) {
    String value = Cda.attribute(element, attribute);
    if (!right.test(value)) {
      findings.add(
          () -> element.path() + "/@" + attribute,
          expected,
          value.isEmpty() ? "absent" : value,
          "Corrigez @" + attribute + " de " + element.localName() + " : " + expected + ".");
    }
  }

  /** A code that must be of a value set; that its scheme is right is for {@link #scheme}. */
  static void code(XmlElement element, ValueSet set, Findings findings) {
    String code = Cda.attribute(element, "code");
    if (set.named(code).isEmpty()) {
      findings.add(
          element::path,
          "un code de " + set.title(),
          written(element),
          "Prenez le code de " + element.localName() + " dans " + set.name() + ".");
    }
  }

  /** A code that must be of a value set, under the scheme it has there. */
  static void codeAndScheme(XmlElement element, ValueSet set, Findings findings) {
    code(element, set, findings);
    scheme(element, set, findings);
  }

  /** The scheme of a code that is of a value set. */
  static void scheme(XmlElement element, ValueSet set, Findings findings) {
    String code = Cda.attribute(element, "code");
    String scheme = Cda.attribute(element, "codeSystem");
    Optional<Coded> known = set.named(code);
    if (known.isPresent() && !set.contains(code, scheme)) {
      findings.add(
          () -> element.path() + "/@codeSystem",
          known.get().scheme() + ", le système du code " + code + " dans " + set.name(),
          scheme.isEmpty() ? "absent" : scheme,
          "Gardez le code de " + element.localName() + " et corrigez son codeSystem.");
    }
  }

  /** What stands in the place of a code. */
  private static String written(XmlElement element) {
    String code = Cda.attribute(element, "code");
    if (!code.isEmpty()) {
      return code + " (" + Cda.attribute(element, "codeSystem") + ")";
    }
    return Cda.given(element) ? "aucun code" : "nullFlavor=" + Cda.attribute(element, "nullFlavor");
  }

  /** A child that must be there. */
  static void child(XmlElement element, String path, Findings findings) {
    if (Cda.all(element, path).isEmpty()) {
      findings.add(
          element::path, path, "absent", "Ajoutez " + path + " à " + element.localName() + ".");
    }
  }

  static String place(String path) {
    return "/ClinicalDocument/" + path;
  }
}
