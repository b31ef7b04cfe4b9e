package fr.socle.dmp.registry.protocol;

import fr.socle.dmp.protocol.DmpOperation;
import fr.socle.dmp.registry.service.Registry;
import java.util.List;

/** The operations of the DMP that are about documents. */
public final class DocumentOperations {
  /** Feeding. */
  public static final String FEEDING = FeedingOperation.TD2_1;

  /** Feeding by an employee, for a professional. */
  public static final String FEEDING_FOR = FeedingOperation.TD2_2;

  /** Search of metadata. */
  public static final String SEARCH = SearchOperation.TD3_1A;

  /** Search by reference. */
  public static final String REFERENCE = SearchOperation.TD3_1B;

  /** Retrieval. */
  public static final String RETRIEVAL = RetrievalOperation.TD3_2;

  /** Masking to professionals, and the reverse. */
  public static final String MASKING = UpdateOperation.TD3_3A;

  /** Showing to the patient or to legal representatives, and the reverse. */
  public static final String SHOWING = UpdateOperation.TD3_3B;

  /** Deletion. */
  public static final String DELETION = UpdateOperation.TD3_3C;

  /** Archiving and the reverse. */
  public static final String ARCHIVING = UpdateOperation.TD3_3D;

  private DocumentOperations() {}

  /** All of them, on the documents of one space. */
  public static List<DmpOperation> of(Registry registry) {
    return List.of(
        new FeedingOperation(registry),
        new RetrievalOperation(registry),
        new SearchOperation(registry),
        new UpdateOperation(registry));
  }
}
