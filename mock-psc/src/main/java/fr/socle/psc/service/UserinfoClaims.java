package fr.socle.psc.service;

import fr.socle.bench.world.Activity;
import fr.socle.bench.world.Address;
import fr.socle.bench.world.Exercise;
import fr.socle.bench.world.Professional;
import fr.socle.bench.world.Structure;
import fr.socle.psc.service.PscSettings.UserinfoProfile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The professional data of userinfo, psc.md 3.4 (S: SYNAPSE 2023, POC 2021/22). */
final class UserinfoClaims {
  private static final String SECTOR_OID = "^1.2.250.1.71.4.2.4";
  private static final String ROLE_OID = "^1.2.250.1.213.1.1.5.5";

  private final PscSettings settings;

  UserinfoClaims(PscSettings settings) {
    this.settings = settings;
  }

  /** The members for a professional; {@code means} is only told by the 2022 profile. */
  Map<String, Object> of(Professional who, Session.Means means) {
    boolean y2023 = settings.userinfoProfile() == UserinfoProfile.Y2023;
    String sub = TokenMint.subject(settings, who.nationalId().value());
    Map<String, Object> claims = new LinkedHashMap<>();
    if (!who.recorded()) {
      // psc.md 3.4: known without professional data (S: SYNAPSE)
      claims.put("sub", sub);
      claims.put("preferred_username", who.nationalId().value());
      claims.put("codeCivilite", who.civility());
      claims.put("given_name", who.givenName());
      claims.put("family_name", who.familyName());
      claims.put("SubjectNameID", who.nationalId().value());
      return claims;
    }
    // The flat members repeat the first activity, psc.md 3.4 (S: POC, SYNAPSE)
    Optional<Activity> first = who.activities().stream().findFirst();
    first.ifPresent(activity -> claims.put("Secteur_Activite", activity.sector() + SECTOR_OID));
    claims.put("sub", sub);
    if (y2023) {
      first.ifPresent(activity -> claims.put("codeGenreActivite", activity.genre()));
    } else {
      claims.put("email_verified", false);
      claims.put("authMode", means.name());
    }
    first.ifPresent(
        activity -> claims.put("SubjectOrganization", activity.structure().businessName()));
    claims.put("Mode_Acces_Raison", "");
    claims.put("preferred_username", who.nationalId().value());
    if (y2023) {
      claims.put("codeCivilite", who.civility());
    }
    claims.put("given_name", who.givenName());
    claims.put("Acces_Regulation_Medicale", "FAUX");
    claims.put("UITVersion", "1.0");
    claims.put("Palier_Authentification", "APPPRIP3^1.2.250.1.213.1.5.1.1.1");
    claims.put("SubjectRefPro", refPro(who, y2023));
    first.ifPresent(
        activity -> claims.put("SubjectOrganizationID", activity.structure().technicalId()));
    claims.put(
        "SubjectRole",
        who.exercises().stream()
            .map(Exercise::profession)
            .distinct()
            .map(p -> p + ROLE_OID)
            .toList());
    claims.put("PSI_Locale", "1.2.250.1.213.1.3.1.1");
    claims.put("otherIds", TokenMint.otherIds(who));
    claims.put("SubjectNameID", who.nationalId().value());
    claims.put("family_name", who.familyName());
    return claims;
  }

  /** The same, and what is only told when it is asked for by name. */
  Map<String, Object> all(Professional who, Session.Means means) {
    Map<String, Object> claims = of(who, means);
    claims.put("name", who.givenName() + " " + who.familyName());
    return claims;
  }

  private static Map<String, Object> refPro(Professional who, boolean y2023) {
    Map<String, Object> refPro = new LinkedHashMap<>();
    if (!y2023) {
      refPro.put("codeCivilite", who.civility());
    }
    refPro.put("exercices", who.exercises().stream().map(UserinfoClaims::exercise).toList());
    return refPro;
  }

  private static Map<String, Object> exercise(Exercise exercise) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("codeProfession", exercise.profession());
    members.put("codeCategorieProfessionnelle", exercise.category());
    members.put("codeCiviliteDexercice", exercise.civility());
    members.put("nomDexercice", exercise.familyName());
    members.put("prenomDexercice", exercise.givenName());
    members.put("codeTypeSavoirFaire", exercise.knowHowType());
    members.put("codeSavoirFaire", exercise.knowHow());
    members.put(
        "activities", exercise.activities().stream().map(UserinfoClaims::activity).toList());
    return members;
  }

  // Every member is a string, empty when unknown, never null
  private static Map<String, Object> activity(Activity activity) {
    Structure at = activity.structure();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("codeModeExercice", activity.mode());
    members.put("codeSecteurDactivite", activity.sector());
    members.put("codeSectionPharmacien", activity.pharmacistSection());
    members.put("codeRole", activity.role());
    members.put("codeGenreActivite", activity.genre());
    members.put("numeroSiretSite", at.siret());
    members.put("numeroSirenSite", at.siren());
    members.put("numeroFinessSite", at.finess());
    members.put("numeroFinessetablissementJuridique", at.legalFiness()); // sic, small e
    members.put("identifiantTechniqueDeLaStructure", at.technicalId());
    members.put("raisonSocialeSite", at.businessName());
    members.put("enseigneCommercialeSite", at.tradeName());
    members.putAll(address(at.address()));
    members.put("telephone", at.phone());
    members.put("telephone2", at.otherPhone());
    members.put("telecopie", at.fax());
    members.put("adresseEMail", at.email());
    members.put("codeDepartement", at.address().departmentCode());
    members.put("ancienIdentifiantDeLaStructure", at.formerId());
    members.put("autoriteDenregistrement", activity.registrationAuthority());
    return members;
  }

  private static Map<String, Object> address(Address address) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("complementDestinataire", address.addressee());
    members.put("complementPointGeographique", address.location());
    members.put("numeroVoie", address.streetNumber());
    members.put("indiceRepetitionVoie", address.repetition());
    members.put("codeTypeDeVoie", address.streetType());
    members.put("libelleVoie", address.street());
    members.put("mentionDistribution", address.mention());
    members.put("bureauCedex", address.town());
    members.put("codePostal", address.postcode());
    members.put("codeCommune", address.communeCode());
    members.put("codePays", address.countryCode());
    return members;
  }
}
