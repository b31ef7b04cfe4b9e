package fr.socle.dmp.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.dmp.Caller;
import fr.socle.dmp.Certificates;
import fr.socle.dmp.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** dmp.md 5.3 to 5.5, and how the store answers. */
class DocumentRightsTest {
  private static final Caller CALLER = new Caller();
  private static final Metadata METADATA = new Metadata(Messages.PATIENT);
  private static final String APPROVED = "urn:oasis:names:tc:ebxml-regrep:StatusType:Approved";
  private static final String DELETED = "urn:asip:ci-sis:2010:StatusType:Deleted";
  private static final String SUCCESS = "ResponseStatusType:Success\"";
  private static final String DENIED = "env:DMPAccessDeniedByRightsService<";
  private static final Map<String, byte[]> PART =
      Map.of("Document01@lps", "document".getBytes(UTF_8));

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
  void aSoftwareFeedsForItsStructureThenDeletesWhatItFedWithoutReading() {
    assertThat(dmp.answer(bySoftware("repository", Wire.FEED, feeding("1.2.3.4.1"))))
        .contains("XDSMissingDocument");
    assertThat(
            dmp.answer(
                JudgedDocuments.feeding(
                    CALLER.indirect().signedBy(CALLER.seal()),
                    ofTheStructure(feeding("1.2.3.4.1")),
                    PART,
                    CALLER.organisation().certificate())))
        .contains(SUCCESS);
    assertThat(dmp.answer(bySoftware("registry", Wire.FIND, find(APPROVED)))).contains(DENIED);
    assertThat(dmp.answer(bySoftware("repository", Wire.RETRIEVE, Metadata.wanted("1.2.3.5.1"))))
        .contains(DENIED);
    String reference =
        dmp.answer(
            bySoftware(
                "registry",
                Wire.FIND,
                Metadata.query(
                    "5c4f972b-d56b-40ac-a5fc-c8ca9b40b9d4",
                    "ObjectRef",
                    Metadata.slot("$XDSDocumentEntryUniqueId", "('1.2.3.5.1')"))));
    String uuid = reference.replaceAll("(?s).*ObjectRef id=\"([^\"]+)\".*", "$1");

    assertThat(
            dmp.answer(
                bySoftware(
                    "registry",
                    Wire.UPDATE,
                    METADATA.update("1.2.3.4.2", Metadata.status(uuid, APPROVED, DELETED)))))
        .contains(SUCCESS);
    assertThat(dmp.answer(CALLER.byCard("registry", Wire.FIND, find(DELETED))))
        .contains("totalResultCount=\"1\"");
  }

  /** A crash may come between any two commits: what was done and the trace of it have one. */
  @Test
  void nothingIsFedWithoutTheTraceOfIt() {
    IncomingRequest emergency =
        JudgedDocuments.feeding(
            CALLER
                .direct()
                .with("code=\"normal\"", "code=\"bris_de_glace\"")
                .signedBy(CALLER.cardSignature()),
            feeding("1.2.3.4.1"),
            PART,
            CALLER.cardTls().certificate());
    dmp.store().jdbi().useHandle(each -> each.execute("alter table dmp.acces rename to absente"));
    assertThatThrownBy(() -> dmp.answer(emergency)).isInstanceOf(JdbiException.class);
    dmp.store().jdbi().useHandle(each -> each.execute("alter table dmp.absente rename to acces"));

    assertThat(dmp.answer(CALLER.byCard("registry", Wire.FIND, find(APPROVED))))
        .contains("totalResultCount=\"0\"");
    assertThat(dmp.answer(emergency)).contains(SUCCESS);
    assertThat(dmp.dossiers().emergencies().of(Messages.INS)).hasSize(1);
  }

  @Test
  void nobodyFeedsInAir() {
    assertThat(
            dmp.answer(
                JudgedDocuments.feeding(
                    CALLER.air().signedBy(CALLER.seal()),
                    ofTheStructure(feeding("1.2.3.4.1")),
                    PART,
                    CALLER.organisation().certificate())))
        .contains(DENIED);
  }

  @Test
  void whatThePatientWroteIsArchivedByTheTreatingDoctorAlone() {
    String body = feeding("1.2.3.4.1").replace("nodeRepresentation=\"31\"", node("90"));
    assertThat(dmp.answer(JudgedDocuments.feeding(CALLER, body, PART))).contains(SUCCESS);
    String uuid =
        dmp.answer(CALLER.byCard("registry", Wire.FIND, find(APPROVED)))
            .replaceAll("(?s).*ExtrinsicObject id=\"([^\"]+)\".*", "$1");
    String archive =
        own(
            METADATA.update(
                "1.2.3.4.2",
                Metadata.status(uuid, APPROVED, "urn:asip:ci-sis:2010:StatusType:Archived")));

    assertThat(dmp.answer(CALLER.byCard("registry", Wire.UPDATE, archive))).contains(DENIED);
    dmp.authorize(Certificates.HOLDER, true);
    assertThat(dmp.answer(CALLER.byCard("registry", Wire.UPDATE, archive))).contains(SUCCESS);
  }

