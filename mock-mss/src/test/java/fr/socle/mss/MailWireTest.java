package fr.socle.mss;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Exchange.Kind;
import fr.socle.bench.client.api.MssMailboxState.MssFolder;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A letter goes from one doctor to the other, by a client nobody here wrote and by bare hand. */
class MailWireTest {
  private static final String LETTER =
      """
      From: "A" <a@t.fr>
      To: b@t.fr
      Subject: =?UTF-8?Q?Compte_rendu_=C3=A9t=C3=A9?=
      Message-ID: <1@t.fr>
      Date: Mon, 02 Mar 2026 09:00:00 +0100
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary="b1"

      --b1
      Content-Type: text/plain; charset=UTF-8

      Bonjour
      --b1
      Content-Type: application/zip; name="IHE_XDM.ZIP"
      Content-Transfer-Encoding: base64
      Content-Disposition: attachment; filename="IHE_XDM.ZIP"

      UEsDBA==
      --b1
      Content-Type: message/rfc822

      Subject: inner
      From: x@t.fr

      inner body
      --b1--
      """
          .replace("\n", "\r\n");

  private static MailBench mail;

  @BeforeAll
  static void start(@TempDir Path pki) throws Exception {
    mail = MailBench.open(pki, Map.of("mss.login", "oui"));
  }

  @AfterAll
  static void stop() {
    mail.close();
  }

  private static Session angus(String protocol) throws Exception {
    Properties properties = new Properties();
    String prefix = "mail." + protocol;
    properties.put(prefix + ".host", "localhost");
    properties.put(
        prefix + ".port", mail.port(protocol.equals("smtp") ? MssMock.SUBMISSION : MssMock.ACCESS));
    properties.put(prefix + ".starttls.enable", "true");
    properties.put(prefix + ".starttls.required", "true");
    properties.put(prefix + ".auth.mechanisms", "XOAUTH2");
    properties.put(prefix + ".ssl.socketFactory", RawMail.trusting(Path.of(mail.space().caFile())));
    properties.put(prefix + ".connectiontimeout", "10000");
    properties.put(prefix + ".timeout", "20000");
    return Session.getInstance(properties);
  }

