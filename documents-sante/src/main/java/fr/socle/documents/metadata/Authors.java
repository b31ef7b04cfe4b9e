package fr.socle.documents.metadata;

import fr.socle.bench.check.Findings;
import fr.socle.documents.codes.Coded;
import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.hl7.Composite;
import fr.socle.documents.hl7.Cx;
import fr.socle.documents.hl7.Xcn;
import fr.socle.documents.hl7.Xon;
import fr.socle.documents.ins.InsKind;
import fr.socle.documents.xds.Author;
import java.util.List;

/** The formats of authors, of a document or of a submission alike (dmp.md 3.3). */
final class Authors {
  private static final String PERSON =
      "identifiant^NOM^Prénom^^^^^^&" + Xcn.PROFESSIONALS + "&ISO^D^^^IDNPS";
  private static final String STRUCTURE = "Nom^^^^^&" + Xon.STRUCTURES + "&ISO^IDNST^^^identifiant";

  private Authors() {}

  /**
   * Each author is one person or system. A structure may stand alone beside an author who is one
   * (segur.md 5 (S: REG), DMP/HISTO.04).
   */
  static void onePerson(List<Author> authors, Findings findings) {
    boolean named = authors.stream().anyMatch(author -> author.persons().size() == 1);
    for (Author author : authors) {
      if (named && author.persons().isEmpty() && !author.institutions().isEmpty()) {
        continue;
      }
      Expected.count("authorPerson", author.persons().size(), 1, 1, findings);
    }
  }

  /** Who the authors are. */
  static void persons(List<Author> authors, Findings findings) {
    for (Author author : authors) {
      author.persons().forEach(person -> person("authorPerson", person, findings));
    }
  }

  /** The structures of the authors. */
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

  /** A person or a system. */
  static void person(String attribute, String value, Findings findings) {
    Xcn xcn = Xcn.read(value);
    boolean right =
        switch (xcn.idType()) {
          case "IDNPS" -> xcn.authority().equals(Xcn.PROFESSIONALS) && xcn.nameType().equals("D");
          case "RI" -> xcn.authority().equals(Xcn.PROFESSIONALS) && xcn.nameType().equals("U");
          case Cx.NATIONAL ->
              xcn.nameType().equals("D") && InsKind.ofOid(xcn.authority()).isPresent();
          default -> false;
        };
    if (!right || xcn.id().isEmpty() || xcn.family().isEmpty()) {
      findings.add(
          attribute,
          PERSON
              + " (IDNPS et D pour un professionnel, RI et U pour un système, NH et l'OID de l'INS pour le patient)",
          value,
          "Écrivez "
              + attribute
              + " avec l'identifiant national, le nom, le type de nom et le type"
              + " d'identifiant.");
    }
  }

  /** The national identifiers of the authors and of their structures. */
  static void nationalIds(List<Author> authors, Findings findings) {
    for (Author author : authors) {
      author.persons().forEach(person -> nationalId("authorPerson", person, findings));
      for (String institution : author.institutions()) {
        Xon xon = Xon.read(institution);
        if (xon.authority().equals(Xon.STRUCTURES)
            && !xon.id().isEmpty()
            && !Xon.isNationalId(xon.id())) {
          findings.add(
              "authorInstitution",
              "0 (cabinet ADELI), 1 (FINESS), 2 (SIREN), 3 (SIRET) ou 4 (cabinet RPPS), puis le"
                  + " numéro",
              xon.id(),
              "Faites précéder le numéro de la structure du chiffre de sa nature.");
        }
      }
    }
  }

  /** The national identifier of a person or a system. */
  static void nationalId(String attribute, String value, Findings findings) {
    Xcn xcn = Xcn.read(value);
    if (xcn.authority().equals(Xcn.PROFESSIONALS)
        && !xcn.id().isEmpty()
        && !Xcn.isNationalId(xcn.id())) {
      findings.add(
          attribute,
          "8 et les onze chiffres du RPPS, ou 0, 1, 3, 4, 5, 6 et le numéro de leur nature",
          xcn.id(),
          "Faites précéder le numéro du chiffre de sa nature : 8 pour un numéro RPPS.");
    }
  }

  /** The professions of the authors. */
  static void specialties(ValueSets codes, List<Author> authors, Findings findings) {
    for (Author author : authors) {
      for (String specialty : author.specialties()) {
        Composite composite = Composite.of(specialty);
        Expected.codes(
            "authorSpecialty",
            List.of(
                new Coded(composite.component(1), composite.component(3), composite.component(2))),
            codes.authorSpecialty().name(),
            codes.authorSpecialty(),
            findings);
      }
    }
  }
}
