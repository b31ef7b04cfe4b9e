package fr.socle.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.spi.ListenerSpec;
import fr.socle.bench.spi.MockService;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the image opens is what the services listen on. */
class DockerFilesTest {
  private static final int BASE = 8440;

  @ParameterizedTest
  @CsvSource({"Dockerfile, EXPOSE 8440-%d", "compose.yml, 127.0.0.1:8440-%1$d:8440-%1$d"})
  void everyListenerIsReached(String file, String ports) {
    int last =
        ServiceLoader.load(MockService.class).stream()
            .flatMap(service -> service.get().listeners().stream())
            .mapToInt(ListenerSpec::offset)
            .max()
            .orElseThrow();

    assertThat(Path.of("../docker", file)).content().contains(ports.formatted(BASE + last));
  }
}
