package fr.socle.lps.pilote;

import java.util.Set;

/** The action names of the driver contract: what is outside answers 404, the rest 501 or better. */
final class ContractActions {

  static final Set<String> NAMES =
      Set.of(
          "reinitialiser",
          "configurer",
          "ouvrir-dossier",
          "creer-dossier",
          "modifier-identite",
          "controler-piece-identite",
          "valider-identite",
          "changer-utilisateur",
          "regler-justificatifs",
          "chercher-dossier",
          "chercher-dossier-ins",
          "recevoir-identite",
          "lire-liste-travail",
          "lire-traces",
          "imprimer-identite",
          "inserer-carte",
          "retirer-carte",
          "creer-compte",
          "authentifier-ps",
          "authentifier-ps-proxy",
          "demander-connexion-ps",
          "terminer-connexion-ps",
          "choisir-activite",
          "authentifier-autrement",
          "retirer-acces",
          "deconnecter-ps",
          "consulter-profil-ps",
          "partager-contexte",
          "reprendre-contexte",
          "laisser-inactif",
          "rechercher-ins-traits",
          "rechercher-ins-vitale",
          "verifier-ins",
          "valider-document",
          "alimenter-dmp",
          "envoyer-mss",
          "tester-existence-dmp",
          "declarer-autorisation-dmp",
          "remplacer-document",
          "lister-documents-dmp",
          "consulter-document-dmp",
          "masquer-document-dmp",
          "supprimer-document-dmp",
          "noter-choix-patient",
          "chercher-adresse-mss",
          "relever-mss",
          "repondre-mss",
          "classer-document-recu");

  private ContractActions() {}
}
