package fr.socle.testcontainers;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/**
 * Ports that follow one another and are free on this machine. The bench prints the addresses it
 * listens on, so a container's ports must be the same inside and outside.
 */
final class PortBlock {
  // Below the ports that Linux gives to those who ask for any.
  private static final int FROM = 20_000;
  private static final int TO = 32_000;
  private static final int TRIES = 200;

  private PortBlock() {}

  /** First port of a free block. */
  static int find(int size, RandomGenerator random) {
    for (int i = 0; i < TRIES; i++) {
      int first = random.nextInt(FROM, TO - size);
      if (free(first, size)) {
        return first;
      }
    }
    throw new IllegalStateException(
        "Aucune suite de "
            + size
            + " ports libres entre "
            + FROM
            + " et "
            + TO
            + " : arrêtez des programmes qui écoutent.");
  }

  private static boolean free(int first, int size) {
    for (int port = first; port < first + size; port++) {
      try (ServerSocket probe = new ServerSocket(port)) {
        assert probe.isBound();
      } catch (IOException e) {
        return false;
      }
    }
    return true;
  }
}
