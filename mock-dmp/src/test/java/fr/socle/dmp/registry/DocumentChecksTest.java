package fr.socle.dmp.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.dmp.Caller;
import fr.socle.dmp.Certificates;
import fr.socle.dmp.Messages;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule on documents: a message that passes, and the same broken in one way. */
public class DocumentChecksTest {
  private static final Caller CALLER = new Caller();
  private static final Metadata METADATA = new Metadata(Messages.PATIENT);
  private static final byte[] MANIFEST =
      Metadata.manifest("1.2.3.4.1", "1.2.3.5.1").getBytes(UTF_8);

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

  @Test
  void aRightFeedingIsJudgedClean() {
    assertThat(fed(UnaryOperator.identity(), parts("un", MANIFEST))).isEmpty();
  }

  /** dmp.md 5.4 has no author rule for AIR, in which nobody feeds (5.3). */
  @Test
  void whoFeedsInAirIsNotJudgedByTheAuthorRule() {
    String elsewhere = body().replace("499900099997001", "1750999998");
    IncomingRequest call =
        JudgedDocuments.feeding(
            CALLER.air().signedBy(CALLER.seal()),
            elsewhere,
            parts("un", MANIFEST),
            CALLER.organisation().certificate());

    assertThat(dmp.findings(call)).isEmpty();
    assertThat(dmp.answer(call)).contains("DMPAccessDeniedByRightsService");
  }

  /** dmp.md 5.4: by a software, the structure counts. */
  @ParameterizedTest
  @CsvSource({"1750999997, ''", "1750999998, DMP-T27-1"})
  void aSoftwareFeedsForItsStructureAlone(String structure, String rule) {
    assertThat(Certificates.STRUCTURE).isEqualTo("1750999997");
    assertThat(
            dmp.findings(
                JudgedDocuments.feeding(
                    CALLER.indirect().signedBy(CALLER.seal()),
                    body().replace("499900099997001", structure),
                    parts("un", MANIFEST),
                    CALLER.organisation().certificate())))
        .isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
  }

  @ParameterizedTest
  @MethodSource
  void aFeedingBrokenInOneWayIsFound(String rule, UnaryOperator<String> bend) {
    assertThat(fed(bend, parts("un", MANIFEST))).containsExactly(rule);
  }

  static Stream<Arguments> aFeedingBrokenInOneWayIsFound() {
    return Stream.of(
        bent("DMP-T21-2", body -> body.replace("cid:Document01%40lps", "cid:autre")),
        bent(
            "DMP-T21-3",
            body -> body.replaceAll("<ihe:Document id=\"Document01\">.*?</ihe:Document>", "")),
        bent("DMP-T27-1", body -> body.replace(Certificates.HOLDER, "899900099999")),
        bent("DMP-T28-2", body -> body.replace("AssociationType:signs", "AssociationType:autre")),
        bent("DMP-T28-2", body -> body.replace("targetObject=\"Lot\"", "targetObject=\"L\"")),
        bent("DMP-T28-3", body -> body.replace(">art<", ">fr-FR<")),
        bent("DMP-T28-3", body -> body.replace("19376.1.2.1.1.1\"", "19376.1.2.1.1.2\"")),
        bent("DMP-T28-3", body -> body.replace("09/xmldsig#\"", "09/autre#\"")),
        bent("DMP-T28-3", body -> body.replace("\"1.2.840.10065.1.12.1.14\"", "\"1.2.3\"")),
        bent(
            "DMP-T28-3", body -> body.replace(Metadata.visibility("Signature01", "MASQUE_PS"), "")),
        bent(
            "DMP-T25-1",
            body -> inDocument(body, "<rim:Name>", Metadata.slot("size", "3") + "<rim:Name>")),
        bent("DMP-T26-1", body -> body.replace("application/dicom", "text/xml")),
        bent("DMP-T37-1", body -> body.replace("urn:ihe:iti:xds:2013:order", "urn:autre")),
        bent(
            "DMP-T28-5",
            body ->
                body.replaceAll(
                    "(?s)(<rim:ExtrinsicObject id=\"Signature01\".*?)creationTime", "$1autre")),
        bent("XDS-DE-06", body -> body.replaceAll(code("31"), "")),
        bent("XDS-CO-03", body -> body.replace("nodeRepresentation=\"31\"", node("10"))),
        bent("XDS-CO-01", body -> inDocument(body, ">1.2.250.1.213.1.1.4.1<", ">1.2.3<")),
        bent("XDS-PE-03", body -> inDocument(body, "1.2.250.1.71.4.2.2", "1.2.3")),
        bent("XDS-VA-04", body -> inDocument(body, "20260115090000", "20260115090000+0100")),
        bent("XDS-SS-04", body -> body.replaceFirst("submissionTime", "autre")),
        bent(
            "XDS-SU-03",
            body -> body.replace("targetObject=\"Document01\"", "targetObject=\"D\"")));
  }

