package fr.socle.essais;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.MssDeposit;
import fr.socle.bench.client.api.MssMailbox;
import fr.socle.bench.client.api.MssMailboxQuestion;
import fr.socle.bench.client.api.NextLogin;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The mail clients of Debian against {@code ./socle up}, one after the other, each as {@code
 * src/test/bash/mss.sh} sets it up. What the journal saw of each is what {@code
 * docs/clients-mss.md} says.
 */
class MssClientsTest {
  private static final String ADDRESS = "marie.testeur@medecin.mssante.fr";
  private static final String HOLDER = "899990000020";
  private static final Path SCRIPT = Project.root().resolve("essais-systeme/src/test/bash/mss.sh");
  private static final String LETTER =
      """
      From: "Dr_Marie_TESTEUR" <marie.testeur@medecin.mssante.fr>
      To: marie.testeur@medecin.mssante.fr
      Subject: XDM/1.0/DDM+CR d'imagerie medicale PAT-TROIS DOMINIQUE 28/03/1979
      Date: Mon, 02 Mar 2026 09:00:00 +0100
      Message-ID: <20260302090000.1@medecin.mssante.fr>
      X-MSS-NIL: NIL000000
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary="b1"

      --b1
      Content-Type: text/plain; charset=UTF-8

      Bonjour, veuillez trouver ci-joint un compte rendu.
      --b1
      Content-Type: application/zip; name="IHE_XDM.ZIP"
      Content-Transfer-Encoding: base64
      Content-Disposition: attachment; filename="IHE_XDM.ZIP"

      UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==
      --b1--
      """;

  @Test
  void everyClientDoesWhatThePageSays(@TempDir Path folder) throws Exception {
    try (SocleProcess socle = SocleProcess.up(folder.resolve("banc"))) {
      BenchClient bench = socle.client();
      SpaceDescriptor issuing = socle.space();
      SpaceDescriptor space =
          bench.createSpace(new SpaceRequest("mss", null, settings(issuing, "non")));
      SpaceDescriptor open =
          bench.createSpace(new SpaceRequest("login", null, settings(issuing, "oui")));
      for (SpaceDescriptor each : List.of(space, open)) {
        String unused = call(socle, each, "mailbox", new MssMailbox(ADDRESS, HOLDER));
      }
      String unused =
          call(
              socle,
              open,
              "deposit",
              new MssDeposit(ADDRESS, Base64.getEncoder().encodeToString(crlf())));
      Files.write(folder.resolve("lettre.eml"), crlf());

      Map<String, String> seen = new TreeMap<>();
      Map<String, String> told = page();
      for (String client : told.keySet()) {
        long before = bench.exchanges(space.id(), 0, null).cursor();
        long beforeOpen = bench.exchanges(open.id(), 0, null).cursor();
        Process process = start(client, folder, space, open, token(bench, issuing));
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        int code = process.waitFor();
        assertThat(code).as(client + " : " + output).isZero();
        Stream<Exchange> traffic =
            Stream.concat(
                bench.exchanges(space.id(), before, null).exchanges().stream(),
                bench.exchanges(open.id(), beforeOpen, null).exchanges().stream());
        seen.put(client, summary(traffic.toList()));
      }
      assertThat(seen).isEqualTo(told);
    }
  }

  @Test
  void aMessageAcknowledgedOutlivesAKilledBench(@TempDir Path folder) throws Exception {
    Path data = folder.resolve("banc");
    SpaceDescriptor space;
    Files.write(folder.resolve("lettre.eml"), crlf());
    try (SocleProcess socle = SocleProcess.up(data)) {
      SpaceDescriptor issuing = socle.space();
      space = socle.client().createSpace(new SpaceRequest("mss", null, settings(issuing, "non")));
      String unused = call(socle, space, "mailbox", new MssMailbox(ADDRESS, HOLDER));
      Process client = start("curl-smtp", folder, space, space, token(socle.client(), issuing));
      String output = new String(client.getInputStream().readAllBytes(), UTF_8);
      assertThat(client.waitFor()).as(output).isZero();
      socle.kill();
    }
    try (SocleProcess again = SocleProcess.up(data)) {
      String state = call(again, space, "messages", new MssMailboxQuestion(ADDRESS));
      assertThat(new ObjectMapper().readTree(state).findValues("uid")).hasSize(1);
    }
  }

