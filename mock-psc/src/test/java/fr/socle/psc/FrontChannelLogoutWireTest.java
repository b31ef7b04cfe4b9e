package fr.socle.psc;

import static fr.socle.psc.PscOnPaper.claims;
import static fr.socle.psc.WireBrowser.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import fr.socle.bench.spi.InvalidControlRequestException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect Front-Channel Logout 1.0, for a provider, over the real wire. */
class FrontChannelLogoutWireTest extends StandardOnTheWire {
  private static final String FIRST = "http://127.0.0.1:51234/sortie";
  private static final String SECOND = "https://127.0.0.1:51235/sortie?service=2";
  private static final Pattern FRAME = Pattern.compile("<iframe src=\"([^\"]+)\"");

  // 3
  @Test
  void announcesItWithSessions() throws Exception {
    assertThat(provider().supportsFrontChannelLogout()).isTrue();
    assertThat(provider().supportsFrontChannelLogoutSession()).isTrue();
  }

  // 2: the address is absolute; it may have port, path and query, and has no fragment
  @ParameterizedTest
  @ValueSource(strings = {"/sortie", "http://127.0.0.1:7/sortie#ici", "javascript:alert(1)"})
  void takesNoOtherAddressThanTheStandardAllows(String address) {
    Map<String, String> settings = Map.of("frontchannel_logout_uri", address);

    assertThatThrownBy(() -> declares("lps-demo", browser().secret(), settings))
        .isInstanceOf(InvalidControlRequestException.class);
  }

  // 2 and 3: a frame for the address of each client of the session; its query is kept
  @Test
  void framesTheAddressOfEachClientOfTheSessionAndOfNoOther() throws Exception {
    declares("lps-demo", browser().secret(), Map.of("frontchannel_logout_uri", FIRST));
    declares("second", "un-secret-assez-long", Map.of("frontchannel_logout_uri", SECOND));
    declares("absent", "un-secret-assez-long", Map.of("frontchannel_logout_uri", FIRST + "/a"));
    declares("muet", "un-secret-assez-long", Map.of());
    String idToken = login();
    for (String other : List.of("second", "muet")) {
      browser().authorize(request("client_id", other));
    }

    List<String> frames = frames(logout(idToken));

    assertThat(frames).hasSize(2);
    assertThat(frames).anyMatch(frame -> frame.startsWith(FIRST + "?"));
    assertThat(frames)
        .filteredOn(frame -> frame.startsWith(SECOND))
        .singleElement()
        .satisfies(frame -> assertThat(query(frame)).containsEntry("service", "2"));
  }

  // 3: iss and sid, together, and those of the ID token
  @Test
  void namesIssuerAndSessionToEachClient() throws Exception {
    declares("lps-demo", browser().secret(), Map.of("frontchannel_logout_uri", SECOND));
    String idToken = login();

    Map<String, String> query = query(frames(logout(idToken)).get(0));

    assertThat(query)
        .containsEntry("iss", claims(idToken).get("iss").asText())
        .containsEntry("sid", claims(idToken).get("sid").asText());
  }

  // 2: neither without the other
  @Test
  void namesNeitherWhenTheClientWantsNone() throws Exception {
    declares(
        "lps-demo",
        browser().secret(),
        Map.of("frontchannel_logout_uri", FIRST, "frontchannel_logout_session_required", "false"));

    assertThat(frames(logout(login()))).containsExactly(FIRST);
  }

  // 3: two sessions of one person have two sids
  @Test
  void givesEachSessionAnIdentifierOfItsOwn() throws Exception {
    String first = claims(login()).get("sid").asText();
    String second =
        claims(new WireBrowser(space()).tokens(request()).get("id_token").asText())
            .get("sid")
            .asText();

    assertThat(second).isNotEqualTo(first);
  }

  // 3 and 4.1: nothing in the page of the provider forbids the frames of other sites
  @Test
  void letsTheFramesOfOtherSitesLoad() throws Exception {
    declares("lps-demo", browser().secret(), Map.of("frontchannel_logout_uri", SECOND));

    HttpResponse<String> page = logout(login());

    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(page.headers().firstValue("Content-Security-Policy")).isEmpty();
    assertThat(page.headers().firstValue("Cross-Origin-Embedder-Policy")).isEmpty();
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
  }

  // 3 with RP-Initiated Logout 3: the return waits until the frames are loaded
  @Test
  void putsTheReturnAfterTheFrames() throws Exception {
    declares("lps-demo", browser().secret(), Map.of("frontchannel_logout_uri", FIRST));
    Map<String, String> form = new LinkedHashMap<>();
    form.put("id_token_hint", login());
    form.put("post_logout_redirect_uri", PscOnPaper.REDIRECT);
    form.put("state", "e-1");

    HttpResponse<String> page =
        browser().get(browser().url("psc.logout") + "?" + PscOnPaper.encode(form));

    assertThat(page.headers().firstValue("Location")).isEmpty();
    assertThat(page.body().indexOf("<iframe")).isPositive();
    assertThat(page.body().indexOf("href=\"" + PscOnPaper.REDIRECT + "?state=e-1\""))
        .isGreaterThan(page.body().indexOf("<iframe"));
  }

  private String login() throws Exception {
    return browser().tokens(request()).get("id_token").asText();
  }

  private HttpResponse<String> logout(String idToken) throws Exception {
    return browser()
        .get(
            browser().url("psc.logout")
                + "?"
                + PscOnPaper.encode(Map.of("id_token_hint", idToken)));
  }

  private static List<String> frames(HttpResponse<String> page) {
    return FRAME
        .matcher(page.body())
        .results()
        .map(found -> found.group(1).replace("&amp;", "&"))
        .toList();
  }

  private static Map<String, String> query(String address) {
    Map<String, String> query = new LinkedHashMap<>();
    URLUtils.parseParameters(URI.create(address).getRawQuery())
        .forEach((name, values) -> query.put(name, values.get(0)));
    return query;
  }
}
