package fr.socle.dmp.registry.check;

import static fr.socle.dmp.check.DmpRules.onContent;
import static fr.socle.dmp.check.DmpRules.rule;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.Findings;
import fr.socle.dmp.protocol.DmpMessage;
import fr.socle.dmp.registry.service.AdhocQuery;
import fr.socle.dmp.registry.service.AdhocQuery.Kind;
import fr.socle.dmp.service.PatientId;
import fr.socle.dmp.service.Vihf;
import fr.socle.exigences.RuleSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** DMP-T29: what is searched, dmp.md 1.10. */
final class SearchChecks {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{4,14}");
  private static final List<String> PATIENT =
      List.of("$XDSDocumentEntryPatientId", "$XDSSubmissionSetPatientId");

  static final List<Check<DmpMessage>> ALL =
      List.of(
          onContent(
              rule(
                  "DMP-T29-1",
                  RuleSource.VU,
                  "1.10 (S:MSG, DEH, DRIM, KIT)",
                  "La recherche est l'une des requêtes stockées du DMP."),
              AdhocQuery.class,
              SearchChecks::known),
          onContent(
              rule(
                  "DMP-T29-2",
                  RuleSource.VU,
                  "1.10 (S:DEH)",
                  "La recherche porte sur le patient du VIHF, OID de l'INS compris."),
              AdhocQuery.class,
              SearchChecks::patient),
          onContent(
              rule(
                  "DMP-T29-3",
                  RuleSource.CONNU,
                  "1.10, 4.2 (K)",
                  "Une recherche de documents ou de lots dit les statuts voulus."),
              AdhocQuery.class,
              SearchChecks::status),
          onContent(
              rule(
                  "DMP-T29-4",
                  RuleSource.VU,
                  "1.10 (S:MSG, DEH)",
                  "Les bornes de dates s'écrivent en chiffres."),
              AdhocQuery.class,
              SearchChecks::dates));

  private SearchChecks() {}

  private static void known(
      AdhocQuery query, CheckedExchange<DmpMessage> exchange, Findings findings) {
    if (query.kind().isEmpty()) {
      findings.add(
          "AdhocQuery/@id",
          "une de " + Arrays.stream(Kind.values()).map(Kind::urn).toList(),
          query.id(),
          "Écrivez dans id l'identifiant d'une requête stockée du DMP.");
    }
  }

  private static void patient(
      AdhocQuery query, CheckedExchange<DmpMessage> exchange, Findings findings) {
    Vihf vihf = exchange.message().request().vihf();
    Optional<PatientId> wanted = vihf == null ? Optional.empty() : vihf.patient();
    for (String slot : PATIENT) {
      for (String value : query.values(slot)) {
        if (wanted.isPresent() && !PatientId.read(value).equals(wanted)) {
          findings.add(
              slot,
              wanted.get().composite(),
              value,
              "Cherchez le patient pour lequel le VIHF est fait : même INS, même OID.");
        }
      }
    }
  }

  private static void status(
      AdhocQuery query, CheckedExchange<DmpMessage> exchange, Findings findings) {
    String slot =
        query
            .kind()
            .map(
                kind ->
                    switch (kind) {
                      case FIND_DOCUMENTS, FIND_BY_REFERENCE_ID -> "$XDSDocumentEntryStatus";
                      case FIND_SUBMISSION_SETS -> "$XDSSubmissionSetStatus";
                      case GET_DOCUMENTS, GET_ASSOCIATIONS, GET_DOCUMENTS_AND_ASSOCIATIONS -> "";
                    })
            .orElse("");
    if (!slot.isEmpty() && query.values(slot).isEmpty()) {
      findings.add(
          slot,
          "('urn:oasis:names:tc:ebxml-regrep:StatusType:Approved')",
          "absent",
          "Dites dans " + slot + " les statuts que vous cherchez.");
    }
  }

  private static void dates(
      AdhocQuery query, CheckedExchange<DmpMessage> exchange, Findings findings) {
    query.slots().stream()
        .map(slot -> slot.name())
        .filter(name -> name.endsWith("TimeFrom") || name.endsWith("TimeTo"))
        .distinct()
        .forEach(
            name ->
                query.values(name).stream()
                    .filter(value -> !DIGITS.matcher(value).matches())
                    .forEach(
                        value ->
                            findings.add(
                                name,
                                "AAAAMMJJHHMMSS, en temps universel",
                                value,
                                "Écrivez la borne en chiffres, sans fuseau ni séparateur.")));
  }
}
