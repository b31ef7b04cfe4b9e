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
import java.util.function.Function;
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
          "1.2.840.10065.1.12", // purpose of a signature
          // What acts of official documents are coded in, cda.md 2.4:
          "2.16.840.1.113883.5.4", // ActCode
          "2.16.840.1.113883.6.96", // SNOMED CT
          "1.2.250.1.215.200.3.3", // telemedicine
          "1.2.250.1.213.1.1.4.322"); // prescription
  private static final Pattern NATIONAL_FORMAT =
      Pattern.compile("urn:(asip|ans):ci-sis:[a-z0-9-]+:[0-9]{4}");

  private EntryCodes() {}

  static List<DocumentRule<DocumentEntry>> all(ValueSets codes, DmpParameters parameters) {
    return List.of(
        rule(
            "XDS-CO-01",
            RuleSource.TEXTE,
            "3.5 (S:NOS)",
            "classCode est une classe de document.",
            (entry, findings) ->
                Expected.codes(
                    "classCode", entry.classCode(), "JDV_J57", codes.classCode(), findings)),
        // The value set of types that metadata have (J66) was not read; the one of headers was.
        rule(
            "XDS-CO-02",
            RuleSource.VU,
            "3.2 (S:NOS, J66 non lu)",
            "typeCode est un type de document.",
            (entry, findings) -> {
              if (!entry.isSignature()) {
                Expected.codes("typeCode", entry.typeCode(), "JDV_J66", codes.typeCode(), findings);
              }
            }),
        rule(
            "XDS-CO-03",
            RuleSource.TEXTE,
            "3.2, 3.5 (S:P4D, HL7V2, NOS)",
            "classCode est la classe de typeCode.",
            (entry, findings) ->
                classOfType(
                    entry,
                    ValueSets::classOf,
                    "la classe du type",
                    "Déduisez classCode de typeCode par la table d'association nationale.",
                    findings)),
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
            "confidentialityCode est dans JDV_J58.",
            (entry, findings) ->
                Expected.codes(
                    "confidentialityCode",
                    entry.confidentialityCode(),
                    "JDV_J58",
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
            "3.4 (S:DEVBOX, EX_2.1-1050 ; valeur du paramètre par défaut (A))",
            "Un document n'est pas à la fois masqué aux professionnels et invisible au patient,"
                + " quand le DMP publie "
                + DmpParameters.BOTH_HIDDEN
                + " à faux.",
            (entry, findings) -> {
              if (!parameters.bothHidden()) {
                bothHidden(entry, findings);
              }
            }),
        rule(
            "XDS-CO-08",
            RuleSource.VU,
            "3.5 (S:NOS, J61 par J02)",
            "healthcareFacilityTypeCode est un secteur d'activité.",
            (entry, findings) ->
                Expected.codes(
                    "healthcareFacilityTypeCode",
                    entry.healthcareFacilityTypeCode(),
                    "JDV_J61",
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
                    "JDV_J62",
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
            RuleSource.SUPPOSE,
            "3.5, 3.6 (S:NOS, MSG) ; cda.md 2.4 ; que la liste soit complète (A)",
            "Les actes sont codés dans un système connu.",
            EntryCodes::events),
        new DocumentRule<>(
            "XDS-CO-12",
            RuleSource.VU,
            "cda.md 2.7 (S: XDM, mesuré) ; dmp.md 3.5 (S:NOS, famille PRESC)",
            "classCode est la classe que les paquets officiels donnent à typeCode.",
            (entry, findings) ->
                classOfType(
                    entry,
                    ValueSets::seenClassOf,
                    "la classe que les exemples officiels donnent au type",
                    "Vérifiez la classe de ce type dans la table d'association nationale.",
                    findings)));
  }

  private static void events(DocumentEntry entry, Findings findings) {
    for (Coded event : entry.eventCodeList()) {
      if (!EVENT_SCHEMES.contains(event.scheme())) {
        findings.add(
            "eventCodeList",
            "CCAM, CIM-10, DRC, LOINC, SNOMED CT, ActCode, une modalité, une région anatomique",
            event.toString(),
            "Vérifiez le système de l'acte : le banc ne le connaît pas parmi ceux du partage.");
      }
    }
  }

  private static void classOfType(
      DocumentEntry entry,
      Function<String, Optional<String>> classes,
      String what,
      String mend,
      Findings findings) {
    if (entry.typeCode().size() != 1 || entry.classCode().size() != 1) {
      return; // Other rules say so.
    }
    Coded type = entry.typeCode().get(0);
    Coded given = entry.classCode().get(0);
    Optional<String> wanted = classes.apply(type.code());
    // cda.md 2.7: official packages give the imaging report class 10 as well.
    boolean tolerated = type.code().equals(IMAGING_REPORT) && given.code().equals("10");
    if (wanted.isPresent() && !wanted.get().equals(given.code()) && !tolerated) {
      findings.add(
          "classCode", wanted.get() + ", " + what + " " + type.code(), given.toString(), mend);
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
        Expected.codes("formatCode", List.of(format), "JDV_J60", codes.formatCode(), findings);
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
          MASKED
              + " ou "
              + INVISIBLE
              + ", pas les deux tant que le paramètre "
              + DmpParameters.BOTH_HIDDEN
              + " du DMP est faux, sa valeur par défaut ici",
          shown(entry),
          "Ne masquez pas aux professionnels un document que le patient ne voit pas encore.");
    }
  }

  private static void labels(DocumentEntry entry, Findings findings) {
    if (entry.isSignature()) {
      return; // dmp.md 3.6: the class of a signature has no label.
    }
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
