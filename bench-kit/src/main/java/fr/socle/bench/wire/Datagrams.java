package fr.socle.bench.wire;

import fr.socle.bench.http.Peer;
import fr.socle.bench.http.TlsFacts;
import fr.socle.bench.session.SessionLink;
import fr.socle.bench.wire.Conversation.Turn;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The datagrams of a port that also takes connections. Each one is a conversation of its own: it is
 * answered by one datagram or by none, and is an exchange as any other.
 */
final class Datagrams implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Datagrams.class);
  private static final int LARGEST = 65_535;
  // Beyond, the system drops what comes, as it does for any server that does not keep up.
  // Few: the threads are those of every listener of the bench.
  private static final int AT_ONCE = 8;

  private final DatagramSocket socket;
  private final Intake intake;
  private final Executor executor;
  private final Scheduler scheduler;
  private final Semaphore room = new Semaphore(AT_ONCE);

  private Datagrams(DatagramSocket socket, Intake intake, Executor executor, Scheduler scheduler) {
    this.socket = socket;
    this.intake = intake;
    this.executor = executor;
    this.scheduler = scheduler;
  }

  /**
   * Takes a port; what comes waits until {@link #start}.
   *
   * @throws IOException if it is taken
   */
  static Datagrams bind(
      String host, int port, Intake intake, Executor executor, Scheduler scheduler)
      throws IOException {
    return new Datagrams(
        new DatagramSocket(new InetSocketAddress(InetAddress.getByName(host), port)),
        intake,
        executor,
        scheduler);
  }

  static Peer peer(SocketAddress address) {
    return address instanceof InetSocketAddress from && from.getAddress() != null
        ? new Peer(from.getAddress().getHostAddress(), from.getPort())
        : Peer.unknown();
  }

  void start() {
    Thread thread = new Thread(this::receive, "socle-datagrammes-" + socket.getLocalPort());
    thread.setDaemon(true);
    thread.start();
  }

  private void receive() {
    DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
    while (!socket.isClosed()) {
      try {
        packet.setLength(LARGEST);
        socket.receive(packet);
        byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
        SocketAddress from = packet.getSocketAddress();
        room.acquire();
        take(bytes, from);
      } catch (IOException e) {
        // That of an answer nobody was there to read, on some systems; or the end.
        LOG.debug("No datagram", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void take(byte[] bytes, SocketAddress from) {
    try {
      executor.execute(() -> converse(bytes, from));
    } catch (RejectedExecutionException e) {
      // The bench is being stopped.
      room.release();
    }
  }

  private void converse(byte[] bytes, SocketAddress from) {
    try {
      Conversation talk = intake.converse(new Link(peer(from)));
      try {
        talk.begin();
        talk.consumed(ByteBuffer.wrap(bytes), true);
        Turn turn = talk.completed(true, ByteBuffer.allocate(0), TlsFacts.clear());
        for (Supplier<Turn> work = turn.work(); work != null; work = turn.work()) {
          turn = work.get();
        }
        answer(turn, from);
        talk.written(true);
      } finally {
        talk.ended("datagramme-clos", "Le datagramme n'a pas été traité.", TlsFacts.clear());
      }
    } catch (RuntimeException e) {
      LOG.error("A datagram failed in the bench", e);
    } finally {
      room.release();
    }
  }

  /** Sends an answer; one that is cut does not arrive, since a part of a datagram never does. */
  private void answer(Turn turn, SocketAddress to) {
    if (turn.isCut() || turn.bytes().size() == 0) {
      return;
    }
    byte[] bytes = turn.bytes().all();
    if (turn.delay().isZero()) {
      send(bytes, to);
      return;
    }
    scheduler.schedule(
        () -> executor.execute(() -> send(bytes, to)),
        turn.delay().toMillis(),
        TimeUnit.MILLISECONDS);
  }

  private void send(byte[] bytes, SocketAddress to) {
    try {
      socket.send(new DatagramPacket(bytes, bytes.length, to));
    } catch (IOException e) {
      LOG.debug("An answer was not sent to {}", to, e);
    }
  }

  @Override
  public void close() {
    socket.close();
  }

  /** One datagram; nothing is said of its own accord. */
  private record Link(Peer peer) implements SessionLink {
    @Override
    public void wake() {}

    @Override
    public boolean isDatagram() {
      return true;
    }
  }
}
