package fr.socle.bench.exchange;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Exchange.Kind;
import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.exchange.Attendance.Stay;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.Served;
import fr.socle.bench.http.TlsFacts;
import fr.socle.bench.journal.ExchangeDraft;
import fr.socle.bench.journal.FindingDraft;
import fr.socle.bench.wire.AnswerBytes;
import fr.socle.bench.wire.Arrival;
import fr.socle.bench.wire.BrokenRequest;
import fr.socle.bench.wire.FailedHandshake;
import fr.socle.bench.wire.ReceivedRequest;
import fr.socle.bench.wire.RefusedRequest;
import fr.socle.bench.wire.Reply;
import fr.socle.bench.wire.Reply.Ending;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One arrival at a door, until it is in the journal. */
final class Visit implements Arrival {
  private static final Logger LOG = LoggerFactory.getLogger(Visit.class);

  private final Door door;
  private final Stay stay;
  private final Instant startedAt;
  private final long startNanos = System.nanoTime();

  Visit(Door door, Stay stay, Instant startedAt) {
    this.door = door;
    this.stay = stay;
    this.startedAt = startedAt;
  }

  @Override
  public Reply serve(ReceivedRequest received) {
    IncomingRequest request =
        new IncomingRequest(
            door.spec().name(),
            received.head().method(),
            received.head().target(),
            received.head().headers(),
            received.body(),
            received.tls(),
            startedAt);
    Served served = received.truncated() ? tooLarge() : ask(request);
    List<FindingDraft> findings = door.judges().judge(request, served, this::benchError);
    byte[] sent = bytes(received, served.answer());
    Exchange exchange =
        commit(
            received.tls(),
            served,
            new Recorded(
                Kind.HTTP,
                request.method(),
                request.target(),
                served.answer().status(),
                received.raw()::open,
                received.size(),
                received.truncated(),
                joined(received.interim(), sent),
                findings));
    OpenWindow window = stay.window();
    if (window != null) {
      window.add(exchange, served.message());
    }
    return new Reply.Now(sent, received.persistent() ? Ending.KEEP : Ending.CLOSE);
  }

  private Served ask(IncomingRequest request) {
    try {
      return door.endpoint().serve(request, RequestFaults.none());
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("The service {} failed", door.spec().service(), e);
      benchError("Le service " + door.spec().service() + " a échoué : " + e);
      return new Served(
          text(
              500,
              "Le banc a échoué en traitant cette requête : votre logiciel n'y est pour rien."),
          null,
          null,
          Map.of("erreurDuBanc", e.toString()),
          null);
    }
  }

  private byte[] bytes(ReceivedRequest received, Answer answer) {
    String method = received.head().method();
    String version = received.head().version();
    try {
      return AnswerBytes.of(answer, method, version, received.persistent(), door.clock().instant());
    } catch (IllegalArgumentException e) {
      benchError("Une réponse du service " + door.spec().service() + " est incorrecte : " + e);
      return AnswerBytes.of(
          text(500, "Le banc a préparé une réponse incorrecte."),
          method,
          version,
          received.persistent(),
          door.clock().instant());
    }
  }

  private static Served tooLarge() {
    String reason =
        "Le corps de la requête dépasse ce que ce port accepte : envoyez un message plus petit.";
    return Served.refused(text(413, reason), new Refusal("413", reason));
  }

  @Override
  public Reply refuse(RefusedRequest refused) {
    byte[] sent =
        AnswerBytes.of(
            text(refused.status(), refused.reason()), "", "", false, door.clock().instant());
    record(
        refused.tls(),
        Served.refused(
            Answer.empty(refused.status()),
            new Refusal(Integer.toString(refused.status()), refused.reason())),
        new Recorded(
            Kind.CONNECTION,
            null,
            null,
            refused.status(),
            refused.raw()::open,
            refused.size(),
            refused.raw().size() < refused.size(),
            joined(refused.interim(), sent),
            List.of()));
    return new Reply.Now(sent, Ending.CLOSE);
  }

  @Override
  public void abandoned(BrokenRequest broken) {
    record(
        broken.tls(),
        Served.refused(Answer.empty(0), new Refusal(broken.code(), broken.reason())),
        new Recorded(
            Kind.CONNECTION,
            null,
            null,
            null,
            broken.raw()::open,
            broken.size(),
            broken.raw().size() < broken.size(),
            broken.interim(),
            List.of()));
  }

  @Override
  public void handshakeFailed(FailedHandshake handshake) {
    record(
        new TlsFacts("TLS", "", handshake.clientChain()),
        Served.refused(Answer.empty(0), new Refusal(handshake.code(), handshake.reason())),
        new Recorded(
            Kind.HANDSHAKE,
            null,
            null,
            null,
            () -> new ByteArrayInputStream(handshake.received()),
            handshake.received().length,
            false,
            handshake.sent(),
            List.of()));
  }

  @Override
  public void close() {
    stay.close();
  }

  /** Commits what has no decoded message. */
  private void record(TlsFacts tls, Served served, Recorded recorded) {
    Exchange exchange = commit(tls, served, recorded);
    OpenWindow window = stay.window();
    if (window != null) {
      window.add(exchange, null);
    }
  }

  private Exchange commit(TlsFacts tls, Served served, Recorded recorded) {
    return door.journal()
        .append(
            new ExchangeDraft(
                door.spaceId(),
                windowId(),
                door.spec().service(),
                door.spec().name(),
                recorded.kind(),
                served.transaction(),
                startedAt,
                (System.nanoTime() - startNanos) / 1000,
                recorded.method(),
                recorded.target(),
                recorded.status(),
                subject(tls.clientCertificate()),
                served.decoded(),
                served.refusal(),
                List.of(),
                recorded.request(),
                recorded.requestSize(),
                recorded.truncated(),
                recorded.response(),
                recorded.findings()));
  }

  private @Nullable String windowId() {
    OpenWindow window = stay.window();
    return window == null ? null : window.window().id();
  }

  private void benchError(String message) {
    OpenWindow window = stay.window();
    if (window != null) {
      window.benchError(message);
    }
    door.journal().benchError(door.spaceId(), windowId(), door.clock().instant(), message);
  }

  private static @Nullable String subject(Optional<X509Certificate> certificate) {
    return certificate.map(one -> one.getSubjectX500Principal().getName()).orElse(null);
  }

  private static Answer text(int status, String reason) {
    return Answer.text(status, "text/plain; charset=utf-8", reason + "\n");
  }

  private static byte[] joined(byte[] first, byte[] second) {
    if (first.length == 0) {
      return second;
    }
    ByteArrayOutputStream both = new ByteArrayOutputStream(first.length + second.length);
    both.writeBytes(first);
    both.writeBytes(second);
    return both.toByteArray();
  }

  /** What the journal keeps of a visit, whatever its form. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Recorded(
      Kind kind,
      @Nullable String method,
      @Nullable String target,
      @Nullable Integer status,
      ExchangeDraft.Bytes request,
      long requestSize,
      boolean truncated,
      byte[] response,
      List<FindingDraft> findings) {}
}
