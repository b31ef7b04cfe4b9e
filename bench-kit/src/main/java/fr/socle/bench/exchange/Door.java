package fr.socle.bench.exchange;

import fr.socle.bench.check.CheckBook;
import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.journal.Journal;
import fr.socle.bench.spi.ListenerSpec;
import fr.socle.bench.wire.Arrival;
import fr.socle.bench.wire.Intake;
import java.time.Clock;

/** One listener of a space, seen from inside: where its requests go and how they are judged. */
public final class Door implements Intake {
  private final String spaceId;
  private final ListenerSpec spec;
  private final HttpEndpoint endpoint;
  private final Judges judges;
  private final Attendance attendance;
  private final Journal journal;
  private final Clock clock;

  /**
   * A door.
   *
   * @param spaceId its space
   * @param spec its listener
   * @param endpoint where requests go
   * @param checks how they are judged
   * @param attendance who is in the space
   * @param journal where exchanges are written
   * @param clock wall clock
   */
  public Door(
      String spaceId,
      ListenerSpec spec,
      HttpEndpoint endpoint,
      CheckBook checks,
      Attendance attendance,
      Journal journal,
      Clock clock) {
    this.spaceId = spaceId;
    this.spec = spec;
    this.endpoint = endpoint;
    this.judges = new Judges(checks);
    this.attendance = attendance;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public Arrival arrive() {
    return new Visit(this, attendance.enter(), clock.instant());
  }

  String spaceId() {
    return spaceId;
  }

  ListenerSpec spec() {
    return spec;
  }

  HttpEndpoint endpoint() {
    return endpoint;
  }

  Judges judges() {
    return judges;
  }

  Journal journal() {
    return journal;
  }

  Clock clock() {
    return clock;
  }
}
