package fr.socle.documents.cda;

import fr.socle.bench.check.Findings;
import fr.socle.bench.xml.XmlElement;
import fr.socle.documents.codes.Coded;
import fr.socle.documents.codes.ValueSet;
import fr.socle.documents.rule.DocumentRule;
import fr.socle.exigences.RuleSource;
import java.util.List;
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
    return (document, findings) -> {
      List<XmlElement> found = Cda.all(document.root(), path);
      if (found.size() != 1) {
        findings.add(
            place(path),
            "un élément",
            found.isEmpty() ? "aucun" : String.valueOf(found.size()),
            "Écrivez une fois " + place(path) + " dans l'en-tête.");
      } else if (!Cda.given(found.get(0))) {
        findings.add(
            found.get(0).path(),
            "une valeur",
            "nullFlavor=" + Cda.attribute(found.get(0), "nullFlavor"),
            "Donnez une valeur à " + place(path) + " : nullFlavor n'y est pas permis.");
      }
    };
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
          element.path() + "/@" + attribute,
          expected,
          value.isEmpty() ? "absent" : value,
          "Corrigez @" + attribute + " de " + element.localName() + " : " + expected + ".");
    }
  }

  /** A code that must be of a value set. */
  static void code(XmlElement element, ValueSet set, Findings findings) {
    Coded code =
        new Coded(Cda.attribute(element, "code"), Cda.attribute(element, "codeSystem"), "");
    if (!set.contains(code.code(), code.scheme())) {
      findings.add(
          element.path(),
          "un code de " + set.title(),
          code.code().isEmpty() ? "aucun code" : code.toString(),
          "Prenez le code de " + element.localName() + " dans " + set.name() + ".");
    }
  }

  /** A child that must be there. */
  static void child(XmlElement element, String path, Findings findings) {
    if (Cda.all(element, path).isEmpty()) {
      findings.add(
          element.path(), path, "absent", "Ajoutez " + path + " à " + element.localName() + ".");
    }
  }

  static String place(String path) {
    return "/ClinicalDocument/" + path;
  }
}
