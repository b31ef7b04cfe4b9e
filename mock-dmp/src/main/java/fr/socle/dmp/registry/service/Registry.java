package fr.socle.dmp.registry.service;

import fr.socle.dmp.service.DmpRefusal;
import fr.socle.dmp.service.DmpService;
import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.Submission;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The registry and the repository of the DMP of one space. What it acknowledges is committed, with
 * the trace of who asked for it. Safe for use by several threads.
 */
public final class Registry {
  private final RegistryStore store;
  private final RegistrySettings settings;
  private final Feeding feeding;
  private final MetadataUpdates updates;
  private final StoredQueries queries;
  private final Retrieval retrieval;
  private final Room room;

  /**
   * The documents of a space.
   *
   * @param service records and authorisations
   * @param store documents
   * @param settings how it behaves
   * @param repositoryId OID of the repository
   * @param clock wall clock
   */
  public Registry(
      DmpService service,
      RegistryStore store,
      RegistrySettings settings,
      String repositoryId,
      Clock clock) {
    this.room = new Room(service, store, settings, repositoryId, clock);
    this.store = store;
    this.settings = settings;
    this.feeding = new Feeding(room);
    this.updates = new MetadataUpdates(room);
    this.queries = new StoredQueries(room);
    this.retrieval = new Retrieval(room);
  }

  /** Whether a refusal goes into a SOAP fault: dmp.md 1.10, 1.11 (S:DEH call them faults). */
  public boolean refusesByFault(DmpRefusal refusal) {
    return settings.byFault()
        && (refusal.code().equals(DmpRefusal.OTHER_PATIENT)
            || refusal.code().equals(RegistryError.UNIQUE_ID));
  }

  /** TD2.1, TD2.2: takes in all of a submission, or nothing. */
  public Outcome submit(Provided provided, Access access) {
    return feeding.submit(provided, access);
  }

  /** TD3.3: changes all that is asked, or nothing. */
  public Outcome update(Submission submission, Access access) {
    return updates.update(submission, access);
  }

  /** Whether a document may be hidden from professionals and from the patient: dmp.md 3.4. */
  public boolean mayBeHiddenFromBoth() {
    return settings.bothHidden();
  }

  /** Whether the document of a {@code lid} is hidden from professionals. */
  public boolean isMasked(String lid) {
    try {
      return store.inTransaction(
          session -> session.current(lid).filter(StoredEntry::masked).isPresent());
    } catch (RefusedException e) {
      throw new IllegalStateException("nothing is refused to who reads", e);
    }
  }

  /** The present metadata of the documents a change is about, by {@code lid}. */
  public Map<String, DocumentEntry> former(Submission change) {
    Set<String> wanted =
        change.documents().stream().map(DocumentEntry::logicalId).collect(Collectors.toSet());
    Map<String, DocumentEntry> found = new HashMap<>();
    try {
      store.inTransaction(
          session -> {
            for (String lid : wanted) {
              session.current(lid).ifPresent(each -> found.put(lid, each.entry()));
            }
            return found.size();
          });
    } catch (RefusedException e) {
      throw new IllegalStateException("nothing is refused to who reads", e);
    }
    return found;
  }

  /** TD3.1. */
  public SearchResult find(AdhocQuery query, Access access) {
    return queries.find(query, access);
  }

  /** TD3.2: what is found is given, even when not all is. */
  public Retrieved retrieve(List<Retrieved.Wanted> wanted, Access access) {
    return retrieval.retrieve(wanted, access);
  }

  /**
   * What the control API does with these documents.
   *
   * @param codes value sets of what is arranged
   */
  public RegistryDesk desk(ValueSets codes) {
    return new RegistryDesk(room, codes);
  }

  /** Makes every document older. */
  public void age(Duration by) {
    store.age(by);
  }

  /** Forgets everything. */
  public void clear() {
    store.clear();
  }
}
