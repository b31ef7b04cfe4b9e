package fr.socle.mss.service;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The faults of the operator (mssante.md 5). Each may be limited to one address: that of the
 * mailbox in session, of the sender or of a recipient.
 */
public enum MailFault {
  /** Any answer to any command. */
  REPLY(
      "smtp-reponse",
      "Répond « code texte » à une commande SMTP : commande = EHLO, STARTTLS, AUTH, MAIL, RCPT, DATA ou MESSAGE (la fin du message) ; 421 ferme la connexion.",
      "commande",
      "code",
      "texte"),
  /** Line 1. */
  UNLISTED_DOMAIN(
      "domaine-hors-liste",
      "Le domaine du destinataire n'est pas dans la liste blanche : mode=refus (550 5.7.1 à RCPT, par défaut) ou avis (accepté, puis avis d'échec).",
      "mode"),
  /** Line 2. */
  UNLISTED_SENDER(
      "expediteur-hors-liste",
      "Le domaine de l'expéditeur n'est pas dans la liste blanche : MAIL est refusé (550 5.7.1)."),
  /** Line 3. */
  SENDER_REFUSED(
      "expediteur-refuse", "MAIL FROM n'est pas la boîte authentifiée : refusé (553 5.7.1)."),
  /** Line 4. */
  MAILBOX_FULL(
      "boite-pleine",
      "La boîte du destinataire est pleine : code=452 (4.2.2, par défaut) ou 552 (5.2.2).",
      "code"),
  /** Line 5. */
  UNKNOWN_MAILBOX(
      "boite-inconnue",
      "La boîte du destinataire n'existe pas : mode=refus (550 5.1.1 à RCPT, par défaut) ou avis (accepté, puis avis d'échec).",
      "mode"),
  /** Line 6. */
  CITIZEN_BOUNCE(
      "usager-non-distribue",
      "Le message à un usager est accepté, puis revient « Message non distribué » : cause=fermee (par défaut), introuvable, invalide ou taille.",
      "cause"),
  /** Line 9. */
  NO_STARTTLS("starttls-absent", "EHLO n'annonce pas STARTTLS, qui est refusé (502 5.5.1)."),
  /** Line 9. */
  STARTTLS_REFUSED("starttls-refuse", "STARTTLS répond 454 4.7.0."),
  /** Line 10. */
  TOKEN_REFUSED(
      "jeton-refuse",
      "L'authentification est refusée (défi 334, puis 535 5.7.8), comme pour un jeton motif=expire (par défaut), audience ou boite.",
      "motif"),
  /** Line 11. */
  SESSION_OVER(
      "session-terminee",
      "La session authentifiée est close à la commande suivante (421 4.7.0), comme si le jeton venait d'expirer."),
  /** Line 12. */
  DOWN(
      "operateur-indisponible",
      "Répond 421 4.3.2 à EHLO et ferme (mode=421, par défaut), ou ne répond rien (mode=silence).",
      "mode"),
  /** Line 13. */
  GREYLISTED("liste-grise", "RCPT répond 451 4.7.1 ; avec times=1, la reprise est acceptée."),
  /** Line 14. */
  VIRUS(
      "virus",
      "Le message porte un virus : mode=refus (554 5.7.1 après DATA, par défaut) ou avis (accepté, puis avis d'échec).",
      "mode"),
  /** Line 15. */
  TOO_BIG(
      "message-trop-gros",
      "Le message est trop gros (552 5.3.4) : moment=mail (par défaut) ou data.",
      "moment"),
  /** Line 16. */
  DELAYED(
      "remise-retardee",
      "Le message est accepté, un avis de retard (4.4.1) part aussitôt, et secondes=3600 plus tard il est remis (issue=remise, par défaut) ou revient (issue=echec).",
      "secondes",
      "issue"),
  /** Line 17. */
  LATE_FAILURE(
      "echec-tardif",
      "Le message est accepté, et l'avis d'échec part secondes=3600 plus tard (etat=5.4.7 par défaut).",
      "secondes",
      "etat"),
  /** Line 19. */
  DUPLICATE(
      "doublon",
      "Le message est remis deux fois : message-id=meme (par défaut) ou autre.",
      "message-id");

