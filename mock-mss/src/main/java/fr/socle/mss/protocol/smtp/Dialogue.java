package fr.socle.mss.protocol.smtp;

import fr.socle.mss.protocol.sasl.BearerResponse;
import fr.socle.mss.protocol.sasl.PlainResponse;
import fr.socle.mss.service.MailAccess;
import fr.socle.mss.service.MailAccess.Answer;
import fr.socle.mss.service.MailAccess.Denied;
import fr.socle.mss.service.MailAccess.Granted;
import fr.socle.mss.service.MailFault;
import fr.socle.mss.service.MailFault.Armed;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One {@code AUTH}, from the mechanism to the answer (RFC 4954). */
final class Dialogue {
  private final MailAccess access;
  private final String mechanism;
  private final Optional<X509Certificate> certificate;
  private @Nullable Denied denied;

  Dialogue(MailAccess access, String mechanism, Optional<X509Certificate> certificate) {
    this.access = access;
    this.mechanism = mechanism;
    this.certificate = certificate;
  }

  String mechanism() {
    return mechanism;
  }

  /**
   * What a response leads to.
   *
   * @param challenge what is asked next, null when it is over
   * @param answer the answer when it is over
   * @param granted the mailbox, when it succeeded
   */
  record Outcome(@Nullable String challenge, SmtpAnswer answer, @Nullable Granted granted) {}

  Outcome answer(String response, Armed armed) {
    Denied before = denied;
    if (before != null) {
      return over(refused(before));
    }
    if (response.equals("*")) {
      return over(
          SmtpAnswer.refused(
              501,
              "5.7.0 Cancelled",
              "auth-abandonnee",
              "Votre logiciel a abandonné l'authentification."));
    }
    Optional<Answer> judged =
        mechanism.equals("PLAIN")
            ? PlainResponse.read(response)
                .map(read -> access.certificate(read.address(), certificate))
            : BearerResponse.read(mechanism, response).map(read -> bearer(read, armed));
    if (judged.isEmpty()) {
      return over(
          SmtpAnswer.refused(
              501,
              "5.5.2 Cannot decode response",
              "reponse-illisible",
              "Écrivez en base64 la réponse que "
                  + mechanism
                  + " demande, adresse de la boîte comprise."));
    }
    if (judged.get() instanceof Granted granted) {
      return new Outcome(null, SmtpAnswer.ok(235, "2.7.0 Authenticated"), granted);
    }
    Denied refusal = (Denied) judged.get();
    if (refusal.passing()) {
      return over(
          SmtpAnswer.refused(
              454, "4.7.0 Temporary authentication failure", refusal.code(), refusal.reason()));
    }
    if (mechanism.equals("PLAIN")) {
      return over(refused(refusal));
    }
    denied = refusal;
    return new Outcome(BearerResponse.refused(mechanism), refused(refusal), null);
  }

  private Answer bearer(BearerResponse read, Armed armed) {
    return armed
        .take(MailFault.TOKEN_REFUSED, read.user())
        .<Answer>map(given -> MailAccess.refusedOnDemand(given.getOrDefault("motif", "expire")))
        .orElseGet(() -> access.bearer(read.user(), read.token()));
  }

  private static SmtpAnswer refused(Denied denied) {
    return SmtpAnswer.refused(
        535, "5.7.8 Authentication credentials invalid", denied.code(), denied.reason());
  }

  private static Outcome over(SmtpAnswer answer) {
    return new Outcome(null, answer, null);
  }
}
