package fr.socle.bench.world;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The people of one space: a store, and a generator that adds to it. May be called from any thread.
 */
public final class World {
  private static final int BATCH = 1_000;

  private final WorldStore store;
  private final WorldGenerator generator;

  /** A world on a store that may already hold people. */
  public World(WorldStore store, WorldGenerator generator) {
    this.store = store;
    this.generator = generator;
  }

  /** The people. */
  public WorldStore store() {
    return store;
  }

  /** Adds a fresh copy of a persona, with her companions. */
  public PersonaCast createPatient(PatientPersona persona) {
    PersonaCast cast = generator.cast(new PersonaRequest(persona, store.nextSequence()));
    store.addPatients(cast.all());
    return cast;
  }

  /** Adds a fresh professional. */
  public Professional createProfessional(ProfessionalPersona persona) {
    Professional professional = generator.professional(persona, store.nextSequence());
    store.addProfessional(professional);
    return professional;
  }

  /** Adds a fresh professional whose activities are all in one structure. */
  public Professional createProfessional(ProfessionalPersona persona, Structure structure) {
    Professional professional =
        generator.professional(persona, store.nextSequence()).workingAt(structure);
    store.addProfessional(professional);
    return professional;
  }

  /** Writes a fresh structure, which the store does not hold: structures are its professionals'. */
  public Structure newStructure(StructureKind kind, @Nullable String name) {
    return generator.structure(kind, store.nextSequence(), name);
  }

  /** Adds the professionals with fixed identifiers that are not there yet. */
  public void addProfessionalPresets() {
    WorldGenerator.professionalPresets().stream()
        .filter(preset -> store.professional(preset.nationalId().value()).isEmpty())
        .forEach(store::addProfessional);
  }

  /** Adds the published persons that are not there yet, as this world answers them. */
  public void addPublishedPersons(PublishedWorld world) {
    store.addPatients(
        PublishedPersons.read(world).stream()
            .filter(person -> store.patient(person.id()).isEmpty())
            .toList());
  }

  /** Adds people in number. The world must not hold any of this population yet. */
  public void populate(long count) {
    List<Patient> batch = new ArrayList<>(BATCH);
    for (Iterator<Patient> people = generator.population(count).iterator(); people.hasNext(); ) {
      batch.add(people.next());
      if (batch.size() == BATCH || !people.hasNext()) {
        store.addPatients(batch);
        batch.clear();
      }
    }
  }
}
