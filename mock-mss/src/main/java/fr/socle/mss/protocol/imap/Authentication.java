package fr.socle.mss.protocol.imap;

import fr.socle.bench.http.TlsFacts;
import fr.socle.mss.protocol.sasl.BearerResponse;
import fr.socle.mss.protocol.sasl.PlainResponse;
import fr.socle.mss.service.MailAccess;
import fr.socle.mss.service.MailAccess.Answer;
import fr.socle.mss.service.MailAccess.Denied;
import fr.socle.mss.service.MailAccess.Granted;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a client says who it is: LOGIN, XOAUTH2, OAUTHBEARER, PLAIN. Used by one thread at a time.
 */
final class Authentication {
  private static final String PLAIN = "PLAIN";

  private final MailAccess access;
  private final Offer offer;
  private String mechanism = "";
  private Optional<X509Certificate> certificate = Optional.empty();
  private @Nullable Denied denied;
  private @Nullable Denied onDemand;

  Authentication(MailAccess access, Offer offer) {
    this.access = access;
    this.offer = offer;
  }

  /** What comes next. */
  sealed interface Said {}

  /**
   * The client has to answer.
   *
   * @param text challenge, in base64
   */
  record Challenge(String text) implements Said {}

  /**
   * Somebody else has to be asked.
   *
   * @param work asks, and says what comes next
   */
  record Asks(Supplier<Said> work) implements Said {}

  /**
   * It is over.
   *
   * @param reply what the command is answered
   * @param granted whose the session is now; null when it was refused
   */
  record Over(Reply reply, @Nullable Granted granted) implements Said {}

  /** Refuses the token that comes next, whatever it is worth. */
  void refuseNext(Denied why) {
    onDemand = why;
  }

  /** The refusal of a client that may not say who it is yet. */
  @Nullable Reply early(TlsFacts tls) {
    return offer.mayAuthenticate(tls)
        ? null
        : Reply.no(
            "[PRIVACYREQUIRED] Use STARTTLS first",
            "auth-sans-tls",
            "Négociez TLS (STARTTLS) avant de vous authentifier : le jeton ne passe jamais en clair (ECO.1.2.1).");
  }

  /** {@code LOGIN}. */
  Over password(String user, String password) {
    return entered("LOGIN", access.password(user, password));
  }

  /** {@code AUTHENTICATE}. */
  Said begin(Arguments arguments, TlsFacts tls) throws BadCommandException {
    arguments.space();
    mechanism = arguments.word().toUpperCase(Locale.ROOT);
    certificate = tls.clientCertificate();
    List<String> known =
        certificate.isPresent()
            ? List.of("XOAUTH2", "OAUTHBEARER", PLAIN)
            : List.of("XOAUTH2", "OAUTHBEARER");
    if (!known.contains(mechanism) || !offer.has("AUTH=" + mechanism)) {
      return refused(
          Reply.no(
              "Mechanism not offered",
              "mecanisme-non-offert",
              "Prenez l'un des mécanismes que CAPABILITY annonce."));
    }
    if (arguments.skip(' ')) {
      if (!offer.has("SASL-IR")) {
        throw new BadCommandException("SASL-IR not offered");
      }
      String initial = arguments.word();
      arguments.end();
      return response(initial);
    }
    arguments.end();
    return new Challenge("");
  }

  private static Over refused(Reply reply) {
    return new Over(reply, null);
  }

  /** What the client answers to a challenge. */
  Said response(String encoded) {
    Denied before = denied;
    denied = null;
    if (before != null) {
      return refused(
          Reply.no("[AUTHENTICATIONFAILED] Token refused", before.code(), before.reason()));
    }
    if (encoded.equals("*")) {
      return refused(
          Reply.bad(
              "Cancelled", "auth-abandonnee", "Votre logiciel a abandonné l'authentification."));
    }
    if (mechanism.equals(PLAIN)) {
      return PlainResponse.read(encoded)
          .map(read -> entered(PLAIN, access.certificate(read.address(), certificate)))
          .orElseGet(this::unreadable);
    }
    Optional<BearerResponse> read = BearerResponse.read(mechanism, encoded);
    return read.isEmpty() ? unreadable() : new Asks(() -> judged(read.get()));
  }

  private Over unreadable() {
    return refused(
        Reply.bad(
            "Cannot decode response",
            "reponse-illisible",
            "Écrivez en base64 la réponse que "
                + mechanism
                + " demande, adresse de la boîte comprise."));
  }

  private Said judged(BearerResponse response) {
    Denied refusal = onDemand;
    onDemand = null;
    Answer answer = refusal == null ? access.bearer(response.user(), response.token()) : refusal;
    if (answer instanceof Denied why && !why.passing()) {
      denied = why;
      return new Challenge(BearerResponse.refused(mechanism));
    }
    return entered(mechanism, answer);
  }

  private static Over entered(String how, Answer answer) {
    if (answer instanceof Denied why) {
      return refused(
          Reply.no(
              why.passing() ? "[UNAVAILABLE] Try later" : "[AUTHENTICATIONFAILED] Refused",
              why.code(),
              why.reason()));
    }
    Granted granted = (Granted) answer;
    return new Over(
        Reply.ok("", "Authenticated")
            .showing(Map.of("mecanisme", how, "boite", granted.mailbox().address())),
        granted);
  }
}
