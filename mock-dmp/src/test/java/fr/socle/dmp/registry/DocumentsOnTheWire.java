package fr.socle.dmp.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.DmpAuthorizationRequest;
import fr.socle.bench.client.api.DmpContent;
import fr.socle.bench.client.api.DmpContentRequest;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.dmp.DmpMock;
import fr.socle.dmp.registry.Wire.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real bench, called over mutual TLS by a client that shares no code with it, about the documents
 * of a patient.
 */
abstract class DocumentsOnTheWire {
  static final String FIND_DOCUMENTS = "14d4debf-8f97-4251-9a74-a90016b0af0d";
  static final String FIND_SETS = "f26abbcb-ac74-4422-8a30-edb644bbc1a9";
  static final String GET_DOCUMENTS = "5c4f972b-d56b-40ac-a5fc-c8ca9b40b9d4";
  static final String GET_ASSOCIATIONS = "a7ae438b-4bc2-4642-93e9-be891f7bb155";
  static final String APPROVED = "urn:oasis:names:tc:ebxml-regrep:StatusType:Approved";
  static final String DEPRECATED = "urn:oasis:names:tc:ebxml-regrep:StatusType:Deprecated";
  static final String ARCHIVED = "urn:asip:ci-sis:2010:StatusType:Archived";
  static final String DELETED = "urn:asip:ci-sis:2010:StatusType:Deleted";
  static final String SUCCESS = "ResponseStatusType:Success\"";
  static final Pattern ENTRY =
      Pattern.compile("<rim:ExtrinsicObject id=\"([^\"]+)\" lid=\"([^\"]+)\"");
  static Bench bench;
  static Path keys;

  @BeforeAll
  static void start(@TempDir Path pki) {
    keys = pki;
    bench = Bench.start(BenchOptions.builder().services(new DmpMock()).pkiDirectory(pki).build());
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  static Wire wire(Map<String, String> settings) {
    SpaceDescriptor space = bench.createSpace(new SpaceRequest(null, null, settings));
    Wire wire = new Wire(space, bench.createPatient(space.id(), new PatientRequest("ordinaire")));
    authorize(wire, Wire.HOLDER, false);
    return wire;
  }

  static void authorize(Wire wire, String holder, boolean treating) {
    order(
        wire, "autorisation", new DmpAuthorizationRequest(wire.ins(), holder, "VALIDE", treating));
  }

  static void feed(Wire wire, String set, String document, String content) throws Exception {
    assertThat(feedReply(wire, set, document, content).text()).contains(SUCCESS);
  }

  static Reply feedReply(Wire wire, String set, String document, String content) throws Exception {
    Metadata metadata = new Metadata(wire.composite());
    return wire.feed(
        metadata.feeding(set, metadata.images("Document01", document), List.of("Document01")),
        Map.of("Document01@lps", content.getBytes(UTF_8)));
  }

  static String approved(Wire wire, String... more) {
    return Metadata.query(
        FIND_DOCUMENTS,
        "LeafClass",
        Metadata.slot("$XDSDocumentEntryPatientId", quoted(wire.composite())),
        Metadata.slot("$XDSDocumentEntryStatus", "('" + APPROVED + "')"),
        String.join("", more));
  }

  static Reply find(Wire wire, String status, String... more) throws Exception {
    return wire.byCard("registry", Wire.FIND, approved(wire, more).replace(APPROVED, status));
  }

  /** The submission sets since then. */
  static Reply setsSince(Wire wire, String from) throws Exception {
    return wire.byCard(
        "registry",
        Wire.FIND,
        Metadata.query(
            FIND_SETS,
            "LeafClass",
            Metadata.slot("$XDSSubmissionSetPatientId", quoted(wire.composite())),
            Metadata.slot("$XDSSubmissionSetStatus", quoted(APPROVED)),
            Metadata.slot("$XDSSubmissionSetSubmissionTimeFrom", from)));
  }

  static Matcher only(Reply found) {
    assertThat(found.text()).contains("totalResultCount=\"1\"");
    Matcher entry = ENTRY.matcher(found.text());
    assertThat(entry.find()).isTrue();
    return entry;
  }

  static Reply visibility(Wire wire, String set, String lid, String previous, String... visibility)
      throws Exception {
    Metadata metadata = new Metadata(wire.composite());
    return wire.byCard(
        "registry",
        Wire.UPDATE,
        metadata.update(
            set,
            metadata.entry(
                    "Document01",
                    "lid=\"" + lid + "\" status=\"" + APPROVED + "\"",
                    "1.2.3.5.1",
                    visibility)
                + Metadata.member("Document01", Metadata.slot("PreviousVersion", previous))));
  }

  static String status(Wire wire, String set, String uuid, String wanted) {
    return new Metadata(wire.composite()).update(set, Metadata.status(uuid, APPROVED, wanted));
  }

  static String update(Wire wire, String body) throws Exception {
    return wire.byCard("registry", Wire.UPDATE, body).text();
  }

  static String quoted(String value) {
    return "'" + value + "'";
  }

  static void order(Wire wire, String name, Object input) {
    order(bench, wire, name, input);
  }

  static void order(Bench where, Wire wire, String name, Object input) {
    ControlOperation<?, ?> operation =
        where.serviceOperations(wire.space().id(), "dmp").stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    run(operation, input);
  }

  static <I, O> void run(ControlOperation<I, O> operation, Object input) {
    Object unused = operation.run().apply(operation.input().cast(input));
  }

  /** The documents that somebody has in his list; all of them for null. */
  static DmpContent seen(Wire wire, @Nullable String as) {
    return (DmpContent) asked(wire, "documents", new DmpContentRequest(wire.ins(), as));
  }

  /** What a control operation answers. */
  static Object asked(Wire wire, String name, Object input) {
    ControlOperation<?, ?> operation =
        bench.serviceOperations(wire.space().id(), "dmp").stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    return answer(operation, input);
  }

  private static <I, O> Object answer(ControlOperation<I, O> operation, Object input) {
    O answer = operation.run().apply(operation.input().cast(input));
    if (answer == null) {
      throw new IllegalStateException("an answer was expected");
    }
    return answer;
  }
}
