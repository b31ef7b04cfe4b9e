package fr.socle.bench.wire;

import fr.socle.bench.content.Content;
import fr.socle.bench.content.Scratch;
import fr.socle.bench.content.Spool;
import fr.socle.bench.http.Peer;
import fr.socle.bench.http.TlsFacts;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request being received: what the parser says of it and the bytes it came in. Used by one
 * thread at a time, except {@link #settle()}.
 */
final class MessageIn implements HttpParser.RequestHandler {
  private final Arrival arrival;
  private final WireLimits limits;
  private final Scratch scratch;
  private final Spool raw;
  private final Spool unchunked;
  private final AtomicBoolean settled = new AtomicBoolean();
  private final long startNanos = System.nanoTime();
  private long size;
  private long headSize;
  private long bodySize;
  private @Nullable HttpVersion version;
  private boolean chunked;
  private boolean close;
  private boolean keepAlive;
  private boolean continueExpected;
  private boolean otherExpectation;
  private boolean headComplete;
  private boolean complete;
  private @Nullable HttpException failure;
  private byte[] interim = new byte[0];

  MessageIn(Arrival arrival, WireLimits limits, Path spools) {
    this.arrival = arrival;
    this.limits = limits;
    this.scratch = Scratch.in(spools);
    this.raw = scratch.spool();
    this.unchunked = scratch.spool();
  }

  Arrival arrival() {
    return arrival;
  }

  /** Adds bytes the parser has just consumed; what is over the limit is counted, not kept. */
  void consumed(ByteBuffer bytes) {
    size += bytes.remaining();
    if (!headComplete || headSize == 0) {
      // The parser stops after the head, so these bytes hold nothing of the body.
      raw.write(bytes);
      if (headComplete) {
        headSize = size;
      }
      return;
    }
    long room = headSize + limits.body() - raw.size();
    if (room > 0) {
      ByteBuffer kept = bytes.duplicate();
      kept.limit(kept.position() + (int) Math.min(room, kept.remaining()));
      raw.write(kept);
    }
  }

  boolean isHeadComplete() {
    return headComplete;
  }

  boolean isComplete() {
    return complete;
  }

  @Nullable HttpException failure() {
    return failure;
  }

  boolean isTooLarge() {
    return bodySize > limits.body();
  }

  boolean isBeyondDraining() {
    return size > limits.drained();
  }

  boolean isTooSlow() {
    return System.nanoTime() - startNanos > limits.whole().toNanos();
  }

  boolean expectsContinue() {
    return continueExpected;
  }

  boolean hasUnknownExpectation() {
    return otherExpectation;
  }

  @Nullable HttpVersion version() {
    return version;
  }

  void interimSent(byte[] bytes) {
    interim = bytes;
  }

  /** The request, once complete or given up because it is too large. */
  ReceivedRequest received(TlsFacts tls, Peer peer) {
    Content whole = raw.content();
    RequestHead head = RequestHead.parse(whole.first((int) headSize));
    boolean truncated = isTooLarge() || !complete || raw.size() < size;
    return new ReceivedRequest(
        head,
        truncated ? Content.of(new byte[0]) : body(whole),
        whole,
        size,
        truncated,
        complete && isPersistent(),
        interim,
        scratch,
        tls,
        peer);
  }

  private Content body(Content whole) {
    Content body = chunked ? unchunked.content() : whole.region(headSize, whole.size() - headSize);
    return body.size() > Spool.IN_MEMORY ? body : Content.of(body.all());
  }

  RefusedRequest refused(int status, String reason, TlsFacts tls) {
    return new RefusedRequest(raw.content(), size, status, reason, interim, tls);
  }

  BrokenRequest broken(String code, String reason, TlsFacts tls) {
    return new BrokenRequest(raw.content(), size, code, reason, interim, tls);
  }

  private boolean isPersistent() {
    return version == HttpVersion.HTTP_1_0 ? keepAlive && !close : !close;
  }

  /** Whether the caller is the first to settle what becomes of this message. */
  boolean settle() {
    return settled.compareAndSet(false, true);
  }

  /** Gives back what it holds. */
  void done() {
    try {
      scratch.close();
    } finally {
      arrival.close();
    }
  }

  @Override
  public void messageBegin() {}

  @Override
  public void startRequest(String method, String uri, HttpVersion version) {
    this.version = version;
  }

  @Override
  public void parsedHeader(HttpField field) {
    HttpHeader header = field.getHeader();
    if (header == HttpHeader.CONNECTION) {
      close |= field.contains(HttpHeaderValue.CLOSE.asString());
      keepAlive |= field.contains(HttpHeaderValue.KEEP_ALIVE.asString());
    } else if (header == HttpHeader.TRANSFER_ENCODING) {
      chunked = true;
    } else if (header == HttpHeader.EXPECT) {
      continueExpected = HttpHeaderValue.CONTINUE.is(field.getValue());
      otherExpectation = !continueExpected;
    }
  }

  @Override
  public boolean headerComplete() {
    headComplete = true;
    return true;
  }

  @Override
  public boolean content(ByteBuffer content) {
    bodySize += content.remaining();
    if (chunked && bodySize <= limits.body()) {
      unchunked.write(content);
    }
    return false;
  }

  @Override
  public boolean contentComplete() {
    return false;
  }

  @Override
  public boolean messageComplete() {
    complete = true;
    return true;
  }

  @Override
  public void earlyEOF() {
    // The parser also says this of a body whose chunks are wrong.
    failure = new HttpException.RuntimeException(400, ParseFailures.BAD_CHUNK);
  }

  @Override
  public void badMessage(HttpException bad) {
    failure = bad;
  }
}
