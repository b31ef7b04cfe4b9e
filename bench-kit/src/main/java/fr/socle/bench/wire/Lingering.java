package fr.socle.bench.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.util.BufferUtil;

/**
 * The end of a connection after its last answer: what the client still sends is read and dropped.
 * Closing at once would make the system reset the connection, and the client would lose the answer.
 */
final class Lingering {
  private static final int MOST = 1024 * 1024;

  private final AbstractConnection connection;
  private final ByteBuffer buffer;
  private int dropped;

  private Lingering(AbstractConnection connection, ByteBuffer buffer) {
    this.connection = connection;
    this.buffer = buffer;
  }

  /** Says that nothing more will be sent. */
  static Lingering begin(AbstractConnection connection, ByteBuffer buffer) {
    connection.getEndPoint().shutdownOutput();
    return prepare(connection, buffer);
  }

  /** For who has something to send still, and says by himself when that was all. */
  static Lingering prepare(AbstractConnection connection, ByteBuffer buffer) {
    return new Lingering(connection, buffer);
  }

  /** Reads once; false when the rest comes later or never. */
  boolean goOn() throws IOException {
    BufferUtil.clear(buffer);
    int filled = connection.getEndPoint().isOpen() ? connection.getEndPoint().fill(buffer) : -1;
    if (filled == 0) {
      connection.fillInterested();
      return false;
    }
    dropped += Math.max(filled, 0);
    if (filled < 0 || dropped > MOST) {
      connection.getEndPoint().close();
      return false;
    }
    return true;
  }
}
