package fr.socle.bench.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Body of an answer of which no more than a number of bytes is read, for services that call
 * addresses others chose. One for each call; used by the threads of the HTTP client.
 */
public final class LimitedBody implements BodySubscriber<byte[]> {
  private final int longest;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private @Nullable Subscription subscription;

  /**
   * A body that fails with {@link TooLongException} once it is longer.
   *
   * @param longest in bytes
   */
  public LimitedBody(int longest) {
    this.longest = longest;
  }

  /** The body is longer. */
  public static final class TooLongException extends IOException {
    private TooLongException() {
      super("the body is too long");
    }
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Subscription begun) {
    this.subscription = begun;
    begun.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    for (ByteBuffer part : parts) {
      if (bytes.size() + part.remaining() > longest) {
        if (subscription != null) {
          subscription.cancel();
        }
        boolean unused = whole.completeExceptionally(new TooLongException());
        return;
      }
      byte[] read = new byte[part.remaining()];
      part.get(read);
      bytes.writeBytes(read);
    }
  }

  @Override
  public void onError(Throwable failure) {
    boolean unused = whole.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    boolean unused = whole.complete(bytes.toByteArray());
  }
}
