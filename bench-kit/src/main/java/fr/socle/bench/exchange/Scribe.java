package fr.socle.bench.exchange;

import fr.socle.bench.check.Condensable;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Exchange.Kind;
import fr.socle.bench.content.Content;
import fr.socle.bench.exchange.Attendance.Stay;
import fr.socle.bench.http.Served;
import fr.socle.bench.http.TlsFacts;
import fr.socle.bench.journal.ExchangeDraft;
import fr.socle.bench.journal.FindingDraft;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one visit in the journal and in its window. */
final class Scribe {
  private final Door door;
  private final Stay stay;
  private final Instant startedAt;
  private final long startNanos = System.nanoTime();

  Scribe(Door door, Stay stay, Instant startedAt) {
    this.door = door;
    this.stay = stay;
    this.startedAt = startedAt;
  }

  /**
   * What the journal keeps of a visit, whatever its form.
   *
   * @param kind what it is
   * @param method HTTP method
   * @param target path and query
   * @param status HTTP status of the answer
   * @param request bytes received
   * @param requestSize how many were received
   * @param truncated whether some were not kept
   * @param response bytes sent
   * @param findings findings of the checks
   * @param faults faults played
   */
  record Entry(
      Kind kind,
      @Nullable String method,
      @Nullable String target,
      @Nullable Integer status,
      Content request,
      long requestSize,
      boolean truncated,
      Content response,
      List<FindingDraft> findings,
      List<String> faults) {}

  Instant startedAt() {
    return startedAt;
  }

  /** Commits; what was decided is safe when this returns. */
  void write(TlsFacts tls, Served served, Entry entry) {
    Exchange exchange =
        door.journal()
            .append(
                new ExchangeDraft(
                    door.spaceId(),
                    windowId(),
                    door.spec().service(),
                    door.spec().name(),
                    entry.kind(),
                    served.transaction(),
                    startedAt,
                    (System.nanoTime() - startNanos) / 1000,
                    entry.method(),
                    entry.target(),
                    entry.status(),
                    tls.clientCertificate()
                        .map(one -> one.getSubjectX500Principal().getName())
                        .orElse(null),
                    served.decoded(),
                    served.refusal(),
                    entry.faults(),
                    entry.request(),
                    entry.requestSize(),
                    entry.truncated(),
                    entry.response(),
                    entry.findings(),
                    tls.session().orElse(null)));
    OpenWindow window = stay.window();
    if (window != null) {
      Object message = served.message();
      window.add(exchange, message instanceof Condensable whole ? whole.condensed() : message);
    }
  }

  /** Notes that something failed in the bench itself. */
  void benchError(String message) {
    OpenWindow window = stay.window();
    if (window != null) {
      window.benchError(message);
    }
    door.journal().benchError(door.spaceId(), windowId(), door.clock().instant(), message);
  }

  private @Nullable String windowId() {
    OpenWindow window = stay.window();
    return window == null ? null : window.window().id();
  }
}
