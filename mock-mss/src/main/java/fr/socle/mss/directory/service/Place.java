package fr.socle.mss.directory.service;

import fr.socle.bench.world.Structure;
import java.util.List;

/**
 * A structure in the directory.
 *
 * @param id technical identifier in the directory
 * @param structure the structure
 * @param legal whether it is a legal entity, not a place
 * @param partOf technical identifier of its legal entity, empty when none is known
 * @param sector code of the sector, such as {@code SA07}; empty when none is known
 * @param mailboxes its mailboxes
 */
public record Place(
    String id,
    Structure structure,
    boolean legal,
    String partOf,
    String sector,
    List<DirectoryMailbox> mailboxes) {

  /** Copies the mailboxes. */
  public Place {
    mailboxes = List.copyOf(mailboxes);
  }

  /**
   * National identifier of the structure: a type, then FINESS or SIRET (mssante.md 3.2 (S)); a
   * practice without either has the one of psc.md 3.4. Empty when there is none.
   */
  public String nationalId() {
    if (!structure.finess().isEmpty()) {
      return "1" + structure.finess();
    }
    return structure.siret().isEmpty() ? structure.formerId() : "3" + structure.siret();
  }

  /** Whether it is a pharmacy: sector SA33. */
  public boolean isPharmacy() {
    return "SA33".equals(sector);
  }

  /** Whether it is a hospital or the like: those have activities and heavy equipment. */
  public boolean isEstablishment() {
    return !legal && !structure.finess().isEmpty();
  }
}
