package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.features.run.Software;
import java.util.List;

/** To whom a document is hidden: codes of the DMP (dmp.md 3.4) and words of the driver contract. */
final class DmpVisibility {
  static final String PROFESSIONALS = "MASQUE_PS";
  static final String PATIENT = "INVISIBLE_PATIENT";
  static final String REPRESENTATIVES = "INVISIBLE_REPRESENTANTS_LEGAUX";

  private DmpVisibility() {}

  /** The codes among these that hide something. */
  static List<String> hiding(List<String> codes) {
    return codes.stream()
        .filter(List.of(PROFESSIONALS, PATIENT, REPRESENTATIVES)::contains)
        .sorted()
        .toList();
  }

  /** What the user asks for. */
  static ObjectNode asInput(List<String> hidden) {
    ObjectNode input = Software.input();
    input
        .putObject("visibilite")
        .put("professionnels", hidden.contains(PROFESSIONALS))
        .put("patient", hidden.contains(PATIENT))
        .put("representants", hidden.contains(REPRESENTATIVES));
    return input;
  }
}
