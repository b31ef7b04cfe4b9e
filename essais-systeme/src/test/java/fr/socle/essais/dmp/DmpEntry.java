package fr.socle.essais.dmp;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is said of one document, written as dmp.md 7.5 shows.
 *
 * @param id symbolic identifier
 * @param authors its authors
 * @param values what the template {@code fiche} asks for, by name
 */
public record DmpEntry(String id, List<Author> authors, Map<String, String> values) {
  static final String OF_DOCUMENT = "93606bcf-9494-43ec-9b4e-a7748d1a838d";
  static final String OF_SET = "a7058bb9-b4e4-4307-ba5b-e3f0ab85e12d";

  public DmpEntry {
    authors = List.copyOf(authors);
    values = new TreeMap<>(values);
  }

  /**
   * One author.
   *
   * @param structure structure, XON
   * @param person person or system, XCN
   * @param specialty code, label and scheme; empty for a system
   */
  public record Author(String structure, String person, String specialty) {
    /** The holder of a card. */
    static Author of(DmpCard card) {
      return new Author(
          "CABINET FICTIF^^^^^&1.2.250.1.71.4.2.2&ISO^IDNST^^^" + card.structure(),
          card.holder()
              + "^"
              + card.name().family()
              + "^"
              + card.name().given()
              + "^^^^^^&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS",
          "G15_10/SM26^Médecin - Qualifié en Médecine Générale (SM)^1.2.250.1.213.1.1.4.5");
    }
  }

  /** A consultation report that the holder of a card wrote. */
  public static DmpEntry report(String id, String uniqueId, DmpCard card, String patient) {
    Map<String, String> values = new TreeMap<>();
    values.put("creation", "20260115093000");
    values.put("langue", "fr-FR");
    values.put("responsable", Author.of(card).person());
    values.put("debut", "20260115090000");
    values.put("patient-source", "IPP-1^^^&1.3.6.1.4.1.32473.30&ISO^PI");
    values.put("nom", "TESTEUR");
    values.put("prenom", "ALMA");
    values.put("naissance", "19750301");
    values.put("sexe", "F");
    values.put("titre", "Compte rendu de consultation");
    values.put("classe", "10");
    values.put("classe-libelle", "Compte rendu");
    values.put("type", "11488-4");
    values.put("type-systeme", "2.16.840.1.113883.6.1");
    values.put("type-libelle", "CR ou fiche de consultation ou de visite");
    values.put("format", "urn:ihe:iti:xds-sd:pdf:2008");
    values.put("format-systeme", "1.3.6.1.4.1.19376.1.2.3");
    values.put("confidentialite", "N");
    values.put("secteur", "SA07");
    values.put("secteur-libelle", "Cabinet individuel");
    values.put("cadre", "AMBULATOIRE");
    values.put("cadre-libelle", "Ambulatoire");
    values.put("patient", patient);
    values.put("unique", uniqueId);
    return new DmpEntry(id, List.of(Author.of(card)), values);
  }

  /** The same, said otherwise. */
  DmpEntry with(String name, String value) {
    Map<String, String> changed = new TreeMap<>(values);
    changed.put(name, value);
    return new DmpEntry(id, authors, changed);
  }

  /** The document itself. */
  String text() {
    return filled("fiche");
  }

  /** The signature of the submission, with what it shares with this document (dmp.md 3.6). */
  String signature(String id, String uniqueId) {
    return new DmpEntry(id, authors, values).with("unique", uniqueId).filled("fiche-signature");
  }

  private String filled(String name) {
    Template template = Template.of(name).with("objet", id);
    values.forEach(template::with);
    return template.withXml("auteurs", authors(authors, id, OF_DOCUMENT)).text();
  }

  static String authors(List<Author> authors, String object, String scheme) {
    StringBuilder written = new StringBuilder();
    for (Author author : authors) {
      written.append(
          Template.of("auteur")
              .with("objet", object)
              .with("rang", String.valueOf(written.length()))
              .with("schema", scheme)
              .with("structure", author.structure())
              .with("personne", author.person())
              .withXml(
                  "specialite",
                  author.specialty().isEmpty()
                      ? ""
                      : DmpBodies.slot("authorSpecialty", author.specialty()))
              .text());
    }
    return written.toString();
  }
}
