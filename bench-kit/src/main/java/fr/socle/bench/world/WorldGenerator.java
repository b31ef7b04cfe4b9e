package fr.socle.bench.world;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes synthetic people. Everything depends on the seed and on the numbers given, nothing on what
 * was asked before: the same call gives the same people on every machine. Within one seed no two
 * matricules are alike, whatever mixture of population and personas is written.
 */
public final class WorldGenerator {
  private final PersonaGenerator personas;
  private final ProfessionalGenerator professionals;
  private final Population population;

  /** A generator whose NIR bear the OID of test. */
  public WorldGenerator(long seed) {
    this(seed, InsOidPolicy.TEST);
  }

  /** A generator whose NIR bear the OID chosen. */
  public WorldGenerator(long seed, InsOidPolicy oids) {
    this.personas = new PersonaGenerator(seed, oids);
    this.professionals = new ProfessionalGenerator(seed);
    this.population = new Population(seed, oids);
  }

  /**
   * A fresh copy of a persona.
   *
   * @throws IllegalArgumentException in French, when the sequence is past what can be told apart
   *     (some thousands for a persona bound to one place, far more for the others)
   */
  public PersonaCast cast(PersonaRequest request) {
    return personas.cast(request);
  }

  /**
   * A fresh professional like the preset of a persona. The sequence decides of the identifier: do
   * not use it twice in a space, even for another persona.
   *
   * @throws IllegalArgumentException in French, when the sequence is out of bounds
   */
  public Professional professional(ProfessionalPersona persona, long sequence) {
    return professionals.fresh(persona, sequence);
  }

  /**
   * A fresh structure. The sequence decides of the identifiers: do not use it twice in a space.
   *
   * @param name its business name; absent = a fictitious one
   */
  public Structure structure(StructureKind kind, long sequence, @Nullable String name) {
    return ProfessionalGenerator.structure(kind, sequence, name);
  }

  /** The professionals of psc.md section 5, with their fixed identifiers. */
  public static List<Professional> professionalPresets() {
    return ProfessionalGenerator.presets();
  }

  /** The first people of a population without personas, written as they are read. */
  public Stream<Patient> population(long count) {
    return population.first(count);
  }
}
