package fr.socle.dmp.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.dmp.Caller;
import fr.socle.dmp.Certificates;
import fr.socle.dmp.Messages;
import fr.socle.dmp.service.Dossier;
import fr.socle.dmp.service.Dossier.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Documents of one patient that come in at the same moment. */
class FeedingsAtOnceTest {
  private static final Caller CALLER = new Caller();
  private static final Metadata METADATA = new Metadata(Messages.PATIENT);
  private static final int SENDERS = 8;
  private static final int EACH = 5;
  private static final String SUCCESS = "ResponseStatusType:Success\"";
  private static final String FIND =
      Metadata.query(
          "14d4debf-8f97-4251-9a74-a90016b0af0d",
          "LeafClass",
          Metadata.slot(
              "$XDSDocumentEntryStatus",
              "('urn:oasis:names:tc:ebxml-regrep:StatusType:Approved')"));

  @Test
  void documentsOfOnePatientSentTogetherAllComeIn() throws Exception {
    try (JudgedDocuments dmp = new JudgedDocuments(Map.of())) {
      dmp.authorize(Certificates.HOLDER, false);

      List<String> answers = together(dmp, () -> "");

      assertThat(answers)
          .hasSize(SENDERS * EACH)
          .allSatisfy(each -> assertThat(each).contains(SUCCESS));
      assertThat(dmp.answer(CALLER.byCard("registry", Wire.FIND, FIND)))
          .contains("totalResultCount=\"" + SENDERS * EACH + "\"");
    }
  }

  @Test
  void theSameBytesSentTogetherInAnotherOrderAllComeIn() throws Exception {
    try (JudgedDocuments dmp = new JudgedDocuments(Map.of())) {
      List<IncomingRequest> pairs =
          IntStream.range(0, SENDERS * EACH).mapToObj(FeedingsAtOnceTest::pair).toList();

      assertThat(answers(dmp, pairs, () -> ""))
          .allSatisfy(each -> assertThat(each).contains(SUCCESS));
    }
  }

  @Test
  void aDmpThatIsClosedWhileDocumentsComeInStaysClosed() throws Exception {
    for (int round = 0; round < 5; round++) {
      try (JudgedDocuments dmp = new JudgedDocuments(Map.of())) {
        List<String> answers =
            together(
                dmp,
                () -> {
                  dmp.dossiers()
                      .write(
                          Dossier.untouched(Messages.INS, Status.OUVERT, true)
                              .closed(new Dossier.Closure("MOTIF", "", Instant.EPOCH)));
                  return "";
                });

        assertThat(answers)
            .allSatisfy(each -> assertThat(each).containsAnyOf(SUCCESS, "errorCode=\"DMPClosed\""));
        assertThat(dmp.dossiers().dossier(Messages.INS).status()).isEqualTo(Status.FERME);
      }
    }
  }

  private static List<String> together(JudgedDocuments dmp, Callable<String> meanwhile)
      throws Exception {
    return answers(
        dmp,
        IntStream.range(0, SENDERS * EACH).mapToObj(rank -> single(String.valueOf(rank))).toList(),
        meanwhile);
  }

  private static List<String> answers(
      JudgedDocuments dmp, List<IncomingRequest> requests, Callable<String> meanwhile)
      throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS + 1);
    CyclicBarrier together = new CyclicBarrier(SENDERS + 1);
    try {
      List<Future<List<String>>> replies = new ArrayList<>();
      for (int sender = 0; sender < SENDERS; sender++) {
        List<IncomingRequest> own = requests.subList(sender * EACH, (sender + 1) * EACH);
        replies.add(
            senders.submit(
                () -> {
                  together.await();
                  return own.stream().map(dmp::answer).toList();
                }));
      }
      together.await();
      String unused = meanwhile.call();
      List<String> all = new ArrayList<>();
      for (Future<List<String>> each : replies) {
        all.addAll(each.get());
      }
      return all;
    } finally {
      senders.shutdownNow();
    }
  }

  private static IncomingRequest single(String rank) {
    return JudgedDocuments.feeding(
        CALLER,
        own(
            METADATA.feeding(
                "1.2.3.4." + rank,
                METADATA.images("Document01", "1.2.3.5." + rank),
                List.of("Document01"))),
        Map.of("Document01@lps", ("n° " + rank).getBytes(UTF_8)));
  }

  /** Two contents that others send too, the one first here being second there. */
  private static IncomingRequest pair(int rank) {
    boolean turned = (rank / EACH) % 2 == 0;
    String group = "même groupe " + rank % EACH;
    return JudgedDocuments.feeding(
        CALLER,
        own(
            METADATA.feeding(
                "1.2.3.4." + rank,
                METADATA.images("Document01", "1.2.3.5." + rank)
                    + METADATA.images("Document02", "1.2.3.6." + rank),
                List.of("Document01", "Document02"))),
        Map.of(
            "Document01@lps", (group + turned).getBytes(UTF_8),
            "Document02@lps", (group + !turned).getBytes(UTF_8)));
  }

  private static String own(String feeding) {
    return feeding.replace(Wire.HOLDER, Certificates.HOLDER);
  }
}
