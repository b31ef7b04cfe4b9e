package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import java.util.Locale;

/** The exchanges with the mail, told apart. */
final class MssTraffic {
  static final String MESSAGE = "SMTP message";

  private MssTraffic() {}

  /**
   * A message that the operator took: the answer to the end of DATA. A transaction that RSET ends
   * is answered 250 too, and takes nothing.
   */
  static boolean isTaken(Exchange exchange) {
    return isMessage(exchange)
        && "DATA".equals(exchange.method())
        && exchange.refusal() == null
        && exchange.status() != null
        && exchange.status() < 300;
  }

  /** A message, taken or not. */
  static boolean isMessage(Exchange exchange) {
    return MESSAGE.equals(exchange.transaction());
  }

  /** Anything that happens with a mailbox once a session is open. */
  static boolean isUse(Exchange exchange) {
    String transaction = exchange.transaction();
    return transaction != null
        && exchange.kind() == Exchange.Kind.SESSION
        && (transaction.equals(MESSAGE)
            || (transaction.startsWith("IMAP ")
                && !transaction.equals("IMAP LOGOUT")
                && exchange.requestSize() > 0));
  }

  /** A session that is opened with success. */
  static boolean isAuthentication(Exchange exchange) {
    String transaction = String.valueOf(exchange.transaction());
    return (transaction.equals("IMAP AUTHENTICATE") || transaction.equals("SMTP AUTH"))
        && exchange.refusal() == null;
  }

  static boolean isFrom(Exchange exchange, String address) {
    return exchange.decoded().path("expediteur").asText().equalsIgnoreCase(address);
  }

  /** Whether a transaction names this recipient, whatever the operator answered. */
  static boolean isTo(Exchange exchange, String address) {
    String wanted = address.toLowerCase(Locale.ROOT);
    for (var recipient : exchange.decoded().path("destinataires")) {
      if (recipient.asText().toLowerCase(Locale.ROOT).equals(wanted)) {
        return true;
      }
    }
    for (var names = exchange.decoded().path("destinatairesRefuses").fieldNames();
        names.hasNext(); ) {
      if (names.next().toLowerCase(Locale.ROOT).equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a transaction names a patient. */
  static boolean isToAPatient(Exchange exchange) {
    return exchange.decoded().path("destinataires").toString().contains("@patient.mssante.fr")
        || exchange
            .decoded()
            .path("destinatairesRefuses")
            .toString()
            .contains("@patient.mssante.fr");
  }
}
