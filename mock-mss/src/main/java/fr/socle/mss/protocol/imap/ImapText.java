package fr.socle.mss.protocol.imap;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How values are written in IMAP. */
final class ImapText {
  private static final DateTimeFormatter DATE_TIME =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("d-MMM-yyyy HH:mm:ss xx")
          .toFormatter(Locale.ENGLISH);
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss xx", Locale.ENGLISH);
  private static final DateTimeFormatter DATE =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("d-MMM-yyyy")
          .toFormatter(Locale.ENGLISH);

  private ImapText() {}

  /** A string, or {@code NIL}; text holds bytes as ISO-8859-1. */
  static String string(@Nullable String text) {
    if (text == null) {
      return "NIL";
    }
    if (text.chars().allMatch(each -> each >= 0x20 && each < 0x7f)) {
      return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
    return "{" + text.length() + "}\r\n" + text;
  }

  /** The name of a folder. */
  static String name(String name) {
    return name.matches("[A-Za-z0-9._/\\-]+") ? name : string(name);
  }

  static String dateTime(OffsetDateTime date) {
    return '"' + WRITTEN.format(date) + '"';
  }

  static OffsetDateTime dateTime(String text) throws BadCommandException {
    try {
      return OffsetDateTime.parse(text.strip(), DATE_TIME);
    } catch (DateTimeParseException e) {
      throw new BadCommandException("Bad date-time");
    }
  }

  static LocalDate date(String text) throws BadCommandException {
    try {
      return LocalDate.parse(text, DATE);
    } catch (DateTimeParseException e) {
      throw new BadCommandException("Bad date");
    }
  }

  /** Numbers as a set, in the order given. */
  static String numbers(Collection<Long> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /** Numbers in ascending order as a set, ranges for those that follow each other. */
  static String ranges(List<Long> numbers) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < numbers.size(); i++) {
      int last = i;
      while (last + 1 < numbers.size() && numbers.get(last + 1) == numbers.get(last) + 1) {
        last++;
      }
      text.append(i == 0 ? "" : ",").append(numbers.get(i));
      if (last > i) {
        text.append(':').append(numbers.get(last));
      }
      i = last;
    }
    return text.toString();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
