package fr.socle.psc;

import static fr.socle.psc.WireBrowser.request;
import static fr.socle.psc.WireBrowser.returned;
import static fr.socle.psc.WireSpace.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect Core 1.0, 6: request objects, over the real wire, written by another library. */
class RequestObjectTest {
  private static Bench bench;
  private static RSAKey rsa;
  private static ECKey ec;
  private static RSAKey stranger;

  private WireSpace space;
  private WireBrowser browser;

  @BeforeAll
  static void start(@TempDir Path pki) throws Exception {
    bench = Bench.start(BenchOptions.builder().services(new PscMock()).pkiDirectory(pki).build());
    rsa = new RSAKeyGenerator(2048).keyID("client-rsa").generate();
    ec = new ECKeyGenerator(Curve.P_256).keyID("client-ec").generate();
    stranger = new RSAKeyGenerator(2048).keyID("client-rsa").generate();
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @BeforeEach
  void open() throws Exception {
    space = new WireSpace(bench);
    browser = space.browser();
    space.declares(Map.of("jwks", new JWKSet(List.of(rsa, ec)).toString()));
    space.logsIn(People.DOCTOR);
  }

  // 6.1: unsigned, alg none
  @Test
  void takesAnUnsignedRequestObject() throws Exception {
    Map<String, String> back =
        returned(send(unsigned(new JWTClaimsSet.Builder().claim("state", "dedans").build())));

    assertThat(back).containsEntry("state", "dedans").containsKey("code");
  }

  // 6.1: signed by a key of the client, or by its secret (10.1)
  @ParameterizedTest
  @ValueSource(strings = {"RS256", "PS256", "ES256", "HS256"})
  void takesARequestObjectSignedByTheClient(String algorithm) throws Exception {
    String code =
        returned(send(signed(algorithm, claims().claim("nonce", "n-dedans").build()))).get("code");

    String idToken = text(WireBrowser.json(browser.exchange(code)), "id_token");
    assertThat(PscOnPaper.claims(idToken).get("nonce").asText()).isEqualTo("n-dedans");
  }

  // 6.1: what is inside supersedes what is outside; what is outside only counts too
  @Test
  void prefersWhatIsInside() throws Exception {
    JWTClaimsSet inside =
        claims()
            .claim("redirect_uri", PscOnPaper.REDIRECT)
            .claim("state", "dedans")
            .claim("scope", "openid profile")
            .build();

    HttpResponse<String> answer =
        browser.authorize(
            request(
                "redirect_uri",
                "http://127.0.0.1:1/ailleurs",
                "state",
                "dehors",
                "nonce",
                "n-dehors",
                "request",
                signed("RS256", inside)));

    Map<String, String> back = returned(answer);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .startsWith(PscOnPaper.REDIRECT + "?");
    assertThat(back).containsEntry("state", "dedans");
    String idToken = text(WireBrowser.json(browser.exchange(back.get("code"))), "id_token");
    assertThat(PscOnPaper.claims(idToken).get("nonce").asText()).isEqualTo("n-dehors");
  }

  // 6.1: numbers and objects keep their JSON form (max_age, claims)
  @Test
  void readsNumbersAndObjects() throws Exception {
    browser.authorize(request());
    space.age("PT10S");
    space.nobodyAnswers();

    assertThat(send(unsigned(claims().claim("max_age", 1).build())).statusCode()).isEqualTo(200);
    space.logsIn(People.DOCTOR);
    Map<String, Object> wanted = Map.of("id_token", Map.of("name", Map.of("essential", true)));
    String code = returned(send(unsigned(claims().claim("claims", wanted).build()))).get("code");
    String idToken = text(WireBrowser.json(browser.exchange(code)), "id_token");
    assertThat(PscOnPaper.claims(idToken).has("name")).isTrue();
  }

  // 6.3.3: the whole request is validated as if it came in the query
  @Test
  void judgesTheRequestInside() throws Exception {
    assertThat(returned(send(unsigned(claims().claim("scope", "inconnu").build()))))
        .containsEntry("error", "invalid_scope");
    HttpResponse<String> page =
        send(unsigned(claims().claim("redirect_uri", "http://autre.invalid/x").build()));
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.headers().firstValue("Location")).isEmpty();
  }

  // 6.1: response_type and client_id are outside too, and the same
  @ParameterizedTest
  @CsvSource({"response_type, id_token", "client_id, un-autre"})
  void refusesAnotherValueInsideThanOutside(String name, String value) throws Exception {
    assertThat(refusal(unsigned(claims().claim(name, value).build())))
        .isEqualTo("invalid_request_object");
  }

