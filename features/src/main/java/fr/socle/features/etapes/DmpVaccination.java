package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.features.run.Software;

/** The vaccination that the scenarios note: no product of this name exists. */
final class DmpVaccination {
  static final String LABEL = "VACCIN FICTIF SOCLE, suspension injectable";
  static final String LOT = "LOTSOCLE42";

  private DmpVaccination() {}

  static ObjectNode input() {
    return Software.input().put("libelle", LABEL).put("lot", LOT).put("rang", "2");
  }
}
