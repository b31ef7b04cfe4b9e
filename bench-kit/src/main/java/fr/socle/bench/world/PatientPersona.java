package fr.socle.bench.world;

import java.util.Arrays;

/** The patients scenarios are written about. */
public enum PatientPersona {
  /** Known of INSi, nothing special. */
  ORDINARY(0, "ordinaire"),
  /** Born in Ajaccio, three first names, known of INSi. */
  AJACCIO(1, "ajaccio-trois-prenoms"),
  /** INSi does not know her. */
  UNKNOWN(2, "inconnue-insi"),
  /** INSi has two people of these first names: the birth place alone tells them apart. */
  TWO_CANDIDATES(3, "deux-candidats"),
  /** INSi's list begins with the second first name of the document (insi.md 3, M2). */
  SECOND_FIRST_NAME(4, "deuxieme-prenom"),
  /** Born in Haute-Corse: a letter in the matricule. */
  CORSICA(5, "corse-2b"),
  /** Birth date out of the calendar. */
  LUNAR_DATE(6, "date-lunaire"),
  /** Born abroad: COG code 99xxx. */
  BORN_ABROAD(7, "nee-etranger"),
  /** Has a twin: same name, date and place. */
  TWINS(8, "jumeaux"),
  /** Somebody else has the same name, first name, sex and date; the other first names differ. */
  HOMONYM(9, "homonyme"),
  /** Composed birth name and first name, with hyphen and spaces. */
  COMPOSED_NAME(10, "nom-compose"),
  /** Apostrophes in the birth name. */
  APOSTROPHE(11, "apostrophe"),
  /** Bore two other matricules before. */
  HISTORY(12, "historique"),
  /** Her matricule is a NIA. */
  NIA(13, "nia"),
  /** INSi answers a birth date whose month and day are 00: to be refused (insi.md 5.4). */
  DATE_00(14, "date-00"),
  /** INSi answers without first names: to be refused (insi.md 5.9, INS/va1.31). */
  EMPTY_TRAITS(15, "traits-vides"),
  /** INSi answers without birth name: to be refused. */
  EMPTY_NAME(16, "nom-vide"),
  /** INSi answers without sex: to be refused. */
  EMPTY_SEX(17, "sexe-vide"),
  /** A child, whom legal representatives stand for. */
  MINOR(18, "mineur");

  /** Numbers kept for the names of one sequence; it never changes, or everybody's name would. */
  static final int NAMES = 18;

  private final int rank;
  private final String personaName;

  PatientPersona(int rank, String personaName) {
    this.rank = rank;
    this.personaName = personaName;
  }

  /** Place of the persona among all: identities depend on it, so it never changes. */
  int rank() {
    return rank;
  }

  /** Whether the name of the persona speaks of a woman. */
  boolean woman() {
    return this == AJACCIO || this == UNKNOWN || this == BORN_ABROAD;
  }

  /** Name for people: French, kebab case. */
  public String personaName() {
    return personaName;
  }

  /**
   * The persona of a name.
   *
   * @throws IllegalArgumentException in French, naming those there are
   */
  public static PatientPersona named(String name) {
    return Arrays.stream(values())
        .filter(persona -> persona.personaName.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Persona de patient « "
                        + name
                        + " » inconnu ; il y a : "
                        + String.join(
                            ", ", Arrays.stream(values()).map(PatientPersona::personaName).toList())
                        + "."));
  }
}
