package fr.socle.testcontainers;

import com.github.dockerjava.api.command.InspectContainerResponse;
import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.SpaceDescriptor;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.InternetProtocol;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * A bench in a container, from the image that {@code docker/Dockerfile} makes.
 *
 * <p>Its ports are the same outside as inside, since the bench tells its addresses; they are found
 * free when the container is made. Further spaces would listen beyond them: one container has one
 * space.
 */
public final class SocleContainer extends GenericContainer<SocleContainer> implements SocleBench {
  /** Image that is used unless told. */
  public static final String IMAGE = "socle";

  // Offsets of the listeners of a space, the control API included.
  private static final int PORTS = 16;
  private static final int DNS = 15;
  private static final String PKI = "/donnees/pki";
  private static final String GIVEN = "/etc/socle/";

  private final int base = PortBlock.find(PORTS, new SecureRandom());
  private final String token = UUID.randomUUID().toString();
  private @Nullable CertificateFolder certificates;
  private @Nullable SpaceDescriptor space;

  /** All services, nothing set, from the image {@value #IMAGE}. */
  public SocleContainer() {
    this(DockerImageName.parse(IMAGE), SocleOptions.defaults());
  }

  /**
   * A container, to be started.
   *
   * @param image image of the bench, or of one service of it
   * @param options what the bench is started with; its files are copied into the container
   */
  public SocleContainer(DockerImageName image, SocleOptions options) {
    super(image);
    for (int port = base; port < base + PORTS; port++) {
      addFixedExposedPort(port, port);
    }
    // What is asked of DNS comes by datagrams first.
    addFixedExposedPort(base + DNS, base + DNS, InternetProtocol.UDP);
    // What waits for it looks among these; the fixed one stands.
    addExposedPort(base);
    withEnv("SOCLE_PORT_BASE", String.valueOf(base));
    withEnv("SOCLE_TOKEN", token);
    if (!options.services().isEmpty()) {
      withEnv("SOCLE_SERVICES", String.join(" ", options.services()));
    }
    withCommand(command(options).toArray(String[]::new));
    waitingFor(
        Wait.forHttp("/control/v1/spaces")
            .forPort(base)
            .withHeader("Authorization", "Bearer " + token)
            .forResponsePredicate(spaces -> spaces.contains("\"urls\""))
            .withStartupTimeout(Duration.ofMinutes(3)));
  }

  /** Options of {@code socle up}, and the files they name. */
  private List<String> command(SocleOptions options) {
    List<String> command = new ArrayList<>(List.of("--public-host", getHost()));
    new TreeMap<>(options.settings())
        .forEach((name, value) -> command.addAll(List.of("--reglage", name + "=" + value)));
    int number = 0;
    for (Path authority : options.clientAuthorities()) {
      command.addAll(List.of("--client-ca", given(authority, "autorite-" + number++ + ".pem")));
    }
    Path world = options.world();
    if (world != null) {
      Path name = Objects.requireNonNull(world.getFileName(), "world file");
      command.addAll(List.of("--world", given(world, name.toString())));
    }
    return command;
  }

  private String given(Path file, String name) {
    withCopyFileToContainer(MountableFile.forHostPath(file, 0644), GIVEN + name);
    return GIVEN + name;
  }

  @Override
  protected void containerIsStarted(InspectContainerResponse description) {
    CertificateFolder copied =
        CertificateFolder.copy(
            PKI, getDockerClient().copyArchiveFromContainerCmd(getContainerId(), PKI).exec());
    certificates = copied;
    space = copied.localized(client().spaces().get(0));
  }

  @Override
  public BenchClient client() {
    return new BenchClient(URI.create("http://" + getHost() + ":" + base), token);
  }

  @Override
  public SpaceDescriptor space() {
    return Objects.requireNonNull(space, "Le conteneur n'est pas démarré : appelez start().");
  }

  @Override
  protected void containerIsStopped(InspectContainerResponse description) {
    CertificateFolder copied = certificates;
    certificates = null;
    space = null;
    if (copied != null) {
      copied.close();
    }
  }
}
