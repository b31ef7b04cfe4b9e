package fr.socle.documents.hl7;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as headers ({@code TS}) and metadata ({@code DTM}) write them, by the calendar: the 31st of
 * February is none (cda.md 2, dmp.md 3.2).
 */
public final class TimeStamp {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{14}");
  private static final Pattern ZONED =
      Pattern.compile("([0-9]{8}(?:[0-9]{2}){0,3})(?:\\.[0-9]{1,9})?([+-][0-9]{4})");
  private static final Pattern WITH_ZONE = Pattern.compile("[0-9.]*(?:[+-][0-9]{2,4}|Z)");
  private static final String MIDNIGHT = "000000";
  private static final int DAY = "yyyyMMdd".length();
  private static final int FULL = "yyyyMMddHHmmss".length();
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private TimeStamp() {}

  /** Whether a value is a time to the second, without zone. */
  public static boolean isToTheSecond(String value) {
    return SECONDS.matcher(value).matches() && local(value).isPresent();
  }

  /** Whether a value ends with a zone, whatever stands before. */
  public static boolean hasZone(String value) {
    return WITH_ZONE.matcher(value).matches();
  }

  /** Whether a value is a day, or a time of it, with its zone. */
  public static boolean isZoned(String value) {
    Matcher matcher = ZONED.matcher(value);
    return matcher.matches() && instant(matcher).isPresent();
  }

  /**
   * A time with its zone as metadata write it: fourteen digits, UTC. Empty when it gives no second,
   * no zone, or a day out of the calendar.
   */
  public static Optional<String> inUniversalTime(String value) {
    Matcher matcher = ZONED.matcher(value);
    return matcher.matches() && matcher.group(1).length() == FULL
        ? instant(matcher).map(time -> time.withOffsetSameInstant(ZoneOffset.UTC).format(FORM))
        : Optional.empty();
  }

  private static Optional<OffsetDateTime> instant(Matcher matcher) {
    String digits = matcher.group(1);
    try {
      ZoneOffset zone = ZoneOffset.of(matcher.group(2));
      return local(digits + MIDNIGHT.substring(digits.length() - DAY))
          .map(time -> time.atOffset(zone));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDateTime> local(String digits) {
    try {
      return Optional.of(LocalDateTime.parse(digits, FORM));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
