package fr.socle.mss.protocol.mime;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Writes the text of messages that the bench sends itself. */
public final class MimeText {
  private static final int LONGEST_WORD = 42;

  private MimeText() {}

  /** A field of a header, what is not ASCII encoded (RFC 2047). */
  public static String field(String name, String value) {
    return name + ": " + encoded(value) + "\r\n";
  }

  /** A text in a header. */
  public static String encoded(String text) {
    String line = text.replaceAll("[\\r\\n]+", " ");
    if (line.chars().allMatch(each -> each >= ' ' && each <= '~')) {
      return line;
    }
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    line.codePoints()
        .forEach(
            each -> {
              String next = Character.toString(each);
              if (size(word + next) > LONGEST_WORD) {
                words.add(word.toString());
                word.setLength(0);
              }
              word.append(next);
            });
    words.add(word.toString());
    return String.join(
        "\r\n ",
        words.stream()
            .map(
                each ->
                    "=?UTF-8?B?"
                        + Base64.getEncoder().encodeToString(each.getBytes(StandardCharsets.UTF_8))
                        + "?=")
            .toList());
  }

  private static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** An address with its name. */
  public static String address(String name, String address) {
    return name.isEmpty()
        ? "<" + address + ">"
        : name.matches("[ -~&&[^\"\\\\]]+")
            ? "\"" + name + "\" <" + address + ">"
            : encoded(name) + " <" + address + ">";
  }

  /** A date (RFC 5322 section 3.3). */
  public static String date(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
  }

  /** A part of plain text, from its header on. */
  public static String plain(String text) {
    return "Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        + text.replaceAll("\r?\n", "\r\n")
        + "\r\n";
  }
}
