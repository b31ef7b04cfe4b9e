package fr.socle.bench.world;

import fr.socle.bench.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * A generated population that nobody holds in memory: a store knows by which traits and under which
 * matricule each household is found, and the household is written again from its number when it is.
 * Read only, safe for use by several threads; spaces of one seed share one index.
 *
 * <p>The index is made once, and goes on growing when more people are asked later: a store in files
 * or in PostgreSQL opens again at once.
 */
public final class PopulationIndex {
  private static final String SCRIPTS = "fr/socle/bench/world/sql";
  private static final int BATCH = 10_000;
  private static final int HOUSEHOLD_BITS = 24;

  /** What a search asks: the plan of this query is the plan of a search. */
  public static final String QUERY =
      "select entry from world.clue where entry between ? and ? order by entry";

  // Two households of fifty are of two persons: twins, then homonyms.
  private static final int CYCLE = 50;

  private final Store store;
  private final long seed;
  private final Population people;
  private final long households;

  private PopulationIndex(Store store, long seed, InsOidPolicy oids, long households) {
    this.store = store;
    this.seed = seed;
    this.people = new Population(seed, oids);
    this.households = households;
  }

  /** Makes the tables of a store. */
  public static void migrate(Store store) {
    store.migrate("world", SCRIPTS, List.of("V1__population.sql"));
  }

  /**
   * Opens the population of a seed, completing its index if need be: some seconds for a million
   * people, the first time only.
   *
   * @param store where the index is; {@link #migrate} made its tables
   * @param seed of the people
   * @param oids which OID the answers of INSi bear
   * @param count how many people there are at least: the last household is whole
   */
  public static PopulationIndex open(Store store, long seed, InsOidPolicy oids, long count) {
    PopulationIndex index = new PopulationIndex(store, seed, oids, householdsOf(count));
    index.complete();
    return index;
  }

  private static long householdsOf(long count) {
    long households = count / (CYCLE + 2) * CYCLE;
    while (persons(households) < count) {
      households++;
    }
    return households;
  }

  private static long persons(long households) {
    long rest = households % CYCLE;
    return households + households / CYCLE * 2 + (rest > 7 ? 1 : 0) + (rest > 17 ? 1 : 0);
  }

  /** All at once: a start that is cut leaves nothing behind. */
  private void complete() {
    store
        .jdbi()
        .useTransaction(
            handle -> {
              long from =
                  handle
                      .select("select households from world.population where seed = ?", seed)
                      .mapTo(Long.class)
                      .findOne()
                      .orElse(0L);
              if (from >= households) {
                return;
              }
              insert(handle, clues(from));
              handle.execute("delete from world.population where seed = ?", seed);
              handle.execute(
                  "insert into world.population (seed, households) values (?, ?)",
                  seed,
                  households);
            });
  }

  /** The clues of all households from one on, in order: an index filled at random is far slower. */
  private long[] clues(long from) {
    return LongStream.range(from, households)
        .flatMap(
            household ->
                people.household(household).stream()
                    .flatMap(PopulationIndex::clues)
                    .mapToLong(clue -> first(clue) | household))
        .sorted()
        .distinct()
        .toArray();
  }

  private static Stream<String> clues(Patient person) {
    return Stream.concat(
        MemoryWorldStore.traitKeys(person).stream(),
        MemoryWorldStore.activeMatricule(person).stream());
  }

  private static void insert(Handle handle, long[] clues) {
    for (int start = 0; start < clues.length; start += BATCH) {
      try (PreparedBatch batch = handle.prepareBatch("insert into world.clue (entry) values (?)")) {
        for (int i = start; i < Math.min(start + BATCH, clues.length); i++) {
          batch.add(clues[i]);
        }
        batch.execute();
      }
    }
  }

  /** The smallest entry of a clue. */
  private long first(String clue) {
    long hash = 0;
    for (int i = 0; i < clue.length(); i++) {
      hash = Mixing.mix(seed, hash, clue.charAt(i));
    }
    return hash << HOUSEHOLD_BITS;
  }

  /** People found by a clue, in the order of their households. */
  private Stream<Patient> found(String clue) {
    long first = first(clue);
    return store
        .jdbi()
        .withHandle(
            handle -> handle.select(QUERY, first, first + households - 1).mapTo(Long.class).list())
        .stream()
        .flatMap(entry -> people.household(entry - first).stream())
        // Two clues may have one hash
        .filter(person -> clues(person).anyMatch(clue::equals));
  }

  /** Candidates of a search, in the order of their households. */
  List<Patient> find(TraitQuery query, int limit) {
    return households == 0 ? List.of() : found(query.indexKey()).limit(limit).toList();
  }

  /** The person who bears a matricule. */
  Optional<Patient> patientByMatricule(String number) {
    return households == 0 ? Optional.empty() : found(number).findFirst();
  }

  /** A person by her id. */
  Optional<Patient> patient(String id) {
    long household = Population.householdOf(id);
    return household < 0 || household >= households
        ? Optional.empty()
        : people.household(household).stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** People in the order of their ids, from a household on; written as they are read. */
  Stream<Patient> from(long household) {
    return LongStream.range(Math.min(household, households), households)
        .boxed()
        .flatMap(one -> people.household(one).stream());
  }

  /** How many people there are. */
  long count() {
    return persons(households);
  }
}
