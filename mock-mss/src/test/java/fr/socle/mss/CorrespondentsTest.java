package fr.socle.mss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.client.api.MssBounce;
import fr.socle.bench.client.api.MssCitizenMessage;
import fr.socle.bench.client.api.MssMailbox;
import fr.socle.bench.client.api.MssReceipt;
import fr.socle.bench.client.api.MssSent;
import fr.socle.bench.spi.InvalidControlRequestException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What correspondents send when they are told to. */
class CorrespondentsTest {
  private static final String CITIZEN = "279035121518989@patient.mssante.fr";
  private static final String ASKED = "<demande@t.fr>";
  private MailBench mail;

  @BeforeEach
  void open(@TempDir Path pki) throws Exception {
    mail = MailBench.open(pki, Map.of());
    mail.call("mailbox", MssMailbox.citizen(CITIZEN));
  }

  @AfterEach
  void close() {
    mail.close();
  }

  private void write(String to, String... lines) throws Exception {
    try (RawMail smtp = mail.marie()) {
      smtp.say("MAIL FROM:<" + MailBench.MARIE + ">");
      smtp.say("RCPT TO:<" + to + ">");
      smtp.say("DATA");
      smtp.until("354");
      smtp.say("From: <" + MailBench.MARIE + ">");
      for (String line : lines) {
        smtp.say(line);
      }
      smtp.say("");
      smtp.say("Le corps");
      smtp.say(".");
      assertThat(smtp.line()).startsWith("250");
    }
  }

  private String last() {
    long uid =
        mail.messages(MailBench.MARIE).folders().stream()
            .flatMap(each -> each.messages().stream())
            .mapToLong(each -> each.uid())
            .max()
            .orElseThrow();
    return mail.source(MailBench.MARIE, "INBOX", uid);
  }

  private @Nullable Object answer(@Nullable String to) {
    return mail.call(
        "citizen-message", new MssCitizenMessage(CITIZEN, MailBench.MARIE, to, null, "Merci"));
  }

  @Test
  void aCitizenAnswersWhoWroteToHim() throws Exception {
    assertThatThrownBy(() -> answer(null))
        .isInstanceOf(InvalidControlRequestException.class)
        .hasMessageContaining("n'a pas le droit");

    write(CITIZEN, "Message-ID: " + ASKED, "Subject: Votre =?UTF-8?Q?=C3=A9?=tat");
    MssSent sent = (MssSent) answer(ASKED);

    assertThat(sent).isNotNull();
    assertThat(last())
        .contains(
            "In-Reply-To: " + ASKED + "\r\n",
            "References: " + ASKED + "\r\n",
            "From: <" + CITIZEN + ">",
            "Message-ID: " + (sent == null ? "" : sent.messageId()),
            "\r\nMerci\r\n");
    assertThat(answer(null)).isNotNull();
  }

  @Test
  void theEndOfAnExchangeIsOfOneMessageOrOfAll() throws Exception {
    write(CITIZEN, "Message-ID: " + ASKED);
    write(CITIZEN, "Message-ID: <deux@t.fr>", "X-MSS-MES: FIN");

    assertThat(answer(ASKED)).isNotNull();
    assertThatThrownBy(() -> answer("<deux@t.fr>")).hasMessageContaining("X-MSS-MES");

    write(CITIZEN, "Message-ID: <trois@t.fr>", "Subject: [FIN]");
    assertThatThrownBy(() -> answer(ASKED)).hasMessageContaining("[FIN]");
    assertThatThrownBy(() -> answer(null)).hasMessageContaining("[FIN]");
  }

  @Test
  void aReceiptIsSentToWhoAskedAndTellsErrorsInBothForms() throws Exception {
    write(MailBench.PAUL, "Message-ID: " + ASKED, "Subject: XDM/1.0/DDM+X");
    assertThatThrownBy(() -> mail.call("receipt", MssReceipt.asked(MailBench.PAUL, ASKED)))
        .hasMessageContaining("Disposition-Notification-To");

    write(
        CITIZEN,
        "Message-ID: " + ASKED,
        "Subject: XDM/1.0/DDM+X",
        "Disposition-Notification-To: <" + MailBench.MARIE + ">");
    assertThat(mail.call("receipt", MssReceipt.asked(CITIZEN, ASKED))).isNotNull();
    assertThat(last())
        .contains(
            "report-type=disposition-notification",
            "Subject: XDM/1.0/DDM+X\r\n",
            "Original-Message-ID: " + ASKED,
            "Disposition: automatic-action/MDN-sent-automatically; displayed\r\n",
            "message/rfc822",
            "Le corps");
    assertThat(receipt("902", null)).contains("; processed/error\r\nError: 902^Patient inconnu");
    assertThat(receipt("902", "1.1")).contains("; processed/Error: 902^Patient inconnu\r\n");
    assertThat(receipt(null, null)).contains("Original-Message-ID: <jamais@t.fr>");
  }

  private String receipt(@Nullable String error, @Nullable String form) {
    String about = error == null ? "<jamais@t.fr>" : ASKED;
    assertThat(
            mail.call(
                "receipt",
                new MssReceipt(MailBench.PAUL, about, MailBench.MARIE, null, error, form)))
        .isNotNull();
    return last();
  }

  @Test
  void theOperatorTellsWhatItIsToldTo() throws Exception {
    write(MailBench.PAUL, "Message-ID: " + ASKED);
    mail.call("bounce", new MssBounce(MailBench.MARIE, MailBench.PAUL, ASKED, null, "5.2.2", null));

    assertThat(last())
        .contains("Subject: Undelivered Mail", "Status: 5.2.2", "Message-ID: " + ASKED);
  }
}
