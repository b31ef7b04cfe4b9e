package fr.socle.documents.xdm;

import fr.socle.bench.xml.XmlElement;
import fr.socle.documents.cda.BodyKind;
import fr.socle.documents.cda.CdaDocument;
import fr.socle.documents.cda.InstanceId;
import fr.socle.documents.codes.Coded;
import fr.socle.documents.codes.ModelFormats;
import fr.socle.documents.codes.ValueSet;
import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.hl7.Cx;
import fr.socle.documents.hl7.TimeStamp;
import fr.socle.documents.hl7.Xcn;
import fr.socle.documents.hl7.Xon;
import fr.socle.documents.ins.InsKind;
import fr.socle.documents.xds.Association;
import fr.socle.documents.xds.Author;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.RegistryObjectBuilder;
import fr.socle.documents.xds.Scheme;
import fr.socle.documents.xds.Submission;
import fr.socle.documents.xds.SubmissionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/** Metadata taken from the headers of documents (cda.md 2.6; mssante.md 2.5). */
public final class CdaMetadata {
  private static final String SYSTEM = "U";
  private static final Coded EXTERNAL_CARE =
      new Coded("07", "1.2.250.1.213.2.2", "Consultations soins externes");

  private final ValueSets codes;

  /** By the value sets of this version. */
  public CdaMetadata() {
    this(ValueSets.load());
  }

  /** By value sets. */
  public CdaMetadata(ValueSets codes) {
    this.codes = codes;
  }

  /**
   * The submission of documents, {@code Document01} and so on. The set has the patient and the
   * author of the first one.
   *
   * @param documents at least one
   * @param uniqueId OID of the submission
   * @param sourceId OID of the system it comes from
   * @param submissionTime fourteen digits, UTC
   */
  public Submission submission(
      List<CdaDocument> documents, String uniqueId, String sourceId, String submissionTime) {
    CdaDocument first = documents.get(0);
    SubmissionSet set =
        new SubmissionSet(
            RegistryObjectBuilder.submissionSet("SubmissionSet01")
                .slot("submissionTime", submissionTime)
                .name(first.title())
                .authors(Scheme.SUBMISSION_SET_AUTHOR, authors(first).get(0))
                .codes(Scheme.CONTENT_TYPE_CODE, EXTERNAL_CARE)
                .identifier(Scheme.SUBMISSION_SET_PATIENT_ID, patient(first).text())
                .identifier(Scheme.SOURCE_ID, sourceId)
                .identifier(Scheme.SUBMISSION_SET_UNIQUE_ID, uniqueId)
                .build());
    List<DocumentEntry> entries = new ArrayList<>();
    List<Association> members = new ArrayList<>();
    for (CdaDocument document : documents) {
      String id = "Document0" + (entries.size() + 1);
      entries.add(entry(id, document));
      members.add(Association.member("Association0" + entries.size(), "SubmissionSet01", id));
    }
    return new Submission(List.of(set), entries, members, List.of());
  }

  private DocumentEntry entry(String id, CdaDocument document) {
    RegistryObjectBuilder entry =
        RegistryObjectBuilder.document(id, "text/xml")
            .attribute("status", "urn:oasis:names:tc:ebxml-regrep:StatusType:Approved")
            .slot("languageCode", document.language())
            .slot("sourcePatientId", source(document).text())
            .slot("sourcePatientInfo", traits(document).toArray(String[]::new))
            .name(document.title())
            .authors(Scheme.AUTHOR, authors(document).toArray(Author[]::new))
            .codes(Scheme.CLASS_CODE, classOf(document))
            .codes(Scheme.TYPE_CODE, labelled(document.code()))
            .codes(Scheme.FORMAT_CODE, format(document))
            .codes(Scheme.CONFIDENTIALITY_CODE, labelled(document.confidentiality()))
            .codes(Scheme.HEALTHCARE_FACILITY_TYPE_CODE, labelled(document.careFacility()))
            .codes(Scheme.PRACTICE_SETTING_CODE, labelled(document.practiceSetting()))
            .identifier(Scheme.PATIENT_ID, patient(document).text())
            .identifier(Scheme.UNIQUE_ID, document.id().uniqueId());
    time(entry, "creationTime", document.effectiveTime());
    time(entry, "serviceStartTime", document.actStart());
    time(entry, "serviceStopTime", document.actEnd());
    all(document.root(), "legalAuthenticator/assignedEntity")
        .findFirst()
        .map(who -> named(person(who), document))
        .ifPresent(who -> entry.slot("legalAuthenticator", who.text()));
    return new DocumentEntry(entry.build());
  }

  private static void time(RegistryObjectBuilder entry, String slot, String value) {
    TimeStamp.inUniversalTime(value).ifPresent(time -> entry.slot(slot, time));
  }

  private Coded classOf(CdaDocument document) {
    String type = document.code().code();
    String code = ValueSets.classOf(type).or(() -> ValueSets.seenClassOf(type)).orElse("10");
    return codes.classCode().named(code).orElse(new Coded(code, "1.2.250.1.213.1.1.4.1", code));
  }

