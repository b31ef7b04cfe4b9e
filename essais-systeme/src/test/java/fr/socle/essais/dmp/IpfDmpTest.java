package fr.socle.essais.dmp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.Window;
import fr.socle.essais.SocleProcess;
import fr.socle.exigences.RuleSource.Effect;
import jakarta.activation.DataHandler;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openehealth.ipf.commons.ihe.xds.XDS;
import org.openehealth.ipf.commons.ihe.xds.core.ebxml.EbXMLRegistryError;
import org.openehealth.ipf.commons.ihe.xds.core.ebxml.ebxml30.EbXMLFactory30;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.Association;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.AssociationType;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.AvailabilityStatus;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.Code;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.Document;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.DocumentEntry;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.Identifiable;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.ObjectReference;
import org.openehealth.ipf.commons.ihe.xds.core.requests.DocumentReference;
import org.openehealth.ipf.commons.ihe.xds.core.requests.ProvideAndRegisterDocumentSet;
import org.openehealth.ipf.commons.ihe.xds.core.requests.QueryRegistry;
import org.openehealth.ipf.commons.ihe.xds.core.requests.RegisterDocumentSet;
import org.openehealth.ipf.commons.ihe.xds.core.requests.RetrieveDocumentSet;
import org.openehealth.ipf.commons.ihe.xds.core.requests.query.FindDocumentsQuery;
import org.openehealth.ipf.commons.ihe.xds.core.requests.query.GetDocumentsQuery;
import org.openehealth.ipf.commons.ihe.xds.core.requests.query.QueryReturnType;
import org.openehealth.ipf.commons.ihe.xds.core.responses.ErrorCode;
import org.openehealth.ipf.commons.ihe.xds.core.responses.ErrorInfo;
import org.openehealth.ipf.commons.ihe.xds.core.responses.QueryResponse;
import org.openehealth.ipf.commons.ihe.xds.core.responses.Response;
import org.openehealth.ipf.commons.ihe.xds.core.responses.RetrievedDocumentSet;
import org.openehealth.ipf.commons.ihe.xds.core.responses.Status;
import org.openehealth.ipf.commons.ihe.xds.core.transform.requests.QueryRegistryTransformer;
import org.openehealth.ipf.commons.ihe.xds.core.transform.requests.RegisterDocumentSetTransformer;
import org.openehealth.ipf.commons.ihe.xds.core.validate.XDSMetaDataException;
import org.openehealth.ipf.commons.ihe.xds.core.validate.responses.QueryResponseValidator;

/**
 * A client of another house: IPF's contracts, model and validators, on CXF, over mutual TLS. Where
 * the DMP is not what IPF expects of XDS, a test of its own says by which paragraph.
 */
class IpfDmpTest {
  private static final String PATIENT = "urn:uuid:58a6f841-87b3-4a3e-92fd-a8ffeff98427";

  private static SocleProcess socle;
  private static BenchClient bench;
  private static SpaceDescriptor space;
  private static DmpCard card;

