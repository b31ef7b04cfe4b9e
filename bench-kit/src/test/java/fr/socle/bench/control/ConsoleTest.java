package fr.socle.bench.control;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.SpaceRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  private final FakeBench bench = new FakeBench();
  private ControlServer server;
  private Wire wire;

  @BeforeEach
  void start() {
    server = ControlServer.start(bench, ControlOptions.loopback());
    wire = new Wire(server.address());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void saysThatNoSpaceIsOpen() {
    HttpResponse<String> page = wire.get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    assertThat(page.body()).contains("Aucun espace").doesNotContain("<script");
  }

  @Test
  void showsTheAddressesOfEachSpaceAndFollowsOne() {
    bench.createSpace(new SpaceRequest("Premier", null, null));
    bench.createSpace(new SpaceRequest("Second", null, null));
    assertThat(wire.get("/").body())
        .contains("psc.discovery")
        .contains("https://localhost:8441/d?a=1&amp;b=2")
        .contains("/tmp/ca.pem")
        .contains("data-echanges=\"/control/v1/spaces/e1/exchanges\"")
        .contains("href=\"/?espace=e2\"");
    assertThat(wire.get("/?espace=e2").body())
        .contains("data-echanges=\"/control/v1/spaces/e2/exchanges\"")
        .contains("href=\"/?espace=e1\"");
  }

  @Test
  void escapesTheNamesThatPeopleGive() {
    bench.createSpace(new SpaceRequest("<img src=x onerror=alert('1')> \"&", null, null));
    assertThat(wire.get("/").body())
        .contains("&lt;img src=x onerror=alert(&#39;1&#39;)&gt; &quot;&amp;")
        .doesNotContain("<img");
  }

  @Test
  void letsOnlyItsOwnScriptAndStyleRunAndLoadsNothingElse() throws Exception {
    bench.createSpace(new SpaceRequest(null, null, null));
    HttpResponse<String> page = wire.get("/");
    String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
    assertThat(policy).startsWith("default-src 'none'").doesNotContain("unsafe");
    for (String element : new String[] {"script", "style"}) {
      Matcher own =
          Pattern.compile("<" + element + ">(.*?)</" + element + ">", Pattern.DOTALL)
              .matcher(page.body());
      assertThat(own.find()).isTrue();
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(own.group(1).getBytes(StandardCharsets.UTF_8));
      assertThat(policy)
          .contains(element + "-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
      assertThat(own.find()).isFalse();
    }
    assertThat(page.body()).doesNotContainPattern("(src|href)=\"(https?:)?//");
    assertThat(page.body()).doesNotContain("innerHTML");
  }
}
