package fr.socle.dmp.service;

/**
 * A professional of a space, as documents and authorisations name him; what is unknown is empty.
 *
 * @param nationalId PS_IdNat
 * @param familyName family name of practice
 * @param givenName given name of practice
 * @param profession code of G15
 * @param speciality code of his speciality, or of a pharmacist's section
 * @param structure Struct_IdNat of where he works first
 * @param structureName its name
 * @param sector its sector of activity, such as {@code SA07}
 */
public record KnownProfessional(
    String nationalId,
    String familyName,
    String givenName,
    String profession,
    String speciality,
    String structure,
    String structureName,
    String sector) {}