  @Test
  void aRefusedReplacementTakesTheWholeSubmissionWithIt() {
    String body =
        feeding("1.2.3.4.1")
            .replace(
                "</rim:RegistryObjectList>",
                Metadata.replaces("Document01", "urn:uuid:6f1b3d1e-7a52-4d18-8c2f-000000000101")
                    + "</rim:RegistryObjectList>");

    assertThat(dmp.answer(JudgedDocuments.feeding(CALLER, body, PART)))
        .contains("errorCode=\"XDSReplaceFailed\"");
    assertThat(dmp.answer(CALLER.byCard("registry", Wire.FIND, find(APPROVED))))
        .contains("totalResultCount=\"0\"");
    assertThat(dmp.answer(JudgedDocuments.feeding(CALLER, feeding("1.2.3.4.1"), PART)))
        .contains(SUCCESS);
  }

  @Test
  void hiddenFromProfessionalsAndFromThePatientTogetherIsRefusedUnlessTheDmpAllowsIt() {
    String body =
        own(
            METADATA.feeding(
                "1.2.3.4.1",
                METADATA.images("Document01", "1.2.3.5.1", "MASQUE_PS", "INVISIBLE_PATIENT"),
                List.of("Document01")));

    assertThat(dmp.answer(JudgedDocuments.feeding(CALLER, body, PART)))
        .contains("errorCode=\"XDSRegistryMetadataError\"");
    try (JudgedDocuments open = new JudgedDocuments(Map.of("dmp.cumul-masques", "oui"))) {
      assertThat(open.answer(JudgedDocuments.feeding(CALLER, body, PART))).contains(SUCCESS);
    }
  }

  @Test
  void documentsAreFoundByTheReferenceOfTheirOrderAndWithTheirLinks() {
    String order = "ACC-1^^^&1.2.3&ISO^urn:ihe:iti:xds:2013:accession";
    String language = "<rim:Slot name=\"languageCode\">";
    String body =
        feeding("1.2.3.4.1")
            .replace(
                language, Metadata.slot("urn:ihe:iti:xds:2013:referenceIdList", order) + language);
    assertThat(dmp.answer(JudgedDocuments.feeding(CALLER, body, PART))).contains(SUCCESS);
    String search =
        find(APPROVED)
            .replace(
                "14d4debf-8f97-4251-9a74-a90016b0af0d", "12941a89-e02e-4be5-967c-ce4bfc8fe492");
    String wanted = Metadata.slot("$XDSDocumentEntryReferenceIdList", "('" + order + "')");
    String end = "</rim:AdhocQuery>";

    assertThat(dmp.answer(CALLER.byCard("registry", Wire.FIND, search)))
        .contains("errorCode=\"XDSStoredQueryMissingParam\"");
    assertThat(dmp.answer(CALLER.byCard("registry", Wire.FIND, search.replace(end, wanted + end))))
        .contains("totalResultCount=\"1\"");
    assertThat(
            dmp.answer(
                CALLER.byCard(
                    "registry",
                    Wire.FIND,
                    search.replace(end, wanted.replace("ACC-1", "ACC-2") + end))))
        .contains("totalResultCount=\"0\"");

    String id = Metadata.slot("$XDSDocumentEntryUniqueId", "('1.2.3.5.1')");
    String uuid = Metadata.slot("$XDSDocumentEntryEntryUUID", "('urn:uuid:1')");
    String links = "bab9529a-4a10-40b3-a01f-f68a615d247a";
    assertThat(
            dmp.answer(
                CALLER.byCard("registry", Wire.FIND, Metadata.query(links, "LeafClass", id))))
        .contains("totalResultCount=\"2\"")
        .contains("<rim:ExtrinsicObject ")
        .contains("AssociationType:HasMember");
    assertThat(
            dmp.answer(
                CALLER.byCard("registry", Wire.FIND, Metadata.query(links, "LeafClass", id, uuid))))
        .contains("errorCode=\"XDSStoredQueryParamNumber\"");
  }

  @Test
  void anotherPatientIsAFaultWhereTheSpaceSaysSo() {
    String other = find(APPROVED).replace(Messages.OID, "1.2.250.1.213.1.4.8");

    assertThat(dmp.answer(CALLER.byCard("registry", Wire.FIND, other)))
        .contains("errorCode=\"XDSPatientIdDoesNotMatch\"");
    try (JudgedDocuments faults = new JudgedDocuments(Map.of("dmp.erreur-identifiant", "faute"))) {
      faults.authorize(Certificates.HOLDER, false);
      assertThat(faults.answer(CALLER.byCard("registry", Wire.FIND, other)))
          .contains("env:XDSPatientIdDoesNotMatch")
          .doesNotContain("RegistryError");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"defaut", "strict"})
  void anIdentifierInAnotherLetterCaseIsAMissingDocumentInTheStrictProfileOnly(String profile) {
    String sample =
        feeding("1.2.3.4.1")
            .replace("<ihe:Document id=\"Document01\"", "<ihe:Document id=\"DOCUMENT01\"");
    try (JudgedDocuments other = new JudgedDocuments(Map.of("dmp.profil", profile))) {
      assertThat(other.answer(JudgedDocuments.feeding(CALLER, sample, PART)))
          .contains(profile.equals("strict") ? "errorCode=\"XDSMissingDocument\"" : SUCCESS);
    }
  }

