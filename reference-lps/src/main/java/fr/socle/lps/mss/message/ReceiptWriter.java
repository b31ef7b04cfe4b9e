package fr.socle.lps.mss.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;

/** Writes read receipts (RFC 8098, mssante.md 2.6). Thread-safe. */
public final class ReceiptWriter {

  private final Clock clock;

  public ReceiptWriter(Clock clock) {
    this.clock = clock;
  }

  /**
   * What a receipt is about.
   *
   * @param id Message-ID of the message that was read
   * @param subject its subject
   * @param to who wants to know
   * @param bytes the message itself
   */
  @SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
  public record Read(String id, String subject, String to, byte[] bytes) {}

  /** The bytes of a receipt. */
  public byte[] write(Account from, String id, String nil, Read read) {
    try {
      MimeMessage message =
          new MimeMessage(Session.getInstance(new Properties())) {
            @Override
            protected void updateMessageID() throws MessagingException {
              setHeader("Message-ID", id);
            }
          };
      message.setFrom(new InternetAddress(from.address(), from.label(), "UTF-8"));
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(read.to()));
      message.setSubject(read.subject(), "UTF-8");
      message.setSentDate(Date.from(clock.instant()));
      message.setHeader("X-MSS-NIL", nil);
      message.setHeader("In-Reply-To", read.id());
      message.setHeader("References", read.id());
      Report parts = new Report();
      MimeBodyPart text = new MimeBodyPart();
      text.setText("Votre message a été lu par " + from.label() + ".", "UTF-8");
      parts.addBodyPart(text);
      parts.addBodyPart(
          part(
              ("Reporting-UA: socle-reference\r\n"
                      + "Original-Recipient: rfc822;"
                      + from.address()
                      + "\r\nFinal-Recipient: rfc822;"
                      + from.address()
                      + "\r\nOriginal-Message-ID: "
                      + read.id()
                      + "\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n")
                  .getBytes(UTF_8),
              "message/disposition-notification"));
      parts.addBodyPart(part(read.bytes(), "message/rfc822"));
      message.setContent(parts);
      message.saveChanges();
      return LetterWriter.bytes(message);
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MimeBodyPart part(byte[] bytes, String type) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
    return part;
  }

  /** A multipart whose type says what it reports. */
  private static final class Report extends MimeMultipart {

    Report() {
      super("report");
      contentType = contentType + "; report-type=disposition-notification";
    }
  }
}
