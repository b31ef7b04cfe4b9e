package fr.socle.psc.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.NextPhone;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowClosure;
import fr.socle.bench.client.api.WindowRequest;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.psc.PscMock;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A bench for the tests of the proxy, whose users answer on their phone at once. */
final class ProxyBench implements AutoCloseable {
  private final Bench bench;

  ProxyBench(Path pki) {
    this.bench =
        Bench.start(BenchOptions.builder().services(new PscMock()).pkiDirectory(pki).build());
  }

  Bench bench() {
    return bench;
  }

  /** A space whose phones accept and whose polls are one second apart. */
  SpaceDescriptor space(Map<String, String> settings) {
    Map<String, String> all = new LinkedHashMap<>(settings);
    all.put("psc.ciba-interval-seconds", "1");
    SpaceDescriptor space = bench.createSpace(new SpaceRequest(null, null, all));
    control(space, "next-phone", new NextPhone(null, "accepter", null, null));
    return space;
  }

  @SuppressWarnings("unchecked")
  Object control(SpaceDescriptor space, String name, Object input) {
    return bench.serviceOperations(space.id(), "psc").stream()
        .filter(operation -> operation.name().equals(name))
        .map(operation -> (ControlOperation<Object, Object>) operation)
        .findFirst()
        .orElseThrow()
        .run()
        .apply(input);
  }

  void arm(SpaceDescriptor space, String fault, Map<String, String> parameters) {
    bench.armFault(space.id(), new FaultRequest("psc", fault, parameters, 1, null));
  }

  Window open(SpaceDescriptor space) {
    Window window = bench.openWindow(space.id(), new WindowRequest("proxy"));
    control(space, "next-phone", new NextPhone(null, "accepter", null, null));
    return window;
  }

  /** Rules broken in a window, its exchanges included. */
  List<String> close(SpaceDescriptor space, Window window) {
    WindowClosure closure = bench.closeWindow(space.id(), window.id());
    assertThat(closure.benchErrors()).isEmpty();
    return bench.findings(space.id(), window.id()).stream().map(Finding::rule).distinct().toList();
  }

  /** Transactions of a space in order. */
  List<String> transactions(SpaceDescriptor space) {
    return bench.exchanges(space.id(), 0, null).exchanges().stream()
        .map(Exchange::transaction)
        .toList();
  }

  @Override
  public void close() {
    bench.close();
  }
}
