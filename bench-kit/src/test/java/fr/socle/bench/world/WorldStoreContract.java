package fr.socle.bench.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What any store of a world must do. */
abstract class WorldStoreContract {
  private World world;
  private WorldStore store;

  @BeforeEach
  void opens() {
    store = empty();
    world = new World(store, new WorldGenerator(4));
  }

  /** A store without anybody. */
  abstract WorldStore empty();

  @Test
  void findsTheCandidatesOfASearchAndNobodyElse() {
    world.populate(5_000);
    PersonaCast cast = world.createPatient(PatientPersona.TWO_CANDIDATES);

    assertThat(store.find(TraitQuery.of(cast.subject().traits()), 10))
        .containsExactlyElementsOf(cast.all());
    assertThat(store.find(TraitQuery.of(cast.subject().traits()), 1)).hasSize(1);
  }

  @Test
  void findsByNameWhateverItsAccentsHyphensAndCase() {
    Patient patient = world.createPatient(PatientPersona.COMPOSED_NAME).subject();
    String typed =
        patient.traits().birthName().toLowerCase(java.util.Locale.ROOT).replace('-', ' ');
    StrictTraits traits = patient.traits();

    assertThat(store.find(new TraitQuery(typed, traits.sex().name(), traits.birthDate()), 10))
        .containsExactly(patient);
    assertThat(
            store.find(new TraitQuery(typed, traits.sex().other().name(), traits.birthDate()), 10))
        .isEmpty();
    assertThat(store.find(new TraitQuery(typed, traits.sex().name(), "1899-01-01"), 10)).isEmpty();
  }

  @Test
  void findsAPersonByWhatInsiHoldsAsWellAsByHerDocument() {
    world.addPublishedPersons(PublishedWorld.SOCLE);

    assertThat(store.find(new TraitQuery("TCHITCHI", "F", "1936-06-21"), 5))
        .extracting(Patient::id)
        .containsExactly("cnda-tchitchi-catarina");
  }

  @Test
  void knowsThePatientByActiveAndByFormerMatricule() {
    Patient patient = world.createPatient(PatientPersona.HISTORY).subject();

    assertThat(store.patientByMatricule(patient.ins().matricule().number())).contains(patient);
    assertThat(store.patientByMatricule(patient.history().get(1).ins().matricule().number()))
        .contains(patient);
    assertThat(store.patientByMatricule("2880275056123")).isEmpty();
  }

  @Test
  void refusesAMatriculeAlreadyBorneAndAddsNobodyOfThatBatch() {
    Patient patient = world.createPatient(PatientPersona.ORDINARY).subject();
    Patient thief = Patient.known("voleur", null, patient.traits(), patient.ins());
    Patient other =
        new WorldGenerator(4).cast(new PersonaRequest(PatientPersona.ORDINARY, 50)).subject();

    assertThatThrownBy(() -> store.addPatients(List.of(other, thief)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("déjà porté");
    assertThat(store.patient(other.id())).isEmpty();
    assertThatThrownBy(() -> store.addPatients(List.of(patient)))
        .hasMessageContaining("existe déjà");
    assertThat(store.patientCount()).isEqualTo(1);
  }

  @Test
  void anUpdateReplacesThePatientAndItsIndex() {
    Patient patient = world.createPatient(PatientPersona.SECOND_FIRST_NAME).subject();
    Patient forgotten = patient.withInsi(null);

    store.updatePatient(forgotten);

    assertThat(store.patient(patient.id())).contains(forgotten);
    assertThat(store.find(TraitQuery.of(patient.traits()), 5)).containsExactly(forgotten);
    assertThatThrownBy(
            () ->
                store.updatePatient(Patient.known("absent", null, patient.traits(), patient.ins())))
        .hasMessageContaining("Aucun patient absent");
  }

  @Test
  void readsInPages() {
    world.populate(250);
    List<Patient> first = store.patients(null, 100);
    List<Patient> second = store.patients(first.get(99).id(), 100);
    List<Patient> third = store.patients(second.get(99).id(), 100);

    assertThat(Stream.of(first, second, third).flatMap(List::stream).map(Patient::id))
        .hasSize(250)
        .doesNotHaveDuplicates()
        .isSorted();
    assertThat(store.patientCount()).isEqualTo(250);
  }

  @Test
  void professionalsAreKnownByNationalIdentifier() {
    world.addProfessionalPresets();
    world.addProfessionalPresets();
    Professional fresh = world.createProfessional(ProfessionalPersona.DOCTOR);

    assertThat(store.professional("899990000012")).isPresent();
    assertThat(store.professional(fresh.nationalId().value())).contains(fresh);
    assertThat(store.professionals(null, 100)).hasSize(ProfessionalPersona.values().length + 1);
    assertThatThrownBy(() -> store.addProfessional(fresh)).hasMessageContaining("existe déjà");

    store.updateProfessional(fresh.with(true, false));
    assertThat(store.professional(fresh.nationalId().value()).orElseThrow().revoked()).isTrue();
  }

  @Test
  void forgetsEverybodyButNeverGivesASequenceTwice() {
    Patient patient = world.createPatient(PatientPersona.HISTORY).subject();
    long before = store.nextSequence();

    store.clear();

    assertThat(store.patientCount()).isZero();
    assertThat(store.find(TraitQuery.of(patient.traits()), 5)).isEmpty();
    assertThat(store.patientByMatricule(patient.ins().matricule().number())).isEmpty();
    assertThat(store.nextSequence()).isGreaterThan(before);
  }

  @Test
  void threadsAddingAtOnceLoseNobodyAndNeverGetTheSamePerson() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Patient> add = () -> world.createPatient(PatientPersona.ORDINARY).subject();
      List<Future<Patient>> added = threads.invokeAll(java.util.Collections.nCopies(200, add));

      assertThat(added)
          .extracting(future -> future.get().ins().matricule())
          .doesNotHaveDuplicates();
      assertThat(store.patientCount()).isEqualTo(200);
    } finally {
      threads.shutdownNow();
    }
  }
}
