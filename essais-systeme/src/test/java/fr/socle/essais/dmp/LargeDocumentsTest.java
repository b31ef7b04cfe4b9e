package fr.socle.essais.dmp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowClosure;
import fr.socle.essais.SocleCommand;
import fr.socle.essais.SocleProcess;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Documents that together are larger than the memory of the bench, fed and fetched at once on the
 * real wire of {@code ./socle up}, by a client that holds none of them either.
 */
class LargeDocumentsTest {
  private static final int SENDERS = 4;
  private static final long SIZE = 100_000_000;
  private static final int PIECE = 1 << 16;
  private static final String HEAP = "-Xmx192m";

  @TempDir private Path folder;

  @Test
  void largerThanTheMemoryOfTheBenchComeBackByteForByte() throws Exception {
    Path data = folder.resolve("banc");
    ProcessBuilder up =
        SocleCommand.of(
            "up",
            "--port-base",
            "0",
            "--data",
            data.toString(),
            "--reglage",
            "dmp.taille=128",
            "--reglage",
            "dmp.taille-reponse=128");
    up.environment().put("SOCLE_JAVA_OPTS", HEAP);
    try (SocleProcess socle = SocleProcess.up(up)) {
      BenchClient bench = socle.client();
      SpaceDescriptor space = socle.space();
      DmpClient client = client(bench, space);
      client.authorize();
      Window window = bench.openWindow(space.id(), "images");

      atOnce(number -> feed(space, client, number));
      atOnce(number -> fetch(space, client, number));

      WindowClosure closure = bench.closeWindow(space.id(), window.id());
      assertThat(closure.quiet()).isTrue();
      assertThat(closure.benchErrors()).isEmpty();
      List<Exchange> all =
          bench.exchanges(space.id(), window.openedAtCursor(), window.id()).exchanges();
      assertThat(all)
          .hasSize(2 * SENDERS)
          .allSatisfy(
              each ->
                  assertThat(Math.max(each.requestSize(), each.responseSize()))
                      .isGreaterThan(SIZE));
      assertThat(data.resolve("attente")).isEmptyDirectory();
      assertThat(bench.health().status()).isEqualTo("pret");
    }
  }

  @Test
  void halfReceivedByAKilledBenchAreGoneWhenItStartsAgain() throws Exception {
    Path data = folder.resolve("banc");
    Path waiting = data.resolve("attente");
    try (SocleProcess socle = SocleProcess.up(data)) {
      SpaceDescriptor space = socle.space();
      URI address = URI.create(space.urls().get("dmp") + "repository");
      try (Socket socket =
          DmpCard.of(space)
              .tls()
              .getSocketFactory()
              .createSocket(address.getHost(), address.getPort())) {
        socket
            .getOutputStream()
            .write(
                ("POST "
                        + address.getPath()
                        + " HTTP/1.1\r\nHost: a\r\nContent-Length: 4000000\r\n\r\n")
                    .getBytes(UTF_8));
        socket.getOutputStream().write(new byte[3_000_000]);
        socket.getOutputStream().flush();
        await("what is received waits on disk")
            .atMost(Duration.ofSeconds(30))
            .untilAsserted(() -> assertThat(waiting).isNotEmptyDirectory());
        socle.kill();
      }
    }
    assertThat(waiting).isNotEmptyDirectory();

    try (SocleProcess again = SocleProcess.up(data)) {
      assertThat(again.client().health().status()).isEqualTo("pret");
      assertThat(waiting).isEmptyDirectory();
    }
  }

  private interface Act {
    void of(int number) throws Exception;
  }

