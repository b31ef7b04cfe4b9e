package fr.socle.essais.mesure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.NextPhone;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.essais.ClientTls;
import fr.socle.essais.PscLogin;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Many logins without browser at once, each polled at the pace the service asks for. */
final class CibaLoad {
  private static final int CLIENTS = 8;
  private static final int INTERVAL_MILLIS = 5_000;
  private static final int ACCEPTED_AFTER_SECONDS = 40;
  private static final long FUZZY_MILLIS = 1_500;

  private final SpaceDescriptor space;
  private final HttpClient http;
  private final String basic;
  private final ObjectMapper json = new ObjectMapper();

  CibaLoad(SpaceDescriptor space) throws Exception {
    this.space = space;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(ClientTls.anonymous(space))
            .build();
    this.basic = new PscLogin(space, http).basic();
  }

  /**
   * What was measured.
   *
   * @param polls polls sent
   * @param wrong those that were not answered as they had to be
   */
  record Figures(int polls, int wrong, double p50Millis, double p99Millis) {}

  /** Asks for this many logins of somebody who accepts them after a while, and collects all. */
  Figures run(BenchClient bench, Professional who, int logins) throws Exception {
    bench.nextPhone(
        space.id(), new NextPhone(who.nationalId(), "accepter", ACCEPTED_AFTER_SECONDS, null));
    List<Login> pending = new ArrayList<>();
    for (int i = 0; i < logins; i++) {
      pending.add(ask(who));
    }
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    Run run =
        new Run(
            threads,
            new ConcurrentLinkedQueue<>(),
            new ConcurrentLinkedQueue<>(),
            new CountDownLatch(logins));
    try {
      for (int i = 0; i < logins; i++) {
        poll(run, pending.get(i), (long) i * INTERVAL_MILLIS / logins);
      }
      if (!run.collected().await(3, TimeUnit.MINUTES)) {
        throw new IllegalStateException("not all logins were collected: " + run.wrong());
      }
    } finally {
      threads.shutdownNow();
    }
    long[] all = run.times().stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(all);
    return new Figures(
        all.length,
        run.wrong().size(),
        all[all.length / 2] / 1e6,
        all[all.length * 99 / 100] / 1e6);
  }

  private record Run(
      ExecutorService threads, Queue<Long> times, Queue<String> wrong, CountDownLatch collected) {}

  private record Login(String authReqId, long askedNanos) {}

  private Login ask(Professional who) throws IOException, InterruptedException {
    JsonNode answer =
        post(
            space.urls().get("psc.ciba"),
            "scope=openid%20scope_all&acr_values=eidas1&binding_message=42&channel=MOBILE"
                + "&login_hint="
                + encoded(who.nationalId()));
    return new Login(answer.path("auth_req_id").asText(), System.nanoTime());
  }

  private void poll(Run run, Login login, long delayMillis) {
    CompletableFuture.delayedExecutor(delayMillis, TimeUnit.MILLISECONDS, run.threads())
        .execute(
            () -> {
              try {
                long start = System.nanoTime();
                String told = poll(login).path("error").asText("");
                long took = System.nanoTime() - start;
                run.times().add(took);
                judge(told, (start - login.askedNanos()) / 1_000_000, run.wrong());
                if (told.isEmpty()) {
                  run.collected().countDown();
                } else {
                  poll(run, login, Math.max(0, INTERVAL_MILLIS - took / 1_000_000));
                }
              } catch (IOException | InterruptedException e) {
                run.wrong().add(e.toString());
                run.collected().countDown();
              }
            });
  }

  private JsonNode poll(Login login) throws IOException, InterruptedException {
    return post(
        space.urls().get("psc.token"),
        "grant_type=urn%3Aopenid%3Aparams%3Agrant-type%3Aciba&auth_req_id="
            + encoded(login.authReqId()));
  }

  private static void judge(String told, long ageMillis, Queue<String> wrong) {
    long late = ageMillis - ACCEPTED_AFTER_SECONDS * 1_000L;
    boolean right =
        Math.abs(late) < FUZZY_MILLIS
            ? told.isEmpty() || told.equals("authorization_pending")
            : told.equals(late < 0 ? "authorization_pending" : "");
    if (!right) {
      wrong.add(told + " after " + ageMillis + " ms");
    }
  }

  private JsonNode post(String address, String form) throws IOException, InterruptedException {
    return json.readTree(
        http.send(
                HttpRequest.newBuilder(URI.create(address))
                    .header("Authorization", basic)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))
                    .build(),
                BodyHandlers.ofByteArray())
            .body());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
