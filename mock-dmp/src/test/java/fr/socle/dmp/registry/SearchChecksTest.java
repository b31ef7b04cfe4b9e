package fr.socle.dmp.registry;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.dmp.Caller;
import fr.socle.dmp.Certificates;
import fr.socle.dmp.Messages;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule on searches and retrievals: a message that passes, and the same broken in one way. */
public class SearchChecksTest {
  private static final Caller CALLER = new Caller();
  private static final String APPROVED = "urn:oasis:names:tc:ebxml-regrep:StatusType:Approved";
  private static final String UUID = "urn:uuid:6f1b3d1e-7a52-4d18-8c2f-000000000101";
  private static final String RIGHT =
      Metadata.query(
          "14d4debf-8f97-4251-9a74-a90016b0af0d",
          "LeafClass",
          Metadata.slot("$XDSDocumentEntryPatientId", "'" + Messages.PATIENT + "'"),
          Metadata.slot("$XDSDocumentEntryStatus", "('" + APPROVED + "')"),
          Metadata.slot("$XDSDocumentEntryTypeCode", "('11488-4^^2.16.840.1.113883.6.1','a^^b')"),
          Metadata.slot("$XDSDocumentEntryCreationTimeFrom", "20260101000000"));

  private JudgedDocuments dmp;

  @BeforeEach
  void open() {
    dmp = new JudgedDocuments(Map.of());
    dmp.authorize(Certificates.HOLDER, false);
  }

  @AfterEach
  void close() {
    dmp.close();
  }

  @ParameterizedTest
  @MethodSource
  void rightOnesBreakNoRule(String service, String body) {
    assertThat(found(service, body)).isEmpty();
  }

  static Stream<Arguments> rightOnesBreakNoRule() {
    return Stream.of(
        Arguments.of("registry", RIGHT),
        Arguments.of("registry", RIGHT.replace("LeafClass", "ObjectRef")),
        Arguments.of("registry", byIdentifiers(20)),
        Arguments.of(
            "registry",
            Metadata.query(
                "a7ae438b-4bc2-4642-93e9-be891f7bb155",
                "LeafClass",
                Metadata.slot("$uuid", "('" + UUID + "')"))),
        Arguments.of("repository", Metadata.wanted("1.2.3.5.1")));
  }

  @ParameterizedTest
  @MethodSource
  void oneBrokenInOneWayIsFound(String rule, String service, String body) {
    assertThat(found(service, body)).containsExactly(rule);
  }

  static Stream<Arguments> oneBrokenInOneWayIsFound() {
    String wanted = Metadata.wanted("1.2.3.5.1");
    return Stream.of(
        search("DMP-T29-1", "14d4debf", "00000000"),
        search("DMP-T29-2", Messages.OID, "1.2.250.1.213.1.4.8"),
        Arguments.of(
            "DMP-T29-3",
            "registry",
            RIGHT.replaceAll("<rim:Slot name=\"[^\"]*Status\".*?</rim:Slot>", "")),
        search("DMP-T29-4", "20260101000000", "2026-01"),
        search(
            "DMP-T29-5",
            "'" + Messages.PATIENT.replace("&", "&amp;") + "'",
            "('" + Messages.PATIENT.replace("&", "&amp;") + "')"),
        search(
            "DMP-T29-5",
            "'" + Messages.PATIENT.replace("&", "&amp;") + "'",
            Messages.PATIENT.replace("&", "&amp;")),
        search("DMP-T29-6", "('" + APPROVED + "')", "'" + APPROVED + "'"),
        search("DMP-T29-6", ",'a^^b')", ")".replace(")", ",'a')")),
        search("DMP-T29-7", "returnComposedObjects=\"true\"", "returnComposedObjects=\"false\""),
        search("DMP-T29-7", "LeafClass", "Leaf"),
        search("DMP-T29-8", "EntryTypeCode", "EntryKind"),
        Arguments.of("DMP-T29-9", "registry", byIdentifiers(21)),
        search("DMP-T29-10", "EntryTypeCode", "EntryLogicalID"),
        Arguments.of(
            "DMP-T29-10",
            "registry",
            byIdentifiers(1)
                .replace(
                    "</rim:AdhocQuery>",
                    Metadata.slot("$XDSDocumentEntryTypeCode", "('a^^b')") + "</rim:AdhocQuery>")),
        search("DMP-T29-11", "20260101000000<", "20260230<"),
        search("DMP-T29-11", "20260101000000<", "20260101000000</rim:Value><rim:Value>2025<"),
        search(
            "DMP-T29-11",
            "</rim:AdhocQuery>",
            Metadata.slot("$XDSDocumentEntryCreationTimeTo", "2025") + "</rim:AdhocQuery>"),
        search("DMP-T29-11", APPROVED, "urn:oasis:names:tc:ebxml-regrep:StatusType:Approuve"),
        Arguments.of("DMP-T30-1", "repository", wanted.replace("1.2.250.1.213.4.1.1.1.2", "1.2.3")),
        Arguments.of("DMP-T30-2", "repository", wanted.replace("1.2.3.5.1", UUID)));
  }

  /** The rules this class proves. */
  public static Stream<String> proven() {
    return oneBrokenInOneWayIsFound().map(each -> String.valueOf(each.get()[0]));
  }

  private static Arguments search(String rule, String what, String by) {
    assertThat(RIGHT).contains(what);
    return Arguments.of(rule, "registry", RIGHT.replace(what, by));
  }

  private static String byIdentifiers(int many) {
    return Metadata.query(
        "5c4f972b-d56b-40ac-a5fc-c8ca9b40b9d4",
        "LeafClass",
        Metadata.slot(
            "$XDSDocumentEntryUniqueId",
            "("
                + String.join(
                    ",", IntStream.range(0, many).mapToObj(i -> "'1.2.3.5." + i + "'").toList())
                + ")"));
  }

  private List<String> found(String service, String body) {
    String action = service.equals("registry") ? Wire.FIND : Wire.RETRIEVE;
    return dmp.findings(CALLER.byCard(service, action, body));
  }
}
