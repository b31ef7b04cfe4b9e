package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.features.run.Software;
import java.util.List;

/**
 * A colleague a document is meant for; synthetic.
 *
 * @param nationalId PS_IdNat
 * @param familyName family name
 * @param givenName given name
 */
record DmpRecipient(String nationalId, String familyName, String givenName) {
  /** Two of them. */
  static List<DmpRecipient> all() {
    return List.of(
        new DmpRecipient("899900000712", "CONFRERE-TEST", "PAUL"),
        new DmpRecipient("899900000720", "CONSOEUR-TEST", "ANNE"));
  }

  ObjectNode asInput() {
    return Software.input()
        .put("identifiantNational", nationalId)
        .put("nom", familyName)
        .put("prenom", givenName);
  }
}
