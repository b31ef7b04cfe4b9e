package fr.socle.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.SpaceDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.utility.DockerImageName;

@Tag("conteneur")
class SocleContainerTest {
  @Test
  void startsTheServicesWantedAndLeavesNoKeyWhenItStops() {
    Path authority;
    try (SocleContainer container =
        new SocleContainer(
            DockerImageName.parse(SocleContainer.IMAGE),
            SocleOptions.builder().services("insi").build())) {
      container.start();
      SpaceDescriptor space = container.space();
      authority = Path.of(space.caFile());

      assertThat(authority).exists();
      assertThat(space.urls()).containsKey("insi.certificate").doesNotContainKey("psc.issuer");
    }

    assertThat(Files.exists(authority)).isFalse();
  }

  @Test
  void anImageOfOneServiceIsThatService() {
    try (SocleContainer container =
        new SocleContainer(DockerImageName.parse("mock-psc"), SocleOptions.defaults())) {
      container.start();

      assertThat(container.client().health().services()).containsExactly("psc");
    }
  }
}
