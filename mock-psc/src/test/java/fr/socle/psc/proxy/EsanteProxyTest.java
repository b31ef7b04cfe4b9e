package fr.socle.psc.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.spi.Settings;
import fr.socle.psc.People;
import fr.socle.psc.SettableClock;
import fr.socle.psc.proxy.service.ApiRoute;
import fr.socle.psc.proxy.service.ConnectOutcome;
import fr.socle.psc.proxy.service.ConnectOutcome.Kind;
import fr.socle.psc.proxy.service.ConnectRequest;
import fr.socle.psc.proxy.service.EsanteProxy;
import fr.socle.psc.proxy.service.ProxySession;
import fr.socle.psc.proxy.service.ProxySettings;
import fr.socle.psc.proxy.service.ServiceRefusal;
import fr.socle.psc.proxy.service.Software;
import fr.socle.psc.proxy.service.TokenKeeper.SessionOver;
import fr.socle.psc.service.SpaceTime;
import fr.socle.psc.service.Unguessable;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the proxy, without any wire. */
class EsanteProxyTest {
  private final SettableClock clock = new SettableClock();
  private final SpaceTime time = new SpaceTime(clock);
  private final FakePsc psc = new FakePsc(time);
  private final FakeApis apis = new FakeApis(time);
  private final List<Duration> pauses = new ArrayList<>();
  private final ApiRoute insi = new ApiRoute("insi", "u", "t", List.of("insi"), false, true);
  private final EsanteProxy proxy =
      new EsanteProxy(
          ProxySettings.read(
              new Settings(
                  Map.of(
                      "proxy.api.insi.url", "https://localhost/api",
                      "proxy.api.insi.token-url", "https://localhost/jeton")),
              List.of(insi)),
          time,
          new Unguessable(new SecureRandom()),
          List.of(
              new Software("lps-a", "lps-a", null, "psc-client", "proxy-demo"),
              new Software("lps-b", "lps-b", null, "organisation", "proxy-demo-2")),
          psc,
          apis,
          clock,
          duration -> {
            pauses.add(duration);
            clock.advance(duration);
            return true;
          });

