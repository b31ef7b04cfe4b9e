package fr.socle.psc;

import static fr.socle.psc.PscOnPaper.claims;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.client.api.PscState;
import fr.socle.bench.client.api.SpaceDescriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A standard read paragraph by paragraph against a real bench: each test has a space of its own, in
 * which a doctor logs in without a page, and a browser that was never there.
 */
abstract class StandardOnTheWire {
  private static Bench bench;

  private WireSpace space;
  private WireBrowser browser;

  @BeforeAll
  static void start(@TempDir Path pki) {
    bench = Bench.start(BenchOptions.builder().services(new PscMock()).pkiDirectory(pki).build());
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @BeforeEach
  void open() throws Exception {
    space = new WireSpace(bench);
    browser = space.browser();
    logsIn(People.DOCTOR);
  }

  Bench bench() {
    return bench;
  }

  SpaceDescriptor space() {
    return space.descriptor;
  }

  WireBrowser browser() {
    return browser;
  }

  /** This person accepts the next logins at once. */
  void logsIn(String nationalId) {
    space.logsIn(nationalId);
  }

  /** The next login stops at its page. */
  void nobodyAnswers() {
    space.nobodyAnswers();
  }

  /** Another client, by secret, which comes back to the address of all tests. */
  void declares(String clientId, String secret, Map<String, String> settings) {
    run(
        "clients",
        new ClientRequest(
            clientId,
            secret,
            "client_secret_basic",
            null,
            List.of(PscOnPaper.REDIRECT),
            null,
            settings));
  }

  /** Asks something of the control API. */
  void run(String name, Object input) {
    Object unused = space.run(name, input);
  }

  PscState state() {
    return (PscState) space.run("state", null);
  }

  /** The discovery document, as a library reads it. */
  OIDCProviderMetadata provider() throws Exception {
    return OIDCProviderMetadata.parse(browser.get(browser.url("psc.discovery")).body());
  }

  /** Claims of the identity token that a request gets. */
  JsonNode idToken(Map<String, String> request) throws Exception {
    return claims(browser.tokens(request).get("id_token").asText());
  }
}
