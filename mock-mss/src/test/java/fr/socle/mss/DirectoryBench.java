package fr.socle.mss;

import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.MssMailbox;
import fr.socle.bench.client.api.MssPublication;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.ProfessionalRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.spi.ControlOperation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A bench with the mail alone, and two professionals whose mailboxes the directory publishes. */
final class DirectoryBench implements AutoCloseable {
  static final String KEY = "cle-annuaire-d-essai";
  static final String MARIE = "marie.testeur@medecin.mssante.fr";
  static final String CARDIO = "cardio@hopital-test.mssante.fr";

  private final Bench bench;
  private final SpaceDescriptor space;
  private final Professional marie;
  private final SSLContext tls;
  private final HttpClient http;

  private DirectoryBench(Bench bench, Map<String, String> settings) throws Exception {
    this.bench = bench;
    this.space = bench.createSpace(new SpaceRequest(null, null, settings));
    this.marie = bench.createProfessional(space.id(), new ProfessionalRequest(null));
    Professional nurse =
        bench.createProfessional(space.id(), new ProfessionalRequest("infirmiere"));
    call("mailbox", new MssMailbox(MARIE, marie.nationalId()));
    call("mailbox", MssMailbox.organisation(CARDIO, List.of(nurse.nationalId()), "Cardiologie"));
    this.tls = trusting(Path.of(space.caFile()));
    this.http = HttpClient.newBuilder().sslContext(tls).build();
  }

  static DirectoryBench open(Path pki, Map<String, String> settings) throws Exception {
    return new DirectoryBench(
        Bench.start(BenchOptions.builder().pkiDirectory(pki).services(new MssMock()).build()),
        settings);
  }

  private static SSLContext trusting(Path ca) throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (InputStream in = Files.newInputStream(ca)) {
      trusted.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  SSLContext tls() {
    return tls;
  }

  Professional marie() {
    return marie;
  }

  String url(String name) {
    return space.urls().getOrDefault(name, "");
  }

  int port(String listener) {
    return URI.create(url(listener)).getPort();
  }

  void doctors(int count) {
    for (int i = 0; i < count; i++) {
      bench.createProfessional(space.id(), new ProfessionalRequest(null));
    }
  }

  void publish(MssPublication publication) {
    call("publication", publication);
  }

  void open(MssMailbox mailbox) {
    call("mailbox", mailbox);
  }

  void arm(String fault, Map<String, String> parameters) {
    bench.armFault(space.id(), new FaultRequest("mss", fault, parameters, 1, null));
  }

  HttpResponse<String> fhir(String below) throws Exception {
    return get(url("mss.fhir") + below, KEY);
  }

  HttpResponse<String> get(String url, @Nullable String key) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    if (key != null) {
      request.header("ESANTE-API-KEY", key);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<byte[]> bytes(String url) throws Exception {
    return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
  }

  HttpResponse<String> send(String method, String below, String type, String body)
      throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(url("mss.fhir") + below))
            .header("ESANTE-API-KEY", KEY)
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  @SuppressWarnings("unchecked")
  private @Nullable Object call(String name, Object input) {
    ControlOperation<Object, Object> operation =
        (ControlOperation<Object, Object>)
            bench.serviceOperations(space.id(), "mss").stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    return operation.run().apply(input);
  }

  List<Exchange> journal() {
    return bench.exchanges(space.id(), 0, null).exchanges();
  }

  List<String> transactions() {
    return journal().stream().map(each -> String.valueOf(each.transaction())).toList();
  }

  @Override
  public void close() {
    bench.close();
  }
}
