package fr.socle.features.driver;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The software under test and how to drive it: the content of {@code lps.yaml}.
 *
 * @param lps its name, version and editor
 * @param driver how it is driven
 * @param urls addresses of the instances, one per space; only with {@link DriverKind#HTTP}
 * @param command command; only with {@link DriverKind#COMMANDE}
 * @param directory directory of the file, where the command is run
 * @param limit time one action may take; in observation, how long the bench is watched
 * @param profile profile of the catalogue the product is of, such as {@code lgc}
 * @param settings settings handed to the LPS with {@code configurer}
 */
public record LpsConfiguration(
    Capabilities.LpsIdentity lps,
    DriverKind driver,
    List<URI> urls,
    List<String> command,
    Path directory,
    Duration limit,
    @Nullable String profile,
    Map<String, String> settings) {

  /** Time one action may take when the file says nothing. */
  public static final Duration DEFAULT_LIMIT = Duration.ofSeconds(30);

  /** Copies the collections. */
  public LpsConfiguration {
    urls = List.copyOf(urls);
    command = List.copyOf(command);
    settings = Map.copyOf(settings);
  }

  /** Ways to drive an LPS. */
  public enum DriverKind {
    /** Calls over HTTP. */
    HTTP("http"),
    /** One process per action. */
    COMMANDE("commande"),
    /** Nobody drives. */
    OBSERVATION("observation");

    private final String label;

    DriverKind(String label) {
      this.label = label;
    }

    /** The word of {@code lps.yaml}. */
    public String label() {
      return label;
    }
  }

  /** A configuration of an LPS driven over HTTP, for programs that start the LPS themselves. */
  public static LpsConfiguration http(Capabilities.LpsIdentity lps, List<URI> urls) {
    return new LpsConfiguration(
        lps, DriverKind.HTTP, urls, List.of(), Path.of(""), DEFAULT_LIMIT, null, Map.of());
  }

  /** The same, its driver being at this address, which only the program that started it knows. */
  public LpsConfiguration at(URI address) {
    return new LpsConfiguration(
        lps, DriverKind.HTTP, List.of(address), command, directory, limit, profile, settings);
  }

  /** Number of instances: as many scenarios can run at once. */
  public int instances() {
    return driver == DriverKind.HTTP ? urls.size() : 1;
  }

  /**
   * Opens the driver of an instance; it holds itself to the contract.
   *
   * @param instance from 0 to {@link #instances()} excluded
   */
  public LpsDriver open(int instance) {
    ActionSchemas schemas = new ActionSchemas();
    LpsDriver bare =
        switch (driver) {
          case HTTP -> new HttpDriver(lps, urls.get(instance), limit, schemas);
          case COMMANDE -> new CommandDriver(command, directory, limit, schemas);
          case OBSERVATION -> new ObservationDriver(lps);
        };
    return new CheckedDriver(bare, schemas);
  }
}
