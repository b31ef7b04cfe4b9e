package fr.socle.mss.check;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckBook;
import fr.socle.documents.pdf.PdfA;
import fr.socle.mss.protocol.mail.MailCommand;
import fr.socle.mss.protocol.mail.SubmittedMail;
import java.util.List;
import java.util.stream.Stream;

/** All that Socle demands of the mail, by transaction. */
public final class MssChecks {
  /** A message that is submitted. */
  public static final String MESSAGE = "SMTP message";

  /** The commands that authenticate. */
  static final List<String> AUTHENTICATIONS =
      List.of("SMTP AUTH", "IMAP AUTHENTICATE", "IMAP LOGIN");

  private MssChecks() {}

  /** The book of the service. */
  public static CheckBook book() {
    CheckBook.Builder book =
        CheckBook.builder()
            .on(MESSAGE, SubmittedMail.class, messages())
            .sequences(SessionsOfAWindow.all())
            .sequences(SessionsAndLogin.all())
            .sequences(DirectoryUse.all());
    AUTHENTICATIONS.forEach(each -> book.on(each, MailCommand.class, SessionChecks.ALL));
    return book.build();
  }

  private static List<Check<SubmittedMail>> messages() {
    return Stream.of(
            HeaderChecks.ALL,
            MssHeaderChecks.ALL,
            BodyChecks.ALL,
            SubjectChecks.ALL,
            AttachmentChecks.all(new PdfA()),
            ArchiveChecks.ALL,
            MailDocumentRules.all(),
            CitizenChecks.ALL,
            ReceiptChecks.ALL)
        .flatMap(List::stream)
        .toList();
  }
}
