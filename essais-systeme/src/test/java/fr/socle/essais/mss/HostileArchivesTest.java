package fr.socle.essais.mss;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Finding;
import fr.socle.essais.SocleCommand;
import fr.socle.essais.SocleProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Archives that were made to harm, sent to {@code ./socle up} as any message (mssante.md 5, 20).
 */
class HostileArchivesTest {
  /** Less memory than one of them fills when it is inflated. */
  private static final String HEAP = "-Xmx192m";

  private static final List<String> ARCHIVES =
      List.of("MSS-XD-02", "MSS-XD-03", "MSS-XD-05", "MSS-XD-06");

  private static final int BOMB_MEGABYTES = 300;
  private static final int MANY = 100_000;

  @Test
  void eachIsToldByItsOwnRuleAndHarmsNothing(@TempDir Path folder) throws Exception {
    ProcessBuilder up =
        SocleCommand.of(
            "up", "--port-base", "0", "--data", folder.resolve("banc").toString(), "psc", "mss");
    up.environment().put("SOCLE_JAVA_OPTS", HEAP);
    try (SocleProcess socle = SocleProcess.up(up)) {
      MailSpace mail = new MailSpace(socle, socle.space());
      mail.openMailbox();
      assertThat(told(mail, folder, ClientLetter.archive())).doesNotContainAnyElementsOf(ARCHIVES);
      for (Map.Entry<String, byte[]> each : hostile().entrySet()) {
        assertThat(told(mail, folder, each.getValue())).contains(each.getKey());
      }
      assertThat(mail.run("python-imap", folder, folder, Map.of())).isEmpty();
    }
  }

  private static Map<String, byte[]> hostile() throws IOException {
    Map<String, byte[]> all = new LinkedHashMap<>();
    byte[] encrypted = zip(1, "A.TXT", 1);
    encrypted[6] |= 1;
    encrypted[directory(encrypted) + 8] |= 1;
    all.put("MSS-XD-02", encrypted);
    all.put("MSS-XD-03", zip(1, "../../../tmp/A.TXT", 1));
    all.put("MSS-XD-05", zip(1, "A.TXT", BOMB_MEGABYTES << 20));
    all.put("MSS-XD-06", zip(MANY, "A", 0));
    return all;
  }

  /** Where the table of a zip of one entry begins. */
  private static int directory(byte[] zip) {
    int at = zip.length - 4;
    while (zip[at] != 'P' || zip[at + 1] != 'K' || zip[at + 2] != 1) {
      at--;
    }
    return at;
  }

  private static byte[] zip(int entries, String name, int size) throws IOException {
    byte[] zeros = new byte[1 << 20];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, UTF_8)) {
      for (int i = 0; i < entries; i++) {
        zip.putNextEntry(new ZipEntry(entries == 1 ? name : name + i));
        for (int left = size; left > 0; left -= zeros.length) {
          zip.write(zeros, 0, Math.min(left, zeros.length));
        }
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  /** The rules that a message with an archive breaks, once it is sent and accepted. */
  private static List<String> told(MailSpace mail, Path folder, byte[] archive) throws Exception {
    Path letter = ClientLetter.with(ClientLetter.lines(archive), folder.resolve("lettre.eml"));
    assertThat(mail.run("curl-smtp", folder, letter, Map.of())).isEmpty();
    Files.delete(letter);
    List<Exchange> messages = new ArrayList<>();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              mail.traffic().stream()
                  .filter(each -> "SMTP message".equals(each.transaction()))
                  .forEach(messages::add);
              return !messages.isEmpty();
            });
    assertThat(messages.get(0).status()).isEqualTo(250);
    return messages.get(0).findings().stream().map(Finding::rule).toList();
  }
}
