package fr.socle.lps.dmp.ebxml;

import fr.socle.lps.dmp.vihf.Professional;
import fr.socle.lps.dmp.vihf.Structure;

/**
 * Somebody who made a document: a professional, or the organisation he worked for.
 *
 * @param who the professional; of an organisation, only where he works counts
 * @param legalPerson whether it is the organisation
 */
public record Author(Professional who, boolean legalPerson) {

  private static final String AUTHORITY = "^^^^^^&1.2.250.1.71.4.2.1&ISO^";

  public static Author of(Professional who) {
    return new Author(who, false);
  }

  /** The organisation itself (DMP/HISTO.04). */
  public static Author ofStructure(Professional who) {
    return new Author(who, true);
  }

  /** Identifier of the author, as metadata and CDA write it. */
  public String id() {
    Structure structure = who.structure();
    return legalPerson ? "3" + structure.id().substring(1) + "/0" : who.nationalId();
  }

  /** {@code authorPerson} (dmp.md 3.3). */
  public String person() {
    return legalPerson
        ? id() + "^" + who.structure().name() + "^" + AUTHORITY + "U^^^RI"
        : person(who);
  }

  /** {@code authorInstitution} (dmp.md 3.3). */
  public String institution() {
    Structure structure = who.structure();
    return structure.name() + "^^^^^&1.2.250.1.71.4.2.2&ISO^IDNST^^^" + structure.id();
  }

  static String person(Professional who) {
    return who.nationalId()
        + "^"
        + who.familyName()
        + "^"
        + who.givenName()
        + AUTHORITY
        + "D^^^IDNPS";
  }

  /** {@code authorSpecialty} (dmp.md 3.3). */
  String speciality() {
    return who.specialityCode() + "^" + who.specialityLabel() + "^1.2.250.1.213.1.1.4.5";
  }
}
