package fr.socle.bench.exchange;

import fr.socle.bench.client.api.Exchange.Kind;
import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.content.Content;
import fr.socle.bench.exchange.Attendance.Stay;
import fr.socle.bench.exchange.Scribe.Entry;
import fr.socle.bench.fault.ExchangeFaults;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Served;
import fr.socle.bench.http.TlsFacts;
import fr.socle.bench.wire.AnswerBytes;
import fr.socle.bench.wire.Arrival;
import fr.socle.bench.wire.BrokenRequest;
import fr.socle.bench.wire.FailedHandshake;
import fr.socle.bench.wire.ReceivedRequest;
import fr.socle.bench.wire.RefusedRequest;
import fr.socle.bench.wire.Reply;
import fr.socle.bench.wire.Reply.Ending;
import java.time.Instant;
import java.util.List;

/** One arrival at a door, until it is in the journal. */
final class Visit implements Arrival {
  private final Door door;
  private final Stay stay;
  private final Scribe scribe;

  Visit(Door door, Stay stay, Instant startedAt) {
    this.door = door;
    this.stay = stay;
    this.scribe = new Scribe(door, stay, startedAt);
  }

  @Override
  public Reply serve(ReceivedRequest received) {
    return new Serving(door, scribe, received).begin();
  }

  @Override
  public Reply refuse(RefusedRequest refused) {
    Content sent =
        AnswerBytes.of(
            text(refused.status(), refused.reason()), "", "", false, door.clock().instant());
    scribe.write(
        refused.tls(),
        Served.refused(
            Answer.empty(refused.status()),
            new Refusal(Integer.toString(refused.status()), refused.reason())),
        new Entry(
            Kind.CONNECTION,
            null,
            null,
            refused.status(),
            refused.raw(),
            refused.size(),
            refused.raw().size() < refused.size(),
            joined(refused.interim(), sent),
            List.of(),
            List.of()));
    return new Reply.Now(sent, Ending.CLOSE);
  }

  @Override
  public void abandoned(BrokenRequest broken) {
    scribe.write(
        broken.tls(),
        Served.refused(Answer.empty(0), new Refusal(broken.code(), broken.reason())),
        new Entry(
            Kind.CONNECTION,
            null,
            null,
            null,
            broken.raw(),
            broken.size(),
            broken.raw().size() < broken.size(),
            Content.of(broken.interim()),
            List.of(),
            List.of()));
  }

  @Override
  public void handshakeFailed(FailedHandshake handshake) {
    ExchangeFaults faults = door.faults().meet(door.spec(), "");
    faults.handshakeFailed(!handshake.clientChain().isEmpty());
    scribe.write(
        new TlsFacts("TLS", "", handshake.clientChain()),
        Served.refused(Answer.empty(0), new Refusal(handshake.code(), handshake.reason())),
        new Entry(
            Kind.HANDSHAKE,
            null,
            null,
            null,
            Content.of(handshake.received()),
            handshake.received().length,
            false,
            Content.of(handshake.sent()),
            List.of(),
            faults.played()));
  }

  @Override
  public void close() {
    stay.close();
  }

  static Answer text(int status, String reason) {
    return Answer.text(status, "text/plain; charset=utf-8", reason + "\n");
  }

  static Content joined(byte[] first, Content second) {
    return first.length == 0 ? second : Content.joined(List.of(Content.of(first), second));
  }
}
