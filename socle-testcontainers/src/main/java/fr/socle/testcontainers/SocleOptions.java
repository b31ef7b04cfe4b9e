package fr.socle.testcontainers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a bench of tests is started with, wherever it runs.
 *
 * @param services services wanted, such as {@code psc} and {@code insi}; none = all of them
 * @param settings settings of the space, such as {@code insi.not-found=fault}
 * @param clientAuthorities PEM files of further client authorities to accept
 * @param world world file: persons and Pro Santé Connect clients of the software under test
 */
public record SocleOptions(
    List<String> services,
    Map<String, String> settings,
    List<Path> clientAuthorities,
    @Nullable Path world) {

  /** Copies the collections. */
  public SocleOptions {
    services = List.copyOf(services);
    settings = Map.copyOf(settings);
    clientAuthorities = List.copyOf(clientAuthorities);
  }

  /** All services, nothing set. */
  public static SocleOptions defaults() {
    return builder().build();
  }

  /** A builder holding the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link SocleOptions}. */
  public static final class Builder {
    private List<String> services = List.of();
    private final Map<String, String> settings = new TreeMap<>();
    private final List<Path> clientAuthorities = new ArrayList<>();
    private @Nullable Path world;

    private Builder() {}

    /** Only these services. */
    public Builder services(String... names) {
      services = List.of(names);
      return this;
    }

    /** A setting of the space. */
    public Builder setting(String name, String value) {
      settings.put(name, value);
      return this;
    }

    /** A further client authority to accept. */
    public Builder clientAuthority(Path pem) {
      clientAuthorities.add(pem);
      return this;
    }

    /** Persons and clients that the space is given. */
    public Builder world(Path file) {
      world = file;
      return this;
    }

    /** The options. */
    public SocleOptions build() {
      return new SocleOptions(services, settings, clientAuthorities, world);
    }
  }
}
