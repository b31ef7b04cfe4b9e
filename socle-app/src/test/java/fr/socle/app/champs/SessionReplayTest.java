package fr.socle.app.champs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.app.champs.SessionReplay.Played;
import fr.socle.app.champs.SessionScript.Said;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.TlsFacts;
import fr.socle.bench.session.Told;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SessionReplayTest {
  private static final TlsFacts TLS = new TlsFacts("TLSv1.3", "TLS_AES_256_GCM_SHA384", List.of());
  private static final Hotline SERVICE = new Hotline("hello\r\n");

  private static List<Played> say(String... lines) {
    List<Said> said =
        Stream.of(lines)
            .map(
                line ->
                    new Said(
                        Hotline.exchange(1, "x", null),
                        line.getBytes(StandardCharsets.US_ASCII),
                        false))
            .toList();
    return SessionReplay.all(SERVICE, new SessionScript(TLS, said), RequestFaults.none());
  }

  private static Told told(Played played) {
    Told told = played.told();
    assertThat(told).isNotNull();
    return told;
  }

  @Test
  void saysEachExchangeAndOpensTlsWhenTheServiceDoes() {
    List<Played> played = say("A b\r\n", "TLS\r\n", "C\r\n", "BYE\r\n");
    assertThat(played)
        .extracting(each -> told(each).transaction() + " " + told(each).message())
        .containsExactly("A clair", "TLS clair", "C TLSv1.3", "BYE TLSv1.3");
  }

  @Test
  void saysNothingOnceTheSessionIsOver() {
    assertThat(say("BYE\r\n", "A\r\n")).hasSize(1);
  }

  @Test
  void knowsWhereTheMessageBegins() {
    List<Played> played = say("DATA\r\nfrom me\r\n.\r\n");
    assertThat(told(played.get(0)).transaction()).isEqualTo("message");
    assertThat(played.get(0).message()).isEqualTo("DATA\r\n".length());
    assertThat(say("A\r\n").get(0).message()).isNegative();
  }

  @Test
  void anExchangeThatIsNotFinishedTellsNothing() {
    assertThat(say("DATA\r\n").get(0).told()).isNull();
  }

  @Test
  void aSessionThatEndsWithoutAWordIsAFailure() {
    assertThatThrownBy(() -> say("MUTE\r\n")).hasMessageContaining("without a word");
  }
}