  private static void atOnce(Act act) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
    try {
      List<Callable<Void>> acts = new ArrayList<>();
      for (int i = 1; i <= SENDERS; i++) {
        int number = i;
        acts.add(
            () -> {
              act.of(number);
              return null;
            });
      }
      for (Future<Void> each : threads.invokeAll(acts, 8, TimeUnit.MINUTES)) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static DmpClient client(BenchClient bench, SpaceDescriptor space) throws Exception {
    Patient patient = bench.createPatient(space.id(), new PatientRequest("ordinaire"));
    return new DmpClient(
        space,
        DmpCard.of(space),
        patient.ins().matricule() + patient.ins().key() + "^^^&" + patient.ins().oid() + "&ISO^NH");
  }

  private static String uniqueId(int number) {
    return "1.3.6.1.4.1.32473.90." + number;
  }

  /** Every second message says its length, the others come in pieces. */
  private static void feed(SpaceDescriptor space, DmpClient client, int number) throws Exception {
    DmpEntry entry =
        DmpEntry.report("Document01", uniqueId(number), client.card(), client.patient());
    String body = DmpBodies.unsigned(uniqueId(number) + ".0", List.of(entry));
    byte[] around =
        DmpClient.mtom(
            client.envelope(DmpClient.FEED, body),
            Collections.singletonMap("Document01", new byte[0]));
    // An empty document ends with the line end and the last delimiter.
    int end = lastDelimiter(around);
    BodyPublisher message =
        BodyPublishers.ofInputStream(
            () ->
                new SequenceInputStream(
                    Collections.enumeration(
                        List.of(
                            new ByteArrayInputStream(around, 0, end),
                            new GeneratedDocument(number, SIZE),
                            new ByteArrayInputStream(around, end, around.length - end)))));
    HttpResponse<byte[]> answer =
        http(client)
            .send(
                request(space, DmpClient.MTOM)
                    .POST(
                        number % 2 == 0
                            ? message
                            : BodyPublishers.fromPublisher(message, around.length + SIZE))
                    .build(),
                BodyHandlers.ofByteArray());

    assertThat(new String(answer.body(), UTF_8)).contains("ResponseStatusType:Success");
  }

  private static int lastDelimiter(byte[] message) {
    String text = new String(message, ISO_8859_1);
    return text.lastIndexOf("\r\n--", text.length() - 3);
  }

  private static void fetch(SpaceDescriptor space, DmpClient client, int number) throws Exception {
    HttpResponse<InputStream> answer =
        http(client)
            .send(
                request(space, DmpClient.SOAP)
                    .POST(
                        BodyPublishers.ofString(
                            client.envelope(
                                DmpClient.RETRIEVE, DmpBodies.retrieval(uniqueId(number)))))
                    .build(),
                BodyHandlers.ofInputStream());
    String boundary =
        answer
            .headers()
            .firstValue("Content-Type")
            .orElseThrow()
            .replaceAll(".*boundary=\"([^\"]+)\".*", "$1");
    try (InputStream in = new BufferedInputStream(answer.body())) {
      skipTo(in, "\r\n--" + boundary + "\r\n");
      skipTo(in, "\r\n\r\n");
      try (InputStream sent = new GeneratedDocument(number, SIZE)) {
        long at = 0;
        for (byte[] expected = sent.readNBytes(PIECE);
            expected.length > 0;
            expected = sent.readNBytes(PIECE)) {
          assertThat(in.readNBytes(expected.length)).as("from " + at).isEqualTo(expected);
          at += expected.length;
        }
        assertThat(at).isEqualTo(SIZE);
      }
      assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("\r\n--" + boundary + "--\r\n");
    }
  }

  private static void skipTo(InputStream in, String mark) throws IOException {
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    while (!seen.toString(ISO_8859_1).endsWith(mark)) {
      int next = in.read();
      assertThat(next).as(seen.toString(UTF_8)).isNotNegative();
      seen.write(next);
    }
  }

  private static HttpClient http(DmpClient client) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .sslContext(client.card().tls())
        .build();
  }

  private static HttpRequest.Builder request(SpaceDescriptor space, String type) {
    return HttpRequest.newBuilder(URI.create(space.urls().get("dmp") + "repository"))
        .timeout(Duration.ofMinutes(5))
        .header("Content-Type", type);
  }
}
