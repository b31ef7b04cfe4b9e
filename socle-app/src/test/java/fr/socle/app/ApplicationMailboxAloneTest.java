package fr.socle.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.control.ControlOptions;
import fr.socle.exigences.Verdict;
import fr.socle.features.driver.Capabilities.LpsIdentity;
import fr.socle.features.driver.LpsConfiguration;
import fr.socle.features.model.RequirementResult;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.ScenarioResult;
import fr.socle.features.run.RunOptions;
import fr.socle.features.run.SuiteRun;
import fr.socle.lps.ReferenceLps;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Software that has application mailboxes: alone, without login, or behind one. */
class ApplicationMailboxAloneTest {
  private static final String LOGIN = "authentifier-ps";
  private static final List<String> OFFERED =
      List.of("reinitialiser", "configurer", "regler-bal-mss", "envoyer-mss");

  @Test
  void softwareWithoutLoginIsJudgedOnItsApplicationMailbox(@TempDir Path out) throws Exception {
    conforms(run(OFFERED, false, out));
  }

  @Test
  void softwareThatWantsItsUserLoggedInIsJudgedToo(@TempDir Path out) throws Exception {
    List<String> offered = new ArrayList<>(OFFERED);
    offered.add(LOGIN);

    conforms(run(offered, true, out));
  }

  /** Its login is one that the scenario cannot do: what it refuses before is not its fault. */
  @Test
  void whatIsRefusedBeforeAnyConnectionIsNotBlamed(@TempDir Path out) throws Exception {
    assertThat(run(OFFERED, true, out).requirements())
        .filteredOn(each -> each.id().startsWith("MSS/"))
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(each.verdict())
                    .as(each.id())
                    .isIn(Verdict.NON_COUVERT, Verdict.INDETERMINE));
  }

  private static RunReport run(List<String> offered, boolean guarded, Path out) throws Exception {
    try (EmbeddedBench bench =
            EmbeddedBench.start(BenchOptions.builder().build(), ControlOptions.loopback());
        ReferenceLps software = ReferenceLps.builder().start();
        Narrowed driver = new Narrowed(software.url(), offered, guarded)) {
      return SuiteRun.run(
          RunOptions.of(
                  bench.address(),
                  LpsConfiguration.http(
                      new LpsIdentity("Laboratoire", "1", null), List.of(driver.url())),
                  out)
              .tags("@REQ:MSS/CONF.12 or @REQ:MSS/va1.09 or @REQ:MSS/va1.18")
              .build());
    }
  }

  private static void conforms(RunReport report) {
    assertThat(report.scenarios())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.verdict()).as(told(each)).isEqualTo(Verdict.CONFORME));
    assertThat(
            report.requirements().stream()
                .filter(each -> each.verdict() == Verdict.CONFORME)
                .map(RequirementResult::id)
                .collect(Collectors.toSet()))
        .contains("MSS/CONF.12", "MSS/va1.09", "MSS/va1.18");
  }

  private static String told(ScenarioResult scenario) {
    return scenario.name() + " : " + scenario.reason();
  }

  /** A driver that offers a part of what another one does, to nobody or to who is logged in. */
  private static final class Narrowed implements AutoCloseable {
    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicBoolean loggedIn = new AtomicBoolean();
    private final URI behind;
    private final List<String> offered;
    private final boolean guarded;

    Narrowed(URI behind, List<String> offered, boolean guarded) throws IOException {
      this.behind = behind;
      this.offered = List.copyOf(offered);
      this.guarded = guarded;
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::answer);
      server.start();
    }

    URI url() {
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
      try (exchange) {
        String path = exchange.getRequestURI().toString();
        boolean acts = exchange.getRequestMethod().equals("POST");
        String action = acts ? path.substring("/actions/".length()) : "";
        if (action.equals("reinitialiser") || action.equals(LOGIN)) {
          loggedIn.set(action.equals(LOGIN));
        }
        if (path.equals("/capabilities")) {
          say(exchange, 200, capabilities().getBytes(StandardCharsets.UTF_8));
        } else if (acts && !offered.contains(action)) {
          say(exchange, 501, "{\"message\":\"pas ici\"}".getBytes(StandardCharsets.UTF_8));
        } else if (guarded && action.endsWith("-mss") && !loggedIn.get()) {
          String refused = "{\"statut\":\"refuse\",\"message\":\"Connectez-vous.\"}";
          say(exchange, 200, refused.getBytes(StandardCharsets.UTF_8));
        } else {
          pass(exchange, path);
        }
      }
    }

    private String capabilities() {
      return "{\"contrat\":\"1\",\"lps\":{\"nom\":\"Laboratoire\",\"version\":\"1\"},\"actions\":"
          + offered.stream()
              .map(each -> '"' + each + '"')
              .collect(Collectors.joining(",", "[", "]}"));
    }

    private void pass(HttpExchange exchange, String path) throws IOException {
      byte[] body = exchange.getRequestBody().readAllBytes();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(behind + path))
              .header("Content-Type", "application/json")
              .method(
                  exchange.getRequestMethod(),
                  body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
              .build();
      try {
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        say(exchange, answer.statusCode(), answer.body());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private static void say(HttpExchange exchange, int status, byte[] body) throws IOException {
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
