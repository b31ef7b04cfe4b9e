package fr.socle.psc.service;

import fr.socle.psc.service.CareProfessional.Activity;
import fr.socle.psc.service.CareProfessional.Exercise;
import fr.socle.psc.service.PscSettings.UserinfoProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The professional data of userinfo, psc.md 3.4 (S: SYNAPSE 2023, POC 2021/22). */
final class UserinfoClaims {
  // psc.md 3.4: every member is a string, empty when unknown, never null
  private static final List<String> ACTIVITY_MEMBERS =
      List.of(
          "codeModeExercice",
          "codeSecteurDactivite",
          "codeSectionPharmacien",
          "codeRole",
          "codeGenreActivite",
          "numeroSiretSite",
          "numeroSirenSite",
          "numeroFinessSite",
          "numeroFinessetablissementJuridique",
          "identifiantTechniqueDeLaStructure",
          "raisonSocialeSite",
          "enseigneCommercialeSite",
          "complementDestinataire",
          "complementPointGeographique",
          "numeroVoie",
          "indiceRepetitionVoie",
          "codeTypeDeVoie",
          "libelleVoie",
          "mentionDistribution",
          "bureauCedex",
          "codePostal",
          "codeCommune",
          "codePays",
          "telephone",
          "telephone2",
          "telecopie",
          "adresseEMail",
          "codeDepartement",
          "ancienIdentifiantDeLaStructure",
          "autoriteDenregistrement");
  private static final String SECTOR_OID = "^1.2.250.1.71.4.2.4";
  private static final String ROLE_OID = "^1.2.250.1.213.1.1.5.5";

  private final PscSettings settings;

  UserinfoClaims(PscSettings settings) {
    this.settings = settings;
  }

  /** The members for a professional; {@code means} is only told by the 2022 profile. */
  Map<String, Object> of(CareProfessional who, Session.Means means) {
    boolean y2023 = settings.userinfoProfile() == UserinfoProfile.Y2023;
    String sub = TokenMint.subject(settings, who.nationalId());
    Map<String, Object> claims = new LinkedHashMap<>();
    if (!who.professional()) {
      // psc.md 3.4: known without professional data (S: SYNAPSE)
      claims.put("sub", sub);
      claims.put("preferred_username", who.nationalId());
      claims.put("codeCivilite", who.civility());
      claims.put("given_name", who.givenName());
      claims.put("family_name", who.familyName());
      claims.put("SubjectNameID", who.nationalId());
      return claims;
    }
    Optional<Activity> first =
        who.exercises().stream().flatMap(exercise -> exercise.activities().stream()).findFirst();
    first.ifPresent(
        activity ->
            claims.put("Secteur_Activite", activity.member("codeSecteurDactivite") + SECTOR_OID));
    claims.put("sub", sub);
    if (y2023) {
      first.ifPresent(
          activity -> claims.put("codeGenreActivite", activity.member("codeGenreActivite")));
    } else {
      claims.put("email_verified", false);
      claims.put("authMode", means.name());
    }
    first.ifPresent(
        activity -> claims.put("SubjectOrganization", activity.member("raisonSocialeSite")));
    claims.put("Mode_Acces_Raison", "");
    claims.put("preferred_username", who.nationalId());
    if (y2023) {
      claims.put("codeCivilite", who.civility());
    }
    claims.put("given_name", who.givenName());
    claims.put("Acces_Regulation_Medicale", "FAUX");
    claims.put("UITVersion", "1.0");
    claims.put("Palier_Authentification", "APPPRIP3^1.2.250.1.213.1.5.1.1.1");
    claims.put("SubjectRefPro", refPro(who, y2023));
    first.ifPresent(
        activity ->
            claims.put(
                "SubjectOrganizationID", activity.member("identifiantTechniqueDeLaStructure")));
    claims.put(
        "SubjectRole",
        who.exercises().stream()
            .map(Exercise::profession)
            .distinct()
            .map(p -> p + ROLE_OID)
            .toList());
    claims.put("PSI_Locale", "1.2.250.1.213.1.3.1.1");
    claims.put("otherIds", TokenMint.otherIds(who));
    claims.put("SubjectNameID", who.nationalId());
    claims.put("family_name", who.familyName());
    return claims;
  }

  private static Map<String, Object> refPro(CareProfessional who, boolean y2023) {
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
    members.put("codeTypeSavoirFaire", exercise.skillType());
    members.put("codeSavoirFaire", exercise.skill());
    members.put(
        "activities", exercise.activities().stream().map(UserinfoClaims::activity).toList());
    return members;
  }

  private static Map<String, Object> activity(Activity activity) {
    Map<String, Object> members = new LinkedHashMap<>();
    ACTIVITY_MEMBERS.forEach(name -> members.put(name, activity.member(name)));
    return members;
  }
}
