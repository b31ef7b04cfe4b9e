package fr.socle.features.etapes;

import io.cucumber.java.ParameterType;

/** The words of the feature files on what is typed of an identity. */
public final class IdentityWords {

  /** A trait left out of a new record, by its name in the driver contract. */
  @ParameterType("nom de naissance|premier prénom|sexe|date de naissance|lieu de naissance")
  public String traitOublie(String word) {
    return switch (word) {
      case "nom de naissance" -> "nomNaissance";
      case "premier prénom" -> "premierPrenom";
      case "sexe" -> "sexe";
      case "date de naissance" -> "dateNaissance";
      default -> "lieuNaissance";
    };
  }

  /** What a name is made of, by the persona who bears it. */
  @ParameterType("avec des apostrophes|avec un trait d'union")
  public String signes(String word) {
    return word.equals("avec des apostrophes") ? "apostrophe" : "nom-compose";
  }

  /** Another way to write a name. */
  @ParameterType(
      "sans apostrophe ni trait d'union|avec des traits d'union doubles|avec des accents")
  public Writing ecriture(String word) {
    return switch (word) {
      case "avec des accents" -> Writing.ACCENTS;
      case "avec des traits d'union doubles" -> Writing.DOUBLE_HYPHENS;
      default -> Writing.NO_SIGN;
    };
  }

  /** Ways to write a name that are all the same to a search (INS/va1.25). */
  public enum Writing {
    /** Signs left out, a space in their place. */
    NO_SIGN,
    /** Two hyphens for one. */
    DOUBLE_HYPHENS,
    /** Vowels with accents they do not have. */
    ACCENTS;

    String of(String name) {
      return switch (this) {
        case NO_SIGN -> name.replace('\'', ' ').replace('-', ' ');
        case DOUBLE_HYPHENS -> name.replace("-", "--");
        case ACCENTS -> name.replace('A', 'À').replace('E', 'É').replace('O', 'Ô');
      };
    }
  }
}
