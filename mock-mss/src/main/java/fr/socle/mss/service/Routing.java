package fr.socle.mss.service;

import fr.socle.mss.service.Errand.Sort;
import fr.socle.mss.service.MailFault.Armed;
import fr.socle.mss.service.Mailbox.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says at {@code RCPT} what becomes of a message for a recipient. Safe for use by several threads.
 */
public final class Routing {
  private static final int MOST_PAIRS = 10_000;

  private final MailStore store;
  private final WhiteList whiteList;
  private final OperatorSettings settings;
  private final Clock clock;
  private final Map<String, Instant> pairs = new LinkedHashMap<>();

  /** The routing of a space. */
  public Routing(MailStore store, WhiteList whiteList, OperatorSettings settings, Clock clock) {
    this.store = store;
    this.whiteList = whiteList;
    this.settings = settings;
    this.clock = clock;
  }

  /** What is answered to {@code RCPT}. */
  public sealed interface Answer {}

  /**
   * The recipient is taken.
   *
   * @param fate what becomes of the message
   */
  public record Taken(Fate fate) implements Answer {}

  /**
   * The recipient is not, or the message is not.
   *
   * @param code reply code
   * @param text enhanced status and words
   * @param word short stable word
   * @param reason French, with the mend
   */
  public record Refused(int code, String text, String word, String reason) implements Answer {
    /** Status of a notice that tells the same. */
    String status() {
      return text.substring(0, text.indexOf(' '));
    }

    /** Diagnostic of a notice that tells the same. */
    String diagnostic() {
      return code + " " + text;
    }
  }

  /**
   * Judges a recipient.
   *
   * @param sender sender of the envelope
   * @param relayed whether another operator brings the message
   */
  public Answer recipient(String address, String sender, boolean relayed, Armed faults) {
    String domain = Mailbox.domainOf(address);
    Optional<Map<String, String>> unlisted =
        faults.take(MailFault.UNLISTED_DOMAIN, address, sender);
    if (unlisted.isPresent() || !whiteList.lists(domain)) {
      return refusing(
          address,
          later(unlisted, settings.unlistedLater() && !relayed),
          new Refused(
              550,
              "5.7.1 Domain not in the MSSante white list",
              "domaine-hors-liste",
              "N'écrivez qu'à des adresses MSSanté : le domaine "
                  + domain
                  + " n'est pas dans la liste blanche de l'espace de confiance."));
    }
    if (faults.take(MailFault.GREYLISTED, address, sender).isPresent()
        || isTooEarly(sender, address)) {
      return new Refused(
          451,
          "4.7.1 Greylisted, try again later",
          "liste-grise",
          "Représentez ce message plus tard, sans intervention de l'utilisateur (RFC 5321, 4.5.4.1).");
    }
    return CitizenAddress.isOne(address)
        ? new Taken(citizen(address, sender, faults))
        : mailbox(address, sender, relayed, faults);
  }

  private Answer mailbox(String address, String sender, boolean relayed, Armed faults) {
    Mailbox mailbox = store.mailbox(address).orElse(null);
    Optional<Map<String, String>> unknown = faults.take(MailFault.UNKNOWN_MAILBOX, address, sender);
    if (mailbox == null && !store.domains().contains(Mailbox.domainOf(address)) && !relayed) {
      // Another operator's: only he knows that nobody is there.
      return refusing(address, true, nobody(address));
    }
    if (mailbox == null || unknown.isPresent()) {
      return refusing(address, later(unknown, settings.unknownLater()), nobody(address));
    }
    Optional<Map<String, String>> full = faults.take(MailFault.MAILBOX_FULL, address, sender);
    if (full.isPresent() || mailbox.state() == State.FULL) {
      return full(
          full.map(each -> each.get("code")).map(Integer::parseInt).orElse(settings.fullCode()));
    }
    if (mailbox.state() == State.CLOSED) {
      return new Refused(
          550,
          "5.2.1 Mailbox disabled",
          "boite-fermee",
          "La boîte " + address + " est fermée : cherchez une autre adresse dans l'annuaire.");
    }
    return new Taken(Fate.delivered(mailbox.address()));
  }

  private static Refused nobody(String address) {
    return new Refused(
        550,
        "5.1.1 No such mailbox",
        "boite-inconnue",
        "La boîte " + address + " n'existe pas : cherchez l'adresse dans l'annuaire.");
  }

  private static Refused full(int code) {
    return new Refused(
        code,
        code == 452 ? "4.2.2 Mailbox full" : "5.2.2 Mailbox full",
        "boite-pleine",
        code == 452
            ? "La boîte du destinataire est pleine : représentez le message plus tard."
            : "La boîte du destinataire est pleine : dites-le à l'utilisateur.");
  }

  private static boolean later(Optional<Map<String, String>> fault, boolean otherwise) {
    return fault.map(each -> "avis".equals(each.get("mode"))).orElse(otherwise);
  }

  private static Answer refusing(String address, boolean later, Refused refused) {
    return later
        ? new Taken(
            Fate.failing(address.toLowerCase(Locale.ROOT), refused.status(), refused.diagnostic()))
        : refused;
  }

  // mssante.md 2.7: accepted, whatever becomes of it.
  private Fate citizen(String address, String sender, Armed faults) {
    Mailbox mailbox = store.mailbox(address).orElse(null);
    String cause =
        faults
            .take(MailFault.CITIZEN_BOUNCE, address, sender)
            .map(each -> each.getOrDefault("cause", "fermee"))
            .orElseGet(() -> CitizenAddress.isMalformed(address) ? "invalide" : cause(mailbox));
    return cause.isEmpty()
        ? Fate.delivered(address.toLowerCase(Locale.ROOT))
        : bounced(address, cause);
  }

  private static String cause(@Nullable Mailbox mailbox) {
    if (mailbox == null) {
      return "introuvable";
    }
    return mailbox.state() == State.OPEN ? "" : "fermee";
  }

  /** The fate of a message that Mon espace santé does not take. */
  static Fate bounced(String address, String cause) {
    String diagnostic =
        switch (cause) {
          case "introuvable" -> "550 5.1.1 Aucun usager de Mon espace sante n'a cette adresse";
          case "invalide" -> "550 5.1.3 Adresse d'usager invalide";
          case "taille" -> "552 5.3.4 Message trop gros pour Mon espace sante";
          default -> "550 5.2.1 La messagerie de cet usager est fermee";
        };
    return Fate.failing(
        address.toLowerCase(Locale.ROOT),
        Sort.CITIZEN,
        Duration.ZERO,
        diagnostic.split(" ", 3)[1],
        diagnostic);
  }

  private boolean isTooEarly(String sender, String address) {
    if (settings.greylist().isZero()) {
      return false;
    }
    Instant now = clock.instant();
    synchronized (pairs) {
      if (pairs.size() >= MOST_PAIRS) {
        pairs.clear();
      }
      Instant first =
          pairs.computeIfAbsent((sender + " " + address).toLowerCase(Locale.ROOT), any -> now);
      return now.isBefore(first.plus(settings.greylist()));
    }
  }

  /** Makes the pairs that greylisting knows older. */
  public void age(Duration by) {
    synchronized (pairs) {
      pairs.replaceAll((pair, first) -> first.minus(by));
    }
  }

  /** Forgets them. */
  public void clear() {
    synchronized (pairs) {
      pairs.clear();
    }
  }
}
