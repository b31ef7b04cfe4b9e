package fr.socle.mss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.spi.InvalidControlRequestException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the access can be told to do wrong, each fault once, and the next time well again. */
class ImapFaultTest {
  private static final String LETTER = "Subject: s\r\n\r\n" + "0123456789".repeat(100) + "\r\n";

  private static MailBench mail;
  private RawMail paul;

  @BeforeAll
  static void start(@TempDir Path pki) throws Exception {
    mail = MailBench.open(pki, Map.of());
  }

  @AfterAll
  static void stop() {
    mail.close();
  }

  @BeforeEach
  void open() throws Exception {
    mail.deposit(MailBench.PAUL, LETTER);
    paul = mail.paul();
  }

  @AfterEach
  void close() throws Exception {
    paul.close();
  }

  private static void played(String fault) {
    assertThat(mail.journal()).anyMatch(each -> each.faults().equals(List.of(fault)));
  }

  @Test
  void aMessageMayBeCutInItsMiddle() throws Exception {
    paul.ask("c", "SELECT INBOX");
    mail.arm("imap-coupure-litteral", Map.of());
    assertThat(paul.ask("d", "FETCH 1 FLAGS")).contains("d OK");
    paul.say("e FETCH 1 BODY.PEEK[]");
    assertThat(paul.rest())
        .startsWith("* 1 FETCH (BODY[] {" + LETTER.length() + "}\r\n")
        .contains("01234")
        .hasSizeLessThan(LETTER.length())
        .doesNotContain("e OK");
    played("imap-coupure-litteral");
  }

  @Test
  void anAnswerMayComeDropByDrop() throws Exception {
    paul.ask("c", "SELECT INBOX");
    mail.arm("imap-goutte-a-goutte", Map.of("octets", "50", "millisecondes", "5"));
    long before = System.nanoTime();
    assertThat(paul.ask("d", "FETCH 1 BODY.PEEK[]")).contains("0123456789", "d OK");
    assertThat(System.nanoTime() - before).isGreaterThan(80_000_000L);
    played("imap-goutte-a-goutte");
    assertThatThrownBy(() -> mail.arm("imap-goutte-a-goutte", Map.of("octets", "0")))
        .isInstanceOf(InvalidControlRequestException.class);
  }

  @Test
  void aFolderMayBeNumberedAnew() throws Exception {
    String before = validity("c");
    mail.arm("imap-uidvalidity", Map.of());
    String after = validity("d");
    assertThat(after).isNotEqualTo(before).isEqualTo(validity("e"));
    played("imap-uidvalidity");
  }

  private String validity(String tag) throws Exception {
    return paul.ask(tag, "SELECT INBOX")
        .lines()
        .filter(each -> each.contains("UIDVALIDITY"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aMessageMayBeRemovedByAnother() throws Exception {
    paul.ask("c", "SELECT INBOX");
    mail.arm("imap-effacement-ailleurs", Map.of());
    assertThat(paul.ask("d", "NOOP")).contains("* 1 EXPUNGE");
    played("imap-effacement-ailleurs");
  }

  @Test
  void idleMayBeRefusedOrSayWhatIsKnown() throws Exception {
    paul.ask("c", "SELECT INBOX");
    mail.arm("imap-idle-refuse", Map.of());
    assertThat(paul.ask("d", "IDLE")).startsWith("d BAD");
    mail.arm("imap-exists-spontane", Map.of());
    paul.say("e IDLE");
    assertThat(paul.line()).startsWith("+");
    assertThat(paul.line()).matches("\\* \\d+ EXISTS");
    paul.say("DONE");
    assertThat(paul.line()).startsWith("e OK");
    played("imap-exists-spontane");
  }

  @Test
  void somethingMayNotBeOffered() throws Exception {
    mail.arm("imap-capacite-absente", Map.of("capacite", "MOVE"));
    assertThat(paul.ask("c", "CAPABILITY")).contains(" IDLE").doesNotContain(" MOVE");
    paul.ask("d", "SELECT INBOX");
    assertThat(paul.ask("e", "MOVE 1 INBOX")).startsWith("e BAD");
    try (RawMail other = mail.paul()) {
      assertThat(other.ask("c", "CAPABILITY")).contains(" MOVE");
    }
  }

  @Test
  void tlsMayNotBegin() throws Exception {
    mail.arm("imap-starttls-refuse", Map.of());
    try (RawMail other = mail.connect(MssMock.ACCESS)) {
      assertThat(other.ask("a", "CAPABILITY")).contains("STARTTLS");
      assertThat(other.ask("b", "STARTTLS")).startsWith("b NO [UNAVAILABLE]");
      other.startTls("c STARTTLS", "c OK");
    }
    played("imap-starttls-refuse");
  }

  @Test
  void aTokenMayBeRefused() throws Exception {
    mail.arm("imap-jeton-refuse", Map.of("motif", "audience"));
    try (RawMail other = mail.connect(MssMock.ACCESS)) {
      other.startTls("a STARTTLS", "a OK");
      String token = MailBench.xoauth2(MailBench.PAUL, mail.tokenOfPaul());
      other.say("b AUTHENTICATE XOAUTH2 " + token);
      assertThat(other.line()).startsWith("+ ");
      other.say("");
      assertThat(other.line()).startsWith("b NO [AUTHENTICATIONFAILED]");
      assertThat(other.ask("c", "AUTHENTICATE XOAUTH2 " + token)).contains("c OK");
    }
    played("imap-jeton-refuse");
    assertThatThrownBy(() -> mail.arm("imap-jeton-refuse", Map.of("motif", "autre")))
        .isInstanceOf(InvalidControlRequestException.class)
        .hasMessageContaining("audience");
  }

  @Test
  void aSessionMayEnd() throws Exception {
    mail.arm("imap-session-terminee", Map.of());
    paul.say("c NOOP");
    assertThat(paul.rest()).startsWith("* BYE Session over");
    played("imap-session-terminee");
  }

  @Test
  void theOperatorMayNotServe() throws Exception {
    mail.arm("imap-indisponible", Map.of());
    assertThat(paul.ask("c", "NOOP")).startsWith("c OK");
    try (RawMail other = mail.connect(MssMock.ACCESS)) {
      other.say("a CAPABILITY");
      assertThat(other.rest()).startsWith("* BYE [UNAVAILABLE]");
    }
    played("imap-indisponible");
  }
}
