package exemple;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ce que le contrat admet à l'entrée des actions que ce pilote fait. */
final class Entrees {
  private static final Set<String> OBLIGATOIRES =
      Set.of("nomNaissance", "premierPrenom", "sexe", "dateNaissance", "lieuNaissance");
  private static final Map<String, Set<String>> EXIGES =
      Map.of(
          "configurer", Set.of("banc"),
          "ouvrir-dossier", Set.of("dossier"),
          "controler-piece-identite", Set.of("dossier", "piece"),
          "rechercher-ins-traits", Set.of("dossier"));
  private static final Map<String, Set<String>> ADMIS =
      Map.of(
          "configurer", Set.of("reglages"),
          "authentifier-ps", Set.of("identifiantNational"),
          "creer-dossier",
              Set.of(
                  "nomNaissance", "premierPrenom", "sexe", "dateNaissance", "lieuNaissance",
                  "prenomsNaissance", "nomUtilise", "prenomUtilise", "attributs"),
          "rechercher-ins-traits", Set.of("accepter", "lieuConnu", "mode"));

  private Entrees() {}

  /** Ce qui ne va pas, ou null. */
  static String defaut(String action, JsonNode entree) {
    if (!entree.isObject()) {
      return "L'entrée doit être un objet JSON.";
    }
    Set<String> exiges = EXIGES.getOrDefault(action, Set.of());
    for (String membre : exiges) {
      if (!entree.has(membre)) {
        return "Il manque " + membre + ".";
      }
    }
    Set<String> connus = new HashSet<>(exiges);
    connus.addAll(ADMIS.getOrDefault(action, Set.of()));
    for (Map.Entry<String, JsonNode> membre : entree.properties()) {
      if (!connus.contains(membre.getKey())) {
        return action + " ne connaît pas " + membre.getKey() + ".";
      }
    }
    return null;
  }

  /** Un dossier ne se crée pas sans les cinq traits ; le logiciel le refuse lui-même. */
  static Dossier.Traits traits(JsonNode entree) {
    for (String trait : OBLIGATOIRES) {
      if (entree.path(trait).asText().isBlank()) {
        throw new Refus("Un dossier ne se crée pas sans " + trait + ".");
      }
    }
    List<String> prenoms = new ArrayList<>();
    entree.path("prenomsNaissance").forEach(prenom -> prenoms.add(prenom.asText()));
    if (prenoms.isEmpty()) {
      prenoms.add(entree.path("premierPrenom").asText());
    }
    return new Dossier.Traits(
        entree.path("nomNaissance").asText(),
        List.copyOf(prenoms),
        entree.path("sexe").asText(),
        entree.path("dateNaissance").asText(),
        entree.path("lieuNaissance").asText());
  }
}
