package fr.socle.lps.mss.inbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.lps.mss.inbox.Incoming.Report;
import org.junit.jupiter.api.Test;

class IncomingTest {

  @Test
  void readsWhoWritesAndWhatHeAnswers() {
    Incoming message =
        read(
            """
            From: "Dr_Camille_CONFRERE" <camille@medecin.mssante.fr>
            Subject: =?UTF-8?Q?R=C3=A9ponse?=
            Message-ID: <2@medecin.mssante.fr>
            In-Reply-To: <1@medecin.mssante.fr>
            References: <0@medecin.mssante.fr>
             <1@medecin.mssante.fr>
            Content-Type: text/plain; charset=UTF-8

            Bonjour.
            """);

    assertThat(message.senderLabel()).isEqualTo("Dr_Camille_CONFRERE");
    assertThat(message.subject()).isEqualTo("Réponse");
    assertThat(message.answers()).isEqualTo("<1@medecin.mssante.fr>");
    assertThat(message.references()).isEqualTo("<0@medecin.mssante.fr> <1@medecin.mssante.fr>");
    assertThat(message.text()).contains("Bonjour.");
    assertThat(message.archive()).isEmpty();
    assertThat(message.fromPatient()).isFalse();
  }

  @Test
  void tellsAPatientFromAProfessional() {
    Incoming message =
        read("From: <279035121518989@PATIENT.mssante.fr>\nMessage-ID: <1@a>\n\nBonjour.\n");

    assertThat(message.fromPatient()).isTrue();
    assertThat(message.senderName()).isEqualTo("279035121518989");
  }

  @Test
  void readsAReceipt() {
    Incoming message =
        read(
            """
            From: camille@medecin.mssante.fr
            Message-ID: <2@a>
            Content-Type: multipart/report; report-type=disposition-notification; boundary=b

            --b
            Content-Type: text/plain

            Lu.
            --b
            Content-Type: message/disposition-notification

            Final-Recipient: rfc822;camille@medecin.mssante.fr
            Original-Message-ID: <1@a>
            Disposition: manual-action/MDN-sent-manually; displayed

            --b--
            """);

    assertThat(message.report())
        .contains(new Report(true, "<1@a>", "camille@medecin.mssante.fr", "displayed", ""));
  }

  @Test
  void readsANoticeOfTheOperatorAboutAMessageThatItOnlyEncloses() {
    Incoming message =
        read(
            """
            From: MAILER-DAEMON@medecin.mssante.fr
            Message-ID: <2@a>
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; smtp.mock.test

            Final-Recipient: rfc822; camille@medecin.mssante.fr
            Action: failed
            Status: 5.2.2

            --b
            Content-Type: message/rfc822

            Message-ID: <1@a>
            Subject: Avant

            Bonjour.
            --b--
            """);

    assertThat(message.report())
        .contains(new Report(false, "<1@a>", "camille@medecin.mssante.fr", "failed", "5.2.2"));
  }

  private static Incoming read(String message) {
    return Incoming.read(message.replace("\n", "\r\n").getBytes(US_ASCII)).orElseThrow();
  }
}
