package fr.socle.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.client.ScriptedBench.Asked;
import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.client.api.PatientRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BenchClientTest {
  private ScriptedBench bench;
  private BenchClient client;

  @BeforeEach
  void start() {
    bench = new ScriptedBench();
    client = new BenchClient(bench.address());
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void saysInFrenchThatTheBenchDoesNotAnswer() throws IOException {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    BenchClient lost = new BenchClient(URI.create("http://127.0.0.1:" + port));
    assertThatThrownBy(lost::health)
        .isInstanceOf(BenchUnavailableException.class)
        .hasMessageContaining("ne répond pas")
        .hasMessageContaining(":" + port)
        .hasMessageContaining("./socle up");
  }

  @Test
  void repeatsTheCodeAndTheWordsOfARefusal() {
    bench.answers(404, "{\"code\":\"espace-inconnu\",\"message\":\"L'espace e9 n'existe pas.\"}");
    assertThatThrownBy(() -> client.space("e9"))
        .isInstanceOfSatisfying(
            BenchRefusedException.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(404);
              assertThat(refused.error().code()).isEqualTo("espace-inconnu");
              assertThat(refused).hasMessage("L'espace e9 n'existe pas.");
            });
  }

  @Test
  void saysThatARefusalCameWithoutAnExplanation() {
    bench.answers(502, "<html>proxy</html>");
    assertThatThrownBy(client::health)
        .isInstanceOfSatisfying(
            BenchRefusedException.class,
            refused -> {
              assertThat(refused.error().code()).isEqualTo("reponse-inattendue");
              assertThat(refused).hasMessageContaining("502");
            });
  }

  @Test
  void doesNotGuessWhenAnAnswerIsNotTheRecordItKnows() {
    bench.answers(200, "{\"status\":\"pret\",\"version\":\"9\",\"services\":[],\"inconnu\":1}");
    assertThatThrownBy(client::health)
        .isInstanceOf(BenchUnavailableException.class)
        .hasMessageContaining("versions différentes");
    bench.answers(200, "{\"status\":\"pret\",\"version\":\"9\",\"services\":[]}");
    assertThat(client.health().version()).isEqualTo("9");
  }

  @Test
  void saysThatItsWaitWasInterruptedAndKeepsTheInterruption() throws InterruptedException {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> kept = new AtomicReference<>();
    Thread caller =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              try {
                client.health();
              } catch (BenchUnavailableException e) {
                thrown.set(e);
                kept.set(Thread.currentThread().isInterrupted());
              }
            });
    caller.start();
    caller.join(10_000);
    assertThat(thrown.get()).hasMessageContaining("interrompue");
    assertThat(kept.get()).isTrue();
  }

  @Test
  void givesNothingWhenNothingCameInTime() {
    bench.answers(204, "");
    AwaitedExchange awaited = new AwaitedExchange(7, "insi", "INSi WS_INS2", Duration.ofSeconds(3));
    assertThat(client.await("e1", awaited)).isEmpty();
    assertThat(bench.lastAsked().line())
        .isEqualTo(
            "GET /control/v1/spaces/e1/exchanges/await"
                + "?after=7&service=insi&transaction=INSi+WS_INS2&timeout=PT3S");
  }

  @Test
  void writesJsonUnderItsTypeAndLeavesAbsentMembersOut() {
    bench.answers(204, "");
    client.registerClient(
        "e1",
        new ClientRequest("lps", null, "tls_client_auth", null, List.of("http://a/é"), null, null));
    Asked asked = bench.lastAsked();
    assertThat(asked.line()).isEqualTo("POST /control/v1/spaces/e1/clients");
    assertThat(asked.contentType()).isEqualTo("application/json");
    assertThat(asked.authorization()).isNull();
    assertThat(asked.body())
        .isEqualTo(
            "{\"clientId\":\"lps\",\"authMethod\":\"tls_client_auth\","
                + "\"redirectUris\":[\"http://a/é\"]}");
  }

  @Test
  void sendsTheTypeWithADeletionTooAndNoneWithARead() {
    bench.answers(204, "");
    client.deleteSpace("e1");
    assertThat(bench.lastAsked().contentType()).isEqualTo("application/json");
    bench.answers(200, "[]");
    assertThat(client.spaces()).isEmpty();
    assertThat(bench.lastAsked().contentType()).isNull();
  }

  @Test
  void presentsItsTokenWithEveryCall() {
    BenchClient guarded = new BenchClient(bench.address(), "jeton");
    bench.answers(200, "[]");
    guarded.spaces();
    assertThat(bench.lastAsked().authorization()).isEqualTo("Bearer jeton");
    bench.answers(204, "");
    guarded.reset("e1");
    assertThat(bench.lastAsked().authorization()).isEqualTo("Bearer jeton");
  }

  @Test
  void readsAPatientWithAndWithoutANumber() {
    bench.answers(
        201,
        """
        {"id":"p1","birthName":"MOQUETTE","birthFirstNames":["ALIX"],"firstNameUsed":"ALIX",
         "sex":"F","birthDate":"1988-02-29","birthPlace":"75056","history":[]}
        """);
    assertThat(client.createPatient("e1", new PatientRequest("inconnu")).ins()).isNull();
    assertThat(bench.lastAsked().body()).isEqualTo("{\"persona\":\"inconnu\"}");
    bench.answers(
        201,
        """
        {"id":"p1","birthName":"MOQUETTE","birthFirstNames":["ALIX"],"firstNameUsed":"ALIX",
         "sex":"F","birthDate":"1988-02-29","birthPlace":"75056","history":[],
         "ins":{"matricule":"2880275056123","key":"37","oid":"1.2.250.1.213.1.4.10"}}
        """);
    assertThat(client.createPatient("e1", new PatientRequest(null)).ins().key()).isEqualTo("37");
    assertThat(bench.lastAsked().body()).isEqualTo("{}");
  }
}
