package fr.socle.psc;

import static fr.socle.psc.WireBrowser.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates that must not pass, on either side of the wire (psc.md 6, item 9). */
class ClientCertificateTrialsTest {
  private static Bench bench;

  @BeforeAll
  static void start(@TempDir Path pki) {
    bench = Bench.start(BenchOptions.builder().services(new PscMock()).pkiDirectory(pki).build());
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"expire", "pas-encore-valide", "revoque", "autorite-inconnue"})
  void aCertificateThatIsNotValidEndsTheHandshake(String identity) {
    WireSpace space = new WireSpace(bench);

    assertThatThrownBy(() -> token(space, identity)).isInstanceOf(IOException.class);
  }

  // RFC 8705 2.1: the connection holds, the client is not the one it says
  @Test
  void theCertificateOfAnotherClientIsRefusedByTheTokenEndpoint() throws Exception {
    WireSpace space = new WireSpace(bench);

    HttpResponse<String> answer = token(space, "organisation");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(json(answer).get("error").asText()).isEqualTo("invalid_client");
    assertThat(space.last("PSC token").refusal().reason()).contains("lps-demo-mtls");
  }

  @Test
  void theRightCertificateIsRefusedOnDemand() throws Exception {
    WireSpace space = new WireSpace(bench);
    assertThat(json(token(space, "psc-client")).get("error").asText()).isEqualTo("invalid_grant");
    space.arm("certificat-client-refuse");

    assertThatThrownBy(() -> token(space, "psc-client")).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "certificat-serveur-expire",
        "certificat-serveur-mauvais-nom",
        "certificat-serveur-autorite-inconnue"
      })
  void aServerThatIsNotTheRightOneIsNotTalkedTo(String fault) {
    WireSpace space = new WireSpace(bench);
    space.arm(fault);

    assertThatThrownBy(() -> token(space, "psc-client")).isInstanceOf(IOException.class);
  }

  private static HttpResponse<String> token(WireSpace space, String identity) throws Exception {
    HttpClient client =
        HttpClient.newBuilder().sslContext(Trust.of(space.descriptor, identity)).build();
    String form =
        PscOnPaper.encode(
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                "inconnu",
                "redirect_uri",
                PscOnPaper.REDIRECT,
                "client_id",
                "lps-demo-mtls"));
    return client.send(
        HttpRequest.newBuilder(URI.create(space.url("psc.token")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
