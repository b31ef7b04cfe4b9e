package fr.socle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.check.CheckBook;
import fr.socle.bench.client.api.FaultKind;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.ListenerSpec;
import fr.socle.bench.spi.MockService;
import fr.socle.bench.spi.ServiceContext;
import fr.socle.bench.spi.ServiceInstance;
import fr.socle.bench.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that keeps something of its own in the database of the bench. */
class ServiceStoreTest {
  private static final SpaceRequest ANY = new SpaceRequest(null, null, Map.of());

  @Test
  void whatAServiceKeepsGoesWithItsSpaceAndWithNoOther(@TempDir Path pki) {
    try (Bench bench =
        Bench.start(BenchOptions.builder().services(new Notebook()).pkiDirectory(pki).build())) {
      String first = bench.createSpace(ANY).id();
      String second = bench.createSpace(ANY).id();
      Notes notes = (Notes) bench.instance(second, "carnet");
      assertThat(notes.spaces()).containsExactlyInAnyOrder(first, second);

      bench.deleteSpace(first);

      assertThat(notes.spaces()).containsExactly(second);
    }
  }

  @Test
  void whatAServiceKeepsOutlivesABenchWhoseDataAreKept(@TempDir Path pki, @TempDir Path data) {
    BenchOptions options =
        BenchOptions.builder().services(new Notebook()).pkiDirectory(pki).dataDir(data).build();
    String kept;
    try (Bench bench = Bench.start(options)) {
      kept = bench.createSpace(ANY).id();
    }
    try (Bench bench = Bench.start(options)) {
      String other = bench.createSpace(ANY).id();
      assertThat(((Notes) bench.instance(other, "carnet")).spaces())
          .containsExactlyInAnyOrder(kept, other);
    }
  }

  private static final class Notebook implements MockService {
    @Override
    public String name() {
      return "carnet";
    }

    @Override
    public List<ListenerSpec> listeners() {
      return List.of();
    }

    @Override
    public List<FaultKind> faults() {
      return List.of();
    }

    @Override
    public CheckBook checks() {
      return CheckBook.builder().build();
    }

    @Override
    public void prepare(Store store) {
      store.migrate("carnet", "fr/socle/bench/carnet", List.of("V1__carnet.sql"));
    }

    @Override
    public ServiceInstance open(ServiceContext context) {
      Store store = context.store().get();
      store
          .jdbi()
          .useTransaction(
              handle -> handle.execute("insert into carnet.note values (?)", context.spaceId()));
      return new Notes(store, context.spaceId());
    }
  }

  private record Notes(Store store, String space) implements ServiceInstance {
    List<String> spaces() {
      return store
          .jdbi()
          .withHandle(
              handle ->
                  handle.select("select space_id from carnet.note").mapTo(String.class).list());
    }

    @Override
    public HttpEndpoint endpoint(String listener) {
      throw new IllegalArgumentException(listener);
    }

    @Override
    public Map<String, String> urls() {
      return Map.of();
    }

    @Override
    public List<ControlOperation<?, ?>> operations() {
      return List.of();
    }

    @Override
    public void age(Duration by) {}

    @Override
    public void reset() {}

    @Override
    public void forgotten() {
      store
          .jdbi()
          .useTransaction(
              handle -> handle.execute("delete from carnet.note where space_id = ?", space));
    }

    @Override
    public void close() {}
  }
}
