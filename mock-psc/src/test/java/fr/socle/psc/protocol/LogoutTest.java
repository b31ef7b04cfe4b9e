package fr.socle.psc.protocol;

import static fr.socle.psc.PscOnPaper.CONNECT;
import static fr.socle.psc.PscOnPaper.location;
import static fr.socle.psc.PscOnPaper.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.Served;
import fr.socle.psc.PscOnPaper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LogoutTest {
  private static final Pattern TICKET = Pattern.compile("name=\"session_code\" value=\"([^\"]+)\"");

  private final PscOnPaper psc = new PscOnPaper();
  private final JsonNode tokens = psc.tokens();

  @Test
  void endsTheSessionAndBringsTheBrowserBack() {
    Served served =
        logout(hint("post_logout_redirect_uri", "http://127.0.0.1:7/fin?a=1", "state", "é t"));

    assertThat(location(served)).isEqualTo("http://127.0.0.1:7/fin?a=1&state=%C3%A9%20t");
    assertEnded();
    assertThat(served.answer().headers().first("Set-Cookie").orElseThrow()).contains("Max-Age=0");
  }

  @Test
  void endsTheSessionOfAServersPost() {
    Served served = psc.post("logout", hint(), Headers.none());

    assertThat(served.answer().status()).isEqualTo(200);
    assertEnded();
  }

  @Test
  void asksForALoginAfterwards() {
    logout(hint());

    assertThat(psc.authorize(PscOnPaper.requestWith("prompt", "none")))
        .satisfies(
            served ->
                assertThat(PscOnPaper.returned(served)).containsEntry("error", "login_required"));
  }

  @Test
  void takesAnExpiredHint() {
    psc.clock.advance(Duration.ofMinutes(20));

    assertThat(logout(hint()).answer().status()).isEqualTo(200);
    assertEnded();
  }

  @Test
  void doesNotMindASessionThatIsOver() {
    logout(hint());

    assertThat(logout(hint()).answer().status()).isEqualTo(200);
  }

  @Test
  void endsNothingWhenTheReturnAddressIsNotDeclared() {
    Served served = logout(hint("post_logout_redirect_uri", "https://exemple.invalid/fin"));

    assertThat(served.answer().status()).isEqualTo(400);
    assertThat(served.answer().headers().first("Location")).isEmpty();
    assertThat(psc.state().sessions().get(0).active()).isTrue();
  }

  @Test
  void endsNothingForAForeignHint() {
    for (String hint :
        List.of(
            tokens.get("id_token").asText() + "x",
            tokens.get("access_token").asText(),
            "eyJhbGciOiJub25lIn0.e30.")) {
      Served served = logout(Map.of("id_token_hint", hint));
      assertThat(served.answer().status()).isEqualTo(400);
      assertThat(served.refusal()).isNotNull();
    }
    assertThat(psc.state().sessions().get(0).active()).isTrue();
  }

  @Test
  void endsNothingForTheHintOfAnotherClient() {
    psc.control(
        "clients",
        new ClientRequest(
            "autre",
            "un-secret-assez-long",
            "client_secret_basic",
            null,
            List.of(PscOnPaper.REDIRECT),
            List.of(),
            null));

    assertThat(logout(hint("client_id", "autre")).answer().status()).isEqualTo(400);
    assertThat(psc.state().sessions().get(0).active()).isTrue();
  }

  @Test
  void asksTheUserToConfirmWithoutHint() {
    Served page = logout(Map.of());
    Matcher ticket = TICKET.matcher(text(page));
    assertThat(ticket.find()).isTrue();
    assertThat(psc.state().sessions().get(0).active()).isTrue();

    psc.post("logout", Map.of("session_code", ticket.group(1)), Headers.none());

    assertEnded();
    assertThat(
            psc.post("logout", Map.of("session_code", ticket.group(1)), Headers.none())
                .answer()
                .status())
        .isEqualTo(400);
  }

  @Test
  void givesTheStateBackAfterTheConfirmation() {
    Served page =
        logout(
            Map.of(
                "client_id",
                "lps-demo",
                "post_logout_redirect_uri",
                "http://127.0.0.1:7/fin",
                "state",
                "s-1"));
    Matcher ticket = TICKET.matcher(text(page));
    assertThat(ticket.find()).isTrue();

    Served served = psc.post("logout", Map.of("session_code", ticket.group(1)), Headers.none());

    assertThat(location(served)).isEqualTo("http://127.0.0.1:7/fin?state=s-1");
  }

  @Test
  void goesNowhereWithoutHintNorClient() {
    assertThat(
            logout(Map.of("post_logout_redirect_uri", "http://127.0.0.1:7/fin")).answer().status())
        .isEqualTo(400);
  }

  private void assertEnded() {
    assertThat(psc.state().sessions().get(0).active()).isFalse();
    assertThat(psc.userinfo(tokens.get("access_token").asText()).answer().status()).isEqualTo(401);
    assertThat(psc.refresh(tokens.get("refresh_token").asText()).answer().status()).isEqualTo(400);
  }

  private Served logout(Map<String, String> parameters) {
    return psc.back("GET", CONNECT + "logout?" + PscOnPaper.encode(parameters), Headers.none(), "");
  }

  private Map<String, String> hint(String... more) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("id_token_hint", tokens.get("id_token").asText());
    for (int at = 0; at < more.length; at += 2) {
      parameters.put(more[at], more[at + 1]);
    }
    return parameters;
  }
}
