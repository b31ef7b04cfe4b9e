package fr.socle.psc;

import static fr.socle.psc.PscOnPaper.claims;
import static fr.socle.psc.WireBrowser.json;
import static fr.socle.psc.WireBrowser.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import fr.socle.bench.client.api.AgeRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7662, token introspection, over the real wire. */
class Rfc7662Test extends StandardOnTheWire {
  private static final String INACTIVE = "{\"active\":false}";

  private String endpoint;
  private JsonNode tokens;

  @BeforeEach
  void login() throws Exception {
    endpoint = provider().getIntrospectionEndpointURI().toString();
    tokens = browser().tokens(request());
  }

  // 2.1: a form by POST; the hint is a hint
  @ParameterizedTest
  @CsvSource({
    "access_token, access_token",
    "access_token, refresh_token",
    "refresh_token, access_token",
    "refresh_token, autre",
  })
  void findsTheTokenWhateverTheHint(String kind, String hint) throws Exception {
    HttpResponse<String> answer = introspect(Map.of("token", token(kind), "token_type_hint", hint));

    assertThat(json(answer).get("active").asBoolean()).isTrue();
  }

  // 2.1 and 4: nobody tries tokens out without proving who it is
  @ParameterizedTest
  @CsvSource({"lps-demo, faux", "inconnu, faux"})
  void saysNothingToAClientThatIsNotProved(String clientId, String secret) throws Exception {
    assertUnproved(
        browser().postAs(clientId, secret, endpoint, Map.of("token", token("access_token"))));
    assertUnproved(browser().post(endpoint, Map.of("token", token("access_token"))));
  }

  // 2.2: members of the answer and their types, as a library reads them
  @Test
  void describesAnActiveTokenAsTheStandardSays() throws Exception {
    HttpResponse<String> answer = introspect(Map.of("token", token("access_token")));

    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
    TokenIntrospectionSuccessResponse read =
        TokenIntrospectionSuccessResponse.parse(JSONObjectUtils.parse(answer.body()));
    JsonNode id = claims(token("id_token"));
    assertThat(read.isActive()).isTrue();
    assertThat(read.getClientID().getValue()).isEqualTo("lps-demo");
    assertThat(read.getScope().toStringList()).contains("openid");
    assertThat(read.getUsername()).isEqualTo(People.DOCTOR);
    assertThat(read.getSubject().getValue()).isEqualTo(id.get("sub").asText());
    assertThat(read.getIssuer().getValue()).isEqualTo(browser().url("psc.issuer"));
    assertThat(read.getExpirationTime()).isAfter(read.getIssueTime());
    assertThat(read.getJWTID().getValue()).isNotBlank();
  }

  // 2.2: nothing else is said of a token that is not active; 4: signed by us, and good for us
  @ParameterizedTest
  @ValueSource(strings = {"jamais-vu", "eyJhbGciOiJub25lIn0.e30."})
  void saysNothingOfWhatItNeverIssued(String stranger) throws Exception {
    assertThat(introspect(Map.of("token", stranger)).body()).isEqualTo(INACTIVE);
    String altered = token("access_token").replaceAll(".{4}$", "AAAA");
    assertThat(introspect(Map.of("token", altered)).body()).isEqualTo(INACTIVE);
    assertThat(introspect(Map.of("token", token("id_token"))).body()).isEqualTo(INACTIVE);
  }

  // 4: expired
  @Test
  void saysNothingOfATokenThatIsOver() throws Exception {
    bench().age(space().id(), new AgeRequest("PT10M"));

    assertThat(introspect(Map.of("token", token("access_token"))).body()).isEqualTo(INACTIVE);
    assertThat(json(introspect(Map.of("token", token("refresh_token")))).get("active").asBoolean())
        .isTrue();
  }

  // 4: revoked
  @Test
  void saysNothingOfARevokedToken() throws Exception {
    String revocation = provider().getRevocationEndpointURI().toString();
    browser()
        .postAs("lps-demo", browser().secret(), revocation, Map.of("token", token("access_token")));

    assertThat(introspect(Map.of("token", token("access_token"))).body()).isEqualTo(INACTIVE);
  }

  // 4: its session was ended
  @Test
  void saysNothingOfTheTokensOfASessionThatWasClosed() throws Exception {
    browser().post(browser().url("psc.logout"), Map.of("id_token_hint", token("id_token")));

    for (String kind : new String[] {"access_token", "refresh_token"}) {
      assertThat(introspect(Map.of("token", token(kind))).body()).as(kind).isEqualTo(INACTIVE);
    }
  }

  // 2.1: token is required; 2.3: errors of RFC 6749 5.2
  @Test
  void saysThatTheTokenIsMissing() throws Exception {
    HttpResponse<String> answer = introspect(Map.of());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("error").asText()).isEqualTo("invalid_request");
  }

  // 4: an answer that says whose token it is stays in no cache
  @Test
  void letsNoCacheKeepTheAnswer() throws Exception {
    assertThat(
            introspect(Map.of("token", token("access_token")))
                .headers()
                .firstValue("Cache-Control"))
        .contains("no-store");
  }

  private HttpResponse<String> introspect(Map<String, String> form) throws Exception {
    return browser().postAs("lps-demo", browser().secret(), endpoint, form);
  }

  private static void assertUnproved(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(json(answer).get("error").asText()).isEqualTo("invalid_client");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
  }

  private String token(String kind) {
    return tokens.get(kind).asText();
  }
}
