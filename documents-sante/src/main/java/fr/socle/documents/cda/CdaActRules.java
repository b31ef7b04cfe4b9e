package fr.socle.documents.cda;

import static fr.socle.documents.cda.HeaderRule.official;

import fr.socle.bench.check.Findings;
import fr.socle.bench.xml.XmlElement;
import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.rule.DocumentRule;
import java.util.List;
import java.util.Optional;

/** The act a document tells of, and where it took place (cda.md 2, 2.4, 2.5). */
final class CdaActRules {
  private static final String EVENT = "documentationOf/serviceEvent";
  private static final String SETTING =
      "assignedEntity/representedOrganization/standardIndustryClassCode";
  static final String ENCOUNTER = "componentOf/encompassingEncounter";
  static final String FACILITY = ENCOUNTER + "/location/healthCareFacility/code";

  private CdaActRules() {}

  static List<DocumentRule<CdaDocument>> all(ValueSets codes) {
    return List.of(
        official(
            "CDA-AC-01",
            "2, 2.4",
            "Le premier acte a un début et un seul exécutant.",
            CdaActRules::mainAct),
        official(
            "CDA-AC-02",
            "2.4",
            "Le cadre d'exercice est un code de JDV_J04, dans son système.",
            (document, findings) -> setting(codes, document, findings)),
        official(
            "CDA-AC-03",
            "2",
            "Un document ne remplace qu'un document, qu'il nomme.",
            CdaActRules::replaced),
        official("CDA-AC-04", "2.5", "La rencontre est décrite.", HeaderRule.once(ENCOUNTER)),
        official(
            "CDA-AC-05",
            "2.5",
            "Le type de rencontre est un code de JDV_J142.",
            (document, findings) ->
                Cda.first(document.root(), ENCOUNTER + "/code")
                    // cda.md 2.5: that it may not be null is said of other elements only.
                    .filter(Cda::given)
                    .ifPresent(code -> HeaderRule.code(code, codes.encounterCode(), findings))),
        official(
            "CDA-AC-06",
            "2.5",
            "La rencontre a une date.",
            HeaderRule.present(ENCOUNTER + "/effectiveTime")),
        official("CDA-AC-07", "2.5", "Le lieu a un secteur d'activité.", HeaderRule.once(FACILITY)),
        official(
            "CDA-AC-08",
            "2.5",
            "Le secteur d'activité est un code de JDV_J02.",
            (document, findings) ->
                Cda.first(document.root(), FACILITY)
                    .ifPresent(
                        code ->
                            HeaderRule.code(code, codes.healthcareFacilityTypeCode(), findings))));
  }

  private static Optional<XmlElement> first(CdaDocument document) {
    return Cda.first(document.root(), EVENT);
  }

  private static void mainAct(CdaDocument document, Findings findings) {
    Optional<XmlElement> act = first(document);
    if (act.isEmpty()) {
      findings.add(
          HeaderRule.place(EVENT),
          "un acte au moins",
          "aucun",
          "Décrivez l'acte documenté dans documentationOf/serviceEvent.");
      return;
    }
    HeaderRule.child(act.get(), "effectiveTime/low", findings);
    int performers = Cda.all(act.get(), "performer").size();
    if (performers != 1) {
      findings.add(
          act.get().path() + "/performer",
          "un exécutant",
          performers == 0 ? "aucun" : String.valueOf(performers),
          "Donnez un exécutant, et un seul, à l'acte principal.");
    }
  }

  private static void setting(ValueSets codes, CdaDocument document, Findings findings) {
    first(document).stream()
        .flatMap(act -> Cda.all(act, "performer").stream())
        .forEach(
            performer -> {
              HeaderRule.child(performer, SETTING, findings);
              Cda.first(performer, SETTING)
                  .ifPresent(
                      code ->
                          HeaderRule.codeAndScheme(code, codes.practiceSettingCode(), findings));
            });
  }

  private static void replaced(CdaDocument document, Findings findings) {
    List<XmlElement> related = Cda.all(document.root(), "relatedDocument");
    if (related.size() > 1) {
      findings.add(
          HeaderRule.place("relatedDocument"),
          "un au plus",
          String.valueOf(related.size()),
          "Ne déclarez qu'un document remplacé.");
    }
    for (XmlElement each : related) {
      HeaderRule.form(each, "typeCode", "RPLC"::equals, "RPLC", findings);
      HeaderRule.child(each, "parentDocument/id", findings);
    }
  }
}
