package fr.socle.bench.world;

import fr.socle.bench.store.Store;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private static final int BATCH = 5_000;
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
   * Opens the population of a seed, completing its index if need be: about a minute for a million
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

  private void complete() {
    long from =
        store
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .select("select households from world.population where seed = ?", seed)
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(0L));
    for (long first = from; first < households; first += BATCH) {
      long start = first;
      long end = Math.min(first + BATCH, households);
      store.jdbi().useTransaction(handle -> index(handle, start, end));
    }
  }

  /** Both tables and the count together: a start that is cut goes on where it stopped. */
  private void index(Handle handle, long from, long to) {
    try (PreparedBatch traits =
            handle.prepareBatch(
                "insert into world.trait (seed, trait_key, household) values (?, ?, ?)");
        PreparedBatch matricules =
            handle.prepareBatch(
                "insert into world.matricule (seed, number, household) values (?, ?, ?)")) {
      for (long household = from; household < to; household++) {
        Set<String> keys = new LinkedHashSet<>();
        for (Patient person : people.household(household)) {
          keys.addAll(MemoryWorldStore.traitKeys(person));
          Optional<String> number = MemoryWorldStore.activeMatricule(person);
          if (number.isPresent()) {
            matricules.add(seed, number.get(), household);
          }
        }
        for (String key : keys) {
          traits.add(seed, key, household);
        }
      }
      traits.execute();
      matricules.execute();
    }
    handle.execute("delete from world.population where seed = ?", seed);
    handle.execute("insert into world.population (seed, households) values (?, ?)", seed, to);
  }

  /** Candidates of a search, in the order of their households. */
  List<Patient> find(TraitQuery query, int limit) {
    String key = query.indexKey();
    return store
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .select(
                        "select household from world.trait where seed = ? and trait_key = ?"
                            + " and household < ? order by household limit ?",
                        seed,
                        key,
                        households,
                        limit)
                    .mapTo(Long.class)
                    .list())
        .stream()
        .flatMap(household -> people.household(household).stream())
        .filter(person -> MemoryWorldStore.traitKeys(person).contains(key))
        .limit(limit)
        .toList();
  }

  /** The person who bears a matricule. */
  Optional<Patient> patientByMatricule(String number) {
    return store
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .select(
                        "select household from world.matricule where seed = ? and number = ?"
                            + " and household < ?",
                        seed,
                        number,
                        households)
                    .mapTo(Long.class)
                    .findOne())
        .flatMap(
            household ->
                people.household(household).stream()
                    .filter(
                        person ->
                            MemoryWorldStore.activeMatricule(person)
                                .filter(number::equals)
                                .isPresent())
                    .findFirst());
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
