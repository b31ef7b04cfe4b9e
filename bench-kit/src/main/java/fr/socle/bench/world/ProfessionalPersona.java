package fr.socle.bench.world;

import java.util.Arrays;

/** The professionals of psc.md section 5: a role in tests, and a fixed identifier for each. */
public enum ProfessionalPersona {
  /** Doctor, self-employed and at a hospital. */
  DOCTOR_TWO_ACTIVITIES("medecin-deux-activites", "899990000012"),
  /** Doctor, one activity. */
  DOCTOR("medecin", "899990000020"),
  /** Pharmacist, with a section. */
  PHARMACIST("pharmacien", "899990000038"),
  /** Nurse, employee only. */
  NURSE("infirmiere", "899990000046"),
  /** Dentist whose list of activities is empty. */
  DENTIST_WITHOUT_ACTIVITY("dentiste-sans-activite", "899990000053"),
  /** Doctor whose list of exercises is empty. */
  DOCTOR_WITHOUT_EXERCISE("medecin-sans-exercice", "899990000061"),
  /** Doctor and pharmacist, an activity in each. */
  TWO_EXERCISES("deux-exercices", "899990000079"),
  /** Revoked: introspection does not know him. */
  REVOKED("revoque", "899990000087"),
  /** Locked e-CPS: always times out. */
  LOCKED_CARD("ecps-bloquee", "899990000095"),
  /** Person without professional data: short userinfo. */
  WITHOUT_RECORD("sans-donnees", "899990000103"),
  /** Identifier issued by a structure; it holds a slash. */
  STRUCTURE_ID("id-structure", "599999999900017/CPAT00001"),
  /** Identity made with the test editor EDIT. */
  EDIT("edit", "ANS20260101000001");

  private final String personaName;
  private final String presetId;

  ProfessionalPersona(String personaName, String presetId) {
    this.personaName = personaName;
    this.presetId = presetId;
  }

  /** Name for people: French, kebab case. */
  public String personaName() {
    return personaName;
  }

  /** National identifier of the preset. */
  public NationalId presetId() {
    return new NationalId(presetId);
  }

  /**
   * The persona of a name.
   *
   * @throws IllegalArgumentException in French, naming those there are
   */
  public static ProfessionalPersona named(String name) {
    return Arrays.stream(values())
        .filter(persona -> persona.personaName.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Persona de professionnel « "
                        + name
                        + " » inconnu ; il y a : "
                        + String.join(
                            ", ",
                            Arrays.stream(values()).map(ProfessionalPersona::personaName).toList())
                        + "."));
  }
}
