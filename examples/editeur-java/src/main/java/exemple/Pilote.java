package exemple;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Le pilote « http » de ce logiciel : le contrat de docs/pilote.md. */
public final class Pilote implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> ACTIONS =
      List.of(
          "reinitialiser",
          "configurer",
          "authentifier-ps",
          "creer-dossier",
          "ouvrir-dossier",
          "controler-piece-identite",
          "rechercher-ins-traits");

  private final Logiciel logiciel = new Logiciel();
  private final ExecutorService fil = Executors.newSingleThreadExecutor(); // un utilisateur
  private final ExecutorService appels = Executors.newCachedThreadPool();
  private final Map<String, Future<ObjectNode>> commencees = new ConcurrentHashMap<>();
  private final HttpServer serveur;

  private Pilote(HttpServer serveur) {
    this.serveur = serveur;
  }

  /** Écoute sur la boucle locale ; 0 : un port libre. */
  public static Pilote demarrer(int port) {
    try {
      HttpServer serveur =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      Pilote pilote = new Pilote(serveur);
      serveur.createContext("/pilote/", pilote::repondre);
      serveur.setExecutor(pilote.appels);
      serveur.start();
      return pilote;
    } catch (IOException e) {
      throw new IllegalStateException("Le port " + port + " n'est pas libre.", e);
    }
  }

  /** Lance le logiciel et son pilote : java exemple.Pilote 8600. */
  public static void main(String[] arguments) {
    System.out.println(demarrer(arguments.length == 0 ? 8600 : Integer.parseInt(arguments[0])).adresse());
  }

  /** Ce qu'attend « url » de lps.yaml. */
  public URI adresse() {
    return URI.create("http://127.0.0.1:" + serveur.getAddress().getPort() + "/pilote");
  }

  @Override
  public void close() {
    serveur.stop(0);
    fil.shutdownNow();
    appels.shutdownNow();
  }

  private void repondre(HttpExchange echange) throws IOException {
    try (echange) {
      String chemin = echange.getRequestURI().getPath().substring("/pilote/".length());
      if (chemin.equals("capabilities")) {
        envoyer(echange, 200, capacites());
      } else if (echange.getRequestMethod().equals("POST")) {
        commencer(echange, chemin.replaceFirst("^actions/", ""));
      } else {
        rendre(echange, chemin.replaceFirst("^actions/", ""));
      }
    }
  }

  private void commencer(HttpExchange echange, String action) throws IOException {
    if (!ACTIONS.contains(action)) {
      envoyer(echange, 501, message("Ce pilote ne fait pas " + action + "."));
      return;
    }
    JsonNode entree;
    try {
      entree = JSON.readTree(echange.getRequestBody());
    } catch (IOException e) {
      envoyer(echange, 400, message("L'entrée n'est pas du JSON."));
      return;
    }
    String defaut = Entrees.defaut(action, entree);
    if (defaut != null) {
      envoyer(echange, 400, message(defaut));
    } else if (!entree.path("mode").asText("certificat").equals("certificat")) {
      envoyer(echange, 501, message("Ce logiciel n'appelle INSi que par certificat."));
    } else {
      String id = Integer.toString(commencees.size() + 1);
      commencees.put(id, fil.submit(() -> jouer(action, entree)));
      envoyer(echange, 202, JSON.createObjectNode().put("id", id));
    }
  }

  private void rendre(HttpExchange echange, String id) throws IOException {
    Future<ObjectNode> action = commencees.get(id);
    if (action == null) {
      envoyer(echange, 404, message("Identifiant d'action inconnu."));
      return;
    }
    String requete = echange.getRequestURI().getQuery();
    long attente = requete == null ? 0 : Long.parseLong(requete.replaceAll("\\D", "0"));
    try {
      envoyer(echange, 200, action.get(Math.min(attente, 30), TimeUnit.SECONDS));
    } catch (TimeoutException e) {
      echange.sendResponseHeaders(204, -1);
    } catch (ExecutionException e) {
      envoyer(echange, 500, message("Erreur du pilote : " + e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Un refus du logiciel est une réponse, pas une panne. */
  private ObjectNode jouer(String action, JsonNode entree) {
    try {
      return JSON.createObjectNode().put("statut", "fait").set("vu", faire(action, entree));
    } catch (Refus refus) {
      return JSON.createObjectNode().put("statut", "refuse").put("message", refus.getMessage());
    }
  }

  private ObjectNode faire(String action, JsonNode entree) {
    String numero = entree.path("dossier").asText();
    switch (action) {
      case "reinitialiser" -> logiciel.vider();
      case "configurer" -> logiciel.regler(entree.path("banc"));
      case "authentifier-ps" -> {
        return professionnel(logiciel.connecter());
      }
      case "creer-dossier" -> {
        return dossier(logiciel.creer(Entrees.traits(entree)));
      }
      case "controler-piece-identite" -> {
        return dossier(logiciel.controlerPiece(numero, entree.path("piece").asText()));
      }
      case "rechercher-ins-traits" -> {
        String resultat = logiciel.chercherIns(numero, entree.path("accepter").asBoolean(true));
        return JSON.createObjectNode()
            .put("resultat", resultat)
            .set("dossier", dossier(logiciel.ouvrir(numero)));
      }
      default -> {
        return dossier(logiciel.ouvrir(numero));
      }
    }
    return JSON.createObjectNode();
  }

  private static ObjectNode capacites() {
    ObjectNode capacites = JSON.createObjectNode().put("contrat", "1");
    capacites.putObject("lps").put("nom", "Petit logiciel Java").put("version", "1.0");
    ACTIONS.forEach(capacites.putArray("actions")::add);
    return capacites;
  }

  private static ObjectNode professionnel(JsonNode profil) {
    ObjectNode vu =
        JSON.createObjectNode()
            .put("connecte", true)
            .put("identifiantNational", profil.path("SubjectNameID").asText())
            .put("nom", profil.path("family_name").asText())
            .put("prenom", profil.path("given_name").asText());
    ArrayNode activites = vu.putArray("activites");
    for (JsonNode exercice : profil.at("/SubjectRefPro/exercices")) {
      for (JsonNode activite : exercice.path("activities")) {
        activites.addObject().put("structure", activite.path("raisonSocialeSite").asText("?"));
      }
    }
    vu.putArray("messages");
    return vu;
  }

  /** Le dossier tel que l'utilisateur l'a sous les yeux. */
  private static ObjectNode dossier(Dossier dossier) {
    ObjectNode vu =
        JSON.createObjectNode()
            .put("dossier", dossier.numero())
            .put("statutIdentite", dossier.statut())
            .put("verrouille", dossier.ins() != null);
    ObjectNode traits =
        vu.putObject("traits")
            .put("nomNaissance", dossier.traits().nomNaissance())
            .put("premierPrenom", dossier.traits().prenoms().get(0))
            .put("sexe", dossier.traits().sexe())
            .put("dateNaissance", dossier.traits().dateNaissance())
            .put("lieuNaissance", dossier.traits().lieuNaissance());
    new ArrayList<>(dossier.traits().prenoms()).forEach(traits.putArray("prenomsNaissance")::add);
    if (dossier.ins() != null) {
      vu.putObject("ins")
          .put("matricule", dossier.ins().matricule())
          .put("cle", dossier.ins().cle())
          .put("oid", dossier.ins().oid());
    }
    vu.putArray("attributs");
    vu.putArray("historique");
    vu.putArray("messages");
    return vu;
  }

  private static ObjectNode message(String texte) {
    return JSON.createObjectNode().put("message", texte);
  }

  private static void envoyer(HttpExchange echange, int code, JsonNode corps) throws IOException {
    byte[] octets = corps.toString().getBytes(UTF_8);
    echange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    echange.sendResponseHeaders(code, octets.length);
    echange.getResponseBody().write(octets);
  }
}
