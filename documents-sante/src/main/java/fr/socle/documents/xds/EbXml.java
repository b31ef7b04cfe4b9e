package fr.socle.documents.xds;

import javax.xml.namespace.QName;

/** Names of ebRIM and ebRS 3.0 (dmp.md 7 (S:MSG)). */
public final class EbXml {
  /** Namespace of the information model. */
  public static final String RIM = "urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0";

  /** Namespace of the life cycle. */
  public static final String LCM = "urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0";

  /** Root of a submission. */
  public static final QName SUBMIT_OBJECTS_REQUEST = new QName(LCM, "SubmitObjectsRequest", "lcm");

  /** List of objects. */
  public static final QName REGISTRY_OBJECT_LIST = rim("RegistryObjectList");

  static final QName SLOT = rim("Slot");
  static final QName VALUE_LIST = rim("ValueList");
  static final QName VALUE = rim("Value");
  static final QName NAME = rim("Name");
  static final QName DESCRIPTION = rim("Description");
  static final QName LOCALIZED_STRING = rim("LocalizedString");
  static final QName VERSION_INFO = rim("VersionInfo");
  static final QName CLASSIFICATION = rim("Classification");
  static final QName EXTERNAL_IDENTIFIER = rim("ExternalIdentifier");

  private EbXml() {}

  static QName rim(String localName) {
    return new QName(RIM, localName, "rim");
  }
}
