package fr.socle.bench.wire;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Blocker;

/** Writes bytes to a connection and waits until they are gone. */
final class Outlet {
  private final EndPoint endPoint;

  Outlet(EndPoint endPoint) {
    this.endPoint = endPoint;
  }

  void write(byte[] bytes) throws IOException {
    if (bytes.length == 0) {
      return;
    }
    try (Blocker.Callback written = Blocker.callback()) {
      endPoint.write(written, ByteBuffer.wrap(bytes));
      written.block();
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
