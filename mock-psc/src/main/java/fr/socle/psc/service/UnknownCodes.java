package fr.socle.psc.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes professional data with codes of no nomenclature, as a new edition could (psc.md 6, 2). */
final class UnknownCodes {
  private static final Map<String, String> UNKNOWN =
      Map.of(
          "codeProfession", "ZZ",
          "codeTypeSavoirFaire", "Z",
          "codeSavoirFaire", "ZZ999",
          "codeModeExercice", "Z",
          "codeSecteurDactivite", "SAZZ");

  private UnknownCodes() {}

  /** Changes the codes of userinfo when the fault is armed. */
  static void write(Map<String, Object> members, FaultPlan faults) {
    if (faults.strikes(PscFault.USERINFO_CODES_INCONNUS)) {
      members.replaceAll(UnknownCodes::changed);
    }
  }

  private static Object changed(String name, Object value) {
    if (value instanceof Map<?, ?> object) {
      Map<String, Object> copied = new LinkedHashMap<>();
      object.forEach(
          (inner, old) -> copied.put(String.valueOf(inner), changed(String.valueOf(inner), old)));
      return copied;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(item -> changed("", item)).toList();
    }
    String unknown = UNKNOWN.get(name);
    return unknown == null ? value : unknown;
  }
}
