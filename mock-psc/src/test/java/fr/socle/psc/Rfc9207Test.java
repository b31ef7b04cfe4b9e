package fr.socle.psc;

import static fr.socle.psc.PscOnPaper.claims;
import static fr.socle.psc.WireBrowser.json;
import static fr.socle.psc.WireBrowser.request;
import static fr.socle.psc.WireBrowser.returned;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import fr.socle.bench.client.api.NextLogin;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9207, issuer identification in authorization responses, over the real wire. */
class Rfc9207Test extends StandardOnTheWire {
  // 2 and 2.1: a good answer; a library compares the strings
  @Test
  void namesItsIssuerBesideTheCode() throws Exception {
    AuthenticationResponse answer = read(browser().authorize(request()));

    assertThat(answer.indicatesSuccess()).isTrue();
    assertThat(answer.getIssuer()).isEqualTo(provider().getIssuer());
  }

  // 2 and 2.2: so does every error that goes back
  @ParameterizedTest
  @CsvSource({
    "response_type, , invalid_request",
    "response_type, rien, unsupported_response_type",
    "scope, openid inconnu, invalid_scope",
    "code_challenge, trop-court, invalid_request",
    "prompt, none, login_required",
  })
  void namesItsIssuerBesideTheError(String name, String value, String error) throws Exception {
    AuthenticationResponse answer = read(browser().authorize(request(name, value)));

    assertThat(answer.toErrorResponse().getErrorObject().getCode()).isEqualTo(error);
    assertThat(answer.getIssuer()).isEqualTo(provider().getIssuer());
  }

  // 2: the professional who refuses too
  @Test
  void namesItsIssuerWhenTheProfessionalRefuses() throws Exception {
    run("next-login", new NextLogin(People.DOCTOR, "refuser"));

    assertThat(returned(browser().authorize(request())))
        .containsEntry("error", "access_denied")
        .containsEntry("iss", browser().url("psc.issuer"));
  }

  // 2: whatever carries the answer
  @Test
  void namesItsIssuerInAFormToo() throws Exception {
    HttpResponse<String> answer = browser().authorize(request("response_mode", "form_post"));

    assertThat(answer.body())
        .contains("name=\"iss\" value=\"" + browser().url("psc.issuer") + "\"");
  }

  // 2: an https address without query nor fragment; 2.3: that of the metadata and of the ID token
  @Test
  void isTheSameIssuerEverywhere() throws Exception {
    Map<String, String> back = returned(browser().authorize(request()));
    URI issuer = URI.create(back.get("iss"));

    assertThat(issuer.getScheme()).isEqualTo("https");
    assertThat(issuer.getQuery()).isNull();
    assertThat(issuer.getFragment()).isNull();
    assertThat(provider().getIssuer().getValue()).isEqualTo(back.get("iss"));
    String idToken = json(browser().exchange(back.get("code"))).get("id_token").asText();
    assertThat(claims(idToken).get("iss").asText()).isEqualTo(back.get("iss"));
  }

  // 3
  @Test
  void announcesIt() throws Exception {
    assertThat(provider().supportsAuthorizationResponseIssuerParam()).isTrue();
  }

  private static AuthenticationResponse read(HttpResponse<String> answer) throws Exception {
    return AuthenticationResponseParser.parse(
        URI.create(answer.headers().firstValue("Location").orElseThrow()));
  }
}
