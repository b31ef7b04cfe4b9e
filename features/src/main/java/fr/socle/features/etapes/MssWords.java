package fr.socle.features.etapes;

import fr.socle.bench.client.api.FaultRequest;
import io.cucumber.java.ParameterType;
import java.util.Map;

/** The words of the feature files on the mail. */
public final class MssWords {

  /** A receipt, as the member of the driver contract that asks for it. */
  @ParameterType("lecture|réception")
  public String accuse(String word) {
    return word.equals("lecture") ? "accuseLecture" : "accuseReception";
  }

  /** Whether an INS is qualified, as the header says it. */
  @ParameterType("qualifiée|non qualifiée")
  public String qualif(String words) {
    return words.startsWith("non") ? "N" : "O";
  }

  /** Who wrote, as the member of the driver contract. */
  @ParameterType("professionnel|usager")
  public String genreMss(String word) {
    return word;
  }

  /** How the operator is disturbed. */
  @ParameterType(
      "présente un certificat expiré|présente le certificat d'un autre|présente un certificat d'une"
          + " autorité inconnue|ne parle que TLS 1.1|ne répond plus")
  public FaultRequest panneMss(String words) {
    return switch (words) {
      case "présente un certificat expiré" -> fault("certificat-serveur-expire");
      case "présente le certificat d'un autre" -> fault("certificat-serveur-mauvais-nom");
      case "présente un certificat d'une autorité inconnue" ->
          fault("certificat-serveur-autorite-inconnue");
      case "ne parle que TLS 1.1" -> fault("tls-1.1");
      default -> new FaultRequest("mss", "coupure", Map.of("moment", "avant-reponse"), null, null);
    };
  }

  private static FaultRequest fault(String name) {
    return new FaultRequest("mss", name, Map.of(), null, null);
  }

  /** Whom a patient does not want to be written to, as the member of the driver contract. */
  @ParameterType("sa propre messagerie|des professionnels")
  public String quiMss(String words) {
    return words.equals("des professionnels") ? "professionnels" : "patient";
  }
}
