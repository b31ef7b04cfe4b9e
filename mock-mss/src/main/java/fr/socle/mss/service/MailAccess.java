package fr.socle.mss.service;

import fr.socle.bench.introspection.TokenIntrospection;
import fr.socle.bench.introspection.TokenIntrospection.Standing;
import fr.socle.bench.introspection.TokenIntrospection.UnreachableException;
import fr.socle.bench.pki.SubjectName;
import fr.socle.mss.service.Mailbox.Opening;
import fr.socle.mss.service.Mailbox.State;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
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
   * @param token the token that opened it, null for what else did
   */
  public record Granted(Mailbox mailbox, @Nullable String token) implements Answer {
    /** Without the token. */
    @Override
    public String toString() {
      return "Granted[" + mailbox.address() + "]";
    }
  }

  /**
   * It did not.
   *
   * @param code short stable word
   * @param reason French, with the mend
   * @param passing whether it is the fault of nobody and may succeed later
   */
  public record Denied(String code, String reason, boolean passing) implements Answer {}

  /** The mailbox of an address. */
  public Optional<Mailbox> mailbox(String address) {
    return store.mailbox(address);
  }

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
    return mailbox.state() == State.CLOSED ? closed(address) : new Granted(mailbox, token);
  }

  private static Denied closed(String address) {
    return new Denied("boite-fermee", "La boîte " + address + " est fermée.", false);
  }

  /** Why a token can be refused on demand. */
  public static final List<String> REASONS = List.of("expire", "audience", "boite");

  /**
   * The refusal of a token that would be taken, on demand.
   *
   * @param why one of {@link #REASONS}
   */
  public static Denied refusedOnDemand(String why) {
    return new Denied(
        "jeton-refuse",
        switch (why) {
          case "audience" -> "Le jeton n'est pas pour cet opérateur (panne armée).";
          case "boite" -> "Le jeton n'est pas du titulaire de la boîte (panne armée).";
          default -> "Le jeton est expiré (panne armée) : présentez un jeton frais.";
        },
        false);
  }

  /**
   * Whether a token is still worth something.
   *
   * @throws UnreachableException when nobody can be asked
   */
  boolean isActive(String token) throws UnreachableException {
    TokenIntrospection asked = introspection;
    return asked == null || asked.introspect(token).active();
  }

  /** Judges the certificate that came with TLS for an application mailbox. */
  public Answer certificate(String address, Optional<X509Certificate> certificate) {
    Mailbox mailbox = store.mailbox(address).orElse(null);
    Opening opening = mailbox == null ? null : mailbox.certificate();
    if (mailbox == null || opening == null || certificate.isEmpty()) {
      return new Denied(
          "boite-non-applicative",
          "Donnez à PLAIN, comme identifiant, l'adresse de la boîte applicative de votre certificat"
              + " (ECO.1.3.1) : "
              + address
              + " n'est pas une boîte applicative.",
          false);
    }
    SubjectName subject = SubjectName.of(certificate.get());
    boolean named =
        (opening.dn().isEmpty() || subject.isNamedBy(opening.dn()))
            && (opening.organisation().isEmpty()
                || subject.values("OU").contains(opening.organisation()));
    if (!named) {
      return new Denied(
          "certificat-d-une-autre",
          "Présentez le certificat de la boîte "
              + address
              + " : celui-ci est « "
              + subject.text()
              + " ».",
          false);
    }
    return mailbox.state() == State.CLOSED ? closed(address) : new Granted(mailbox, null);
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
    return new Granted(mailbox, null);
  }
}
