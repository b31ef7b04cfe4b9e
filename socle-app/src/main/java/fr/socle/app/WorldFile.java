package fr.socle.app;

import fr.socle.bench.Furnishing;
import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.ProfessionalChange;
import fr.socle.bench.client.api.ProfessionalRequest;
import fr.socle.bench.operations.BenchOperations;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.features.yaml.YamlFile;
import fr.socle.features.yaml.YamlMap;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The world file of {@code --world}: persons and relying parties that every space is given, by the
 * operations of the control API. The words of a relying party are those of {@link PscForm}.
 *
 * @param path where it is
 * @param persons persons, in order
 * @param clients relying parties of Pro Santé Connect, in order
 */
record WorldFile(Path path, List<Person> persons, List<ClientRequest> clients)
    implements Furnishing {
  private static final String PERSONS = "professionnels";
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
   * Reads it.
   *
   * @throws UsageException with the line and the mend
   */
  static WorldFile read(Path path) {
    YamlMap root = new YamlFile(path, UsageException::new).read();
    root.onlyKnows(PERSONS, CLIENTS);
    return new WorldFile(
        path,
        root.maps(PERSONS).stream().map(WorldFile::person).toList(),
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

  @Override
  public void furnish(BenchOperations bench, String spaceId) {
    for (Person person : persons) {
      telling("professionnel « " + person.persona() + " »", () -> settle(bench, spaceId, person));
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

  /** As {@code POST /control/v1/spaces/{space}/clients} does. */
  private static @Nullable Object register(
      BenchOperations bench, String spaceId, ClientRequest client) {
    if (bench.services().stream().noneMatch(service -> service.name().equals("psc"))) {
      throw new InvalidControlRequestException(
          "service-absent",
          "Pro Santé Connect n'est pas lancé : ajoutez psc aux services, ou retirez "
              + CLIENTS
              + ".");
    }
    for (ControlOperation<?, ?> operation : bench.serviceOperations(spaceId, "psc")) {
      if (operation.name().equals("clients") && operation.input().equals(ClientRequest.class)) {
        return run(operation, client);
      }
    }
    throw new IllegalStateException("Pro Santé Connect registers relying parties");
  }

  private static <I, O> @Nullable Object run(ControlOperation<I, O> operation, Object input) {
    return operation.run().apply(operation.input().cast(input));
  }
}
