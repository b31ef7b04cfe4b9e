package fr.socle.mss.directory.protocol.ldap;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the form of a message before a library reads it: elements of definite length (RFC 4511
 * section 5.1), neither too many nor too deep, each within the one around it.
 */
final class BerLimits {
  private static final int DEEPEST = 40;
  private static final int MOST = 2_000;

  private BerLimits() {}

  /** Why a message is not read; empty when it may be. */
  static String refusal(byte[] message) {
    Deque<Integer> ends = new ArrayDeque<>();
    int count = 0;
    int at = 0;
    while (at < message.length) {
      while (!ends.isEmpty() && at == ends.getFirst()) {
        ends.removeFirst();
      }
      count++;
      if (count > MOST || ends.size() > DEEPEST) {
        return "trop d'éléments ou de niveaux : "
            + MOST
            + " éléments et "
            + DEEPEST
            + " niveaux au plus";
      }
      int tag = message[at];
      int end = ends.isEmpty() ? message.length : ends.getFirst();
      int[] span = at + 1 < end ? span(message, at + 1) : null;
      if ((tag & 0x1f) == 0x1f || span == null || span[1] < 0 || span[1] > end - span[0]) {
        return "BER incorrect à l'octet " + at;
      }
      at = span[0];
      if ((tag & 0x20) == 0) {
        at += span[1];
      } else {
        ends.addFirst(at + span[1]);
      }
    }
    return "";
  }

  /** Where the value begins and how long it is; null when that cannot be told. */
  private static int @Nullable [] span(byte[] message, int at) {
    int first = message[at] & 0xff;
    if (first < 0x80) {
      return new int[] {at + 1, first};
    }
    int more = first & 0x7f;
    if (more == 0 || more > 4 || at + more >= message.length) {
      return null;
    }
    int length = 0;
    for (int i = 1; i <= more; i++) {
      length = (length << 8) | (message[at + i] & 0xff);
    }
    return new int[] {at + 1 + more, length};
  }
}
