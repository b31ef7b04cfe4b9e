package fr.socle.mss;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.Exchange;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input gets a clear answer and an exchange in the journal, and the bench lives. */
class HostileMailTest {
  private static MailBench mail;

  @BeforeAll
  static void start(@TempDir Path pki) throws Exception {
    mail = MailBench.open(pki, Map.of("mss.taille-max", "1"));
  }

  @AfterAll
  static void stop() throws Exception {
    try (RawMail paul = mail.paul()) {
      assertThat(paul.ask("z", "NOOP")).contains("z OK");
    }
    mail.close();
  }

  private static void refused(String code) {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(mail.journal())
                    .extracting(each -> each.refusal() == null ? "" : each.refusal().code())
                    .contains(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {MssMock.SUBMISSION, MssMock.ACCESS})
  void whatIsSaidInClearBehindStartTlsIsNeverObeyed(String listener) throws Exception {
    boolean imap = listener.equals(MssMock.ACCESS);
    try (RawMail client = mail.connect(listener)) {
      client.send(imap ? "a STARTTLS\r\nb CREATE Pirate\r\n" : "STARTTLS\r\nRSET\r\n");
      String answer = client.rest();
      assertThat(answer).startsWith(imap ? "a BAD" : "554").doesNotContain("b ", "250");
      assertThat(answer.lines()).hasSize(1);
    }
    refused("commandes-avant-tls");
    assertThat(mail.journal())
        .filteredOn(each -> "STARTTLS".equals(each.method()) && each.refusal() != null)
        .extracting(HostileMailTest::raw)
        .anyMatch(each -> each.endsWith(imap ? "b CREATE Pirate\r\n" : "RSET\r\n"));
  }

  private static String raw(Exchange exchange) {
    return new String(
        mail.bench().requestBytes(mail.space().id(), exchange.sequence()).all(),
        StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(strings = {MssMock.SUBMISSION, MssMock.ACCESS})
  void aLineOfOneMegabyteEndsTheConnection(String listener) throws Exception {
    try (RawMail client = mail.connect(listener)) {
      client.send("x".repeat(1_000_000) + "\r\n");
      assertThat(client.rest()).containsAnyOf("500 5.5.2 Line too long", "* BYE Line too long");
    }
    refused("ligne-trop-longue");
  }

  @ParameterizedTest
  @ValueSource(strings = {MssMock.SUBMISSION, MssMock.ACCESS})
  void aBareLineFeedIsNoLineEnd(String listener) throws Exception {
    try (RawMail client = mail.connect(listener)) {
      client.send("a NOOP\nb NOOP\n");
      assertThat(client.rest()).contains("Lines end with CRLF").doesNotContain("OK");
    }
    refused("fin-de-ligne");
  }

  @Test
  void nulAndInvalidUtf8AreRefused() throws Exception {
    try (RawMail imap = mail.connect(MssMock.ACCESS);
        RawMail smtp = mail.connect(MssMock.SUBMISSION)) {
      smtp.send("EHLO \u00ff\u00fe\r\n");
      assertThat(smtp.line()).startsWith("500 5.5.2");
      smtp.send("NO\0OP\r\n");
      assertThat(smtp.line()).startsWith("500 5.5.2");
      imap.send("a LOGIN \"\u00ff\u00fe\" x\r\n");
      assertThat(imap.line()).startsWith("a NO [PRIVACYREQUIRED]");
      imap.send("b NO\0OP\r\n");
      assertThat(imap.line()).startsWith("* BYE");
    }
    refused("caractere-interdit");
  }

  @Test
  void aLiteralWithoutEndIsRefusedBeforeItIsRead() throws Exception {
    try (RawMail waiting = mail.paul();
        RawMail rushing = mail.connect(MssMock.ACCESS)) {
      assertThat(waiting.ask("c", "APPEND INBOX {9000000000}")).contains("c NO [TOOBIG]");
      assertThat(waiting.ask("d", "NOOP")).contains("d OK");
      rushing.say("a LOGIN {2000000000+}");
      assertThat(rushing.rest()).contains("a NO [TOOBIG]");
    }
    refused("litteral-trop-grand");
    assertThat(mail.journal())
        .filteredOn(each -> each.refusal() != null)
        .filteredOn(each -> "litteral-trop-grand".equals(each.refusal().code()))
        .extracting(Exchange::transaction)
        .containsExactlyInAnyOrder("IMAP APPEND", "IMAP LOGIN");
  }

  @Test
  void aSearchNestedTooDeepIsRefused() throws Exception {
    try (RawMail paul = mail.paul()) {
      paul.ask("c", "SELECT INBOX");
      assertThat(paul.ask("d", "SEARCH " + "NOT ".repeat(5000) + "ALL")).contains("d BAD");
    }
  }

  @Test
  void manyKeysAndDeepSectionsAreRefused() throws Exception {
    try (RawMail paul = mail.paul()) {
      paul.ask("c", "SELECT INBOX");
      assertThat(paul.ask("d", "SEARCH " + "ALL ".repeat(900) + "ALL")).contains("d OK");
      assertThat(paul.ask("e", "SEARCH " + "ALL ".repeat(15_000) + "ALL")).contains("e BAD");
      assertThat(paul.ask("f", "SEARCH (" + "ALL ".repeat(15_000) + "ALL)")).contains("f BAD");
      assertThat(paul.ask("g", "UID FETCH 1 BODY.PEEK[" + "1.".repeat(20) + "1]")).contains("g OK");
      assertThat(paul.ask("h", "UID FETCH 1 BODY.PEEK[" + "1.".repeat(30_000) + "1]"))
          .contains("h BAD");
      assertThat(paul.ask("i", "NOOP")).contains("i OK");
    }
  }

  @Test
  void anUnknownCommandIsToldWithoutItsWord() throws Exception {
    String token = "amV0b24tc2VjcmV0";
    try (RawMail imap = mail.connect(MssMock.ACCESS);
        RawMail smtp = mail.connect(MssMock.SUBMISSION)) {
      for (String word : List.of("x".repeat(300), token)) {
        smtp.say(word);
        assertThat(smtp.line()).startsWith("500 5.5.1");
        assertThat(imap.ask("a", word)).contains("a BAD");
        assertThat(imap.ask("b", word + " {3+}\r\nabc")).contains("b BAD");
      }
      smtp.say("NOOP");
      assertThat(smtp.line()).startsWith("250");
    }
    assertThat(mail.journal())
        .extracting(Exchange::transaction)
        .contains("SMTP inconnue", "IMAP inconnue");
    assertThat(mail.journal())
        .allSatisfy(
            each ->
                assertThat(
                        each.transaction()
                            + each.method()
                            + each.target()
                            + each.decoded()
                            + each.refusal())
                    .doesNotContainIgnoringCase(token));
  }

  @Test
  void parametersThatAreNotOfferedAreRefused() throws Exception {
    try (RawMail smtp = marie()) {
      String from = "MAIL FROM:<" + MailBench.MARIE + ">";
      for (String parameters :
          List.of(" SMTPUTF8", " HOLDFOR=3", " BODY=BINARYMIME", " SIZE=beaucoup", " AUTH")) {
        smtp.say(from + parameters);
        assertThat(smtp.line()).as(parameters).startsWith("555 5.5.4");
      }
      for (String parameters :
          List.of("SIZE=3", " SIZE=3 SIZE=3", " =3", " SIZE=", " a".repeat(9000))) {
        smtp.say(from + parameters);
        assertThat(smtp.line()).as(parameters).startsWith("501 5.5.4");
      }
      smtp.say("mail from: <" + MailBench.MARIE + "> size=3  BODY=8bitmime AUTH=<>");
      assertThat(smtp.line()).startsWith("250");
      smtp.say("RCPT TO:<" + MailBench.PAUL + "> RRVS=2026-01-01T00:00:00Z");
      assertThat(smtp.line()).startsWith("555 5.5.4");
      smtp.say("RCPT TO:<" + MailBench.PAUL + ">");
      assertThat(smtp.line()).startsWith("250");
    }
  }

  @Test
  void theSizeAnnouncedIsThatOfTheMessageAlone() throws Exception {
    try (RawMail smtp = marie()) {
      String dots = ".\r\n".repeat(100_000);
      String head = "Subject: points\r\n\r\n";
      String exact =
          head + dots + "x".repeat(1024 * 1024 - head.length() - dots.length() - 2) + "\r\n";
      for (String message : List.of(exact, "x" + exact)) {
        smtp.send("MAIL FROM:<>\r\nRCPT TO:<" + MailBench.MARIE + ">\r\nDATA\r\n");
        smtp.until("354");
        smtp.send(message.replace("\n.", "\n..") + ".\r\n");
        assertThat(smtp.line()).startsWith(message.equals(exact) ? "250" : "552 5.3.4");
      }
    }
    assertThat(mail.source(MailBench.MARIE, "INBOX", 1)).startsWith("Return-Path: <>\r\n");
    assertThat(mail.messages(MailBench.MARIE).folders().get(0).messages()).hasSize(1);
  }

  @Test
  void aLineRefusedWithinAMessageDoesNotCutItInTwo() throws Exception {
    try (RawMail smtp = marie()) {
      smtp.say("MAIL FROM:<" + MailBench.MARIE + ">");
      smtp.say("NO\0OP");
      smtp.say("RCPT TO:<" + MailBench.PAUL + ">");
      smtp.say("EHLO encore");
      assertThat(smtp.line()).startsWith("250");
      assertThat(smtp.line()).startsWith("500 5.5.2");
      assertThat(smtp.line()).startsWith("250");
      smtp.until("250 ");
      smtp.say("DATA");
      assertThat(smtp.line()).startsWith("503");
    }
    assertThat(mail.journal())
        .filteredOn(each -> "EHLO".equals(each.method()) && "encore".equals(each.target()))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.transaction()).isEqualTo("SMTP message");
              assertThat(each.decoded().path("destinataires").path(0).asText())
                  .isEqualTo(MailBench.PAUL);
              assertThat(raw(each)).startsWith("MAIL").contains("NO\0OP").contains("RCPT");
            });
  }

