package fr.socle.bench.pki;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** The subjects of our certificates. All say that they are worth nothing outside a test. */
final class DistinguishedName {
  private static final String MARK = "SOCLE - TEST SANS VALEUR";

  private DistinguishedName() {}

  /** A part of the bench itself. */
  static X500Name ofBench(String commonName) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.C, "FR")
        .addRDN(BCStyle.O, MARK)
        .addRDN(BCStyle.CN, commonName)
        .build();
  }

  /** A client authority, named as IGC-Santé names its test authorities (insi.md 2.2 (S)). */
  static X500Name ofClientAuthority(String range) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.C, "FR")
        .addRDN(BCStyle.O, MARK)
        .addRDN(BCStyle.OU, "IGC-SANTE")
        .addRDN(BCStyle.CN, "TEST AC IGC-SANTE ELEMENTAIRE " + range)
        .build();
  }

  /** An organisation: C, ST, O, OU = identifier of the structure, CN (insi.md 2.2, psc.md 1.5). */
  static X500Name ofOrganisation(String structureId, String commonName) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.C, "FR")
        .addRDN(BCStyle.ST, "Paris (75)")
        .addRDN(BCStyle.O, "ETABLISSEMENT FICTIF SOCLE TEST")
        .addRDN(BCStyle.OU, structureId)
        .addRDN(BCStyle.CN, commonName)
        .build();
  }

  /** A card holder: C, T, SN, GN, CN = national identifier (insi.md 2.3, 10.2). */
  static X500Name ofCardHolder(CardHolder holder) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.C, "FR")
        .addRDN(BCStyle.T, holder.profession())
        .addRDN(BCStyle.SURNAME, holder.familyName())
        .addRDN(BCStyle.GIVENNAME, holder.givenName())
        .addRDN(BCStyle.CN, holder.nationalId())
        .build();
  }
}
