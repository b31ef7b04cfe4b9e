package fr.socle.documents.metadata;

import fr.socle.bench.check.Findings;
import fr.socle.documents.cda.BodyKind;
import fr.socle.documents.cda.CdaDocument;
import fr.socle.documents.cda.InstanceId;
import fr.socle.documents.codes.Coded;
import fr.socle.documents.codes.ModelFormats;
import fr.socle.documents.codes.ValueSet;
import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.hl7.Cx;
import fr.socle.documents.hl7.TimeStamp;
import fr.socle.documents.rule.DocumentRule;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.exigences.RuleSource;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Metadata against the document they describe (cda.md 2.6, 2.7 (S: XDM)). */
final class AgreementRules {
  private static final String MEASURED = "cda.md 2.7 (S: XDM, mesuré)";

  private AgreementRules() {}

  static List<DocumentRule<DescribedDocument>> all(ValueSets codes) {
    return List.of(
        // dmp.md 1.9 (K), 8: that the shared record minds is not known; all the packages agree.
        new DocumentRule<>(
            "XDS-AC-01",
            RuleSource.VU,
            MEASURED + " ; dmp.md 1.9 (K), 8, ligne 15",
            "hash est le SHA-1 du document.",
            (described, findings) ->
                each(
                    "hash",
                    described.entry().hash().stream().map(AgreementRules::lower).toList(),
                    lower(described.digest()),
                    "Calculez hash (SHA-1) sur les octets envoyés.",
                    findings)),
        new DocumentRule<>(
            "XDS-AC-02",
            RuleSource.VU,
            MEASURED + " ; dmp.md 1.9 (K), 8, ligne 15",
            "size est la taille du document.",
            (described, findings) ->
                each(
                    "size",
                    described.entry().size(),
                    String.valueOf(described.size()),
                    "Comptez dans size les octets envoyés.",
                    findings)),
        seen(
            "XDS-AC-03",
            "typeCode est le type du document.",
            (entry, document, findings) ->
                codes("typeCode", entry.typeCode(), document.code(), findings)),
        seen(
            "XDS-AC-04",
            "uniqueId est l'identifiant du document.",
            (entry, document, findings) ->
                each(
                    "uniqueId",
                    entry.uniqueId(),
                    document.id().uniqueId(),
                    "Écrivez dans uniqueId l'id de l'en-tête : root, ou root^extension.",
                    findings)),
        seen(
            "XDS-AC-05",
            "languageCode est la langue du document.",
            (entry, document, findings) ->
                each(
                    "languageCode",
                    entry.languageCode(),
                    document.language(),
                    "Reprenez dans languageCode la langue de l'en-tête.",
                    findings)),
        seen(
            "XDS-AC-06",
            "confidentialityCode contient la confidentialité du document.",
            (entry, document, findings) ->
                confidentiality(codes.confidentialityCode(), entry, document, findings)),
        seen(
            "XDS-AC-07",
            "creationTime est la date du document, en temps universel.",
            (entry, document, findings) ->
                time("creationTime", entry.creationTime(), document.effectiveTime(), findings)),
        seen("XDS-AC-08", "patientId est un patient du document.", AgreementRules::patient),
        new DocumentRule<>(
            "XDS-AC-09",
            RuleSource.TEXTE,
            "cda.md 2.6 (S: NOS, association A12)",
            "Le format d'un N1 vient du type de média de son corps.",
            (described, findings) -> format(described.entry(), described.document(), findings)),
        known(
            "XDS-AC-10",
            "healthcareFacilityTypeCode est le secteur d'activité du document.",
            (entry, document, findings) ->
                codes(
                    "healthcareFacilityTypeCode",
                    entry.healthcareFacilityTypeCode(),
                    document.careFacility(),
                    findings)),
        known(
            "XDS-AC-11",
            "practiceSettingCode est le cadre d'exercice du document.",
            (entry, document, findings) ->
                codes(
                    "practiceSettingCode",
                    entry.practiceSettingCode(),
                    document.practiceSetting(),
                    findings)),
        known(
            "XDS-AC-12",
            "serviceStartTime est le début de l'acte, en temps universel.",
            (entry, document, findings) ->
                time("serviceStartTime", entry.serviceStartTime(), document.actStart(), findings)),
        seen(
            "XDS-AC-13",
            "serviceStopTime est la fin de l'acte, en temps universel, quand l'en-tête en donne une.",
            AgreementRules::stop),
        new DocumentRule<>(
            "XDS-AC-14",
            RuleSource.VU,
            "cda.md 2.6, 4, 2.7 (S: TC3, XDM, mesuré)",
            "Le format d'un N3 est celui de son modèle.",
            (described, findings) ->
                formatOfModel(described.entry(), described.document(), findings)));
  }

