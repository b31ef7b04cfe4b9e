package fr.socle.bench.space;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.store.Store;
import fr.socle.bench.world.Patient;
import fr.socle.bench.world.Professional;
import fr.socle.bench.world.Structure;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * What the control API acknowledged in one space, in order. Each call is one transaction, committed
 * when it returns. Calls that write come from one thread at a time.
 */
public final class Folio {
  private final Store store;
  private final String spaceId;
  private final KeptJson json = new KeptJson();

  Folio(Store store, String spaceId) {
    this.store = store;
    this.spaceId = spaceId;
  }

  /** What was acknowledged. */
  sealed interface Entry {}

  /**
   * A persona that was created.
   *
   * @param subject the patient of the scenario
   * @param companions those her story needs
   */
  record CreatedPatient(Patient subject, List<Patient> companions) implements Entry {}

  /** A professional that was created. */
  record CreatedProfessional(Professional professional) implements Entry {}

  /** A professional as he was changed. */
  record ChangedProfessional(Professional professional) implements Entry {}

  /** A structure that was created. */
  record CreatedStructure(Structure structure) implements Entry {}

  /**
   * An order a service carried out and asked to be told again.
   *
   * @param service its name
   * @param operation name of the operation
   * @param input what it was given, JSON
   */
  record Order(String service, String operation, JsonNode input) implements Entry {}

  private static final Map<String, Class<? extends Entry>> KINDS =
      Map.of(
          "patient", CreatedPatient.class,
          "professional", CreatedProfessional.class,
          "professional-change", ChangedProfessional.class,
          "structure", CreatedStructure.class,
          "order", Order.class);

  /** Number that the next generated person takes. */
  long upcomingPerson() {
    return store
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .select(
                        "select upcoming_person from spaces.opening where space_id = ?", spaceId)
                    .mapTo(Long.class)
                    .findOne()
                    .orElse(0L));
  }

  /** Everything kept, in order. */
  List<Entry> entries() {
    return store
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .select(
                        "select kind, document from spaces.entry where space_id = ? order by place",
                        spaceId)
                    .map((row, context) -> read(row.getString("kind"), row.getBytes("document")))
                    .list());
  }

  /** Adds an entry, and notes where the numbers of generated persons are. */
  void add(Entry entry, long upcomingPerson) {
    store
        .jdbi()
        .useTransaction(
            handle -> {
              insert(handle, entry);
              note(handle, upcomingPerson);
            });
  }

  /** Adds an entry that creates nobody. */
  void add(Entry entry) {
    store.jdbi().useTransaction(handle -> insert(handle, entry));
  }

  /** Forgets everything but the numbers already given. */
  void clear(long upcomingPerson) {
    store
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute("delete from spaces.entry where space_id = ?", spaceId);
              note(handle, upcomingPerson);
            });
  }

  private void insert(Handle handle, Entry entry) {
    long place =
        handle
            .select(
                "select coalesce(max(place), 0) + 1 from spaces.entry where space_id = ?", spaceId)
            .mapTo(Long.class)
            .one();
    handle.execute(
        "insert into spaces.entry (space_id, place, kind, document) values (?, ?, ?, ?)",
        spaceId,
        place,
        kind(entry),
        json.bytes(entry));
  }

  private void note(Handle handle, long upcomingPerson) {
    handle.execute(
        "update spaces.opening set upcoming_person = ? where space_id = ?",
        upcomingPerson,
        spaceId);
  }

  private static String kind(Entry entry) {
    return KINDS.entrySet().stream()
        .filter(kind -> kind.getValue().isInstance(entry))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  private Entry read(String kind, byte[] document) {
    Class<? extends Entry> type = KINDS.get(kind);
    if (type == null) {
      throw new IllegalStateException("no such kind of entry: " + kind);
    }
    return json.read(document, type);
  }
}
