package fr.socle.features.etapes;

import io.cucumber.java.ParameterType;

/** The words of the feature files that stand for one of a few things. */
public final class Words {

  /** A mark on an identity, by its name in the driver contract. */
  @ParameterType("douteux|fictif")
  public String attribut(String word) {
    return word;
  }

  /** A status of an identity, by its name in the driver contract. */
  @ParameterType("provisoire|récupérée|validée|qualifiée")
  public String statut(String word) {
    return switch (word) {
      case "récupérée" -> "recuperee";
      case "validée" -> "validee";
      case "qualifiée" -> "qualifiee";
      default -> word;
    };
  }

  /** A trait INSi leaves out, by the persona it happens to. */
  @ParameterType("son nom|ses prénoms|son sexe")
  public String trait(String word) {
    return switch (word) {
      case "son nom" -> "nom-vide";
      case "ses prénoms" -> "traits-vides";
      default -> "sexe-vide";
    };
  }

  /** What INSi said, by its name in the driver contract. */
  @ParameterType("ne la connaît pas|ne le connaît pas|ne répond pas|en connaît plusieurs")
  public String resultat(String word) {
    return switch (word) {
      case "ne répond pas" -> "indisponible";
      case "en connaît plusieurs" -> "plusieurs";
      default -> "aucune";
    };
  }

  /** How INSi is disturbed. */
  @ParameterType(
      "répond que le service est indisponible|répond par une erreur technique|échoue"
          + " à la recherche par carte Vitale|rend une page"
          + " d'erreur|coupe la connexion")
  public String panneInsi(String word) {
    return word;
  }

  /** What is wrong with an identity token. */
  @ParameterType(
      "fait pour une autre demande|d'un autre émetteur|destiné à un autre logiciel|périmé|dont la"
          + " signature est fausse|signé d'une clé que personne ne connaît|non signé|qui ne rappelle"
          + " pas la demande|destiné aussi à un autre logiciel|signé de la clé publique prise pour"
          + " un secret|signé d'une clé qu'il dit lui-même où prendre|signé d'un certificat qu'il"
          + " dit lui-même où prendre|chiffré pour quelqu'un d'autre|à qui il manque la"
          + " signature|daté du futur|d'un autre niveau que celui demandé|signé d'une clé trop"
          + " courte|qui ne dit pas son niveau|qui ne nomme pas sa clé|signé du secret du"
          + " logiciel|qui ne va pas avec le jeton d'accès|d'une authentification ancienne|daté"
          + " d'une horloge (?:en retard de deux heures|en avance de deux heures|décalée de vingt"
          + " secondes)")
  public String defautJeton(String word) {
    return word;
  }

  /** How Pro Santé Connect is disturbed. */
  @ParameterType(
      "est (?:indisponible|débordé) au moment des jetons|rend une page à la place des jetons|met"
          + " trop longtemps à remettre les jetons|coupe la connexion au moment des jetons|refuse"
          + " le logiciel|dit que la connexion a (?:trop tardé|déjà servi)|ramène le médecin avec un"
          + " code déjà périmé|ramène le médecin avec une erreur du"
          + " serveur|garde le médecin sur une page d'erreur|"
          + "ne répond pas avant douze secondes|ramène le médecin en disant (?:la demande"
          + " incorrecte|le type de réponse inconnu|que ce logiciel n'est pas autorisé|que les"
          + " droits demandés n'existent pas|qu'il doit s'authentifier|qu'il lui reste quelque"
          + " chose à faire|que la page est restée trop longtemps ouverte)|"
          + "change de clé de signature et retire l'ancienne|change de clé et en publie"
          + " d'un type inconnu|change de clé de signature et ne publie plus ses clés")
  public String pannePsc(String word) {
    return word;
  }

  /** What is wrong with a return from the login page. */
  @ParameterType(
      "répond à une autre demande|ne dit pas à quelle demande il répond|vient d'un autre"
          + " fournisseur d'identité|a déjà servi|arrive deux fois")
  public String defautRetour(String word) {
    return word;
  }

  /** What a login is confirmed with, by its name in the driver contract. */
  @ParameterType("son téléphone|sa carte")
  public String moyen(String word) {
    return word.equals("sa carte") ? "carte" : "e-cps";
  }

  /** What is wrong when somebody logs in through the Proxy e-Santé. */
  @ParameterType(
      "le proxy ne connaît pas ce logiciel|le proxy ne comprend pas la demande|le proxy a une"
          + " erreur interne|le proxy est indisponible|Pro Santé"
          + " Connect rend une réponse inutilisable|Pro Santé Connect est indisponible|Pro Santé"
          + " Connect ne répond pas à temps au proxy")
  public String panneConnexionProxy(String word) {
    return word;
  }

  /** What is wrong behind the Proxy e-Santé. */
  @ParameterType(
      "le serveur d'autorisation d'INSi (?:est en panne|tient le jeton pour fini|refuse les droits"
          + " demandés|ne connaît pas l'émetteur)|INSi est en panne")
  public String panneDerriereProxy(String word) {
    return word;
  }

  /** What is particular with a token of INSi. */
  @ParameterType(
      "qui ne nomme pas le certificat|qui nomme le certificat à l'ancienne façon|qui ne vaut"
          + " qu'une seconde|que son serveur d'autorisation refuse une fois de donner|qu'il refuse"
          + " ensuite une fois")
  public String particulariteJeton(String word) {
    return word;
  }
}
