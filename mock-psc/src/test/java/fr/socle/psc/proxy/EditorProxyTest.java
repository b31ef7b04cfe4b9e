package fr.socle.psc.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.Window;
import fr.socle.psc.People;
import fr.socle.psc.proxy.TinyProxy.Flaw;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An editor's proxy in the place of the bench's: the bench is behind it, and before it. */
class EditorProxyTest {
  private static ProxyBench bench;

  @BeforeAll
  static void start(@TempDir Path pki) {
    bench = new ProxyBench(pki);
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @Test
  void aCorrectProxyOfAnEditorIsJudgedCleanOnBothSides() throws Exception {
    try (Business insi = Business.answering(200, "<reponse/>");
        TinyProxy editor = new TinyProxy()) {
      assertThat(rules(editor, insi)).isEmpty();
      assertThat(insi.seen()).hasSize(1);
      assertThat(insi.seen().get(0).body()).isEqualTo("<demande/>");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LOGS_IN_AGAIN,PRX-01",
    "SAYS_401_TO_STRANGERS,PRX-05",
    "NEVER_LOGS_OUT,PRX-06",
    "LOGS_OUT_EVERYBODY_TWICE,PRX-06",
    "KEEPS_ENDED_SESSIONS,PRX-07",
    "FORGETS_TRACES,PRX-09",
    "SENDS_THE_PSC_TOKEN,API-APP-02",
    "CALLS_WITH_ANOTHER_CERTIFICATE,API-APP-03",
    "ANNOUNCES_NO_THUMBPRINT,API-CNF-01"
  })
  void aFlawOfAnEditorsProxyIsFound(Flaw flaw, String rule) throws Exception {
    try (Business insi = Business.answering(200, "<reponse/>");
        TinyProxy editor = new TinyProxy(flaw)) {
      assertThat(rules(editor, insi)).contains(rule);
    }
  }

  private static List<String> rules(TinyProxy editor, Business insi) throws Exception {
    SpaceDescriptor space =
        bench.space(Map.of("proxy.url", editor.url(), "api.insi.upstream", insi.url()));
    editor.configure(space);
    Window window = bench.open(space);
    Instant start = Instant.now().minusSeconds(5);
    ProxyUser lps = new ProxyUser(space);
    lps.connect(People.DOCTOR, "inconnu-du-proxy");
    String session =
        ProxyUser.json(lps.connect(People.DOCTOR, "lps-demo-mtls"))
            .path("proxy_session_id")
            .asText();
    lps.connect(People.DOCTOR, "lps-demo-mtls");
    lps.send("POST", "/send/insi/lps", "<demande/>");
    lps.keepCookie(session);
    lps.disconnect();
    lps.disconnect();
    lps.send("GET", "/traces?start=" + start, "");
    return bench.close(space, window);
  }
}
