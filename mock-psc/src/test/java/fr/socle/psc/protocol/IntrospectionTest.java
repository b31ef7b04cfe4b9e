package fr.socle.psc.protocol;

import static fr.socle.psc.PscOnPaper.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.Served;
import fr.socle.psc.People;
import fr.socle.psc.PscOnPaper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntrospectionTest {
  private final PscOnPaper psc = new PscOnPaper();
  private final JsonNode tokens = psc.tokens();

  @Test
  void tellsWhoseTheTokenIs() {
    JsonNode answer = introspect("access_token");

    assertThat(answer.get("active").asBoolean()).isTrue();
    assertThat(answer.get("typ").asText()).isEqualTo("Bearer");
    assertThat(answer.get("SubjectNameID").asText()).isEqualTo(People.DOCTOR);
    assertThat(answer.get("username").asText()).isEqualTo(People.DOCTOR);
    assertThat(answer.get("client_id").asText()).isEqualTo("lps-demo");
    assertThat(answer.get("acr").asText()).isEqualTo("eidas1");
    assertThat(answer.get("nonce").asText()).isEqualTo(PscOnPaper.NONCE);
  }

  @Test
  void tellsTheSubjectNameOfAccessTokensOnly() {
    JsonNode answer = introspect("refresh_token");

    assertThat(answer.get("active").asBoolean()).isTrue();
    assertThat(answer.get("typ").asText()).isEqualTo("Refresh");
    assertThat(answer.has("SubjectNameID")).isFalse();
    assertThat(answer.get("preferred_username").asText()).isEqualTo(People.DOCTOR);
  }

  @Test
  void saysNothingElseOfATokenThatIsNotActive() {
    psc.clock.advance(Duration.ofMinutes(2));

    assertThat(introspect("access_token").toString()).isEqualTo("{\"active\":false}");
  }

  @Test
  void knowsAtOnceThatTheOwnerWasStruckOff() {
    psc.people.strikeOff(People.DOCTOR);

    assertThat(introspect("access_token").toString()).isEqualTo("{\"active\":false}");
  }

  @Test
  void answersInactiveToAnUnsignedToken() {
    Served served =
        psc.post(
            "token/introspect",
            Map.of("token", "eyJhbGciOiJub25lIn0.e30."),
            PscOnPaper.basic("lps-demo", psc.secret()));

    assertThat(json(served).toString()).isEqualTo("{\"active\":false}");
  }

  @Test
  void asksForTheToken() {
    Served served =
        psc.post("token/introspect", Map.of(), PscOnPaper.basic("lps-demo", psc.secret()));

    assertThat(served.answer().status()).isEqualTo(400);
  }

  @Test
  void revokesAnAccessToken() {
    assertThat(revoke("access_token").answer().status()).isEqualTo(200);

    assertThat(introspect("access_token").get("active").asBoolean()).isFalse();
    assertThat(introspect("refresh_token").get("active").asBoolean()).isTrue();
  }

  @Test
  void endsTheSessionWhenItsRefreshTokenIsRevoked() {
    revoke("refresh_token");

    assertThat(introspect("access_token").get("active").asBoolean()).isFalse();
    assertThat(psc.state().sessions().get(0).active()).isFalse();
  }

  @Test
  void refusesToRevokeTheTokenOfAnotherClient() {
    psc.control(
        "clients",
        new ClientRequest(
            "autre",
            "un-secret-assez-long",
            "client_secret_basic",
            null,
            List.of(PscOnPaper.REDIRECT),
            null,
            null));

    Served served =
        psc.post(
            "revoke",
            Map.of("token", tokens.get("access_token").asText()),
            PscOnPaper.basic("autre", "un-secret-assez-long"));

    assertThat(served.answer().status()).isEqualTo(400);
    assertThat(json(served).get("error").asText()).isEqualTo("invalid_token");
    assertThat(introspect("access_token").get("active").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"on, true", "off, false"})
  void tellsWhetherAReplacedRefreshTokenStillWorks(String reuse, boolean active) {
    PscOnPaper other = new PscOnPaper(Map.of("psc.refresh-reuse", reuse));
    String refresh = other.tokens().get("refresh_token").asText();
    other.refresh(refresh);

    JsonNode answer =
        json(
            other.post(
                "token/introspect",
                Map.of("token", refresh),
                PscOnPaper.basic("lps-demo", other.secret())));

    assertThat(answer.get("active").asBoolean()).isEqualTo(active);
  }

  @Test
  void doesNotMindRevokingWhatIsNoToken() {
    assertThat(
            psc.post(
                    "revoke",
                    Map.of("token", "jamais-vu"),
                    PscOnPaper.basic("lps-demo", psc.secret()))
                .answer()
                .status())
        .isEqualTo(200);
  }

  @Test
  void revokesNothingForAStranger() {
    Served served =
        psc.post("revoke", Map.of("token", tokens.get("access_token").asText()), Headers.none());

    assertThat(served.answer().status()).isEqualTo(401);
    assertThat(introspect("access_token").get("active").asBoolean()).isTrue();
  }

  private JsonNode introspect(String kind) {
    return json(
        psc.post(
            "token/introspect",
            Map.of("token", tokens.get(kind).asText()),
            PscOnPaper.basic("lps-demo", psc.secret())));
  }

  private Served revoke(String kind) {
    return psc.post(
        "revoke",
        Map.of("token", tokens.get(kind).asText()),
        PscOnPaper.basic("lps-demo", psc.secret()));
  }
}
