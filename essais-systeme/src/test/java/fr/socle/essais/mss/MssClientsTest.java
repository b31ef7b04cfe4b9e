package fr.socle.essais.mss;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.MssDeposit;
import fr.socle.bench.client.api.MssMailbox;
import fr.socle.bench.client.api.MssMailboxQuestion;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.essais.Project;
import fr.socle.essais.SocleProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The mail clients of Debian against {@code ./socle up}, one after the other, each as {@code
 * src/test/bash/mss.sh} sets it up. What the journal saw of each is what {@code
 * docs/clients-mss.md} says.
 */
class MssClientsTest {
  @Test
  void everyClientDoesWhatThePageSays(@TempDir Path folder) throws Exception {
    String archive = ClientLetter.lines(ClientLetter.archive());
    Path letter = ClientLetter.with(archive, folder.resolve("lettre.eml"));
    try (SocleProcess socle = SocleProcess.up(folder.resolve("banc"), "psc", "mss")) {
      MailSpace mail = new MailSpace(socle, socle.space());
      MailSpace open =
          new MailSpace(
              socle,
              socle
                  .client()
                  .createSpace(new SpaceRequest("login", null, Map.of("mss.login", "oui"))));
      mail.openMailbox();
      mail.tell("mailbox", MssMailbox.application(MailSpace.APPLICATION, "psc-client"));
      mail.tell("deposit", deposit(MailSpace.APPLICATION, letter));
      open.openMailbox();
      open.tell("deposit", deposit(MailSpace.ADDRESS, letter));

      Map<String, String> seen = new LinkedHashMap<>();
      Map<String, String> told = page();
      assertThat(told).containsOnlyKeys(clients());
      for (String client : told.keySet()) {
        Path place = folder.resolve(client);
        String failed = mail.run(client, place, letter, Map.of("OUVERT", open.port("mss.imap")));
        String read = read(place, archive);
        seen.put(client, failed + summary(told.get(client), read, mail, open));
      }
      assertThat(seen).isEqualTo(told);
    }
  }

  /** Whether a client that read got the archive byte for byte. */
  private static String read(Path place, String archive) throws IOException {
    Path read = place.resolve("recu");
    if (!Files.exists(read)) {
      return "";
    }
    String text = Files.readString(read).replace("\r", "");
    return text.contains(archive) ? ", lu" : ", lu autrement : " + text;
  }

  @Test
  void aMessageAcknowledgedOutlivesAKilledBench(@TempDir Path folder) throws Exception {
    Path data = folder.resolve("banc");
    String archive = ClientLetter.lines(ClientLetter.archive());
    Path letter = ClientLetter.with(archive, folder.resolve("lettre.eml"));
    try (SocleProcess socle = SocleProcess.up(data, "psc", "mss")) {
      MailSpace mail = new MailSpace(socle, socle.space());
      mail.openMailbox();
      assertThat(mail.run("curl-smtp", folder, letter, Map.of())).isEmpty();
      socle.kill();
    }
    try (SocleProcess again = SocleProcess.up(data, "psc", "mss")) {
      MailSpace mail = new MailSpace(again, again.space());
      String state = mail.ask("messages", new MssMailboxQuestion(MailSpace.ADDRESS));
      assertThat(new ObjectMapper().readTree(state).findValues("uid")).hasSize(1);
      assertThat(mail.run("curl-imap", folder, letter, Map.of())).isEmpty();
      assertThat(Files.readString(folder.resolve("recu"))).endsWith(Files.readString(letter));
    }
  }

  private static MssDeposit deposit(String address, Path letter) throws IOException {
    return new MssDeposit(address, Base64.getEncoder().encodeToString(Files.readAllBytes(letter)));
  }

  /** What is told once the journal has written it; what it says instead after a while. */
  private static String summary(String told, String read, MailSpace... spaces) {
    List<Exchange> traffic = new ArrayList<>();
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(15))
          .until(
              () -> {
                for (MailSpace each : spaces) {
                  traffic.addAll(each.traffic());
                }
                return told.equals(summary(traffic) + read);
              });
    } catch (ConditionTimeoutException e) {
      return summary(traffic) + read;
    }
    return told;
  }

  /** By which mechanism a client entered, and what it then did. */
  private static String summary(List<Exchange> traffic) {
    String mechanism =
        traffic.stream()
            .map(each -> each.decoded().path("mecanisme").asText())
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElse("aucun");
    String sent = "";
    if (traffic.stream().anyMatch(MssClientsTest::isDelivered)) {
      sent = ", remis";
    } else if (traffic.stream().anyMatch(MssClientsTest::isRefused)) {
      sent = ", refusé";
    }
    return mechanism + sent;
  }

  private static boolean isDelivered(Exchange exchange) {
    return "SMTP message".equals(exchange.transaction())
        && Integer.valueOf(250).equals(exchange.status());
  }

  private static boolean isRefused(Exchange exchange) {
    return exchange.refusal() != null
        && exchange.refusal().code().equals("authentification-requise");
  }

  /** Those the script knows. */
  private static String[] clients() throws IOException {
    return Files.readAllLines(MailSpace.SCRIPT).stream()
        .filter(line -> line.matches("[a-z0-9| -]+\\)"))
        .flatMap(line -> Stream.of(line.substring(0, line.length() - 1).split(" \\| ", -1)))
        .toArray(String[]::new);
  }

  /** What the page says, in the order it is tried. */
  private static Map<String, String> page() throws IOException {
    Map<String, String> told = new LinkedHashMap<>();
    for (String line : Files.readAllLines(Project.root().resolve("docs/clients-mss.md"))) {
      List<String> cells = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
      if (line.startsWith("| `")) {
        told.put(cells.get(1).replace("`", ""), cells.get(3) + ", " + cells.get(4));
      }
    }
    return told;
  }
}
