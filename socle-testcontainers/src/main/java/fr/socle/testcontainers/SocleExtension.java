package fr.socle.testcontainers;

import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.SpaceDescriptor;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testcontainers.utility.DockerImageName;

/**
 * Gives the tests of a class one bench, empty at the beginning of each of them: as a static field
 * with {@code @RegisterExtension}, or by {@code @ExtendWith} with all services and nothing set.
 *
 * <p>The system property {@value #WHERE} says where it runs: {@code embarque}, in this JVM (unless
 * told), or {@code conteneur}, from the image that {@value #IMAGE} names. Parameters of type {@link
 * SocleBench}, {@link BenchClient} and {@link SpaceDescriptor} are given. Tests of a class must not
 * run at the same time.
 */
public final class SocleExtension
    implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback, ParameterResolver {
  /** System property: where the bench runs. */
  public static final String WHERE = "socle.banc";

  /** System property: image of the container. */
  public static final String IMAGE = "socle.image";

  private static final Set<Class<?>> GIVEN =
      Set.of(SocleBench.class, BenchClient.class, SpaceDescriptor.class);

  private final SocleOptions options;
  private @Nullable SocleBench bench;
  private @Nullable AutoCloseable running;

  /** All services, nothing set. */
  public SocleExtension() {
    this(SocleOptions.defaults());
  }

  /** With options. */
  public SocleExtension(SocleOptions options) {
    this.options = options;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    String where = System.getProperty(WHERE, "embarque");
    switch (where) {
      case "embarque" -> {
        EmbeddedSocle embedded = EmbeddedSocle.start(options);
        running = embedded;
        bench = embedded;
      }
      case "conteneur" -> {
        String image = System.getProperty(IMAGE, SocleContainer.IMAGE);
        SocleContainer container = new SocleContainer(DockerImageName.parse(image), options);
        running = container;
        bench = container;
        container.start();
      }
      default ->
          throw new IllegalArgumentException(
              "La propriété "
                  + WHERE
                  + " vaut « "
                  + where
                  + " » : écrivez « embarque » ou « conteneur ».");
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    bench().reset();
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    AutoCloseable closed = running;
    running = null;
    bench = null;
    if (closed != null) {
      closed.close();
    }
  }

  /** The bench of the tests that run. */
  public SocleBench bench() {
    SocleBench started = bench;
    if (started == null) {
      throw new IllegalStateException(
          "Le banc n'est pas démarré : déclarez l'extension dans un champ statique.");
    }
    return started;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return GIVEN.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    if (type == BenchClient.class) {
      return bench().client();
    }
    return type == SpaceDescriptor.class ? bench().space() : bench();
  }
}
