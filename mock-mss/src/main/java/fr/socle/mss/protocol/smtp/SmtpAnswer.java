package fr.socle.mss.protocol.smtp;

import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.session.Step.Then;
import fr.socle.mss.service.Routing.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What is answered to one command.
 *
 * @param code reply code
 * @param text what follows it, one line
 * @param refusal why it is a refusal, if it is
 * @param then what becomes of the connection
 */
record SmtpAnswer(int code, String text, @Nullable Refusal refusal, Then then) {
  static SmtpAnswer ok(int code, String text) {
    return new SmtpAnswer(code, text, null, Then.KEEP);
  }

  static SmtpAnswer refused(int code, String text, String word, String reason) {
    return new SmtpAnswer(code, text, new Refusal(word, reason), Then.KEEP);
  }

  static SmtpAnswer refused(Refused refused) {
    return refused(refused.code(), refused.text(), refused.word(), refused.reason());
  }

  /** The service is over for this connection (RFC 5321 section 3.8). */
  static SmtpAnswer over(String text, String word, String reason) {
    return refused(421, text, word, reason).and(Then.CLOSE);
  }

  SmtpAnswer and(Then other) {
    return new SmtpAnswer(code, text, refusal, other);
  }

  String line() {
    return code + " " + text + "\r\n";
  }
}
