package fr.socle.bench.world;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A space with a population: its own people, in memory, over the many who were there before. The
 * population is never written; one of them who changes is from then on one of the space's own.
 */
public final class PopulatedWorldStore implements WorldStore {
  private final WorldStore own;
  private final PopulationIndex population;

  /** Own people over a population of the same seed. */
  public PopulatedWorldStore(WorldStore own, PopulationIndex population) {
    this.own = own;
    this.population = population;
  }

  @Override
  public synchronized void addPatients(Collection<Patient> patients) {
    for (Patient patient : patients) {
      if (population.patient(patient.id()).isPresent()) {
        throw new IllegalArgumentException(
            "Le patient " + patient.id() + " existe déjà dans la population de cet espace.");
      }
      MemoryWorldStore.activeMatricule(patient)
          .flatMap(population::patientByMatricule)
          .filter(this::unchanged)
          .ifPresent(
              bearer -> {
                throw new IllegalArgumentException(
                    "Le matricule du patient "
                        + patient.id()
                        + " est déjà porté dans cet espace, par "
                        + bearer.id()
                        + ".");
              });
    }
    own.addPatients(patients);
  }

  @Override
  public synchronized void updatePatient(Patient patient) {
    if (own.patient(patient.id()).isEmpty() && population.patient(patient.id()).isPresent()) {
      own.addPatients(List.of(patient));
    } else {
      own.updatePatient(patient);
    }
  }

  @Override
  public Optional<Patient> patient(String id) {
    return own.patient(id).or(() -> population.patient(id));
  }

  @Override
  public Optional<Patient> patientByMatricule(String number) {
    return own.patientByMatricule(number)
        .or(() -> population.patientByMatricule(number).filter(this::unchanged));
  }

  @Override
  public List<Patient> find(TraitQuery query, int limit) {
    return Stream.concat(
            population.find(query, limit).stream().filter(this::unchanged),
            own.find(query, limit).stream())
        .limit(limit)
        .toList();
  }

  @Override
  public List<Patient> patients(@Nullable String afterId, int limit) {
    return Stream.concat(
            population
                .from(Population.firstHouseholdAfter(afterId))
                .filter(person -> afterId == null || person.id().compareTo(afterId) > 0)
                .filter(this::unchanged)
                .limit(limit),
            own.patients(afterId, limit).stream())
        .sorted(Comparator.comparing(Patient::id))
        .limit(limit)
        .toList();
  }

  @Override
  public long patientCount() {
    return population.count() + own.patientCount() - changed();
  }

  private long changed() {
    return own.patients(null, Integer.MAX_VALUE).stream()
        .filter(one -> population.patient(one.id()).isPresent())
        .count();
  }

  private boolean unchanged(Patient person) {
    return own.patient(person.id()).isEmpty();
  }

  @Override
  public void addProfessional(Professional professional) {
    own.addProfessional(professional);
  }

  @Override
  public void updateProfessional(Professional professional) {
    own.updateProfessional(professional);
  }

  @Override
  public Optional<Professional> professional(String nationalId) {
    return own.professional(nationalId);
  }

  @Override
  public List<Professional> professionals(@Nullable String afterId, int limit) {
    return own.professionals(afterId, limit);
  }

  @Override
  public long nextSequence() {
    return own.nextSequence();
  }

  @Override
  public long upcomingSequence() {
    return own.upcomingSequence();
  }

  /** Forgets the space's own people; the population stays, as it was. */
  @Override
  public void clear() {
    own.clear();
  }
}
