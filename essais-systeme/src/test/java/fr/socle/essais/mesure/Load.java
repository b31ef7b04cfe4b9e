package fr.socle.essais.mesure;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.ClientDescription;
import fr.socle.essais.InsiMessage;
import fr.socle.essais.PscLogin;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Four clients that call as fast as they are answered; loopback only, bounded in count. */
final class Load {
  private static final int CLIENTS = 4;
  private static final int WARM_UP = 500;
  private static final int CALLS = 1500;

  private final SpaceDescriptor space;
  private final ObjectMapper json = new ObjectMapper();

  Load(SpaceDescriptor space) {
    this.space = space;
  }

  /** What was measured. */
  record Figures(double perSecond, double p50Millis, double p99Millis) {}

  Figures bare(URI address) throws Exception {
    byte[] body = new byte[400];
    return measure(
        client -> {
          HttpClient http = http("insi-auto");
          return () ->
              http.send(
                  HttpRequest.newBuilder(address).POST(BodyPublishers.ofByteArray(body)).build(),
                  BodyHandlers.ofByteArray());
        });
  }

  Figures tokens() throws Exception {
    return tokens(() -> new PscLogin(space, http(null)));
  }

  /** The same login and refresh at another mock. */
  Figures tokens(OtherMock other) throws Exception {
    ClientDescription party =
        new ClientDescription("mesure", "mesure", "client_secret_basic", List.of(), null);
    return tokens(() -> new PscLogin(http(null), other.authorization(), other.token(), party));
  }

  private Figures tokens(Callable<PscLogin> logins) throws Exception {
    return measure(
        n -> {
          PscLogin party = logins.call();
          String[] refresh = {party.tokens().path("refresh_token").asText()};
          return () -> {
            HttpResponse<byte[]> answer = party.refresh(refresh[0]);
            refresh[0] = json.readTree(answer.body()).path("refresh_token").asText();
            return answer;
          };
        });
  }

  Figures searches(List<Patient> patients) throws Exception {
    URI insi = URI.create(space.urls().get("insi.certificate"));
    InsiMessage messages = new InsiMessage(space, "insi-auto");
    return measure(
        n -> {
          HttpClient http = http("insi-auto");
          int[] next = {n};
          return () -> {
            Patient patient = patients.get(next[0]++ % patients.size());
            return http.send(
                HttpRequest.newBuilder(insi)
                    .header("Content-Type", InsiMessage.contentType(InsiMessage.ACTION))
                    .POST(BodyPublishers.ofString(messages.search(patient)))
                    .build(),
                BodyHandlers.ofByteArray());
          };
        });
  }

  /**
   * Each patient searched once, one after the other, nothing warmed up. Homonyms of one day are
   * several answers.
   */
  Figures searchEach(List<Patient> patients) throws Exception {
    URI insi = URI.create(space.urls().get("insi.certificate"));
    InsiMessage messages = new InsiMessage(space, "insi-auto");
    HttpClient http = http("insi-auto");
    long[] times = new long[patients.size()];
    int found = 0;
    long begin = System.nanoTime();
    for (int i = 0; i < times.length; i++) {
      String search = messages.search(patients.get(i));
      long start = System.nanoTime();
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(insi)
                  .header("Content-Type", InsiMessage.contentType(InsiMessage.ACTION))
                  .POST(BodyPublishers.ofString(search))
                  .build(),
              BodyHandlers.ofString());
      times[i] = System.nanoTime() - start;
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
      found += answer.body().contains("INSACTIF") ? 1 : 0;
    }
    if (found < times.length * 3 / 4) {
      throw new IllegalStateException("only " + found + " people found of " + times.length);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    Arrays.sort(times);
    return new Figures(
        times.length / seconds,
        times[times.length / 2] / 1e6,
        times[times.length * 99 / 100] / 1e6);
  }

  private interface ClientFactory {
    Callable<HttpResponse<byte[]>> client(int number) throws Exception;
  }

  private Figures measure(ClientFactory factory) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      CountDownLatch warm = new CountDownLatch(CLIENTS);
      List<Future<long[]>> runs =
          IntStream.range(0, CLIENTS)
              .mapToObj(
                  n ->
                      threads.submit(
                          () -> {
                            Callable<HttpResponse<byte[]>> call = factory.client(n);
                            for (int i = 0; i < WARM_UP; i++) {
                              succeed(call);
                            }
                            warm.countDown();
                            warm.await();
                            long[] times = new long[CALLS];
                            for (int i = 0; i < CALLS; i++) {
                              long start = System.nanoTime();
                              succeed(call);
                              times[i] = System.nanoTime() - start;
                            }
                            return times;
                          }))
              .toList();
      warm.await();
      long start = System.nanoTime();
      long[] all = new long[CLIENTS * CALLS];
      int at = 0;
      for (Future<long[]> run : runs) {
        long[] times = run.get();
        System.arraycopy(times, 0, all, at, times.length);
        at += times.length;
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      Arrays.sort(all);
      return new Figures(
          all.length / seconds, all[all.length / 2] / 1e6, all[all.length * 99 / 100] / 1e6);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void succeed(Callable<HttpResponse<byte[]>> call) throws Exception {
    HttpResponse<byte[]> answer = call.call();
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(
          answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
    }
  }

  private HttpClient http(String identity) throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    char[] password = new char[0];
    if (identity != null) {
      var holder =
          space.keyStores().stream()
              .filter(k -> k.name().equals(identity))
              .findFirst()
              .orElseThrow();
      password = holder.password().toCharArray();
      try (InputStream in = Files.newInputStream(Path.of(holder.pkcs12()))) {
        store.load(in, password);
      }
    }
    keys.init(store, password);
    context.init(keys.getKeyManagers(), new TrustManager[] {new TrustAll()}, null);
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(context).build();
  }

  /** Throughput is measured, not trust: the bare server has a certificate of its own. */
  private static final class TrustAll extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(
        java.security.cert.X509Certificate[] chain, String type, java.net.Socket socket) {}

    @Override
    public void checkServerTrusted(
        java.security.cert.X509Certificate[] chain, String type, java.net.Socket socket) {}

    @Override
    public void checkClientTrusted(
        java.security.cert.X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public void checkServerTrusted(
        java.security.cert.X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public void checkClientTrusted(java.security.cert.X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(java.security.cert.X509Certificate[] chain, String type) {}

    @Override
    public java.security.cert.X509Certificate[] getAcceptedIssuers() {
      return new java.security.cert.X509Certificate[0];
    }
  }
}
