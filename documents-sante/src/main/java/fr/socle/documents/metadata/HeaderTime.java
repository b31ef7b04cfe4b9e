package fr.socle.documents.metadata;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time of a CDA header ({@code TS}) turned into one of metadata. */
final class HeaderTime {
  private static final Pattern FULL = Pattern.compile("([0-9]{14})(?:\\.[0-9]+)?([+-][0-9]{4})");
  private static final DateTimeFormatter READ =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssZ", Locale.ROOT);
  private static final DateTimeFormatter WRITE =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

  private HeaderTime() {}

  /** Fourteen digits, UTC; empty when the header gives no time of the day, or no zone. */
  static Optional<String> inUniversalTime(String time) {
    Matcher matcher = FULL.matcher(time);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      OffsetDateTime read = OffsetDateTime.parse(matcher.group(1) + matcher.group(2), READ);
      return Optional.of(read.withOffsetSameInstant(ZoneOffset.UTC).format(WRITE));
    } catch (DateTimeException e) {
      return Optional.empty(); // A day out of the calendar: another rule says so.
    }
  }
}
