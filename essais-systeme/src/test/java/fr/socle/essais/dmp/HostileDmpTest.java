package fr.socle.essais.dmp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowClosure;
import fr.socle.essais.SocleCommand;
import fr.socle.essais.SocleProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What nobody should send to the DMP, on the real wire of {@code ./socle up} with 192 MB of heap:
 * each sender gets a clear protocol error, each message is in the journal once, the bench lives on
 * and takes no more memory for a message than for others.
 */
@TestInstance(Lifecycle.PER_CLASS)
class HostileDmpTest {
  private static final String OURS = "1.3.6.1.4.1.32473.80.";
  private static final int MORE_MEGABYTES = 100; // half of the largest message

  private final AtomicInteger number = new AtomicInteger();
  private SocleProcess socle;
  private BenchClient bench;
  private SpaceDescriptor space;
  private DmpClient client;
  private List<DmpBadInput> inputs;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    ProcessBuilder up =
        SocleCommand.of("up", "--port-base", "0", "--data", folder.resolve("banc").toString());
    up.environment().put("SOCLE_JAVA_OPTS", "-Xmx192m");
    socle = SocleProcess.up(up);
    bench = socle.client();
    space = socle.space();
    Patient patient = bench.createPatient(space.id(), new PatientRequest("ordinaire"));
    client =
        new DmpClient(
            space,
            DmpCard.of(space),
            patient.ins().matricule()
                + patient.ins().key()
                + "^^^&"
                + patient.ins().oid()
                + "&ISO^NH");
    client.authorize();
    inputs = new DmpBadInputs(client, this::newId).all();
  }

  @AfterAll
  void stop() {
    socle.close();
  }

  private String newId() {
    return OURS + number.incrementAndGet();
  }

  Stream<DmpBadInput> each() {
    return inputs.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("each")
  void isRefusedClearlyAndRecordedAndTheBenchLivesOn(DmpBadInput input) throws Exception {
    long before = socle.peakMegabytes();

    List<Exchange> recorded =
        during(input.toString(), () -> input.seen().accept(input.attempt().send()));

    assertThat(socle.peakMegabytes() - before).as("MB more").isLessThan(MORE_MEGABYTES);
    assertThat(recorded).hasSize(1);
    assertThat(recorded.get(0).listener()).isEqualTo("dmp");
    feedsAndFinds();
  }

  /**
   * The DMP keeps bytes, it does not read them: what is wrong in them is for the LPS to be told.
   */
  @Test
  void anXmlBombInsideACdaIsFoundOutAndNeverExpanded() throws Exception {
    String uniqueId = newId();
    byte[] bomb = DmpBadInputs.bomb();

    List<Exchange> recorded =
        during(
            "bombe",
            () -> {
              DmpReply fed = feed(uniqueId, bomb);
              assertThat(fed.status()).as(fed.text()).isEqualTo(200);
            });

    assertThat(recorded).hasSize(1);
    assertThat(recorded.get(0).findings()).extracting(Finding::rule).contains("DMP-T26-1");
    feedsAndFinds();
  }

  /** What an honest software does meanwhile. */
  private void feedsAndFinds() throws Exception {
    String uniqueId = newId();
    byte[] document = ("<document>" + uniqueId + "</document>").getBytes(UTF_8);
    DmpReply fed = feed(uniqueId, document);
    DmpReply got = client.call("repository", DmpClient.RETRIEVE, DmpBodies.retrieval(uniqueId));

    assertThat(fed.isSuccess()).as(fed.text()).isTrue();
    assertThat(got.parts().get(1)).isEqualTo(document);
    assertThat(bench.health().status()).isEqualTo("pret");
  }

  private DmpReply feed(String uniqueId, byte[] document) throws Exception {
    DmpEntry entry = DmpEntry.report("Document01", uniqueId, client.card(), client.patient());
    return client.feed(DmpBodies.unsigned(newId(), List.of(entry)), Map.of("Document01", document));
  }

  private interface Acts {
    void act() throws Exception;
  }

  /** What the journal has of one window, which ends quietly whatever happened in it. */
  private List<Exchange> during(String name, Acts acts) throws Exception {
    Window window = bench.openWindow(space.id(), name);
    WindowClosure closure;
    try {
      acts.act();
    } finally {
      closure = bench.closeWindow(space.id(), window.id());
    }
    assertThat(closure.quiet()).isTrue();
    assertThat(closure.benchErrors()).isEmpty();
    return bench.exchanges(space.id(), window.openedAtCursor(), window.id()).exchanges();
  }
}
