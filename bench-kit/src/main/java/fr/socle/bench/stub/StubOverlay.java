package fr.socle.bench.stub;

import fr.socle.bench.client.api.Stub;
import fr.socle.bench.client.api.StubRequest;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.operations.UnknownResourceException;
import fr.socle.bench.spi.InvalidControlRequestException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The stubs of one space. WireMock is not even loaded before the first stub of a space, and is
 * asked only for a service that has one. Safe for use by several threads.
 */
public final class StubOverlay {
  // WireMock reads whole bodies: larger requests go to the service.
  private static final int LARGEST_BODY = 1024 * 1024;

  private final List<String> services;
  private final Map<String, WireMockStubs> byService = new ConcurrentHashMap<>();
  private final Map<String, Loaded> loaded = new ConcurrentHashMap<>();

  /** No stub yet. */
  public StubOverlay(List<String> services) {
    this.services = List.copyOf(services);
  }

  /**
   * Loads a stub.
   *
   * @param request service and mapping
   * @param windowId window it ends with, if one is open
   * @throws InvalidControlRequestException if WireMock refuses the mapping
   */
  public synchronized Stub load(StubRequest request, @Nullable String windowId) {
    if (!services.contains(request.service())) {
      throw new InvalidControlRequestException(
          "service-inconnu",
          "Le service « "
              + request.service()
              + " » n'existe pas ; il y a : "
              + String.join(", ", services)
              + ".");
    }
    WireMockStubs stubs =
        byService.computeIfAbsent(request.service(), service -> new WireMockStubs());
    String id = stubs.add(request.mapping());
    loaded.put(id, new Loaded(request.service(), windowId));
    return new Stub(id, request.service());
  }

  /** Removes a stub. */
  public synchronized void remove(String stubId) {
    Loaded gone = loaded.remove(stubId);
    if (gone == null) {
      throw new UnknownResourceException(
          "bouchon-inconnu",
          "Le bouchon " + stubId + " n'est pas chargé : prenez l'identifiant rendu au chargement.");
    }
    stubs(gone).remove(stubId);
  }

  /** Removes what was loaded in a window. */
  public synchronized void endWindow(String windowId) {
    for (Map.Entry<String, Loaded> entry : loaded.entrySet()) {
      if (windowId.equals(entry.getValue().windowId())) {
        remove(entry.getKey());
      }
    }
  }

  /** Removes everything. */
  public synchronized void clear() {
    List.copyOf(loaded.keySet()).forEach(this::remove);
  }

  /** Forgets WireMock altogether. */
  public synchronized void close() {
    loaded.clear();
    byService.values().forEach(WireMockStubs::close);
    byService.clear();
  }

  /** What the stubs of a service want done with a request; nothing when none matches. */
  public Optional<StubPlay> play(String service, String address, IncomingRequest request) {
    WireMockStubs stubs = byService.get(service);
    if (stubs == null || stubs.isEmpty() || request.content().size() >= LARGEST_BODY) {
      return Optional.empty();
    }
    return stubs.play(address, request);
  }

  private WireMockStubs stubs(Loaded stub) {
    WireMockStubs stubs = byService.get(stub.service());
    if (stubs == null) {
      throw new IllegalStateException("no stub of " + stub.service());
    }
    return stubs;
  }

  /** Where a stub stands, and the window it ends with. */
  private record Loaded(String service, @Nullable String windowId) {}
}
