package fr.socle.documents.metadata;

import fr.socle.bench.check.Findings;
import fr.socle.documents.cda.BodyKind;
import fr.socle.documents.cda.CdaDocument;
import fr.socle.documents.cda.InstanceId;
import fr.socle.documents.codes.Coded;
import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.hl7.Cx;
import fr.socle.documents.rule.DocumentRule;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.exigences.RuleSource;
import java.util.List;
import java.util.Locale;

/** Metadata against the document they describe (cda.md 2.6, 2.7 (S: XDM)). */
final class AgreementRules {
  private static final String MEASURED = "cda.md 2.7 (S: XDM, mesuré)";

  private AgreementRules() {}

  static List<DocumentRule<DescribedDocument>> all() {
    return List.of(
        new DocumentRule<>(
            "XDS-AC-01",
            RuleSource.TEXTE,
            "dmp.md 3.2 (S:P4D, MSG) ; cda.md 2.7",
            "hash est le SHA-1 du document.",
            (described, findings) ->
                each(
                    "hash",
                    described.entry().hash(),
                    described.digest(),
                    "Calculez hash (SHA-1) sur les octets envoyés.",
                    findings)),
        new DocumentRule<>(
            "XDS-AC-02",
            RuleSource.TEXTE,
            "dmp.md 3.2 (S:P4D, MSG) ; cda.md 2.7",
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
            AgreementRules::confidentiality),
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
                time("serviceStartTime", entry.serviceStartTime(), document.actStart(), findings)));
  }

  /** Judges metadata and document. */
  private interface Comparison {
    void judge(DocumentEntry entry, CdaDocument document, Findings findings);
  }

  private static void confidentiality(
      DocumentEntry entry, CdaDocument document, Findings findings) {
    Coded wanted = document.confidentiality();
    if (!wanted.code().isEmpty()
        && entry.confidentialityCode().stream().noneMatch(wanted::sameAs)) {
      findings.add(
          "confidentialityCode",
          wanted.toString(),
          String.join(", ", entry.confidentialityCode().stream().map(Coded::toString).toList()),
          "Reprenez la confidentialité de l'en-tête ; ajoutez-y la visibilité s'il y a lieu.");
    }
  }

  private static void patient(DocumentEntry entry, CdaDocument document, Findings findings) {
    for (String value : entry.patientId()) {
      Cx cx = Cx.read(value);
      InstanceId wanted = new InstanceId(cx.authority(), cx.id());
      if (!document.patientIds().contains(wanted)) {
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
    for (Coded code : found) {
      if (!wanted.code().isEmpty() && !code.code().equals(wanted.code())) {
        findings.add(
            attribute,
            wanted.toString() + ", dans l'en-tête du document",
            code.toString(),
            "Reprenez dans " + attribute + " le code de l'en-tête du document.");
      }
    }
  }

  private static void time(
      String attribute, List<String> found, String headerTime, Findings findings) {
    HeaderTime.inUniversalTime(headerTime)
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
    for (String value : found) {
      if (!value.toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT))) {
        findings.add(attribute, wanted.isEmpty() ? "rien" : wanted, value, mend);
      }
    }
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
