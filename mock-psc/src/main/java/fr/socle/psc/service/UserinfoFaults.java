package fr.socle.psc.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes professional data as the faults armed ask (psc.md 6, item 2). */
final class UserinfoFaults {
  private static final String PROFESSIONAL = "SubjectRefPro";

  private UserinfoFaults() {}

  static void spoil(Map<String, Object> members, FaultPlan faults) {
    if (faults.strikes(PscFault.USERINFO_MEMBRES_INCONNUS)) {
      members.put("membreDeDemain", Map.of("version", 2, "valeurs", List.of("a", "b")));
      members.put("autreMembreDeDemain", true);
    }
    if (members.containsKey("otherIds") && faults.strikes(PscFault.USERINFO_OTHERIDS)) {
      members.put("otherIDs", members.remove("otherIds")); // psc.md 3.4: both were seen (S)
    }
    if (!(members.get(PROFESSIONAL) instanceof Map<?, ?> professional)) {
      return;
    }
    if (faults.strikes(PscFault.USERINFO_SANS_REFPRO)) {
      members.remove(PROFESSIONAL);
    } else if (faults.strikes(PscFault.USERINFO_SANS_EXERCICE)) {
      members.put(PROFESSIONAL, with(professional, "exercices", List.of()));
    } else if (faults.strikes(PscFault.USERINFO_SANS_ACTIVITE)) {
      members.put(PROFESSIONAL, with(professional, "exercices", withoutActivity(professional)));
    }
  }

  private static List<Object> withoutActivity(Map<?, ?> professional) {
    List<Object> exercises = new ArrayList<>();
    if (professional.get("exercices") instanceof List<?> all) {
      for (Object one : all) {
        exercises.add(
            one instanceof Map<?, ?> exercise ? with(exercise, "activities", List.of()) : one);
      }
    }
    return exercises;
  }

  private static Map<String, Object> with(Map<?, ?> members, String name, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>();
    members.forEach((key, old) -> changed.put(String.valueOf(key), old));
    changed.put(name, value);
    return changed;
  }
}
