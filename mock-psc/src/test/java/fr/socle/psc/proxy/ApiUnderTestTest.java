package fr.socle.psc.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.AgeRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.Window;
import fr.socle.psc.People;
import fr.socle.psc.Trust;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody's API behind the bench's proxy, put to the test by faults. */
class ApiUnderTestTest {
  private static ProxyBench bench;

  @BeforeAll
  static void start(@TempDir Path pki) {
    bench = new ProxyBench(pki);
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource({
    "proxy-jeton-psc,PRX-API-01",
    "proxy-autre-certificat,PRX-API-03",
    "proxy-autre-scope,PRX-API-04"
  })
  void anApiThatTakesEveryTokenIsFoundOut(String fault, String rule) throws Exception {
    try (Business careless = Business.answering(200, "oui")) {
      SpaceDescriptor space =
          bench.space(
              Map.of(
                  "proxy.api.insi.url", careless.url(),
                  "proxy.api.insi.scopes", "insi",
                  "api.insi.scopes", "insi,autre"));
      Window window = bench.open(space);
      ProxyUser lps = new ProxyUser(space);
      lps.connect(People.DOCTOR, "lps-demo-mtls");
      bench.arm(space, fault, fault.endsWith("scope") ? Map.of("scope", "autre") : Map.of());
      lps.send("GET", "/send/insi/lps", "");

      assertThat(bench.close(space, window)).contains(rule);
    }
  }

  // A scope not named leaves the server to grant its own; the certificate is this software's own
  @ParameterizedTest
  @CsvSource({"proxy-autre-scope,lps-demo-mtls", "proxy-autre-certificat,lps-demo-mtls-2"})
  void anApiThatTakesACallThatNothingIsWrongWithIsJudgedClean(String fault, String software)
      throws Exception {
    try (Business api = Business.answering(200, "oui")) {
      SpaceDescriptor space = bench.space(Map.of("proxy.api.insi.url", api.url()));
      Window window = bench.open(space);
      ProxyUser lps = new ProxyUser(space);
      lps.connect(People.DOCTOR, software);
      bench.arm(space, fault, Map.of());

      assertThat(lps.send("GET", "/send/insi/lps", "").statusCode()).isEqualTo(200);
      assertThat(bench.close(space, window)).doesNotContain("PRX-API-03", "PRX-API-04");
    }
  }

  @Test
  void anOpaqueTokenOfAnotherServerIsNotJudgedByItsIntrospections() throws Exception {
    try (Business server =
        Business.answering(
            200, "{\"access_token\":\"opaque\",\"token_type\":\"Bearer\",\"expires_in\":3600}")) {
      SpaceDescriptor space =
          bench.space(
              Map.of(
                  "proxy.api.insi.url",
                  server.url(),
                  "proxy.api.insi.token-url",
                  server.url() + "/jeton"));
      Window window = bench.open(space);
      ProxyUser lps = new ProxyUser(space);
      lps.connect(People.DOCTOR, "lps-demo-mtls");

      assertThat(lps.send("GET", "/send/insi/lps", "").statusCode()).isEqualTo(200);
      assertThat(bench.close(space, window)).doesNotContain("PRX-API-02");
    }
  }

  @Test
  void anApiThatIntrospectsAndLooksAtWhatItReadsIsJudgedClean() throws Exception {
    AtomicReference<Introspecting> api = new AtomicReference<>();
    try (Business careful =
        Business.answering(
            (call, exchange) ->
                Business.answer(exchange, api.get().status(call.authorization()), ""))) {
      SpaceDescriptor space =
          bench.space(
              Map.of(
                  "proxy.api.insi.url", careful.url(),
                  "proxy.api.insi.scopes", "insi",
                  "api.insi.scopes", "insi,autre",
                  "api.insi.token-form", "opaque"));
      api.set(new Introspecting(space));
      Window window = bench.open(space);
      ProxyUser lps = new ProxyUser(space);
      lps.connect(People.DOCTOR, "lps-demo-mtls");

      assertThat(lps.send("GET", "/send/insi/lps", "").statusCode()).isEqualTo(200);
      assertThat(lps.send("GET", "/send/insi/lps", "").statusCode()).isEqualTo(200);
      bench.arm(space, "proxy-jeton-psc", Map.of());
      assertThat(lps.send("GET", "/send/insi/lps", "").statusCode()).isEqualTo(401);
      bench.arm(space, "proxy-autre-scope", Map.of("scope", "autre"));
      assertThat(lps.send("GET", "/send/insi/lps", "").statusCode()).isEqualTo(403);

      assertThat(bench.close(space, window)).isSubsetOf("API-SUI-01");
    }
  }

  @Test
  void anApiThatDoesNotIntrospectAnOpaqueTokenIsFoundOut() throws Exception {
    try (Business blind = Business.answering(200, "oui")) {
      SpaceDescriptor space =
          bench.space(Map.of("proxy.api.insi.url", blind.url(), "api.insi.token-form", "opaque"));
      Window window = bench.open(space);
      ProxyUser lps = new ProxyUser(space);
      lps.connect(People.DOCTOR, "lps-demo-mtls");
      lps.send("GET", "/send/insi/lps", "");

      assertThat(bench.close(space, window)).containsExactly("PRX-API-02");
    }
  }

  @Test
  void aServerThatExchangesAnExpiredTokenForAShortOneIsFoundOut() throws Exception {
    try (Business server =
        Business.answering(
            200, "{\"access_token\":\"x.y\",\"token_type\":\"Bearer\",\"expires_in\":60}")) {
      SpaceDescriptor space =
          bench.space(
              Map.of(
                  "proxy.api.insi.url",
                  server.url(),
                  "proxy.api.insi.token-url",
                  server.url() + "/jeton"));
      Window window = bench.open(space);
      ProxyUser lps = new ProxyUser(space);
      lps.connect(People.DOCTOR, "lps-demo-mtls");
      bench.bench().age(space.id(), new AgeRequest("PT3M"));
      bench.arm(space, "proxy-sans-rafraichir", Map.of());
      lps.send("GET", "/send/insi/lps", "");

      assertThat(bench.close(space, window)).contains("PRX-API-05", "PRX-API-06");
      assertThat(server.seen().get(0).body())
          .contains("grant-type%3Atoken-exchange", "subject_issuer=psc", "scope=insi", "cnf=");
    }
  }

  @Test
  void sendsNeitherScopeNorCnfAsTheExampleProxyWhenASettingSaysSo() throws Exception {
    try (Business server =
        Business.answering(200, "{\"access_token\":\"x.y\",\"expires_in\":3600}")) {
      SpaceDescriptor space =
          bench.space(
              Map.of(
                  "proxy.exchange",
                  "ans",
                  "proxy.api.insi.url",
                  server.url(),
                  "proxy.api.insi.token-url",
                  server.url() + "/jeton"));
      ProxyUser lps = new ProxyUser(space);
      lps.connect(People.DOCTOR, "lps-demo-mtls");
      lps.send("GET", "/send/insi/lps", "");

      assertThat(server.seen().get(0).body()).doesNotContain("scope=", "cnf=");
    }
  }

  /** An API that asks the authorization server of the bench about each token. */
  private static final class Introspecting {
    private final HttpClient http;
    private final URI server;

    Introspecting(SpaceDescriptor space) throws Exception {
      this.http = HttpClient.newBuilder().sslContext(Trust.of(space, "organisation")).build();
      this.server = URI.create(space.urls().get("api.insi.introspection"));
    }

    int status(String authorization) {
      String token = authorization.substring("Bearer ".length());
      try {
        HttpResponse<String> answer =
            http.send(
                HttpRequest.newBuilder(server)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(
                        BodyPublishers.ofString(
                            "client_id=proxy-demo-2&token=" + URLEncoder.encode(token, UTF_8)))
                    .build(),
                BodyHandlers.ofString());
        if (!answer.body().contains("\"active\":true")) {
          return 401;
        }
        return List.of(answer.body().split("\"")).contains("insi") && scope(answer).equals("insi")
            ? 200
            : 403;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    private static String scope(HttpResponse<String> answer) {
      return answer.body().replaceAll(".*\"scope\":\"([^\"]*)\".*", "$1");
    }
  }
}
