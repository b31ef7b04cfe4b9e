package fr.socle.essais;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.SpaceDescriptor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A relying party that nobody here wrote, against {@code ./socle up}. */
class ModAuthOpenidcTest {
  private static SocleProcess socle;
  private static Path folder;

  private SpaceDescriptor space;
  private LoginWindow window;

  @BeforeAll
  static void start() throws IOException {
    folder = Files.createTempDirectory("socle-apache");
    socle = SocleProcess.up(folder.resolve("banc"));
  }

  @AfterAll
  static void stop() {
    socle.close();
  }

  @BeforeEach
  void openWindow() {
    BenchClient bench = socle.client();
    space = socle.space();
    window = LoginWindow.open(bench, space, "Apache mod_auth_openidc");
  }

  @AfterEach
  void closeWindow() {
    window.close();
  }

  @Test
  void logsAProfessionalInByCodeFlowWithPkceThroughTheWalletDiscovery() throws Exception {
    try (ApacheRelyingParty apache = withSecret()) {
      assertOpen(browser().get(apache.page()), apache);
    }
    assertThat(window.transactions())
        .contains("PSC discovery", "PSC authorize", "PSC token", "PSC jwks", "PSC userinfo");
    assertThat(window.brokenRules()).isEmpty();
  }

  static Stream<Refused> refused() {
    return Stream.of(
        new Refused("nonce-faux", "the nonce value"),
        new Refused("nonce-absent", "mandatory JSON key \"nonce\" could not be found"),
        new Refused("iss-faux", "does not match received \"iss\" value in id_token"),
        new Refused("aud-faux", "is not equal to the configured client_id"),
        new Refused("exp-passee", "\"exp\" validation failure"),
        new Refused("iat-futur", "JWT was issued more than 600 seconds in the future"),
        new Refused(
            "at-hash-faux", "could not validate access token against \"at_hash\" claim value"),
        new Refused("alg-none", "no OpenSSL digest algorithm name found for algorithm \"none\""),
        new Refused("sans-signature", "cjose_jws_import failed"),
        new Refused("hs256-secret", "could not find key with kid"),
        new Refused("hs256-cle-publique", "could not find key with kid"),
        new Refused("signature-fausse", "id_token signature could not be validated"),
        new Refused("kid-inconnu", "could not find key with kid"),
        new Refused("state-faux", "unable to restore state"),
        new Refused("state-absent", "Invalid Request"),
        new Refused(
            "iss-reponse-faux", "does not match the issuer provided in the response by the OP"),
        new Refused("code-expire", "\"\"Code not valid\"\""));
  }

  static Stream<Unnoticed> unnoticed() {
    return Stream.of(
        new Unnoticed("acr-autre", "PSC-SUI-11"),
        new Unnoticed("acr-absent", ""),
        new Unnoticed("kid-absent", ""));
  }

  static Stream<Refused> loggedInWithoutUserinfo() {
    return Stream.of(
        new Refused("userinfo-autre-sub", "does not match the one in the id_token"),
        new Refused("userinfo-401", "\"\"invalid_token\"\""),
        new Refused("userinfo-tronque", "JSON parsing returned an error"));
  }

