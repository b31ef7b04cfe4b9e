package fr.socle.bench.wire;

import fr.socle.bench.content.Content;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Blocker;

/** Writes bytes to a connection and waits until they are gone. */
final class Outlet {
  private static final int PIECE = 256 * 1024;

  private final EndPoint endPoint;

  Outlet(EndPoint endPoint) {
    this.endPoint = endPoint;
  }

  /** Reads no further than the client does: a piece is gone before the next is read. */
  void write(Content bytes) throws IOException {
    try (InputStream in = bytes.open()) {
      byte[] piece = new byte[(int) Math.min(PIECE, bytes.size())];
      for (int count = in.readNBytes(piece, 0, piece.length);
          count > 0;
          count = in.readNBytes(piece, 0, piece.length)) {
        try (Blocker.Callback written = Blocker.callback()) {
          endPoint.write(written, ByteBuffer.wrap(piece, 0, count));
          written.block();
        }
      }
    }
  }

  /** Ends the connection under TLS too, without its closing word. */
  void cut() {
    network().close();
  }

  /** Breaks the connection: the client gets a reset, not an end. */
  void reset() throws IOException {
    EndPoint network = network();
    if (network.getTransport() instanceof SocketChannel channel) {
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    }
    network.close();
  }

  private EndPoint network() {
    EndPoint network = endPoint;
    while (network instanceof EndPoint.Wrapper wrapper) {
      network = wrapper.unwrap();
    }
    return network;
  }
}
