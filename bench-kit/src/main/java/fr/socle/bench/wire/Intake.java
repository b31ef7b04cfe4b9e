package fr.socle.bench.wire;

/** Who is told of what arrives on one listener. Called from several threads at once. */
@FunctionalInterface
public interface Intake {
  /**
   * The first byte of a request, of a handshake or of anything else was read. The caller closes the
   * arrival once nothing more can come of it.
   */
  Arrival arrive();
}
