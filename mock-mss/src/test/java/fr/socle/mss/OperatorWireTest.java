package fr.socle.mss;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.MssDomain;
import fr.socle.bench.client.api.MssMailbox;
import fr.socle.bench.client.api.MssMailboxChange;
import fr.socle.bench.client.api.MssWhiteListDomain;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operator refuses, delays and gives back, seen by a client of bare lines. */
class OperatorWireTest {
  private static final String APP = "labo@application.mssante.fr";
  private static final String CITIZEN = "279035121518989@patient.mssante.fr";
  private static MailBench mail;

  @BeforeAll
  static void start(@TempDir Path pki) throws Exception {
    mail = MailBench.open(pki, Map.of("mss.session-controle", "30"));
    mail.call("mailbox", MssMailbox.application(APP, "psc-client"));
  }

  @AfterAll
  static void stop() {
    mail.close();
  }

  @AfterEach
  void disarm() {
    mail.bench()
        .faults(mail.space().id())
        .forEach(each -> mail.bench().disarmFault(mail.space().id(), each.id()));
    mail.call("mailbox-state", new MssMailboxChange(MailBench.PAUL, "ouverte"));
  }

  private static String say(RawMail smtp, String line) throws Exception {
    smtp.say(line);
    return smtp.line();
  }

  /** Sends a letter; the answer to the data, or to the recipient who was refused. */
  private static String send(RawMail smtp, String mailParameters, String to, String... lines)
      throws Exception {
    assertThat(say(smtp, "MAIL FROM:<" + MailBench.MARIE + ">" + mailParameters)).startsWith("250");
    String recipient = say(smtp, "RCPT TO:" + to);
    if (!recipient.startsWith("250")) {
      assertThat(say(smtp, "RSET")).startsWith("250");
      return recipient;
    }
    assertThat(say(smtp, "DATA")).startsWith("354");
    smtp.say("From: <" + MailBench.MARIE + ">");
    for (String line : lines) {
      smtp.say(line);
    }
    if (lines.length == 0) {
      smtp.say("");
      smtp.say("Bonjour");
    }
    return say(smtp, ".");
  }

  private static int count(String address) {
    return mail.messages(address).folders().stream()
        .filter(each -> each.name().equals("INBOX"))
        .mapToInt(each -> each.messages().size())
        .sum();
  }

  private static String last(String address) {
    long uid =
        mail.messages(address).folders().stream()
            .filter(each -> each.name().equals("INBOX"))
            .flatMap(each -> each.messages().stream())
            .mapToLong(each -> each.uid())
            .max()
            .orElseThrow();
    return mail.source(address, "INBOX", uid);
  }

  @Test
  void aDomainOutsideTheTrustSpaceIsRefusedAndAnUnknownMailboxToo() throws Exception {
    try (RawMail smtp = mail.marie()) {
      assertThat(say(smtp, "MAIL FROM:<" + MailBench.MARIE + ">")).startsWith("250");
      assertThat(say(smtp, "RCPT TO:<x@gmail.com>")).startsWith("550 5.7.1");
      assertThat(say(smtp, "RCPT TO:<personne@medecin.mssante.fr>")).startsWith("550 5.1.1");
      assertThat(say(smtp, "RCPT TO:<" + MailBench.PAUL + ">")).startsWith("250");
      assertThat(say(smtp, "RSET")).startsWith("250");
    }
  }

  @Test
  void whatAnotherOperatorDoesNotKnowComesBack() throws Exception {
    mail.call("white-list-add", new MssWhiteListDomain("hopital.mssante.fr", null, null));
    try (RawMail smtp = mail.marie()) {
      assertThat(
              send(
                  smtp,
                  " RET=HDRS ENVID=courrier+2B1",
                  "<cardio@hopital.mssante.fr> NOTIFY=FAILURE ORCPT=rfc822;Cardio+2Bx@h.fr",
                  "Message-ID: <perdu@t.fr>",
                  "",
                  "Le corps"))
          .startsWith("250");
    } finally {
      mail.call("white-list-remove", new MssDomain("hopital.mssante.fr"));
    }
    assertThat(last(MailBench.MARIE))
        .contains(
            "Content-Type: multipart/report; report-type=delivery-status",
            "Original-Envelope-Id: courrier+1\r\n",
            "Original-Recipient: rfc822;Cardio+x@h.fr\r\n",
            "Final-Recipient: rfc822; cardio@hopital.mssante.fr\r\nAction: failed\r\nStatus: 5.1.1",
            "text/rfc822-headers",
            "Message-ID: <perdu@t.fr>")
        .doesNotContain("Le corps");
  }

