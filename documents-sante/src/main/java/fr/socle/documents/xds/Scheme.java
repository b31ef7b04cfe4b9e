package fr.socle.documents.xds;

/**
 * Identifiers by which ebXML says what a classification or an external identifier is (dmp.md 3.1
 * (S:MSG, DRIM)).
 */
public enum Scheme {
  /** Says that a package is a submission set. */
  SUBMISSION_SET("a54d6aa5-d40d-43f9-88c5-b4633d873bdd"),
  /** Author of a submission set. */
  SUBMISSION_SET_AUTHOR("a7058bb9-b4e4-4307-ba5b-e3f0ab85e12d"),
  /** Kind of activity of a submission set. */
  CONTENT_TYPE_CODE("aa543740-bdda-424e-8c96-df4873be8500"),
  /** Patient of a submission set. */
  SUBMISSION_SET_PATIENT_ID("6b5aea1a-874d-4603-a4bc-96a0a7b38446"),
  /** System a submission set comes from. */
  SOURCE_ID("554ac39e-e3fe-47fe-b233-965d2a147832"),
  /** Identifier of a submission set. */
  SUBMISSION_SET_UNIQUE_ID("96fdda7c-d067-4183-912e-bf5ee74998a8"),
  /** Author of a document. */
  AUTHOR("93606bcf-9494-43ec-9b4e-a7748d1a838d"),
  /** Class of a document. */
  CLASS_CODE("41a5887f-8865-4c09-adf7-e362475b143a"),
  /** Type of a document. */
  TYPE_CODE("f0306f51-975f-434e-a61c-c59651d33983"),
  /** Format of a document. */
  FORMAT_CODE("a09d5840-386c-46f2-b5ad-9c3699a4309d"),
  /** Confidentiality of a document. */
  CONFIDENTIALITY_CODE("f4f85eac-e6cb-4883-b524-f2705394840f"),
  /** Acts of a document. */
  EVENT_CODE("2c6b8cb7-8b2a-4051-b291-b1ae6a575ef4"),
  /** Sector of activity. */
  HEALTHCARE_FACILITY_TYPE_CODE("f33fb8ac-18af-42cc-ae0e-ed0b0bdb91e1"),
  /** Setting of practice. */
  PRACTICE_SETTING_CODE("cccf5598-8b07-4b77-a05e-ae952c785ead"),
  /** Patient of a document. */
  PATIENT_ID("58a6f841-87b3-4a3e-92fd-a8ffeff98427"),
  /** Identifier of a document. */
  UNIQUE_ID("2e82c1f6-a085-4c72-9da3-8640a32e42ab");

  /** Object type of a document that does not change: {@code urn:uuid:} and its UUID. */
  public static final String STABLE_DOCUMENT = "urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1";

  private final String urn;

  Scheme(String uuid) {
    this.urn = "urn:uuid:" + uuid;
  }

  /** {@code urn:uuid:} and the UUID. */
  public String urn() {
    return urn;
  }

  /**
   * Name of an external identifier, such as {@code XDSDocumentEntry.patientId}; empty for a scheme
   * that is of no identifier, whatever a message says.
   */
  String identifierName() {
    return switch (this) {
      case PATIENT_ID -> "XDSDocumentEntry.patientId";
      case UNIQUE_ID -> "XDSDocumentEntry.uniqueId";
      case SUBMISSION_SET_PATIENT_ID -> "XDSSubmissionSet.patientId";
      case SOURCE_ID -> "XDSSubmissionSet.sourceId";
      case SUBMISSION_SET_UNIQUE_ID -> "XDSSubmissionSet.uniqueId";
      default -> "";
    };
  }
}
