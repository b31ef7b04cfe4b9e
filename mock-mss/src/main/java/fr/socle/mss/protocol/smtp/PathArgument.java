package fr.socle.mss.protocol.smtp;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What {@code MAIL} and {@code RCPT} say (RFC 5321 section 4.1.2).
 *
 * @param address within the angle brackets, empty for the null path
 * @param parameters values by name, names in upper case; empty for those that have none
 */
record PathArgument(String address, Map<String, String> parameters) {
  private static final Pattern ADDRESS = Pattern.compile("[^<> ]{0,254}");
  private static final Pattern NAME = Pattern.compile("[A-Z0-9][A-Z0-9-]*");
  private static final Pattern VALUE = Pattern.compile("[\\x21-\\x3c\\x3e-\\x7e]+");

  /** Copies the parameters. */
  PathArgument {
    parameters = Map.copyOf(parameters);
  }

  /** Reads what follows the command, which begins with a word; nothing if it is not so written. */
  static Optional<PathArgument> read(String word, String rest) {
    if (!rest.regionMatches(true, 0, word, 0, word.length())) {
      return Optional.empty();
    }
    String path = rest.substring(word.length()).strip();
    int end = path.indexOf('>');
    if (!path.startsWith("<") || end < 0 || !ADDRESS.matcher(path.substring(1, end)).matches()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    String after = path.substring(end + 1);
    if (!after.isEmpty() && !after.startsWith(" ")) {
      return Optional.empty();
    }
    for (String each : after.strip().split(" +", -1)) {
      int equal = each.indexOf('=');
      String name = (equal < 0 ? each : each.substring(0, equal)).toUpperCase(Locale.ROOT);
      String value = equal < 0 ? "" : each.substring(equal + 1);
      if (each.isEmpty()) {
        continue;
      }
      if (!NAME.matcher(name).matches()
          || (equal >= 0 && !VALUE.matcher(value).matches())
          || parameters.putIfAbsent(name, value) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(new PathArgument(path.substring(1, end), parameters));
  }
}