  @Test
  void doesWhatTheDocumentationSays() throws Exception {
    Map<String, String> seen = ClientsPage.words(refused(), unnoticed());
    loggedInWithoutUserinfo().forEach(one -> seen.put(one.fault(), "sans userinfo"));

    assertThat(ClientsPage.column("mod_auth_openidc")).isEqualTo(seen);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesTheLoginAndSaysWhy(Refused refused) throws Exception {
    window.arm(refused.fault(), Map.of());

    try (ApacheRelyingParty apache = withSecret()) {
      HttpResponse<String> page = browser().get(apache.page());
      assertClosed(page);
      assertThat(apache.log() + page.body()).contains(refused.words());
    }
    assertThat(window.struck(refused.fault())).isTrue();
    assertThat(window.brokenRules()).as("the bench has nothing against it").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("unnoticed")
  void logsInAndIsFoundOutByTheBench(Unnoticed unnoticed) throws Exception {
    window.arm(unnoticed.fault(), Map.of());

    try (ApacheRelyingParty apache = withSecret()) {
      assertOpen(browser().get(apache.page()), apache);
    }
    assertThat(window.struck(unnoticed.fault())).isTrue();
    assertThat(String.join(",", window.brokenRules())).isEqualTo(unnoticed.rule());
  }

  @ParameterizedTest
  @MethodSource("loggedInWithoutUserinfo")
  void logsInOnTheIdentityTokenAloneWhenUserinfoIsWrong(Refused userinfo) throws Exception {
    window.arm(userinfo.fault(), Map.of());

    try (ApacheRelyingParty apache = withSecret()) {
      assertOpen(browser().get(apache.page()), apache);
      assertThat(apache.log()).contains(userinfo.words(), "nothing will be stored in the session");
    }
    assertThat(window.struck(userinfo.fault())).isTrue();
  }

  @Test
  void saysThatTheKeysCannotBeRead() throws Exception {
    window.arm("jwks-indisponible", Map.of());

    try (ApacheRelyingParty apache = withSecret()) {
      assertClosed(browser().get(apache.page()));
      assertThat(apache.log()).contains("id_token signature could not be validated");
    }
    assertThat(window.struck("jwks-indisponible")).isTrue();
  }

  // It takes a return that carries iss without code for a login initiated elsewhere.
  @Test
  void speaksOfAnInvalidRequestWhenTheProfessionalRefused() throws Exception {
    window.announce("refuser");

    try (ApacheRelyingParty apache = withSecret()) {
      HttpResponse<String> page = browser().get(apache.page());
      assertClosed(page);
      assertThat(page.body()).contains("Invalid Request").doesNotContain("access_denied");
    }
  }

  @Test
  void authenticatesWithItsCertificateAtTheTokenEndpoint() throws Exception {
    try (ApacheRelyingParty apache = withCertificate("psc-client")) {
      assertOpen(browser().get(apache.page()), apache);
    }
    assertThat(tokenCall().clientCertificate())
        .isEqualTo(ClientTls.keyStore(space, "psc-client").subject());
  }

  @ParameterizedTest
  @CsvSource({
    "organisation, invalid_client, invalid_client",
    "autorite-inconnue, alert certificate unknown, certificat-client-refuse",
    "expire, alert certificate unknown, certificat-client-refuse",
  })
  void isNotLetInWithTheCertificate(String name, String reason, String refusal) throws Exception {
    try (ApacheRelyingParty apache = withCertificate(name)) {
      assertClosed(browser().get(apache.page()));
      assertThat(apache.log()).contains(reason);
    }
    assertThat(window.refusals()).containsExactly(refusal);
  }

  @Test
  void logsOutOfBothAndThenAuthenticationIsAskedAgain() throws Exception {
    try (ApacheRelyingParty apache = withSecret()) {
      Browser browser = browser();
      assertOpen(browser.get(apache.page()), apache);
      assertThat(window.livingSessions()).isNotEmpty();

      assertThat(browser.get(apache.logout()).body()).isEqualTo("au revoir\n");

      assertThat(window.livingSessions()).isEmpty();
      window.announce("personne");
      HttpResponse<String> again = browser.get(apache.page());
      assertThat(again.uri().toString()).startsWith(space.urls().get("psc.wallet"));
      assertClosed(again);
    }
    assertThat(window.brokenRules()).isEmpty();
  }

  private ApacheRelyingParty withSecret() throws IOException {
    return ApacheRelyingParty.withSecret(space, Files.createTempDirectory(folder, "httpd"));
  }

  private ApacheRelyingParty withCertificate(String name) throws IOException {
    return ApacheRelyingParty.withCertificate(
        space, Files.createTempDirectory(folder, "httpd"), ClientTls.keyStore(space, name));
  }

  private Browser browser() {
    return new Browser(Path.of(space.caFile()));
  }

  private Exchange tokenCall() {
    return window.exchanges().stream()
        .filter(exchange -> "PSC token".equals(exchange.transaction()))
        .findFirst()
        .orElseThrow();
  }

  private void assertOpen(HttpResponse<String> page, ApacheRelyingParty apache) throws IOException {
    assertThat(page.statusCode()).as(apache.log()).isEqualTo(200);
    assertThat(page.body()).isEqualTo("dossier ouvert\n");
    assertThat(page.headers().firstValue("X-Professionnel").orElse(""))
        .startsWith(window.doctor().nationalId());
  }

  /** Apache answers its error page, with status 200: what counts is that the door stays closed. */
  private static void assertClosed(HttpResponse<String> page) {
    assertThat(page.body()).doesNotContain("dossier ouvert");
    assertThat(page.headers().firstValue("X-Professionnel").orElse("")).isEmpty();
  }
}
