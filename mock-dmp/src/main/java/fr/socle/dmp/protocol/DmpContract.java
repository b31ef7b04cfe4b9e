package fr.socle.dmp.protocol;

import fr.socle.bench.soap.SoapOperation;
import java.util.List;
import javax.xml.namespace.QName;

/** Names of the DMP on the wire: dmp.md 1.1 to 1.3 (S: KIT, WSDL, MSG). */
public final class DmpContract {
  /** Setting that says how many MiB a message may have. */
  public static final String SIZE = "dmp.taille";

  /** Path of every service, followed by its name, in this very case. */
  public static final String PATH = "/si-dmp-server/v2/services/";

  /** TD0.2, TD1.1 to TD1.4. */
  public static final String PATIENTS = "patients";

  /** TD0.5. */
  public static final String PATIENTS_PDQ = "patientsPDQ";

  /** TD0.4, formerly TD1.5. */
  public static final String PATIENTS_SPECIFIC = "patientsSpecific";

  /** TD0.3, TD1.6. */
  public static final String HABILITATIONS = "habilitations";

  /** TD0.0, withdrawn. */
  public static final String PATIENT_CERTIF = "patientCertif";

  /** ITI-41, ITI-43. */
  public static final String REPOSITORY = "repository";

  /** ITI-18, ITI-57. */
  public static final String REGISTRY = "registry";

  /** Every service. */
  public static final List<String> SERVICES =
      List.of(
          PATIENTS,
          PATIENTS_PDQ,
          PATIENTS_SPECIFIC,
          HABILITATIONS,
          PATIENT_CERTIF,
          REPOSITORY,
          REGISTRY);

  /** OID of the DMP as a device. */
  public static final String DEVICE = "1.2.250.1.213.4.1.1.1";

  /** Root of the identifiers of its HL7 v3 messages. */
  public static final String MESSAGES = "1.2.250.1.213.4.1.1.1.1";

  /** Identifier of its repository. */
  public static final String REPOSITORY_ID = "1.2.250.1.213.4.1.1.1.2";

  /** Code system of {@code reasonCode}. */
  public static final String REASONS = "1.2.250.1.213.1.1.4.11";

  /** Code system of consents and oppositions. */
  public static final String CONSENTS = "1.2.250.1.213.4.1.2.3";

  /** Code system of the motives of closure. */
  public static final String CLOSURES = "1.2.250.1.213.4.1.2.4";

  /** Authority of identifiers of professionals. */
  public static final String PROFESSIONALS = "1.2.250.1.71.4.2.1";

  /** OID of the national identifiers of structures. */
  public static final String STRUCTURES = "1.2.250.1.71.4.2.2";

  static final String HL7 = "urn:hl7-org:v3";
  static final String GDP = "asip:ci-sis:gdp:2010";
  static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  static final String DMP_HABILITATIONS = "urn:si-dmp-habilitations";
  static final String DMP_PATIENTS = "urn:si-dmp-patients";

  /** Header that carries the VIHF. */
  public static final QName SECURITY =
      new QName(
          "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd",
          "Security");

  private DmpContract() {}

  static QName hl7(String local) {
    return new QName(HL7, local);
  }

  /** An HL7 v3 interaction, whose action is its name. */
  static SoapOperation interaction(String name) {
    return new SoapOperation(name, HL7 + ":" + name, hl7(name));
  }

  static SoapOperation habilitation(String name) {
    return new SoapOperation(
        name,
        DMP_HABILITATIONS + ":HabilitationsEndPoint:" + name,
        new QName(DMP_HABILITATIONS, name));
  }

  static SoapOperation specific(String name) {
    return new SoapOperation(
        name, DMP_PATIENTS + ":PatientSpecificEndPoint:" + name, new QName(DMP_PATIENTS, name));
  }
}
