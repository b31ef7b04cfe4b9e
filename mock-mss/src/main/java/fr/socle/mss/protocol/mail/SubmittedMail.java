package fr.socle.mss.protocol.mail;

import fr.socle.bench.check.Condensable;
import fr.socle.bench.content.Content;
import fr.socle.mss.protocol.mime.DecodedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that was submitted, or given up.
 *
 * @param session its connection
 * @param reversePath envelope sender, empty for the null one
 * @param recipients envelope recipients that were accepted, as written
 * @param messageId first {@code Message-ID}; empty without one
 * @param digest tells apart two messages that say different things, by their subject and their
 *     text: copies of one message, and the same sent again, differ in the rest; empty without
 *     message
 * @param size bytes of the message
 * @param accepted whether it was accepted
 * @param read the message itself; null when none came, it is too large, or it was left out
 */
public record SubmittedMail(
    SessionFacts session,
    String reversePath,
    List<String> recipients,
    String messageId,
    String digest,
    long size,
    boolean accepted,
    @Nullable ReadMail read)
    implements MailExchange, Condensable {
  /** Copies the recipients. */
  public SubmittedMail {
    recipients = List.copyOf(recipients);
  }

  static SubmittedMail of(
      SessionFacts session,
      String reversePath,
      List<String> recipients,
      @Nullable Content message,
      boolean accepted) {
    ReadMail read = message == null ? null : ReadMail.of(message).orElse(null);
    return new SubmittedMail(
        session,
        reversePath,
        recipients,
        read == null ? "" : read.header().first("Message-ID").orElse(""),
        read == null ? "" : SessionWatch.digest(said(read)),
        message == null ? 0 : message.size(),
        accepted,
        read);
  }

  // Rebuilt to be sent again, a message has other boundaries, line ends and names of pictures.
  private static String said(ReadMail mail) {
    String text =
        DecodedText.ofHeader(mail.header().first("Subject").orElse(""))
            + "\n"
            + mail.body().map(body -> DecodedText.ofBody(mail.bytes(), body)).orElse("");
    return text.replaceAll("(?i)\\bcid:[^\"'\\s>]+", "cid:").replaceAll("\\s+", " ").strip();
  }

  @Override
  public SubmittedMail condensed() {
    return new SubmittedMail(
        session, reversePath, recipients, messageId, digest, size, accepted, null);
  }
}
