package fr.socle.features.etapes;

import io.cucumber.java.ParameterType;
import java.util.List;

/** The words of the feature files on documents and on the DMP. */
public final class DmpWords {

  /** A kind of document. */
  @ParameterType(
      "un courrier d'adressage|une lettre de liaison à la sortie|une note de transfert|un compte rendu opératoire"
          + "|un compte rendu de consultation|un compte rendu d'imagerie"
          + "|un compte rendu de biologie|une prescription de médicaments"
          + "|une prescription de biologie|une demande d'imagerie|un certificat médical"
          + "|une déclaration|une note de vaccination|une synthèse médicale")
  public DmpKind document(String words) {
    return DmpKind.of(words);
  }

  /** Who is not to see a document: its confidentiality codes (dmp.md 3.4). */
  @ParameterType(
      "masqué aux professionnels et non visible du patient|masqué aux professionnels|non visible du"
          + " patient|non visible des représentants légaux")
  public List<String> cache(String words) {
    return switch (words) {
      case "masqué aux professionnels" -> List.of(DmpVisibility.PROFESSIONALS);
      case "non visible du patient" -> List.of(DmpVisibility.PATIENT);
      case "non visible des représentants légaux" -> List.of(DmpVisibility.REPRESENTATIVES);
      default -> List.of(DmpVisibility.PROFESSIONALS, DmpVisibility.PATIENT);
    };
  }

  /** What the DMP of the patient is, seen by the doctor. */
  @ParameterType(
      "ouvert au médecin|ouvert, sans autorisation pour le médecin|ouvert, l'autorisation du"
          + " médecin ayant expiré|ouvert, mais le médecin y est bloqué|fermé|absent")
  public DmpSituation situation(String words) {
    return DmpSituation.of(words);
  }

  /** What is shown of the DMP, as the word of the driver contract. */
  @ParameterType("ouvert|fermé|absent")
  public String existenceDmp(String word) {
    return word.equals("fermé") ? "ferme" : word;
  }

  /** What is shown of the right of the doctor, as the word of the driver contract. */
  @ParameterType("autorisé|à demander|expiré|interdit")
  public String accesDmp(String words) {
    return switch (words) {
      case "autorisé" -> "autorise";
      case "à demander" -> "aucun";
      case "expiré" -> "expire";
      default -> words;
    };
  }

  /** Whether the patient agrees. */
  @ParameterType("accepte|refuse")
  public String choix(String word) {
    return word;
  }

  /** A criterion of a search. */
  @ParameterType("type|format|classe|date|auteur|cadre d'exercice|secteur d'activité|acte")
  public DmpCriterion critere(String word) {
    return DmpCriterion.of(word);
  }

  /** What is wrong with the DMP. */
  @ParameterType(
      "est indisponible|n'est plus joignable|n'accepte plus le certificat"
          + "|présente un certificat expiré|est en panne|refuse l'accès"
          + "|refuse le certificat du cabinet|ne connaît pas la structure"
          + "|ne rattache pas le professionnel|refuse le document|rend l'autre sexe"
          + "|coupe le document en route|écrit son accord en d'autres lettres|ne commente pas son"
          + " accord|ne rend qu'une partie de la liste|remet un document sans sa fin")
  public DmpTrouble panneDmp(String words) {
    return DmpTrouble.of(words);
  }
}
