package fr.socle.psc.proxy.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The target of a {@code /send}.
 *
 * @param api name of the API
 * @param rest path and query behind it, empty or beginning with a slash or a question mark
 */
record SendPath(String api, String rest) {
  private static final String PREFIX = "/send/";

  /** Reads a target; null when it is not a {@code /send}. */
  static @Nullable SendPath parse(String target) {
    if (!target.startsWith(PREFIX)) {
      return null;
    }
    String tail = target.substring(PREFIX.length());
    int end = 0;
    while (end < tail.length() && tail.charAt(end) != '/' && tail.charAt(end) != '?') {
      end++;
    }
    return new SendPath(tail.substring(0, end), tail.substring(end));
  }
}
