package fr.socle.bench.pki;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** The subjects of our certificates. All say that they are worth nothing outside a test. */
final class DistinguishedName {
  private static final String MARK = "SOCLE - TEST SANS VALEUR";
  // Pattern of insi.md 2.2 (S): letters and digits of a structure that does not exist.
  private static final String INSI_STRUCTURE = "10B0999999";
  // psc.md 1.5 (S): "3" and a SIRET; this one belongs to nobody.
  private static final String PSC_STRUCTURE = "399999999900017";
  private static final Map<String, String> KEYWORDS =
      Map.of("T", "2.5.4.12", "SURNAME", "2.5.4.4", "GIVENNAME", "2.5.4.42");

  private DistinguishedName() {}

  /** A part of the bench itself. */
  static X500Principal ofBench(String commonName) {
    return name("C", "FR", "O", MARK, "CN", commonName);
  }

  /** A client authority, named as IGC-Santé names its test authorities (insi.md 2.2 (S)). */
  static X500Principal ofClientAuthority(String range) {
    return name(
        "C", "FR", "O", MARK, "OU", "IGC-SANTE", "CN", "TEST AC IGC-SANTE ELEMENTAIRE " + range);
  }

  /** The subject of a standard client. */
  static X500Principal of(StandardClient client, CardHolder holder) {
    return switch (client) {
      case INSI_AUTO, EXPIRED, NOT_YET_VALID, REVOKED, UNKNOWN_AUTHORITY ->
          ofOrganisation(INSI_STRUCTURE, "INSI-AUTO");
      case INSI_MANU -> ofOrganisation(INSI_STRUCTURE, "INSI-MANU");
      case WRONG_CN -> ofOrganisation(INSI_STRUCTURE, "Insi-Auto");
      case ORGANISATION -> ofOrganisation(INSI_STRUCTURE, "SOCLE ETABLISSEMENT DE TEST");
      case ORGANISATION_SEAL -> ofOrganisation(INSI_STRUCTURE, "SOCLE CACHET DE TEST");
      case PSC_CLIENT -> ofOrganisation(PSC_STRUCTURE, "SOCLE LOGICIEL DE TEST");
      case CPS_AUTHENTICATION, CPS_SIGNATURE -> ofCardHolder(holder);
    };
  }

  /** A card holder: C, T, SN, GN, CN = national identifier (insi.md 2.3, 10.2). */
  static X500Principal ofCardHolder(CardHolder holder) {
    return name(
        "C", "FR",
        "T", holder.profession(),
        "SURNAME", holder.familyName(),
        "GIVENNAME", holder.givenName(),
        "CN", holder.nationalId());
  }

  // C, ST, O, OU = identifier of the structure, CN (insi.md 2.2, psc.md 1.5).
  private static X500Principal ofOrganisation(String structureId, String commonName) {
    return name(
        "C", "FR",
        "ST", "Paris (75)",
        "O", "ETABLISSEMENT FICTIF SOCLE TEST",
        "OU", structureId,
        "CN", commonName);
  }

  /** Types and values in the order of the certificate; RFC 2253 writes them the other way. */
  private static X500Principal name(String... typesAndValues) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < typesAndValues.length; i += 2) {
      parts.add(typesAndValues[i] + "=" + Rdn.escapeValue(typesAndValues[i + 1]));
    }
    Collections.reverse(parts);
    return new X500Principal(String.join(",", parts), KEYWORDS);
  }
}
