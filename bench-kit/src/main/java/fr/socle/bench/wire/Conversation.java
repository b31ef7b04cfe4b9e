package fr.socle.bench.wire;

import fr.socle.bench.content.Content;
import fr.socle.bench.http.TlsFacts;
import fr.socle.bench.session.Awaits;
import fr.socle.bench.session.Delivery;
import fr.socle.bench.session.Step.Then;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a connection of lines talks to. One call at a time, on threads that may block. */
public interface Conversation {
  /** The connection is open. */
  Turn begin();

  /** How long the client may say nothing, and how long it may take over one unit. */
  Duration patience();

  /** How long it is not woken again after it said something unasked. */
  Duration rest();

  /** Whether TLS begins with the connection. */
  boolean beginsWithTls();

  /**
   * Bytes were read that belong to what is awaited.
   *
   * @param bytes the bytes
   * @param kept whether they are kept, or only counted
   */
  void consumed(ByteBuffer bytes, boolean kept);

  /**
   * What was awaited is there.
   *
   * @param whole whether it was not too long
   * @param more bytes already received after it, left as they are
   */
  Turn completed(boolean whole, ByteBuffer more, TlsFacts tls);

  /** Somebody asked to be called; null when there is nothing to say. */
  @Nullable Turn woken(TlsFacts tls);

  /** The client said nothing for too long. */
  Turn silent(TlsFacts tls);

  /** A turn was written, or could not be. */
  void written(boolean reached);

  /** The connection is gone. Called once or more; only the first counts. */
  void ended(String code, String reason, TlsFacts tls);

  /**
   * What a connection does next.
   *
   * @param bytes to write
   * @param awaits what then has to come
   * @param then what becomes of the connection
   * @param delay how long to wait before writing
   * @param delivery how the bytes travel; a cut is after the bytes
   * @param work what gives the turn, on a thread that may wait for others; null when this is it
   */
  record Turn(
      Content bytes,
      Awaits awaits,
      Then then,
      Duration delay,
      Delivery delivery,
      @Nullable Supplier<Turn> work) {
    boolean isCut() {
      return delivery.most() <= bytes.size();
    }
  }
}
