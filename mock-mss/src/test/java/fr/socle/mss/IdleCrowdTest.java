package fr.socle.mss;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.Exchange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many sessions wait in IDLE while messages arrive: each hears of all of them, in order. */
class IdleCrowdTest {
  private static final int SESSIONS = 40;
  private static final int MESSAGES = 60;

  @Test
  void everySessionHearsOfEveryMessageInOrder(@TempDir Path pki) throws Exception {
    try (MailBench mail = MailBench.open(pki, Map.of("mss.login", "oui", "mss.clair", "oui"))) {
      List<RawMail> crowd = new ArrayList<>();
      try {
        for (int i = 0; i < SESSIONS; i++) {
          crowd.add(idle(mail));
        }
        String body = "0123456789abcdef".repeat(4096) + "\r\n";
        for (int i = 1; i <= MESSAGES; i++) {
          mail.deposit(MailBench.PAUL, "Subject: m" + i + "\r\n\r\n" + body);
        }
        for (RawMail each : crowd) {
          assertThat(heard(each)).isSorted().endsWith(MESSAGES);
        }
        RawMail one = crowd.get(0);
        one.say("DONE");
        one.until("c OK");
        StringBuilder expected = new StringBuilder();
        for (int i = 1; i <= MESSAGES; i++) {
          expected.append("Subject: m").append(i).append('\n');
        }
        String subjects = one.ask("d", "FETCH 1:* BODY.PEEK[HEADER.FIELDS (SUBJECT)]");
        assertThat(subjects.lines().filter(line -> line.startsWith("Subject: ")))
            .containsExactlyElementsOf(expected.toString().lines().toList());
      } finally {
        for (RawMail each : crowd) {
          each.close();
        }
      }
    }
  }

  /** What comes in a burst is told together, and the last of it is always told. */
  @Test
  void aBurstIsToldInFewExchanges(@TempDir Path pki) throws Exception {
    try (MailBench mail = MailBench.open(pki, Map.of("mss.login", "oui", "mss.clair", "oui"));
        RawMail client = idle(mail)) {
      for (int i = 1; i <= MESSAGES; i++) {
        mail.deposit(MailBench.PAUL, "Subject: m" + i + "\r\n\r\n\r\n");
      }
      assertThat(heard(client)).isSorted().endsWith(MESSAGES);
      List<Instant> told =
          mail.journal().stream()
              .filter(each -> "IMAP IDLE".equals(each.transaction()) && each.requestSize() == 0)
              .map(Exchange::startedAt)
              .toList();
      assertThat(told).isNotEmpty();
      for (int i = 1; i < told.size(); i++) {
        assertThat(Duration.between(told.get(i - 1), told.get(i)))
            .isGreaterThan(Duration.ofMillis(400));
      }
    }
  }

  private static RawMail idle(MailBench mail) throws Exception {
    RawMail client = mail.connect(MssMock.ACCESS);
    assertThat(client.ask("a", "LOGIN " + MailBench.PAUL + " " + mail.passwordOfPaul()))
        .contains("a OK");
    assertThat(client.ask("b", "SELECT INBOX")).contains("b OK");
    client.say("c IDLE");
    assertThat(client.line()).startsWith("+");
    return client;
  }

  /** The counts a session is told, up to the last one. */
  private static List<Integer> heard(RawMail client) throws Exception {
    List<Integer> counts = new ArrayList<>();
    while (counts.isEmpty() || counts.get(counts.size() - 1) < MESSAGES) {
      String line = client.line();
      if (line.endsWith(" EXISTS")) {
        counts.add(Integer.valueOf(line.split(" ", -1)[1]));
      }
    }
    return counts;
  }
}
