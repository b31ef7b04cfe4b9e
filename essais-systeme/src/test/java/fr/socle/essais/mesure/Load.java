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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

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

  /** Makes what each client calls again and again. */
  interface ClientFactory {
    Callable<HttpResponse<byte[]>> client(int number) throws Exception;
  }

  private static Figures measure(ClientFactory factory) throws Exception {
    return measure(factory, WARM_UP, CALLS);
  }

  /**
   * Calls by four clients at once; one that fails ends the measure with its cause.
   *
   * @param warmUp calls of each client that are not measured
   * @param calls calls of each client that are
   */
  static Figures measure(ClientFactory factory, int warmUp, int calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Callable<HttpResponse<byte[]>>> clients = new ArrayList<>();
      for (int n = 0; n < CLIENTS; n++) {
        clients.add(factory.client(n));
      }
      var unused = together(threads, clients, warmUp);
      long start = System.nanoTime();
      long[] all = together(threads, clients, calls);
      double seconds = (System.nanoTime() - start) / 1e9;
      Arrays.sort(all);
      return new Figures(
          all.length / seconds, all[all.length / 2] / 1e6, all[all.length * 99 / 100] / 1e6);
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * Times of the calls of all clients at once.
   *
   * @throws Exception of the first client that fails; nobody waits for the others
   */
  private static long[] together(
      ExecutorService threads, List<Callable<HttpResponse<byte[]>>> clients, int calls)
      throws Exception {
    CompletionService<long[]> runs = new ExecutorCompletionService<>(threads);
    for (Callable<HttpResponse<byte[]>> client : clients) {
      runs.submit(() -> times(client, calls));
    }
    long[] all = new long[clients.size() * calls];
    for (int ended = 0; ended < clients.size(); ended++) {
      try {
        System.arraycopy(runs.take().get(), 0, all, ended * calls, calls);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof Exception cause ? cause : e;
      }
    }
    return all;
  }

  private static long[] times(Callable<HttpResponse<byte[]>> client, int calls) throws Exception {
    long[] times = new long[calls];
    for (int i = 0; i < calls; i++) {
      long start = System.nanoTime();
      succeed(client);
      times[i] = System.nanoTime() - start;
    }
    return times;
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
}
