package fr.socle.mss.service;

import fr.socle.bench.content.Content;
import fr.socle.mss.service.Errand.Sort;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/** Writes delivery status notifications (RFC 3464; mssante.md 6.7). */
final class StatusNotice {
  private static final String HOST = "smtp.socle.test";
  private static final int LONGEST_HEADER = 1024 * 1024;
  private static final String TOO_BIG = "5.3.4";

  private StatusNotice() {}

  /**
   * Writes one.
   *
   * @param errand what it tells
   * @param original the message it is about, as it was accepted
   * @param now its date
   */
  static Content of(Errand errand, Content original, Instant now) {
    boolean whole = errand.whole() && errand.sort().isFailure();
    String boundary = "avis-" + UUID.randomUUID();
    String head = head(errand, boundary, now) + (whole ? message() : "text/rfc822-headers\r\n\r\n");
    Content back = whole ? original : Content.of(header(original));
    return Content.joined(List.of(bytes(head), back, bytes("\r\n--" + boundary + "--\r\n")));
  }

  private static String message() {
    return "message/rfc822\r\n\r\n";
  }

  private static String head(Errand errand, String boundary, Instant now) {
    String domain =
        errand.sort() == Sort.CITIZEN ? WhiteList.CITIZENS : Mailbox.domainOf(errand.returnTo());
    StringBuilder text = new StringBuilder(1024);
    line(text, "Return-Path: <>");
    line(text, "Date: " + date(now));
    line(text, "From: MAILER-DAEMON@" + domain);
    line(text, "To: <" + errand.returnTo() + ">");
    line(text, "Subject: " + subject(errand));
    line(text, "Message-ID: <" + UUID.randomUUID() + "@" + domain + ">");
    line(text, "Auto-Submitted: auto-replied");
    line(text, "MIME-Version: 1.0");
    line(text, "Content-Type: multipart/report; report-type=delivery-status;");
    line(text, " boundary=\"" + boundary + "\"");
    line(text, "");
    line(text, "--" + boundary);
    line(text, "Content-Type: text/plain; charset=UTF-8");
    line(text, "Content-Transfer-Encoding: 8bit");
    line(text, "");
    line(text, sentence(errand));
    line(text, "");
    line(text, errand.recipient() + " : " + errand.diagnostic());
    line(text, "--" + boundary);
    line(text, "Content-Type: message/delivery-status");
    line(text, "");
    line(text, "Reporting-MTA: dns; " + HOST);
    if (!errand.envelopeId().isEmpty()) {
      line(text, "Original-Envelope-Id: " + errand.envelopeId());
    }
    line(text, "Arrival-Date: " + date(errand.arrived()));
    line(text, "");
    if (!errand.original().isEmpty()) {
      line(text, "Original-Recipient: " + errand.original());
    }
    line(text, "Final-Recipient: rfc822; " + errand.recipient());
    line(text, "Action: " + action(errand.sort()));
    line(text, "Status: " + errand.status());
    line(text, "Diagnostic-Code: smtp; " + errand.diagnostic());
    line(text, "");
    line(text, "--" + boundary);
    return text.append("Content-Type: ").toString();
  }

  private static String subject(Errand errand) {
    return switch (errand.sort()) {
      case DELIVER, SUCCESS -> "Successful Mail Delivery Report";
      case DELAY -> "Delayed Mail (still being retried)";
      case FAILURE -> "Undelivered Mail Returned to Sender";
      // mssante.md 2.7: one subject for the size, another for the three other causes.
      case CITIZEN ->
          errand.status().equals(TOO_BIG)
              ? "Undelivered Mail Returned to Sender"
              : "=?UTF-8?Q?Message_non_distribu=C3=A9?=";
    };
  }

  private static String sentence(Errand errand) {
    return switch (errand.sort()) {
      case DELIVER, SUCCESS -> "Le message a été remis.";
      case DELAY -> "Le message n'a pas encore pu être remis ; d'autres essais suivront.";
      case FAILURE -> "Le message n'a pas pu être remis.";
      case CITIZEN -> "Message non distribué.";
    };
  }

  private static String action(Sort sort) {
    return switch (sort) {
      case DELIVER, SUCCESS -> "delivered";
      case DELAY -> "delayed";
      case FAILURE, CITIZEN -> "failed";
    };
  }

  private static String date(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append("\r\n");
  }

  private static Content bytes(String text) {
    return Content.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The header of a message, its empty line left out. */
  private static byte[] header(Content message) {
    String start = new String(message.first(LONGEST_HEADER), StandardCharsets.ISO_8859_1);
    int end = start.indexOf("\r\n\r\n");
    return start.substring(0, end < 0 ? start.length() : end).getBytes(StandardCharsets.ISO_8859_1);
  }
}