  @Test
  void noticesAreSentToWhoWantsThem() throws Exception {
    int before = count(MailBench.MARIE);
    try (RawMail smtp = mail.marie()) {
      assertThat(send(smtp, "", "<" + MailBench.PAUL + "> NOTIFY=NEVER")).startsWith("250");
      assertThat(count(MailBench.MARIE)).isEqualTo(before);
      assertThat(send(smtp, "", "<" + MailBench.PAUL + "> NOTIFY=SUCCESS,DELAY")).startsWith("250");
      assertThat(last(MailBench.MARIE)).contains("Action: delivered\r\nStatus: 2.0.0");
      assertThat(
              send(
                  smtp,
                  "",
                  "<" + MailBench.PAUL + ">",
                  "Return-Receipt-To: <" + MailBench.MARIE + ">",
                  "",
                  "x"))
          .startsWith("250");
      assertThat(count(MailBench.MARIE)).isEqualTo(before + 2);
      assertThat(say(smtp, "MAIL FROM:<" + MailBench.MARIE + "> RET=RIEN")).startsWith("555");
      assertThat(say(smtp, "MAIL FROM:<" + MailBench.MARIE + ">")).startsWith("250");
      assertThat(say(smtp, "RCPT TO:<" + MailBench.PAUL + "> NOTIFY=NEVER,DELAY"))
          .startsWith("555");
    }
  }

  @Test
  void aFullMailboxAndAClosedOneTakeNothing() throws Exception {
    try (RawMail smtp = mail.marie()) {
      mail.call("mailbox-state", new MssMailboxChange(MailBench.PAUL, "pleine"));
      assertThat(send(smtp, "", "<" + MailBench.PAUL + ">")).startsWith("452 4.2.2");
      mail.call("mailbox-state", new MssMailboxChange(MailBench.PAUL, "fermee"));
      assertThat(send(smtp, "", "<" + MailBench.PAUL + ">")).startsWith("550 5.2.1");
    }
  }

  @Test
  void theVirusOfTestsIsFoundAsItIsAndInAnAttachment() throws Exception {
    String eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
    String encoded =
        Base64.getMimeEncoder().encodeToString(eicar.getBytes(StandardCharsets.US_ASCII));
    try (RawMail smtp = mail.marie()) {
      assertThat(send(smtp, "", "<" + MailBench.PAUL + ">", "", eicar)).startsWith("554 5.7.1");
      assertThat(send(smtp, "", "<" + MailBench.PAUL + ">", "", encoded)).startsWith("554 5.7.1");
      assertThat(send(smtp, "", "<" + MailBench.PAUL + ">", "", eicar.substring(1)))
          .startsWith("250");
    }
  }

  @Test
  void aDelayedMessageIsToldOfThenComesWithAge() throws Exception {
    mail.arm("remise-retardee", Map.of("adresse", MailBench.PAUL, "secondes", "7200"));
    int before = count(MailBench.PAUL);
    try (RawMail smtp = mail.marie()) {
      assertThat(send(smtp, "", "<" + MailBench.PAUL + ">")).startsWith("250");
    }
    assertThat(last(MailBench.MARIE)).contains("Action: delayed\r\nStatus: 4.4.1");
    assertThat(count(MailBench.PAUL)).isEqualTo(before);
    mail.age("PT2H");
    assertThat(count(MailBench.PAUL)).isEqualTo(before + 1);
  }

  @Test
  void aLateFailureComesBackHoursLaterWithTheMessage() throws Exception {
    mail.arm("echec-tardif", Map.of("secondes", "7200", "etat", "5.2.2"));
    int before = count(MailBench.MARIE);
    try (RawMail smtp = mail.marie()) {
      assertThat(send(smtp, "", "<" + MailBench.PAUL + ">", "", "Le corps")).startsWith("250");
    }
    assertThat(count(MailBench.MARIE)).isEqualTo(before);
    mail.age("PT2H");
    assertThat(last(MailBench.MARIE))
        .contains("Action: failed\r\nStatus: 5.2.2", "message/rfc822", "Le corps");
  }

