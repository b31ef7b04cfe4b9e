package fr.socle.features.etapes;

import io.cucumber.java.ParameterType;

/** The words of the feature files on the life of a session and on what tells of its end. */
public final class SessionWords {

  /** How a session comes to its end at Pro Santé Connect, in minutes. */
  @ParameterType("4 heures|une demi-heure d'inactivité")
  public int finDeSession(String word) {
    return word.equals("4 heures") ? 241 : 31;
  }

  /** What is wrong with a notice of logout, by its name among the faults of the bench. */
  @ParameterType(
      "dont la signature est fausse|qui porte un nonce|d'un autre émetteur|destiné à un autre"
          + " logiciel|qui n'annonce pas une déconnexion|qui ne désigne personne")
  public String defautAvis(String word) {
    return switch (word) {
      case "dont la signature est fausse" -> "deconnexion-signature-fausse";
      case "qui porte un nonce" -> "deconnexion-avec-nonce";
      case "d'un autre émetteur" -> "deconnexion-iss-faux";
      case "destiné à un autre logiciel" -> "deconnexion-aud-faux";
      case "qui n'annonce pas une déconnexion" -> "deconnexion-sans-evenement";
      default -> "deconnexion-sans-session";
    };
  }
}
