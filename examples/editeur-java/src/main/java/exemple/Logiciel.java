package exemple;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Un petit logiciel de cabinet, en mémoire. Il ne connaît pas Socle : c'est le pilote qui traduit. */
final class Logiciel {
  private static final Set<String> PIECES =
      Set.of("carte-nationale-identite", "passeport", "titre-sejour");

  private final Map<String, Dossier> dossiers = new LinkedHashMap<>();
  private ProSanteConnect psc;
  private Insi insi;

  void vider() {
    dossiers.clear();
  }

  void regler(JsonNode banc) {
    psc = new ProSanteConnect(banc);
    insi = new Insi(banc);
  }

  JsonNode connecter() {
    return psc.connecter();
  }

  Dossier creer(Dossier.Traits traits) {
    return garder(new Dossier(Integer.toString(dossiers.size() + 1), traits, "provisoire", null));
  }

  Dossier ouvrir(String numero) {
    Dossier dossier = dossiers.get(numero);
    if (dossier == null) {
      throw new Refus("Il n'y a pas de dossier " + numero + ".");
    }
    return dossier;
  }

  Dossier controlerPiece(String numero, String piece) {
    if (!PIECES.contains(piece)) {
      throw new Refus("Cette pièce ne permet pas de valider l'identité.");
    }
    return garder(ouvrir(numero).controle());
  }

  /** Le résultat à montrer, comme le contrat le nomme. */
  String chercherIns(String numero, boolean accepter) {
    Dossier dossier = ouvrir(numero);
    Insi.Reponse reponse;
    try {
      reponse = insi.chercher(dossier.traits());
    } catch (Insi.Indisponible e) {
      return "indisponible";
    }
    if (!reponse.code().equals("00")) {
      return reponse.code().equals("01") ? "aucune" : "plusieurs";
    }
    if (!accepter) {
      return "refusee";
    }
    garder(dossier.avec(reponse.identite()));
    return "trouvee";
  }

  private Dossier garder(Dossier dossier) {
    dossiers.put(dossier.numero(), dossier);
    return dossier;
  }
}
