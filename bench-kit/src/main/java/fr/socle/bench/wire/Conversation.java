package fr.socle.bench.wire;

import fr.socle.bench.content.Content;
import fr.socle.bench.http.TlsFacts;
import fr.socle.bench.session.Awaits;
import fr.socle.bench.session.Step.Then;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a connection of lines talks to. One call at a time, on threads that may block. */
public interface Conversation {
  /** The connection is open. */
  Turn begin();

  /** How long the client may say nothing between two exchanges. */
  Duration patience();

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
  Turn silent();

  /** A turn was written, or could not be. */
  void written();

  /** The connection is gone. Called once or more; only the first counts. */
  void ended(String code, String reason, TlsFacts tls);

  /**
   * What a connection does next.
   *
   * @param bytes to write
   * @param awaits what then has to come
   * @param then what becomes of the connection
   * @param delay how long to wait before writing
   * @param cut whether the connection is cut after the bytes
   */
  record Turn(Content bytes, Awaits awaits, Then then, Duration delay, boolean cut) {}
}