  @Test
  void faultsAnswerInsteadForOneAddressAndOneCommand() throws Exception {
    mail.arm(
        "smtp-reponse",
        Map.of(
            "commande",
            "RCPT",
            "code",
            "451",
            "texte",
            "4.3.0 Plus tard",
            "adresse",
            MailBench.PAUL));
    try (RawMail smtp = mail.marie()) {
      assertThat(say(smtp, "MAIL FROM:<" + MailBench.MARIE + ">")).startsWith("250");
      assertThat(say(smtp, "RCPT TO:<" + MailBench.PAUL + ">")).isEqualTo("451 4.3.0 Plus tard");
      assertThat(say(smtp, "RCPT TO:<" + MailBench.MARIE + ">")).startsWith("250");
      assertThat(say(smtp, "RSET")).startsWith("250");
      mail.arm("liste-grise", Map.of(), 1);
      assertThat(send(smtp, "", "<" + MailBench.MARIE + ">")).startsWith("451 4.7.1");
      assertThat(send(smtp, "", "<" + MailBench.MARIE + ">")).startsWith("250");
      mail.arm("expediteur-refuse", Map.of(), 1);
      assertThat(say(smtp, "MAIL FROM:<" + MailBench.MARIE + ">")).startsWith("553 5.7.1");
      mail.arm("message-trop-gros", Map.of("moment", "data"), 1);
      assertThat(send(smtp, "", "<" + MailBench.MARIE + ">")).startsWith("552 5.3.4");
      mail.arm("session-terminee", Map.of(), 1);
      assertThat(say(smtp, "NOOP")).startsWith("421 4.7.0");
      assertThat(smtp.rest()).isEmpty();
    }
  }

  @Test
  void aDuplicateComesTwiceUnderOneOrTwoIdentifiers() throws Exception {
    int before = count(MailBench.PAUL);
    mail.arm("doublon", Map.of("message-id", "autre"), 1);
    try (RawMail smtp = mail.marie()) {
      assertThat(send(smtp, "", "<" + MailBench.PAUL + ">", "Message-ID: <un@t.fr>", "", "x"))
          .startsWith("250");
    }
    assertThat(count(MailBench.PAUL)).isEqualTo(before + 2);
    assertThat(last(MailBench.PAUL)).doesNotContain("<un@t.fr>").contains("\r\n\r\nx\r\n");
  }

  @Test
  void starttlsCanBeMissingOrRefused() throws Exception {
    mail.arm("starttls-absent", Map.of(), null);
    try (RawMail smtp = mail.connect(MssMock.SUBMISSION)) {
      smtp.say("EHLO poste");
      assertThat(smtp.until("250 ")).noneMatch(each -> each.contains("STARTTLS"));
      assertThat(say(smtp, "STARTTLS")).startsWith("502");
    }
    disarm();
    mail.arm("starttls-refuse", Map.of());
    try (RawMail smtp = mail.connect(MssMock.SUBMISSION)) {
      assertThat(say(smtp, "STARTTLS")).startsWith("454 4.7.0");
    }
  }

  @Test
  void anApplicationComesWithItsCertificateAndItsAddress() throws Exception {
    try (RawMail smtp = mail.connect(MssMock.SUBMISSION)) {
      smtp.startTlsAs("STARTTLS", "220", mail.keyStore("psc-client"));
      smtp.say("EHLO labo");
      assertThat(smtp.until("250 ")).anyMatch(each -> each.matches("250.AUTH .*PLAIN.*"));
      assertThat(say(smtp, "AUTH PLAIN " + plain(MailBench.MARIE))).startsWith("535 5.7.8");
      assertThat(say(smtp, "AUTH PLAIN " + plain(APP))).startsWith("235");
      assertThat(say(smtp, "MAIL FROM:<" + APP + ">")).startsWith("250");
    }
    try (RawMail imap = mail.connect(MssMock.ACCESS)) {
      imap.startTlsAs("a STARTTLS", "a OK", mail.keyStore("psc-client"));
      assertThat(imap.ask("b", "CAPABILITY")).contains("AUTH=PLAIN");
      assertThat(imap.ask("c", "AUTHENTICATE PLAIN " + plain(MailBench.PAUL)))
          .contains("c NO [AUTHENTICATIONFAILED]");
      assertThat(imap.ask("d", "AUTHENTICATE PLAIN " + plain(APP))).contains("d OK");
      assertThat(imap.ask("e", "SELECT INBOX")).contains("e OK");
    }
    try (RawMail smtp = mail.connect(MssMock.SUBMISSION)) {
      smtp.startTlsAs("STARTTLS", "220", mail.keyStore("organisation"));
      smtp.say("EHLO labo");
      smtp.until("250 ");
      assertThat(say(smtp, "AUTH PLAIN " + plain(APP))).startsWith("535 5.7.8");
    }
    try (RawMail smtp = mail.connect(MssMock.SUBMISSION)) {
      smtp.startTls("STARTTLS", "220");
      smtp.say("EHLO labo");
      assertThat(smtp.until("250 ")).noneMatch(each -> each.contains("PLAIN"));
      assertThat(say(smtp, "AUTH PLAIN " + plain(APP))).startsWith("504");
    }
  }

