package fr.socle.psc.service;

import java.util.List;

/** The faults that can be armed at Pro Santé Connect (psc.md 6, items 1 to 11). */
public enum PscFault {
  NONCE_FAUX("nonce-faux", "Le jeton d'identité porte un autre nonce que celui de la demande."),
  NONCE_ABSENT("nonce-absent", "Le jeton d'identité ne porte pas de nonce."),
  ISS_FAUX("iss-faux", "Le jeton d'identité est au nom d'un autre émetteur."),
  AUD_FAUX("aud-faux", "Le jeton d'identité est destiné à un autre client."),
  EXP_PASSEE("exp-passee", "Le jeton d'identité a expiré il y a une heure."),
  IAT_FUTUR("iat-futur", "Le jeton d'identité est daté d'une heure dans le futur."),
  ACR_AUTRE("acr-autre", "Le jeton d'identité porte le niveau eidas2."),
  ACR_ABSENT("acr-absent", "Le jeton d'identité ne porte pas de niveau (acr)."),
  AUD_MULTIPLE(
      "aud-multiple",
      "Le jeton d'identité est destiné à ce client et à un autre, sans azp qui les départage."),
  AUTH_TIME_ANCIEN(
      "auth-time-ancien",
      "Le jeton d'identité date l'authentification d'il y a cinq heures (auth_time)."),
  HORLOGE_DECALEE(
      "horloge-decalee",
      "L'horloge de Pro Santé Connect est décalée : toutes les dates de ses jetons (identité, accès,"
          + " rafraîchissement, déconnexion) et l'en-tête Date de ses réponses (secondes=120 par"
          + " défaut, négatif pour une horloge en retard).",
      "secondes"),
  AT_HASH_FAUX("at-hash-faux", "L'at_hash du jeton d'identité n'est pas celui du jeton d'accès."),
  ALG_NONE("alg-none", "Le jeton d'identité annonce alg=none et n'est pas signé."),
  HS256_SECRET(
      "hs256-secret",
      "Le jeton d'identité est signé en HS256 avec le secret du client (sans effet pour un client"
          + " sans secret)."),
  HS256_CLE_PUBLIQUE(
      "hs256-cle-publique",
      "Le jeton d'identité est signé en HS256 avec la clé publique de Pro Santé Connect."),
  SIGNATURE_FAUSSE("signature-fausse", "La signature du jeton d'identité est fausse."),
  KID_INCONNU(
      "kid-inconnu", "Le jeton d'identité est signé par une clé que le jeu de clés ne publie pas."),
  KID_ABSENT("kid-absent", "L'en-tête du jeton d'identité n'a pas de kid."),
  JKU_ETRANGER(
      "jku-etranger",
      "Le jeton d'identité est signé par une autre clé, que son en-tête dit de chercher à une autre"
          + " adresse (jku)."),
  X5U_ETRANGER(
      "x5u-etranger",
      "Le jeton d'identité est signé par une autre clé, dont son en-tête dit de chercher le"
          + " certificat à une autre adresse (x5u)."),
  JETON_CHIFFRE(
      "jeton-chiffre",
      "Le jeton d'identité est chiffré pour une clé que le logiciel n'a pas (JWE au lieu de JWS)."),
  RSA_1024(
      "rsa-1024",
      "Le jeton d'identité est signé par une clé RSA de 1024 bits, que le jeu de clés publie."),
  SANS_SIGNATURE(
      "sans-signature", "Le jeton d'identité n'a que deux parties : il lui manque la signature."),
  STATE_FAUX("state-faux", "Le retour de connexion porte un autre state que celui de la demande."),
  STATE_ABSENT("state-absent", "Le retour de connexion ne porte pas de state."),
  ISS_REPONSE_FAUX(
      "iss-reponse-faux", "Le retour de connexion porte l'iss d'un autre fournisseur d'identité."),
  RETOUR_REJOUE(
      "retour-rejoue",
      "Le retour de connexion est celui de la connexion précédente de ce client, state et code"
          + " compris (sans effet à la première)."),
  RETOUR_DOUBLE(
      "retour-double",
      "Le navigateur revient deux fois au logiciel par la même adresse (par une page, en"
          + " response_mode=query)."),
  RETOUR_ERREUR(
      "retour-erreur",
      "Le retour de connexion porte une erreur et pas de code (erreur=access_denied par défaut,"
          + " invalid_request, unsupported_response_type, unauthorized_client, invalid_scope,"
          + " login_required, interaction_required, temporarily_unavailable ou server_error).",
      "erreur"),
  PAGE_ERREUR(
      "page-erreur",
      "La demande d'authentification est refusée par une page, sans retour au logiciel."),
  CODE_PERIME(
      "code-perime",
      "Le code remis a déjà passé sa durée de vie, comme si le navigateur avait tardé à revenir."),
  CODE_DEJA_UTILISE(
      "code-deja-utilise",
      "Le code est refusé comme s'il avait déjà été échangé, et la session est fermée."),
  CLIENT_REFUSE(
      "client-refuse",
      "Le point token refuse l'authentification du client (401), comme après un changement de"
          + " secret ou de certificat."),
  JETON_ACCES_BREF(
      "jeton-acces-bref",
      "Le jeton d'accès ne dure qu'un instant (secondes=1 par défaut), ce que dit expires_in.",
      "secondes"),
  SESSION_TERMINEE(
      "session-terminee",
      "La session arrive à sa fin absolue (quatre heures) au rafraîchissement, à userinfo ou à la"
          + " demande d'authentification qui suit."),
  SESSION_INACTIVE(
      "session-inactive",
      "La session est restée inactive trop longtemps (trente minutes) au rafraîchissement, à"
          + " userinfo ou à la demande d'authentification qui suit."),
  REFRESH_EXPIRE("refresh-expire", "Le jeton de rafraîchissement est refusé comme expiré."),
  USERINFO_MEMBRES_INCONNUS(
      "userinfo-membres-inconnus",
      "Userinfo porte des membres que personne ne connaît, à ignorer."),
  USERINFO_OTHERIDS(
      "userinfo-otherids", "Userinfo écrit otherIDs le membre otherIds, comme on l'a vu."),
  USERINFO_SANS_REFPRO(
      "userinfo-sans-refpro", "Userinfo ne porte pas de données professionnelles (SubjectRefPro)."),
  USERINFO_SANS_EXERCICE(
      "userinfo-sans-exercice", "Userinfo ne porte aucun exercice (exercices vide)."),
  USERINFO_SANS_ACTIVITE(
      "userinfo-sans-activite", "Userinfo ne porte aucune activité (activities vide)."),
  DECONNEXION_HINT_EXPIRE(
      "deconnexion-hint-expire",
      "La déconnexion est refusée par une page, comme si l'id_token_hint avait expiré."),
  DECONNEXION_HINT_ETRANGER(
      "deconnexion-hint-etranger",
      "La déconnexion est refusée par une page, comme si l'id_token_hint venait d'un autre"
          + " client."),
  DECONNEXION_RETOUR_REFUSE(
      "deconnexion-retour-refuse",
      "La déconnexion est refusée par une page, comme si l'adresse de retour n'était pas"
          + " déclarée (sans effet sans adresse de retour)."),
  USERINFO_AUTRE_SUB(
      "userinfo-autre-sub", "Userinfo répond par les données d'une autre personne (autre sub)."),
  USERINFO_CODES_INCONNUS(
      "userinfo-codes-inconnus",
      "Userinfo donne une profession, un savoir-faire, un mode et un secteur d'exercice hors des"
          + " nomenclatures."),
  USERINFO_401("userinfo-401", "Userinfo répond 401 à un jeton pourtant valable."),
  USERINFO_TRONQUE("userinfo-tronque", "La réponse d'userinfo est coupée au milieu du JSON."),
  USERINFO_403("userinfo-403", "Userinfo répond 403 à un jeton pourtant suffisant."),
  USERINFO_500("userinfo-500", "Userinfo répond 500."),
  USERINFO_HTML("userinfo-html", "Userinfo répond 502 par une page HTML."),
  USERINFO_LATIN1(
      "userinfo-latin1",
      "Le JSON d'userinfo est écrit en ISO-8859-1, ce que dit son Content-Type (sans effet sur une"
          + " réponse signée)."),
  USERINFO_SIGNATURE_FAUSSE(
      "userinfo-signature-fausse",
      "L'userinfo signé l'est par une clé que le jeu de clés ne publie pas (sans effet pour un"
          + " client à qui userinfo répond en JSON)."),
  USERINFO_SIGNE(
      "userinfo-signe",
      "Userinfo répond par un jeton signé à un client qui n'en a pas demandé (cle=inconnue pour une"
          + " clé que le jeu de clés ne publie pas).",
      "cle"),
  USERINFO_CHIFFRE(
      "userinfo-chiffre",
      "Userinfo répond par un JWE chiffré pour une clé que le logiciel n'a pas."),
  ROTATION_CLES(
      "rotation-cles",
      "Pro Santé Connect change de clé de signature avant de remettre les jetons"
          + " (ancienne=gardee, par défaut, ou ancienne=retiree du jeu de clés).",
      "ancienne"),
  JWKS_INDISPONIBLE("jwks-indisponible", "Le jeu de clés répond 503."),
  JWKS_TYPES_INCONNUS(
      "jwks-types-inconnus",
      "Le jeu de clés commence par des clés d'un type et d'un usage inconnus, à ignorer."),
  CIBA_IDENTIFIANT_LONG(
      "ciba-identifiant-long",
      "L'auth_req_id rendu fait plus de 2 000 caractères (caracteres=2500 par défaut).",
      "caracteres"),
  CIBA_INTERVALLE(
      "ciba-intervalle",
      "La demande CIBA impose un autre intervalle entre deux interrogations (secondes=30 par"
          + " défaut).",
      "secondes"),
  CIBA_SANS_INTERVALLE(
      "ciba-sans-intervalle",
      "La réponse à la demande CIBA n'annonce pas d'intervalle : 5 secondes s'appliquent."),
  CIBA_CANAL_COUPE(
      "ciba-canal-coupe",
      "La demande CIBA est refusée par 503 : le téléphone ne peut pas être joint."),
  CIBA_SLOW_DOWN(
      "ciba-slow-down", "L'interrogation CIBA reçoit slow_down, même si elle vient à l'heure."),
  CIBA_EXPIRE("ciba-expire", "La demande CIBA expire à l'interrogation suivante."),
  CIBA_POLL_5XX(
      "ciba-poll-5xx",
      "L'interrogation CIBA reçoit une erreur du serveur (code=503 par défaut) et la demande"
          + " continue.",
      "code"),
  CIBA_UTILISATEUR_DESACTIVE(
      "ciba-utilisateur-desactive",
      "La personne est désactivée entre la demande CIBA et la remise des jetons."),
  CIBA_AUTRE_PERSONNE(
      "ciba-autre-personne",
      "Les jetons d'une demande CIBA sont ceux d'un autre professionnel que login_hint"
          + " (identifiant=… pour le choisir).",
      "identifiant"),
  DECONNEXION_SIGNATURE_FAUSSE(
      "deconnexion-signature-fausse",
      "Le jeton de déconnexion (logout_token) envoyé aux logiciels porte une fausse signature."),
  DECONNEXION_AVEC_NONCE(
      "deconnexion-avec-nonce",
      "Le jeton de déconnexion (logout_token) envoyé aux logiciels porte un nonce, ce qui est"
          + " interdit."),
  DECONNEXION_ISS_FAUX(
      "deconnexion-iss-faux",
      "Le jeton de déconnexion (logout_token) envoyé aux logiciels nomme un autre émetteur."),
  DECONNEXION_AUD_FAUX(
      "deconnexion-aud-faux",
      "Le jeton de déconnexion (logout_token) envoyé aux logiciels est destiné à un autre."),
  DECONNEXION_SANS_EVENEMENT(
      "deconnexion-sans-evenement",
      "Le jeton de déconnexion (logout_token) envoyé aux logiciels n'a pas de membre events."),
  DECONNEXION_SANS_SESSION(
      "deconnexion-sans-session",
      "Le jeton de déconnexion (logout_token) envoyé aux logiciels ne désigne rien : ni sid, ni sub."),
  DECONNEXION_DOUBLE(
      "deconnexion-double", "Le même jeton de déconnexion (logout_token) est envoyé deux fois."),
  CODE_EXPIRE("code-expire", "Le code est refusé comme s'il avait expiré."),
  REFRESH_REFUSE(
      "refresh-refuse", "Le jeton de rafraîchissement est refusé comme si la session était finie.");

  private static final List<String> KEYS = List.of("nationalId", "clientId");

  private final String label;
  private final String description;
  private final String parameter;

  PscFault(String label, String description) {
    this(label, description, "");
  }

  PscFault(String label, String description, String parameter) {
    this.label = label;
    this.description = description;
    this.parameter = parameter;
  }

  /** Its name in the control API, such as {@code nonce-faux}. */
  public String label() {
    return label;
  }

  /** What it does, French. */
  public String description() {
    return description;
  }

  /**
   * What it can be restricted to: {@code nationalId}, {@code clientId}; the key set is nobody's.
   */
  public List<String> keys() {
    return this == JWKS_INDISPONIBLE || this == JWKS_TYPES_INCONNUS ? List.of() : KEYS;
  }

  /** Names of its parameters. */
  public List<String> parameters() {
    return parameter.isEmpty() ? List.of() : List.of(parameter);
  }
}
