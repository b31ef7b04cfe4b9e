package fr.socle.bench.space;

import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.Patient.InsNumber;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.ProfessionalRequest;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.world.Activity;
import fr.socle.bench.world.Ins;
import fr.socle.bench.world.InsiAnswer;
import fr.socle.bench.world.InsiEntry;
import fr.socle.bench.world.PatientPersona;
import fr.socle.bench.world.ProfessionalPersona;
import fr.socle.bench.world.Structure;
import fr.socle.bench.world.World;
import fr.socle.bench.world.WorldStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The people of one space, as the control API shows them. Safe for use by several threads. */
final class People {
  private static final int MOST = 10_000;

  private final World world;
  private final List<String> created = new ArrayList<>();

  People(World world) {
    this.world = world;
    settle();
  }

  WorldStore store() {
    return world.store();
  }

  synchronized Patient create(PatientRequest request) {
    try {
      String persona = request.persona();
      var cast =
          world.createPatient(
              persona == null ? PatientPersona.ORDINARY : PatientPersona.named(persona));
      created.add(cast.subject().id());
      return shown(cast.subject());
    } catch (IllegalArgumentException e) {
      throw new InvalidControlRequestException("persona-inconnue", String.valueOf(e.getMessage()));
    }
  }

  synchronized List<Patient> patients() {
    return created.stream()
        .flatMap(id -> world.store().patient(id).stream())
        .map(People::shown)
        .toList();
  }

  /** The professional with a fixed identifier for a persona, or a new doctor. */
  synchronized Professional create(ProfessionalRequest request) {
    String named = request.persona();
    if (named == null) {
      return shown(world.createProfessional(ProfessionalPersona.DOCTOR));
    }
    try {
      ProfessionalPersona persona = ProfessionalPersona.named(named);
      return world
          .store()
          .professional(persona.presetId().value())
          .map(People::shown)
          .orElseGet(() -> shown(world.createProfessional(persona)));
    } catch (IllegalArgumentException e) {
      throw new InvalidControlRequestException("persona-inconnue", String.valueOf(e.getMessage()));
    }
  }

  List<Professional> professionals() {
    return world.store().professionals(null, MOST).stream().map(People::shown).toList();
  }

  /** Back to those who are there from the first. */
  synchronized void reset() {
    created.clear();
    world.store().clear();
    settle();
  }

  private void settle() {
    world.addProfessionalPresets();
    world.addPublishedPersons();
  }

  private static Patient shown(fr.socle.bench.world.Patient patient) {
    return new Patient(
        patient.id(),
        patient.persona(),
        patient.traits().birthName(),
        patient.traits().birthFirstNames(),
        patient.usedFirstName(),
        patient.traits().sex().name(),
        patient.traits().birthDate(),
        patient.traits().birthPlace(),
        answered(patient.insi()),
        patient.history().stream().map(period -> number(period.ins())).toList());
  }

  private static @Nullable InsNumber answered(@Nullable InsiEntry entry) {
    InsiAnswer answer = entry == null ? null : entry.answer();
    if (answer == null) {
      return null;
    }
    String key = answer.active().key();
    return new InsNumber(answer.active().number(), key == null ? "" : key, answer.active().oid());
  }

  private static InsNumber number(Ins ins) {
    return new InsNumber(ins.matricule().number(), ins.matricule().key(), ins.oid());
  }

  private static Professional shown(fr.socle.bench.world.Professional professional) {
    return new Professional(
        professional.nationalId().value(),
        professional.persona(),
        professional.familyName(),
        professional.givenName(),
        professional.activities().stream()
            .map(Activity::structure)
            .map(Structure::businessName)
            .toList());
  }
}
