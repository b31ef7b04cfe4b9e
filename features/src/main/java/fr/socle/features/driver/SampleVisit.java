package fr.socle.features.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.features.driver.DriverCheck.Result;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for every action a driver announces, in the order a visit would, and looks at the form. */
final class SampleVisit {
  private static final String SOMEBODY = "899990000012";

  private final LpsDriver driver;
  private final ActionSchemas schemas;
  private @Nullable String record;
  private @Nullable String account;

  SampleVisit(LpsDriver driver, ActionSchemas schemas) {
    this.driver = driver;
    this.schemas = schemas;
  }

  List<Result> run(Capabilities capabilities, @Nullable ObjectNode descriptor) {
    List<Result> results = new ArrayList<>();
    for (String action : ActionSchemas.ACTIONS) {
      String name = "Action « " + action + " »";
      if (!capabilities.offers(action)) {
        results.add(Result.notTried(name, "non annoncée : ses scénarios seront « non couverts »"));
        continue;
      }
      ObjectNode input = input(action, descriptor);
      if (input == null) {
        results.add(
            Result.notTried(
                name,
                action.equals("configurer")
                    ? "aucun banc n'a été donné"
                    : "demande un dossier, un compte ou un message, et aucun n'a été rendu"));
        continue;
      }
      results.add(ask(name, action, input));
    }
    return results;
  }

  private Result ask(String name, String action, ObjectNode input) {
    try {
      ActionAnswer answer = driver.perform(action, input);
      remember(action, answer.seen());
      return Result.ok(
          name, "« %s », %s".formatted(answer.status().label(), answer.messageOrNone()));
    } catch (ActionNotImplementedException e) {
      return Result.ko(
          name,
          "annoncée, mais non implémentée",
          "Retirez l'action des capacités tant que le pilote ne la fait pas.");
    } catch (DriverFailedException e) {
      return Result.ko(
          name,
          String.valueOf(e.getMessage()),
          "Rendez ce que dit le schéma de l'action dans docs/pilote.md.");
    }
  }

  private void remember(String action, @Nullable JsonNode seen) {
    if (action.equals("creer-dossier") && seen != null) {
      record = seen.path("dossier").asText();
    }
    if (action.equals("creer-compte") && seen != null) {
      account = seen.path("identifiant").asText();
    }
  }

  private @Nullable ObjectNode input(String action, @Nullable ObjectNode descriptor) {
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    switch (action) {
      case "configurer" -> {
        if (descriptor == null) {
          return null;
        }
        input.set("banc", descriptor);
      }
      // Nobody, so that no phone is waited for.
      case "demander-connexion-ps" -> input.put("identifiantNational", "899999999999");
      case "creer-compte" ->
          input.put("identifiantNational", SOMEBODY).put("nom", "Tapis").put("prenom", "Alix");
      case "retirer-acces" -> input.put("identifiantNational", SOMEBODY);
      case "authentifier-autrement" -> {
        if (account == null) {
          return null;
        }
        input.put("compte", account);
      }
      case "choisir-activite" -> input.put("structure", "CABINET DE LA VISITE");
      case "changer-utilisateur" -> input.putArray("droits").add("appeler-insi").add("voir-ins");
      case "chercher-dossier" -> input.put("dateNaissance", "1988-02-29");
      case "chercher-dossier-ins" -> input.put("matricule", "188022A00432151");
      case "recevoir-identite" -> {
        input
            .putObject("traits")
            .put("nomNaissance", "TAPIS")
            .put("premierPrenom", "ALIX")
            .put("sexe", "M")
            .put("dateNaissance", "1988-02-29")
            .put("lieuNaissance", "2A004");
        input
            .putObject("ins")
            .put("matricule", "188022A004321")
            .put("cle", "51")
            .put("oid", "1.2.250.1.213.1.4.8");
      }
      case "retirer-carte" -> input.put("carte", "vitale");
      case "regler-bal-mss" -> input.put("adresse", "visite@medecin.mssante.fr");
      case "regler-annuaire" -> input.put("frequenceHeures", 24);
      case "lire-fiche-annuaire" ->
          input.put("identifiantNational", "899990000012").put("genre", "correspondant");
      case "chercher-adresse-mss" -> input.put("nom", "TAPIS");
      case "envoyer-mss" -> input.putArray("destinataires").add("personne@medecin.mssante.fr");
      // Nothing was received: there is no message to name.
      case "lire-message-mss",
          "repondre-mss",
          "classer-document-recu",
          "confirmer-document-recu",
          "prevenir-suppression-mss" -> {
        return null;
      }
      case "inserer-carte" ->
          input
              .putObject("vitale")
              .put("numeroSerie", "0000000001")
              .put("ouvrantDroit", "2880275056123")
              .putArray("beneficiaires")
              .addObject()
              .put("matricule", "2880275056123")
              .put("nomNaissance", "MOQUETTE")
              .put("prenom", "ALIX")
              .put("dateNaissance", "1988-02-29")
              .put("rangNaissance", "1");
      case "creer-dossier" ->
          input
              .put("nomNaissance", "MOQUETTE")
              .put("premierPrenom", "ALIX")
              .put("sexe", "F")
              .put("dateNaissance", "1988-02-29")
              .put("lieuNaissance", "75056")
              .putArray("prenomsNaissance")
              .add("ALIX")
              .add("MARIE-LOU");
      default -> {
        if (schemas.breachesOfInput(action, input).isEmpty()) {
          return input;
        }
        if (action.equals("authentifier-ps-proxy")) {
          return input.put("identifiantNational", "899990000012");
        }
        if (record == null) {
          return null;
        }
        input.put("dossier", record);
        if (action.equals("controler-piece-identite")) {
          input.put("piece", "carte-nationale-identite");
        } else if (action.equals("modifier-identite")) {
          input.putObject("traits").put("nomUtilise", "TAPIS");
        }
      }
    }
    return input;
  }
}
