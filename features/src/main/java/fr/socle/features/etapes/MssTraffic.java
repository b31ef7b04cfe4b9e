package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.TlsSession;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The exchanges with the mail, told apart. */
final class MssTraffic {
  static final String MESSAGE = "SMTP message";

  private static final Set<String> USES =
      Set.of(
          MESSAGE,
          "SMTP AUTH",
          "IMAP AUTHENTICATE",
          "IMAP LOGIN",
          "IMAP SELECT",
          "IMAP EXAMINE",
          "IMAP LIST",
          "IMAP LSUB",
          "IMAP STATUS",
          "IMAP SEARCH",
          "IMAP FETCH",
          "IMAP UID",
          "IMAP STORE",
          "IMAP COPY",
          "IMAP MOVE",
          "IMAP APPEND");

  private static final Set<String> BEFORE_OPEN =
      Set.of(
          "IMAP ligne",
          "IMAP CAPABILITY",
          "IMAP ID",
          "IMAP STARTTLS",
          "IMAP LOGIN",
          "IMAP AUTHENTICATE",
          "IMAP LOGOUT");

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

  /** A mailbox is opened, read or written from: what ends a session, or waits in it, is not. */
  static boolean isUse(Exchange exchange) {
    return exchange.kind() == Exchange.Kind.SESSION
        && exchange.requestSize() > 0
        && USES.contains(String.valueOf(exchange.transaction()));
  }

  /** A command of IMAP that only a session that is open gives. */
  static boolean isInOpenSession(Exchange exchange) {
    String transaction = String.valueOf(exchange.transaction());
    return transaction.startsWith("IMAP ") && !BEFORE_OPEN.contains(transaction);
  }

  /** Whether a session that the operator cut was opened again; those of before do not count. */
  static boolean isReopened(List<Exchange> talk) {
    return talk.stream()
        .filter(cut -> !cut.faults().isEmpty() && isInOpenSession(cut))
        .findFirst()
        .filter(
            cut ->
                talk.stream()
                    .anyMatch(
                        e ->
                            "IMAP AUTHENTICATE".equals(e.transaction())
                                && e.refusal() == null
                                && e.faults().isEmpty()
                                && e.startedAt().isAfter(cut.startedAt())))
        .isPresent();
  }

  /** The operator refused something, or was made to fail. */
  static boolean isTrouble(Exchange exchange) {
    return exchange.refusal() != null || !exchange.faults().isEmpty();
  }

  /** Somebody says who he is, with success or without. */
  static boolean isPresentation(Exchange exchange) {
    String transaction = String.valueOf(exchange.transaction());
    return transaction.equals("IMAP AUTHENTICATE") || transaction.equals("SMTP AUTH");
  }

  /** A connection to the operator begins TLS, with success or without. */
  static boolean isNewConnection(Exchange exchange) {
    String transaction = String.valueOf(exchange.transaction());
    return transaction.equals("IMAP STARTTLS")
        || transaction.equals("SMTP STARTTLS")
        || (exchange.kind() == Exchange.Kind.HANDSHAKE && isOfMailbox(exchange));
  }

  /** What came to a listener of mailboxes, and not to the directory. */
  static boolean isOfMailbox(Exchange exchange) {
    return exchange.listener().equals("mss.smtp") || exchange.listener().equals("mss.imap");
  }

  /** The version of TLS of its connection; empty in clear. */
  static String tlsVersion(Exchange exchange) {
    TlsSession tls = exchange.tls();
    return tls == null ? "" : tls.version();
  }

  /** A session that is opened with success. */
  static boolean isAuthentication(Exchange exchange) {
    return isPresentation(exchange) && exchange.refusal() == null;
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
