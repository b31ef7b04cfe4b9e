package fr.socle.bench.exchange;

import fr.socle.bench.content.Content;
import fr.socle.bench.content.Scratch;
import fr.socle.bench.content.Spool;
import fr.socle.bench.exchange.Attendance.Stay;
import fr.socle.bench.fault.ExchangeFaults;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** One exchange of a session, from its first byte until its answer is written. */
final class SessionExchange implements AutoCloseable {
  private final Stay stay;
  private final Scribe scribe;
  private final ExchangeFaults faults;
  private final Scratch scratch;
  private final Spool raw;
  private long unitStart;
  private long size;

  private SessionExchange(Door door, Path spools) {
    this.stay = door.attendance().enter();
    this.scribe = new Scribe(door, stay, door.clock().instant());
    this.faults = door.faults().meet(door.spec(), "");
    this.scratch = Scratch.in(spools);
    this.raw = scratch.spool();
  }

  static SessionExchange begin(Door door, Path spools) {
    return new SessionExchange(door, spools);
  }

  /** Adds bytes; those that are not kept are counted. */
  void add(ByteBuffer bytes, boolean kept) {
    size += bytes.remaining();
    if (kept) {
      raw.write(bytes);
    }
  }

  /** What was kept since the last unit ended. */
  Content unit() {
    return raw.content().region(unitStart, raw.size() - unitStart);
  }

  void endUnit() {
    unitStart = raw.size();
  }

  Content raw() {
    return raw.content();
  }

  long size() {
    return size;
  }

  boolean isTruncated() {
    return raw.size() < size;
  }

  Scribe scribe() {
    return scribe;
  }

  ExchangeFaults faults() {
    return faults;
  }

  Scratch scratch() {
    return scratch;
  }

  @Override
  public void close() {
    try {
      scratch.close();
    } finally {
      stay.close();
    }
  }
}
