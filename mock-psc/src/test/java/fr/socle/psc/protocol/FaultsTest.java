package fr.socle.psc.protocol;

import static fr.socle.psc.PscOnPaper.CONNECT;
import static fr.socle.psc.PscOnPaper.NONCE;
import static fr.socle.psc.PscOnPaper.STATE;
import static fr.socle.psc.PscOnPaper.claims;
import static fr.socle.psc.PscOnPaper.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.client.api.NextLogin;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.Served;
import fr.socle.psc.CibaOnPaper;
import fr.socle.psc.People;
import fr.socle.psc.PscMock;
import fr.socle.psc.PscOnPaper;
import fr.socle.psc.exchange.service.ApiFault;
import fr.socle.psc.proxy.service.ProxyFault;
import fr.socle.psc.service.PscFault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
  private final PscOnPaper psc = new PscOnPaper();
  private final CibaOnPaper ciba = new CibaOnPaper(psc);

  @ParameterizedTest
  @EnumSource(PscFault.class)
  void strikeOnlyWhatTheyName(PscFault fault) {
    psc.faults.arm(fault.label());
    everything();

    assertThat(psc.traffic())
        .flatExtracting(PscOnPaper.Recorded::faults)
        .as("struck")
        .isNotEmpty()
        .containsOnly(fault.label());
  }

  @Test
  void areAllInTheCatalogueWithAFrenchDescription() {
    assertThat(new PscMock().faults())
        .hasSize(PscFault.values().length + ApiFault.values().length + ProxyFault.values().length)
        .allSatisfy(
            kind -> {
              assertThat(kind.service()).isEqualTo("psc");
              assertThat(kind.name()).matches("[a-z0-9-]+");
              assertThat(kind.description()).endsWith(".");
            });
    assertThat(new PscMock().faults()).extracting(kind -> kind.name()).doesNotHaveDuplicates();
  }

  @Test
  void changeOneClaimOfTheIdToken() {
    assertThat(idToken("nonce-faux").get("nonce").asText()).isNotEqualTo(NONCE).isNotEmpty();
    assertThat(idToken("nonce-absent").has("nonce")).isFalse();
    assertThat(idToken("iss-faux").get("iss").asText()).isNotEqualTo(PscOnPaper.ISSUER);
    assertThat(idToken("aud-faux").get("aud").asText()).isNotEqualTo("lps-demo");
    assertThat(idToken("acr-autre").get("acr").asText()).isEqualTo("eidas2");
    assertThat(idToken("acr-absent").has("acr")).isFalse();
    long now = psc.clock.instant().getEpochSecond();
    assertThat(idToken("exp-passee").get("exp").asLong()).isEqualTo(now - 3600);
    assertThat(idToken("iat-futur").get("iat").asLong()).isEqualTo(now + 3600);
  }

  @Test
  void spoilTheHashOfTheAccessTokenAlone() {
    psc.faults.arm("at-hash-faux");
    JsonNode spoilt = psc.tokens();
    psc.faults.disarm();
    JsonNode correct = psc.tokens();

    assertThat(claims(text(spoilt, "id_token")).get("at_hash").asText()).hasSize(22);
    assertThat(names(claims(text(spoilt, "id_token"))))
        .isEqualTo(names(claims(text(correct, "id_token"))));
  }

  @Test
  void takeTheSignatureAway() {
    assertThat(token("alg-none")).endsWith(".");
    assertThat(PscOnPaper.header(token("alg-none"))).contains("\"none\"");
    assertThat(token("sans-signature").split("\\.", -1)).hasSize(2);
  }

  @Test
  void moveTheDatesOfTheIdTokenAsTheyAreTold() {
    long now = psc.clock.instant().getEpochSecond();
    assertThat(idToken("horloge-decalee").get("iat").asLong()).isEqualTo(now + 120);
    psc.faults.arm("horloge-decalee", Map.of("secondes", "-60"));
    assertThat(claims(text(psc.tokens(), "id_token")).get("iat").asLong()).isEqualTo(now - 60);
    assertThat(idToken("auth-time-ancien").get("auth_time").asLong()).isEqualTo(now - 5 * 3600);
  }

  @Test
  void addAnAudienceAndTakeTheAuthorizedPartyAway() {
    JsonNode claims = idToken("aud-multiple");

    assertThat(claims.get("aud")).hasSize(2);
    assertThat(claims.get("aud").get(0).asText()).isEqualTo("lps-demo");
    assertThat(claims.has("azp")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"jku-etranger, jku", "x5u-etranger, x5u"})
  void nameAnotherAddressForTheKey(String fault, String member) throws Exception {
    String token = token(fault);

    assertThat(PscOnPaper.header(token)).contains("\"" + member + "\":\"https://autre-fournisseur");
    assertThat(verifiesWithAnyKey(token)).isFalse();
  }

  @Test
  void sealTheIdToken() {
    assertThat(token("jeton-chiffre").split("\\.", -1)).hasSize(5);
  }

  @Test
  void signWithAPublishedKeyThatIsTooShort() throws Exception {
    String kid = JWSObject.parse(token("rsa-1024")).getHeader().getKeyID();

    assertThat(keys().getKeyByKeyId(kid).size()).isEqualTo(1024);
    assertThat(JWSObject.parse(text(psc.tokens(), "id_token")).getHeader().getKeyID())
        .isNotEqualTo(kid);
  }

  @Test
  void putStrangeKeysInFrontOfTheGoodOne() {
    psc.faults.arm("jwks-types-inconnus");
    JsonNode set = json(psc.back("GET", CONNECT + "certs", Headers.none(), ""));

    assertThat(set.get("keys")).hasSize(4);
    assertThat(set.at("/keys/0/kty").asText()).isEqualTo("LATTICE");
    assertThat(set.at("/keys/2/kty").asText()).isEqualTo("RSA");
  }

  @ParameterizedTest
  @ValueSource(strings = {"signature-fausse", "kid-inconnu"})
  void signSoThatThePublishedKeyDoesNotVerify(String fault) throws Exception {
    assertThat(verifiesWithAnyKey(token(fault))).isFalse();
  }

  @Test
  void nameAKeyThatIsNotPublished() throws Exception {
    String kid = JWSObject.parse(token("kid-inconnu")).getHeader().getKeyID();

    assertThat(keys().getKeyByKeyId(kid)).isNull();
  }

  @Test
  void leaveTheKeyIdentifierOutOfAGoodToken() throws Exception {
    String token = token("kid-absent");

    assertThat(JWSObject.parse(token).getHeader().getKeyID()).isNull();
    assertThat(verifiesWithAnyKey(token)).isTrue();
  }

  @Test
  void signWithTheSecretOfTheClient() throws Exception {
    String token = token("hs256-secret");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(psc.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    int dot = token.lastIndexOf('.');

    assertThat(PscOnPaper.header(token)).contains("HS256");
    assertThat(Base64.getUrlDecoder().decode(token.substring(dot + 1)))
        .isEqualTo(mac.doFinal(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void spoilTheCallback() {
    psc.faults.arm("state-faux");
    assertThat(psc.login().get("state")).isNotEqualTo(STATE).isNotEmpty();
    psc.faults.disarm();
    psc.faults.arm("state-absent");
    assertThat(psc.login()).doesNotContainKey("state").containsKey("code");
    psc.faults.disarm();
    psc.faults.arm("iss-reponse-faux");
    assertThat(psc.login().get("iss")).isNotEqualTo(PscOnPaper.ISSUER).startsWith("https://");
  }

  @Test
  void spoilUserinfo() {
    JsonNode tokens = psc.tokens();
    String access = text(tokens, "access_token");
    psc.faults.arm("userinfo-autre-sub");
    assertThat(json(psc.userinfo(access)).get("sub"))
        .isNotEqualTo(claims(text(tokens, "id_token")).get("sub"));
    psc.faults.disarm();
    psc.faults.arm("userinfo-401");
    assertThat(psc.userinfo(access).answer().status()).isEqualTo(401);
    psc.faults.disarm();
    byte[] whole = psc.userinfo(access).answer().body();
    psc.faults.arm("userinfo-tronque");
    byte[] cut = psc.userinfo(access).answer().body();
    assertThat(cut).isEqualTo(Arrays.copyOf(whole, whole.length / 2));
  }

  @Test
  void refuseACodeOrARefreshTokenThatIsGood() {
    JsonNode tokens = psc.tokens();
    psc.faults.arm("code-expire");
    Served code = psc.exchange(psc.login().get("code"));
    assertThat(json(code).get("error_description").asText()).isEqualTo("Code not valid");
    psc.faults.disarm();
    psc.faults.arm("refresh-refuse");
    Served refresh = psc.refresh(text(tokens, "refresh_token"));
    assertThat(json(refresh).get("error_description").asText()).isEqualTo("Session not active");
  }

  @Test
  void takeTheKeySetDown() {
    psc.faults.arm("jwks-indisponible");

    assertThat(psc.back("GET", CONNECT + "certs", Headers.none(), "").answer().status())
        .isEqualTo(503);
  }

  @Test
  void changeTheKeyAndKeepTheOldOne() throws Exception {
    String before = text(psc.tokens(), "id_token");
    psc.faults.arm("rotation-cles");
    String after = text(psc.tokens(), "id_token");
    psc.faults.disarm();

    assertThat(signing()).hasSize(2);
    assertThat(verifiesWithAnyKey(before)).isTrue();
    assertThat(verifiesWithAnyKey(after)).isTrue();
    assertThat(PscOnPaper.header(after)).isNotEqualTo(PscOnPaper.header(before));
  }

  @Test
  void changeTheKeyAndTakeTheOldOneAway() throws Exception {
    String before = text(psc.tokens(), "id_token");
    psc.faults.arm("rotation-cles", Map.of("ancienne", "retiree"));
    String after = text(psc.tokens(), "id_token");

    assertThat(signing()).hasSize(1);
    assertThat(verifiesWithAnyKey(before)).isFalse();
    assertThat(verifiesWithAnyKey(after)).isTrue();
  }

  private void everything() {
    Served first = asked();
    if (first.answer().status() != 302) {
      return;
    }
    asked();
    String code = PscOnPaper.returned(asked()).get("code");
    if (code == null) {
      return;
    }
    JsonNode tokens = json(psc.exchange(code));
    if (tokens.has("access_token")) {
      psc.userinfo(text(tokens, "access_token"));
      told();
      psc.userinfo(text(tokens, "access_token"));
      psc.refresh(text(tokens, "refresh_token"));
    }
    psc.back("GET", CONNECT + "certs", Headers.none(), "");
    ciba.next("accepter");
    JsonNode asked = json(ciba.ask(CibaOnPaper.correctRequest()));
    if (asked.has("auth_req_id")) {
      ciba.poll(text(asked, "auth_req_id"));
    }
    if (tokens.has("id_token")) {
      psc.post(
          "logout",
          Map.of(
              "id_token_hint",
              text(tokens, "id_token"),
              "client_id",
              "lps-demo",
              "post_logout_redirect_uri",
              PscOnPaper.REDIRECT),
          Headers.none());
      logOutOnThePage();
    }
  }

  private Served asked() {
    psc.control("next-login", new NextLogin(People.DOCTOR, "accepter"));
    return psc.authorize(PscOnPaper.correctRequest());
  }

  // The hint of a spoilt token is refused: the page ends the session all the same
  private void logOutOnThePage() {
    Served page = psc.back("GET", CONNECT + "logout", Headers.none(), "");
    Matcher ticket =
        Pattern.compile("name=\"session_code\" value=\"([^\"]+)\"").matcher(PscOnPaper.text(page));
    assertThat(ticket.find()).isTrue();
    psc.post("logout", Map.of("session_code", ticket.group(1)), Headers.none());
  }

  private void told() {
    psc.control(
        "clients",
        new ClientRequest(
            "lps-demo",
            psc.secret(),
            "client_secret_basic",
            null,
            List.of(PscOnPaper.REDIRECT),
            null,
            Map.of(
                "backchannel_logout_uri",
                "http://127.0.0.1:1/deconnexion",
                "userinfo_signed_response_alg",
                "RS256")));
  }

  private JsonNode idToken(String fault) {
    return claims(token(fault));
  }

  private String token(String fault) {
    psc.faults.disarm();
    psc.faults.arm(fault);
    String token = text(psc.tokens(), "id_token");
    psc.faults.disarm();
    return token;
  }

  private List<JWK> signing() throws Exception {
    return keys().getKeys().stream()
        .filter(key -> KeyUse.SIGNATURE.equals(key.getKeyUse()))
        .toList();
  }

  private JWKSet keys() throws Exception {
    return JWKSet.parse(json(psc.back("GET", CONNECT + "certs", Headers.none(), "")).toString());
  }

  private boolean verifiesWithAnyKey(String token) throws Exception {
    JWSObject object = JWSObject.parse(token);
    for (Object key : keys().getKeys()) {
      JWSVerifier verifier = new RSASSAVerifier((RSAKey) key);
      if (object.verify(verifier)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String text(JsonNode tokens, String member) {
    return tokens.get(member).asText();
  }
}
