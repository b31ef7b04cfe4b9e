package fr.socle.psc.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.client.api.ProxyCallAnswer;
import fr.socle.bench.client.api.ProxyCallRequest;
import fr.socle.bench.client.api.ProxyRelay;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.psc.People;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An editor's proxy put in the place of the bench's for one window, and called by the bench. */
class StandInTest {
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
  void theEditorsProxyAnswersUntilTheWindowCloses() throws Exception {
    SpaceDescriptor space = bench.space(Map.of());
    try (TinyProxy editor = new TinyProxy().configure(space)) {
      Window window = bench.open(space);
      bench.control(space, "proxy-relay", new ProxyRelay(editor.url() + "/"));

      ProxyCallAnswer opened = connect(space, "lps-demo-mtls", null);
      assertThat(opened.status()).isEqualTo(200);
      assertThat(opened.body()).contains(String.valueOf(opened.cookie()));
      assertThat(connect(space, "lps-demo-mtls", opened.cookie()).status()).isEqualTo(304);
      assertThat(call(space, "DELETE", "/disconnect", opened.cookie()).status()).isEqualTo(200);
      assertThat(call(space, "DELETE", "/disconnect", opened.cookie()).status()).isEqualTo(401);
      assertThat(bench.close(space, window)).isEmpty();

      bench.open(space);
      assertThat(call(space, "GET", "/traces?start=2020-01-01T00:00:00Z", null).body())
          .isEqualTo("[]");
    }
  }

  @Test
  void theBenchsOwnProxyPresentsTheCertificateOfTheSecondSoftware() {
    SpaceDescriptor space = bench.space(Map.of());
    bench.open(space);

    assertThat(connect(space, "lps-demo-mtls-2", null).status()).isEqualTo(200);
  }

  @Test
  void whatCannotBeCalledIsRefused() {
    SpaceDescriptor space = bench.space(Map.of());

    assertThatThrownBy(() -> bench.control(space, "proxy-relay", new ProxyRelay("ftp://a")))
        .isInstanceOf(InvalidControlRequestException.class);
    assertThatThrownBy(() -> call(space, "TRACE", "/connect", null))
        .isInstanceOf(InvalidControlRequestException.class);
    assertThatThrownBy(() -> call(space, "GET", "@elsewhere/", null))
        .isInstanceOf(InvalidControlRequestException.class);
  }

  private static ProxyCallAnswer connect(
      SpaceDescriptor space, String software, @Nullable String cookie) {
    return (ProxyCallAnswer)
        bench.control(
            space,
            "proxy-call",
            new ProxyCallRequest(
                "POST",
                "/connect",
                cookie,
                "application/json",
                "{\"nationalId\":\""
                    + People.DOCTOR
                    + "\",\"bindingMessage\":\"07\",\"clientId\":\""
                    + software
                    + "\",\"channel\":\"MOBILE\"}"));
  }

  private static ProxyCallAnswer call(
      SpaceDescriptor space, String method, String target, @Nullable String cookie) {
    return (ProxyCallAnswer)
        bench.control(
            space, "proxy-call", new ProxyCallRequest(method, target, cookie, null, null));
  }
}
