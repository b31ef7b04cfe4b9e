package fr.socle.documents.metadata;

import fr.socle.bench.check.Findings;
import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.hl7.Cx;
import fr.socle.documents.ins.InsKind;
import fr.socle.documents.rule.DocumentRule;
import fr.socle.documents.xds.Author;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.exigences.RuleSource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * People of a document, in the formats of dmp.md 3.3. Samples and texts are mixed there (S:MSG,
 * HL7V2, DRIM): the weaker source is taken.
 */
final class EntryPeople {
  private static final String KEY = "dmp.md 3.3 (S:MSG, HL7V2, DRIM)";
  private static final Predicate<String> NAME =
      Pattern.compile("PID-5\\|[^^]+\\^[^^]*\\^[^^]*\\^[^^]*\\^[^^]*\\^[^^]*\\^[LD].*")
          .asMatchPredicate();
  // Not by the calendar: a person born on an unknown day has zeros there.
  private static final Predicate<String> BIRTH =
      Pattern.compile("PID-7\\|[0-9]{8}").asMatchPredicate();
  private static final Predicate<String> SEX = Set.of("PID-8|F", "PID-8|M", "PID-8|U")::contains;

  private EntryPeople() {}

  static List<DocumentRule<DocumentEntry>> all(ValueSets codes) {
    return List.of(
        seen(
            "XDS-PE-01",
            "Chaque auteur est nommé par une personne ou un système.",
            (entry, findings) -> Authors.onePerson(entry.authors(), findings)),
        seen(
            "XDS-PE-02",
            "authorPerson identifie une personne, un système ou le patient.",
            (entry, findings) -> Authors.persons(entry.authors(), findings)),
        seen(
            "XDS-PE-03",
            "authorInstitution identifie une structure.",
            (entry, findings) -> Authors.institutions(entry.authors(), findings)),
        seen(
            "XDS-PE-04",
            "legalAuthenticator identifie une personne ou un système.",
            (entry, findings) ->
                entry
                    .legalAuthenticator()
                    .forEach(person -> Authors.person("legalAuthenticator", person, findings))),
        seen(
            "XDS-PE-05",
            "authorSpecialty est un code de JDV_J01.",
            (entry, findings) -> Authors.specialties(codes, entry.authors(), findings)),
        seen(
            "XDS-PE-06",
            "patientId est une INS.",
            (entry, findings) -> Expected.ins("patientId", entry.patientId(), findings)),
        new DocumentRule<>(
            "XDS-PE-07",
            RuleSource.VU,
            "insi.md 5.2 (K, S:6)",
            "La clé de l'INS de patientId est celle de son matricule.",
            (entry, findings) -> Expected.key("patientId", entry.patientId(), findings)),
        seen(
            "XDS-PE-08",
            "sourcePatientId est un identifiant local (PI) ou une INS (NH).",
            EntryPeople::sourcePatient),
        seen(
            "XDS-PE-09",
            "sourcePatientInfo donne le nom, la date de naissance et le sexe.",
            EntryPeople::sourceTraits),
        seen(
            "XDS-PE-10",
            "Les identifiants nationaux des auteurs et du responsable ont le préfixe de leur nature.",
            (entry, findings) -> {
              Authors.nationalIds(entry.authors(), findings);
              entry
                  .legalAuthenticator()
                  .forEach(person -> Authors.nationalId("legalAuthenticator", person, findings));
            }),
        seen(
            "XDS-PE-11",
            "Les traits de sourcePatientInfo ont leur forme.",
            EntryPeople::formOfTraits),
        seen(
            "XDS-PE-12",
            "Un auteur a un rôle au plus.",
            (entry, findings) -> {
              for (Author author : entry.authors()) {
                Expected.count("authorRole", author.roles().size(), 0, 1, findings);
              }
            }));
  }

  private static void sourcePatient(DocumentEntry entry, Findings findings) {
    for (String value : entry.sourcePatientId()) {
      Cx cx = Cx.read(value);
      boolean ins = cx.idType().equals(Cx.NATIONAL) && InsKind.ofOid(cx.authority()).isPresent();
      boolean typed = cx.idType().equals("PI") || ins;
      if (!typed || cx.id().isEmpty() || !Expected.OID.test(cx.authority())) {
        findings.add(
            "sourcePatientId",
            "identifiant^^^&OID&ISO^PI, ou l'INS avec son OID et NH",
            value,
            "Écrivez l'identifiant du patient dans votre structure, l'OID de celle-ci et le type"
                + " PI, ou bien son INS.");
      }
    }
  }

  private static void sourceTraits(DocumentEntry entry, Findings findings) {
    if (entry.sourcePatientInfo().isEmpty()) {
      return; // Another rule says so.
    }
    for (String field : List.of("PID-5|", "PID-7|", "PID-8|")) {
      boolean given =
          entry.sourcePatientInfo().stream()
              .anyMatch(line -> line.startsWith(field) && line.length() > field.length());
      if (!given) {
        findings.add(
            "sourcePatientInfo",
            field + "…",
            String.join(" ; ", entry.sourcePatientInfo()),
            "Ajoutez la ligne "
                + field
                + " : PID-5 le nom, PID-7 la date de naissance, PID-8 le"
                + " sexe.");
      }
    }
  }

  private static void formOfTraits(DocumentEntry entry, Findings findings) {
    trait(entry, "PID-5|", NAME, "PID-5|NOM^PRENOM^^^^^L, ou D pour un nom utilisé", findings);
    trait(entry, "PID-7|", BIRTH, "PID-7|AAAAMMJJ", findings);
    trait(entry, "PID-8|", SEX, "PID-8|F, M ou U", findings);
  }

  private static void trait(
      DocumentEntry entry,
      String field,
      Predicate<String> right,
      String expected,
      Findings findings) {
    for (String line : entry.sourcePatientInfo()) {
      if (line.startsWith(field) && line.length() > field.length() && !right.test(line)) {
        findings.add(
            "sourcePatientInfo",
            expected,
            line,
            "Écrivez le trait sous la forme " + expected + ".");
      }
    }
  }

  private static DocumentRule<DocumentEntry> seen(
      String id, String title, DocumentRule.Judge<DocumentEntry> judge) {
    return new DocumentRule<>(id, RuleSource.VU, KEY, title, judge);
  }
}
