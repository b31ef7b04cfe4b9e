package fr.socle.dmp;

import fr.socle.bench.world.Activity;
import fr.socle.bench.world.Exercise;
import fr.socle.bench.world.InsPeriod;
import fr.socle.bench.world.Patient;
import fr.socle.bench.world.Professional;
import fr.socle.bench.world.Structure;
import fr.socle.bench.world.TraitQuery;
import fr.socle.bench.world.UsedName;
import fr.socle.bench.world.WorldStore;
import fr.socle.dmp.service.KnownPatient;
import fr.socle.dmp.service.KnownProfessional;
import fr.socle.dmp.service.PatientDirectory;
import fr.socle.dmp.service.PatientId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The people of a space, as the DMP knows them. */
final class WorldPatients implements PatientDirectory {
  private static final int NUMBER = 13;
  private static final int ALIKE = 4;

  private final WorldStore store;
  private final Set<String> employers;

  /**
   * The people of a space.
   *
   * @param employers structures where every professional who works somewhere works too
   */
  WorldPatients(WorldStore store, Set<String> employers) {
    this.store = store;
    this.employers = Set.copyOf(employers);
  }

  @Override
  public Optional<KnownPatient> byIns(PatientId id) {
    return byNumber(id.number()).filter(person -> person.id().oid().equals(id.oid()));
  }

  @Override
  public Optional<KnownPatient> byNumber(String fifteen) {
    return fifteen.length() != 15
        ? Optional.empty()
        : store
            .patientByMatricule(fifteen.substring(0, NUMBER))
            .flatMap(WorldPatients::known)
            .filter(person -> person.id().number().equals(fifteen));
  }

  @Override
  public List<KnownPatient> byTraits(String birthName, String sex, String birthDate, int most) {
    if (birthDate.length() != 8) {
      return List.of();
    }
    String date =
        birthDate.substring(0, 4) + "-" + birthDate.substring(4, 6) + "-" + birthDate.substring(6);
    // Others than these have the name at INSi only: many more are asked for than are wanted.
    return store.find(new TraitQuery(birthName, sex, date), most * ALIKE).stream()
        .flatMap(person -> known(person).stream())
        .filter(
            person ->
                person.birthName().equals(birthName)
                    && person.sex().equals(sex)
                    && person.birthDate().equals(birthDate))
        .limit(most)
        .toList();
  }

  @Override
  public List<String> structuresOf(String nationalId) {
    return store
        .professional(nationalId)
        .map(
            one ->
                one.activities().stream()
                    .flatMap(activity -> identifiers(activity.structure()))
                    .distinct()
                    .toList())
        .filter(own -> !own.isEmpty())
        .map(own -> Stream.concat(own.stream(), employers.stream()).toList())
        .orElse(List.of());
  }

  @Override
  public Optional<KnownProfessional> professional(String nationalId) {
    return store.professional(nationalId).map(WorldPatients::known);
  }

  private static KnownProfessional known(Professional one) {
    Exercise exercise = one.exercises().stream().findFirst().orElse(null);
    Activity activity = one.activities().stream().findFirst().orElse(null);
    return new KnownProfessional(
        one.nationalId().value(),
        exercise == null ? one.familyName() : exercise.familyName(),
        exercise == null ? one.givenName() : exercise.givenName(),
        exercise == null ? "" : exercise.profession(),
        exercise == null
            ? ""
            : exercise.knowHow().isEmpty() && activity != null
                ? activity.pharmacistSection()
                : exercise.knowHow(),
        activity == null ? "" : identifiers(activity.structure()).findFirst().orElse(""),
        activity == null ? "" : activity.structure().businessName(),
        activity == null ? "" : activity.sector());
  }

  // dmp.md 3.3: prefixes of Struct_IdNat.
  private static Stream<String> identifiers(Structure structure) {
    return Stream.of(
            structure.formerId(),
            structure.finess().isEmpty() ? "" : "1" + structure.finess(),
            structure.legalFiness().isEmpty() ? "" : "1" + structure.legalFiness(),
            structure.siren().isEmpty() ? "" : "2" + structure.siren(),
            structure.siret().isEmpty() ? "" : "3" + structure.siret())
        .filter(id -> !id.isEmpty());
  }

  private static Optional<KnownPatient> known(Patient person) {
    return Optional.ofNullable(person.ins())
        .map(
            ins -> {
              UsedName used = person.usedName();
              return new KnownPatient(
                  new PatientId(ins.matricule().value(), ins.oid()),
                  person.history().stream().map(WorldPatients::former).toList(),
                  person.traits().birthName(),
                  used == null ? "" : used.familyName(),
                  person.traits().birthFirstNames(),
                  person.traits().sex().name(),
                  person.traits().birthDate().replace("-", ""),
                  person.traits().birthPlace());
            });
  }

  private static PatientId former(InsPeriod period) {
    return new PatientId(period.ins().matricule().value(), period.ins().oid());
  }
}
