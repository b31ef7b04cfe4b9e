package fr.socle.app;

import fr.socle.bench.Furnishing;
import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.client.api.DmpDossierRequest;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.ProfessionalChange;
import fr.socle.bench.client.api.ProfessionalRequest;
import fr.socle.bench.operations.BenchOperations;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.features.yaml.YamlFile;
import fr.socle.features.yaml.YamlMap;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The world file of {@code --world}: persons and relying parties that every space is given, by the
 * operations of the control API. The words of a relying party are those of {@link PscForm}.
 *
 * @param path where it is
 * @param persons persons, in order
 * @param patients patients, in order
 * @param clients relying parties of Pro Santé Connect, in order
 */
record WorldFile(
    Path path, List<Person> persons, List<Resident> patients, List<ClientRequest> clients)
    implements Furnishing {
  private static final String PERSONS = "professionnels";
  private static final String PATIENTS = "patients";
  private static final String CLIENTS = "clients-psc";

  /**
   * A professional and what is to be changed of him.
   *
   * @param persona persona he is
   * @param familyName name, absent for that of the persona
   * @param givenName given name, absent likewise
   * @param email address, absent likewise
   * @param revoked whether he is revoked, absent likewise
   */
  record Person(
      String persona,
      @Nullable String familyName,
      @Nullable String givenName,
      @Nullable String email,
      @Nullable Boolean revoked) {}

  /**
   * A patient and the story of her DMP.
   *
   * @param persona persona she is
   * @param dmp preset of her DMP, absent for that of any patient
   */
  record Resident(String persona, @Nullable String dmp) {}

  /**
   * Reads it.
   *
   * @throws UsageException with the line and the mend
   */
  static WorldFile read(Path path) {
    YamlMap root = new YamlFile(path, UsageException::new).read();
    root.onlyKnows(PERSONS, PATIENTS, CLIENTS);
    return new WorldFile(
        path,
        root.maps(PERSONS).stream().map(WorldFile::person).toList(),
        root.maps(PATIENTS).stream().map(WorldFile::resident).toList(),
        root.maps(CLIENTS).stream().map(form -> PscForm.read(form, path)).toList());
  }

  /** The same when a file is named, else nothing to give. */
  static Furnishing of(@Nullable Path path) {
    return path == null ? Furnishing.NOTHING : read(path);
  }

  private static Person person(YamlMap map) {
    map.onlyKnows("persona", "nom", "prenom", "adresse-mail", "revoque");
    return new Person(
        map.requiredText("persona"),
        map.text("nom"),
        map.text("prenom"),
        map.text("adresse-mail"),
        map.flag("revoque"));
  }

  private static Resident resident(YamlMap map) {
    map.onlyKnows("persona", "dmp");
    return new Resident(map.requiredText("persona"), map.text("dmp"));
  }

  @Override
  public void furnish(BenchOperations bench, String spaceId) {
    for (Person person : persons) {
      telling("professionnel « " + person.persona() + " »", () -> settle(bench, spaceId, person));
    }
    Map<String, Integer> there = new HashMap<>();
    for (Patient patient : bench.patients(spaceId)) {
      String persona = patient.persona();
      if (persona != null) {
        there.merge(persona, 1, Integer::sum);
      }
    }
    for (Resident resident : patients) {
      // Those of a space that opens again are there, with the DMP they have now.
      if (there.merge(resident.persona(), -1, Integer::sum) < 0) {
        telling("patient « " + resident.persona() + " »", () -> welcome(bench, spaceId, resident));
      }
    }
    for (ClientRequest client : clients) {
      telling("client « " + client.clientId() + " »", () -> register(bench, spaceId, client));
    }
  }

  private void telling(String who, Supplier<?> order) {
    try {
      Object unused = order.get();
    } catch (InvalidControlRequestException e) {
      throw new UsageException(path + ", " + who + " : " + e.getMessage());
    }
  }

  private static Professional settle(BenchOperations bench, String spaceId, Person person) {
    Professional there =
        bench.createProfessional(spaceId, new ProfessionalRequest(person.persona()));
    if (person.familyName() != null
        || person.givenName() != null
        || person.email() != null
        || person.revoked() != null) {
      bench.changeProfessional(
          spaceId,
          new ProfessionalChange(
              there.nationalId(),
              person.familyName(),
              person.givenName(),
              person.email(),
              person.revoked()));
    }
    return there;
  }

  private static Patient welcome(BenchOperations bench, String spaceId, Resident resident) {
    Patient patient = bench.createPatient(spaceId, new PatientRequest(resident.persona()));
    Patient.InsNumber ins = patient.ins();
    if (resident.dmp() != null && ins != null) {
      Object unused =
          order(
              bench,
              spaceId,
              new Service("dmp", "Le DMP", "les mots dmp de " + PATIENTS),
              "dossier",
              DmpDossierRequest.preset(ins.matricule() + ins.key(), resident.dmp()));
    }
    return patient;
  }

  /** As {@code POST /control/v1/spaces/{space}/clients} does. */
  private static @Nullable Object register(
      BenchOperations bench, String spaceId, ClientRequest client) {
    return order(
        bench, spaceId, new Service("psc", "Pro Santé Connect", CLIENTS), "clients", client);
  }

  /**
   * A service an order is for.
   *
   * @param name its name
   * @param called how people call it
   * @param asked what of the file asks for it
   */
  private record Service(String name, String called, String asked) {}

  private static @Nullable Object order(
      BenchOperations bench, String spaceId, Service service, String operation, Object input) {
    if (bench.services().stream().noneMatch(one -> one.name().equals(service.name()))) {
      throw new InvalidControlRequestException(
          "service-absent",
          service.called()
              + " n'est pas lancé : ajoutez "
              + service.name()
              + " aux services, ou retirez "
              + service.asked()
              + ".");
    }
    for (ControlOperation<?, ?> each : bench.serviceOperations(spaceId, service.name())) {
      if (each.name().equals(operation) && each.input().isInstance(input)) {
        return run(each, input);
      }
    }
    throw new IllegalStateException(service.name() + " has no operation " + operation);
  }

  private static <I, O> @Nullable Object run(ControlOperation<I, O> operation, Object input) {
    return operation.run().apply(operation.input().cast(input));
  }
}
