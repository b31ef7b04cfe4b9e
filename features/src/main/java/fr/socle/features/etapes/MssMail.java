package fr.socle.features.etapes;

import fr.socle.bench.client.api.RawExchange;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A message that an LPS submitted, as it is on the wire (mssante.md 2). Read without judging: the
 * checks of the bench do that.
 *
 * @param message the message
 * @param parts its parts that hold no others, in order
 */
record MssMail(MimeMessage message, List<Piece> parts) {
  private static final String ARCHIVE = "ihe_xdm.zip";
  private static final String DATA = "\r\nDATA\r\n";
  private static final String END = "\r\n.\r\n";

  /** Copies the list. */
  MssMail {
    parts = List.copyOf(parts);
  }

  /** A part that holds no other. */
  @SuppressWarnings("ArrayRecordComponent")
  record Piece(String type, String charset, String name, byte[] content) {
    String text() {
      Charset known =
          Charset.isSupported(charset.isEmpty() ? "UTF-8" : charset)
              ? Charset.forName(charset.isEmpty() ? "UTF-8" : charset)
              : StandardCharsets.UTF_8;
      return new String(content, known);
    }

    boolean isNamed(String wanted) {
      return name.toLowerCase(Locale.ROOT).equals(wanted);
    }

    boolean isZip() {
      return content.length > 1 && content[0] == 'P' && content[1] == 'K';
    }

    boolean isPdf() {
      return type.equals("application/pdf") || name.toLowerCase(Locale.ROOT).endsWith(".pdf");
    }
  }

  /** The message of a transaction; nothing when it holds none that can be read. */
  static Optional<MssMail> read(RawExchange exchange) {
    String wire = new String(exchange.request(), StandardCharsets.ISO_8859_1);
    int data = wire.toUpperCase(Locale.ROOT).indexOf(DATA);
    int end = wire.lastIndexOf(END);
    if (exchange.truncated() || data < 0 || end < data) {
      return Optional.empty();
    }
    String stuffed = wire.substring(data + DATA.length(), end + 2);
    String plain =
        (stuffed.startsWith("..") ? stuffed.substring(1) : stuffed).replace("\r\n..", "\r\n.");
    return read(plain.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The message in these bytes. */
  static Optional<MssMail> read(byte[] bytes) {
    try {
      MimeMessage message =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
      List<Piece> parts = new ArrayList<>();
      gather(message, parts);
      return Optional.of(new MssMail(message, parts));
    } catch (MessagingException | IOException e) {
      return Optional.empty();
    }
  }

  private static void gather(Part part, List<Piece> parts) throws MessagingException, IOException {
    if (part.getContent() instanceof Multipart multipart) {
      for (int i = 0; i < multipart.getCount(); i++) {
        BodyPart inner = multipart.getBodyPart(i);
        gather(inner, parts);
      }
      return;
    }
    String type = part.getContentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    String charset =
        part.getContentType().toLowerCase(Locale.ROOT).replaceAll("(?s).*charset=\"?", "");
    String name = part.getFileName();
    parts.add(
        new Piece(
            type,
            part.getContentType().toLowerCase(Locale.ROOT).contains("charset=")
                ? charset.split("[\";\\s]", 2)[0]
                : "",
            name == null ? "" : name,
            part.getInputStream().readAllBytes()));
  }

  /** A header, unfolded and decoded; empty when it is not there. */
  String header(String name) {
    try {
      String[] values = message.getHeader(name);
      return values == null
          ? ""
          : jakarta.mail.internet.MimeUtility.decodeText(
                  jakarta.mail.internet.MimeUtility.unfold(values[0]))
              .strip();
    } catch (MessagingException | IOException e) {
      return "";
    }
  }

  boolean has(String name) {
    try {
      return message.getHeader(name) != null;
    } catch (MessagingException e) {
      return false;
    }
  }

  String subject() {
    return header("Subject");
  }

  /** Where it asks to be answered ({@code Reply-To}); nothing when it does not say. */
  Optional<String> answeredAt() {
    try {
      return message.getHeader("Reply-To") == null
          ? Optional.empty()
          : Arrays.stream(message.getReplyTo())
              .map(each -> ((InternetAddress) each).getAddress())
              .findFirst();
    } catch (MessagingException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** What stands beside the address of the sender; empty for nothing. */
  String senderLabel() {
    try {
      return Arrays.stream(message.getFrom())
          .map(each -> ((InternetAddress) each).getPersonal())
          .filter(label -> label != null)
          .findFirst()
          .orElse("");
    } catch (MessagingException | RuntimeException e) {
      return "";
    }
  }

  /** What the user wrote: the first part that is a text. */
  Optional<Piece> body() {
    return parts.stream().filter(part -> part.type().startsWith("text/")).findFirst();
  }

  String text() {
    return body().map(part -> new String(part.content(), StandardCharsets.UTF_8)).orElse("");
  }

  /** The archive of documents, if it has one: by its name, or else by what a zip holds. */
  Optional<MssArchive> archive() {
    return archiveOf(parts);
  }

  static Optional<MssArchive> archiveOf(List<Piece> parts) {
    return Stream.of(true, false)
        .flatMap(named -> parts.stream().filter(part -> part.isNamed(ARCHIVE) == named))
        .filter(Piece::isZip)
        .flatMap(part -> MssArchive.read(part.content()).stream())
        .findFirst();
  }

  /** Its PDF. */
  List<Piece> pages() {
    return parts.stream().filter(Piece::isPdf).toList();
  }
}
