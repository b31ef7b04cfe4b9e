package fr.socle.bench.wire;

import fr.socle.bench.content.Content;
import fr.socle.bench.session.Delivery;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.IteratingCallback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way to a client: read no further than it reads, and no thread waits for it. Who
 * reads nothing for as long as the connection may be idle ends it.
 */
final class Sending extends IteratingCallback {
  private static final int PIECE = 256 * 1024;

  private final EndPoint endPoint;
  private final Executor executor;
  private final Scheduler scheduler;
  private final Delivery delivery;
  private final InputStream in;
  private final byte[] piece;
  private final CompletableFuture<Void> gone = new CompletableFuture<>();
  private boolean rested = true;

  private Sending(
      EndPoint endPoint,
      Executor executor,
      Scheduler scheduler,
      Content bytes,
      Delivery delivery,
      InputStream in) {
    this.endPoint = endPoint;
    this.executor = executor;
    this.scheduler = scheduler;
    this.delivery = delivery;
    this.in = in;
    int most = delivery.piece() > 0 ? Math.min(delivery.piece(), PIECE) : PIECE;
    this.piece = new byte[(int) Math.min(most, bytes.size())];
  }

  /** Begins; what is returned is done when the last byte has left, or cannot. */
  static CompletableFuture<Void> begin(
      EndPoint endPoint, Executor executor, Scheduler scheduler, Content bytes, Delivery delivery)
      throws IOException {
    if (bytes.size() == 0) {
      return CompletableFuture.completedFuture(null);
    }
    Sending sending = new Sending(endPoint, executor, scheduler, bytes, delivery, bytes.open());
    sending.iterate();
    return sending.gone;
  }

  @Override
  protected Action process() throws IOException {
    if (!rested) {
      rested = true;
      scheduler.schedule(
          () -> executor.execute(this::succeeded),
          delivery.pause().toMillis(),
          TimeUnit.MILLISECONDS);
      return Action.SCHEDULED;
    }
    int count = in.readNBytes(piece, 0, piece.length);
    if (count == 0) {
      return Action.SUCCEEDED;
    }
    rested = delivery.pause().isZero();
    endPoint.write(this, ByteBuffer.wrap(piece, 0, count));
    return Action.SCHEDULED;
  }

  @Override
  protected void onCompleteSuccess() {
    over(null);
  }

  @Override
  protected void onCompleteFailure(Throwable cause) {
    over(cause);
  }

  private void over(@Nullable Throwable cause) {
    try {
      in.close();
    } catch (IOException e) {
      gone.completeExceptionally(e);
      return;
    }
    if (cause == null) {
      gone.complete(null);
    } else {
      gone.completeExceptionally(cause);
    }
  }
}
