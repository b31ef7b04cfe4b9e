package fr.socle.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.NextPhone;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.spi.ControlOperation;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a software to INSi and to the DMP through the Proxy e-Santé, all of it over the wire. */
class ProxyToServicesTest {
  private static final Pattern ACTION =
      Pattern.compile("soapAction=\"([^\"]*rechercherInsAvecTraitsIdentite[^\"]*)\"");

  @Test
  void aSoftwareReachesInsiWithAnApiToken(@TempDir Path pki) throws Exception {
    try (Bench bench = Bench.start(BenchOptions.builder().pkiDirectory(pki).build())) {
      SpaceDescriptor space =
          bench.createSpace(new SpaceRequest(null, null, Map.of("psc.ciba-interval-seconds", "1")));
      phonesAccept(bench, space);
      HttpClient lps = HttpClient.newBuilder().sslContext(trusting(space)).build();
      String proxy = space.urls().get("psc.proxy");
      String cookie = connected(lps, proxy);
      HttpRequest.Builder insi =
          HttpRequest.newBuilder(URI.create(proxy + "/send/insi/lps")).header("Cookie", cookie);

      String contract =
          lps.send(
                  insi.copy().uri(URI.create(proxy + "/send/insi/lps?wsdl")).build(),
                  BodyHandlers.ofString())
              .body();
      Matcher action = ACTION.matcher(contract);
      assertThat(action.find()).as(contract).isTrue();
      HttpResponse<String> answer =
          lps.send(
              insi.header(
                      "Content-Type",
                      "application/soap+xml; charset=utf-8; action=\"" + action.group(1) + "\"")
                  .POST(
                      BodyPublishers.ofString(
                          "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\">"
                              + "<s:Body/></s:Envelope>"))
                  .build(),
              BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/soap+xml");
      assertThat(answer.body()).contains("Fault");
      List<Exchange> exchanges = bench.exchanges(space.id(), 0, null).exchanges();
      assertThat(exchanges)
          .filteredOn(one -> one.method().equals("POST"))
          .extracting(Exchange::transaction)
          .endsWith("INSi WS_INS2", "API call", "Proxy send");
      assertThat(exchanges).extracting(Exchange::transaction).containsOnlyOnce("API token");
    }
  }

  /** The DMP sees the certificate of the structure of the proxy, and answers in its own words. */
  @Test
  void aSoftwareReachesTheDmpWithAnApiToken(@TempDir Path pki) throws Exception {
    try (Bench bench = Bench.start(BenchOptions.builder().pkiDirectory(pki).build())) {
      SpaceDescriptor space =
          bench.createSpace(new SpaceRequest(null, null, Map.of("psc.ciba-interval-seconds", "1")));
      phonesAccept(bench, space);
      HttpClient lps = HttpClient.newBuilder().sslContext(trusting(space)).build();
      String proxy = space.urls().get("psc.proxy");

      HttpResponse<String> answer =
          lps.send(
              HttpRequest.newBuilder(
                      URI.create(proxy + "/send/dmp/si-dmp-server/v2/services/patients"))
                  .header("Cookie", connected(lps, proxy))
                  .header("Content-Type", "application/soap+xml; charset=utf-8")
                  .POST(
                      BodyPublishers.ofString(
                          "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\">"
                              + "<s:Header xmlns:a=\"http://www.w3.org/2005/08/addressing\">"
                              + "<a:Action>urn:hl7-org:v3:PRPA_IN201307UV02</a:Action>"
                              + "<a:MessageID>urn:uuid:1</a:MessageID></s:Header><s:Body>"
                              + "<PRPA_IN201307UV02 xmlns=\"urn:hl7-org:v3\"/></s:Body>"
                              + "</s:Envelope>"))
                  .build(),
              BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).contains("MOCK_VIHF_INVALID").contains("aucun VIHF");
      List<Exchange> exchanges = bench.exchanges(space.id(), 0, null).exchanges();
      assertThat(exchanges)
          .filteredOn(one -> one.method().equals("POST"))
          .extracting(Exchange::transaction)
          .endsWith("DMP TD0.2", "API call", "Proxy send");
      assertThat(exchanges)
          .filteredOn(one -> "DMP TD0.2".equals(one.transaction()))
          .extracting(one -> one.clientCertificate())
          .allSatisfy(subject -> assertThat(subject).contains("OU="));
    }
  }

  /** The cookie of a session that was opened by telephone. */
  private static String connected(HttpClient lps, String proxy) throws Exception {
    HttpResponse<String> connected =
        lps.send(
            HttpRequest.newBuilder(URI.create(proxy + "/connect"))
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"nationalId\":\"899990000012\",\"bindingMessage\":\"07\","
                            + "\"clientId\":\"lps-demo-mtls\",\"channel\":\"CARD\"}"))
                .build(),
            BodyHandlers.ofString());
    String cookie = connected.headers().firstValue("Set-Cookie").orElseThrow();
    return cookie.substring(0, cookie.indexOf(';'));
  }

  @SuppressWarnings("unchecked")
  private static void phonesAccept(Bench bench, SpaceDescriptor space) {
    Object unused =
        bench.serviceOperations(space.id(), "psc").stream()
            .filter(operation -> operation.name().equals("next-phone"))
            .map(operation -> (ControlOperation<Object, Object>) operation)
            .findFirst()
            .orElseThrow()
            .run()
            .apply(new NextPhone(null, "accepter", null, null));
  }

  private static SSLContext trusting(SpaceDescriptor space) throws Exception {
    KeyStore authorities = KeyStore.getInstance("PKCS12");
    authorities.load(null, null);
    try (InputStream pem = Files.newInputStream(Path.of(space.caFile()))) {
      authorities.setCertificateEntry(
          "banc", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(authorities);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