  @Test
  void waitsForTheUserAtThePaceThatProSanteConnectAsks() {
    psc.refuses(400, "authorization_pending").refuses(400, "slow_down");

    assertThat(connect("lps-a").kind()).isEqualTo(Kind.CONNECTED);
    assertThat(pauses)
        .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10));
    assertThat(psc.calls)
        .containsExactly(
            "begin " + People.DOCTOR + " 42 MOBILE psc-client",
            "poll demande",
            "poll demande",
            "poll demande",
            "whose");
  }

  @Test
  void stopsAtTheFirstFinalRefusal() {
    psc.refuses(400, "authorization_pending").refuses(400, "access_denied");

    ConnectOutcome outcome = connect("lps-a");

    assertThat(outcome.status()).isEqualTo(401);
    assertThat(outcome.message()).isEqualTo("400 - access_denied : pourquoi");
    assertThat(psc.calls).filteredOn(call -> call.startsWith("poll")).hasSize(2);
  }

  @Test
  void stopsWhenTheRequestExpires() {
    for (int i = 0; i < 30; i++) {
      psc.refuses(400, "authorization_pending");
    }

    assertThat(connect("lps-a").message()).startsWith("400 - expired_token");
    assertThat(psc.calls).filteredOn(call -> call.startsWith("poll")).hasSize(23);
  }

  @ParameterizedTest
  @CsvSource({"502", "503", "504"})
  void passesAnOutageThroughWithoutMessage(int status) {
    psc.refuses(status, "");

    ConnectOutcome outcome = connect("lps-a");

    assertThat(outcome.status()).isEqualTo(status);
    assertThat(outcome.message()).isNull();
  }

  @Test
  void refusesTheSessionOfAnotherPerson() {
    psc.user = People.NURSE;

    assertThat(connect("lps-a").status()).isEqualTo(401);
    assertThat(psc.calls).contains("logout identite1");
    assertThat(proxy.sessions().all()).isEmpty();
  }

  @Test
  void answersAReplayWithoutCallingAnybody() {
    ProxySession session = connect("lps-a").session();
    psc.calls.clear();

    ConnectOutcome replay =
        proxy.connect().connect(new ConnectRequest(null, null, null, null), session.id());

    assertThat(replay.kind()).isEqualTo(Kind.REPLAYED);
    assertThat(replay.status()).isEqualTo(304);
    assertThat(psc.calls).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    ",42,lps-a,MOBILE,400",
    "899990000012,,lps-a,MOBILE,400",
    "899990000012,4,lps-a,MOBILE,400",
    "899990000012,ab,lps-a,MOBILE,400",
    "899990000012,42,,MOBILE,400",
    "899990000012,42,lps-a,,400",
    "899990000012,42,lps-a,mobile,400",
    "899990000012,42,inconnu,MOBILE,404"
  })
  void refusesWhatIsMissingOrUnknownWithoutCallingAnybody(
      String who, String binding, String clientId, String channel, int status) {
    ConnectOutcome outcome =
        proxy.connect().connect(new ConnectRequest(who, binding, clientId, channel), null);

    assertThat(outcome.status()).isEqualTo(status);
    assertThat(outcome.message()).isNotBlank();
    assertThat(psc.calls).isEmpty();
  }

  @Test
  void keepsOneSessionAUserAndSoftware() {
    ProxySession first = connect("lps-a").session();
    ProxySession other = connect("lps-b").session();
    ProxySession again = connect("lps-a").session();

    assertThat(proxy.sessions().all()).containsExactlyInAnyOrder(other, again);
    assertThat(proxy.sessions().find(first.id())).isEmpty();
    assertThat(psc.calls).contains("begin " + People.DOCTOR + " 42 MOBILE organisation");
  }

  @Test
  void endsASessionAfterFourHours() {
    ProxySession session = connect("lps-a").session();

    time.age(Duration.ofSeconds(14_399));
    assertThat(proxy.sessions().find(session.id())).isPresent();
    time.age(Duration.ofSeconds(1));
    assertThat(proxy.sessions().find(session.id())).isEmpty();
  }

  @Test
  void logsOutOnceAndOnlyOnce() {
    ProxySession session = connect("lps-a").session();

    assertThat(proxy.connect().disconnect(session.id())).isEqualTo(session);
    assertThat(proxy.connect().disconnect(session.id())).isNull();
    assertThat(psc.calls).filteredOn(call -> call.startsWith("logout")).hasSize(1);
  }

  @Test
  void endsTheLocalSessionEvenWhenProSanteConnectRefusesTheLogout() {
    ProxySession session = connect("lps-a").session();
    psc.refuses(503, "");

    assertThat(proxy.connect().disconnect(session.id())).isEqualTo(session);
    assertThat(proxy.sessions().all()).isEmpty();
  }

  @Test
  void exchangesOnceThenKeepsTheTokenOfTheApi() throws Exception {
    ProxySession session = connect("lps-a").session();

    assertThat(proxy.tokens().tokenFor(session, insi).token()).isEqualTo("api1");
    assertThat(proxy.tokens().tokenFor(session, insi).token()).isEqualTo("api1");
    assertThat(apis.calls).containsExactly("exchange insi acces1 [insi]");
  }

  @Test
  void refreshesAnExpiredTokenBeforeTheExchange() throws Exception {
    ProxySession session = connect("lps-a").session();
    time.age(Duration.ofMinutes(3));

    proxy.tokens().tokenFor(session, insi);

    assertThat(psc.calls).contains("refresh rafraichir1");
    assertThat(apis.calls).containsExactly("exchange insi acces2 [insi]");
  }

  @Test
  void renewsTheTokenOfTheApiAndExchangesAgainWhenThatFails() throws Exception {
    ProxySession session = connect("lps-a").session();
    proxy.tokens().tokenFor(session, insi);
    time.age(Duration.ofMinutes(11));
    assertThat(proxy.tokens().tokenFor(session, insi).token()).isEqualTo("api2");
    time.age(Duration.ofMinutes(11));
    apis.refusals.add(new ServiceRefusal(400, "invalid_grant", ""));

    assertThat(proxy.tokens().tokenFor(session, insi).token()).isEqualTo("api3");
    assertThat(apis.calls)
        .containsExactly(
            "exchange insi acces1 [insi]",
            "refresh insi renouveler1",
            "refresh insi renouveler2",
            "exchange insi acces2 [insi]");
  }

  @Test
  void endsTheSessionThatCannotBeRefreshed() {
    ProxySession session = connect("lps-a").session();
    time.age(Duration.ofMinutes(3));
    psc.refuses(400, "invalid_grant");

    assertThatThrownBy(() -> proxy.tokens().tokenFor(session, insi))
        .isInstanceOf(SessionOver.class);
    assertThat(proxy.sessions().all()).isEmpty();
  }

  @Test
  void keepsTheSessionWhenProSanteConnectIsDown() {
    ProxySession session = connect("lps-a").session();
    time.age(Duration.ofMinutes(3));
    psc.refuses(503, "");

    assertThatThrownBy(() -> proxy.tokens().tokenFor(session, insi))
        .isInstanceOf(ServiceRefusal.class);
    assertThat(proxy.sessions().all()).hasSize(1);
  }

  private ConnectOutcome connect(String clientId) {
    return proxy
        .connect()
        .connect(new ConnectRequest(People.DOCTOR, "42", clientId, "MOBILE"), null);
  }
}
