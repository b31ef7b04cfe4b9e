package fr.socle.bench.space;

import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.Patient.InsNumber;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.ProfessionalChange;
import fr.socle.bench.client.api.ProfessionalRequest;
import fr.socle.bench.client.api.StructureRequest;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.world.Activity;
import fr.socle.bench.world.Ins;
import fr.socle.bench.world.InsiAnswer;
import fr.socle.bench.world.InsiEntry;
import fr.socle.bench.world.PatientPersona;
import fr.socle.bench.world.ProfessionalPersona;
import fr.socle.bench.world.PublishedWorld;
import fr.socle.bench.world.Structure;
import fr.socle.bench.world.StructureKind;
import fr.socle.bench.world.World;
import fr.socle.bench.world.WorldStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The people of one space, as the control API shows them. Safe for use by several threads. */
final class People {
  private static final int MOST = 10_000;
  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,200}");

  private final World world;
  private final PublishedWorld published;
  private final Folio folio;
  private final List<String> created = new ArrayList<>();
  private final Map<String, Structure> structures = new LinkedHashMap<>();

  /** Those who are there from the first, then those who were created when the space was open. */
  People(World world, PublishedWorld published, Folio folio) {
    this.world = world;
    this.published = published;
    this.folio = folio;
    settle();
    folio.entries().forEach(this::settle);
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
      Folio.CreatedPatient entry = new Folio.CreatedPatient(cast.subject(), cast.companions());
      folio.add(entry, world.store().upcomingSequence());
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

  /**
   * The professional with a fixed identifier for a persona; a new one when no persona is named, or
   * when he is to work in a given structure.
   */
  synchronized Professional create(ProfessionalRequest request) {
    String named = request.persona();
    String structure = request.structure();
    ProfessionalPersona persona = named == null ? ProfessionalPersona.DOCTOR : persona(named);
    if (structure != null) {
      return keep(world.createProfessional(persona, structure(structure)));
    }
    return named == null
        ? keep(world.createProfessional(persona))
        : world
            .store()
            .professional(persona.presetId().value())
            .map(People::shown)
            .orElseGet(() -> keep(world.createProfessional(persona)));
  }

  private static ProfessionalPersona persona(String name) {
    try {
      return ProfessionalPersona.named(name);
    } catch (IllegalArgumentException e) {
      throw new InvalidControlRequestException("persona-inconnue", String.valueOf(e.getMessage()));
    }
  }

  /** Adds somebody nobody here knows yet; who is known stays as he is. */
  synchronized void welcome(fr.socle.bench.world.Professional newcomer) {
    if (world.store().professional(newcomer.nationalId().value()).isEmpty()) {
      world.store().addProfessional(newcomer);
      folio.add(new Folio.CreatedProfessional(newcomer));
    }
  }

  private Professional keep(fr.socle.bench.world.Professional professional) {
    folio.add(new Folio.CreatedProfessional(professional), world.store().upcomingSequence());
    return shown(professional);
  }

  /** Changes a professional; what is absent of the change stays. */
  synchronized void change(ProfessionalChange change) {
    fr.socle.bench.world.Professional before = known(change.nationalId());
    String email = change.email();
    fr.socle.bench.world.Professional after =
        before
            .named(
                name(change.familyName(), before.familyName()),
                name(change.givenName(), before.givenName()))
            .with(change.revoked() == null ? before.revoked() : change.revoked(), before.locked());
    after = email == null ? after : after.writtenTo(name(email, ""));
    world.store().updateProfessional(after);
    folio.add(new Folio.ChangedProfessional(after));
  }

  /** Refuses the identifier of nobody. */
  void requireProfessional(@Nullable String nationalId) {
    if (nationalId != null) {
      Object unused = known(nationalId);
    }
  }

  private fr.socle.bench.world.Professional known(String nationalId) {
    return world
        .store()
        .professional(nationalId)
        .orElseThrow(
            () ->
                new InvalidControlRequestException(
                    "professionnel-inconnu",
                    "Aucun professionnel de cet espace n'a l'identifiant national « "
                        + nationalId
                        + " » : créez-le d'abord ou prenez-en un de la liste."));
  }

  private static String name(@Nullable String given, String otherwise) {
    if (given != null && !NAME.matcher(given).matches()) {
      throw new InvalidControlRequestException(
          "nom-incorrect",
          "Un nom ou une adresse a 1 à 200 caractères, sans caractère de commande : corrigez-le.");
    }
    return given == null ? otherwise : given;
  }

  /** A new structure, where nobody works yet. */
  synchronized fr.socle.bench.client.api.Structure create(StructureRequest request) {
    String name = request.name();
    if (name != null && !NAME.matcher(name).matches()) {
      throw new InvalidControlRequestException(
          "nom-incorrect",
          "Le nom d'une structure a 1 à 200 caractères, sans caractère de commande : corrigez-le.");
    }
    StructureKind kind;
    try {
      String asked = request.kind();
      kind = asked == null ? StructureKind.PRACTICE : StructureKind.named(asked);
    } catch (IllegalArgumentException e) {
      throw new InvalidControlRequestException("genre-inconnu", String.valueOf(e.getMessage()));
    }
    Structure structure = world.newStructure(kind, name);
    folio.add(new Folio.CreatedStructure(structure), world.store().upcomingSequence());
    structures.put(structure.technicalId(), structure);
    return shown(structure);
  }

  /** Structures where professionals work, and those that were created. */
  synchronized List<fr.socle.bench.client.api.Structure> structures() {
    return allStructures().values().stream().map(People::shown).toList();
  }

  private Structure structure(String id) {
    Structure structure = allStructures().get(id);
    if (structure == null) {
      throw new InvalidControlRequestException(
          "structure-inconnue",
          "La structure « "
              + id
              + " » n'existe pas dans cet espace : prenez un identifiant de la liste des"
              + " structures, ou créez-la.");
    }
    return structure;
  }

  private Map<String, Structure> allStructures() {
    Map<String, Structure> all = new LinkedHashMap<>();
    world.store().professionals(null, MOST).stream()
        .flatMap(professional -> professional.activities().stream())
        .map(Activity::structure)
        .forEach(structure -> all.putIfAbsent(structure.technicalId(), structure));
    structures.forEach(all::putIfAbsent);
    return all;
  }

  List<Professional> professionals() {
    return world.store().professionals(null, MOST).stream().map(People::shown).toList();
  }

  /** Back to those who are there from the first. */
  synchronized void reset() {
    created.clear();
    structures.clear();
    world.store().clear();
    folio.clear(world.store().upcomingSequence());
    settle();
  }

  private void settle() {
    world.addProfessionalPresets();
    world.addPublishedPersons(published);
  }

  private void settle(Folio.Entry entry) {
    if (entry instanceof Folio.CreatedPatient patient) {
      world.store().addPatients(patient.companions());
      world.store().addPatients(List.of(patient.subject()));
      created.add(patient.subject().id());
    } else if (entry instanceof Folio.CreatedProfessional professional) {
      world.store().addProfessional(professional.professional());
    } else if (entry instanceof Folio.ChangedProfessional changed) {
      world.store().updateProfessional(changed.professional());
    } else if (entry instanceof Folio.CreatedStructure structure) {
      structures.put(structure.structure().technicalId(), structure.structure());
    }
  }

  private static fr.socle.bench.client.api.Structure shown(Structure structure) {
    return new fr.socle.bench.client.api.Structure(
        structure.technicalId(),
        structure.businessName(),
        structure.finess().isEmpty() ? null : structure.finess(),
        structure.legalFiness().isEmpty() ? null : structure.legalFiness(),
        structure.address().town());
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
