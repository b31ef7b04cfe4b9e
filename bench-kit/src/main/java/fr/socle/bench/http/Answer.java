package fr.socle.bench.http;

import fr.socle.bench.content.Content;
import java.nio.charset.StandardCharsets;

/**
 * One HTTP answer. {@code Content-Length}, {@code Date} and {@code Connection} are the listener's.
 *
 * @param status status code
 * @param headers headers in order
 * @param content bytes of the body
 */
public record Answer(int status, Headers headers, Content content) {

  /** An answer whose body is in memory. */
  public Answer(int status, Headers headers, byte[] body) {
    this(status, headers, Content.of(body));
  }

  /** Bytes of the body, in memory: for small ones. */
  public byte[] body() {
    return content.all();
  }

  /** An answer with a text body in UTF-8. */
  public static Answer text(int status, String contentType, String body) {
    return new Answer(
        status,
        Headers.none().with("Content-Type", contentType),
        body.getBytes(StandardCharsets.UTF_8));
  }

  /** An answer without body. */
  public static Answer empty(int status) {
    return new Answer(status, Headers.none(), new byte[0]);
  }

  /** This answer with one more header. */
  public Answer with(String name, String value) {
    return new Answer(status, headers.with(name, value), content);
  }
}
