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
          + " autorité inconnue|ne parle que TLS 1.1|ne parle que TLS 1.2|n'offre qu'une suite"
          + " récente, hors des six|n'offre qu'une suite ancienne, hors des six|ne répond plus|présente"
          + " un certificat révoqué|ne donne plus sa liste de révocation|fait"
          + " attendre chaque"
          + " destinataire|ne connaît pas la boîte et le dit après coup")
  public FaultRequest panneMss(String words) {
    return switch (words) {
      case "présente un certificat expiré" -> fault("certificat-serveur-expire");
      case "présente le certificat d'un autre" -> fault("certificat-serveur-mauvais-nom");
      case "présente un certificat d'une autorité inconnue" ->
          fault("certificat-serveur-autorite-inconnue");
      case "ne parle que TLS 1.1" -> fault("tls-1.1");
      case "présente un certificat révoqué" -> fault("certificat-serveur-revoque");
      case "ne donne plus sa liste de révocation" ->
          new FaultRequest("mss", "statut-http", Map.of("code", "503"), null, "/igc/lcr");
      case "ne parle que TLS 1.2" -> fault("tls-1.2");
      // What current libraries offer by default; what older ones do
      case "n'offre qu'une suite récente, hors des six" ->
          suite("TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");
      case "n'offre qu'une suite ancienne, hors des six" ->
          suite("TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA");
      case "fait attendre chaque destinataire" -> fault("liste-grise");
      case "ne connaît pas la boîte et le dit après coup" ->
          new FaultRequest("mss", "boite-inconnue", Map.of("mode", "avis"), null, null);
      default -> new FaultRequest("mss", "coupure", Map.of("moment", "avant-reponse"), null, null);
    };
  }

  /** What a notice of the operator says of a message. */
  @ParameterType(
      "la boîte n'existe pas|la boîte est pleine|la boîte est fermée|le message attend encore")
  public MssNotice avisMss(String words) {
    return switch (words) {
      case "la boîte n'existe pas" -> new MssNotice(words, "failed", "5.1.1");
      case "la boîte est pleine" -> new MssNotice(words, "failed", "5.2.2");
      case "la boîte est fermée" -> new MssNotice(words, "failed", "5.2.1");
      default -> new MssNotice(words, "delayed", "4.4.1");
    };
  }

  /** Why the software of a colleague could not file a document, and how it says so. */
  @ParameterType(
      "mauvaise version à remplacer|auteur non autorisé|patient inconnu|INS ou traits différents")
  public MssError erreurMss(String words) {
    return switch (words) {
      case "mauvaise version à remplacer" -> new MssError("900", null);
      case "auteur non autorisé" -> new MssError("901", null);
      case "INS ou traits différents" -> new MssError("904", null);
      default -> new MssError("902", null);
    };
  }

  /** Why Mon espace santé does not deliver a message, as the fault of the bench names it. */
  @ParameterType(
      "dont la messagerie est fermée|que Mon espace santé ne trouve pas|dont l'adresse est dite"
          + " invalide")
  public String causeMss(String words) {
    return switch (words) {
      case "dont la messagerie est fermée" -> "fermee";
      case "que Mon espace santé ne trouve pas" -> "introuvable";
      default -> "invalide";
    };
  }

  /** Who answers for an application mailbox. */
  @ParameterType("médecin|cabinet")
  public String quiRepond(String word) {
    return word;
  }

  /** Whose name changes in the directory. */
  @ParameterType("médecin|confrère")
  public String quiChange(String word) {
    return word;
  }

  private static FaultRequest suite(String name) {
    return new FaultRequest("mss", "tls-suite", Map.of("suite", name), null, null);
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
