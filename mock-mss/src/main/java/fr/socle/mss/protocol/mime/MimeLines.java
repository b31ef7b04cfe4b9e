package fr.socle.mss.protocol.mime;

/** Lines in bytes. */
final class MimeLines {
  private MimeLines() {}

  /** Where the line after the one that begins here begins. */
  static int next(byte[] bytes, int start, int to) {
    for (int i = start; i < to; i++) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return to;
  }

  /** How many line ends there are. */
  static int count(byte[] bytes, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        count++;
      }
    }
    return count;
  }

  /** Whether a line holds nothing but its end. */
  static boolean isEmpty(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] != '\r' && bytes[i] != '\n') {
        return false;
      }
    }
    return true;
  }

  /** Where the text before a place ends, without the line end before it. */
  static int withoutLineEnd(byte[] bytes, int from, int end) {
    if (end > from && bytes[end - 1] == '\n') {
      return end > from + 1 && bytes[end - 2] == '\r' ? end - 2 : end - 1;
    }
    return end;
  }
}