  private static byte[] crlf() {
    return LETTER.replace("\n", "\r\n").getBytes(UTF_8);
  }

  private static Map<String, String> settings(SpaceDescriptor issuing, String login) {
    String secret =
        issuing.clients().stream()
            .filter(client -> client.clientId().equals("lps-demo"))
            .map(client -> String.valueOf(client.clientSecret()))
            .findFirst()
            .orElseThrow();
    return Map.of(
        "mss.introspection-url",
        String.valueOf(issuing.urls().get("psc.introspection")),
        "mss.introspection-client",
        "lps-demo",
        "mss.introspection-secret",
        secret,
        "mss.login",
        login);
  }

  private static String token(BenchClient bench, SpaceDescriptor issuing) throws Exception {
    bench.nextLogin(issuing.id(), new NextLogin(HOLDER, "accepter"));
    HttpClient http = HttpClient.newBuilder().sslContext(ClientTls.anonymous(issuing)).build();
    return new PscLogin(issuing, http).tokens().path("access_token").asText();
  }

  private static String call(SocleProcess socle, SpaceDescriptor space, String name, Object input)
      throws IOException, InterruptedException {
    URI address =
        socle.console().resolve("/control/v1/spaces/" + space.id() + "/services/mss/" + name);
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/json")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            new ObjectMapper().writeValueAsString(input)))
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return answer.body();
  }

  private static Process start(
      String client, Path folder, SpaceDescriptor space, SpaceDescriptor open, String token)
      throws IOException {
    ProcessBuilder script = new ProcessBuilder("bash", SCRIPT.toString(), client);
    Map<String, String> environment = script.environment();
    environment.put("SMTP", port(space, "mss.smtp"));
    environment.put("IMAP", port(space, "mss.imap"));
    environment.put("OUVERT", port(open, "mss.imap"));
    environment.put("CA", space.caFile());
    environment.put("ADRESSE", ADDRESS);
    environment.put("JETON", token);
    environment.put("IDENTIFIANT", HOLDER);
    environment.put("LETTRE", folder.resolve("lettre.eml").toString());
    environment.put("TRAVAIL", Files.createDirectories(folder.resolve(client)).toString());
    return script.redirectErrorStream(true).start();
  }

  private static String port(SpaceDescriptor space, String listener) {
    return Integer.toString(URI.create(space.urls().getOrDefault(listener, "")).getPort());
  }

  /** By which mechanism a client entered, and what it then did. */
  private static String summary(List<Exchange> traffic) {
    String mechanism =
        traffic.stream()
            .map(each -> each.decoded().path("mecanisme").asText())
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElse("aucun");
    boolean sent =
        traffic.stream()
            .anyMatch(
                each ->
                    "SMTP message".equals(each.transaction())
                        && Integer.valueOf(250).equals(each.status()));
    boolean read = traffic.stream().anyMatch(each -> isFetch(each) && each.refusal() == null);
    boolean refused =
        traffic.stream()
            .anyMatch(
                each ->
                    each.refusal() != null
                        && each.refusal().code().equals("authentification-requise"));
    return mechanism + ", " + (sent ? "remis" : read ? "lu" : refused ? "refusé" : "rien");
  }

  private static boolean isFetch(Exchange exchange) {
    return ("IMAP FETCH".equals(exchange.transaction())
            || "IMAP UID".equals(exchange.transaction()))
        && exchange.responseSize() > LETTER.length();
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
