package fr.socle.mss.directory.service;

import java.util.Map;

/**
 * Labels of the codes that the world uses; a code without label has none. Professions are those of
 * mssante.md 3.1 (S), the others (K).
 */
public final class Labels {
  private static final Map<String, String> PROFESSIONS =
      Map.ofEntries(
          Map.entry("10", "Médecin"),
          Map.entry("21", "Pharmacien"),
          Map.entry("26", "Audioprothésiste"),
          Map.entry("28", "Opticien-Lunetier"),
          Map.entry("40", "Chirurgien-Dentiste"),
          Map.entry("50", "Sage-Femme"),
          Map.entry("60", "Infirmier"),
          Map.entry("70", "Masseur-Kinésithérapeute"),
          Map.entry("80", "Pédicure-Podologue"),
          Map.entry("86", "Technicien de laboratoire médical"),
          Map.entry("91", "Orthophoniste"),
          Map.entry("92", "Orthoptiste"),
          Map.entry("94", "Ergothérapeute"),
          Map.entry("95", "Diététicien"),
          Map.entry("96", "Psychomotricien"),
          Map.entry("98", "Manipulateur ERM"));
  private static final Map<String, String> CATEGORIES =
      Map.of("C", "Civil", "M", "Militaire", "E", "Étudiant");
  private static final Map<String, String> KNOW_HOWS =
      Map.of("SM26", "Qualifié en Médecine Générale", "SM54", "Médecine générale");
  private static final Map<String, String> MODES =
      Map.of("L", "Libéral, indépendant, artisan, commerçant", "S", "Salarié", "B", "Bénévole");
  private static final Map<String, String> CIVILITIES =
      Map.of("M", "Monsieur", "MME", "Madame", "DR", "Docteur");
  private static final Map<Character, String> STRUCTURE_TYPES =
      Map.of('1', "FINESS", '2', "SIREN", '3', "SIRET", '4', "RPPS-RANG");

  private Labels() {}

  /** Of a profession. */
  public static String profession(String code) {
    return PROFESSIONS.getOrDefault(code, "");
  }

  /** Of a category of professionals. */
  public static String category(String code) {
    return CATEGORIES.getOrDefault(code, "");
  }

  /** Of a know-how. */
  public static String knowHow(String code) {
    return KNOW_HOWS.getOrDefault(code, "");
  }

  /** Of a way to exercise. */
  public static String mode(String code) {
    return MODES.getOrDefault(code, "");
  }

  /** Of a civility. */
  public static String civility(String code) {
    return CIVILITIES.getOrDefault(code, "");
  }

  /** Type of the national identifier of a structure, empty when it has none. */
  public static String structureType(String nationalId) {
    return nationalId.isEmpty() ? "" : STRUCTURE_TYPES.getOrDefault(nationalId.charAt(0), "");
  }
}
