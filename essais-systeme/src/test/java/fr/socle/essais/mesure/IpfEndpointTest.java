package fr.socle.essais.mesure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.essais.dmp.DmpBodies;
import fr.socle.essais.dmp.DmpCard;
import fr.socle.essais.dmp.DmpClient;
import fr.socle.essais.dmp.DmpEntry;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The endpoint that figures are compared with does the work it is measured for. */
class IpfEndpointTest {
  private static final String PATIENT = "188017505612345^^^&1.2.250.1.213.1.4.10&ISO^NH";
  private static final String DOCUMENT = "1.3.6.1.4.1.32473.92.1";

  private static IpfEndpoint ipf;
  private static DmpCard card;
  private static DmpClient client;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    ipf = IpfEndpoint.start(folder);
    card = card(BareJetty.keyStore(folder.resolve("carte.p12")));
    client = new DmpClient(ipf.address(), card, PATIENT);
  }

  @AfterAll
  static void stop() {
    ipf.close();
  }

  @Test
  void answersAFeedingWithASuccessAndASearchWithTheEntryFed() throws Exception {
    HttpResponse<byte[]> fed = feed(Map.of("Document01", "<document/>".getBytes(UTF_8)));
    HttpResponse<byte[]> found =
        client.send(
            "registry",
            DmpClient.SOAP,
            client.envelope(DmpClient.FIND, DmpBodies.search(PATIENT)).getBytes(UTF_8));

    assertThat(fed.statusCode()).isEqualTo(200);
    assertThat(text(fed)).contains("RegistryResponse", "ResponseStatusType:Success");
    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(text(found))
        .contains("AdhocQueryResponse", "ResponseStatusType:Success")
        .contains("ExtrinsicObject", "value=\"" + DOCUMENT + "\"");
  }

  @Test
  void answersADocumentThatDidNotComeWithAFault() throws Exception {
    HttpResponse<byte[]> fed = feed(Map.of());

    assertThat(fed.statusCode()).isEqualTo(500);
    assertThat(text(fed)).contains("Fault>").doesNotContain("ResponseStatusType:Success");
  }

  private HttpResponse<byte[]> feed(Map<String, byte[]> parts) throws Exception {
    DmpEntry entry = DmpEntry.report("Document01", DOCUMENT, card, PATIENT);
    String body = DmpBodies.unsigned(DOCUMENT + ".0", List.of(entry));
    return client.send(
        "repository", DmpClient.MTOM, DmpClient.mtom(client.envelope(DmpClient.FEED, body), parts));
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), UTF_8);
  }

  private static DmpCard card(Path file) throws Exception {
    char[] password = "mesure".toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    String alias = store.aliases().nextElement();
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, new TrustManager[] {new TrustAll()}, null);
    return new DmpCard(
        tls,
        (PrivateKey) store.getKey(alias, password),
        (X509Certificate) store.getCertificate(alias),
        "899990000020",
        new DmpCard.Name("DUPONT-TEST", "LEA"),
        "499999999900017");
  }
}
