package fr.socle.bench;

import fr.socle.bench.client.api.AgeRequest;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.ExchangePage;
import fr.socle.bench.client.api.Fault;
import fr.socle.bench.client.api.FaultKind;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.Health;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.ProfessionalChange;
import fr.socle.bench.client.api.ProfessionalRequest;
import fr.socle.bench.client.api.RawExchange;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.ClientDescription;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.client.api.Structure;
import fr.socle.bench.client.api.StructureRequest;
import fr.socle.bench.client.api.Stub;
import fr.socle.bench.client.api.StubRequest;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowClosure;
import fr.socle.bench.client.api.WindowRequest;
import fr.socle.bench.content.Content;
import fr.socle.bench.journal.Journal;
import fr.socle.bench.operations.BenchOperations;
import fr.socle.bench.operations.UnknownResourceException;
import fr.socle.bench.space.Space;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.spi.MockService;
import fr.socle.bench.spi.ServiceInstance;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A running bench: one process, one store, one PKI, and spaces.
 *
 * <p>The same class serves a test, {@code socle up} and the container. {@link #close()} may be
 * called twice. Safe for use by several threads.
 */
public final class Bench implements BenchOperations, AutoCloseable {
  private final Premises premises;
  private final Furnishing furnishing;

  private Bench(Premises premises, Furnishing furnishing) {
    this.premises = premises;
    this.furnishing = furnishing;
  }

  /**
   * Starts a bench without any space.
   *
   * @throws fr.socle.bench.BenchStartException if a directory, a database or a certificate is in
   *     the way; the message says how to mend it, in French
   */
  public static Bench start(BenchOptions options) {
    return new Bench(Premises.open(options), options.furnishing());
  }

  /**
   * Adds an address to {@code bench.json} of the spaces created from now on.
   *
   * @param name such as {@code control}
   * @param url address
   */
  public void announce(String name, String url) {
    premises.announce(name, url);
  }

  @Override
  public Health health() {
    return new Health(
        "pret", premises.version(), services().stream().map(MockService::name).toList());
  }

  @Override
  public List<MockService> services() {
    return premises.ground().services();
  }

  @Override
  public List<FaultKind> faultKinds() {
    return premises.ground().faults().kinds();
  }

  @Override
  public SpaceDescriptor createSpace(SpaceRequest request) {
    Space space = premises.create(request);
    try {
      furnishing.furnish(this, space.descriptor().id());
    } catch (RuntimeException e) {
      premises.delete(space.descriptor().id());
      throw e;
    }
    return space.descriptor();
  }

  /**
   * Opens again the spaces that the store remembers, with the persons, structures and relying
   * parties they were given, in the order they were created; ports that are not fixed change. To be
   * called after {@link #announce}.
   *
   * @return those that were opened; none when the store is in memory or new
   * @throws InvalidControlRequestException if a port is taken
   */
  public List<SpaceDescriptor> reopen() {
    List<Space> reopened = premises.reopen();
    reopened.forEach(space -> furnishing.furnish(this, space.descriptor().id()));
    return reopened.stream().map(Space::descriptor).toList();
  }

  @Override
  public List<SpaceDescriptor> spaces() {
    return premises.spaces().stream().map(Space::descriptor).toList();
  }

  @Override
  public SpaceDescriptor space(String spaceId) {
    return open(spaceId).descriptor();
  }

  @Override
  public void deleteSpace(String spaceId) {
    premises.delete(spaceId);
  }

  @Override
  public void reset(String spaceId) {
    open(spaceId).reset();
    furnishing.furnish(this, spaceId);
  }

  @Override
  public void age(String spaceId, AgeRequest request) {
    Duration by;
    try {
      by = Duration.parse(request.duration());
    } catch (DateTimeException e) {
      throw wrongDuration();
    }
    if (by.isNegative()) {
      throw wrongDuration();
    }
    open(spaceId).age(by);
  }

  private static InvalidControlRequestException wrongDuration() {
    return new InvalidControlRequestException(
        "duree-incorrecte",
        "La durée doit être positive et écrite en ISO-8601, par exemple PT2H pour deux heures.");
  }

  @Override
  public Window openWindow(String spaceId, WindowRequest request) {
    return open(spaceId).openWindow(request.name());
  }

  @Override
  public List<Window> windows(String spaceId) {
    known(spaceId);
    return premises.ground().ledger().windows(spaceId);
  }

  @Override
  public WindowClosure closeWindow(String spaceId, String windowId) {
    return open(spaceId).closeWindow(windowId);
  }

  @Override
  public Patient createPatient(String spaceId, PatientRequest request) {
    return open(spaceId).create(request);
  }

  @Override
  public List<Patient> patients(String spaceId) {
    return open(spaceId).patients();
  }

  @Override
  public Professional createProfessional(String spaceId, ProfessionalRequest request) {
    return open(spaceId).create(request);
  }

  @Override
  public void changeProfessional(String spaceId, ProfessionalChange change) {
    open(spaceId).change(change);
  }

  @Override
  public List<Professional> professionals(String spaceId) {
    return open(spaceId).professionals();
  }

  @Override
  public Structure createStructure(String spaceId, StructureRequest request) {
    return open(spaceId).create(request);
  }

  @Override
  public List<Structure> structures(String spaceId) {
    return open(spaceId).structures();
  }

  @Override
  public List<ClientDescription> clients(String spaceId) {
    return open(spaceId).clients();
  }

  @Override
  public ExchangePage exchanges(String spaceId, long after, @Nullable String windowId) {
    known(spaceId);
    return journal().reader().page(spaceId, after, windowId);
  }

  @Override
  public RawExchange rawExchange(String spaceId, long sequence) {
    known(spaceId);
    return found(journal().reader().raw(spaceId, sequence), spaceId, sequence);
  }

  private static <T> T found(Optional<T> kept, String spaceId, long sequence) {
    return kept.orElseThrow(
        () ->
            new UnknownResourceException(
                "echange-inconnu",
                "L'échange "
                    + sequence
                    + " n'est pas dans le journal de l'espace "
                    + spaceId
                    + " : prenez un numéro rendu par la liste des échanges."));
  }

  @Override
  public Content requestBytes(String spaceId, long sequence) {
    known(spaceId);
    return found(journal().reader().request(spaceId, sequence), spaceId, sequence);
  }

  @Override
  public Content responseBytes(String spaceId, long sequence) {
    known(spaceId);
    return found(journal().reader().response(spaceId, sequence), spaceId, sequence);
  }

  @Override
  public Optional<Exchange> await(
      String spaceId, long after, String service, @Nullable String transaction, Duration timeout) {
    open(spaceId);
    return journal().await(spaceId, after, service, transaction, timeout);
  }

  @Override
  public List<Finding> findings(String spaceId, @Nullable String windowId) {
    known(spaceId);
    return journal().reader().findings(spaceId, windowId);
  }

  @Override
  public AutoCloseable subscribe(String spaceId, Consumer<Exchange> listener) {
    open(spaceId);
    return journal().subscribe(spaceId, listener);
  }

  @Override
  public Fault armFault(String spaceId, FaultRequest request) {
    return open(spaceId).armFault(request);
  }

  @Override
  public List<Fault> faults(String spaceId) {
    return open(spaceId).faults().shown();
  }

  @Override
  public void disarmFault(String spaceId, String faultId) {
    open(spaceId).faults().disarm(faultId);
  }

  @Override
  public Stub loadStub(String spaceId, StubRequest request) {
    return open(spaceId).loadStub(request);
  }

  @Override
  public void removeStub(String spaceId, String stubId) {
    open(spaceId).removeStub(stubId);
  }

  @Override
  public List<ControlOperation<?, ?>> serviceOperations(String spaceId, String service) {
    return open(spaceId).operations(service);
  }

  /**
   * A service of a space itself, for proofs that serve recorded requests again. What is served so
   * goes past the journal.
   */
  public ServiceInstance instance(String spaceId, String service) {
    return open(spaceId).instance(service);
  }

  @Override
  public void close() {
    premises.close();
  }

  private Journal journal() {
    return premises.ground().journal();
  }

  private Space open(String spaceId) {
    return premises.space(spaceId).orElseThrow(() -> unknown(spaceId));
  }

  /** A closed space can still be read. */
  private void known(String spaceId) {
    if (premises.space(spaceId).isEmpty() && !premises.ground().ledger().knows(spaceId)) {
      throw unknown(spaceId);
    }
  }

  private static UnknownResourceException unknown(String spaceId) {
    return new UnknownResourceException(
        "espace-inconnu",
        "L'espace "
            + spaceId
            + " n'existe pas ou n'existe plus : prenez un identifiant de la liste des espaces.");
  }
}
