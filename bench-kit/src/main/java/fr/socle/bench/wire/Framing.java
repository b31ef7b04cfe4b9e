package fr.socle.bench.wire;

import fr.socle.bench.session.Awaits;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Finds in what is read the end of the unit a session waits for. Used by one thread at a time. */
final class Framing {
  private Awaits awaits;
  private byte[] mark = new byte[0];
  private int[] fallback = new int[0];
  private int matched;
  private long size;

  Framing(Awaits awaits) {
    this.awaits = awaits;
    await(awaits);
  }

  /** Begins a new unit. */
  void await(Awaits next) {
    awaits = next;
    size = 0;
    if (next instanceof Awaits.Until until) {
      mark = until.mark().getBytes(StandardCharsets.US_ASCII);
      fallback = fallbacks(mark);
      matched = until.seen();
    }
  }

  /** Bytes of the unit so far. */
  long size() {
    return size;
  }

  /** Whether a unit is under way, which the client has to finish. */
  boolean isUnderWay() {
    return size > 0 || !(awaits instanceof Awaits.Line);
  }

  /** Whether more came than is kept. */
  boolean isTooLong() {
    return (awaits instanceof Awaits.Line line && size > line.most())
        || (awaits instanceof Awaits.Until until && size > until.most());
  }

  /**
   * Takes what belongs to the unit.
   *
   * @return whether the unit is over
   */
  boolean take(ByteBuffer input) {
    boolean over = advance(input);
    return over || (awaits instanceof Awaits.Line && isTooLong());
  }

  private boolean advance(ByteBuffer input) {
    if (awaits instanceof Awaits.Bytes bytes) {
      int count = (int) Math.min(input.remaining(), bytes.count() - size);
      input.position(input.position() + count);
      size += count;
      return size == bytes.count();
    }
    while (input.hasRemaining() && !(awaits instanceof Awaits.Line && isTooLong())) {
      byte next = input.get();
      size++;
      if (awaits instanceof Awaits.Line ? next == '\n' : matches(next)) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(byte next) {
    while (matched > 0 && mark[matched] != next) {
      matched = fallback[matched - 1];
    }
    if (mark[matched] == next) {
      matched++;
    }
    return matched == mark.length;
  }

  /** Knuth, Morris, Pratt: the longest start of the mark that ends at each place of it. */
  private static int[] fallbacks(byte[] mark) {
    int[] table = new int[mark.length];
    int length = 0;
    for (int i = 1; i < mark.length; i++) {
      while (length > 0 && mark[i] != mark[length]) {
        length = table[length - 1];
      }
      if (mark[i] == mark[length]) {
        length++;
      }
      table[i] = length;
    }
    return table;
  }
}
