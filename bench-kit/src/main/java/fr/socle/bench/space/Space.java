package fr.socle.bench.space;

import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowClosure;
import fr.socle.bench.exchange.Attendance;
import fr.socle.bench.operations.UnknownResourceException;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.ServiceInstance;
import fr.socle.bench.wire.Listener;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open space. Safe for use by several threads. */
public final class Space {
  private static final Logger LOG = LoggerFactory.getLogger(Space.class);
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final SpaceDescriptor descriptor;
  private final List<Listener> listeners;
  private final Map<String, ServiceInstance> services;
  private final Attendance attendance;
  private final Windows windows;
  private final AtomicBoolean closed = new AtomicBoolean();

  Space(
      Ground ground,
      SpaceDescriptor descriptor,
      List<Listener> listeners,
      Map<String, ServiceInstance> services,
      Attendance attendance) {
    this.descriptor = descriptor;
    this.listeners = List.copyOf(listeners);
    this.services = new LinkedHashMap<>(services);
    this.attendance = attendance;
    this.windows = new Windows(ground, descriptor.id(), attendance);
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

  /** Forgets what the services hold. */
  public void reset() {
    services.values().forEach(ServiceInstance::reset);
  }

  /** Makes what the services hold older. */
  public void age(Duration by) {
    services.values().forEach(service -> service.age(by));
  }

  /** Control operations of a service. */
  public List<ControlOperation<?, ?>> operations(String service) {
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
    return instance.operations();
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
    if (!attendance.awaitQuiet(CLOSING)) {
      LOG.warn("Requests of {} were still in flight when it was closed", descriptor.id());
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
