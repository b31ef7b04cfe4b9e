package fr.socle.insi;

import fr.socle.bench.client.api.InsiState;
import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.ServiceInstance;
import fr.socle.insi.protocol.AccessMode;
import fr.socle.insi.protocol.InsiEndpoint;
import fr.socle.insi.service.InsiService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** INSi in one space. */
final class InsiInstance implements ServiceInstance {
  private static final Map<String, AccessMode> MODES =
      Map.of(
          InsiMock.CERTIFICATE, AccessMode.CERTIFICATE,
          InsiMock.ASSERTION, AccessMode.ASSERTION,
          InsiMock.CLEAR, AccessMode.CLEAR);

  private final InsiService service;
  private final PrintDesk prints;
  private final Map<String, String> addresses;
  private final Map<String, HttpEndpoint> doors;

  /**
   * INSi behind its listeners.
   *
   * @param service INSi
   * @param prints reads what a software printed
   * @param addresses base addresses of its listeners, by name
   */
  InsiInstance(InsiService service, PrintDesk prints, Map<String, String> addresses) {
    this.service = service;
    this.prints = prints;
    this.addresses = Map.copyOf(addresses);
    Map<String, HttpEndpoint> made = new LinkedHashMap<>();
    addresses.forEach(
        (name, address) ->
            made.put(
                name,
                new InsiEndpoint(service, address, MODES.getOrDefault(name, AccessMode.CLEAR))));
    this.doors = Map.copyOf(made);
  }

  @Override
  public HttpEndpoint endpoint(String listener) {
    HttpEndpoint door = doors.get(listener);
    if (door == null) {
      throw new IllegalArgumentException("no listener " + listener);
    }
    return door;
  }

  @Override
  public Map<String, String> urls() {
    Map<String, String> urls = new LinkedHashMap<>();
    addresses.forEach((name, address) -> urls.put(name, address + InsiEndpoint.PATH));
    String clear = addresses.get(InsiMock.CLEAR);
    if (clear != null) {
      urls.put("insi.wsdl", clear + InsiEndpoint.PATH + "?wsdl");
    }
    return urls;
  }

  @Override
  public List<ControlOperation<?, ?>> operations() {
    List<ControlOperation<?, ?>> operations = new ArrayList<>();
    operations.add(
        new ControlOperation<>(
            "GET",
            "state",
            "The calls INSi served, in order",
            Void.class,
            InsiState.class,
            nothing -> new InsiState(service.calls())));
    operations.addAll(prints.operations());
    return List.copyOf(operations);
  }

  @Override
  public void age(Duration by) {
    service.age(by);
  }

  @Override
  public void reset() {
    service.reset();
  }

  @Override
  public void close() {
    // Holds no resource.
  }
}