  private static Arguments bent(String rule, UnaryOperator<String> bend) {
    return Arguments.of(rule, bend);
  }

  private static String node(String code) {
    return "nodeRepresentation=\"" + code + "\"";
  }

  private static String code(String value) {
    return "<rim:Classification id=\"[^\"]+\" classificationScheme=\"[^\"]+\""
        + " classifiedObject=\"Document01\" nodeRepresentation=\""
        + value
        + "\">.*?</rim:Classification>";
  }

  /** Bends the first place within the metadata of the document. */
  private static String inDocument(String body, String what, String by) {
    int start = body.indexOf("<rim:ExtrinsicObject id=\"Document01\"");
    int at = body.indexOf(what, start);
    return body.substring(0, at) + by + body.substring(at + what.length());
  }

  @Test
  void aSignatureThatNamesOtherDocumentsIsFound() {
    byte[] other = Metadata.manifest("1.2.3.4.1", "1.2.3.5.7").getBytes(UTF_8);
    assertThat(fed(UnaryOperator.identity(), parts("un", other))).containsExactly("DMP-T28-4");
  }

  @Test
  void anUnsignedFeedingIsFound() {
    String body = own(METADATA.feeding("1.2.3.4.1", images(), List.of("Document01")));
    assertThat(
            dmp.findings(
                JudgedDocuments.feeding(
                    CALLER, body, Map.of("Document01@lps", "un".getBytes(UTF_8)))))
        .containsExactly("DMP-T28-1");
  }

  @Test
  void aDocumentLargerThanTheBenchReadsIsNotSaidToBeUnreadable() {
    String large = "<a>" + " ".repeat(16 << 20) + "</a>";
    assertThat(fed(body -> body.replace("application/dicom", "text/xml"), parts(large, MANIFEST)))
        .isEmpty();
  }

  @Test
  void ofManyWrongDocumentsTheFirstOnesAreTold() {
    StringBuilder entries = new StringBuilder();
    List<String> ids = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      ids.add("D" + i);
      entries.append(
          METADATA.images("D" + i, "1.2.3.5." + i).replace(">1.2.250.1.213.1.1.4.1<", ">1.2.3<"));
    }
    String body = own(METADATA.feeding("1.2.3.4.1", entries.toString(), ids));

