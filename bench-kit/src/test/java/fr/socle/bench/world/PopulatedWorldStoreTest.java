package fr.socle.bench.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PopulatedWorldStoreTest extends WorldStoreContract {
  private static final long SEED = 4;
  private static final int COUNT = 1_000;

  private final List<Store> stores = new ArrayList<>();
  private final WorldGenerator generator = new WorldGenerator(SEED);

  @AfterEach
  void closes() {
    stores.forEach(Store::close);
  }

  @Override
  WorldStore empty() {
    return populated(memory(), 0);
  }

  private Store memory() {
    return kept(Store.inMemory());
  }

  private Store kept(Store store) {
    stores.add(store);
    PopulationIndex.migrate(store);
    return store;
  }

  private static WorldStore populated(Store store, long count) {
    return new PopulatedWorldStore(
        new MemoryWorldStore(), PopulationIndex.open(store, SEED, InsOidPolicy.TEST, count));
  }

  private List<Patient> people() {
    return generator.population(COUNT).toList();
  }

  @Test
  void findsEveryoneAsAStoreThatHoldsThemAllDoes() {
    WorldStore store = populated(memory(), COUNT);
    World other = new World(new MemoryWorldStore(), generator);
    other.populate(COUNT);

    assertThat(store.patientCount()).isEqualTo(COUNT);
    assertThat(people())
        .allSatisfy(
            person -> {
              TraitQuery query = TraitQuery.of(person.traits());
              assertThat(store.find(query, 10))
                  .contains(person)
                  .isEqualTo(other.store().find(query, 10));
              assertThat(store.patient(person.id())).contains(person);
              if (person.ins() != null) {
                assertThat(store.patientByMatricule(person.ins().matricule().number()))
                    .contains(person);
              }
            });
  }

  @Test
  void knowsNobodyBeyondItsPopulation() {
    Store kept = memory();
    populated(kept, COUNT);
    WorldStore smaller = populated(kept, COUNT / 2);
    Patient last = people().get(COUNT - 1);

    assertThat(smaller.find(TraitQuery.of(last.traits()), 5)).isEmpty();
    assertThat(smaller.patient(last.id())).isEmpty();
    assertThat(smaller.patientByMatricule(last.ins().matricule().number())).isEmpty();
    assertThat(smaller.patient("population-x")).isEmpty();
  }

  @Test
  void opensAgainFromFilesAndGrows(@TempDir Path folder) {
    try (Store first = Store.inDirectory(folder)) {
      PopulationIndex.migrate(first);
      populated(first, COUNT / 2);
    }
    Store again = kept(Store.inDirectory(folder));
    Patient early = people().get(3);
    Patient late = people().get(COUNT - 1);

    assertThat(populated(again, COUNT / 2).find(TraitQuery.of(early.traits()), 5)).contains(early);
    assertThat(populated(again, COUNT).find(TraitQuery.of(late.traits()), 5)).contains(late);
  }

  @Test
  void aPersonOfThePopulationWhoChangesIsOneOfTheSpacesOwn() {
    WorldStore store = populated(memory(), COUNT);
    Patient before = people().get(5);
    Patient forgotten = before.withInsi(null);

    store.updatePatient(forgotten);

    assertThat(store.patient(before.id())).contains(forgotten);
    assertThat(store.find(TraitQuery.of(before.traits()), 5)).containsExactly(forgotten);
    assertThat(store.patientByMatricule(before.ins().matricule().number())).contains(forgotten);
    assertThat(store.patientCount()).isEqualTo(COUNT);

    store.clear();
    assertThat(store.patient(before.id())).contains(before);
  }

  @Test
  void refusesAnIdOrAMatriculeThatThePopulationBears() {
    WorldStore store = populated(memory(), COUNT);
    Patient someone = people().get(5);
    Patient thief = Patient.known("voleur", null, someone.traits(), someone.ins());

    assertThatThrownBy(() -> store.addPatients(List.of(someone)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("existe déjà");
    assertThatThrownBy(() -> store.addPatients(List.of(thief)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("déjà porté");
    assertThat(store.patientCount()).isEqualTo(COUNT);
  }

  @Test
  void pagesGoThroughOwnPeopleAndPopulationInTheOrderOfIds() {
    WorldStore store = populated(memory(), 200);
    World world = new World(store, generator);
    Patient own = world.createPatient(PatientPersona.ORDINARY).subject();
    Patient changed = people().get(20).withInsi(null);
    store.updatePatient(changed);

    List<Patient> all = new ArrayList<>();
    List<Patient> page = store.patients(null, 30);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = store.patients(all.get(all.size() - 1).id(), 30);
    }

    assertThat(all).contains(own, changed).hasSize(201);
    assertThat(all.stream().map(Patient::id)).isSorted().doesNotHaveDuplicates();
    assertThat(Stream.of(all.size())).containsExactly((int) store.patientCount());
  }
}
