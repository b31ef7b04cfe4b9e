package fr.socle.documents.metadata;

import fr.socle.bench.check.Findings;
import fr.socle.documents.codes.Coded;
import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.hl7.Composite;
import fr.socle.documents.hl7.Cx;
import fr.socle.documents.hl7.Xcn;
import fr.socle.documents.hl7.Xon;
import fr.socle.documents.rule.DocumentRule;
import fr.socle.documents.xds.Author;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.exigences.RuleSource;
import java.util.List;

/**
 * People of a document, in the formats of dmp.md 3.3. Samples and texts are mixed there (S:MSG,
 * HL7V2, DRIM): the weaker source is taken.
 */
final class EntryPeople {
  private static final String KEY = "dmp.md 3.3 (S:MSG, HL7V2, DRIM)";
  private static final String PERSON =
      "identifiant^NOM^Prénom^^^^^^&" + Xcn.PROFESSIONALS + "&ISO^D^^^IDNPS";
  private static final String STRUCTURE = "Nom^^^^^&" + Xon.STRUCTURES + "&ISO^IDNST^^^identifiant";

  private EntryPeople() {}

  static List<DocumentRule<DocumentEntry>> all(ValueSets codes) {
    return List.of(
        seen(
            "XDS-PE-01",
            "Chaque auteur est nommé par une personne ou un système.",
            (entry, findings) -> persons(entry.authors(), findings)),
        seen(
            "XDS-PE-02",
            "authorPerson identifie une personne, un système ou le patient.",
            (entry, findings) ->
                entry.authors().stream()
                    .flatMap(author -> author.persons().stream())
                    .forEach(person -> person("authorPerson", person, findings))),
        seen(
            "XDS-PE-03",
            "authorInstitution identifie une structure.",
            (entry, findings) -> institutions(entry.authors(), findings)),
        seen(
            "XDS-PE-04",
            "legalAuthenticator identifie une personne ou un système.",
            (entry, findings) ->
                entry
                    .legalAuthenticator()
                    .forEach(person -> person("legalAuthenticator", person, findings))),
        seen(
            "XDS-PE-05",
            "authorSpecialty est un code de JDV_J01.",
            (entry, findings) -> specialties(codes, entry.authors(), findings)),
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
            EntryPeople::sourceTraits));
  }

  static void persons(List<Author> authors, Findings findings) {
    for (Author author : authors) {
      Expected.count("authorPerson", author.persons().size(), 1, 1, findings);
    }
  }

  static void institutions(List<Author> authors, Findings findings) {
    for (Author author : authors) {
      for (String institution : author.institutions()) {
        Xon xon = Xon.read(institution);
        boolean right =
            !xon.name().isEmpty()
                && !xon.id().isEmpty()
                && xon.authority().equals(Xon.STRUCTURES)
                && xon.idType().equals("IDNST");
        if (!right) {
          findings.add(
              "authorInstitution",
              STRUCTURE,
              institution,
              "Écrivez la structure avec son nom, son identifiant national et l'OID "
                  + Xon.STRUCTURES
                  + ".");
        }
      }
    }
  }

  private static void person(String attribute, String value, Findings findings) {
    Xcn xcn = Xcn.read(value);
    boolean right =
        switch (xcn.idType()) {
          case "IDNPS" -> xcn.authority().equals(Xcn.PROFESSIONALS) && xcn.nameType().equals("D");
          case "RI" -> xcn.authority().equals(Xcn.PROFESSIONALS) && xcn.nameType().equals("U");
          case Cx.NATIONAL -> xcn.nameType().equals("D");
          default -> false;
        };
    if (!right || xcn.id().isEmpty() || xcn.family().isEmpty()) {
      findings.add(
          attribute,
          PERSON
              + " (IDNPS et D pour un professionnel, RI et U pour un système, NH pour le patient)",
          value,
          "Écrivez "
              + attribute
              + " avec l'identifiant national, le nom, le type de nom et le type"
              + " d'identifiant.");
    }
  }

  private static void specialties(ValueSets codes, List<Author> authors, Findings findings) {
    for (Author author : authors) {
      for (String specialty : author.specialties()) {
        Composite composite = Composite.of(specialty);
        Expected.codes(
            "authorSpecialty",
            List.of(
                new Coded(composite.component(1), composite.component(3), composite.component(2))),
            codes.authorSpecialty(),
            findings);
      }
    }
  }

  private static void sourcePatient(DocumentEntry entry, Findings findings) {
    for (String value : entry.sourcePatientId()) {
      Cx cx = Cx.read(value);
      boolean typed = cx.idType().equals("PI") || cx.idType().equals(Cx.NATIONAL);
      if (!typed || cx.id().isEmpty() || !Expected.OID.test(cx.authority())) {
        findings.add(
            "sourcePatientId",
            "identifiant^^^&OID&ISO^PI, ou l'INS avec NH",
            value,
            "Écrivez l'identifiant du patient dans votre structure, l'OID de celle-ci et le type"
                + " PI.");
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

  private static DocumentRule<DocumentEntry> seen(
      String id, String title, DocumentRule.Judge<DocumentEntry> judge) {
    return new DocumentRule<>(id, RuleSource.VU, KEY, title, judge);
  }
}
