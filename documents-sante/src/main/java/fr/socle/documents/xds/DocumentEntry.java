package fr.socle.documents.xds;

import fr.socle.documents.codes.Coded;
import fr.socle.documents.xds.RegistryObject.Form;
import java.util.List;

/**
 * The metadata of one document (dmp.md 3.2). Each attribute is a list, as the wire may carry none,
 * one or several; rules say how many there must be.
 *
 * @param object what is on the wire
 */
public record DocumentEntry(RegistryObject object) {
  /** A document. */
  public DocumentEntry {
    if (object.form() != Form.EXTRINSIC_OBJECT) {
      throw new IllegalArgumentException("not a document: " + object.form());
    }
  }

  /** Symbolic identifier in a submission, entryUUID once registered. */
  public String id() {
    return object.id();
  }

  /** Identifier kept by every version of the metadata; empty in a submission. */
  public String logicalId() {
    return object.attribute("lid");
  }

  /** Status, {@code urn:oasis:names:tc:ebxml-regrep:StatusType:Approved}; empty when not said. */
  public String availabilityStatus() {
    return object.attribute("status");
  }

  /** Media type. */
  public String mimeType() {
    return object.attribute("mimeType");
  }

  /** Object type. */
  public String objectType() {
    return object.attribute("objectType");
  }

  /** Title; empty without one. */
  public String title() {
    return object.name();
  }

  /** Identifier of the document. */
  public List<String> uniqueId() {
    return object.identifiers(Scheme.UNIQUE_ID);
  }

  /** Patient. */
  public List<String> patientId() {
    return object.identifiers(Scheme.PATIENT_ID);
  }

  /** Patient as the source knows her. */
  public List<String> sourcePatientId() {
    return object.values("sourcePatientId");
  }

  /** Traits of the patient, one PID field a line. */
  public List<String> sourcePatientInfo() {
    return object.values("sourcePatientInfo");
  }

  /** Authors. */
  public List<Author> authors() {
    return object.authors(Scheme.AUTHOR);
  }

  /** Who is responsible for the document. */
  public List<String> legalAuthenticator() {
    return object.values("legalAuthenticator");
  }

  /** Class. */
  public List<Coded> classCode() {
    return object.codes(Scheme.CLASS_CODE);
  }

  /** Type. */
  public List<Coded> typeCode() {
    return object.codes(Scheme.TYPE_CODE);
  }

  /** Format. */
  public List<Coded> formatCode() {
    return object.codes(Scheme.FORMAT_CODE);
  }

  /** Confidentiality and visibility. */
  public List<Coded> confidentialityCode() {
    return object.codes(Scheme.CONFIDENTIALITY_CODE);
  }

  /** Sector of activity. */
  public List<Coded> healthcareFacilityTypeCode() {
    return object.codes(Scheme.HEALTHCARE_FACILITY_TYPE_CODE);
  }

  /** Setting of practice. */
  public List<Coded> practiceSettingCode() {
    return object.codes(Scheme.PRACTICE_SETTING_CODE);
  }

  /** Acts. */
  public List<Coded> eventCodeList() {
    return object.codes(Scheme.EVENT_CODE);
  }

  /** When the document was made, UTC. */
  public List<String> creationTime() {
    return object.values("creationTime");
  }

  /** When the act began, UTC. */
  public List<String> serviceStartTime() {
    return object.values("serviceStartTime");
  }

  /** When the act ended, UTC. */
  public List<String> serviceStopTime() {
    return object.values("serviceStopTime");
  }

  /** Language. */
  public List<String> languageCode() {
    return object.values("languageCode");
  }

  /** SHA-1 of the document, hexadecimal. */
  public List<String> hash() {
    return object.values("hash");
  }

  /** Bytes of the document. */
  public List<String> size() {
    return object.values("size");
  }

  /** Where the document is in an archive. */
  public List<String> uri() {
    return object.values("URI");
  }

  /** Repository that holds the document. */
  public List<String> repositoryUniqueId() {
    return object.values("repositoryUniqueId");
  }

  /** References to orders and studies. */
  public List<String> referenceIdList() {
    return object.values("urn:ihe:iti:xds:2013:referenceIdList");
  }

  /** Whether it describes the signature of a submission (dmp.md 3.6 (S:MSG, DRIM)). */
  public boolean isSignature() {
    return typeCode().stream().anyMatch(type -> type.code().equals("E1762"));
  }
}
