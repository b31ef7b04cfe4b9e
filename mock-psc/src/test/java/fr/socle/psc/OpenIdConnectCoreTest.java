package fr.socle.psc;

import static fr.socle.psc.PscOnPaper.claims;
import static fr.socle.psc.WireBrowser.json;
import static fr.socle.psc.WireBrowser.request;
import static fr.socle.psc.WireBrowser.returned;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.AgeRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect Core 1.0 and the OAuth texts under it, for a provider, over the real wire. */
class OpenIdConnectCoreTest extends StandardOnTheWire {
  // Discovery 4 and 4.3
  @Test
  void servesTheStandardDiscoveryDocumentUnderItsIssuer() throws Exception {
    HttpResponse<String> answer =
        browser().get(browser().url("psc.issuer") + "/.well-known/openid-configuration");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).get("issuer").asText()).isEqualTo(browser().url("psc.issuer"));
  }

  // 3.1.2.1: the endpoint supports GET and POST
  @Test
  void takesAnAuthorizationRequestByPost() throws Exception {
    assertThat(returned(browser().post(browser().url("psc.authorization"), request())))
        .containsKeys("code", "state");
  }

  // 3.1.2.1: nonce is optional in the code flow; 2: present only when it was sent
  @Test
  void needsNoNonceInTheCodeFlow() throws Exception {
    JsonNode id = claims(browser().tokens(request()).get("id_token").asText());

    assertThat(id.has("nonce")).isFalse();
    assertThat(idToken(request("nonce", "n-1")).get("nonce").asText()).isEqualTo("n-1");
  }

  // 3.1.2.1: parameters that are not understood are ignored; 15.1: these must not be errors
  @ParameterizedTest
  @CsvSource({
    "display, page",
    "display, popup",
    "ui_locales, fr en",
    "claims_locales, fr",
    "acr_values, 1 2",
    "login_hint, quelqu-un",
    "extra, foobar",
    "prompt, consent",
    "max_age, 10000",
  })
  void answersARequestThatCarries(String name, String value) throws Exception {
    assertThat(returned(browser().authorize(request(name, value)))).containsKey("code");
  }

  // 15.1 and 3.1.2.6
  @Test
  void answersLoginRequiredToASilentRequestWithoutSession() throws Exception {
    assertThat(returned(browser().authorize(request("prompt", "none"))))
        .containsEntry("error", "login_required")
        .containsEntry("state", PscOnPaper.STATE);
  }

  // 15.1
  @Test
  void answersASilentRequestWithinASession() throws Exception {
    JsonNode first = idToken(request());
    nobodyAnswers();

    JsonNode second = idToken(request("prompt", "none"));

    assertThat(second.get("sub")).isEqualTo(first.get("sub"));
    assertThat(second.get("auth_time")).isEqualTo(first.get("auth_time"));
  }

  // 3.1.2.1, prompt=login
  @Test
  void showsThePageAgainWhenTheRequestWantsALogin() throws Exception {
    browser().authorize(request());
    nobodyAnswers();

    assertThat(browser().authorize(request("prompt", "login")).statusCode()).isEqualTo(200);
  }

  // 3.1.2.1, max_age; 2: auth_time is then required
  @Test
  void showsThePageAgainWhenTheLoginIsTooOld() throws Exception {
    assertThat(idToken(request("max_age", "1")).has("auth_time")).isTrue();
    bench().age(space().id(), new AgeRequest("PT5S"));
    nobodyAnswers();

    assertThat(browser().authorize(request("max_age", "1")).statusCode()).isEqualTo(200);
    assertThat(returned(browser().authorize(request("max_age", "1000")))).containsKey("code");
  }

  // 3.1.2.1, id_token_hint; 15.1
  @Test
  void answersTheHintOfThePersonAndNobodyElse() throws Exception {
    String hint = browser().tokens(request()).get("id_token").asText();

    assertThat(returned(browser().authorize(request("prompt", "none", "id_token_hint", hint))))
        .containsKey("code");
    WireBrowser other = new WireBrowser(space());
    logsIn(People.NURSE);
    assertThat(returned(other.authorize(request("id_token_hint", hint))))
        .containsEntry("error", "login_required");
  }

  // 3.1.2.1: redirect_uri compared exactly; RFC 6749 4.1.2.1: no redirect to another one
  @ParameterizedTest
  @ValueSource(strings = {"https://exemple.invalid/retour", "http://127.0.0.2:51234/retour", ""})
  void neverLeadsToAnAddressThatIsNotRegistered(String address) throws Exception {
    HttpResponse<String> answer = browser().authorize(request("redirect_uri", address));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
  }

  // RFC 6749 3.1.2: the query of the address is kept
  @Test
  void keepsTheQueryOfTheRedirectAddress() throws Exception {
    String address = "http://127.0.0.1:51234/retour?foo=bar";

    assertThat(returned(browser().authorize(request("redirect_uri", address))))
        .containsEntry("foo", "bar")
        .containsKey("code");
  }

  // 3.1.2.6 and RFC 6749 4.1.2.1
  @Test
  void saysThatTheResponseTypeIsMissing() throws Exception {
    assertThat(returned(browser().authorize(request("response_type", null))))
        .containsEntry("error", "invalid_request");
  }

  // 6.1 and 3.1.2.6: a provider that reads no request object says so
  @ParameterizedTest
  @CsvSource({
    "request, pas-un-jwt, invalid_request_object",
    "request_uri, https://exemple.invalid/r, invalid_request_uri",
  })
  void saysThatItReadsNoRequestObject(String name, String value, String error) throws Exception {
    assertThat(returned(browser().authorize(request(name, value)))).containsEntry("error", error);
  }

  // Form Post Response Mode 4
  @Test
  void answersByAFormOnDemand() throws Exception {
    HttpResponse<String> answer = browser().authorize(request("response_mode", "form_post"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("method=\"post\" action=\"" + PscOnPaper.REDIRECT + "\"")
        .contains("name=\"code\"")
        .contains("name=\"state\" value=\"" + PscOnPaper.STATE + "\"");
  }

  // 3.1.3.3 and RFC 6749 5.1
  @Test
  void givesTokensThatNoCacheKeeps() throws Exception {
    HttpResponse<String> answer =
        browser().exchange(returned(browser().authorize(request())).get("code"));

    assertThat(json(answer).get("token_type").asText()).isEqualTo("Bearer");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(json(answer).has("id_token")).isTrue();
  }

  // 9: both forms of the secret; RFC 6749 2.3.1
  @Test
  void takesTheSecretInTheBodyToo() throws Exception {
    Map<String, String> form =
        new LinkedHashMap<>(
            PscOnPaper.codeForm(returned(browser().authorize(request())).get("code")));
    form.put("client_id", "lps-demo");
    form.put("client_secret", browser().secret());

    assertThat(browser().post(browser().url("psc.token"), form).statusCode()).isEqualTo(200);
  }

  // RFC 6749 5.2: 401 with a challenge
  @Test
  void challengesAClientWhoseSecretIsWrong() throws Exception {
    Map<String, String> form =
        new LinkedHashMap<>(
            PscOnPaper.codeForm(returned(browser().authorize(request())).get("code")));
    form.put("client_id", "lps-demo");
    form.put("client_secret", "faux");

    HttpResponse<String> answer = browser().post(browser().url("psc.token"), form);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(json(answer).get("error").asText()).isEqualTo("invalid_client");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
  }

  // RFC 6749 4.1.2 and 10.5, RFC 6819: a code serves once, its tokens are revoked
  @Test
  void revokesTheTokensOfACodeThatComesTwice() throws Exception {
    String code = returned(browser().authorize(request())).get("code");
    String access = json(browser().exchange(code)).get("access_token").asText();
    assertThat(browser().userinfo(access).statusCode()).isEqualTo(200);

    HttpResponse<String> again = browser().exchange(code);

    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(json(again).get("error").asText()).isEqualTo("invalid_grant");
    assertThat(browser().userinfo(access).statusCode()).isEqualTo(401);
  }

  // 12.2: same issuer, subject, audience and authentication
  @Test
  void refreshesAnIdTokenOfTheSamePersonAndLogin() throws Exception {
    JsonNode tokens = browser().tokens(request());
    JsonNode before = claims(tokens.get("id_token").asText());

    JsonNode after =
        claims(
            json(browser()
                    .token(
                        Map.of(
                            "grant_type",
                            "refresh_token",
                            "refresh_token",
                            tokens.get("refresh_token").asText())))
                .get("id_token")
                .asText());

    for (String same : List.of("iss", "sub", "aud", "auth_time", "azp")) {
      assertThat(after.get(same)).as(same).isEqualTo(before.get(same));
    }
    assertThat(after.get("iat").asLong()).isGreaterThanOrEqualTo(before.get("iat").asLong());
  }

  // RFC 6749 10.4: a refresh token is bound to its client
  @Test
  void refusesARefreshTokenToAnotherClient() throws Exception {
    String refresh = browser().tokens(request()).get("refresh_token").asText();
    declares("autre", "un-secret-assez-long", Map.of());

    HttpResponse<String> answer =
        browser()
            .post(
                browser().url("psc.token"),
                Map.of(
                    "grant_type", "refresh_token",
                    "refresh_token", refresh,
                    "client_id", "autre",
                    "client_secret", "un-secret-assez-long"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("error").asText()).isEqualTo("invalid_grant");
  }

  // 5.3.1 and RFC 6750 2.1, 2.2: header by GET and POST, body by POST; 5.3.2: same sub
  @Test
  void givesUserinfoByEveryMethodOfTheStandard() throws Exception {
    JsonNode tokens = browser().tokens(request());
    String access = tokens.get("access_token").asText();
    String userinfo = browser().url("psc.userinfo");
    JsonNode sub = claims(tokens.get("id_token").asText()).get("sub");

    assertThat(json(browser().userinfo(access)).get("sub")).isEqualTo(sub);
    assertThat(
            json(browser().post(userinfo, Map.of(), "Authorization", "Bearer " + access))
                .get("sub"))
        .isEqualTo(sub);
    assertThat(json(browser().post(userinfo, Map.of("access_token", access))).get("sub"))
        .isEqualTo(sub);
  }

  // 5.4: each of these scopes is understood
  @ParameterizedTest
  @ValueSource(
      strings = {
        "openid profile",
        "openid email",
        "openid address",
        "openid phone",
        "email phone openid address profile"
      })
  void understandsTheScopesOfTheStandard(String scope) throws Exception {
    String access = browser().tokens(request("scope", scope)).get("access_token").asText();

    assertThat(browser().userinfo(access).statusCode()).isEqualTo(200);
  }

  // 5.5: a claim asked for by name
  @Test
  void givesAClaimAskedForByNameWhereItWasAskedFor() throws Exception {
    String name = "{\"%s\":{\"name\":{\"essential\":true}}}";
    JsonNode asked = browser().tokens(request("claims", name.formatted("userinfo")));

    assertThat(json(browser().userinfo(asked.get("access_token").asText())).get("name").asText())
        .isNotBlank();
    assertThat(claims(asked.get("id_token").asText()).has("name")).isFalse();
    assertThat(idToken(request("claims", name.formatted("id_token"))).has("name")).isTrue();
    assertThat(idToken(request()).has("name")).isFalse();
  }

  // 5.5: unknown claims are ignored; what is no JSON object is not
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"userinfo\":{\"inconnu\":null}} | code",
        "[1 | error",
        "{\"userinfo\":3} | error"
      })
  void readsTheClaimsParameter(String text, String answer) throws Exception {
    assertThat(returned(browser().authorize(request("claims", text)))).containsKey(answer);
  }

  // 5.5.1.1: an essential acr that cannot be reached is a failed login
  @ParameterizedTest
  @CsvSource({"eidas1, code", "eidas9, error"})
  void failsALoginWhoseEssentialLevelCannotBeReached(String level, String answer) throws Exception {
    String claims = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"" + level + "\"]}}}";

    assertThat(returned(browser().authorize(request("claims", claims)))).containsKey(answer);
  }

  // 5.5.1: sub with a value
  @Test
  void letsNobodyElseInThanTheSubjectAskedFor() throws Exception {
    String sub = idToken(request()).get("sub").asText();
    String claims = "{\"id_token\":{\"sub\":{\"value\":\"%s\"}}}";

    assertThat(returned(browser().authorize(request("claims", claims.formatted(sub)))))
        .containsKey("code");
    assertThat(returned(browser().authorize(request("claims", claims.formatted("un autre")))))
        .containsEntry("error", "login_required");
  }
}
