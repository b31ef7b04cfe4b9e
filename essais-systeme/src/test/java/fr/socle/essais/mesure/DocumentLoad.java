package fr.socle.essais.mesure;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.KeyStoreDescription;
import fr.socle.essais.ClientTls;
import fr.socle.essais.SocleProcess;
import fr.socle.essais.dmp.DmpBodies;
import fr.socle.essais.dmp.DmpCard;
import fr.socle.essais.dmp.DmpClient;
import fr.socle.essais.dmp.DmpEntry;
import fr.socle.essais.dmp.DmpVihf;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * Documents of 100 kB fed, and searches, by four clients as fast as they are answered: a bench,
 * then IPF on CXF, which reads messages into its model and keeps nothing. Same client, same
 * messages.
 */
final class DocumentLoad {
  private static final int WARM_UP = 50;
  private static final int CALLS = 200;
  private static final int SIZE = 100_000;

  private final DmpCard card;
  private final String patient;
  private final String asked;
  private final DmpClient client;
  private final String vihf;
  private final String vihfOfAsked;
  private final AtomicLong number = new AtomicLong();

  /**
   * Clients of an address. VIHFs are good for five minutes: each is made once.
   *
   * @param patient who is fed
   * @param asked who is searched, and has one document
   */
  private DocumentLoad(URI base, DmpCard card, String patient, String asked) throws Exception {
    this.card = card;
    this.patient = patient;
    this.asked = asked;
    this.client = new DmpClient(base, card, patient);
    this.vihf = DmpVihf.text(card, patient);
    this.vihfOfAsked = DmpVihf.text(card, asked);
  }

  /** Prints what a bench does, then what IPF does. */
  static void print(SocleProcess socle, Path folder, String patient, String asked)
      throws Exception {
    SpaceDescriptor space = socle.space();
    DmpCard card = trustingAll(space);
    URI bench = URI.create(space.urls().get("dmp"));
    new DocumentLoad(bench, card, patient, asked).print("the bench", socle.residentMegabytes());
    PerformanceBenchmark.print(
        "  memory of the bench after that", socle.residentMegabytes() + " MB");
    try (IpfEndpoint ipf = IpfEndpoint.start(folder)) {
      new DocumentLoad(ipf.address(), card, patient, asked).print("IPF on CXF, nothing kept", 0);
    }
  }

  private void print(String who, long resident) throws Exception {
    Load.Figures fed = Load.measure(client -> this::feed, WARM_UP, CALLS);
    Load.Figures found = Load.measure(client -> this::find, WARM_UP, CALLS);
    String before = resident == 0 ? "" : "; " + resident + " MB resident before";
    PerformanceBenchmark.print("  ITI-41 of 100 kB, " + who, perSecond(fed) + before);
    PerformanceBenchmark.print("  ITI-18, " + who, perSecond(found));
  }

  private static String perSecond(Load.Figures figures) {
    return String.format(
        Locale.ROOT, "%.0f per second, %s", figures.perSecond(), DocumentsMeasure.figures(figures));
  }

  private HttpResponse<byte[]> feed() throws Exception {
    String uniqueId = "1.3.6.1.4.1.32473.91." + number.incrementAndGet();
    DmpEntry entry = DmpEntry.report("Document01", uniqueId, card, patient);
    String body = DmpBodies.unsigned(uniqueId + ".0", List.of(entry));
    return succeeded(
        client.send(
            "repository",
            DmpClient.MTOM,
            DmpClient.mtom(
                DmpClient.envelope(DmpClient.FEED, vihf, body),
                Map.of("Document01", document(uniqueId)))));
  }

  private HttpResponse<byte[]> find() throws Exception {
    String search = DmpBodies.search(asked);
    return succeeded(
        client
            .about(asked)
            .send(
                "registry",
                DmpClient.SOAP,
                DmpClient.envelope(DmpClient.FIND, vihfOfAsked, search).getBytes(UTF_8)));
  }

  private static HttpResponse<byte[]> succeeded(HttpResponse<byte[]> answer) {
    String text = new String(answer.body(), UTF_8);
    if (!text.contains("ResponseStatusType:Success")) {
      throw new IllegalStateException(text);
    }
    return answer;
  }

  /** As long as a report with a picture or two; no two are alike. */
  private static byte[] document(String uniqueId) {
    String start =
        "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><id root=\"" + uniqueId + "\"/><text>";
    String end = "</text></ClinicalDocument>";
    return (start + "x".repeat(SIZE - start.length() - end.length()) + end).getBytes(UTF_8);
  }

  /** The card of the bench, for servers that have certificates of their own too. */
  private static DmpCard trustingAll(SpaceDescriptor space) throws Exception {
    DmpCard card = DmpCard.of(space);
    KeyStoreDescription holder = ClientTls.keyStore(space, "cps-authentification");
    char[] password = holder.password().toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(Path.of(holder.pkcs12()))) {
      store.load(in, password);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), new TrustManager[] {new TrustAll()}, null);
    return new DmpCard(
        tls, card.key(), card.certificate(), card.holder(), card.name(), card.structure());
  }
}
