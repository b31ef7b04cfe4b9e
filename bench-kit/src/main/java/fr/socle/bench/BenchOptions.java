package fr.socle.bench;

import fr.socle.bench.space.RealNames;
import fr.socle.bench.spi.MockService;
import fr.socle.bench.wire.WireLimits;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a bench is started with.
 *
 * @param services services of each space
 * @param host address to bind
 * @param publicHost name or address software is told to use
 * @param portBase base of the ports of the first space; 0 = free ports everywhere
 * @param realNames listeners of the first space that stand under their real names
 * @param dataDir where everything is kept; absent = nothing outlives the bench, but the
 *     certificates
 * @param jdbcUrl address of a database; absent = files under {@code dataDir}, or memory
 * @param pkiDirectory where the certificates are; absent = under {@code dataDir}, or the user's
 *     cache
 * @param clientAuthorities PEM files of further client authorities to accept
 * @param seed seed of the worlds
 * @param settings settings of every space, unless the space says otherwise
 * @param limits what listeners put up with
 * @param quiet how long a closing window waits for requests in flight
 * @param clock wall clock
 * @param furnishing what every space is given once open
 */
public record BenchOptions(
    List<MockService> services,
    String host,
    String publicHost,
    int portBase,
    RealNames realNames,
    @Nullable Path dataDir,
    @Nullable String jdbcUrl,
    @Nullable Path pkiDirectory,
    List<Path> clientAuthorities,
    long seed,
    Map<String, String> settings,
    WireLimits limits,
    Duration quiet,
    Clock clock,
    Furnishing furnishing) {

  /** Copies the collections. */
  public BenchOptions {
    services = List.copyOf(services);
    clientAuthorities = List.copyOf(clientAuthorities);
    settings = Map.copyOf(settings);
  }

  /** Where the certificates are: told, with the data, or in the cache of the user. */
  public Path certificates() {
    if (pkiDirectory != null) {
      return pkiDirectory;
    }
    if (dataDir != null) {
      return dataDir.resolve("pki");
    }
    String cache = System.getenv("XDG_CACHE_HOME");
    Path home =
        cache == null || cache.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    // An authority that vouches for real names is nobody's but of the benches that asked for it.
    return home.resolve("socle").resolve(realNames.isEmpty() ? "pki" : "pki-noms-reels");
  }

  /** A builder holding the defaults: loopback, free ports, memory. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link BenchOptions}. */
  public static final class Builder {
    private @Nullable List<MockService> services;
    private String host = "127.0.0.1";
    private @Nullable String publicHost;
    private int portBase;
    private RealNames realNames = RealNames.NONE;
    private @Nullable Path dataDir;
    private @Nullable String jdbcUrl;
    private @Nullable Path pkiDirectory;
    private List<Path> clientAuthorities = List.of();
    private long seed = 2026;
    private final Map<String, String> settings = new TreeMap<>();
    private WireLimits limits = WireLimits.defaults();
    private Duration quiet = Duration.ofSeconds(10);
    private Clock clock = Clock.systemUTC();
    private Furnishing furnishing = Furnishing.NOTHING;

    private Builder() {}

    /** The services; those found by {@link ServiceLoader} unless told. */
    public Builder services(MockService... all) {
      services = List.of(all);
      return this;
    }

    /** The services; those found by {@link ServiceLoader} unless told. */
    public Builder services(List<MockService> all) {
      services = List.copyOf(all);
      return this;
    }

    /** Address to bind; {@code 127.0.0.1} unless told. */
    public Builder host(String address) {
      this.host = address;
      return this;
    }

    /** Name software is told to use; {@code localhost} on loopback unless told. */
    public Builder publicHost(@Nullable String name) {
      this.publicHost = name;
      return this;
    }

    /** Base of the ports of the first space; free ports unless told. */
    public Builder portBase(int base) {
      this.portBase = base;
      return this;
    }

    /** Listeners of the first space that stand under their real names; none unless told. */
    public Builder realNames(RealNames names) {
      this.realNames = names;
      return this;
    }

    /** Where everything is kept; memory unless told. */
    public Builder dataDir(@Nullable Path directory) {
      this.dataDir = directory;
      return this;
    }

    /** Address of a database. */
    public Builder jdbcUrl(@Nullable String url) {
      this.jdbcUrl = url;
      return this;
    }

    /** Where the certificates are. */
    public Builder pkiDirectory(@Nullable Path directory) {
      this.pkiDirectory = directory;
      return this;
    }

    /** PEM files of further client authorities to accept. */
    public Builder clientAuthorities(List<Path> files) {
      this.clientAuthorities = files;
      return this;
    }

    /** Seed of the worlds. */
    public Builder seed(long value) {
      this.seed = value;
      return this;
    }

    /** A setting of every space. */
    public Builder setting(String name, String value) {
      settings.put(name, value);
      return this;
    }

    /** Settings of every space. */
    public Builder settings(Map<String, String> all) {
      settings.putAll(all);
      return this;
    }

    /** What listeners put up with. */
    public Builder limits(WireLimits all) {
      this.limits = all;
      return this;
    }

    /** How long a closing window waits for requests in flight; 10 s unless told. */
    public Builder quiet(Duration bound) {
      this.quiet = bound;
      return this;
    }

    /** Wall clock. */
    public Builder clock(Clock wall) {
      this.clock = wall;
      return this;
    }

    /** What every space is given once open, again when it was reset or opens again. */
    public Builder furnishing(Furnishing wanted) {
      this.furnishing = wanted;
      return this;
    }

    /** The options. */
    public BenchOptions build() {
      List<MockService> all = services;
      if (all == null) {
        all = new ArrayList<>();
        ServiceLoader.load(MockService.class).forEach(all::add);
      }
      return new BenchOptions(
          all,
          host,
          publicHost == null ? nameOf(host) : publicHost,
          portBase,
          realNames,
          dataDir,
          jdbcUrl,
          pkiDirectory,
          clientAuthorities,
          seed,
          settings,
          limits,
          quiet,
          clock,
          furnishing);
    }

    private static String nameOf(String host) {
      try {
        InetAddress address = InetAddress.getByName(host);
        if (address.isLoopbackAddress()) {
          return "localhost";
        }
        return address.isAnyLocalAddress() ? InetAddress.getLocalHost().getHostName() : host;
      } catch (UnknownHostException e) {
        return host;
      }
    }
  }
}
