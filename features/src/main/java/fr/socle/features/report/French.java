package fr.socle.features.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * French wording of counts, lists, durations and dates: the one place where the report inflects.
 */
final class French {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'à' HH:mm", Locale.FRENCH);

  private French() {}

  /**
   * A number and its noun: {@code 0 scénario}, {@code 1 scénario}, {@code 2 scénarios}. French
   * keeps the singular below two.
   */
  static String count(long number, String singular, String plural) {
    return grouped(number) + " " + (number < 2 ? singular : plural);
  }

  /** {@link #count(long, String, String)} for words that only take an {@code s}. */
  static String count(long number, String singular) {
    return count(number, singular, plural(singular));
  }

  /**
   * Adds an {@code s} to each word that has none: {@code non couverte} gives {@code non couvertes}.
   */
  static String plural(String singular) {
    List<String> words = new ArrayList<>();
    for (String word : singular.split(" ", -1)) {
      boolean invariable = word.equals("non") || word.endsWith("s") || word.endsWith("x");
      words.add(invariable ? word : word + "s");
    }
    return String.join(" ", words);
  }

  /**
   * The same text, never broken before a high punctuation mark nor between a number and its unit.
   */
  static String unbroken(String text) {
    return text.replaceAll(" (?=[;:!?»])|(?<=«) |(?<=\\d) (?=(?:ms|s|min|h)\\b)", "\u00a0");
  }

  /** A whole number with a narrow space between thousands. */
  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
  }

  /** {@code a}, {@code a et b}, {@code a, b et c}. */
  static String list(List<String> items) {
    if (items.size() < 2) {
      return String.join("", items);
    }
    int last = items.size() - 1;
    return String.join(", ", items.subList(0, last)) + " et " + items.get(last);
  }

  /** {@code 840 ms}, {@code 2,4 s}, {@code 3 min 05 s}, {@code 1 h 02 min}. */
  static String duration(Duration duration) {
    long millis = Math.max(0, duration.toMillis());
    if (millis < 1000) {
      return millis + " ms";
    }
    if (millis < 10_000) {
      return decimal(millis / 1000.0) + " s";
    }
    long seconds = Math.round(millis / 1000.0);
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return "%d min %02d s".formatted(seconds / 60, seconds % 60);
    }
    return "%d h %02d min".formatted(seconds / 3600, seconds % 3600 / 60);
  }

  /** {@code 512 octets}, {@code 3,4 Ko}, {@code 1,2 Mo}. */
  static String bytes(long bytes) {
    if (bytes < 1000) {
      return count(bytes, "octet");
    }
    if (bytes < 1_000_000) {
      return decimal(bytes / 1000.0) + " Ko";
    }
    return decimal(bytes / 1_000_000.0) + " Mo";
  }

  /** {@code 4 mars 2026 à 14:05}. */
  static String date(Instant instant, ZoneId zone) {
    return DATE.format(instant.atZone(zone));
  }

  /** One decimal and a comma, without a useless zero. */
  private static String decimal(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text).replace('.', ',');
  }

  /** The text with its first letter in upper case. */
  static String sentence(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.FRENCH) + text.substring(1);
  }
}
