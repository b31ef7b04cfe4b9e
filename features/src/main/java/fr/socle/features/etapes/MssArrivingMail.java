package fr.socle.features.etapes;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the messages that arrive in the mailbox of the doctor (mssante.md 2, 6.7). */
final class MssArrivingMail {
  private final String from;
  private final String label;
  private final String to;
  private final String id = "<" + UUID.randomUUID() + "@medecin.mssante.fr>";
  private final Map<String, String> headers = new LinkedHashMap<>();
  private String subject = "Une question";
  private String text = "Bonjour, voici ma question.";
  private @Nullable String report;
  private byte[] reported = new byte[0];

  MssArrivingMail(String from, String label, String to) {
    this.from = from;
    this.label = label;
    this.to = to;
  }

  String id() {
    return id;
  }

  MssArrivingMail subject(String value) {
    subject = value;
    return this;
  }

  MssArrivingMail text(String value) {
    text = value;
    return this;
  }

  MssArrivingMail header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** A receipt or a notice of the operator, instead of a letter. */
  MssArrivingMail report(String kind, String fields) {
    report = kind;
    reported = fields.getBytes(StandardCharsets.US_ASCII);
    return this;
  }

  byte[] bytes() {
    try {
      MimeMessage message =
          new MimeMessage(Session.getInstance(new Properties())) {
            @Override
            protected void updateMessageID() throws MessagingException {
              setHeader("Message-ID", id);
            }
          };
      message.setFrom(new InternetAddress(from, label, "UTF-8"));
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(to));
      message.setSubject(subject, "UTF-8");
      message.setHeader("Date", "Mon, 05 Jan 2026 09:30:00 +0100");
      for (Map.Entry<String, String> header : headers.entrySet()) {
        message.setHeader(header.getKey(), header.getValue());
      }
      String kind = report;
      Parts parts = new Parts(kind);
      MimeBodyPart body = new MimeBodyPart();
      body.setText(text, "UTF-8");
      parts.addBodyPart(body);
      if (kind != null) {
        parts.addBodyPart(part(reported, "message/" + kind));
      }
      message.setContent(parts);
      message.saveChanges();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      message.writeTo(bytes);
      return bytes.toByteArray();
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new IllegalStateException("a message that cannot be written", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MimeBodyPart part(byte[] bytes, String type) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
    return part;
  }

  /** A multipart that says what it reports, if it does. */
  private static final class Parts extends MimeMultipart {
    Parts(@Nullable String kind) {
      super(kind == null ? "mixed" : "report");
      if (kind != null) {
        contentType = contentType + "; report-type=" + kind;
      }
    }
  }
}
