package fr.socle.psc.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.AgeRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.psc.People;
import fr.socle.psc.PscMock;
import fr.socle.psc.SpaceLogin;
import fr.socle.psc.Trust;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An authorization server that asks another Pro Santé Connect, by its address. */
class IntrospectionElsewhereTest {
  private static Bench bench;

  @BeforeAll
  static void start(@TempDir Path pki) {
    bench = Bench.start(BenchOptions.builder().services(new PscMock()).pkiDirectory(pki).build());
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @Test
  void exchangesATokenOfTheOtherOneUntilItExpires() throws Exception {
    SpaceDescriptor psc = bench.createSpace(new SpaceRequest(null, null, Map.of()));
    SpaceDescriptor api = asking(psc.urls().get("psc.introspection"), psc);
    String token = SpaceLogin.accessToken(bench, psc, People.DOCTOR);

    JsonNode answer = exchange(api, token);
    bench.age(psc.id(), new AgeRequest("PT3M"));
    JsonNode late = exchange(api, token);

    assertThat(answer.path("token_type").asText()).isEqualTo("Bearer");
    assertThat(late.path("error").asText()).isEqualTo("invalid_request");
  }

  @Test
  void saysThatItCannotAskWhenTheOtherOneDoesNotAnswerOrRefuses() throws Exception {
    SpaceDescriptor psc = bench.createSpace(new SpaceRequest(null, null, Map.of()));
    String token = SpaceLogin.accessToken(bench, psc, People.DOCTOR);

    assertThat(exchange(asking(psc.urls().get("psc.issuer") + "/rien", psc), token))
        .hasToString(
            "{\"error\":\"temporarily_unavailable\",\"error_description\":\"Service unavailable\"}");
    assertThat(exchange(asking("https://localhost:1/rien", psc), token).path("error").asText())
        .isEqualTo("temporarily_unavailable");
  }

  private static SpaceDescriptor asking(String url, SpaceDescriptor psc) {
    return bench.createSpace(
        new SpaceRequest(
            null,
            null,
            Map.of(
                "api.introspection-url",
                url,
                "api.introspection-client",
                "lps-demo",
                "api.introspection-secret",
                psc.clients().get(0).clientSecret())));
  }

  private static JsonNode exchange(SpaceDescriptor space, String subjectToken) throws Exception {
    HttpClient http = HttpClient.newBuilder().sslContext(Trust.of(space, "psc-client")).build();
    String form =
        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange&client_id=proxy-demo"
            + "&subject_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Ajwt&scope=insi"
            + "&subject_token="
            + URLEncoder.encode(subjectToken, UTF_8);
    return new JsonMapper()
        .readTree(
            http.send(
                    HttpRequest.newBuilder(URI.create(space.urls().get("api.insi.token")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                    BodyHandlers.ofString())
                .body());
  }
}
