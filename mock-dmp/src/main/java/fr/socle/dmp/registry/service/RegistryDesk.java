package fr.socle.dmp.registry.service;

import fr.socle.dmp.service.DmpCaller;
import fr.socle.dmp.service.PatientId;
import fr.socle.documents.codes.Coded;
import fr.socle.documents.codes.ValueSets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a space for who runs the bench: what others did before a scenario, and what
 * everybody sees. No right is looked at. Safe for use by several threads.
 */
public final class RegistryDesk {
  private final Arrangement arrangement;
  private final RecordView view;

  RegistryDesk(Room room, ValueSets codes) {
    this.arrangement = new Arrangement(room, codes);
    this.view = new RecordView(room);
  }

  /**
   * Puts a document in a DMP, whoever may: what others did before a scenario.
   *
   * @param bytes its bytes; null for a CDA that holds the text
   * @param text text of that CDA
   * @throws RefusedException when its identifier is taken, or what it replaces is not there
   */
  public void arrange(
      ArrangedDocument document, byte @Nullable [] bytes, String text, Availability status)
      throws RefusedException {
    arrangement.put(document, bytes, text, status);
  }

  /**
   * Changes a document of a DMP, whoever may.
   *
   * @param visibility what it is hidden from; null to leave it
   * @param status status; null to leave it
   * @throws RefusedException when it is not in this DMP
   */
  public void rearrange(
      String ins, String uniqueId, @Nullable List<Coded> visibility, @Nullable Availability status)
      throws RefusedException {
    arrangement.change(ins, uniqueId, visibility, status);
  }

  /** An identifier of a document that never served. */
  public static String newOid() {
    return Arrangement.newOid();
  }

  /** All the documents of a DMP, as nobody sees it, oldest first. */
  public List<KeptDocument> documents(String ins) throws RefusedException {
    return view.all(ins);
  }

  /**
   * The documents that a profession has in its lists, authorised and no author.
   *
   * @param code code of G15, such as {@code 60}
   */
  public List<KeptDocument> ofProfession(String ins, String code) throws RefusedException {
    return view.ofProfession(ins, code);
  }

  /** The documents that a professional has in his list. */
  public Listed listed(PatientId patient, DmpCaller caller) throws RefusedException {
    return view.of(patient, caller);
  }
}
