package fr.socle.testcontainers;

import fr.socle.app.EmbeddedBench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.control.ControlOptions;
import fr.socle.bench.spi.MockService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** A bench in this JVM, on free ports of loopback, in memory. */
final class EmbeddedSocle implements SocleBench, AutoCloseable {
  private final EmbeddedBench bench;
  private final SpaceDescriptor space;

  private EmbeddedSocle(EmbeddedBench bench, SpaceDescriptor space) {
    this.bench = bench;
    this.space = space;
  }

  static EmbeddedSocle start(SocleOptions options) {
    BenchOptions.Builder builder =
        BenchOptions.builder()
            .services(chosen(options.services()))
            .settings(options.settings())
            .clientAuthorities(options.clientAuthorities());
    Path world = options.world();
    if (world != null) {
      builder.furnishing(EmbeddedBench.world(world));
    }
    EmbeddedBench bench = EmbeddedBench.start(builder.build(), ControlOptions.loopback());
    try {
      return new EmbeddedSocle(
          bench, bench.bench().createSpace(new SpaceRequest("principal", null, null)));
    } catch (RuntimeException e) {
      bench.close();
      throw e;
    }
  }

  private static List<MockService> chosen(List<String> names) {
    List<MockService> all = new ArrayList<>();
    ServiceLoader.load(MockService.class).forEach(all::add);
    for (String name : names) {
      if (all.stream().noneMatch(service -> service.name().equals(name))) {
        throw new IllegalArgumentException(
            "Le service « "
                + name
                + " » n'existe pas. Les services : "
                + String.join(", ", all.stream().map(MockService::name).sorted().toList())
                + ".");
      }
    }
    all.removeIf(service -> !names.isEmpty() && !names.contains(service.name()));
    return all;
  }

  @Override
  public BenchClient client() {
    return new BenchClient(bench.address());
  }

  @Override
  public SpaceDescriptor space() {
    return space;
  }

  @Override
  public void close() {
    bench.close();
  }
}
