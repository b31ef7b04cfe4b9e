package fr.socle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.RawExchange;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowClosure;
import fr.socle.bench.client.api.WindowRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeptDataTest {
  @TempDir static Path certificates;
  @TempDir Path directory;

  private BenchOptions options() {
    return BenchOptions.builder()
        .services(new EchoService())
        .dataDir(directory.resolve("donnees"))
        .pkiDirectory(certificates)
        .build();
  }

  private static String say(String address, String text) throws IOException {
    try (RawClient client = RawClient.clear(address)) {
      return client
          .send(
              "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: "
                  + text.length()
                  + "\r\n\r\n"
                  + text)
          .readAnswer();
    }
  }

  @Test
  void givesBackItsJournalWhenOpenedAgain() throws Exception {
    String id;
    Window window;
    WindowClosure closure;
    List<Exchange> before;
    RawExchange raw;
    try (Bench bench = Bench.start(options())) {
      SpaceDescriptor space = bench.createSpace(new SpaceRequest("un", null, null));
      id = space.id();
      assertThat(directory.resolve("donnees/bench.json")).isRegularFile();
      window = bench.openWindow(id, new WindowRequest("avant"));
      say(space.urls().get("echo.clair"), "x".repeat(700_000) + "!");
      closure = bench.closeWindow(id, window.id());
      before = bench.exchanges(id, 0, null).exchanges();
      raw = bench.rawExchange(id, before.get(0).sequence());
      assertThat(before.get(0).findings()).hasSize(1);
    }
    assertThat(directory.resolve("donnees/bench.json")).doesNotExist();
    try (Bench bench = Bench.start(options())) {
      assertThat(bench.spaces()).isEmpty();
      assertThat(bench.exchanges(id, 0, null).exchanges()).isEqualTo(before);
      assertThat(bench.rawExchange(id, before.get(0).sequence()).request())
          .isEqualTo(raw.request());
      assertThat(bench.windows(id)).containsExactly(closure.window());
      assertThat(bench.findings(id, window.id())).isEqualTo(before.get(0).findings());
      SpaceDescriptor next = bench.createSpace(new SpaceRequest(null, null, null));
      assertThat(next.id()).isNotEqualTo(id);
      say(next.urls().get("echo.clair"), "suite");
      Exchange after =
          bench.await(next.id(), 0, "echo", null, Duration.ofSeconds(20)).orElseThrow();
      assertThat(after.sequence()).isGreaterThan(before.get(0).sequence());
    }
  }

  @Test
  void saysThatAnotherBenchHoldsTheDirectory() {
    try (Bench bench = Bench.start(options())) {
      assertThat(bench.health().status()).isEqualTo("pret");
      assertThatThrownBy(() -> Bench.start(options()))
          .isInstanceOf(BenchStartException.class)
          .hasMessageContaining("déjà ouvert par un autre banc");
    }
  }

  @Test
  void losesNothingItAcknowledgedWhenKilled() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                directory.resolve("donnees").toString(),
                certificates.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int acknowledged = 200;
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String address = out.readLine();
      for (int i = 0; i < acknowledged; i++) {
        assertThat(say(address, "n" + i)).endsWith("n" + i);
      }
      process.destroyForcibly();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
    try (Bench bench = Bench.start(options())) {
      assertThat(bench.exchanges("e1", 0, null).exchanges())
          .extracting(exchange -> exchange.decoded().get("dit").asText())
          .containsExactlyElementsOf(
              IntStream.range(0, acknowledged).mapToObj(i -> "n" + i).toList());
    }
  }

  /** A bench in a process of its own, to be killed. */
  static final class Victim {
    private Victim() {}

    /** Starts a bench, says its address, and waits to be killed. */
    public static void main(String[] arguments) {
      Bench bench =
          Bench.start(
              BenchOptions.builder()
                  .services(new EchoService())
                  .dataDir(Path.of(arguments[0]))
                  .pkiDirectory(Path.of(arguments[1]))
                  .build());
      SpaceDescriptor space = bench.createSpace(new SpaceRequest(null, null, null));
      System.out.println(space.urls().get("echo.clair"));
      System.out.flush();
      try {
        Thread.currentThread().join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
