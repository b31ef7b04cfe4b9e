package fr.socle.lps.dmp.soap;

/**
 * An operation of a service of the DMP (dmp.md 1.2).
 *
 * @param service name of the service, in its case
 * @param action {@code wsa:Action}
 */
public record Operation(String service, String action) {

  public static final Operation EXISTENCE =
      new Operation("patients", "urn:hl7-org:v3:PRPA_IN201307UV02");

  /** Withdrawn: only a mutant calls it. */
  public static final Operation CREATION =
      new Operation("patients", "urn:hl7-org:v3:PRPA_IN201311UV02");

  public static final Operation AUTHORISE =
      new Operation(
          "habilitations", "urn:si-dmp-habilitations:HabilitationsEndPoint:setAuthorization");
  public static final Operation PATIENTS =
      new Operation("patientsSpecific", "urn:si-dmp-patients:PatientSpecificEndPoint:patientList");
  public static final Operation SUBMIT =
      new Operation("repository", "urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b");
  public static final Operation SEARCH =
      new Operation("registry", "urn:ihe:iti:2007:RegistryStoredQuery");
  public static final Operation RETRIEVE =
      new Operation("repository", "urn:ihe:iti:2007:RetrieveDocumentSet");
  public static final Operation UPDATE =
      new Operation("registry", "urn:ihe:iti:2010:UpdateDocumentSet");
}
