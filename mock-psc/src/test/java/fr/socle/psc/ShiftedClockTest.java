package fr.socle.psc;

import static fr.socle.psc.WireBrowser.json;
import static fr.socle.psc.WireBrowser.request;
import static fr.socle.psc.WireSpace.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.FaultRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fault {@code horloge-decalee} as a client sees it: one clock, wrong everywhere. */
class ShiftedClockTest {
  // The machine may be slow between the answer and the test
  private static final long SLACK = 30;

  private static Bench bench;

  private WireSpace space;
  private WireBrowser browser;

  @BeforeAll
  static void start(@TempDir Path pki) {
    bench = Bench.start(BenchOptions.builder().services(new PscMock()).pkiDirectory(pki).build());
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @BeforeEach
  void open() throws Exception {
    space = new WireSpace(bench);
    browser = space.browser();
    space.logsIn(People.DOCTOR);
  }

  private static void isShifted(long seconds, long by) {
    assertThat(seconds).isCloseTo(Instant.now().getEpochSecond() + by, within(SLACK));
  }

  private static long date(HttpResponse<?> answer) {
    return ZonedDateTime.parse(
            answer.headers().firstValue("Date").orElseThrow(), DateTimeFormatter.RFC_1123_DATE_TIME)
        .toEpochSecond();
  }

  private void shift(long by, Integer times, String clientId) {
    Object unused =
        bench.armFault(
            space.descriptor.id(),
            new FaultRequest(
                "psc",
                "horloge-decalee",
                Map.of("secondes", String.valueOf(by)),
                times,
                null,
                null,
                clientId));
  }

  @ParameterizedTest
  @ValueSource(longs = {600, -600})
  void isSeenInEveryTokenAndInTheDateOfEveryAnswer(long by) throws Exception {
    shift(by, null, null);

    HttpResponse<String> back = browser.authorize(request());
    isShifted(date(back), by);
    HttpResponse<String> answer = browser.exchange(WireBrowser.returned(back).get("code"));
    isShifted(date(answer), by);
    JsonNode tokens = json(answer);
    for (String token : new String[] {"id_token", "access_token", "refresh_token"}) {
      JsonNode claims = PscOnPaper.claims(text(tokens, token));
      isShifted(claims.get("iat").asLong(), by);
      assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).as(token).isPositive();
    }
    isShifted(PscOnPaper.claims(text(tokens, "id_token")).get("auth_time").asLong(), by);
    HttpResponse<String> userinfo = browser.userinfo(text(tokens, "access_token"));
    assertThat(userinfo.statusCode()).isEqualTo(200);
    isShifted(date(userinfo), by);
    isShifted(date(browser.get(browser.url("psc.discovery"))), by);
    JsonNode renewed =
        json(
            browser.token(
                Map.of(
                    "grant_type",
                    "refresh_token",
                    "refresh_token",
                    text(tokens, "refresh_token"))));
    isShifted(PscOnPaper.claims(text(renewed, "access_token")).get("iat").asLong(), by);
  }

  @Test
  void isSeenInTheLogoutToken() throws Exception {
    try (ToldParty party = new ToldParty()) {
      space.run("clients", party.client("lps-demo", space.secret(), Map.of()));
      JsonNode tokens = browser.tokens(request());
      shift(-600, null, null);

      isShifted(
          date(browser.get(space.url("psc.logout") + "?id_token_hint=" + text(tokens, "id_token"))),
          -600);

      JsonNode claims = PscOnPaper.claims(party.token(0));
      isShifted(claims.get("iat").asLong(), -600);
      assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(120);
    }
  }

  @Test
  void waitsForTheTokensWhenItIsArmedForOneExchange() throws Exception {
    shift(600, 1, null);

    isShifted(date(browser.get(browser.url("psc.discovery"))), 0);
    isShifted(
        PscOnPaper.claims(text(browser.tokens(request()), "refresh_token")).get("iat").asLong(),
        600);

    assertThat(space.last("PSC token").faults()).containsExactly("horloge-decalee");
    isShifted(
        PscOnPaper.claims(text(browser.tokens(request()), "id_token")).get("iat").asLong(), 0);
  }

  @Test
  void isSeenByTheClientItIsArmedForAlone() throws Exception {
    shift(600, null, "lps-demo-mtls");

    isShifted(
        PscOnPaper.claims(text(browser.tokens(request()), "id_token")).get("iat").asLong(), 0);

    WireBrowser other = new WireBrowser(space.descriptor, "psc-client");
    HttpResponse<String> back = other.authorize(request("client_id", "lps-demo-mtls"));
    isShifted(date(back), 600);
    Map<String, String> form =
        new java.util.LinkedHashMap<>(PscOnPaper.codeForm(WireBrowser.returned(back).get("code")));
    form.put("client_id", "lps-demo-mtls");
    HttpResponse<String> answer = other.post(space.url("psc.token"), form);
    isShifted(PscOnPaper.claims(text(json(answer), "id_token")).get("iat").asLong(), 600);
  }
}
