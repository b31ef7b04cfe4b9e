package fr.socle.psc;

import static fr.socle.psc.WireBrowser.request;
import static fr.socle.psc.WireBrowser.returned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.spi.InvalidControlRequestException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect Core 1.0, 6.2: request objects by reference, over the real wire. */
class RequestUriTest {
  private static Bench bench;
  private static RSAKey rsa;

  private ObjectHost host;
  private WireSpace space;
  private WireBrowser browser;

  @BeforeAll
  static void start(@TempDir Path pki) throws Exception {
    bench = Bench.start(BenchOptions.builder().services(new PscMock()).pkiDirectory(pki).build());
    rsa = new RSAKeyGenerator(2048).keyID("client-rsa").generate();
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @BeforeEach
  void open() throws Exception {
    host = new ObjectHost();
    host.keep(new PlainJWT(claims().build()).serialize());
    space = new WireSpace(bench);
    browser = space.browser();
    space.declares(
        Map.of(
            "jwks",
            new JWKSet(rsa).toString(),
            "request_uris",
            host.address("/objet") + " " + host.address("/autre?v=1#empreinte")));
    space.logsIn(People.DOCTOR);
  }

  @AfterEach
  void close() {
    host.close();
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .claim("response_type", "code")
        .claim("client_id", "lps-demo")
        .claim("state", "a-l-adresse");
  }

  private HttpResponse<String> send(String address) throws Exception {
    return browser.authorize(request("request_uri", address));
  }

  private String refusal(String address) throws Exception {
    Map<String, String> back = returned(send(address));
    assertThat(back).containsEntry("state", PscOnPaper.STATE);
    return back.get("error");
  }

  // 6.2: read at the address, and what it says wins; 6.2.1: a fragment tells its version
  @ParameterizedTest
  @ValueSource(strings = {"/objet", "/objet#une-autre-empreinte", "/autre?v=1", "/autre?v=1#x"})
  void readsTheObjectAtARegisteredAddress(String path) throws Exception {
    Map<String, String> back = returned(send(host.address(path)));

    assertThat(back).containsEntry("state", "a-l-adresse").containsKey("code");
    assertThat(host.asked()).containsExactly(path.replaceAll("#.*", ""));
  }

  // 6.2.2: it may have changed since
  @Test
  void readsItAgainAtEachRequest() throws Exception {
    send(host.address("/objet"));
    host.keep(new PlainJWT(claims().claim("state", "plus-tard").build()).serialize());

    assertThat(returned(send(host.address("/objet")))).containsEntry("state", "plus-tard");
  }

  @Test
  void verifiesItsSignature() throws Exception {
    SignedJWT signed =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("client-rsa").build(),
            claims().build());
    signed.sign(new RSASSASigner(rsa));
    host.keep(signed.serialize());
    assertThat(returned(send(host.address("/objet")))).containsKey("code");

    host.keep(signed.serialize().substring(0, signed.serialize().length() - 8) + "AAAAAAAA");
    assertThat(refusal(host.address("/objet"))).isEqualTo("invalid_request_object");
  }

  // Discovery 3, require_request_uri_registration: what was not registered is not even asked for
  @ParameterizedTest
  @ValueSource(strings = {"/objet/", "/objet?x=1", "/autre", "/", "/objet%20"})
  void asksForNothingThatWasNotRegistered(String path) throws Exception {
    assertThat(refusal(host.address(path))).isEqualTo("invalid_request_uri");
    assertThat(host.asked()).isEmpty();
  }

  @Test
  void asksNoOtherHostThatLooksTheSame() throws Exception {
    assertThat(refusal(host.address("/objet").replace("127.0.0.1", "localhost")))
        .isEqualTo("invalid_request_uri");
    assertThat(refusal(host.address("/objet").replace("http://", "http://x@")))
        .isEqualTo("invalid_request_uri");
    assertThat(refusal("file:///etc/passwd")).isEqualTo("invalid_request_uri");
    assertThat(host.asked()).isEmpty();
  }

  // 6.2: 512 characters
  @Test
  void asksForNothingAtAnAddressThatIsTooLong() throws Exception {
    assertThat(refusal(host.address("/objet#" + "a".repeat(512)))).isEqualTo("invalid_request_uri");
    assertThat(host.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 302, 404, 500})
  void refusesAnAddressThatAnswersOtherwise(int status) throws Exception {
    host.answer(status);

    assertThat(refusal(host.address("/objet"))).isEqualTo("invalid_request_uri");
    assertThat(host.asked()).containsExactly("/objet");
  }

  @Test
  void refusesAnObjectThatIsTooLongOrNone() throws Exception {
    host.keep("a".repeat(100_000));
    assertThat(refusal(host.address("/objet"))).isEqualTo("invalid_request_uri");

    host.keep("pas-un-jwt");
    assertThat(refusal(host.address("/objet"))).isEqualTo("invalid_request_object");
  }

  // 6.1: not both
  @Test
  void refusesAnObjectInBothWays() throws Exception {
    String object = new PlainJWT(claims().build()).serialize();

    assertThat(
            returned(
                browser.authorize(
                    request("request_uri", host.address("/objet"), "request", object))))
        .containsEntry("error", "invalid_request");
    assertThat(host.asked()).isEmpty();
  }

  // 6.2: https; in clear on the loopback only
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://exemple.invalid/objet",
        "http://127.0.0.1.exemple.invalid/objet",
        "https://moi@exemple.invalid/objet",
        "ftp://127.0.0.1/objet",
        "file:///etc/passwd",
        "objet"
      })
  void registersNoAddressThatMayNotBeAsked(String address) {
    Map<String, String> settings = Map.of("request_uris", address);

    assertThatThrownBy(() -> space.declares(settings))
        .isInstanceOf(InvalidControlRequestException.class)
        .hasMessageContaining("request_uris");
  }
}
