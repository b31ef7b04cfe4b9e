package fr.socle.dmp.service;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The attributes of a VIHF and their names on the wire: dmp.md 2.2 (S: MSG, KIT, HL7V2, DRIM). */
public enum VihfAttribute {
  /** Version of the VIHF. */
  VERSION("VIHF_Version"),
  /** Mode of authentication; spelt with a small m in the samples. */
  MODE("Authentification_Mode"),
  /** Structure of the caller. */
  STRUCTURE("Identifiant_Structure"),
  /** Sector of activity. */
  SECTOR("Secteur_Activite"),
  /** Display name of the caller. */
  SUBJECT_ID("urn:oasis:names:tc:xspa:1.0:subject:subject-id"),
  /** Profession, then speciality. */
  ROLE("urn:oasis:names:tc:xacml:2.0:subject:role"),
  /** Patient. */
  RESOURCE_ID("urn:oasis:names:tc:xacml:2.0:resource:resource-id"),
  /** What is accessed: {@code urn:dmp}. */
  RESOURCE_URN("Ressource_URN"),
  /** Purpose. */
  PURPOSE("urn:oasis:names:tc:xspa:1.0:subject:purposeofuse"),
  /** Secret connection of a minor. */
  CONFIDENTIALITY(
      "urn:oasis:names:tc:xspa:1.0:resource:patient:hl7:confidentiality-code",
      "Confidentiality_code"),
  /** Identifier of the software. */
  LPS_ID("LPS_ID"),
  /** Name of the software. */
  LPS_NAME("LPS_Nom"),
  /** Version of the software. */
  LPS_VERSION("LPS_Version"),
  /** Approval number. */
  APPROVAL("LPS_ID_HOMOLOGATION_DMP"),
  /** Reason of an emergency access; the name is general knowledge. */
  REASON("Mode_Acces_Raison"),
  /** Sent by the kit, ignored. */
  LPS_TYPE("LPS_Type"),
  /** Sent by the kit, ignored. */
  ACCESS("Mode_Acces"),
  /** Sent by the kit, ignored. */
  PROFESSION("Profession");

  /**
   * Mandatory by a source in every mode: dmp.md 2.2. LPS_Version is for most sources only, so its
   * absence is found and refuses nobody.
   */
  public static final Set<VihfAttribute> MANDATORY =
      Collections.unmodifiableSet(
          EnumSet.of(VERSION, STRUCTURE, ROLE, RESOURCE_URN, PURPOSE, LPS_NAME, APPROVAL));

  /** Mandatory by a source in one mode besides: dmp.md 2.2, what is not in italics. */
  public static Set<VihfAttribute> mandatoryIn(AuthenticationMode mode) {
    return switch (mode) {
      case DIRECTE -> Set.of(SECTOR);
      case INDIRECTE, INDIRECTE_RENFORCEE -> Set.of(SUBJECT_ID);
    };
  }

  private final String name;
  private final String otherName;

  VihfAttribute(String name) {
    this(name, name);
  }

  VihfAttribute(String name, String otherName) {
    this.name = name;
    this.otherName = otherName;
  }

  /** Its name on the wire. */
  public String wireName() {
    return name;
  }

  /** Where it stands, as findings say it. */
  public String path() {
    return "/Envelope/Header/Security/Assertion/AttributeStatement/Attribute[@Name='"
        + wireName()
        + "']";
  }

  /** Whether a name written on the wire is its. */
  public boolean isNamed(String written) {
    return name.equalsIgnoreCase(written.strip()) || otherName.equalsIgnoreCase(written.strip());
  }
}
