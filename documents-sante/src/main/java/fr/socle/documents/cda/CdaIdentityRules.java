package fr.socle.documents.cda;

import static fr.socle.documents.cda.HeaderRule.attribute;
import static fr.socle.documents.cda.HeaderRule.official;
import static fr.socle.documents.cda.HeaderRule.once;
import static fr.socle.documents.cda.HeaderRule.weaker;

import fr.socle.bench.check.Findings;
import fr.socle.bench.xml.XmlElement;
import fr.socle.documents.codes.ValueSet;
import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.hl7.TimeStamp;
import fr.socle.documents.rule.DocumentRule;
import fr.socle.exigences.RuleSource;
import java.util.List;
import java.util.regex.Pattern;

/** What the document says of itself (cda.md 2). */
final class CdaIdentityRules {
  private static final String HL7_FRANCE = "2.16.840.1.113883.2.8.2.1";
  private static final String MINIMAL_STRUCTURE = "1.2.250.1.213.1.1.1.1";
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}-[A-Z]{2}");
  private static final Pattern POSITIVE = Pattern.compile("[1-9][0-9]*");

  private CdaIdentityRules() {}

  static List<DocumentRule<CdaDocument>> all(ValueSets codes) {
    return List.of(
        official("CDA-EN-01", "2", "realmCode vaut FR.", CdaIdentityRules::realm),
        official("CDA-EN-02", "2", "typeId est celui de CDA R2.", CdaIdentityRules::type),
        official(
            "CDA-EN-03",
            "2",
            "Le document suit HL7 France, la structuration minimale et un modèle de plus.",
            CdaIdentityRules::templates),
        official(
            "CDA-EN-04", "2", "Le document a un identifiant, avec sa racine.", once("id", "root")),
        official("CDA-EN-05", "2", "Le document a un type.", once("code")),
        official(
            "CDA-EN-06",
            "2",
            "Le type est un code de JDV_J07, avec son système et son libellé.",
            (document, findings) -> typeCode(codes, document, findings)),
        official(
            "CDA-EN-07",
            "2",
            "Le document a un titre, non vide.",
            HeaderRule.onceWithText("title")),
        official(
            "CDA-EN-08", "2", "Le document a une date, non vide.", once("effectiveTime", "value")),
        weaker(
            "CDA-EN-09",
            RuleSource.VU,
            "2 (S: TC3, exemples)",
            "La date du document est au calendrier et porte son fuseau.",
            attribute(
                "effectiveTime",
                "value",
                value -> value.isEmpty() || TimeStamp.isZoned(value),
                "AAAAMMJJHHMMSS suivi du fuseau, +0100 par exemple")),
        official(
            "CDA-EN-10", "2", "Le document a une confidentialité.", once("confidentialityCode")),
        official(
            "CDA-EN-11",
            "2",
            "La confidentialité est un code HL7.",
            (document, findings) ->
                Cda.first(document.root(), "confidentialityCode")
                    .ifPresent(
                        element ->
                            HeaderRule.code(element, codes.headerConfidentiality(), findings))),
        official("CDA-EN-12", "2", "Le document a une langue.", once("languageCode")),
        official(
            "CDA-EN-13",
            "2",
            "La langue s'écrit fr-FR.",
            attribute(
                "languageCode",
                "code",
                value -> LANGUAGE.matcher(value).matches(),
                "langue et pays, fr-FR")),
        official(
            "CDA-EN-14", "2", "Le document a un setId, avec sa racine.", once("setId", "root")),
        official("CDA-EN-15", "2", "Le document a un numéro de version.", once("versionNumber")),
        official(
            "CDA-EN-16",
            "2",
            "Le numéro de version est un entier positif.",
            attribute(
                "versionNumber",
                "value",
                value -> POSITIVE.matcher(value).matches(),
                "un entier positif")),
        // The official validator looks at @code alone; the examples have the pairs of the tables.
        weaker(
            "CDA-EN-17",
            RuleSource.VU,
            "2, 2.2, 2.5 (S: TC3, exemples)",
            "Les codes de l'en-tête portent le système de leur jeu de valeurs.",
            (document, findings) -> schemes(codes, document, findings)));
  }

  private static void schemes(ValueSets codes, CdaDocument document, Findings findings) {
    if (!document.code().scheme().isEmpty()) { // Another rule says that it is absent.
      scheme(document, "code", codes.typeCode(), findings);
    }
    scheme(document, "confidentialityCode", codes.headerConfidentiality(), findings);
    scheme(document, "author/assignedAuthor/code", codes.authorSpecialty(), findings);
    scheme(document, CdaActRules.ENCOUNTER + "/code", codes.encounterCode(), findings);
    scheme(document, CdaActRules.FACILITY, codes.healthcareFacilityTypeCode(), findings);
  }

  private static void scheme(CdaDocument document, String path, ValueSet set, Findings findings) {
    for (XmlElement element : Cda.all(document.root(), path)) {
      HeaderRule.scheme(element, set, findings);
    }
  }

  private static void realm(CdaDocument document, Findings findings) {
    expect(Cda.attribute(document.root(), "realmCode", "code"), "FR", "realmCode/@code", findings);
  }

  private static void type(CdaDocument document, Findings findings) {
    expect(
        Cda.attribute(document.root(), "typeId", "root"),
        "2.16.840.1.113883.1.3",
        "typeId/@root",
        findings);
    expect(
        Cda.attribute(document.root(), "typeId", "extension"),
        "POCD_HD000040",
        "typeId/@extension",
        findings);
  }

  private static void templates(CdaDocument document, Findings findings) {
    List<String> roots = document.templates().stream().map(InstanceId::root).toList();
    for (String wanted : List.of(HL7_FRANCE, MINIMAL_STRUCTURE)) {
      if (roots.stream().filter(wanted::equals).count() != 1) {
        findings.add(
            HeaderRule.place("templateId"),
            "une fois " + wanted,
            String.join(", ", roots),
            "Écrivez une fois templateId/@root=\"" + wanted + "\".");
      }
    }
    if (roots.stream()
        .allMatch(root -> root.equals(HL7_FRANCE) || root.equals(MINIMAL_STRUCTURE))) {
      findings.add(
          HeaderRule.place("templateId"),
          "le modèle du document",
          String.join(", ", roots),
          "Ajoutez le templateId du modèle du document, ou celui d'IHE XDS-SD s'il n'est pas"
              + " structuré.");
    }
  }

  private static void typeCode(ValueSets codes, CdaDocument document, Findings findings) {
    Cda.first(document.root(), "code")
        .ifPresent(
            element -> {
              HeaderRule.code(element, codes.typeCode(), findings);
              HeaderRule.form(
                  element, "codeSystem", value -> !value.isBlank(), "le système du type", findings);
              HeaderRule.form(
                  element,
                  "displayName",
                  value -> !value.isBlank(),
                  "le libellé du type",
                  findings);
            });
  }

  private static void expect(String found, String expected, String place, Findings findings) {
    if (!found.equals(expected)) {
      findings.add(
          HeaderRule.place(place),
          expected,
          found.isEmpty() ? "absent" : found,
          "Écrivez " + place + "=\"" + expected + "\".");
    }
  }
}
