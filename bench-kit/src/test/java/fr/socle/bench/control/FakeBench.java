package fr.socle.bench.control;

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
import fr.socle.bench.operations.BenchOperations;
import fr.socle.bench.operations.UnknownResourceException;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.spi.MockService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A bench in memory: what the control API needs behind it, and no service that listens. */
final class FakeBench implements BenchOperations {
  private static final int PAGE = 500;

  final FakeServices services = new FakeServices();
  final List<String> orders = new CopyOnWriteArrayList<>();

  private final Map<String, SpaceDescriptor> spaces = new LinkedHashMap<>();
  private final List<Window> windows = new CopyOnWriteArrayList<>();
  private final List<Patient> patients = new CopyOnWriteArrayList<>();
  private final List<Professional> professionals = new CopyOnWriteArrayList<>();
  private final List<Structure> structures = new CopyOnWriteArrayList<>();
  private final List<Exchange> journal = new CopyOnWriteArrayList<>();
  private final List<Fault> faults = new CopyOnWriteArrayList<>();
  private final List<Consumer<Exchange>> listeners = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition committed = lock.newCondition();
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile boolean broken;

  /** Commits an exchange and tells the listeners, as the real journal does. */
  Exchange commit(Exchange exchange) {
    lock.lock();
    try {
      journal.add(exchange);
      committed.signalAll();
    } finally {
      lock.unlock();
    }
    listeners.forEach(listener -> listener.accept(exchange));
    return exchange;
  }

  /** Calls that wait for an exchange. */
  int waiting() {
    return waiting.get();
  }

  int listeners() {
    return listeners.size();
  }

  /** From now on the bench itself fails. */
  void breakDown() {
    broken = true;
  }

  @Override
  public Health health() {
    if (broken) {
      throw new IllegalStateException("secret of the bench");
    }
    return new Health("pret", "0.1.0", List.of("psc", "insi"));
  }

  @Override
  public List<MockService> services() {
    return services.all();
  }

  @Override
  public List<FaultKind> faultKinds() {
    return List.of(new FaultKind("*", "latence", "Retarde.", List.of("millisecondes")));
  }

  @Override
  public synchronized SpaceDescriptor createSpace(SpaceRequest request) {
    String id = "e" + (spaces.size() + 1);
    SpaceDescriptor space =
        Samples.space(id, request.name() == null ? "Espace " + id : request.name());
    spaces.put(id, space);
    return space;
  }

  @Override
  public synchronized List<SpaceDescriptor> spaces() {
    return List.copyOf(spaces.values());
  }

  @Override
  public synchronized SpaceDescriptor space(String spaceId) {
    SpaceDescriptor space = spaces.get(spaceId);
    if (space == null) {
      throw new UnknownResourceException(
          "espace-inconnu", "L'espace « " + spaceId + " » n'existe pas : créez-le.");
    }
    return space;
  }

  @Override
  public synchronized void deleteSpace(String spaceId) {
    space(spaceId);
    spaces.remove(spaceId);
  }

  @Override
  public void reset(String spaceId) {
    orders.add("reset " + space(spaceId).id());
  }

  @Override
  public void age(String spaceId, AgeRequest request) {
    orders.add("age " + space(spaceId).id() + ' ' + request.duration());
  }

  @Override
  public Window openWindow(String spaceId, WindowRequest request) {
    space(spaceId);
    if (windows.stream().anyMatch(window -> window.closedAt() == null)) {
      throw new InvalidControlRequestException(
          "fenetre-deja-ouverte", "Une fenêtre est déjà ouverte : fermez-la d'abord.");
    }
    Window window =
        new Window(
            "w" + windows.size(), spaceId, request.name(), Instant.now(), null, journal.size());
    windows.add(window);
    return window;
  }

  @Override
  public List<Window> windows(String spaceId) {
    space(spaceId);
    return List.copyOf(windows);
  }

  @Override
  public WindowClosure closeWindow(String spaceId, String windowId) {
    Window open =
        windows.stream()
            .filter(window -> window.id().equals(windowId))
            .findFirst()
            .orElseThrow(() -> new UnknownResourceException("fenetre-inconnue", "Inconnue."));
    Window closed =
        new Window(
            open.id(), spaceId, open.name(), open.openedAt(), Instant.now(), open.openedAtCursor());
    windows.set(windows.indexOf(open), closed);
    return new WindowClosure(closed, true, 0, List.of(Samples.finding()), List.of());
  }

  @Override
  public Patient createPatient(String spaceId, PatientRequest request) {
    Patient patient = Samples.patient("p" + patients.size(), request.persona());
    patients.add(patient);
    return patient;
  }

  @Override
  public List<Patient> patients(String spaceId) {
    return List.copyOf(patients);
  }

