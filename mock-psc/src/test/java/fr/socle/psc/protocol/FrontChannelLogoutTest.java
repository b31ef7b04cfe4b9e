package fr.socle.psc.protocol;

import static fr.socle.psc.PscOnPaper.CONNECT;
import static fr.socle.psc.PscOnPaper.claims;
import static fr.socle.psc.PscOnPaper.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.Served;
import fr.socle.psc.PscOnPaper;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** OpenID Connect Front-Channel Logout 1.0. */
class FrontChannelLogoutTest {
  private static final String ADDRESS = "http://127.0.0.1:7/sortie?x=1";

  private final PscOnPaper psc = new PscOnPaper();

  // 2 and 3: the page renders <iframe src="frontchannel_logout_uri">, iss and sid added
  @Test
  void opensTheAddressOfTheClientInAFrameWithIssuerAndSession() {
    declare(Map.of());
    JsonNode tokens = psc.tokens();

    String page = text(logout(tokens, Map.of()));

    String sid = claims(tokens.get("id_token").asText()).get("sid").asText();
    assertThat(frame(page))
        .startsWith(ADDRESS + "&")
        .contains("sid=" + sid)
        .contains("iss=https%3A%2F%2Flocalhost%3A8441%2Fauth%2Frealms%2Fesante-wallet");
  }

  @Test
  void namesNeitherToAClientThatDoesNotWantThem() {
    declare(Map.of("frontchannel_logout_session_required", "false"));

    assertThat(frame(text(logout(psc.tokens(), Map.of())))).isEqualTo(ADDRESS);
  }

  @Test
  void bringsTheBrowserBackAfterTheFrames() {
    declare(Map.of());

    Served served =
        logout(
            psc.tokens(),
            Map.of("post_logout_redirect_uri", "http://127.0.0.1:7/fin", "state", "a&b"));

    assertThat(served.answer().status()).isEqualTo(200);
    assertThat(text(served)).contains("href=\"http://127.0.0.1:7/fin?state=a%26b\"");
    assertThat(served.answer().headers().first("Set-Cookie").orElseThrow()).contains("Max-Age=0");
  }

  @Test
  void showsThePageInTheState() {
    declare(Map.of());

    logout(psc.tokens(), Map.of());

    assertThat(psc.state().logouts())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.channel()).isEqualTo("navigateur");
              assertThat(notice.status()).isEqualTo("page");
            });
  }

  @Test
  void framesNothingForAClientThatDeclaredNothing() {
    assertThat(text(logout(psc.tokens(), Map.of()))).doesNotContain("<iframe");
  }

  private void declare(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("frontchannel_logout_uri", ADDRESS);
    psc.control(
        "clients",
        new ClientRequest(
            "lps-demo",
            psc.secret(),
            "client_secret_basic",
            null,
            List.of(PscOnPaper.REDIRECT),
            List.of("http://127.0.0.1:7/fin"),
            settings));
  }

  private static String frame(String page) {
    int start = page.indexOf("<iframe src=\"") + "<iframe src=\"".length();
    assertThat(start).isGreaterThan("<iframe src=\"".length());
    return page.substring(start, page.indexOf('"', start)).replace("&amp;", "&");
  }

  private Served logout(JsonNode tokens, Map<String, String> more) {
    Map<String, String> parameters = new LinkedHashMap<>(more);
    parameters.put("id_token_hint", tokens.get("id_token").asText());
    return psc.back("GET", CONNECT + "logout?" + PscOnPaper.encode(parameters), Headers.none(), "");
  }
}
