package fr.socle.mss.service;

import fr.socle.bench.introspection.TokenIntrospection;
import fr.socle.bench.introspection.TokenIntrospection.Standing;
import fr.socle.bench.introspection.TokenIntrospection.UnreachableException;
import org.jspecify.annotations.Nullable;

/** Who may use which mailbox. Safe for use by several threads. */
public final class MailAccess {
  private final MailStore store;
  private final MssSettings settings;
  private final @Nullable TokenIntrospection introspection;

  /**
   * The access to the mailboxes of a space.
   *
   * @param introspection whom to ask about tokens; null to refuse them all
   */
  public MailAccess(
      MailStore store, MssSettings settings, @Nullable TokenIntrospection introspection) {
    this.store = store;
    this.settings = settings;
    this.introspection = introspection;
  }

  /** What became of an authentication. */
  public sealed interface Answer {}

  /**
   * It succeeded.
   *
   * @param mailbox the mailbox
   */
  public record Granted(Mailbox mailbox) implements Answer {}

  /**
   * It did not.
   *
   * @param code short stable word
   * @param reason French, with the mend
   * @param passing whether it is the fault of nobody and may succeed later
   */
  public record Denied(String code, String reason, boolean passing) implements Answer {}

  /** Judges a token of Pro Santé Connect presented for a mailbox. */
  public Answer bearer(String address, String token) {
    TokenIntrospection asked = introspection;
    if (asked == null) {
      return new Denied(
          "introspection-non-reglee",
          "Ce banc ne sait pas à qui demander ce que vaut le jeton : donnez-lui les réglages"
              + " mss.introspection-url, mss.introspection-client et mss.introspection-secret.",
          true);
    }
    Standing standing;
    try {
      standing = asked.introspect(token);
    } catch (UnreachableException e) {
      return new Denied("introspection-impossible", String.valueOf(e.getMessage()), true);
    }
    if (!standing.active()) {
      return new Denied(
          "jeton-refuse",
          "Présentez un jeton d'accès de Pro Santé Connect en cours de validité : celui-ci est"
              + " expiré, révoqué ou inconnu.",
          false);
    }
    Mailbox mailbox = store.mailbox(address).orElse(null);
    if (mailbox == null || !mailbox.users().contains(String.valueOf(standing.nationalId()))) {
      return new Denied(
          "boite-d-un-autre",
          "Mettez dans « user= » l'adresse d'une boîte du professionnel qui a obtenu le jeton : "
              + address
              + " n'est pas à "
              + standing.nationalId()
              + ".",
          false);
    }
    return new Granted(mailbox);
  }

  /** Judges a password, where the settings let it be one: the national identifier. */
  public Answer password(String address, String password) {
    Mailbox mailbox = store.mailbox(address).orElse(null);
    if (!settings.login() || mailbox == null || !mailbox.users().contains(password)) {
      return new Denied(
          "mot-de-passe-refuse",
          "Authentifiez-vous par XOAUTH2 avec un jeton de Pro Santé Connect (ECO.1.2.1).",
          false);
    }
    return new Granted(mailbox);
  }
}
