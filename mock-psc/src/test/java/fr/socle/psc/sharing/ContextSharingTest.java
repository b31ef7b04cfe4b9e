package fr.socle.psc.sharing;

import static fr.socle.psc.PscOnPaper.json;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.http.Headers;
import fr.socle.bench.http.Served;
import fr.socle.psc.People;
import fr.socle.psc.PscOnPaper;
import fr.socle.psc.check.Verdicts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextSharingTest {
  private static final String API = "/psc-context-sharing/api";
  private static final String CONTEXT =
      "{\"schemaId\":\"patient-info\",\"bag\":{\"ps\":{\"nationalId\":\""
          + People.DOCTOR
          + "\"},\"patient\":{\"nom\":\"MOQUETTE\"}}}";

  private final PscOnPaper psc = new PscOnPaper();

  @Test
  void handsAContextToAnotherSoftwareOfTheSameProfessional() {
    String first = token();
    assertThat(call("GET", "/share", first, "").answer().status()).isEqualTo(404);
    assertThat(call("PUT", "/share", first, CONTEXT).answer().status()).isEqualTo(200);

    Served found = call("GET", "/share", token(), "");

    assertThat(json(found).at("/bag/patient/nom").asText()).isEqualTo("MOQUETTE");
    assertThat(json(found).path("psId").asText()).isEqualTo(People.DOCTOR);
    assertThat(Verdicts.ofLast(psc)).isEmpty();
  }

  @Test
  void handsNothingToAnotherProfessional() {
    call("PUT", "/share", token(), CONTEXT);
    psc.forgetCookies();
    String nurse =
        json(psc.exchange(psc.login(People.NURSE, PscOnPaper.correctRequest()).get("code")))
            .path("access_token")
            .asText();

    assertThat(call("GET", "/share", nurse, "").answer().status()).isEqualTo(404);
  }

  @Test
  void refusesWithoutATokenThatIsGood() {
    String token = token();
    psc.clock.advance(Duration.ofMinutes(3));

    assertThat(call("GET", "/share", token, "").answer().status()).isEqualTo(401);
    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-CTX-01");
    assertThat(psc.back("GET", API + "/discovery", Headers.none(), "").answer().status())
        .isEqualTo(401);
    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-CTX-01");
  }

  @Test
  void refusesTheContextOfSomebodyElse() {
    Served served =
        call(
            "PUT",
            "/share",
            token(),
            CONTEXT.replace("{\"schemaId\"", "{\"psId\":\"" + People.NURSE + "\",\"schemaId\""));

    assertThat(served.answer().status()).isEqualTo(403);
    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-CTX-02");
  }

  @Test
  void findsAContextThatDoesNotSayWhoShares() {
    call("PUT", "/share", token(), "{\"schemaId\":\"patient-info\",\"bag\":{}}");

    assertThat(Verdicts.ofLast(psc)).containsExactly("PSC-CTX-03");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT|/share|pas du json|400",
        "PUT|/share|{\"schemaId\":\"inconnu\",\"bag\":{}}|404",
        "DELETE|/share||405",
        "GET|/discovery||200",
        "GET|/discovery/patient-info||200",
        "GET|/discovery/inconnu||404",
        "POST|/discovery|{\"id\":\"autre\"}|201",
        "POST|/discovery|{\"id\":\"patient-info\"}|409",
        "PUT|/discovery|{\"id\":\"patient-info\"}|200",
        "PUT|/discovery|{\"id\":\"autre\"}|404",
        "POST|/discovery|{}|400"
      })
  void answersWithTheStatusesOfTheApi(String method, String path, String body, int status) {
    Served served = call(method, path, token(), body == null ? "" : body);

    assertThat(served.answer().status()).isEqualTo(status);
    assertThat(served.refusal() == null).isEqualTo(List.of(200, 201).contains(status));
  }

  @Test
  void keepsTwoHundredSchemasAtMost() {
    String token = token();
    for (int i = 1; i < 200; i++) {
      assertThat(schema("POST", "s" + i, token)).isEqualTo(201);
    }

    assertThat(schema("POST", "de-trop", token)).isEqualTo(507);
    assertThat(schema("PUT", "s1", token)).isEqualTo(200);
    psc.instance().reset();
    assertThat(schema("POST", "de-trop", token())).isEqualTo(201);
  }

  private int schema(String method, String id, String token) {
    return call(method, "/discovery", token, "{\"id\":\"" + id + "\"}").answer().status();
  }

  @Test
  void forgetsEverythingWhenTheSpaceIsReset() {
    call("PUT", "/share", token(), CONTEXT);
    psc.instance().reset();

    assertThat(call("GET", "/share", token(), "").answer().status()).isEqualTo(404);
  }

  private String token() {
    psc.forgetCookies();
    return psc.tokens().path("access_token").asText();
  }

  private Served call(String method, String path, String token, String body) {
    return psc.back(
        method,
        API + path,
        Headers.none()
            .with("Authorization", "Bearer " + token)
            .with("Content-Type", "application/json"),
        body);
  }
}