  @Test
  void aMediaTypeThatWouldBreakTheHeadersOfOthersIsRefused() {
    String body =
        feeding("1.2.3.4.1")
            .replace("mimeType=\"application/dicom\"", "mimeType=\"text/xml&#13;&#10;X-A: b\"");

    assertThat(dmp.answer(JudgedDocuments.feeding(CALLER, body, PART)))
        .contains("errorCode=\"XDSRegistryMetadataError\"")
        .contains("type de média");
  }

  @Test
  void aLongValueOfASearchIsReadAndFindsNothing() {
    String longest =
        Metadata.slot("$XDSDocumentEntryTypeCode", "('" + "a''b".repeat(250_000) + "')");
    String search = find(APPROVED).replace("</rim:AdhocQuery>", longest + "</rim:AdhocQuery>");

    assertThat(dmp.answer(CALLER.byCard("registry", Wire.FIND, search)))
        .contains("totalResultCount=\"0\"");
  }

  @Test
  void aDocumentAskedManyTimesComesOnceAndAnAnswerHasABound() {
    assertThat(dmp.answer(JudgedDocuments.feeding(CALLER, feeding("1.2.3.4.1"), PART)))
        .contains(SUCCESS);
    String[] often = new String[500];
    Arrays.fill(often, "1.2.3.5.1");

    String got = dmp.answer(CALLER.byCard("repository", Wire.RETRIEVE, Metadata.wanted(often)));

    assertThat(got.split("<ihe:DocumentResponse>", -1)).hasSize(2);
    try (JudgedDocuments small = new JudgedDocuments(Map.of("dmp.taille-reponse", "0"))) {
      small.authorize(Certificates.HOLDER, false);
      assertThat(small.answer(JudgedDocuments.feeding(CALLER, feeding("1.2.3.4.1"), PART)))
          .contains(SUCCESS);
      assertThat(
              small.answer(
                  CALLER.byCard("repository", Wire.RETRIEVE, Metadata.wanted("1.2.3.5.1"))))
          .contains("errorCode=\"XDSTooManyResults\"");
    }
  }

  @Test
  void aSubmissionHasABoundAndAMissingAttributeMayBeAWarning() {
    try (JudgedDocuments other =
        new JudgedDocuments(
            Map.of("dmp.documents-par-lot", "0", "dmp.metadonnees-absentes", "signale"))) {
      assertThat(other.answer(JudgedDocuments.feeding(CALLER, feeding("1.2.3.4.1"), PART)))
          .contains("0 documents au plus");
    }
    String without = feeding("1.2.3.4.1").replace("name=\"languageCode\"", "name=\"autre\"");
    assertThat(dmp.answer(JudgedDocuments.feeding(CALLER, without, PART)))
        .contains("languageCode est absent")
        .doesNotContain(SUCCESS);
    try (JudgedDocuments other =
        new JudgedDocuments(Map.of("dmp.metadonnees-absentes", "signale"))) {
      assertThat(other.answer(JudgedDocuments.feeding(CALLER, without, PART)))
          .contains("languageCode est absent")
          .contains(SUCCESS);
    }
  }

  private static String find(String status) {
    return Metadata.query(
        "14d4debf-8f97-4251-9a74-a90016b0af0d",
        "LeafClass",
        Metadata.slot("$XDSDocumentEntryPatientId", "'" + Messages.PATIENT + "'"),
        Metadata.slot("$XDSDocumentEntryStatus", "('" + status + "')"));
  }

  private static String feeding(String set) {
    return own(
        METADATA.feeding(set, METADATA.images("Document01", "1.2.3.5.1"), List.of("Document01")));
  }

  /** In the name of the bearer of the card. */
  private static String own(String body) {
    return body.replace(Wire.HOLDER, Certificates.HOLDER)
        .replace(Wire.STRUCTURE, "499900099997001");
  }

  private static String ofTheStructure(String body) {
    return body.replace("499900099997001", Certificates.STRUCTURE);
  }

  private static String node(String code) {
    return "nodeRepresentation=\"" + code + "\"";
  }

  private static IncomingRequest bySoftware(String service, String action, String body) {
    return CALLER.sent(
        service,
        action,
        ofTheStructure(body),
        CALLER.indirect().signedBy(CALLER.seal()),
        CALLER.organisation().certificate());
  }
}