  /** Limits a fault to one address. */
  public static final String ADDRESS = "adresse";

  private static final Map<String, List<String>> WORDS =
      Map.of(
          "commande", List.of("EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "MESSAGE"),
          "cause", List.of("fermee", "introuvable", "invalide", "taille"),
          "motif", MailAccess.REASONS,
          "moment", List.of("mail", "data"),
          "issue", List.of("remise", "echec"),
          "message-id", List.of("meme", "autre"));

  private final String label;
  private final String description;
  // Separated by blanks: an enumeration holds nothing that changes.
  private final String own;

  MailFault(String label, String description, String... own) {
    this.label = label;
    this.description = description;
    this.own = String.join(" ", own);
  }

  /** Name in the catalogue. */
  public String label() {
    return label;
  }

  /** What it does, French. */
  public String description() {
    return description;
  }

  /** Names of its parameters. */
  public List<String> parameters() {
    return Stream.concat(
            Arrays.stream(own.split(" ", -1)).filter(each -> !each.isEmpty()), Stream.of(ADDRESS))
        .toList();
  }

  /**
   * Looks at its parameters.
   *
   * @return what is wrong, in French; empty when nothing is
   */
  public String problem(Map<String, String> given) {
    for (Map.Entry<String, String> each : given.entrySet()) {
      String problem = problem(each.getKey(), each.getValue());
      if (!problem.isEmpty()) {
        return "Panne « " + label + " » : " + problem;
      }
    }
    return this == REPLY && !given.keySet().containsAll(List.of("commande", "code"))
        ? "Panne « " + label + " » : donnez commande et code."
        : "";
  }

  private String problem(String name, String value) {
    List<String> words =
        name.equals("mode")
            ? this == DOWN ? List.of("421", "silence") : List.of("refus", "avis")
            : WORDS.getOrDefault(name, List.of());
    if (!words.isEmpty()) {
      return words.contains(value) ? "" : name + " est l'un de : " + String.join(", ", words) + ".";
    }
    return switch (name) {
      case "code" ->
          this == MAILBOX_FULL
              ? value.matches("452|552") ? "" : "code est 452 ou 552."
              : value.matches("[245]\\d\\d") ? "" : "code est un code SMTP, tel que 451.";
      case "secondes" -> value.matches("\\d{1,7}") ? "" : "secondes est un nombre de secondes.";
      case "etat" -> value.matches("5\\.\\d{1,3}\\.\\d{1,3}") ? "" : "etat est tel que 5.4.7.";
      case "texte" ->
          value.matches("[\\x20-\\x7e]{1,400}") ? "" : "texte tient sur une ligne, en ASCII.";
      default -> "";
    };
  }

  /** What is armed, as one exchange meets it; what is taken counts as played. */
  @FunctionalInterface
  public interface Armed {
    /** Nothing. */
    Armed NONE = (fault, given) -> Optional.empty();

    /**
     * Takes a fault that is armed.
     *
     * @param given what its parameters have to agree with; a parameter it does not have agrees
     */
    Optional<Map<String, String>> take(MailFault fault, Predicate<Map<String, String>> given);

    /** Takes a fault that is armed for one of these addresses, or for any. */
    default Optional<Map<String, String>> take(MailFault fault, String... addresses) {
      return take(fault, given -> concerns(given, addresses));
    }

    /** Whether a fault with these parameters is meant for one of these addresses. */
    static boolean concerns(Map<String, String> given, String... addresses) {
      String only = given.get(ADDRESS);
      return only == null || Arrays.stream(addresses).anyMatch(each -> each.equalsIgnoreCase(only));
    }
  }
}
