package fr.socle.mss.protocol.smtp;

import fr.socle.mss.service.Submission.Notify;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters of {@code MAIL} and {@code RCPT} that notifications have (RFC 3461 section 4). */
final class Parameters {
  private static final Pattern XTEXT = Pattern.compile("([!-*,-<>-~]|\\+[0-9A-F]{2})*");
  private static final Pattern HEX = Pattern.compile("\\+([0-9A-F]{2})");
  private static final Pattern TYPED = Pattern.compile("([A-Za-z0-9-]{1,40});(.{1,500})");
  private static final int LONGEST_ID = 100;

  private Parameters() {}

  /** When notices are wanted; nothing when the value is none. */
  static Optional<Set<Notify>> notify(Map<String, String> parameters) {
    String value = parameters.get("NOTIFY");
    if (value == null) {
      // RFC 3461 section 4.1: the choice of the server
      return Optional.of(EnumSet.of(Notify.FAILURE, Notify.DELAY));
    }
    List<String> words = Arrays.asList(value.toUpperCase(Locale.ROOT).split(",", -1));
    Set<Notify> all = EnumSet.noneOf(Notify.class);
    for (String word : words) {
      if (!List.of("NEVER", "SUCCESS", "FAILURE", "DELAY").contains(word)) {
        return Optional.empty();
      }
      all.add(Notify.valueOf(word));
    }
    return all.contains(Notify.NEVER) && all.size() > 1 ? Optional.empty() : Optional.of(all);
  }

  /** The original recipient as a notice writes it; nothing when the value is none. */
  static Optional<String> original(Map<String, String> parameters) {
    String value = parameters.get("ORCPT");
    if (value == null) {
      return Optional.of("");
    }
    Matcher typed = TYPED.matcher(value);
    return typed.matches() && XTEXT.matcher(typed.group(2)).matches()
        ? Optional.of(typed.group(1) + ";" + decoded(typed.group(2)))
        : Optional.empty();
  }

  /** The identifier of the envelope; nothing when the value is none. */
  static Optional<String> envelopeId(Map<String, String> parameters) {
    String value = parameters.getOrDefault("ENVID", "");
    return value.length() <= LONGEST_ID && XTEXT.matcher(value).matches()
        ? Optional.of(decoded(value))
        : Optional.empty();
  }

  private static String decoded(String xtext) {
    return HEX.matcher(xtext)
        .replaceAll(
            hex -> {
              int code = Integer.parseInt(hex.group(1), 16);
              // What a notice could not write on a line is not taken over.
              return Matcher.quoteReplacement(
                  code < ' ' || code > '~' ? "?" : String.valueOf((char) code));
            });
  }
}
