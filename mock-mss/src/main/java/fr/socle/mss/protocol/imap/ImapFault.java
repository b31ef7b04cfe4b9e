package fr.socle.mss.protocol.imap;

import fr.socle.bench.client.api.FaultKind;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.mss.service.MailAccess;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the access to mailboxes can be told to do wrong (mssante.md 5, lines 9 to 12 and 24). */
public enum ImapFault {
  /** The connection ends within the bytes of a message. */
  CUT_LITERAL(
      "imap-coupure-litteral",
      "Coupe la connexion au milieu du premier littéral d'une réponse à FETCH : le message n'arrive"
          + " qu'à moitié.",
      ""),
  /** The answer comes drop by drop. */
  DRIP(
      "imap-goutte-a-goutte",
      "Envoie la réponse à FETCH petit à petit : « octets » à la fois (16 par défaut), puis une"
          + " attente de « millisecondes » (100 par défaut).",
      "octets millisecondes"),
  /** The folder is numbered anew. */
  NEW_VALIDITY(
      "imap-uidvalidity",
      "Change l'UIDVALIDITY du dossier que SELECT ou EXAMINE ouvre : tout ce que le client avait"
          + " retenu par UID est périmé.",
      ""),
  /** Another client removes a message. */
  EXPUNGED_ELSEWHERE(
      "imap-effacement-ailleurs",
      "Efface le premier message du dossier ouvert, comme le ferait un autre client : dit à la"
          + " commande suivante qui peut l'apprendre, ou aussitôt dans IDLE.",
      ""),
  /** A message is announced that is not there. */
  UNFOUNDED_EXISTS(
      "imap-exists-spontane",
      "Répète EXISTS dès le début d'IDLE, sans nouveau message : le client doit le lire et attendre"
          + " encore.",
      ""),
  /** IDLE is refused although it is offered. */
  IDLE_REFUSED("imap-idle-refuse", "Répond BAD à IDLE, bien que CAPABILITY l'annonce.", ""),
  /** Something is not offered. */
  NOT_OFFERED(
      "imap-capacite-absente",
      "N'annonce pas dans CAPABILITY « capacite » (IDLE par défaut), et ne la fait plus dans cette"
          + " session.",
      "capacite"),
  /** TLS is offered and cannot begin. */
  STARTTLS_REFUSED(
      "imap-starttls-refuse",
      "Répond NO [UNAVAILABLE] à STARTTLS, bien que CAPABILITY l'annonce : le jeton ne doit pas"
          + " partir.",
      ""),
  /** The token is refused. */
  TOKEN_REFUSED(
      "imap-jeton-refuse",
      "Refuse l'authentification par jeton (défi, puis NO [AUTHENTICATIONFAILED]), comme pour un"
          + " jeton motif=expire (par défaut), audience ou boite.",
      "motif"),
  /** The session ends. */
  SESSION_OVER(
      "imap-session-terminee",
      "Ferme la session authentifiée à la commande suivante (* BYE), comme si le jeton venait"
          + " d'expirer.",
      ""),
  /** The operator does not serve. */
  DOWN(
      "imap-indisponible",
      "Répond * BYE [UNAVAILABLE] à la première commande d'une session et ferme la connexion.",
      "");

  private static final int LONGEST = 60_000;

  private final String label;
  private final String description;
  private final String parameters;

  /** A fault and the names of its parameters, separated by blanks. */
  ImapFault(String label, String description, String parameters) {
    this.label = label;
    this.description = description;
    this.parameters = parameters;
  }

  private List<String> parameters() {
    return parameters.isEmpty() ? List.of() : List.of(parameters.split(" ", -1));
  }

  /** Its name. */
  public String label() {
    return label;
  }

  /** All of them, as they can be armed. */
  public static List<FaultKind> kinds(String service) {
    return Arrays.stream(values())
        .map(each -> new FaultKind(service, each.label, each.description, each.parameters()))
        .toList();
  }

  /** Refuses parameters that cannot be played, in French. */
  public static void require(String name, Map<String, String> given) {
    Optional<ImapFault> fault =
        Arrays.stream(values()).filter(each -> each.label.equals(name)).findFirst();
    if (fault.isPresent()
        && fault.get() == TOKEN_REFUSED
        && !MailAccess.REASONS.contains(given.getOrDefault("motif", "expire"))) {
      throw new InvalidControlRequestException(
          "parametre-incorrect",
          "La panne « "
              + name
              + " » veut un « motif » parmi "
              + String.join(", ", MailAccess.REASONS)
              + ".");
    }
    if (fault.isEmpty() || fault.get() != DRIP) {
      return;
    }
    for (String each : DRIP.parameters()) {
      String value = given.getOrDefault(each, "1");
      if (!value.matches("\\d{1,5}")
          || Integer.parseInt(value) < 1
          || Integer.parseInt(value) > LONGEST) {
        throw new InvalidControlRequestException(
            "parametre-incorrect",
            "La panne « " + name + " » veut un « " + each + " » entre 1 et " + LONGEST + ".");
      }
    }
  }

  static int number(Map<String, String> given, String name, int byDefault) {
    return Integer.parseInt(given.getOrDefault(name, Integer.toString(byDefault)));
  }
}
