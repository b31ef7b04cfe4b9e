package fr.socle.documents.metadata;

import fr.socle.bench.check.Findings;
import fr.socle.documents.codes.Coded;
import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.rule.DocumentRule;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.exigences.RuleSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Codes of a document (dmp.md 3.4, 3.5). */
final class EntryCodes {
  private static final String MASKED = "MASQUE_PS";
  private static final String INVISIBLE = "INVISIBLE_PATIENT";
  private static final String IMAGING_REPORT = "18748-4";
  private static final Set<String> EVENT_SCHEMES =
      Set.of(
          "1.2.250.1.213.2.5", // CCAM
          "2.16.840.1.113883.6.3", // ICD-10
          "1.2.250.1.213.2.9", // DRC
          "2.16.840.1.113883.6.1", // LOINC
          "1.2.250.1.213.1.1.5.618", // modality
          "1.2.250.1.213.1.1.5.695", // anatomical region
          "1.2.840.10065.1.12"); // purpose of a signature
  private static final Pattern NATIONAL_FORMAT =
      Pattern.compile("urn:(asip|ans):ci-sis:[a-z0-9-]+:[0-9]{4}");

  private EntryCodes() {}

  static List<DocumentRule<DocumentEntry>> all(ValueSets codes) {
    return List.of(
        rule(
            "XDS-CO-01",
            RuleSource.TEXTE,
            "3.5 (S:NOS)",
            "classCode est une classe de document.",
            (entry, findings) ->
                Expected.codes("classCode", entry.classCode(), codes.classCode(), findings)),
        // The value set of types that metadata have (J66) was not read; the one of headers was.
        rule(
            "XDS-CO-02",
            RuleSource.VU,
            "3.2 (S:NOS, J66 non lu)",
            "typeCode est un type de document.",
            (entry, findings) -> {
              if (!entry.isSignature()) {
                Expected.codes("typeCode", entry.typeCode(), codes.typeCode(), findings);
              }
            }),
        rule(
            "XDS-CO-03",
            RuleSource.TEXTE,
            "3.2, 3.5 (S:P4D, HL7V2, NOS)",
            "classCode est la classe de typeCode.",
            EntryCodes::classOfType),
        rule(
            "XDS-CO-04",
            RuleSource.VU,
            "3.5 (S:NOS)",
            "formatCode est un format connu.",
            (entry, findings) -> formats(codes, entry, findings)),
        rule(
            "XDS-CO-05",
            RuleSource.TEXTE,
            "3.4 (S:NOS)",
            "confidentialityCode est dans JDV_J08.",
            (entry, findings) ->
                Expected.codes(
                    "confidentialityCode",
                    entry.confidentialityCode(),
                    codes.confidentialityCode(),
                    findings)),
        rule(
            "XDS-CO-06",
            RuleSource.VU,
            "3.4 (S:NOS, MSG)",
            "N accompagne les codes de visibilité.",
            EntryCodes::normal),
        rule(
            "XDS-CO-07",
            RuleSource.SECONDE_MAIN,
            "3.4 (S:DEVBOX, EX_2.1-1050)",
            "Un document n'est pas à la fois masqué aux professionnels et invisible au patient.",
            EntryCodes::bothHidden),
        rule(
            "XDS-CO-08",
            RuleSource.VU,
            "3.5 (S:NOS, J61 par J02)",
            "healthcareFacilityTypeCode est un secteur d'activité.",
            (entry, findings) ->
                Expected.codes(
                    "healthcareFacilityTypeCode",
                    entry.healthcareFacilityTypeCode(),
                    codes.healthcareFacilityTypeCode(),
                    findings)),
        rule(
            "XDS-CO-09",
            RuleSource.VU,
            "3.5 (S:NOS, J62 par J04)",
            "practiceSettingCode est un cadre d'exercice.",
            (entry, findings) ->
                Expected.codes(
                    "practiceSettingCode",
                    entry.practiceSettingCode(),
                    codes.practiceSettingCode(),
                    findings)),
        rule(
            "XDS-CO-10",
            RuleSource.VU,
            "3.1 (S:MSG, DRIM)",
            "Chaque code a un libellé.",
            EntryCodes::labels),
        rule(
            "XDS-CO-11",
            RuleSource.VU,
            "3.5, 3.6 (S:NOS, MSG)",
            "Les actes sont codés dans un système connu.",
            EntryCodes::events));
  }

