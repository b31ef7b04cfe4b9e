package fr.socle.documents.metadata;

import fr.socle.bench.check.Findings;
import fr.socle.documents.hl7.Composite;
import fr.socle.documents.hl7.TimeStamp;
import fr.socle.documents.rule.DocumentRule;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.Scheme;
import fr.socle.exigences.RuleSource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Values of a document that are no code (dmp.md 3.1, 3.2). */
final class EntryValues {
  private static final Predicate<String> SHA1 =
      Pattern.compile("[0-9a-fA-F]{40}").asMatchPredicate();
  private static final Predicate<String> NUMBER = Pattern.compile("[0-9]{1,18}").asMatchPredicate();
  private static final Predicate<String> LANGUAGE =
      Pattern.compile("[a-z]{2}-[A-Z]{2}|art").asMatchPredicate();
  private static final Set<String> MEDIA =
      Set.of("text/xml", "application/dicom", "application/xslt+xml");
  private static final int LONGEST_TITLE = 128;

  private EntryValues() {}

  static List<DocumentRule<DocumentEntry>> all() {
    return List.of(
        rule(
            "XDS-VA-01",
            RuleSource.VU,
            "3.1 (S:MSG, DRIM)",
            "L'objet est un document stable.",
            (entry, findings) ->
                Expected.form(
                    "objectType",
                    List.of(entry.objectType()),
                    Scheme.STABLE_DOCUMENT::equals,
                    Scheme.STABLE_DOCUMENT,
                    findings)),
        rule(
            "XDS-VA-02",
            RuleSource.TEXTE,
            "3.2 (S:P4D, HL7V2)",
            "uniqueId est un OID, suivi ou non d'une extension.",
            (entry, findings) ->
                Expected.form(
                    "uniqueId",
                    entry.uniqueId(),
                    value -> Expected.OID.test(Composite.of(value).component(1)),
                    "un OID, ou OID^extension",
                    findings)),
        rule(
            "XDS-VA-03",
            RuleSource.VU,
            "3.2 (S:MSG)",
            "Les dates ont quatorze chiffres et sont au calendrier.",
            (entry, findings) -> dates(entry, findings, Expected::time)),
        rule(
            "XDS-VA-04",
            RuleSource.SECONDE_MAIN,
            "3.2 (S:DEVBOX, EX_3.1-1070)",
            "Les dates sont en temps universel, sans fuseau.",
            (entry, findings) -> dates(entry, findings, Expected::universal)),
        rule(
            "XDS-VA-05",
            RuleSource.CONNU,
            "3.2 (K)",
            "L'acte ne finit pas avant de commencer.",
            EntryValues::order),
        rule(
            "XDS-VA-06",
            RuleSource.VU,
            "3.2 (S:MSG, P4D)",
            "hash est un SHA-1 en hexadécimal, size un nombre d'octets.",
            (entry, findings) -> {
              Expected.form("hash", entry.hash(), SHA1, "40 chiffres hexadécimaux", findings);
              Expected.form("size", entry.size(), NUMBER, "un nombre d'octets", findings);
            }),
        rule(
            "XDS-VA-07",
            RuleSource.VU,
            "3.2 (S:MSG, HL7V2)",
            "mimeType est celui d'un CDA, d'un KOS ou d'un document auto-présentable.",
            (entry, findings) ->
                Expected.form(
                    "mimeType",
                    List.of(entry.mimeType()),
                    value -> value.isEmpty() || MEDIA.contains(value),
                    "text/xml pour un CDA",
                    findings)),
        rule(
            "XDS-VA-08",
            RuleSource.VU,
            "3.2 (S:MSG, P4D)",
            "languageCode s'écrit fr-FR.",
            (entry, findings) ->
                Expected.form("languageCode", entry.languageCode(), LANGUAGE, "fr-FR", findings)),
        rule(
            "XDS-VA-09",
            RuleSource.CONNU,
            "3.2 (K)",
            "Le titre a 128 caractères au plus.",
            (entry, findings) ->
                Expected.form(
                    "title",
                    List.of(entry.title()),
                    title -> title.length() <= LONGEST_TITLE,
                    "128 caractères au plus",
                    findings)));
  }

  /** Judges one value of a date. */
  private interface DateJudge {
    void judge(String attribute, String value, Findings findings);
  }

  private static void dates(DocumentEntry entry, Findings findings, DateJudge judge) {
    entry.creationTime().forEach(value -> judge.judge("creationTime", value, findings));
    entry.serviceStartTime().forEach(value -> judge.judge("serviceStartTime", value, findings));
    entry.serviceStopTime().forEach(value -> judge.judge("serviceStopTime", value, findings));
  }

  private static void order(DocumentEntry entry, Findings findings) {
    if (entry.serviceStartTime().isEmpty() || entry.serviceStopTime().isEmpty()) {
      return;
    }
    String start = entry.serviceStartTime().get(0);
    String stop = entry.serviceStopTime().get(0);
    if (TimeStamp.isToTheSecond(start)
        && TimeStamp.isToTheSecond(stop)
        && stop.compareTo(start) < 0) {
      findings.add(
          "serviceStopTime",
          "après " + start,
          stop,
          "Corrigez les dates de l'acte : il finit avant d'avoir commencé.");
    }
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
