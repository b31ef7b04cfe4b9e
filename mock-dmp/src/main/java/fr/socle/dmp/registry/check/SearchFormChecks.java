package fr.socle.dmp.registry.check;

import static fr.socle.dmp.check.DmpRules.onContent;
import static fr.socle.dmp.check.DmpRules.rule;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.Findings;
import fr.socle.bench.xml.XmlElement;
import fr.socle.dmp.protocol.DmpMessage;
import fr.socle.dmp.registry.service.AdhocQuery;
import fr.socle.dmp.registry.service.QueryCriteria;
import fr.socle.documents.xds.Slot;
import fr.socle.exigences.RuleSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** DMP-T29: how a search is written, dmp.md 1.10. */
final class SearchFormChecks {
  private static final int BATCH = 20;
  private static final String ENTRY = "$XDSDocumentEntry";
  private static final Set<String> PATIENTS =
      Set.of(ENTRY + "PatientId", "$XDSSubmissionSetPatientId");
  private static final Set<String> CODES =
      Set.of(
          ENTRY + "ClassCode",
          ENTRY + "TypeCode",
          ENTRY + "FormatCode",
          ENTRY + "PracticeSettingCode",
          ENTRY + "HealthcareFacilityTypeCode",
          ENTRY + "ConfidentialityCode",
          ENTRY + "EventCodeList");
  private static final Set<String> IDENTIFIERS = Set.of(ENTRY + "UniqueId", ENTRY + "EntryUUID");

  // Those of the sheet, and those that ITI-18 has besides (K).
  private static final Set<String> OTHERS =
      Set.of(
          ENTRY + "Status",
          ENTRY + "ReferenceIdList",
          ENTRY + "AuthorPerson",
          ENTRY + "Title",
          ENTRY + "Comments",
          ENTRY + "Type",
          ENTRY + "LogicalID",
          "$XDSSubmissionSetStatus",
          "$XDSSubmissionSetSourceId",
          "$XDSSubmissionSetAuthorPerson",
          "$XDSSubmissionSetContentType",
          "$XDSSubmissionSetEntryUUID",
          "$XDSSubmissionSetUniqueId",
          "$XDSAssociationTypes",
          "$XDSAssociationStatus",
          "$AssociationTypes",
          "$uuid",
          "$homeCommunityId",
          "$MetadataLevel");
  private static final Set<String> TIMES =
      Set.of(
          ENTRY + "CreationTime",
          ENTRY + "ServiceStartTime",
          ENTRY + "ServiceStopTime",
          "$XDSSubmissionSetSubmissionTime");

  static final List<Check<DmpMessage>> ALL =
      List.of(
          onContent(
              rule(
                  "DMP-T29-5",
                  RuleSource.VU,
                  "1.10 (S:MSG, DEH, DRIM, KIT)",
                  "Le patient d'une recherche s'écrit entre apostrophes, sans parenthèses."),
              AdhocQuery.class,
              (query, exchange, findings) ->
                  each(
                      query,
                      PATIENTS,
                      SearchFormChecks::isQuoted,
                      "'INS^^^&OID&ISO^NH'",
                      findings)),
          onContent(
              rule(
                  "DMP-T29-6",
                  RuleSource.VU,
                  "1.10 (S:MSG, DEH, DRIM, KIT)",
                  "Les critères à plusieurs valeurs s'écrivent ('a','b'), les codes code^^nomenclature."),
              AdhocQuery.class,
              SearchFormChecks::lists),
          onContent(
              rule(
                  "DMP-T29-7",
                  RuleSource.VU,
                  "1.10 (S:MSG, DEH, DRIM, KIT)",
                  "ResponseOption demande des objets composés, entiers ou par référence."),
              AdhocQuery.class,
              (query, exchange, findings) -> option(exchange, findings)),
          onContent(
              rule(
                  "DMP-T29-8",
                  RuleSource.CONNU,
                  "1.10 (K pour les critères d'ITI-18 que le DMP ne montre pas)",
                  "Les critères d'une recherche sont de ceux qu'une requête stockée connaît."),
              AdhocQuery.class,
              SearchFormChecks::known),
          onContent(
              rule(
                  "DMP-T29-9",
                  RuleSource.VU,
                  "1.10 (S:DEH, DEVBOX)",
                  "Les documents se demandent par lots de vingt identifiants."),
              AdhocQuery.class,
              SearchFormChecks::batch),
          onContent(
              rule(
                  "DMP-T29-10",
                  RuleSource.CONNU,
                  "1.10 (K pour les critères d'ITI-18 que le DMP ne montre pas)",
                  "Un critère est de ceux dont la requête stockée tient compte."),
              AdhocQuery.class,
              SearchFormChecks::taken),
          onContent(
              rule(
                  "DMP-T29-11",
                  RuleSource.CONNU,
                  "1.10, 4.2 (K)",
                  "Un critère a le nombre de valeurs qu'il admet, et elles peuvent sélectionner."),
              AdhocQuery.class,
              SearchFormChecks::selecting));

  private SearchFormChecks() {}

  @FunctionalInterface
  private interface Form {
    boolean isOf(String value);
  }

  private static boolean isQuoted(String value) {
    return value.length() > 1 && value.startsWith("'") && value.endsWith("'");
  }

