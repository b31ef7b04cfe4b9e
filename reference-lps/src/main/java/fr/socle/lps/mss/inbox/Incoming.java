package fr.socle.lps.mss.inbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.lps.mss.xdm.ReceivedArchive;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message that was received, as this software understands it.
 *
 * @param id its Message-ID
 * @param sender address of who sent it
 * @param senderLabel what stands beside it, perhaps empty
 * @param subject subject, decoded
 * @param text what it says
 * @param answers Message-ID of what it answers, empty for nothing
 * @param references those before it
 * @param receiptTo who wants to know that it was read, empty for nobody
 * @param archive documents it carries
 * @param report what it tells of a message of ours
 * @param bytes the message itself
 */
@SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
public record Incoming(
    String id,
    String sender,
    String senderLabel,
    String subject,
    String text,
    String answers,
    String references,
    String receiptTo,
    Optional<ReceivedArchive> archive,
    Optional<Report> report,
    byte[] bytes) {

  private static final String CITIZENS = "@patient.mssante.fr";
  private static final Pattern HEADER = Pattern.compile("(?im)^([A-Za-z-]+):[ \\t]*(.*)$");

  /**
   * What became of a message of ours.
   *
   * @param receipt whether a person or a program tells it, rather than the operator
   * @param about Message-ID of ours
   * @param recipient who received it, or did not
   * @param said disposition or action, in lower case
   * @param why status or error
   */
  public record Report(boolean receipt, String about, String recipient, String said, String why) {}

  /** Whether a patient wrote it. */
  public boolean fromPatient() {
    return sender.toLowerCase(Locale.ROOT).endsWith(CITIZENS);
  }

  /** What stands before the domain of the sender. */
  public String senderName() {
    return sender.substring(0, Math.max(0, sender.indexOf('@')));
  }

  /** Reads a message; nothing when it cannot be read at all. */
  public static Optional<Incoming> read(byte[] bytes) {
    try {
      MimeMessage message =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
      Reading reading = new Reading();
      reading.walk(message);
      InternetAddress from =
          message.getFrom() == null || message.getFrom().length == 0
              ? new InternetAddress("inconnu@inconnu")
              : (InternetAddress) message.getFrom()[0];
      return Optional.of(
          new Incoming(
              header(message, "Message-ID"),
              from.getAddress(),
              from.getPersonal() == null ? "" : from.getPersonal(),
              decoded(header(message, "Subject")),
              reading.text,
              header(message, "In-Reply-To"),
              header(message, "References"),
              header(message, "Disposition-Notification-To"),
              Optional.ofNullable(reading.archive),
              reading.report(),
              bytes));
    } catch (MessagingException | IOException | RuntimeException e) {
      return Optional.empty(); // a message of nobody's making
    }
  }

  private static String header(MimeMessage message, String name) throws MessagingException {
    String[] values = message.getHeader(name);
    return values == null ? "" : MimeUtility.unfold(values[0]).strip();
  }

  private static String decoded(String text) {
    try {
      return MimeUtility.decodeText(text);
    } catch (UnsupportedEncodingException e) {
      return text;
    }
  }

  /** What is found on the way through a message. */
  private static final class Reading {

    private String text = "";
    private @Nullable ReceivedArchive archive;
    private final Map<String, String> told = new HashMap<>();
    private String original = "";
    private boolean receipt;

    void walk(Part part) throws MessagingException, IOException {
      String type = part.getContentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
      switch (type) {
        case "message/disposition-notification" -> {
          receipt = true;
          tell(part);
        }
        case "message/delivery-status" -> tell(part);
        case "message/rfc822", "text/rfc822-headers" ->
            original = new String(part.getInputStream().readAllBytes(), ISO_8859_1);
        default -> content(part, type);
      }
    }

    private void content(Part part, String type) throws MessagingException, IOException {
      if (part.getContent() instanceof Multipart multipart) {
        for (int i = 0; i < multipart.getCount(); i++) {
          walk(multipart.getBodyPart(i));
        }
        return;
      }
      String name = part.getFileName() == null ? "" : part.getFileName();
      byte[] bytes = part.getInputStream().readAllBytes();
      if (name.toLowerCase(Locale.ROOT).endsWith(".zip") || type.equals("application/zip")) {
        archive = ReceivedArchive.read(bytes).orElse(archive);
      } else if (text.isEmpty() && type.equals("text/plain")) {
        text = part.getContent() instanceof String said ? said : new String(bytes, UTF_8);
      }
    }

    private void tell(Part part) throws MessagingException, IOException {
      Matcher header = HEADER.matcher(new String(part.getInputStream().readAllBytes(), ISO_8859_1));
      while (header.find()) {
        told.putIfAbsent(header.group(1).toLowerCase(Locale.ROOT), header.group(2).strip());
      }
    }

    Optional<Report> report() {
      if (told.isEmpty()) {
        return Optional.empty();
      }
      String recipient =
          told.getOrDefault("final-recipient", told.getOrDefault("original-recipient", ""));
      return Optional.of(
          new Report(
              receipt,
              told.getOrDefault("original-message-id", idOfOriginal()),
              recipient.replaceFirst("(?i)^rfc822;\\s*", ""),
              (receipt ? disposition() : told.getOrDefault("action", "")).toLowerCase(Locale.ROOT),
              told.getOrDefault(
                  "error", told.getOrDefault("diagnostic-code", told.getOrDefault("status", "")))));
    }

    private String disposition() {
      return told.getOrDefault("disposition", "").replaceFirst("^[^;]*;\\s*", "");
    }

    private String idOfOriginal() {
      Matcher header = HEADER.matcher(original);
      while (header.find()) {
        if (header.group(1).equalsIgnoreCase("Message-ID")) {
          return header.group(2).strip();
        }
      }
      return "";
    }
  }
}