  private static void formatOfModel(DocumentEntry entry, CdaDocument document, Findings findings) {
    if (document.bodyKind() != BodyKind.N3) {
      return;
    }
    Set<String> wanted = new LinkedHashSet<>();
    document.templates().forEach(each -> ModelFormats.of(each.root()).ifPresent(wanted::add));
    for (Coded format : entry.formatCode()) {
      if (!wanted.isEmpty()
          && wanted.stream().noneMatch(each -> ModelFormats.isOf(format.code(), each))) {
        findings.add(
            "formatCode",
            String.join(", ", wanted) + " et son année",
            format.code(),
            "Déduisez formatCode du modèle que le document dit suivre (templateId).");
      }
    }
  }

  private static void stop(DocumentEntry entry, CdaDocument document, Findings findings) {
    if (entry.serviceStopTime().isEmpty() && !document.actEnd().isEmpty()) {
      findings.add(
          "serviceStopTime",
          TimeStamp.inUniversalTime(document.actEnd()).orElse("la fin de l'acte"),
          "absent",
          "Donnez dans serviceStopTime la fin de l'acte que l'en-tête donne.");
    }
    time("serviceStopTime", entry.serviceStopTime(), document.actEnd(), findings);
  }

  /** Judges metadata and document. */
  private interface Comparison {
    void judge(DocumentEntry entry, CdaDocument document, Findings findings);
  }

  private static void confidentiality(
      ValueSet known, DocumentEntry entry, CdaDocument document, Findings findings) {
    Coded wanted = document.confidentiality();
    // A header may be L, M or U, which metadata cannot say (cda.md 2, dmp.md 3.4).
    if (known.contains(wanted.code(), wanted.scheme())
        && entry.confidentialityCode().stream().noneMatch(wanted::sameAs)) {
      findings.add(
          "confidentialityCode",
          wanted.toString(),
          String.join(", ", entry.confidentialityCode().stream().map(Coded::toString).toList()),
          "Reprenez la confidentialité de l'en-tête ; ajoutez-y la visibilité s'il y a lieu.");
    }
  }

  private static void patient(DocumentEntry entry, CdaDocument document, Findings findings) {
    Set<InstanceId> patients = new HashSet<>(document.patientIds());
    for (String value : entry.patientId()) {
      Cx cx = Cx.read(value);
      InstanceId wanted = new InstanceId(cx.authority(), cx.id());
      if (!patients.contains(wanted)) {
        findings.add(
            "patientId",
            "un identifiant du patient du document",
            value,
            "Envoyez avec le document l'INS du patient de son en-tête.");
      }
    }
  }

  private static void format(DocumentEntry entry, CdaDocument document, Findings findings) {
    if (document.bodyKind() == BodyKind.N1) {
      ValueSets.formatOf(document.mediaType())
          .ifPresent(
              wanted ->
                  each(
                      "formatCode",
                      entry.formatCode().stream().map(Coded::code).toList(),
                      wanted,
                      "Déduisez formatCode du type de média du corps.",
                      findings));
    }
  }

  private static void codes(String attribute, List<Coded> found, Coded wanted, Findings findings) {
    if (wanted.code().isEmpty()) {
      return; // The rules on headers say so.
    }
    String expected = wanted + ", dans l'en-tête du document";
    for (Coded code : found) {
      if (!code.code().equals(wanted.code())) {
        findings.add(
            attribute,
            expected,
            code.toString(),
            "Reprenez dans " + attribute + " le code de l'en-tête du document.");
      }
    }
  }

  private static void time(
      String attribute, List<String> found, String headerTime, Findings findings) {
    TimeStamp.inUniversalTime(headerTime)
        .ifPresent(
            wanted ->
                each(
                    attribute,
                    found,
                    wanted,
                    "Convertissez en temps universel la date de l'en-tête.",
                    findings));
  }

  private static void each(
      String attribute, List<String> found, String wanted, String mend, Findings findings) {
    if (wanted.isEmpty()) {
      return; // The rules on headers say so.
    }
    for (String value : found) {
      if (!value.equals(wanted)) {
        findings.add(attribute, wanted, value, mend);
      }
    }
  }

  private static String lower(String hexadecimal) {
    return hexadecimal.toLowerCase(Locale.ROOT);
  }

  private static DocumentRule<DescribedDocument> seen(String id, String title, Comparison judge) {
    return rule(id, RuleSource.VU, MEASURED, title, judge);
  }

  private static DocumentRule<DescribedDocument> known(String id, String title, Comparison judge) {
    return rule(id, RuleSource.CONNU, "cda.md 2.4, 2.5 (K)", title, judge);
  }

  private static DocumentRule<DescribedDocument> rule(
      String id, RuleSource source, String key, String title, Comparison judge) {
    return new DocumentRule<>(
        id,
        source,
        key,
        title,
        (described, findings) -> judge.judge(described.entry(), described.document(), findings));
  }
}