  private static void events(DocumentEntry entry, Findings findings) {
    for (Coded event : entry.eventCodeList()) {
      if (!EVENT_SCHEMES.contains(event.scheme())) {
        findings.add(
            "eventCodeList",
            "CCAM, CIM-10, DRC, LOINC, une modalité ou une région anatomique",
            event.toString(),
            "Codez l'acte dans l'un des systèmes nationaux.");
      }
    }
  }

  private static void classOfType(DocumentEntry entry, Findings findings) {
    for (Coded type : entry.typeCode()) {
      Optional<String> wanted = ValueSets.classOf(type.code());
      for (Coded given : entry.classCode()) {
        // cda.md 2.7: official packages give the imaging report class 10 as well.
        boolean tolerated = type.code().equals(IMAGING_REPORT) && given.code().equals("10");
        if (wanted.isPresent() && !wanted.get().equals(given.code()) && !tolerated) {
          findings.add(
              "classCode",
              wanted.get() + ", la classe du type " + type.code(),
              given.toString(),
              "Déduisez classCode de typeCode par la table d'association nationale.");
        }
      }
    }
  }

  private static void formats(ValueSets codes, DocumentEntry entry, Findings findings) {
    for (Coded format : entry.formatCode()) {
      // cda.md 2.7: in official packages the schemes of formats vary, and national formats come
      // before the value set has them.
      boolean known =
          codes.formatCode().named(format.code()).isPresent()
              || NATIONAL_FORMAT.matcher(format.code()).matches();
      if (!known) {
        Expected.codes("formatCode", List.of(format), codes.formatCode(), findings);
      }
    }
  }

  private static void normal(DocumentEntry entry, Findings findings) {
    boolean visibility =
        has(entry, MASKED) || has(entry, INVISIBLE) || has(entry, "INVISIBLE_REPRESENTANTS_LEGAUX");
    if (visibility && !has(entry, "N")) {
      findings.add(
          "confidentialityCode",
          "N avec les codes de visibilité",
          shown(entry),
          "Gardez N quand vous ajoutez un code de visibilité.");
    }
  }

  private static void bothHidden(DocumentEntry entry, Findings findings) {
    if (has(entry, MASKED) && has(entry, INVISIBLE) && !entry.isSignature()) {
      findings.add(
          "confidentialityCode",
          MASKED + " ou " + INVISIBLE + ", pas les deux",
          shown(entry),
          "Ne masquez pas aux professionnels un document que le patient ne voit pas encore.");
    }
  }

  private static void labels(DocumentEntry entry, Findings findings) {
    entry.object().classifications().stream()
        .filter(each -> !each.code().isEmpty() && each.label().isEmpty())
        .forEach(
            each ->
                findings.add(
                    "Classification " + each.code(),
                    "Name/LocalizedString/@value",
                    "absent",
                    "Donnez à chaque code son libellé dans Name."));
  }

  private static boolean has(DocumentEntry entry, String code) {
    return entry.confidentialityCode().stream().anyMatch(each -> each.code().equals(code));
  }

  private static String shown(DocumentEntry entry) {
    return String.join(", ", entry.confidentialityCode().stream().map(Coded::code).toList());
  }

  private static DocumentRule<DocumentEntry> rule(
      String id,
      RuleSource source,
      String key,
      String title,
      DocumentRule.Judge<DocumentEntry> judge) {
    return new DocumentRule<>(id, source, "dmp.md " + key, title, judge);
  }
}
