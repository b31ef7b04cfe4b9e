package fr.socle.mss.directory.protocol.fhir;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** Names of code systems, identifiers and extensions of the directory: mssante.md 3.2, 6.6 (S). */
final class Terms {
  static final String NATIONAL_PERSON = "urn:oid:1.2.250.1.71.4.2.1";
  static final String NATIONAL_STRUCTURE = "urn:oid:1.2.250.1.71.4.2.2";
  static final String RPPS = "https://rpps.esante.gouv.fr";
  static final String FINESS = "https://finess.esante.gouv.fr";
  static final String SIRENE = "https://sirene.fr";
  static final String IDENTIFIER_TYPES =
      "https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203";
  static final String MESSAGING_TYPE =
      "https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-contact-point-email-type";
  static final String MESSAGING_TYPES = nos("TRE_R256-TypeMessagerie");
  static final String MAILBOX_TYPES = nos("TRE_R257-TypeBAL");
  static final String PROFESSIONS = nos("TRE_G15-ProfessionSante");
  static final String CATEGORIES = nos("TRE_R09-CategorieProfessionnelle");
  static final String SPECIALITIES = nos("TRE_R38-SpecialiteOrdinale");
  static final String SECTORS = nos("TRE_R02-SecteurActivite");
  static final String MODES = nos("TRE_R23-ModeExercice");
  static final String GENRES = nos("TRE_R22-GenreActivite");

  private static final String OWN = "https://interop.esante.gouv.fr/ig/fhir/annuaire/";
  static final String MAILBOX = OWN + "StructureDefinition/as-ext-mailbox-mss-metadata";
  static final String TRACE = OWN + "StructureDefinition/as-ext-data-trace";
  static final String LICENCE = OWN + "StructureDefinition/as-ext-organization-pharmacy-licence";

  private Terms() {}

  // mssante.md 1.2, 6.6 (S) show the pattern for R256 and R257; the others follow it (K).
  private static String nos(String table) {
    return "https://mos.esante.gouv.fr/NOS/" + table + "/FHIR/" + table.replace('_', '-');
  }

  static String profile(String name) {
    return OWN + "StructureDefinition/as-dp-" + name;
  }

  static CodeableConcept concept(String system, String code) {
    return new CodeableConcept(new Coding().setSystem(system).setCode(code));
  }
}
