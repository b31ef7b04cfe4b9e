package fr.socle.bench.space;

import fr.socle.bench.spi.ListenerSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The real host names of services, and the loopback address that stands for each: a listener keeps
 * its own port, certificate and policy towards those of clients. Listeners that are not here are
 * where they are otherwise.
 *
 * @param sites where a listener is, by its name
 * @param called addresses of {@code bench.json} under another name of their listener than the first
 */
public record RealNames(Map<String, Site> sites, Map<String, String> called) {
  /** No listener has a real name. */
  public static final RealNames NONE = new RealNames(Map.of(), Map.of());

  private static final Map<String, Integer> USUAL = Map.of("http", 80, "https", 443);

  /**
   * Where a listener is.
   *
   * @param names host names that lead there, the one of its addresses first
   * @param address loopback address to bind
   * @param port port, 0 for any free one
   */
  public record Site(List<String> names, String address, int port) {
    /** A site; at least one name. */
    public Site {
      names = List.copyOf(names);
      if (names.isEmpty()) {
        throw new IllegalArgumentException("a site has a name");
      }
    }
  }

  /** Copies the map. */
  public RealNames {
    sites = Map.copyOf(sites);
    called = Map.copyOf(called);
  }

  /** Where a listener is; empty when it has no real name. */
  Optional<Site> of(ListenerSpec spec) {
    return Optional.ofNullable(sites.get(spec.name()));
  }

  /** Every name, which the certificates must carry. */
  public Set<String> hosts() {
    Set<String> hosts = new LinkedHashSet<>();
    sites.values().forEach(site -> hosts.addAll(site.names()));
    return hosts;
  }

  /** Whether no listener has a real name. */
  public boolean isEmpty() {
    return sites.isEmpty();
  }

  /** An address of {@code bench.json}, under the name it is called by. */
  String renamed(String url, String address) {
    String other = called.get(url);
    return other == null ? address : address.replaceFirst("://[^/:]+", "://" + other);
  }

  /** What follows the host in an address: nothing when software would guess it. */
  static String suffix(String scheme, int port) {
    return Integer.valueOf(port).equals(USUAL.get(scheme)) ? "" : ":" + port;
  }
}