  @Override
  public Professional createProfessional(String spaceId, ProfessionalRequest request) {
    Professional professional = Samples.professional(request.persona());
    professionals.add(professional);
    return professional;
  }

  @Override
  public void changeProfessional(String spaceId, ProfessionalChange change) {
    professionals.replaceAll(
        one ->
            one.nationalId().equals(change.nationalId())
                ? new Professional(
                    one.nationalId(),
                    one.persona(),
                    String.valueOf(change.familyName()),
                    one.givenName(),
                    one.structures())
                : one);
  }

  @Override
  public List<Professional> professionals(String spaceId) {
    return List.copyOf(professionals);
  }

  @Override
  public Structure createStructure(String spaceId, StructureRequest request) {
    Structure structure = Samples.structure(request.name());
    structures.add(structure);
    return structure;
  }

  @Override
  public List<Structure> structures(String spaceId) {
    return List.copyOf(structures);
  }

  @Override
  public List<ClientDescription> clients(String spaceId) {
    return space(spaceId).clients();
  }

  @Override
  public ExchangePage exchanges(String spaceId, long after, String windowId) {
    space(spaceId);
    List<Exchange> found =
        matching(spaceId, after)
            .filter(exchange -> windowId == null || windowId.equals(exchange.windowId()))
            .limit(PAGE)
            .toList();
    return new ExchangePage(
        found, found.isEmpty() ? after : found.get(found.size() - 1).sequence());
  }

  @Override
  public RawExchange rawExchange(String spaceId, long sequence) {
    Exchange exchange =
        matching(spaceId, sequence - 1)
            .filter(candidate -> candidate.sequence() == sequence)
            .findFirst()
            .orElseThrow(
                () ->
                    new UnknownResourceException(
                        "echange-inconnu", "Aucun échange n'a ce numéro : vérifiez-le."));
    return new RawExchange(exchange, Samples.REQUEST, Samples.RESPONSE, false);
  }

  @Override
  public Content requestBytes(String spaceId, long sequence) {
    return Content.of(rawExchange(spaceId, sequence).request());
  }

  @Override
  public Content responseBytes(String spaceId, long sequence) {
    return Content.of(rawExchange(spaceId, sequence).response());
  }

  @Override
  public Optional<Exchange> await(
      String spaceId, long after, String service, String transaction, Duration timeout) {
    space(spaceId);
    long nanos = timeout.toNanos();
    lock.lock();
    waiting.incrementAndGet();
    try {
      while (true) {
        Optional<Exchange> found =
            matching(spaceId, after)
                .filter(exchange -> exchange.service().equals(service))
                .filter(
                    exchange -> transaction == null || transaction.equals(exchange.transaction()))
                .findFirst();
        if (found.isPresent() || nanos <= 0) {
          return found;
        }
        nanos = committed.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      waiting.decrementAndGet();
      lock.unlock();
    }
  }

  @Override
  public List<Finding> findings(String spaceId, String windowId) {
    return matching(spaceId, 0).flatMap(exchange -> exchange.findings().stream()).toList();
  }

  @Override
  public AutoCloseable subscribe(String spaceId, Consumer<Exchange> listener) {
    Consumer<Exchange> ofSpace =
        exchange -> {
          if (exchange.spaceId().equals(spaceId)) {
            listener.accept(exchange);
          }
        };
    listeners.add(ofSpace);
    return () -> listeners.remove(ofSpace);
  }

  @Override
  public Fault armFault(String spaceId, FaultRequest request) {
    Fault fault =
        new Fault(
            "f" + faults.size(),
            request.service(),
            request.fault(),
            request.parameters() == null ? Map.of() : request.parameters(),
            request.times(),
            request.transaction(),
            0);
    faults.add(fault);
    return fault;
  }

  @Override
  public List<Fault> faults(String spaceId) {
    return List.copyOf(faults);
  }

  @Override
  public void disarmFault(String spaceId, String faultId) {
    if (!faults.removeIf(fault -> fault.id().equals(faultId))) {
      throw new UnknownResourceException("panne-inconnue", "Cette panne n'est pas armée.");
    }
  }

  @Override
  public Stub loadStub(String spaceId, StubRequest request) {
    orders.add("stub " + request.mapping());
    return new Stub("s1", request.service());
  }

  @Override
  public void removeStub(String spaceId, String stubId) {
    orders.add("remove " + stubId);
  }

  @Override
  public List<ControlOperation<?, ?>> serviceOperations(String spaceId, String service) {
    space(spaceId);
    return services.operations(service);
  }

  private Stream<Exchange> matching(String spaceId, long after) {
    return new ArrayList<>(journal)
        .stream()
            .filter(exchange -> exchange.spaceId().equals(spaceId) && exchange.sequence() > after);
  }
}