  // 6.1: response_type stays mandatory outside
  @Test
  void needsTheResponseTypeOutside() throws Exception {
    String object = unsigned(claims().claim("state", "dedans").build());

    assertThat(
            returned(browser.authorize(request("response_type", null, "request", object)))
                .get("error"))
        .isEqualTo("invalid_request");
  }

  // 6.1: iss and aud; RFC 7519 4.1.4 and 4.1.5
  @Test
  void refusesAnObjectOfAnotherForAnotherOrAtAnotherTime() throws Exception {
    Date before = Date.from(Instant.now().minusSeconds(60));
    Date later = Date.from(Instant.now().plusSeconds(600));
    for (JWTClaimsSet wrong :
        List.of(
            claims().issuer("un-autre").build(),
            claims().audience("https://autre.invalid").build(),
            claims().expirationTime(before).build(),
            claims().notBeforeTime(later).build(),
            claims().claim("request_uri", "https://autre.invalid/o").build())) {
      assertThat(refusal(signed("RS256", wrong)))
          .as("%s", wrong)
          .isEqualTo("invalid_request_object");
    }
    assertThat(
            returned(
                send(
                    signed(
                        "RS256",
                        claims()
                            .issuer("lps-demo")
                            .audience(browser.url("psc.issuer"))
                            .expirationTime(later)
                            .build()))))
        .containsKey("code");
  }

  // 6.3.2: signatures
  @Test
  void refusesASignatureThatIsNotOfTheClient() throws Exception {
    String good = signed("RS256", claims().build());
    SignedJWT foreign =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("client-rsa").build(),
            claims().build());
    foreign.sign(new RSASSASigner(stranger));

    assertThat(refusal(foreign.serialize())).isEqualTo("invalid_request_object");
    assertThat(refusal(good.substring(0, good.lastIndexOf('.') + 1)))
        .isEqualTo("invalid_request_object");
    assertThat(refusal(good.substring(0, good.lastIndexOf('.'))))
        .isEqualTo("invalid_request_object");
    assertThat(refusal("pas-un-jwt")).isEqualTo("invalid_request_object");
    assertThat(refusal("a.b.c.d.e")).isEqualTo("invalid_request_object");
  }

  // Registration 2, request_object_signing_alg: all others are rejected
  @Test
  void takesNoOtherAlgorithmThanTheOneRegistered() throws Exception {
    space.declares(
        Map.of(
            "jwks",
            new JWKSet(List.of(rsa, ec)).toString(),
            "request_object_signing_alg",
            "ES256"));

    assertThat(refusal(unsigned(claims().build()))).isEqualTo("invalid_request_object");
    assertThat(refusal(signed("RS256", claims().build()))).isEqualTo("invalid_request_object");
    assertThat(returned(send(signed("ES256", claims().build())))).containsKey("code");
  }

  // 6.1: by POST as well
  @Test
  void takesTheObjectByPost() throws Exception {
    String object = unsigned(claims().claim("state", "dedans").build());

    assertThat(returned(browser.post(browser.url("psc.authorization"), request("request", object))))
        .containsEntry("state", "dedans");
  }

  @Test
  void isJudgedByWhatItAsksInside() throws Exception {
    String object =
        signed(
            "RS256",
            claims()
                .claim("state", PscOnPaper.STATE)
                .claim("nonce", PscOnPaper.NONCE)
                .claim("acr_values", "eidas1")
                .claim("scope", "openid scope_all")
                .build());

    browser.authorize(request("state", null, "request", object));

    assertThat(space.rules()).isEmpty();
  }

  private HttpResponse<String> send(String object) throws Exception {
    return browser.authorize(request("request", object));
  }

  private String refusal(String object) throws Exception {
    return returned(send(object)).get("error");
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder().claim("response_type", "code").claim("client_id", "lps-demo");
  }

  private static String unsigned(JWTClaimsSet claims) {
    return new PlainJWT(claims).serialize();
  }

  private String signed(String algorithm, JWTClaimsSet claims) throws Exception {
    JWSSigner signer =
        switch (algorithm) {
          case "ES256" -> new ECDSASigner(ec);
          case "HS256" -> new MACSigner(space.secret());
          default -> new RSASSASigner(rsa);
        };
    JWSHeader.Builder header =
        new JWSHeader.Builder(JWSAlgorithm.parse(algorithm))
            .type(new JOSEObjectType("oauth-authz-req+jwt"));
    if (!algorithm.equals("HS256")) {
      header.keyID(algorithm.equals("ES256") ? ec.getKeyID() : rsa.getKeyID());
    }
    SignedJWT jwt = new SignedJWT(header.build(), claims);
    jwt.sign(signer);
    return jwt.serialize();
  }
}