  private Coded format(CdaDocument document) {
    if (document.bodyKind() == BodyKind.N1) {
      String format =
          ValueSets.formatOf(document.mediaType()).orElse("urn:ihe:iti:xds-sd:pdf:2008");
      return formatNamed(format);
    }
    return document.templates().stream()
        .map(each -> ModelFormats.of(each.root()))
        .flatMap(Optional::stream)
        .findFirst()
        .flatMap(
            wanted ->
                codes.formatCode().codes().stream()
                    .filter(each -> ModelFormats.isOf(each.code(), wanted))
                    .findFirst()
                    .or(() -> Optional.of(formatNamed(wanted + ":2022"))))
        .orElseGet(() -> formatNamed("urn:asipSante:modelesHorsProfils:2011"));
  }

  private Coded formatNamed(String code) {
    ValueSet formats = codes.formatCode();
    return formats.named(code).orElse(new Coded(code, "1.2.250.1.213.1.1.4.2.282", code));
  }

  private static Coded labelled(Coded code) {
    return code.label().isEmpty() ? new Coded(code.code(), code.scheme(), code.code()) : code;
  }

  private static Cx patient(CdaDocument document) {
    return document.patientIds().stream()
        .filter(id -> InsKind.ofOid(id.root()).isPresent())
        .findFirst()
        .map(id -> Cx.ins(id.extension(), id.root()))
        .orElseGet(() -> source(document));
  }

  private static Cx source(CdaDocument document) {
    return document.patientIds().stream()
        .filter(id -> InsKind.ofOid(id.root()).isEmpty())
        .findFirst()
        .map(id -> new Cx(id.extension(), id.root(), "PI"))
        .orElseGet(
            () ->
                document.patientIds().stream()
                    .findFirst()
                    .map(id -> Cx.ins(id.extension(), id.root()))
                    .orElse(new Cx("", "", Cx.NATIONAL)));
  }

  private static List<String> traits(CdaDocument document) {
    XmlElement patient =
        all(document.root(), "recordTarget/patientRole/patient")
            .findFirst()
            .orElse(document.root());
    return List.of(
        "PID-5|" + birth(patient, "family") + "^" + birth(patient, "given") + "^^^^^L",
        "PID-7|" + attribute(patient, "birthTime", "value"),
        "PID-8|" + attribute(patient, "administrativeGenderCode", "code"));
  }

  private static String birth(XmlElement patient, String part) {
    return all(patient, "name/" + part)
        .filter(each -> each.attribute("qualifier").orElse("").equals("BR"))
        .findFirst()
        .map(XmlElement::text)
        .orElseGet(() -> text(patient, "name/" + part));
  }

  private static List<Author> authors(CdaDocument document) {
    return all(document.root(), "author/assignedAuthor")
        .map(
            author ->
                new Author(
                    List.of(structure(document, author).text()),
                    List.of(person(author).text()),
                    List.of(),
                    specialty(author)))
        .toList();
  }

  private static List<String> specialty(XmlElement author) {
    String code = attribute(author, "code", "code");
    return code.isEmpty()
        ? List.of()
        : List.of(
            code
                + "^"
                + attribute(author, "code", "displayName")
                + "^"
                + attribute(author, "code", "codeSystem"));
  }

  private static Xon structure(CdaDocument document, XmlElement author) {
    String id = attribute(author, "representedOrganization/id", "extension");
    String custodian = "custodian/assignedCustodian/representedCustodianOrganization";
    return id.isEmpty()
        ? Xon.structure(
            text(document.root(), custodian + "/name"),
            attribute(document.root(), custodian + "/id", "extension"))
        : Xon.structure(text(author, "representedOrganization/name"), id);
  }

  /** A header may name who is responsible where it names the authors, and not again. */
  private static Xcn named(Xcn responsible, CdaDocument document) {
    return responsible.family().isEmpty()
        ? all(document.root(), "author/assignedAuthor")
            .map(CdaMetadata::person)
            .filter(author -> author.id().equals(responsible.id()))
            .findFirst()
            .orElse(responsible)
        : responsible;
  }

  private static Xcn person(XmlElement who) {
    InstanceId id = new InstanceId(attribute(who, "id", "root"), attribute(who, "id", "extension"));
    String family = text(who, "assignedPerson/name/family");
    String given = text(who, "assignedPerson/name/given");
    if (InsKind.ofOid(id.root()).isPresent()) {
      return new Xcn(id.extension(), family, given, id.root(), "D", Cx.NATIONAL);
    }
    // A system is numbered within its structure (dmp.md 3.3).
    return id.extension().contains("/")
        ? new Xcn(
            id.extension(),
            text(who, "assignedAuthoringDevice/softwareName"),
            text(who, "assignedAuthoringDevice/manufacturerModelName"),
            Xcn.PROFESSIONALS,
            SYSTEM,
            "RI")
        : Xcn.professional(id.extension(), family, given);
  }

  private static Stream<XmlElement> all(XmlElement from, String path) {
    Stream<XmlElement> here = Stream.of(from);
    for (String step : path.split("/", -1)) {
      QName name = new QName("urn:hl7-org:v3", step);
      here = here.flatMap(each -> each.children(name).stream());
    }
    return here;
  }

  private static String text(XmlElement from, String path) {
    return all(from, path).findFirst().map(XmlElement::text).orElse("");
  }

  private static String attribute(XmlElement from, String path, String name) {
    return all(from, path).findFirst().flatMap(each -> each.attribute(name)).orElse("");
  }
}
