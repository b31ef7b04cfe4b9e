package fr.socle.dmp.registry.protocol;

import fr.socle.bench.soap.SoapOperation;
import fr.socle.documents.xds.EbXml;
import javax.xml.namespace.QName;

/** Names of IHE, ebRS and XOP: dmp.md 1.2, 1.9 to 1.12 (S: MSG, WSDL), 4.1. */
public final class Ihe {
  /** ITI-41, in the repository. */
  public static final SoapOperation PROVIDE_AND_REGISTER =
      new SoapOperation(
          "ProvideAndRegisterDocumentSet-b",
          "urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b",
          ihe("ProvideAndRegisterDocumentSetRequest"));

  /** ITI-43, in the repository. */
  public static final SoapOperation RETRIEVE =
      new SoapOperation(
          "RetrieveDocumentSet",
          "urn:ihe:iti:2007:RetrieveDocumentSet",
          ihe("RetrieveDocumentSetRequest"));

  /** ITI-18, in the registry. */
  public static final SoapOperation STORED_QUERY =
      new SoapOperation(
          "RegistryStoredQuery",
          "urn:ihe:iti:2007:RegistryStoredQuery",
          query("AdhocQueryRequest"));

  /** ITI-57, in the registry. */
  public static final SoapOperation UPDATE =
      new SoapOperation(
          "UpdateDocumentSet", "urn:ihe:iti:2010:UpdateDocumentSet", EbXml.SUBMIT_OBJECTS_REQUEST);

  static final QName DOCUMENT = ihe("Document");
  static final QName INCLUDE = new QName("http://www.w3.org/2004/08/xop/include", "Include", "xop");

  private static final String STATUS = "urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:";
  static final String SUCCESS = STATUS + "Success";
  static final String FAILURE = STATUS + "Failure";
  static final String PARTIAL_QUERY = STATUS + "PartialSuccess";
  static final String PARTIAL = "urn:ihe:iti:2007:ResponseStatusType:PartialSuccess";
  static final String SEVERITY = "urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:";

  private Ihe() {}

  static QName ihe(String local) {
    return new QName("urn:ihe:iti:xds-b:2007", local, "ihe");
  }

  static QName query(String local) {
    return new QName("urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0", local, "query");
  }

  static QName rs(String local) {
    return new QName("urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0", local, "rs");
  }

  static QName rim(String local) {
    return new QName(EbXml.RIM, local, "rim");
  }
}
