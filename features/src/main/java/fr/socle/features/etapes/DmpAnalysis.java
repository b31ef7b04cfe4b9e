package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.features.run.Software;
import java.util.List;

/**
 * A result of a laboratory report.
 *
 * @param code LOINC code
 * @param label what it measures
 * @param value the figure
 * @param unit its UCUM unit
 * @param reference usual values
 */
record DmpAnalysis(String code, String label, String value, String unit, String reference) {
  /** LOINC, in documents and metadata. */
  static final String LOINC = "2.16.840.1.113883.6.1";

  /** Two everyday results. */
  static List<DmpAnalysis> all() {
    return List.of(
        new DmpAnalysis("718-7", "Hémoglobine", "13.5", "g/dL", "12 à 16"),
        new DmpAnalysis("2345-7", "Glycémie", "0.95", "g/L", "0.70 à 1.10"));
  }

  ObjectNode asInput() {
    return Software.input()
        .put("code", code)
        .put("libelle", label)
        .put("valeur", value)
        .put("unite", unit)
        .put("reference", reference);
  }
}