  private String patient;
  private IpfDmp dmp;
  private IpfMetadata metadata;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    socle = SocleProcess.up(folder.resolve("banc"));
    bench = socle.client();
    space = socle.space();
    card = DmpCard.of(space);
  }

  @AfterAll
  static void stop() {
    socle.close();
  }

  @BeforeEach
  void meet() throws Exception {
    Patient somebody = bench.createPatient(space.id(), new PatientRequest(null));
    patient =
        somebody.ins().matricule()
            + somebody.ins().key()
            + "^^^&"
            + somebody.ins().oid()
            + "&ISO^NH";
    dmp = new IpfDmp(space, card, patient);
    metadata = new IpfMetadata(card, patient);
    new DmpClient(space, card, patient).authorize();
  }

  @Test
  void feedsFindsAndRetrievesADocumentThatBreaksNoBlockingRule() throws Exception {
    byte[] content = new byte[300_000];
    new Random(1).nextBytes(content);
    Window window = bench.openWindow(space.id(), "IPF, dépôt");

    Response fed = provide("1.3.6.1.4.1.32473.70.1", "1.3.6.1.4.1.32473.71.1", content);
    QueryResponse found = find();
    RetrievedDocumentSet got = retrieve("1.3.6.1.4.1.32473.71.1");

    assertThat(fed.getErrors()).isEmpty();
    assertThat(fed.getStatus()).isEqualTo(Status.SUCCESS);
    assertThat(found.getDocumentEntries()).hasSize(1);
    DocumentEntry entry = found.getDocumentEntries().get(0);
    assertThat(entry.getUniqueId()).isEqualTo("1.3.6.1.4.1.32473.71.1");
    assertThat(entry.getSize()).isEqualTo(300_000);
    assertThat(entry.getTitle().getValue()).isEqualTo("Compte rendu de consultation");
    assertThat(entry.getTypeCode().getCode()).isEqualTo("11488-4");
    assertThat(entry.getRepositoryUniqueId()).isEqualTo("1.2.250.1.213.4.1.1.1.2");
    assertThat(got.getStatus()).isEqualTo(Status.SUCCESS);
    assertThat(bytes(got)).isEqualTo(content);
    bench.closeWindow(space.id(), window.id());
    List<Exchange> calls = bench.exchanges(space.id(), 0, window.id()).exchanges();
    assertThat(calls)
        .extracting(Exchange::transaction)
        .containsExactly("DMP TD2.1", "DMP TD3.1a", "DMP TD3.2");
    assertThat(calls)
        .flatExtracting(Exchange::findings)
        .filteredOn(finding -> finding.source().effect() == Effect.BLOQUANT)
        .isEmpty();
  }

  @Test
  void replacesADocumentThatIsThenDeprecated() throws Exception {
    provide("1.3.6.1.4.1.32473.70.2", "1.3.6.1.4.1.32473.71.2", bytes("ancien"));
    String old = find().getDocumentEntries().get(0).getEntryUuid();

    Response fed =
        provide(
            "1.3.6.1.4.1.32473.70.3",
            "1.3.6.1.4.1.32473.71.3",
            bytes("nouveau"),
            IpfMetadata.link(AssociationType.REPLACE, "Document01", old));

    assertThat(fed.getErrors()).isEmpty();
    assertThat(find().getDocumentEntries())
        .extracting(DocumentEntry::getUniqueId)
        .containsExactly("1.3.6.1.4.1.32473.71.3");
    assertThat(find(AvailabilityStatus.DEPRECATED).getDocumentEntries())
        .extracting(DocumentEntry::getEntryUuid)
        .containsExactly(old);
  }

  @Test
  void findsReferencesByTheIdentifierOfADocument() throws Exception {
    provide("1.3.6.1.4.1.32473.70.4", "1.3.6.1.4.1.32473.71.4", bytes("document"));
    GetDocumentsQuery query = new GetDocumentsQuery();
    query.setUniqueIds(List.of("1.3.6.1.4.1.32473.71.4"));

    QueryResponse references = dmp.query(new QueryRegistry(query, QueryReturnType.OBJECT_REF));

    assertThat(references.getReferences())
        .extracting(ObjectReference::getId)
        .containsExactly(find().getDocumentEntries().get(0).getEntryUuid());
  }

  @Test
  void hidesADocumentFromProfessionalsInANewVersion() throws Exception {
    provide("1.3.6.1.4.1.32473.70.5", "1.3.6.1.4.1.32473.71.5", bytes("document"));
    DocumentEntry before = find().getDocumentEntries().get(0);
    DocumentEntry changed = metadata.entry("Document01", "1.3.6.1.4.1.32473.71.5");
    changed.setLogicalUuid(before.getLogicalUuid());
    changed
        .getConfidentialityCodes()
        .add(IpfMetadata.code("MASQUE_PS", "Masqué", IpfMetadata.VISIBILITY));
    Association member = IpfMetadata.member("Document01");
    member.setPreviousVersion("1");
    RegisterDocumentSet update = new RegisterDocumentSet();
    update.setSubmissionSet(metadata.set("1.3.6.1.4.1.32473.70.6"));
    update.getDocumentEntries().add(changed);
    update.getAssociations().add(member);

    Response answer = dmp.update(update);

    assertThat(answer.getErrors()).isEmpty();
    DocumentEntry after = find().getDocumentEntries().get(0);
    assertThat(after.getLogicalUuid()).isEqualTo(before.getLogicalUuid());
    assertThat(after.getEntryUuid()).isNotEqualTo(before.getEntryUuid());
    assertThat(after.getVersion().getVersionName()).isEqualTo("2");
    assertThat(after.getConfidentialityCodes()).extracting(Code::getCode).contains("MASQUE_PS");
  }

  @Test
  void readsTheErrorsOfAFeedingOfASearchAndOfARetrieval() throws Exception {
    provide("1.3.6.1.4.1.32473.70.7", "1.3.6.1.4.1.32473.71.7", bytes("document"));

    Response again = provide("1.3.6.1.4.1.32473.70.8", "1.3.6.1.4.1.32473.71.7", bytes("autre"));
    FindDocumentsQuery nobody = new FindDocumentsQuery();
    nobody.setPatientId(Identifiable.parse(patient.replaceAll("^\\d{15}", "188017505612345")));
    nobody.setStatus(List.of(AvailabilityStatus.APPROVED));
    QueryResponse found = dmp.query(new QueryRegistry(nobody, QueryReturnType.LEAF_CLASS));
    RetrievedDocumentSet got = retrieve("1.3.6.1.4.1.32473.71.404");

    assertThat(again.getErrors())
        .extracting(ErrorInfo::getErrorCode)
        .containsExactly(ErrorCode.NON_IDENTICAL_HASH);
    assertThat(found.getErrors())
        .extracting(ErrorInfo::getErrorCode)
        .containsExactly(ErrorCode.PATIENT_ID_DOES_NOT_MATCH);
    assertThat(got.getErrors())
        .extracting(ErrorInfo::getErrorCode)
        .containsExactly(ErrorCode.DOCUMENT_UNIQUE_ID_ERROR);
    assertThat(got.getDocuments()).isEmpty();
  }

  /** dmp.md 3.3 (S:MSG, HL7V2, DRIM): {@code ^NH} ends a patientId, where IHE has nothing. */
  @Test
  void thePatientOfAnAnswerHasItsTypeWhichTheValidatorRefuses() throws Exception {
    provide("1.3.6.1.4.1.32473.70.9", "1.3.6.1.4.1.32473.71.9", bytes("document"));
    FindDocumentsQuery query = new FindDocumentsQuery();
    query.setPatientId(Identifiable.parse(patient));
    query.setStatus(List.of(AvailabilityStatus.APPROVED));
    var request =
        new QueryRegistryTransformer()
            .toEbXML(new QueryRegistry(query, QueryReturnType.LEAF_CLASS));
    FrenchIdentifiers.type(request.getInternal());

    var answer = dmp.ask(request);

    assertThat(answer.getExtrinsicObjects().get(0).getExternalIdentifierValue(PATIENT))
        .isEqualTo(patient);
    assertThatThrownBy(
            () -> QueryResponseValidator.getInstance().validate(answer, XDS.Interactions.ITI_18))
        .isInstanceOf(XDSMetaDataException.class)
        .hasMessageContaining("CX value");
  }

  /** The same paragraph: a patient without its type is not the one of the VIHF. */
  @Test
  void aPatientWithoutItsTypeAsIpfWritesItIsRefused() throws Exception {
    FindDocumentsQuery query = new FindDocumentsQuery();
    query.setPatientId(Identifiable.parse(patient));
    query.setStatus(List.of(AvailabilityStatus.APPROVED));

    var answer =
        dmp.ask(
            new QueryRegistryTransformer()
                .toEbXML(new QueryRegistry(query, QueryReturnType.LEAF_CLASS)));

    assertThat(answer.getErrors())
        .extracting(EbXMLRegistryError::getErrorCode)
        .containsExactly("XDSPatientIdDoesNotMatch");
  }

  /**
   * dmp.md 1.12, 3.8 (S:MSG, P4D): the DMP has statuses Archived and Deleted, which IPF's model has
   * not: the message is written without the model, and a deleted document is in no list.
   */
  @Test
  void deletesADocumentByAStatusThatIpfDoesNotKnow() throws Exception {
    provide("1.3.6.1.4.1.32473.70.10", "1.3.6.1.4.1.32473.71.10", bytes("document"));
    DocumentEntry entry = find().getDocumentEntries().get(0);
    Association status =
        IpfMetadata.link(AssociationType.UPDATE_AVAILABILITY_STATUS, "Lot", entry.getEntryUuid());
    status.setOriginalStatus(AvailabilityStatus.APPROVED);
    status.setNewStatus(AvailabilityStatus.DEPRECATED);
    RegisterDocumentSet update = new RegisterDocumentSet();
    update.setSubmissionSet(metadata.set("1.3.6.1.4.1.32473.70.11"));
    update.getAssociations().add(status);
    var request = new RegisterDocumentSetTransformer(new EbXMLFactory30()).toEbXML(update);
    request
        .getAssociations()
        .get(0)
        .getSlotValues("NewStatus")
        .set(0, "urn:asip:ci-sis:2010:StatusType:Deleted");

    Response answer = dmp.update(request.getInternal());

    assertThat(answer.getErrors()).isEmpty();
    assertThat(find().getDocumentEntries()).isEmpty();
  }

  private Response provide(String set, String document, byte[] content, Association... links)
      throws Exception {
    ProvideAndRegisterDocumentSet message = new ProvideAndRegisterDocumentSet();
    message.setSubmissionSet(metadata.set(set));
    message
        .getDocuments()
        .add(
            new Document(
                metadata.entry("Document01", document),
                new DataHandler(new ByteArrayDataSource(content, "text/xml"))));
    message.getAssociations().add(IpfMetadata.member("Document01"));
    message.getAssociations().addAll(List.of(links));
    return dmp.provide(message);
  }

  private QueryResponse find() throws Exception {
    return find(AvailabilityStatus.APPROVED);
  }

  private QueryResponse find(AvailabilityStatus status) throws Exception {
    FindDocumentsQuery query = new FindDocumentsQuery();
    query.setPatientId(Identifiable.parse(patient));
    query.setStatus(List.of(status));
    return dmp.query(new QueryRegistry(query, QueryReturnType.LEAF_CLASS));
  }

  private RetrievedDocumentSet retrieve(String uniqueId) throws Exception {
    RetrieveDocumentSet wanted = new RetrieveDocumentSet();
    wanted.getDocuments().add(new DocumentReference("1.2.250.1.213.4.1.1.1.2", uniqueId, null));
    return dmp.retrieve(wanted);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] bytes(RetrievedDocumentSet got) throws Exception {
    assertThat(got.getDocuments()).hasSize(1);
    return got.getDocuments().get(0).getDataHandler().getInputStream().readAllBytes();
  }
}
