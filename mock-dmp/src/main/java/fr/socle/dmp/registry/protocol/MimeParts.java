package fr.socle.dmp.registry.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import fr.socle.bench.content.Content;
import fr.socle.bench.content.Scratch;
import fr.socle.dmp.protocol.Envelopes.UnreadableException;
import fr.socle.dmp.registry.protocol.MimeDelimiters.Delimiter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The parts of a multipart body: RFC 2046, 5.1. Bare line feeds are put up with; a body without its
 * last boundary is not, since it is a message that was cut. The body is read as a stream; a part
 * without transfer coding is a region of it.
 */
final class MimeParts {
  private static final int MOST = 2_000;
  private static final int MOST_HEADERS = 16 * 1024;

  private final Content body;
  private final Scratch scratch;

  private MimeParts(Content body, Scratch scratch) {
    this.body = body;
    this.scratch = scratch;
  }

  /**
   * One part.
   *
   * @param headers headers by lower-case name, the first of each
   * @param content its bytes, transfer coding removed
   */
  record Part(Map<String, String> headers, Content content) {
    /** Copies the map. */
    Part {
      headers = Map.copyOf(headers);
    }

    String header(String name) {
      return headers.getOrDefault(name, "");
    }

    /** Content-ID without angle brackets; empty without one. */
    String id() {
      return unbracketed(header("content-id"));
    }
  }

  static String unbracketed(String id) {
    String bare = id.strip();
    return bare.startsWith("<") && bare.endsWith(">") ? bare.substring(1, bare.length() - 1) : bare;
  }

  /**
   * Tells parts apart.
   *
   * @param scratch where parts wait whose transfer coding was removed
   * @throws UnreadableException with a French sentence, when they cannot be
   */
  static List<Part> read(Content body, String boundary, Scratch scratch)
      throws UnreadableException {
    List<Delimiter> delimiters;
    try (InputStream in = body.open()) {
      // One more than parts, and one to see that there are too many.
      delimiters = MimeDelimiters.in(in, boundary, MOST + 2);
    } catch (IOException e) {
      throw new UncheckedIOException("a body cannot be read again", e);
    }
    return new MimeParts(body, scratch).parts(delimiters);
  }

  private List<Part> parts(List<Delimiter> delimiters) throws UnreadableException {
    if (delimiters.isEmpty()) {
      throw new UnreadableException(
          "Le message MTOM ne contient pas la limite annoncée par son Content-Type (boundary).");
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; !delimiters.get(i).last(); i++) {
      if (i + 1 == delimiters.size()) {
        throw new UnreadableException(
            "Le message MTOM est tronqué : la limite qui termine sa partie "
                + (i + 1)
                + " manque.");
      }
      if (i == MOST) {
        throw UnreadableException.ofOurLimits(
            "Le message MTOM a plus de " + MOST + " parties : envoyez-le en plusieurs fois.");
      }
      parts.add(part(delimiters.get(i).after(), delimiters.get(i + 1).endOfPart()));
    }
    return parts;
  }

  private Part part(long start, long delimiter) throws UnreadableException {
    Content whole = body.region(start, Math.max(0, delimiter - start));
    byte[] head = whole.first(MOST_HEADERS);
    List<String> lines = new ArrayList<>();
    int at = 0;
    String line = line(head, at);
    while (!line.isBlank()) {
      if (!lines.isEmpty() && Character.isWhitespace(line.charAt(0))) {
        lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " " + line.strip());
      } else {
        lines.add(line);
      }
      at = nextLine(head, at);
      line = line(head, at);
    }
    if (at == head.length && head.length < whole.size()) {
      throw UnreadableException.ofOurLimits(
          "Une partie du message MTOM a plus de " + MOST_HEADERS + " octets d'en-têtes.");
    }
    at = nextLine(head, at);
    Map<String, String> headers = new HashMap<>();
    for (String each : lines) {
      int colon = each.indexOf(':');
      if (colon > 0) {
        headers.putIfAbsent(
            each.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            each.substring(colon + 1).strip());
      }
    }
    return new Part(headers, decoded(headers, whole.region(at, whole.size() - at)));
  }

  private static String line(byte[] head, int from) {
    int to = from;
    while (to < head.length && head[to] != '\n') {
      to++;
    }
    return new String(head, from, to - from, ISO_8859_1).stripTrailing();
  }

  private static int nextLine(byte[] head, int from) {
    int at = from;
    while (at < head.length && head[at] != '\n') {
      at++;
    }
    return Math.min(head.length, at + 1);
  }

  private Content decoded(Map<String, String> headers, Content raw) throws UnreadableException {
    String coding = headers.getOrDefault("content-transfer-encoding", "binary");
    boolean base64 = coding.equalsIgnoreCase("base64");
    if (!base64 && !coding.equalsIgnoreCase("quoted-printable")) {
      return raw;
    }
    try (InputStream in = raw.open();
        InputStream plain = base64 ? Base64.getMimeDecoder().wrap(in) : new QuotedPrintable(in)) {
      return scratch.keep(plain);
    } catch (IOException e) {
      throw new UnreadableException(
          "Une partie du message MTOM s'annonce en "
              + coding.toLowerCase(Locale.ROOT)
              + " et ne l'est pas : "
              + new String(raw.first(20), US_ASCII));
    }
  }
}
