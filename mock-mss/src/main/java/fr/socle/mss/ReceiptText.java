package fr.socle.mss;

import fr.socle.bench.client.api.MssReceipt;
import fr.socle.bench.content.Content;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.mss.protocol.mime.DecodedText;
import fr.socle.mss.protocol.mime.MailAddress;
import fr.socle.mss.protocol.mime.MimePart;
import fr.socle.mss.protocol.mime.MimeText;
import fr.socle.mss.service.Mailbox;
import fr.socle.mss.service.Mailbox.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes read receipts (RFC 8098; mssante.md 2.6). */
final class ReceiptText {
  private static final List<String> DISPOSITIONS =
      List.of("displayed", "dispatched", "processed", "deleted");
  private static final Map<String, String> LABELS =
      Map.of(
          "900", "Version du document erronée pour un remplacement ou une suppression",
          "901", "Auteur non autorisé",
          "902", "Patient inconnu",
          "903", "INS absente du document",
          "904", "INS ou traits différents",
          "905", "INS incomplète",
          "906", "Autre erreur");

  private ReceiptText() {}

  static void requireKnown(MssReceipt asked) {
    if (asked.disposition() != null && !DISPOSITIONS.contains(asked.disposition())) {
      throw refused("disposition est l'un de : " + String.join(", ", DISPOSITIONS) + ".");
    }
    if (asked.form() != null && !List.of("1.1.3", "1.1").contains(asked.form())) {
      throw refused("form est 1.1.3 ou 1.1.");
    }
    if (asked.error() != null && !asked.error().matches("\\d{1,3}")) {
      throw refused("error est un code, tel que 902.");
    }
  }

  private static InvalidControlRequestException refused(String message) {
    return new InvalidControlRequestException("accuse-incorrect", message);
  }

  /** Who a message wants the receipt sent to. */
  static Optional<String> askedBy(KeptMessage original) {
    return MailAddress.read(original.field("Disposition-Notification-To")).stream()
        .filter(each -> each.local() != null && each.domain() != null)
        .map(each -> each.local() + "@" + each.domain())
        .findFirst();
  }

  static String subject(MssReceipt asked, Optional<KeptMessage> original) {
    String subject = original.map(each -> DecodedText.ofHeader(each.field("Subject"))).orElse("");
    return asked.error() == null
        ? subject
        : "[KO Intégration système !][" + asked.error() + "] " + subject;
  }

  /** The message after its common fields. */
  static Content body(MssReceipt asked, Mailbox from, Optional<KeptMessage> original) {
    String boundary = "accuse-" + UUID.randomUUID();
    String mark = "\r\n--" + boundary;
    boolean former = "1.1".equals(asked.form());
    List<Content> parts = new ArrayList<>();
    parts.add(
        bytes(
            "Content-Type: multipart/report; report-type=disposition-notification;\r\n boundary=\""
                + boundary
                + "\"\r\n"
                + mark
                + "\r\n"
                + MimeText.plain(sentence(asked))
                + mark
                + "\r\nContent-Type: message/disposition-notification\r\n\r\n"
                + fields(asked, from, original, former)));
    byte[] message = original.map(each -> each.bytes().all()).orElse(new byte[0]);
    if (message.length > 0) {
      parts.add(bytes(mark + "\r\nContent-Type: message/rfc822\r\n\r\n"));
      parts.add(Content.of(message));
      if (former && asked.error() != null) {
        MimePart read = MimePart.read(message);
        for (MimePart each : read.parts()) {
          if (each.mainType().equals("APPLICATION")) {
            parts.add(bytes(mark + "\r\n"));
            parts.add(
                Content.of(message).region(each.headerStart(), each.end() - each.headerStart()));
          }
        }
      }
    }
    parts.add(bytes(mark + "--\r\n"));
    return Content.joined(parts);
  }

  private static String sentence(MssReceipt asked) {
    return asked.error() == null
        ? "Le message a été lu ou intégré."
        : "Le message n'a pas été intégré.\n" + error(asked);
  }

  private static String error(MssReceipt asked) {
    return asked.error() + "^" + LABELS.getOrDefault(String.valueOf(asked.error()), "Erreur");
  }

  private static String fields(
      MssReceipt asked, Mailbox from, Optional<KeptMessage> original, boolean former) {
    String disposition =
        asked.disposition() != null
            ? asked.disposition()
            : from.kind() == Kind.APP || asked.error() != null ? "processed" : "displayed";
    String wrong = asked.error() == null ? "" : former ? "/Error: " + error(asked) : "/error";
    boolean manual =
        from.kind() != Kind.APP && from.kind() != Kind.CITOYEN && asked.error() == null;
    String mode =
        manual ? "manual-action/MDN-sent-manually" : "automatic-action/MDN-sent-automatically";
    String first =
        original
            .map(each -> each.field("Original-Recipient"))
            .filter(each -> !each.isEmpty())
            .orElse("rfc822;" + from.address());
    return (former ? "" : "Reporting-UA: socle.test; Socle\r\n")
        + "Original-Recipient: "
        + first
        + "\r\nFinal-Recipient: rfc822;"
        + from.address()
        + "\r\nOriginal-Message-ID: "
        + asked.messageId().replaceAll("[\\r\\n]", "")
        + "\r\nDisposition: "
        + mode
        + "; "
        + disposition
        + wrong
        + "\r\n"
        + (asked.error() == null || former ? "" : "Error: " + error(asked) + "\r\n");
  }

  private static Content bytes(String text) {
    return Content.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
