package fr.socle.dmp.registry;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.DmpAuthorizationRequest;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowRequest;
import fr.socle.dmp.DmpMock;
import fr.socle.dmp.registry.Wire.Reply;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Documents that wait in files on their way, over the wire and in a store in files. */
@TestInstance(Lifecycle.PER_CLASS)
class LargeDocumentsWireTest {
  private static final byte[] IMAGES = images();

  private Path data;
  private Bench bench;

  @BeforeAll
  void start(@TempDir Path folder) {
    data = folder;
    bench = Bench.start(BenchOptions.builder().services(new DmpMock()).dataDir(folder).build());
  }

  @AfterAll
  void stop() {
    bench.close();
  }

  @Test
  void comeBackByteForByteAndLeaveNoFile() throws Exception {
    Wire wire = wire(Map.of());
    Window window = bench.openWindow(wire.space().id(), new WindowRequest("images"));
    feed(wire);

    Reply got = wire.byCard("repository", Wire.RETRIEVE, Metadata.wanted("1.2.3.5.1"));

    assertThat(got.parts().get(1)).isEqualTo(IMAGES);
    long sequence = bench.exchanges(wire.space().id(), 0, null).exchanges().get(1).sequence();
    byte[] sent = bench.rawExchange(wire.space().id(), sequence).response();
    assertThat(Arrays.copyOfRange(sent, sent.length - got.bytes().length, sent.length))
        .isEqualTo(got.bytes());
    assertThat(bench.closeWindow(wire.space().id(), window.id()).quiet()).isTrue();
    assertThat(data.resolve("attente")).isEmptyDirectory();
  }

  @Test
  void endInTheirMiddleWhenAFaultSaysSo() throws Exception {
    Wire wire = wire(Map.of());
    feed(wire);
    bench.armFault(
        wire.space().id(), new FaultRequest("dmp", "mtom-coupe", Map.of(), 1, "DMP TD3.2"));

    Reply cut = wire.byCard("repository", Wire.RETRIEVE, Metadata.wanted("1.2.3.5.1"));

    int half = IMAGES.length - IMAGES.length / 2;
    byte[] end = Arrays.copyOfRange(cut.bytes(), cut.bytes().length - half, cut.bytes().length);
    assertThat(end).isEqualTo(Arrays.copyOf(IMAGES, half));
  }

  @Test
  void areRefusedWhenOneAnswerWouldHoldTooMuch() throws Exception {
    Wire wire = wire(Map.of("dmp.taille-reponse", "4"));
    feed(wire);

    assertThat(wire.byCard("repository", Wire.RETRIEVE, Metadata.wanted("1.2.3.5.1")).text())
        .contains("XDSTooManyResults")
        .contains("4194304 octets");
  }

  @Test
  void areNotReadWhenTheyAreMoreThanTheBenchReadsOfACda() throws Exception {
    Wire wire = wire(Map.of("dmp.taille", "20"));
    byte[] large = new byte[17 << 20];
    Metadata metadata = new Metadata(wire.composite());

    Reply fed =
        wire.feed(
            metadata
                .feeding(
                    "1.2.3.4.1", metadata.images("Document01", "1.2.3.5.1"), List.of("Document01"))
                .replace("application/dicom", "text/xml"),
            Map.of("Document01@lps", large));

    assertThat(fed.text()).contains(DocumentsOnTheWire.SUCCESS);
    assertThat(bench.findings(wire.space().id(), null))
        .extracting(Finding::rule)
        .doesNotContain("DMP-T26-1");
  }

  private static void feed(Wire wire) throws Exception {
    Metadata metadata = new Metadata(wire.composite());
    Reply fed =
        wire.feed(
            metadata.feeding(
                "1.2.3.4.1", metadata.images("Document01", "1.2.3.5.1"), List.of("Document01")),
            Map.of("Document01@lps", IMAGES));
    assertThat(fed.text()).contains(DocumentsOnTheWire.SUCCESS);
  }

  private Wire wire(Map<String, String> settings) {
    SpaceDescriptor space = bench.createSpace(new SpaceRequest(null, null, settings));
    Wire wire = new Wire(space, bench.createPatient(space.id(), new PatientRequest("ordinaire")));
    DocumentsOnTheWire.order(
        bench,
        wire,
        "autorisation",
        new DmpAuthorizationRequest(wire.ins(), Wire.HOLDER, "VALIDE", false));
    return wire;
  }

  private static byte[] images() {
    byte[] bytes = new byte[5_000_001];
    new Random(7).nextBytes(bytes);
    return bytes;
  }
}
