package fr.socle.essais.dmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.essais.SocleProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;

/**
 * The bench dies while submissions are fed to it, of two documents each, every third of which
 * replaces a document of the one before: what it acknowledged is there when it starts again, and
 * what it had not acknowledged is there whole or not at all.
 */
class KilledFeedingTest {
  private static final int SENDERS = 3;
  private static final int LARGEST = 900_000; // several chunks of the store
  private static final Pattern ENTRY =
      Pattern.compile(
          "(?s)<rim:ExtrinsicObject id=\"([^\"]+)\"[^>]* status=\"[^\"]*:(\\w+)\".*?"
              + " value=\"(1\\.3\\.6[0-9.]+)\"");
  private static final String APPROVED = "'urn:oasis:names:tc:ebxml-regrep:StatusType:Approved'";

  /**
   * A submission.
   *
   * @param set its uniqueId
   * @param documents bytes by uniqueId, two of them
   * @param replaced uniqueId of the document that its first replaces; null when it replaces none
   */
  private record Submission(String set, Map<String, byte[]> documents, @Nullable String replaced) {}

  /** A document as it is listed. */
  private record Listed(String entryUuid, String status) {}

  private final Map<String, Submission> sent = new ConcurrentHashMap<>();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

  @RepeatedTest(3)
  void everyAcknowledgedSubmissionIsThereAndNoHalfSubmissionIs() throws Exception {
    Path data = Files.createTempDirectory("socle-depot").resolve("banc");
    Random random = new Random(System.nanoTime());
    int target = 5 + random.nextInt(40);
    List<String> patients = new ArrayList<>();
    try (SocleProcess socle = SocleProcess.up(data)) {
      BenchClient bench = socle.client();
      SpaceDescriptor space = socle.space();
      List<DmpClient> clients = new ArrayList<>();
      for (int sender = 0; sender < SENDERS; sender++) {
        String patient = composite(bench.createPatient(space.id(), new PatientRequest(null)));
        patients.add(patient);
        DmpClient client = new DmpClient(space, DmpCard.of(space), patient);
        client.authorize();
        clients.add(client);
      }
      feedUntilKilled(socle, clients, target, random.nextLong());
    }

    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(target);
    try (SocleProcess again = SocleProcess.up(data)) {
      SpaceDescriptor space = again.space();
      Map<String, Listed> listed = new HashMap<>();
      for (String patient : patients) {
        DmpClient client = new DmpClient(space, DmpCard.of(space), patient);
        listed.putAll(listed(client));
      }
      for (Submission each : sent.values()) {
        isWhole(each, listed);
      }
      for (int sender = 0; sender < SENDERS; sender++) {
        comesBack(new DmpClient(space, DmpCard.of(space), patients.get(sender)), sender, listed);
      }
      System.out.printf(
          "bench killed after %d acknowledged submissions of %d sent; %d documents are there%n",
          acknowledged.size(), sent.size(), listed.size());
    }
  }

  /** Both documents or none; the replaced one is over if, and only if, its successor is there. */
  private void isWhole(Submission submission, Map<String, Listed> listed) {
    boolean there = listed.keySet().containsAll(submission.documents().keySet());
    if (acknowledged.contains(submission.set())) {
      assertThat(there).as("acknowledged %s", submission.set()).isTrue();
    }
    if (!there) {
      assertThat(listed.keySet())
          .as("half of %s", submission.set())
          .doesNotContainAnyElementsOf(submission.documents().keySet());
    }
    String replaced = submission.replaced();
    if (replaced != null) {
      assertThat(listed.get(replaced).status())
          .as("replaced by %s", submission.set())
          .isEqualTo(there ? "Deprecated" : "Approved");
    }
  }

  /** Every document of a sender, byte for byte. */
  private void comesBack(DmpClient client, int sender, Map<String, Listed> listed)
      throws Exception {
    for (Submission submission : sent.values()) {
      for (Map.Entry<String, byte[]> document : submission.documents().entrySet()) {
        if (document.getKey().startsWith(prefix(sender)) && listed.containsKey(document.getKey())) {
          DmpReply got =
              client.call("repository", DmpClient.RETRIEVE, DmpBodies.retrieval(document.getKey()));
          assertThat(got.parts().get(1)).as(document.getKey()).isEqualTo(document.getValue());
        }
      }
    }
  }

