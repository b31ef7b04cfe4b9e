package fr.socle.bench.xml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The characters of an XML document, and how they were found among its bytes.
 *
 * <p>Order of authority: byte order mark, then the charset of the transport ({@code Content-Type}),
 * then the XML declaration, then UTF-8 (RFC 7303, 3.2 and 3.3).
 *
 * @param text the document, without byte order mark
 * @param charset the encoding that was used
 * @param source what decided the encoding
 * @param declared the encoding of the XML declaration, as written; null when there is none
 */
public record XmlText(String text, Charset charset, Source source, @Nullable String declared) {

  /** What decided the encoding. */
  public enum Source {
    /** A byte order mark. */
    MARQUE,
    /** The charset parameter of the transport. */
    TRANSPORT,
    /** The XML declaration. */
    DECLARATION,
    /** Nothing: UTF-8. */
    DEFAUT
  }

  // Own allow-list: what French medical software sends, and what XML 1.0 demands.
  private static final Map<String, Charset> ACCEPTED =
      Map.ofEntries(
          Map.entry("utf-8", StandardCharsets.UTF_8),
          Map.entry("utf8", StandardCharsets.UTF_8),
          Map.entry("us-ascii", StandardCharsets.US_ASCII),
          Map.entry("utf-16", StandardCharsets.UTF_16BE),
          Map.entry("utf-16be", StandardCharsets.UTF_16BE),
          Map.entry("utf-16le", StandardCharsets.UTF_16LE),
          Map.entry("iso-8859-1", StandardCharsets.ISO_8859_1),
          Map.entry("iso-8859-15", Charset.forName("ISO-8859-15")),
          Map.entry("windows-1252", Charset.forName("windows-1252")));

  private static final int DECLARATION_WINDOW = 256;

  private static final Pattern DECLARED_ENCODING =
      Pattern.compile("^<\\?xml[^>]{0,200}?\\sencoding\\s?=\\s?[\"']([A-Za-z0-9._-]{1,40})[\"']");

  /**
   * Decodes a document.
   *
   * @param bytes the document as received
   * @param transportCharset the charset parameter of the Content-Type; null when there is none
   * @throws XmlException when the encoding is unknown or the bytes are not in it
   */
  public static XmlText decode(byte[] bytes, @Nullable String transportCharset)
      throws XmlException {
    if (bytes.length == 0) {
      throw new XmlException(
          XmlException.Kind.VIDE, "Le message est vide : envoyez un document XML.");
    }
    ByteOrderMark mark = ByteOrderMark.of(bytes);
    if (mark != null) {
      return decoded(bytes, mark.length, mark.charset, Source.MARQUE);
    }
    Charset guessed = withoutMark(bytes);
    if (transportCharset != null && !transportCharset.isBlank()) {
      Charset wanted = accepted(transportCharset);
      // UTF-16 without byte order mark may be of either order: the first character tells.
      boolean anyOrder = transportCharset.strip().equalsIgnoreCase("utf-16");
      return decoded(bytes, 0, anyOrder && guessed != null ? guessed : wanted, Source.TRANSPORT);
    }
    if (guessed != null) {
      return decoded(bytes, 0, guessed, Source.DEFAUT);
    }
    int window = Math.min(bytes.length, DECLARATION_WINDOW);
    String declared = declaredEncoding(new String(bytes, 0, window, StandardCharsets.ISO_8859_1));
    return declared == null
        ? decoded(bytes, 0, StandardCharsets.UTF_8, Source.DEFAUT)
        : decoded(bytes, 0, accepted(declared), Source.DECLARATION);
  }

  private static @Nullable Charset withoutMark(byte[] bytes) {
    if (bytes.length >= 2 && bytes[0] == 0 && bytes[1] == '<') {
      return StandardCharsets.UTF_16BE;
    }
    return bytes.length >= 2 && bytes[0] == '<' && bytes[1] == 0 ? StandardCharsets.UTF_16LE : null;
  }

  private static Charset accepted(String name) throws XmlException {
    Charset charset = ACCEPTED.get(name.strip().toLowerCase(Locale.ROOT));
    if (charset == null) {
      throw new XmlException(
          XmlException.Kind.ENCODAGE,
          "Encodage « " + name.strip() + " » non accepté : envoyez le message en UTF-8.");
    }
    return charset;
  }

  private static XmlText decoded(byte[] bytes, int from, Charset charset, Source source)
      throws XmlException {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    String text;
    try {
      text = decoder.decode(in).toString();
    } catch (CharacterCodingException e) {
      // The buffer stops on the first byte that cannot be read: count the lines before it.
      String before = new String(bytes, from, in.position() - from, charset);
      int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
      throw new XmlException(
          XmlException.Kind.ENCODAGE,
          line,
          before.length() - before.lastIndexOf('\n'),
          "les octets ne sont pas du "
              + charset.name()
              + " : encodez le message dans le jeu de caractères annoncé, de préférence UTF-8.");
    }
    String head = text.substring(0, Math.min(text.length(), DECLARATION_WINDOW));
    return new XmlText(text, charset, source, declaredEncoding(head));
  }

  private static @Nullable String declaredEncoding(String head) {
    Matcher matcher = DECLARED_ENCODING.matcher(head);
    return matcher.find() ? matcher.group(1) : null;
  }

  private enum ByteOrderMark {
    UTF_8(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
    UTF_16_BE(StandardCharsets.UTF_16BE, 0xFE, 0xFF),
    UTF_16_LE(StandardCharsets.UTF_16LE, 0xFF, 0xFE);

    private final Charset charset;
    private final int length;
    private final int first;
    private final int second;
    private final int third;

    ByteOrderMark(Charset charset, int first, int second) {
      this(charset, first, second, -1);
    }

    ByteOrderMark(Charset charset, int first, int second, int third) {
      this.charset = charset;
      this.first = first;
      this.second = second;
      this.third = third;
      this.length = third < 0 ? 2 : 3;
    }

    private static @Nullable ByteOrderMark of(byte[] bytes) {
      for (ByteOrderMark mark : values()) {
        if (bytes.length >= mark.length
            && (bytes[0] & 0xFF) == mark.first
            && (bytes[1] & 0xFF) == mark.second
            && (mark.third < 0 || (bytes[2] & 0xFF) == mark.third)) {
          return mark;
        }
      }
      return null;
    }
  }
}
