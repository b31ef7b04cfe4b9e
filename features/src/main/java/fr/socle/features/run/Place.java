package fr.socle.features.run;

import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.features.driver.Capabilities;
import fr.socle.features.driver.LpsDriver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An instance of the LPS with the space it uses, and with the spaces that were made for it because
 * a scenario asked for other settings. One scenario at a time holds it.
 */
final class Place implements AutoCloseable {
  private final SpaceDescriptor space;
  private final boolean ownSpace;
  private final LpsDriver driver;
  private final Capabilities capabilities;
  private final Map<Map<String, String>, SpaceDescriptor> others = new LinkedHashMap<>();
  private String configuredFor = "";
  private @Nullable String logoutAddress;
  private @Nullable String proxyAddress;
  private boolean fresh;

  /**
   * A place.
   *
   * @param space the space
   * @param ownSpace whether the run made it, and may empty it
   * @param driver driver of the instance of the LPS
   * @param capabilities what the driver can do
   */
  Place(SpaceDescriptor space, boolean ownSpace, LpsDriver driver, Capabilities capabilities) {
    this.space = space;
    this.ownSpace = ownSpace;
    this.driver = driver;
    this.capabilities = capabilities;
  }

  /** The space with these settings, made when there is none yet; no settings = the usual one. */
  synchronized SpaceDescriptor space(Map<String, String> settings, BenchClient bench) {
    if (has(settings)) {
      return space;
    }
    SpaceDescriptor known = others.get(settings);
    if (known != null) {
      return known;
    }
    String name = space.name() + "-" + (others.size() + 2);
    SpaceDescriptor made = bench.createSpace(new SpaceRequest(name, null, settings));
    others.put(settings, made);
    return made;
  }

  /** Whether the usual space was opened with these settings already. */
  boolean has(Map<String, String> settings) {
    return space.settings().entrySet().containsAll(settings.entrySet());
  }

  /** Whether the run made the spaces of this place: it may empty them and make more. */
  boolean ownSpace() {
    return ownSpace;
  }

  /** Every space that was used, the usual one first. */
  synchronized List<SpaceDescriptor> spaces() {
    List<SpaceDescriptor> spaces = new ArrayList<>(List.of(space));
    spaces.addAll(others.values());
    return spaces;
  }

  LpsDriver driver() {
    return driver;
  }

  Capabilities capabilities() {
    return capabilities;
  }

  /** Whether the LPS uses this space as this relying party. */
  boolean isConfiguredFor(SpaceDescriptor one, ClientChoice client) {
    return configuredFor.equals(setup(one, client));
  }

  /**
   * The LPS was told to use a space.
   *
   * @param logoutAddress where it hears of logouts, if it said so
   * @param proxyAddress where its editor's own Proxy e-Santé is, if it said so
   */
  void setConfiguredFor(
      SpaceDescriptor one,
      ClientChoice client,
      @Nullable String logoutAddress,
      @Nullable String proxyAddress) {
    configuredFor = setup(one, client);
    this.logoutAddress = logoutAddress;
    this.proxyAddress = proxyAddress;
  }

  /** Nobody knows what the LPS uses now. */
  void setConfigurationLost() {
    configuredFor = "";
    logoutAddress = null;
    proxyAddress = null;
  }

  /**
   * Whether nothing happened to the LPS since it forgot everything: nothing was asked of it, it
   * exchanged nothing with the bench, and the bench cannot call it.
   */
  boolean isFresh() {
    return fresh && logoutAddress == null && proxyAddress == null;
  }

  /** The LPS forgot everything. */
  void setFresh() {
    fresh = true;
  }

  /** Something happened to the LPS. */
  void setUsed() {
    fresh = false;
  }

  /** Where the LPS hears of logouts, if it said so. */
  Optional<String> logoutAddress() {
    return Optional.ofNullable(logoutAddress);
  }

  /** Where its editor's own Proxy e-Santé is, if it said so. */
  Optional<String> proxyAddress() {
    return Optional.ofNullable(proxyAddress);
  }

  private static String setup(SpaceDescriptor one, ClientChoice client) {
    return one.id() + " " + client;
  }

  @Override
  public void close() {
    driver.close();
  }
}
