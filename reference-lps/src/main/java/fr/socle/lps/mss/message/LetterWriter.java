package fr.socle.lps.mss.message;

import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
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
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.Properties;

/** Writes messages as MSSanté wants them (mssante.md 2). Thread-safe. */
public final class LetterWriter {

  private static final String UTF_8 = "UTF-8";
  private static final String CITIZENS = "@patient.mssante.fr";

  private final Clock clock;
  private final Defects defects;

  public LetterWriter(Clock clock, Defects defects) {
    this.clock = clock;
    this.defects = defects;
  }

  /** The bytes of a message. */
  public byte[] write(Letter letter) {
    try {
      MimeMessage message = new Numbered(letter.id());
      head(message, letter);
      Letter.Carried carried = letter.carried();
      if (carried == null) {
        body(message, letter.text());
      } else {
        MimeMultipart parts = new MimeMultipart("mixed");
        MimeBodyPart text = new MimeBodyPart();
        body(text, letter.text());
        parts.addBodyPart(text);
        if (!defects.has(Mutant.MSS_ARCHIVE_OUBLIEE)) {
          parts.addBodyPart(attached(carried.archive(), "application/zip", "IHE_XDM.ZIP"));
        }
        if (!defects.has(Mutant.MSS_PDF_OUBLIE)) {
          for (Letter.Page page : carried.pages()) {
            parts.addBodyPart(attached(page.bytes(), "application/pdf", page.name()));
          }
        }
        message.setContent(parts);
      }
      message.saveChanges();
      return bytes(message);
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] bytes(MimeMessage message) throws MessagingException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      message.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void head(MimeMessage message, Letter letter)
      throws MessagingException, UnsupportedEncodingException {
    Account from = letter.from();
    message.setFrom(
        defects.has(Mutant.MSS_LIBELLE_ABSENT)
            ? new InternetAddress(from.address())
            : new InternetAddress(from.address(), from.label(), UTF_8));
    if (!from.replyTo().isEmpty() && !defects.has(Mutant.MSS_REPONSE_A_LA_BOITE_APPLICATIVE)) {
      message.setReplyTo(new InternetAddress[] {new InternetAddress(from.replyTo())});
    }
    for (String to : letter.to()) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(to));
    }
    message.setSubject(letter.subject(), UTF_8);
    message.setSentDate(Date.from(clock.instant()));
    receipts(message, letter);
    answers(message, letter);
    own(message, letter);
  }

  private void receipts(MimeMessage message, Letter letter) throws MessagingException {
    String address = "<" + letter.from().address() + ">";
    if (letter.readReceipt() && !defects.has(Mutant.MSS_ACCUSE_DE_LECTURE_OUBLIE)) {
      message.setHeader("Disposition-Notification-To", address);
    }
    if (letter.deliveryReceipt() && !defects.has(Mutant.MSS_ACCUSE_DE_RECEPTION_OUBLIE)) {
      message.setHeader("Return-Receipt-To", address);
    }
  }

  private void answers(MimeMessage message, Letter letter) throws MessagingException {
    Letter.Answered answered = letter.answered();
    if (answered == null) {
      return;
    }
    if (!defects.has(Mutant.MSS_REPONSE_SANS_RENVOI)) {
      message.setHeader("In-Reply-To", answered.id());
    }
    if (!defects.has(Mutant.MSS_REPONSE_SANS_FIL)) {
      message.setHeader("References", (answered.references() + " " + answered.id()).strip());
    }
  }

  private void own(MimeMessage message, Letter letter) throws MessagingException {
    boolean forgotten =
        defects.has(Mutant.MSS_NIL_ABSENT)
            || (letter.answered() != null && defects.has(Mutant.MSS_NIL_OUBLIE_EN_REPONSE));
    if (!forgotten) {
      message.setHeader("X-MSS-NIL", letter.nil());
    }
    Letter.Carried carried = letter.carried();
    if (carried != null) {
      carries(message, carried);
    } else if (defects.has(Mutant.MSS_CODES_SANS_DOCUMENT)) {
      message.setHeader("X-MSS-CODECDA", "11488-4");
    }
    boolean toPatient =
        letter.to().stream().anyMatch(to -> to.toLowerCase(Locale.ROOT).endsWith(CITIZENS));
    boolean ends =
        (letter.last() && toPatient && !defects.has(Mutant.MSS_FIN_OUBLIEE))
            || defects.has(Mutant.MSS_FIN_TOUJOURS);
    if (ends) {
      message.setHeader("X-MSS-MES", defects.has(Mutant.MSS_FIN_EN_MINUSCULES) ? "fin" : "FIN");
    }
  }

  private void carries(MimeMessage message, Letter.Carried carried) throws MessagingException {
    if (!defects.has(Mutant.MSS_CODES_OUBLIES)) {
      message.setHeader(
          "X-MSS-CODECDA",
          defects.has(Mutant.MSS_CODE_AUTRE) ? "11488-4" : String.join(",", carried.codes()));
    }
    boolean qualified =
        (carried.qualified() || defects.has(Mutant.MSS_INS_TOUJOURS_QUALIFIEE))
            && !defects.has(Mutant.MSS_INS_DITE_NON_QUALIFIEE);
    if (!defects.has(Mutant.MSS_INS_TUE)) {
      message.setHeader("X-MSS-INS", qualified ? "O" : "N");
    }
  }

  private void body(Part part, String text) throws MessagingException {
    if (defects.has(Mutant.MSS_CORPS_EN_HTML)) {
      part.setContent("<p>" + text + "</p>", "text/html; charset=UTF-8");
    } else if (part instanceof MimeMessage message) {
      message.setText(text, UTF_8);
    } else if (part instanceof MimeBodyPart body) {
      body.setText(text, UTF_8);
    }
  }

  private static MimeBodyPart attached(byte[] bytes, String type, String name)
      throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
    part.setFileName(name);
    part.setDisposition(Part.ATTACHMENT);
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  /** A message that keeps the identifier it is given. */
  private static final class Numbered extends MimeMessage {

    private final String id;

    Numbered(String id) {
      super(Session.getInstance(new Properties()));
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
