package fr.socle.mss.directory.service;

import fr.socle.bench.world.ProfessionLabels;
import java.util.Map;

/**
 * Labels of the codes that the world uses; a code without label has none. Those of professions are
 * of the ground floor, the others (K).
 */
public final class Labels {
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
    return ProfessionLabels.of(code);
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
