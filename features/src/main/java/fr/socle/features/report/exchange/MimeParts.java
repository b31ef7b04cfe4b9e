package fr.socle.features.report.exchange;

import fr.socle.features.report.exchange.Table.Row;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts of a {@code multipart/*} body (RFC 2046, 5.1). */
final class MimeParts {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]{1,200})\"|([^;\\s]{1,200}))", Pattern.CASE_INSENSITIVE);

  private MimeParts() {}

  /**
   * The parts of a message, each read as a message without a start line; none when not multipart.
   */
  static List<HttpText> of(HttpText message) {
    Matcher boundary = BOUNDARY.matcher(message.header("Content-Type").orElse(""));
    if (!message.mediaType().startsWith("multipart/") || !boundary.find()) {
      return List.of();
    }
    String mark = "--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
    // One character a byte: the cuts fall on bytes whatever the parts hold.
    String body = new String(message.body(), StandardCharsets.ISO_8859_1);
    List<HttpText> parts = new ArrayList<>();
    int at = body.indexOf(mark);
    while (at >= 0 && !body.startsWith("--", at + mark.length())) {
      int start = body.indexOf('\n', at) + 1;
      int next = body.indexOf(mark, at + mark.length());
      if (start == 0) {
        break;
      }
      String part = body.substring(start, next < 0 ? body.length() : Math.max(start, next));
      parts.add(HttpText.parse(("partie\r\n" + part).getBytes(StandardCharsets.ISO_8859_1)));
      at = next;
    }
    return List.copyOf(parts);
  }

  /** Headers and size of each part. */
  static List<Row> rows(List<HttpText> parts) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      HttpText part = parts.get(i);
      String path = "part/" + (i + 1);
      rows.add(new Row(0, "partie " + (i + 1), part.body().length + " octets", path));
      for (HttpText.Header header : part.headers()) {
        String name = header.name();
        rows.add(new Row(1, name, header.value(), path + "/" + name.toLowerCase(Locale.ROOT)));
      }
    }
    return rows;
  }
}