    assertThat(dmp.count(JudgedDocuments.feeding(CALLER, body, Map.of()), "XDS-CO-01"))
        .isEqualTo(21);
  }

  @Test
  void anEmptyDocumentIsFound() {
    assertThat(fed(UnaryOperator.identity(), parts("", MANIFEST))).containsExactly("DMP-T33-1");
  }

  @Test
  void documentsInTheEnvelopeAreFound() {
    String inPlace =
        body()
            .replaceAll(
                "<xop:Include[^>]*Document01[^>]*/>",
                Base64.getEncoder().encodeToString("un".getBytes(UTF_8)))
            .replaceAll(
                "<xop:Include[^>]*Signature01[^>]*/>",
                Base64.getEncoder().encodeToString(MANIFEST));
    assertThat(dmp.findings(CALLER.byCard("repository", Wire.FEED, inPlace)))
        .containsExactly("DMP-T21-1", "DMP-T21-2");
  }

  @ParameterizedTest
  @CsvSource({"application/xop+xml, ''", "APPLICATION/XOP+XML, ''", "text/xml, DMP-T21-4"})
  void theTypeOfTheMessageIsReadWhateverItsCase(String type, String rule) {
    IncomingRequest right = JudgedDocuments.feeding(CALLER, body(), parts("un", MANIFEST));
    IncomingRequest typed =
        new IncomingRequest(
            right.listener(),
            right.method(),
            right.target(),
            Headers.none()
                .with("Content-Type", Wire.MTOM_TYPE.replace("application/xop+xml", type)),
            right.body(),
            right.tls(),
            right.receivedAt());
    assertThat(dmp.findings(typed)).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
  }

  @Test
  void anEmployeeWhoDoesNotNameTheAuthorIsFoundAndRefused() {
    // A secretary feeds for the structure of the doctor: dmp.md 1.2, TD2.2.
    assertThat(byEmployee(body())).isEmpty();
    IncomingRequest unnamed = ofEmployee(body().replace("^DUPONT-TEST^LEA^", "^DUPONT-TEST^^"));
    assertThat(dmp.findings(unnamed)).contains("DMP-T32-1").doesNotContain("DMP-T27-1");
    assertThat(dmp.answer(unnamed)).contains("XDSRegistryMetadataError");
  }

  /** dmp.md 3.3, segur.md 5 (DMP/HISTO.04): a structure among the authors has no given name. */
  @Test
  void aStructureBesideTheAuthorNeedsNoGivenName() {
    String author = "-auteur\" classificationScheme=\"urn:uuid:93606bcf";
    String legal =
        "<rim:Classification id=\"Document01-structure\""
            + " classificationScheme=\"urn:uuid:93606bcf-9494-43ec-9b4e-a7748d1a838d\""
            + " classifiedObject=\"Document01\" nodeRepresentation=\"\">"
            + Metadata.slot(
                "authorInstitution",
                "CABINET FICTIF^^^^^&1.2.250.1.71.4.2.2&ISO^IDNST^^^499900099997001")
            + Metadata.slot(
                "authorPerson",
                "3499900099997001/0^CABINET FICTIF^^^^^^^&1.2.250.1.71.4.2.1&ISO^U^^^RI")
            + "</rim:Classification>";
    String start = "<rim:Classification id=\"Document01" + author;
    String body = body().replace(start, legal + start);

    assertThat(body).contains(legal);
    assertThat(dmp.answer(ofEmployee(body))).contains("ResponseStatusType:Success");
    assertThat(byEmployee(body)).isEmpty();
  }

  private List<String> byEmployee(String body) {
    return dmp.findings(ofEmployee(body));
  }

  private static IncomingRequest ofEmployee(String body) {
    return JudgedDocuments.feeding(
        CALLER
            .direct()
            .with(CALLER.cardSignature().subject(), Certificates.employeeTls().subject())
            .with(
                "<NameID>" + Certificates.HOLDER,
                "<NameID>3" + Certificates.STRUCTURE + "/SECRETAIRE")
            .text(),
        body,
        parts("un", MANIFEST),
        Certificates.employeeTls().certificate());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void inASecretConnectionDocumentsAreInvisibleToLegalRepresentatives(boolean invisible) {
    String secret =
        "<Attribute Name=\"urn:oasis:names:tc:xspa:1.0:resource:patient:hl7:confidentiality-code\">"
            + "<AttributeValue>INVISIBLE_REPRESENTANTS_LEGAUX</AttributeValue></Attribute>";
    String vihf =
        CALLER
            .direct()
            .with("</AttributeStatement>", secret + "</AttributeStatement>")
            .signedBy(CALLER.cardSignature());
    String body =
        invisible ? body().replace(images(), images("INVISIBLE_REPRESENTANTS_LEGAUX")) : body();
    assertThat(
            dmp.findings(
                JudgedDocuments.feeding(
                    vihf, body, parts("un", MANIFEST), CALLER.cardTls().certificate())))
        .isEqualTo(invisible ? List.of() : List.of("DMP-T34-1"));
  }

  /** The rules this class proves; those that begin with XDS are proven one by one in their room. */
  public static Stream<String> proven() {
    return Stream.concat(
        aFeedingBrokenInOneWayIsFound().map(each -> String.valueOf(each.get()[0])),
        Stream.of(
            "DMP-T21-1",
            "DMP-T21-4",
            "DMP-T28-1",
            "DMP-T28-4",
            "DMP-T32-1",
            "DMP-T33-1",
            "DMP-T34-1"));
  }

  private List<String> fed(UnaryOperator<String> bend, Map<String, byte[]> parts) {
    return new ArrayList<>(
        dmp.findings(JudgedDocuments.feeding(CALLER, bend.apply(body()), parts)));
  }

  private static String images(String... visibility) {
    return own(METADATA.images("Document01", "1.2.3.5.1", visibility));
  }

  private static String body() {
    return own(
        METADATA.feeding(
            "1.2.3.4.1",
            images() + METADATA.signature("1.2.3.5.9"),
            List.of("Document01", "Signature01")));
  }

  /** In the name of the bearer of the card. */
  private static String own(String body) {
    return body.replace(Wire.HOLDER, Certificates.HOLDER)
        .replace(Wire.STRUCTURE, "499900099997001");
  }

  private static Map<String, byte[]> parts(String document, byte[] signature) {
    Map<String, byte[]> parts = new HashMap<>();
    parts.put("Document01@lps", document.getBytes(UTF_8));
    parts.put("Signature01@lps", signature);
    return parts;
  }
}
