package fr.socle.mss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.spi.Settings;
import fr.socle.mss.service.MssSettings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a space leaves out is neither announced nor obeyed. */
class NotOfferedTest {
  @Test
  void whatIsLeftOutIsRefused(@TempDir Path pki) throws Exception {
    Map<String, String> without =
        Map.of(
            "mss.imap-sans",
            "literal+, sasl-ir uidplus move idle id namespace unselect auth=xoauth2 enable esearch condstore quota",
            "mss.smtp-sans",
            "size 8bitmime xoauth2",
            "mss.login",
            "oui");
    try (MailBench mail = MailBench.open(pki, without)) {
      try (RawMail imap = mail.connect(MssMock.ACCESS)) {
        imap.startTls("a STARTTLS", "a OK");
        assertThat(imap.ask("b", "CAPABILITY"))
            .contains("* CAPABILITY IMAP4rev1 CHILDREN AUTH=OAUTHBEARER\n");
        assertThat(imap.ask("c", "AUTHENTICATE OAUTHBEARER abcd")).contains("c BAD");
        assertThat(imap.ask("d", "AUTHENTICATE XOAUTH2")).contains("d NO");
        assertThat(imap.ask("e", "LOGIN " + MailBench.PAUL + " " + mail.passwordOfPaul()))
            .contains("e OK");
        imap.say("f APPEND INBOX {1}");
        assertThat(imap.line()).startsWith("+");
        imap.say("x");
        assertThat(imap.until("f ")).containsExactly("f OK Added");
        imap.ask("g", "SELECT INBOX");
        assertThat(imap.ask("h", "COPY 1 INBOX")).contains("h OK Copied");
        for (String command :
            new String[] {
              "IDLE",
              "ID NIL",
              "NAMESPACE",
              "UNSELECT",
              "MOVE 1 INBOX",
              "UID MOVE 1 INBOX",
              "UID EXPUNGE 1",
              "ENABLE CONDSTORE",
              "GETQUOTA \"\"",
              "SEARCH RETURN () ALL",
              "SEARCH MODSEQ 1",
              "FETCH 1 MODSEQ",
              "STATUS INBOX (HIGHESTMODSEQ)"
            }) {
          assertThat(imap.ask("i", command)).as(command).contains("i BAD");
        }
        imap.say("j APPEND INBOX {1+}");
        assertThat(imap.rest()).startsWith("j BAD");
      }
      try (RawMail smtp = mail.connect(MssMock.SUBMISSION)) {
        smtp.startTls("STARTTLS", "220");
        smtp.say("EHLO poste");
        assertThat(smtp.until("250 "))
            .contains("250 AUTH OAUTHBEARER")
            .noneMatch(each -> each.contains("SIZE") || each.contains("8BITMIME"));
        smtp.say("AUTH XOAUTH2");
        assertThat(smtp.line()).startsWith("504");
      }
    }
  }

  @Test
  void aWordThatCannotBeLeftOutIsRefusedAtOnce() {
    for (String name : new String[] {"mss.smtp-sans", "mss.imap-sans"}) {
      Settings settings = new Settings(Map.of(name, "STARTTLS PIPELINING"));
      assertThatThrownBy(() -> MssSettings.read(settings))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(name)
          .hasMessageContaining("PIPELINING")
          .hasMessageContaining("STARTTLS");
    }
  }
}
