package fr.socle.app.champs;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The body of a MTOM message (RFC 2387): an envelope, then documents, each in a part of its own.
 */
final class MultipartBody {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=\"?([^\";]+)", Pattern.CASE_INSENSITIVE);
  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final byte[] body;
  private final List<Part> parts;

  private MultipartBody(byte[] body, List<Part> parts) {
    this.body = body;
    this.parts = List.copyOf(parts);
  }

  /**
   * Where a part stands in the body.
   *
   * @param from first byte of its boundary
   * @param content first byte of its content
   * @param end after its content
   * @param head its headers
   */
  record Part(int from, int content, int end, String head) {
    boolean isXml() {
      return head.toLowerCase(Locale.ROOT).contains("xml");
    }
  }

  static boolean announcedBy(String contentType) {
    return contentType.toLowerCase(Locale.ROOT).startsWith("multipart/related");
  }

  /**
   * Reads a body.
   *
   * @throws IllegalArgumentException if it is none
   */
  static MultipartBody read(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw new IllegalArgumentException("no boundary in " + contentType);
    }
    byte[] mark = ("--" + boundary.group(1)).getBytes(StandardCharsets.ISO_8859_1);
    List<Part> parts = new ArrayList<>();
    int at = RecordedRequest.indexOf(body, mark, 0);
    while (at >= 0) {
      int next = RecordedRequest.indexOf(body, mark, at + mark.length);
      int head = RecordedRequest.indexOf(body, END_OF_HEAD, at);
      if (next < 0 || head < 0 || head > next) {
        break;
      }
      String words =
          new String(body, at + mark.length, head - at - mark.length, StandardCharsets.ISO_8859_1);
      parts.add(new Part(at, head + END_OF_HEAD.length, next - 2, words));
      at = next;
    }
    return new MultipartBody(body, parts);
  }

  List<Part> parts() {
    return parts;
  }

  byte[] content(Part part) {
    return Arrays.copyOfRange(body, part.content(), part.end());
  }

  /** The body with another content in a part. */
  byte[] with(Part part, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
    out.write(body, 0, part.content());
    out.writeBytes(content);
    out.write(body, part.end(), body.length - part.end());
    return out.toByteArray();
  }

  /** The body without a part. */
  byte[] without(Part part) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
    out.write(body, 0, part.from());
    out.write(body, part.end() + 2, body.length - part.end() - 2);
    return out.toByteArray();
  }
}
