package fr.socle.bench.world;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Labels of the codes of professions (G15), those of mssante.md 3.1 (S). */
public final class ProfessionLabels {
  private static final Map<String, String> LABELS =
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

  private ProfessionLabels() {}

  /** Label of a code; empty when it has none. */
  public static String of(String code) {
    return LABELS.getOrDefault(code, "");
  }

  /** Code of a label, whatever its case, accents and hyphens. */
  public static Optional<String> codeOf(String label) {
    String asked = bare(label);
    return LABELS.entrySet().stream()
        .filter(entry -> bare(entry.getValue()).equals(asked))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static String bare(String label) {
    return Normalizer.normalize(label, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[\\s-]+", " ")
        .strip()
        .toUpperCase(Locale.ROOT);
  }
}
