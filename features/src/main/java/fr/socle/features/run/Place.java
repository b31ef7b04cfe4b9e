package fr.socle.features.run;

import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.features.driver.Capabilities;
import fr.socle.features.driver.LpsDriver;

/** A space with the instance of the LPS that uses it. One scenario at a time holds it. */
final class Place implements AutoCloseable {
  private final SpaceDescriptor space;
  private final boolean ownSpace;
  private final LpsDriver driver;
  private final Capabilities capabilities;
  private boolean configured;

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

  SpaceDescriptor space() {
    return space;
  }

  boolean ownSpace() {
    return ownSpace;
  }

  LpsDriver driver() {
    return driver;
  }

  Capabilities capabilities() {
    return capabilities;
  }

  boolean configured() {
    return configured;
  }

  void setConfigured() {
    configured = true;
  }

  @Override
  public void close() {
    driver.close();
  }
}
