package fr.socle.testcontainers;

import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.SpaceDescriptor;

/** A running bench with one space, wherever it runs. Safe for use by several threads. */
public interface SocleBench {

  /** The control API of the bench. What it says of files is true where the bench runs. */
  BenchClient client();

  /**
   * The space of the tests: addresses to give to the software under test, authority, key stores.
   * Addresses are reached, and files are read, from the JVM of the tests.
   */
  SpaceDescriptor space();

  /** Forgets what the services of the space hold, its persons and its faults. */
  default void reset() {
    client().reset(space().id());
  }
}
