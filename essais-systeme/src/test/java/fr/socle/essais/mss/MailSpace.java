package fr.socle.essais.mss;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.ExchangePage;
import fr.socle.bench.client.api.MssMailbox;
import fr.socle.bench.client.api.NextLogin;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.essais.ClientTls;
import fr.socle.essais.Project;
import fr.socle.essais.PscLogin;
import fr.socle.essais.SocleProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The mail of a space of {@code ./socle up}, and the clients of {@code src/test/bash/mss.sh}. */
final class MailSpace {
  static final String ADDRESS = "marie.testeur@medecin.mssante.fr";
  static final String APPLICATION = "logiciel@cabinet.mssante.fr";
  private static final String HOLDER = "899990000020";
  static final Path SCRIPT = Project.root().resolve("essais-systeme/src/test/bash/mss.sh");

  private final SocleProcess socle;
  private final SpaceDescriptor space;
  private long cursor;

  MailSpace(SocleProcess socle, SpaceDescriptor space) {
    this.socle = socle;
    this.space = space;
  }

  /** Opens the mailbox of the professional. */
  void openMailbox() throws IOException, InterruptedException {
    tell("mailbox", new MssMailbox(ADDRESS, HOLDER));
  }

  /** Tells the service something. */
  void tell(String name, Object input) throws IOException, InterruptedException {
    String unused = ask(name, input);
  }

  /** Asks the service something. */
  String ask(String name, Object input) throws IOException, InterruptedException {
    URI address =
        socle.console().resolve("/control/v1/spaces/" + space.id() + "/services/mss/" + name);
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(new ObjectMapper().writeValueAsString(input)))
                    .build(),
                BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  /** What the journal has seen since the last call. */
  List<Exchange> traffic() {
    BenchClient bench = socle.client();
    List<Exchange> all = new ArrayList<>();
    ExchangePage page = bench.exchanges(space.id(), cursor, null);
    while (!page.exchanges().isEmpty()) {
      all.addAll(page.exchanges());
      cursor = page.cursor();
      page = bench.exchanges(space.id(), cursor, null);
    }
    return all;
  }

  /** Port of a listener. */
  String port(String listener) {
    return Integer.toString(URI.create(space.urls().getOrDefault(listener, "")).getPort());
  }

  /**
   * Runs a client of the script to its end; what it reads is in {@code recu}.
   *
   * @param more environment of its own
   * @return empty, or what it printed when it failed
   */
  String run(String client, Path folder, Path letter, Map<String, String> more) throws Exception {
    ProcessBuilder script = new ProcessBuilder("timeout", "60", "bash", SCRIPT.toString(), client);
    Map<String, String> environment = script.environment();
    environment.put("SMTP", port("mss.smtp"));
    environment.put("IMAP", port("mss.imap"));
    environment.put("CA", space.caFile());
    environment.put("ADRESSE", ADDRESS);
    environment.put("JETON", token());
    environment.put("IDENTIFIANT", HOLDER);
    environment.put("APPLICATION", APPLICATION);
    environment.put("CERTIFICAT", ClientTls.keyStore(space, "psc-client").pem());
    environment.put("CLE", ClientTls.keyStore(space, "psc-client").key());
    environment.put("LETTRE", letter.toString());
    environment.put("TRAVAIL", Files.createDirectories(folder).toString());
    environment.putAll(more);
    Process process = script.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    int code = process.waitFor();
    return code == 0 ? "" : client + ", code " + code + ": " + output;
  }

  private String token() throws Exception {
    socle.client().nextLogin(space.id(), new NextLogin(HOLDER, "accepter"));
    HttpClient http = HttpClient.newBuilder().sslContext(ClientTls.anonymous(space)).build();
    return new PscLogin(space, http).tokens().path("access_token").asText();
  }
}