  /** Senders feed as fast as they are answered; none ends but by the death of the bench. */
  private void feedUntilKilled(SocleProcess socle, List<DmpClient> clients, int target, long seed)
      throws Exception {
    CountDownLatch enough = new CountDownLatch(target);
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (DmpClient client : clients) {
        int sender = running.size();
        Random random = new Random(seed + sender);
        running.add(senders.submit(() -> feed(client, prefix(sender), random, enough)));
      }
      await("fed before the bench dies")
          .atMost(Duration.ofSeconds(60))
          .until(() -> enough.getCount() == 0 || running.stream().anyMatch(Future::isDone));
      socle.kill();
      for (Future<?> each : running) {
        each.get(60, TimeUnit.SECONDS);
      }
    } finally {
      senders.shutdownNow();
    }
  }

  private Void feed(DmpClient client, String prefix, Random random, CountDownLatch enough)
      throws Exception {
    String last = "";
    for (int number = 1; ; number++) {
      Map<String, byte[]> documents = new LinkedHashMap<>();
      documents.put(prefix + number + ".1", bytes(random));
      documents.put(prefix + number + ".2", bytes(random));
      Submission submission =
          new Submission(prefix + number, documents, number % 3 == 0 ? last : null);
      try {
        String replaced = submission.replaced() == null ? "" : entryOf(client, last);
        sent.put(submission.set(), submission);
        DmpReply reply = client.feed(body(client, submission, replaced), parts(submission));
        assertThat(reply.isSuccess()).as(reply.text()).isTrue();
      } catch (IOException e) {
        return null; // The bench is dead.
      }
      last = prefix + number + ".1";
      acknowledged.add(submission.set());
      enough.countDown();
    }
  }

  private static byte[] bytes(Random random) {
    byte[] document = new byte[1 + random.nextInt(random.nextInt(4) == 0 ? LARGEST : 20_000)];
    random.nextBytes(document);
    return document;
  }

  private static String body(DmpClient client, Submission submission, String replaced) {
    List<DmpEntry> entries = new ArrayList<>();
    for (String uniqueId : submission.documents().keySet()) {
      entries.add(
          DmpEntry.report(
              "Document0" + (entries.size() + 1), uniqueId, client.card(), client.patient()));
    }
    String body = DmpBodies.unsigned(submission.set() + ".0", entries);
    return replaced.isEmpty()
        ? body
        : body.replace(
            "</rim:RegistryObjectList>",
            "<rim:Association id=\"remplace\" associationType=\"urn:ihe:iti:2007:"
                + "AssociationType:RPLC\" sourceObject=\"Document01\" targetObject=\""
                + replaced
                + "\"/></rim:RegistryObjectList>");
  }

  private static Map<String, byte[]> parts(Submission submission) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    for (byte[] each : submission.documents().values()) {
      parts.put("Document0" + (parts.size() + 1), each);
    }
    return parts;
  }

  private static String entryOf(DmpClient client, String uniqueId) throws Exception {
    return listed(client).get(uniqueId).entryUuid();
  }

  /** What is in the record of a patient, in force or replaced, by uniqueId. */
  private static Map<String, Listed> listed(DmpClient client) throws Exception {
    String both = APPROVED + "," + APPROVED.replace("Approved", "Deprecated");
    DmpReply found =
        client.call(
            "registry", DmpClient.FIND, DmpBodies.search(client.patient()).replace(APPROVED, both));
    assertThat(found.isSuccess()).as(found.text()).isTrue();
    Map<String, Listed> listed = new HashMap<>();
    Matcher entry = ENTRY.matcher(found.text());
    while (entry.find()) {
      Listed twice = listed.put(entry.group(3), new Listed(entry.group(1), entry.group(2)));
      assertThat(twice).as(entry.group(3)).isNull();
    }
    return listed;
  }

  private static String prefix(int sender) {
    return "1.3.6.1.4.1.32473.60." + sender + ".";
  }

  private static String composite(Patient patient) {
    return patient.ins().matricule()
        + patient.ins().key()
        + "^^^&"
        + patient.ins().oid()
        + "&ISO^NH";
  }
}