  @Test
  void aLetterSentByAngusIsReadByAngusByteForByte() throws Exception {
    Session smtp = angus("smtp");
    MimeMessage letter = new MimeMessage(smtp);
    letter.setFrom(MailBench.MARIE);
    letter.setRecipients(Message.RecipientType.TO, MailBench.PAUL);
    letter.setSubject("Courrier d'été", "UTF-8");
    MimeBodyPart text = new MimeBodyPart();
    text.setText("Bonjour.\r\n.un point en tête\r\n", "UTF-8");
    MimeBodyPart archive = new MimeBodyPart();
    archive.setContent(new byte[300_000], "application/zip");
    archive.setFileName("IHE_XDM.ZIP");
    letter.setContent(new MimeMultipart(text, archive));
    letter.saveChanges();
    try (Transport transport = smtp.getTransport("smtp")) {
      transport.connect(MailBench.MARIE, mail.tokenOfMarie());
      transport.sendMessage(letter, letter.getAllRecipients());
    }

    try (Store store = angus("imap").getStore("imap")) {
      store.connect(MailBench.PAUL, mail.tokenOfPaul());
      Folder inbox = store.getFolder("INBOX");
      inbox.open(Folder.READ_WRITE);
      Message read = inbox.getMessage(inbox.getMessageCount());
      assertThat(read.getSubject()).isEqualTo("Courrier d'été");
      MimeMultipart parts = (MimeMultipart) read.getContent();
      assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Bonjour.\r\n.un point en tête\r\n");
      assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).hasSize(300_000);
      read.setFlag(Flag.FLAGGED, true);
      Folder archives = store.getFolder("Archives");
      assertThat(archives.create(Folder.HOLDS_MESSAGES)).isTrue();
      inbox.copyMessages(new Message[] {read}, archives);
      assertThat(archives.getMessageCount()).isEqualTo(1);
      read.setFlag(Flag.DELETED, true);
      inbox.close(true);
    }
    assertThat(mail.messages(MailBench.PAUL).folders())
        .filteredOn(each -> each.name().equals("Archives"))
        .flatExtracting(MssFolder::messages)
        .hasSize(1)
        .allSatisfy(each -> assertThat(each.flags()).contains("\\Flagged", "\\Seen"));
    List<Exchange> sent =
        mail.journal().stream().filter(each -> "SMTP message".equals(each.transaction())).toList();
    assertThat(sent)
        .isNotEmpty()
        .allSatisfy(
            each -> {
              assertThat(each.kind()).isEqualTo(Kind.SESSION);
              assertThat(each.status()).isEqualTo(250);
              assertThat(each.refusal()).isNull();
              assertThat(each.decoded().path("expediteur").asText()).isEqualTo(MailBench.MARIE);
            });
    assertThat(raw(sent.get(0))).startsWith("MAIL FROM:<" + MailBench.MARIE).endsWith("\r\n.\r\n");
  }

  private static String raw(Exchange exchange) {
    return new String(
        mail.bench().requestBytes(mail.space().id(), exchange.sequence()).all(),
        StandardCharsets.ISO_8859_1);
  }

  @Test
  void whatIsAskedOfAMessageIsAnsweredAsTheStandardSays() throws Exception {
    try (RawMail paul = mail.paul()) {
      assertThat(paul.ask("c", "CREATE Lecture")).contains("c OK");
      paul.say(
          "d APPEND Lecture (\\Flagged) \"02-Mar-2026 09:00:00 +0100\" {" + LETTER.length() + "}");
      assertThat(paul.line()).startsWith("+");
      paul.say(LETTER);
      assertThat(paul.until("d ").get(0)).contains("APPENDUID");
      assertThat(paul.ask("e", "SELECT Lecture"))
          .contains("* 1 EXISTS", "* 1 RECENT", "UIDVALIDITY", "[UIDNEXT 2]", "[READ-WRITE]");
      assertThat(paul.ask("f", "FETCH 1 (ENVELOPE RFC822.SIZE INTERNALDATE)"))
          .contains(
              "((\"A\" NIL \"a\" \"t.fr\"))",
              "<1@t.fr>",
              "SIZE " + LETTER.length(),
              "02-Mar-2026 09:00:00 +0100");
      assertThat(paul.ask("g", "FETCH 1 BODYSTRUCTURE"))
          .contains(
              "\"APPLICATION\" \"ZIP\" (\"NAME\" \"IHE_XDM.ZIP\")",
              "\"MESSAGE\" \"RFC822\"",
              "\"inner\"",
              "\"MIXED\"");
      assertThat(paul.ask("h", "FETCH 1 BODY.PEEK[1]<2.3>")).contains("BODY[1]<2> {3}\nnjo)");
      assertThat(paul.ask("i", "FETCH 1 (BODY.PEEK[2.MIME] BODY.PEEK[3.HEADER])"))
          .contains("filename=\"IHE_XDM.ZIP\"", "Subject: inner");
      assertThat(paul.ask("j", "FETCH 1 BODY.PEEK[HEADER.FIELDS (SUBJECT)]"))
          .contains("Subject: =?UTF-8")
          .doesNotContain("Message-ID");
      assertThat(paul.ask("k", "FETCH 1 FLAGS")).contains("\\Flagged").doesNotContain("\\Seen");
      assertThat(paul.ask("l", "FETCH 1 BODY[3.TEXT]")).contains("inner body", "\\Seen");
      assertThat(paul.ask("m", "STATUS Lecture (messages unseen uidnext)"))
          .contains("MESSAGES 1 UNSEEN 0 UIDNEXT 2");
      assertThat(paul.ask("n", "FETCH 2 FLAGS")).contains("n BAD");
      assertThat(paul.ask("o", "EXAMINE Lecture")).contains("[READ-ONLY]");
      assertThat(paul.ask("p", "STORE 1 +FLAGS (\\Deleted)")).contains("p NO");
    }
  }

  @Test
  void searchesFindWhatIsThereAndNothingElse() throws Exception {
    try (RawMail paul = mail.paul()) {
      paul.ask("c", "CREATE Recherche");
      paul.say("d APPEND Recherche {" + LETTER.length() + "+}");
      paul.say(LETTER);
      paul.until("d OK");
      paul.ask("e", "SELECT Recherche");
      for (String key :
          List.of(
              "ALL",
              "SUBJECT \"rendu\"",
              "HEADER Message-ID <1@t.fr>",
              "BODY bonjour",
              "TEXT inner",
              "SENTON 2-Mar-2026",
              "LARGER 10",
              "NOT DELETED",
              "OR SEEN UNSEEN",
              "(1 UID 1:*)",
              "UNKEYWORD x",
              "CHARSET UTF-8 FROM a@t.fr",
              "SINCE 1-Mar-2026",
              "NEW")) {
        assertThat(paul.ask("f", "SEARCH " + key)).as(key).contains("* SEARCH 1", "f OK");
      }
      for (String key :
          List.of("DELETED", "SMALLER 10", "BODY absent", "BEFORE 1-Mar-2026", "KEYWORD x")) {
        assertThat(paul.ask("g", "SEARCH " + key)).as(key).contains("* SEARCH\n", "g OK");
      }
      byte[] summer = "été".getBytes(StandardCharsets.UTF_8);
      paul.say("h SEARCH CHARSET UTF-8 SUBJECT {" + summer.length + "}");
      assertThat(paul.line()).startsWith("+");
      paul.send(summer);
      paul.say("");
      assertThat(paul.until("h ")).contains("* SEARCH 1");
    }
  }

  @Test
  void aMessageIsToldToWhoIdlesAndItsRemovalOnlyWhenTheOtherMayHearIt() throws Exception {
    try (RawMail one = mail.paul();
        RawMail other = mail.paul()) {
      one.ask("c", "CREATE Attente");
      one.ask("d", "SELECT Attente");
      other.ask("d", "SELECT Attente");
      other.say("e IDLE");
      assertThat(other.line()).startsWith("+");
      one.say("e APPEND Attente {2+}");
      one.say("x\n");
      one.until("e OK");
      assertThat(other.line()).isEqualTo("* 1 EXISTS");
      other.say("DONE");
      other.until("e OK");
      one.ask("f", "STORE 1 +FLAGS.SILENT (\\Deleted)");
      assertThat(other.ask("f", "NOOP")).contains("* 1 FETCH (FLAGS (\\Deleted");
      assertThat(one.ask("g", "EXPUNGE")).contains("* 1 EXPUNGE");
      assertThat(other.ask("g", "FETCH 1 FLAGS")).doesNotContain("EXPUNGE");
      assertThat(other.ask("h", "NOOP")).contains("* 1 EXPUNGE");
    }
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(mail.journal())
                    .anySatisfy(
                        each -> {
                          assertThat(each.transaction()).isEqualTo("IMAP IDLE");
                          assertThat(each.requestSize()).isZero();
                          assertThat(each.responseSize()).isPositive();
                        }));
  }

  @Test
  void whatAnotherSessionRemovedIsNeitherSearchedNorCopied() throws Exception {
    try (RawMail one = mail.paul();
        RawMail other = mail.paul()) {
      one.ask("c", "CREATE Partage");
      one.say("d APPEND Partage {" + LETTER.length() + "+}");
      one.say(LETTER);
      one.until("d OK");
      one.ask("e", "SELECT Partage");
      other.ask("e", "SELECT Partage");
      assertThat(other.ask("f", "SEARCH BODY bonjour")).contains("* SEARCH 1");
      one.ask("f", "STORE 1 +FLAGS (\\Deleted)");
      assertThat(one.ask("g", "EXPUNGE")).contains("* 1 EXPUNGE");
      assertThat(other.ask("g", "SEARCH BODY bonjour")).contains("* SEARCH\n", "g OK");
      assertThat(other.ask("h", "COPY 1 INBOX")).contains("h OK").doesNotContain("COPYUID");
    }
  }

  @Test
  void aFlagIsAWholeWordAndInboxHasNoCase() throws Exception {
    try (RawMail paul = mail.paul()) {
      paul.ask("c", "CREATE Drapeaux");
      paul.say("d APPEND Drapeaux {" + LETTER.length() + "+}");
      paul.say(LETTER);
      paul.until("d OK");
      paul.ask("e", "SELECT Drapeaux");
      assertThat(paul.ask("f", "STORE 1 +FLAGS (\\SEEN)")).contains("\\Seen", "f OK");
      assertThat(paul.ask("g", "STORE 1 +FLAGS (\\See)")).contains("g BAD");
      assertThat(paul.ask("h", "CREATE inbox/")).contains("h NO [ALREADYEXISTS]");
      assertThat(paul.ask("i", "CREATE inbox/Sous")).contains("i OK");
      assertThat(paul.ask("j", "RENAME Inbox/Sous iNbOx/Autre/")).contains("j OK");
      assertThat(paul.ask("k", "LIST \"\" *"))
          .contains("\"/\" INBOX/Autre\n")
          .doesNotContain("nbox");
      assertThat(paul.ask("l", "DELETE inbox/Autre")).contains("l OK");
    }
  }

  @Test
  void aMovedMessageKeepsItsBytesAndLosesItsPlace() throws Exception {
    try (RawMail paul = mail.paul()) {
      paul.ask("c", "CREATE Depart");
      paul.ask("d", "CREATE Depart/Arrivee");
      paul.say("e APPEND Depart {" + LETTER.length() + "+}");
      paul.say(LETTER);
      paul.until("e OK");
      paul.ask("f", "SELECT Depart");
      assertThat(paul.ask("g", "UID MOVE 1 Depart/Arrivee"))
          .containsSubsequence("COPYUID", "* 1 EXPUNGE", "g OK");
      assertThat(paul.ask("h", "MOVE 1:* Nulle")).contains("TRYCREATE");
      assertThat(paul.ask("i", "RENAME Depart Fin")).contains("i OK");
      assertThat(paul.ask("j", "LIST \"\" Fin/%")).contains("Fin/Arrivee");
    }
    assertThat(mail.source(MailBench.PAUL, "Fin/Arrivee", 1)).isEqualTo(LETTER);
  }

  @Test
  void aTokenIsRefusedInTheDialogueOfItsProtocol() throws Exception {
    try (RawMail imap = mail.connect(MssMock.ACCESS)) {
      imap.startTls("a STARTTLS", "a OK");
      imap.say("b AUTHENTICATE XOAUTH2");
      assertThat(imap.line()).isEqualTo("+");
      imap.say(MailBench.xoauth2(MailBench.PAUL, mail.tokenOfMarie()));
      assertThat(imap.line()).startsWith("+ ");
      imap.say("");
      assertThat(imap.line()).startsWith("b NO [AUTHENTICATIONFAILED]");
    }
    try (RawMail smtp = mail.connect(MssMock.SUBMISSION)) {
      smtp.startTls("STARTTLS", "220");
      smtp.say("EHLO poste");
      smtp.until("250 ");
      smtp.say("AUTH XOAUTH2 " + MailBench.xoauth2(MailBench.PAUL, "perime"));
      assertThat(smtp.line()).startsWith("334 ");
      smtp.say("");
      assertThat(smtp.line()).startsWith("535 5.7.8");
      smtp.say("MAIL FROM:<" + MailBench.PAUL + ">");
      assertThat(smtp.line()).startsWith("530");
    }
    assertThat(mail.journal())
        .extracting(each -> each.refusal() == null ? "" : each.refusal().code())
        .contains("boite-d-un-autre", "jeton-refuse");
  }

  @Test
  void aRefusedOauthbearerSaysInvalidTokenAndAGoodOneEnters() throws Exception {
    for (String token : List.of("perime", mail.tokenOfPaul())) {
      try (RawMail imap = mail.connect(MssMock.ACCESS)) {
        imap.startTls("a STARTTLS", "a OK");
        String response =
            "n,a="
                + MailBench.PAUL
                + ",\u0001host=h\u0001port=1\u0001auth=Bearer "
                + token
                + "\u0001\u0001";
        imap.say(
            "b AUTHENTICATE OAUTHBEARER "
                + Base64.getEncoder().encodeToString(response.getBytes(StandardCharsets.UTF_8)));
        if (token.equals("perime")) {
          String challenge = imap.line().substring(2);
          assertThat(new String(Base64.getDecoder().decode(challenge), StandardCharsets.UTF_8))
              .contains("\"status\":\"invalid_token\"");
          imap.say("AQ==");
          assertThat(imap.line()).startsWith("b NO [AUTHENTICATIONFAILED]");
        } else {
          assertThat(imap.line()).startsWith("b OK");
        }
      }
    }
  }

  @Test
  void nobodyAuthenticatesWithoutTls() throws Exception {
    try (RawMail imap = mail.connect(MssMock.ACCESS);
        RawMail smtp = mail.connect(MssMock.SUBMISSION)) {
      assertThat(imap.ask("a", "CAPABILITY"))
          .contains("STARTTLS", "LOGINDISABLED")
          .doesNotContain("AUTH=");
      assertThat(imap.ask("b", "LOGIN " + MailBench.PAUL + " " + mail.passwordOfPaul()))
          .contains("b NO [PRIVACYREQUIRED]");
      assertThat(imap.ask("c", "AUTHENTICATE XOAUTH2")).contains("c NO");
      smtp.say("EHLO poste");
      assertThat(smtp.until("250 ")).noneMatch(each -> each.contains("AUTH"));
      smtp.say("AUTH XOAUTH2");
      assertThat(smtp.line()).startsWith("538");
    }
  }
}