  private static String plain(String address) {
    return Base64.getEncoder()
        .encodeToString(("\0" + address + "\0").getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void whatMonEspaceSanteDoesNotTakeComesBackByCause() throws Exception {
    try (RawMail smtp = mail.marie()) {
      assertThat(send(smtp, "", "<" + CITIZEN + ">")).startsWith("250");
      assertThat(last(MailBench.MARIE))
          .contains("From: MAILER-DAEMON@patient.mssante.fr", "Status: 5.1.1");
      assertThat(send(smtp, "", "<279035121518988@patient.mssante.fr>")).startsWith("250");
      assertThat(last(MailBench.MARIE)).contains("Status: 5.1.3");
      mail.call("mailbox", MssMailbox.citizen(CITIZEN));
      mail.call("mailbox-state", new MssMailboxChange(CITIZEN, "fermee"));
      assertThat(send(smtp, "", "<" + CITIZEN + ">")).startsWith("250");
      assertThat(last(MailBench.MARIE)).contains("Status: 5.2.1");
      mail.call("mailbox-state", new MssMailboxChange(CITIZEN, "ouverte"));
      int before = count(MailBench.MARIE);
      assertThat(send(smtp, "", "<" + CITIZEN + ">")).startsWith("250");
      assertThat(count(CITIZEN)).isEqualTo(1);
      assertThat(count(MailBench.MARIE)).isEqualTo(before);
    }
  }

  @Test
  void anotherOperatorSpeaksForTheDomainsOfItsCertificateOnly() throws Exception {
    mail.call("white-list-add", new MssWhiteListDomain("autre.mssante.fr", "organisation", null));
    try (RawMail smtp = mail.connect(MssMock.OPERATOR)) {
      assertThat(say(smtp, "EHLO autre")).startsWith("250-");
      smtp.until("250 ");
      assertThat(say(smtp, "MAIL FROM:<a@autre.mssante.fr>")).startsWith("530");
      smtp.startTlsAs("STARTTLS", "220", mail.keyStore("organisation"));
      assertThat(say(smtp, "EHLO autre")).startsWith("250-");
      assertThat(smtp.until("250 ")).noneMatch(each -> each.contains("AUTH"));
      assertThat(say(smtp, "MAIL FROM:<a@medecin.mssante.fr>")).startsWith("550 5.7.1");
      assertThat(say(smtp, "MAIL FROM:<a@autre.mssante.fr>")).startsWith("250");
      assertThat(say(smtp, "RCPT TO:<x@gmail.com>")).startsWith("550 5.7.1");
      assertThat(say(smtp, "RCPT TO:<" + MailBench.PAUL + ">")).startsWith("250");
      assertThat(say(smtp, "QUIT")).startsWith("221");
    } finally {
      mail.call("white-list-remove", new MssDomain("autre.mssante.fr"));
    }
  }

  @Test
  void aSessionEndsWhenItsTokenDies() throws Exception {
    try (RawMail smtp = mail.marie()) {
      mail.forget(mail.tokenOfMarie());
      mail.age("PT1M");
      assertThat(smtp.line()).startsWith("421 4.7.0");
    } finally {
      mail.remember(mail.tokenOfMarie());
    }
    try (RawMail imap = mail.paul()) {
      mail.forget(mail.tokenOfPaul());
      mail.age("PT1M");
      assertThat(imap.line()).startsWith("* BYE");
    } finally {
      mail.remember(mail.tokenOfPaul());
    }
    assertThat(mail.journal()).extracting(Exchange::status).contains(421);
  }

  @Test
  void aMessageWithoutEndOfCommandsIsCut() throws Exception {
    try (RawMail smtp = mail.marie()) {
      assertThat(say(smtp, "MAIL FROM:<" + MailBench.MARIE + ">")).startsWith("250");
      String answer = "";
      for (int i = 0; i < 1001 && !answer.startsWith("421"); i++) {
        answer = say(smtp, "RCPT TO:<x" + i + "@medecin.mssante.fr>");
      }
      assertThat(answer).startsWith("421 4.7.0");
    }
    List<Exchange> sent =
        mail.journal().stream().filter(each -> "SMTP message".equals(each.transaction())).toList();
    assertThat(sent.get(sent.size() - 1).decoded().path("destinatairesRefuses").size())
        .isLessThanOrEqualTo(100);
  }
}
