package fr.socle.bench.space;

import fr.socle.bench.client.api.Fault;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.ProfessionalChange;
import fr.socle.bench.client.api.ProfessionalRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.ClientDescription;
import fr.socle.bench.client.api.Structure;
import fr.socle.bench.client.api.StructureRequest;
import fr.socle.bench.client.api.Stub;
import fr.socle.bench.client.api.StubRequest;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowClosure;
import fr.socle.bench.exchange.Door.Hall;
import fr.socle.bench.fault.FaultPlan;
import fr.socle.bench.operations.UnknownResourceException;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.spi.ServiceInstance;
import fr.socle.bench.wire.Listener;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open space. Safe for use by several threads. */
public final class Space {
  private static final Logger LOG = LoggerFactory.getLogger(Space.class);
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final SpaceDescriptor descriptor;
  private final List<Listener> listeners;
  private final Map<String, ServiceInstance> services;
  private final Hall hall;
  private final People people;
  private final KeptOrders orders;
  private final Windows windows;
  private final BenchFile file;
  private final AtomicBoolean closed = new AtomicBoolean();

  Space(
      Ground ground,
      SpaceDescriptor descriptor,
      List<Listener> listeners,
      Map<String, ServiceInstance> services,
      Hall hall,
      People people,
      Folio folio) {
    this.descriptor = descriptor;
    this.listeners = List.copyOf(listeners);
    this.services = new LinkedHashMap<>(services);
    this.hall = hall;
    this.people = people;
    this.orders = new KeptOrders(folio);
    this.windows =
        new Windows(
            ground, hall, () -> this.services.values().forEach(ServiceInstance::windowClosed));
    this.file = BenchFile.of(ground, descriptor.id());
  }

  /** The space as {@code bench.json} shows it. */
  public SpaceDescriptor descriptor() {
    return descriptor;
  }

  /** Opens a window. */
  public Window openWindow(String name) {
    return windows.open(name);
  }

  /** Closes a window; the second time gives the same answer. */
  public WindowClosure closeWindow(String windowId) {
    return windows.close(windowId);
  }

  /** Creates a patient. */
  public Patient create(PatientRequest request) {
    return people.create(request);
  }

  /** Patients created. */
  public List<Patient> patients() {
    return people.patients();
  }

  /** Creates a professional, or gives the one that stands for a persona. */
  public Professional create(ProfessionalRequest request) {
    return people.create(request);
  }

  /** Changes a professional. */
  public void change(ProfessionalChange change) {
    people.change(change);
  }

  /** Professionals. */
  public List<Professional> professionals() {
    return people.professionals();
  }

  /** Creates a structure. */
  public Structure create(StructureRequest request) {
    return people.create(request);
  }

  /** Structures. */
  public List<Structure> structures() {
    return people.structures();
  }

  /** Relying parties declared at the services now. */
  public List<ClientDescription> clients() {
    return services.values().stream().flatMap(service -> service.clients().stream()).toList();
  }

  /** Arms a fault, until its window closes if one is open. */
  public Fault armFault(FaultRequest request) {
    people.requireProfessional(request.nationalId());
    String clientId = request.clientId();
    if (clientId != null && clients().stream().noneMatch(one -> one.clientId().equals(clientId))) {
      throw new InvalidControlRequestException(
          "client-inconnu",
          "Aucun client de cet espace ne s'appelle « "
              + clientId
              + " » : déclarez-le d'abord, ou retirez clientId.");
    }
    return hall.faults().arm(request, windowId());
  }

  /** Faults armed. */
  public FaultPlan faults() {
    return hall.faults();
  }

  /** Loads a stub, until its window closes if one is open. */
  public Stub loadStub(StubRequest request) {
    return hall.stubs().load(request, windowId());
  }

  /** Removes a stub. */
  public void removeStub(String stubId) {
    hall.stubs().remove(stubId);
  }

  private @Nullable String windowId() {
    return hall.attendance().current().map(open -> open.window().id()).orElse(null);
  }

  /** Forgets what the services hold, the faults and the stubs. */
  public void reset() {
    hall.faults().clear();
    hall.stubs().clear();
    people.reset();
    services.values().forEach(ServiceInstance::reset);
  }

  /** Makes what the services hold older. */
  public void age(Duration by) {
    services.values().forEach(service -> service.age(by));
  }

  /** Control operations of a service. */
  public List<ControlOperation<?, ?>> operations(String service) {
    return instance(service).operations().stream()
        .<ControlOperation<?, ?>>map(operation -> orders.keeping(service, operation))
        .toList();
  }

  /** A service of this space; an unknown one is refused. */
  public ServiceInstance instance(String service) {
    ServiceInstance instance = services.get(service);
    if (instance == null) {
      throw new UnknownResourceException(
          "service-inconnu",
          "Le service « "
              + service
              + " » n'existe pas dans cet espace ; il y a : "
              + String.join(", ", services.keySet())
              + ".");
    }
    return instance;
  }

  /** Deletes what its services keep in the store; to be called once it is closed. */
  public void forget() {
    services.values().forEach(ServiceInstance::forgotten);
  }

  /** Closes the ports, lets the requests in flight end, closes the services. Twice is once. */
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    for (Listener listener : listeners) {
      try {
        listener.close();
      } catch (RuntimeException e) {
        LOG.warn("A listener of {} did not close", descriptor.id(), e);
      }
    }
    if (!hall.attendance().awaitQuiet(CLOSING)) {
      LOG.warn("Requests of {} were still in flight when it was closed", descriptor.id());
    }
    hall.stubs().close();
    try {
      file.delete();
    } catch (UncheckedIOException e) {
      LOG.warn("bench.json of {} stays", descriptor.id(), e);
    }
    for (ServiceInstance service : services.values()) {
      try {
        service.close();
      } catch (RuntimeException e) {
        LOG.warn("A service of {} did not close", descriptor.id(), e);
      }
    }
  }
}
