package fr.socle.features.report;

import fr.socle.exigences.Basis;
import fr.socle.exigences.Requirement.Level;
import fr.socle.exigences.RuleSource;
import fr.socle.exigences.Verdict;
import fr.socle.features.model.Cause;

/** The words and marks the report uses for the values of the model. A colour never stands alone. */
final class Words {
  private Words() {}

  /** One sign, told apart by its form and not by its colour. */
  static String mark(Verdict verdict) {
    return switch (verdict) {
      case CONFORME -> "✓";
      case CONFORME_DECLARE -> "○";
      case RESERVE -> "!";
      case NON_CONFORME -> "✗";
      case NON_COUVERT -> "–";
      case INDETERMINE -> "?";
    };
  }

  /** Class of the style sheet, two letters because thousands of squares carry it. */
  static String style(Verdict verdict) {
    return switch (verdict) {
      case CONFORME -> "co";
      case CONFORME_DECLARE -> "cd";
      case RESERVE -> "re";
      case NON_CONFORME -> "nc";
      case NON_COUVERT -> "no";
      case INDETERMINE -> "in";
    };
  }

  /** The word for a scenario, masculine. */
  static String ofScenario(Verdict verdict) {
    return switch (verdict) {
      case CONFORME -> "conforme";
      case CONFORME_DECLARE -> "conforme déclaré";
      case RESERVE -> "réserve";
      case NON_CONFORME -> "non conforme";
      case NON_COUVERT -> "non couvert";
      case INDETERMINE -> "indéterminé";
    };
  }

  /** The word for a requirement, feminine. */
  static String ofRequirement(Verdict verdict) {
    return switch (verdict) {
      case CONFORME -> "conforme";
      case CONFORME_DECLARE -> "conforme déclarée";
      case RESERVE -> "réserve";
      case NON_CONFORME -> "non conforme";
      case NON_COUVERT -> "non couverte";
      case INDETERMINE -> "indéterminée";
    };
  }

  /** On what something was judged. */
  static String of(Basis basis) {
    return switch (basis) {
      case TRAFIC -> "trafic";
      case ETAT -> "état";
      case DECLARE -> "déclaré";
      case HUMAIN -> "humain";
      case PIECE -> "pièce";
    };
  }

  /** What kind of text says so, short. */
  static String of(RuleSource source) {
    return switch (source) {
      case TEXTE -> "texte national";
      case NORME -> "norme publique";
      case SECONDE_MAIN -> "lecture à confirmer";
      case VU -> "vu sur des exemples";
      case CONNU -> "connaissance du domaine";
      case SUPPOSE -> "supposé";
    };
  }

  /** The modal verb of the text. */
  static String of(Level level) {
    return switch (level) {
      case DOIT -> "doit";
      case DEVRAIT -> "devrait";
      case PEUT -> "peut";
    };
  }

  /** Who kept a verdict from being reached. */
  static String of(Cause cause) {
    return switch (cause) {
      case BANC -> "le banc";
      case PILOTE -> "le pilote";
      case LPS -> "le logiciel, arrêté ou muet";
    };
  }

  /** A service as people call it. */
  static String service(String name) {
    return switch (name) {
      case "psc" -> "Pro Santé Connect";
      case "insi" -> "INSi";
      case "dmp" -> "DMP";
      case "mss" -> "MSSanté";
      default -> name;
    };
  }

  /** A service in few letters, for a diagram. */
  static String serviceShort(String name) {
    return name.equals("psc") ? "PSC" : service(name);
  }
}