  private static boolean isList(String value) {
    return value.startsWith("(")
        && value.endsWith(")")
        && isQuoted(value.substring(1, value.length() - 1).strip());
  }

  private static void each(
      AdhocQuery query, Set<String> names, Form form, String expected, Findings findings) {
    raw(
        query,
        names,
        (slot, value) -> {
          if (!form.isOf(value.strip())) {
            findings.add(
                slot.name(),
                expected,
                value,
                "Écrivez la valeur de " + slot.name() + " sous la forme " + expected + ".");
          }
        });
  }

  private interface OnValue {
    void judge(Slot slot, String value);
  }

  private static void raw(AdhocQuery query, Set<String> names, OnValue judge) {
    query.slots().stream()
        .filter(slot -> names.contains(slot.name()))
        .forEach(slot -> slot.values().forEach(value -> judge.judge(slot, value)));
  }

  private static void lists(
      AdhocQuery query, CheckedExchange<DmpMessage> exchange, Findings findings) {
    each(
        query,
        Set.of(ENTRY + "Status", ENTRY + "ReferenceIdList", "$XDSSubmissionSetStatus"),
        SearchFormChecks::isList,
        "('valeur')",
        findings);
    each(query, IDENTIFIERS, SearchFormChecks::isList, "('identifiant')", findings);
    each(query, CODES, SearchFormChecks::isList, "('code^^nomenclature')", findings);
    for (String name : CODES) {
      query.values(name).stream()
          .filter(value -> value.split("\\^", -1).length != 3)
          .forEach(
              value ->
                  findings.add(
                      name,
                      "code^^nomenclature",
                      value,
                      "Faites suivre le code de ^^ et de l'OID de sa nomenclature."));
    }
  }

  private static void option(CheckedExchange<DmpMessage> exchange, Findings findings) {
    XmlElement body = exchange.message().body();
    XmlElement option =
        body == null
            ? null
            : body.children().stream()
                .filter(each -> each.localName().equals("ResponseOption"))
                .findFirst()
                .orElse(null);
    String composed = option == null ? "" : option.attribute("returnComposedObjects").orElse("");
    String type = option == null ? "" : option.attribute("returnType").orElse("");
    // XML Schema 1.0, part 2, 3.2.2: a boolean is written in two ways.
    if (!Set.of("true", "1").contains(composed)
        || !Set.of("LeafClass", "ObjectRef").contains(type)) {
      findings.add(
          "AdhocQueryRequest/ResponseOption",
          "returnComposedObjects=\"true\", returnType=\"LeafClass\" ou \"ObjectRef\"",
          option == null ? "absent" : "« " + composed + " », « " + type + " »",
          "Dites dans ResponseOption que vous voulez des objets composés, et de quelle sorte.");
    }
  }

  private static void known(
      AdhocQuery query, CheckedExchange<DmpMessage> exchange, Findings findings) {
    query.slots().stream()
        .map(Slot::name)
        .filter(name -> !isKnown(name))
        .distinct()
        .forEach(
            name ->
                findings.add(
                    "AdhocQuery/Slot/@name",
                    "un critère des requêtes stockées, comme $XDSDocumentEntryClassCode",
                    name,
                    "Corrigez le nom du critère : ITI-18 ne le connaît pas."));
  }

  private static void taken(
      AdhocQuery query, CheckedExchange<DmpMessage> exchange, Findings findings) {
    query
        .kind()
        .ifPresent(
            kind ->
                query.slots().stream()
                    .map(Slot::name)
                    .filter(name -> isKnown(name) && !QueryCriteria.isTaken(kind, name))
                    .distinct()
                    .forEach(
                        name ->
                            findings.add(
                                "AdhocQuery/Slot/@name",
                                "un critère de la requête " + kind,
                                name,
                                "Retirez ce critère, ou changez de requête : ce DMP n'en tient pas"
                                    + " compte ici, il rend aussi ce que le critère écarte.")));
  }

  private static void selecting(
      AdhocQuery query, CheckedExchange<DmpMessage> exchange, Findings findings) {
    QueryCriteria.defects(query)
        .forEach(
            defect ->
                findings.add(
                    defect.parameter(),
                    defect.expected(),
                    defect.found(),
                    defect.repeated()
                        ? "N'écrivez qu'une valeur : les autres ne sont pas lues."
                        : "Corrigez la valeur : telle quelle elle ne sélectionne rien."));
  }

  private static boolean isKnown(String name) {
    String time =
        name.endsWith("From")
            ? name.substring(0, name.length() - "From".length())
            : name.endsWith("To") ? name.substring(0, name.length() - "To".length()) : "";
    return PATIENTS.contains(name)
        || CODES.contains(name)
        || IDENTIFIERS.contains(name)
        || OTHERS.contains(name)
        || TIMES.contains(time);
  }

  private static void batch(
      AdhocQuery query, CheckedExchange<DmpMessage> exchange, Findings findings) {
    Consumer<String> judge =
        name -> {
          int asked = query.values(name).size();
          if (asked > BATCH) {
            findings.add(
                name,
                BATCH + " identifiants au plus",
                String.valueOf(asked),
                "Demandez les documents par lots de vingt.");
          }
        };
    IDENTIFIERS.forEach(judge);
  }
}
