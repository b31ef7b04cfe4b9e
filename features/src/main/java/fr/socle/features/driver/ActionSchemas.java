package fr.socle.features.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schemas of the driver contract: for each action its input and what the user sees afterwards.
 * Safe for use by several threads.
 */
public final class ActionSchemas {
  private static final String ROOT = "classpath:schemas/";

  /** The actions of the contract, in the order a user would meet them. */
  public static final List<String> ACTIONS =
      List.of(
          "reinitialiser",
          "configurer",
          "creer-compte",
          "authentifier-ps",
          "authentifier-ps-proxy",
          "demander-connexion-ps",
          "terminer-connexion-ps",
          "choisir-activite",
          "consulter-profil-ps",
          "laisser-inactif",
          "deconnecter-ps",
          "authentifier-autrement",
          "retirer-acces",
          "partager-contexte",
          "reprendre-contexte",
          "creer-dossier",
          "ouvrir-dossier",
          "modifier-identite",
          "controler-piece-identite",
          "valider-identite",
          "regler-justificatifs",
          "changer-utilisateur",
          "chercher-dossier",
          "chercher-dossier-ins",
          "recevoir-identite",
          "rechercher-ins-traits",
          "verifier-ins",
          "lire-liste-travail",
          "inserer-carte",
          "rechercher-ins-vitale",
          "retirer-carte",
          "noter-choix-patient",
          "tester-existence-dmp",
          "declarer-autorisation-dmp",
          "lister-patients-dmp",
          "regler-mention",
          "valider-document",
          "remplacer-document",
          "ajouter-historique",
          "noter-deces",
          "alimenter-dmp",
          "regler-reprise",
          "lancer-reprise",
          "lire-envois-dmp",
          "supprimer-document-dmp",
          "masquer-document-dmp",
          "lister-documents-dmp",
          "consulter-document-dmp",
          "importer-documents-dmp",
          "precharger-dmp",
          "ouvrir-acces-web-dmp",
          "regler-bal-mss",
          "noter-choix-mss",
          "envoyer-mss",
          "chercher-adresse-mss",
          "charger-annuaire",
          "regler-annuaire",
          "lire-fiche-annuaire",
          "lire-envois-mss",
          "relever-mss",
          "lire-message-mss",
          "repondre-mss",
          "classer-document-recu",
          "confirmer-document-recu",
          "prevenir-suppression-mss",
          "lire-traces-mss",
          "lire-traces",
          "imprimer-identite");

  private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private final SchemaValidatorsConfig config =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
  private final Map<String, JsonSchema> loaded = new ConcurrentHashMap<>();

  /** What is wrong with the input of an action, one French line each; empty when it is right. */
  public List<String> breachesOfInput(String action, JsonNode input) {
    return breaches(ofAction(action, "entree"), input);
  }

  /** What is wrong with what an action shows. */
  public List<String> breachesOfSeen(String action, JsonNode seen) {
    return breaches(ofAction(action, "vu"), seen);
  }

  /** What is wrong with the result object of an action. */
  public List<String> breachesOfResult(JsonNode result) {
    return breaches("resultat.json", result);
  }

  /** What is wrong with the capabilities of a driver. */
  public List<String> breachesOfCapabilities(JsonNode capabilities) {
    return breaches("capacites.json", capabilities);
  }

  private static String ofAction(String action, String part) {
    if (!ACTIONS.contains(action)) {
      throw new IllegalArgumentException("no action of the contract: " + action);
    }
    return "actions/" + action + ".json#/$defs/" + part;
  }

  private List<String> breaches(String schema, JsonNode value) {
    return loaded
        .computeIfAbsent(schema, name -> factory.getSchema(SchemaLocation.of(ROOT + name), config))
        .validate(value)
        .stream()
        .map(SchemaBreach::inFrench)
        .distinct()
        .toList();
  }
}