  /** A submission session of Marie, above TLS. */
  private static RawMail marie() throws Exception {
    RawMail smtp = mail.connect(MssMock.SUBMISSION);
    smtp.startTls("STARTTLS", "220");
    smtp.say("EHLO poste");
    smtp.until("250 ");
    smtp.say("AUTH XOAUTH2 " + MailBench.xoauth2(MailBench.MARIE, mail.tokenOfMarie()));
    smtp.until("235");
    return smtp;
  }

  @Test
  void aMessageTooBigWithBareLineFeedsOrNulIsNotDelivered() throws Exception {
    try (RawMail smtp = marie()) {
      smtp.say("MAIL FROM:<" + MailBench.PAUL + ">");
      assertThat(smtp.line()).startsWith("553 5.7.1");
      smtp.say("MAIL FROM:<" + MailBench.MARIE + "> SIZE=2000000");
      assertThat(smtp.line()).startsWith("552 5.3.4");
      for (String body :
          List.of("a\nb\r\n", "a\0b\r\n", "a\rb\r\n", "x".repeat(1_200_000) + "\r\n")) {
        smtp.send(
            "MAIL FROM:<"
                + MailBench.MARIE
                + ">\r\nRCPT TO:<personne@medecin.mssante.fr>\r\nRCPT TO:<"
                + MailBench.PAUL
                + ">\r\nDATA\r\n");
        assertThat(smtp.line()).startsWith("250");
        assertThat(smtp.line()).startsWith("550 5.1.1");
        assertThat(smtp.line()).startsWith("250");
        assertThat(smtp.line()).startsWith("354");
        smtp.send(body + ".\r\n");
        assertThat(smtp.line()).startsWith(body.length() > 100 ? "552 5.3.4" : "554 5.6.0");
      }
    }
    assertThat(mail.messages(MailBench.PAUL).folders().get(0).messages()).isEmpty();
    refused("message-malforme");
  }

  @Test
  void aConnectionLeftInTheMidstOfACommandIsInTheJournal() throws Exception {
    try (RawMail imap = mail.connect(MssMock.ACCESS)) {
      imap.send("a LOGIN {10}\r\n");
      imap.line();
      imap.send("abc");
    }
    refused("connexion-fermee");
  }
}
