package fr.socle.bench.wire;

import fr.socle.bench.content.Content;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Header;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpStatus;

/** Writes an answer as it goes on the wire (RFC 9112), so that what is recorded is what is sent. */
public final class AnswerBytes {
  // IMF-fixdate, RFC 9110 section 5.6.7.
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Set<String> OURS =
      Set.of("date", "content-length", "connection", "transfer-encoding", "keep-alive");

  private AnswerBytes() {}

  /**
   * The bytes of an answer.
   *
   * @param answer status, headers and body
   * @param method method of the request: {@code HEAD} gets no body
   * @param version version of the request
   * @param keep whether the connection stays open
   * @param now what {@code Date} says
   * @throws IllegalArgumentException if a header holds a line break
   */
  public static Content of(
      Answer answer, String method, String version, boolean keep, Instant now) {
    StringBuilder head = new StringBuilder(256);
    String reason = HttpStatus.getMessage(answer.status());
    head.append("HTTP/1.1 ").append(answer.status()).append(' ').append(reason).append("\r\n");
    for (Header header : answer.headers().lines()) {
      if (!OURS.contains(header.name().toLowerCase(Locale.ROOT))) {
        append(head, header.name(), header.value());
      }
    }
    append(head, "Date", DATE.format(now));
    boolean bodyAllowed = mayHaveBody(answer.status());
    if (bodyAllowed) {
      append(head, "Content-Length", Long.toString(answer.content().size()));
    }
    if (!keep) {
      append(head, "Connection", "close");
    } else if (version.equals("HTTP/1.0")) {
      append(head, "Connection", "keep-alive");
    }
    head.append("\r\n");
    Content before = Content.of(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    return bodyAllowed && !method.equals("HEAD")
        ? Content.joined(List.of(before, answer.content()))
        : before;
  }

  // RFC 9110 section 6.4.1: no content in answers 1xx, 204 and 304.
  private static boolean mayHaveBody(int status) {
    return status >= 200 && status != 204 && status != 304;
  }

  private static void append(StringBuilder head, String name, String value) {
    for (String text : new String[] {name, value}) {
      if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
        throw new IllegalArgumentException("line break in the header " + name.strip());
      }
    }
    head.append(name).append(": ").append(value).append("\r\n");
  }
}
