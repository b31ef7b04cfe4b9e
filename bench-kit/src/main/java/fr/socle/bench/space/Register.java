package fr.socle.bench.space;

import fr.socle.bench.store.Store;
import fr.socle.bench.world.InsOidPolicy;
import fr.socle.bench.world.PopulationIndex;
import java.util.List;

/**
 * Remembers the spaces of a bench and what the control API acknowledged in them (persons,
 * structures, registrations), so that a bench with kept data opens them again. Faults, stubs,
 * windows and announced logins belong to a scenario and end with the process. Safe for use by
 * several threads.
 */
public final class Register {
  private static final String SCRIPTS = "fr/socle/bench/space/sql";

  private final Store store;
  private final KeptJson json = new KeptJson();
  private boolean populated;

  /** The register of a store; makes its schema. */
  public Register(Store store) {
    this.store = store;
    store.migrate("spaces", SCRIPTS, List.of("V1__spaces.sql"));
  }

  /**
   * The population of a seed, made on first use and kept.
   *
   * @param count how many people at least
   */
  synchronized PopulationIndex population(long seed, InsOidPolicy oids, long count) {
    if (!populated) {
      PopulationIndex.migrate(store);
      populated = true;
    }
    return PopulationIndex.open(store, seed, oids, count);
  }

  /** The spaces to open again, in the order they were created. */
  public List<Opening> openings() {
    return store
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .select("select document from spaces.opening order by place")
                    .mapTo(byte[].class)
                    .map(document -> json.read(document, Opening.class))
                    .list());
  }

  /** The page of one space, to be read before the space is opened and written while it is. */
  public Folio folio(String spaceId) {
    return new Folio(store, spaceId);
  }

  /** Writes a space that has opened; a known one is written anew. */
  public void write(Opening opening) {
    store
        .jdbi()
        .useTransaction(
            handle -> {
              byte[] document = json.bytes(opening);
              int known =
                  handle.execute(
                      "update spaces.opening set document = ? where space_id = ?",
                      document,
                      opening.id());
              if (known == 0) {
                long place =
                    handle
                        .select("select coalesce(max(place), 0) + 1 from spaces.opening")
                        .mapTo(Long.class)
                        .one();
                handle.execute(
                    "insert into spaces.opening (space_id, place, upcoming_person, document)"
                        + " values (?, ?, 0, ?)",
                    opening.id(),
                    place,
                    document);
              }
            });
  }

  /** Forgets a space that was deleted. */
  public void forget(String spaceId) {
    store
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute("delete from spaces.entry where space_id = ?", spaceId);
              handle.execute("delete from spaces.opening where space_id = ?", spaceId);
            });
  }
}
