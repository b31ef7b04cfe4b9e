package fr.socle.lps.dmp.soap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** An envelope and the documents it includes, one part each (dmp.md 1.1, RFC 2387). */
final class Mtom {

  private static final String ROOT = "enveloppe@lps.socle";

  private final String boundary = "partie_" + UUID.randomUUID();

  String contentType(String action) {
    return "multipart/related; type=\"application/xop+xml\"; start=\"<"
        + ROOT
        + ">\"; start-info=\"application/soap+xml\"; boundary=\""
        + boundary
        + "\"; action=\""
        + action
        + "\"";
  }

  /** The whole body: the envelope, then each document under its Content-ID. */
  byte[] write(String envelope, Map<String, byte[]> documents) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    part(
        out,
        ROOT,
        "application/xop+xml; charset=UTF-8; type=\"application/soap+xml\"",
        envelope.getBytes(UTF_8));
    documents.forEach((id, bytes) -> part(out, id, "text/xml", bytes));
    ascii(out, "--" + boundary + "--\r\n");
    return out.toByteArray();
  }

  private void part(ByteArrayOutputStream out, String id, String type, byte[] content) {
    ascii(
        out,
        "--"
            + boundary
            + "\r\nContent-Type: "
            + type
            + "\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <"
            + id
            + ">\r\n\r\n");
    out.writeBytes(content);
    ascii(out, "\r\n");
  }

  private static void ascii(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(US_ASCII));
  }

  /**
   * The parts of an answer by Content-ID, in order.
   *
   * @throws IOException when it is cut
   */
  static Map<String, byte[]> read(byte[] body, String boundary) throws IOException {
    byte[] mark = ("--" + boundary).getBytes(ISO_8859_1);
    Map<String, byte[]> parts = new LinkedHashMap<>();
    int at = next(body, mark, 0);
    while (at >= 0) {
      int start = at + mark.length;
      if (start + 1 < body.length && body[start] == '-' && body[start + 1] == '-') {
        return parts;
      }
      at = next(body, mark, start);
      if (at < 0) {
        break;
      }
      part(Arrays.copyOfRange(body, start, at), parts);
    }
    throw new IOException("réponse incomplète");
  }

  private static int next(byte[] body, byte[] mark, int from) {
    for (int at = from; at + mark.length <= body.length; at++) {
      if ((at == 0 || body[at - 1] == '\n')
          && Arrays.equals(body, at, at + mark.length, mark, 0, mark.length)) {
        return at;
      }
    }
    return -1;
  }

  private static void part(byte[] part, Map<String, byte[]> parts) throws IOException {
    int head = next(part, "\r\n\r\n");
    if (head < 0) {
      throw new IOException("partie sans en-tête");
    }
    String id = "";
    for (String line : new String(part, 0, head, ISO_8859_1).split("\r\n", -1)) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-id:")) {
        id = line.substring("content-id:".length()).strip().replaceAll("^<|>$", "");
      }
    }
    int end = Math.max(head + 4, part.length - 2); // the line end belongs to the boundary
    parts.put(id, Arrays.copyOfRange(part, head + 4, end));
  }

  private static int next(byte[] part, String wanted) {
    byte[] mark = wanted.getBytes(US_ASCII);
    for (int at = 0; at + mark.length <= part.length; at++) {
      if (Arrays.equals(part, at, at + mark.length, mark, 0, mark.length)) {
        return at;
      }
    }
    return -1;
  }
}
