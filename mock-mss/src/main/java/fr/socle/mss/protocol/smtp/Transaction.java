package fr.socle.mss.protocol.smtp;

import fr.socle.mss.protocol.mime.DecodedText;
import fr.socle.mss.protocol.mime.HeaderBlock;
import fr.socle.mss.protocol.mime.MailAddress;
import fr.socle.mss.service.MailFault.Armed;
import fr.socle.mss.service.Routing.Answer;
import fr.socle.mss.service.Routing.Refused;
import fr.socle.mss.service.Routing.Taken;
import fr.socle.mss.service.Submission.Notify;
import fr.socle.mss.service.Submission.Recipient;
import fr.socle.mss.service.Submission.Traits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One message under way, from {@code MAIL} to what ends it. */
final class Transaction {
  private static final int MOST_RECIPIENTS = 100;
  private static final int MOST_COMMANDS = 1000;
  private static final int LONGEST_ADDRESS = 254;

  private final SubmissionEndpoint at;
  private final String from;
  private final Map<String, String> parameters;
  private final List<Recipient> recipients = new ArrayList<>();
  private final Map<String, Object> refused = new LinkedHashMap<>();
  private int commands;

  Transaction(SubmissionEndpoint at, String from, Map<String, String> parameters) {
    this.at = at;
    this.from = from;
    this.parameters = parameters;
  }

  String from() {
    return from;
  }

  List<Recipient> recipients() {
    return recipients;
  }

  boolean whole() {
    return !"HDRS".equalsIgnoreCase(parameters.get("RET"));
  }

  String envelopeId() {
    return Parameters.envelopeId(parameters).orElse("");
  }

  /** Counts a command; true when there were too many. */
  boolean isTooLong() {
    return ++commands > MOST_COMMANDS;
  }

  SmtpAnswer recipient(String rest, boolean dsn, Armed faults) {
    Optional<PathArgument> path = PathArgument.read("TO:", rest);
    if (path.isEmpty() || path.get().address().indexOf('@') < 1) {
      return SmtpAnswer.ok(501, "5.5.4 RCPT TO:<address>");
    }
    String address = path.get().address();
    Map<String, String> given = path.get().parameters();
    Optional<Set<Notify>> notify = Parameters.notify(given);
    Optional<String> original = Parameters.original(given);
    boolean known =
        given.isEmpty() || (dsn && Set.of("NOTIFY", "ORCPT").containsAll(given.keySet()));
    if (!known || notify.isEmpty() || original.isEmpty()) {
      return refuse(address, 555, "5.5.4 Parameter not offered");
    }
    if (recipients.size() >= MOST_RECIPIENTS) {
      return SmtpAnswer.ok(452, "4.5.3 Too many recipients");
    }
    Answer answer =
        at.routing()
            .recipient(address, from, at.role() == SubmissionEndpoint.Role.OPERATOR, faults);
    if (answer instanceof Refused no) {
      return refuse(address, no.code(), no.text());
    }
    Taken taken = (Taken) answer;
    if (recipients.stream()
        .noneMatch(each -> each.fate().address().equals(taken.fate().address()))) {
      recipients.add(new Recipient(taken.fate(), notify.get(), original.get()));
    }
    return SmtpAnswer.ok(250, "2.1.5 OK");
  }

  /** A recipient is refused; those beyond the bound are no longer noted. */
  SmtpAnswer refuse(String address, int code, String text) {
    if (refused.size() < MOST_RECIPIENTS) {
      refused.put(address, code + " " + text.split(" ", 2)[0]);
    }
    return SmtpAnswer.ok(code, text);
  }

  /** What the journal shows. */
  Map<String, Object> view() {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("expediteur", from);
    view.put("destinataires", recipients.stream().map(each -> each.fate().address()).toList());
    view.put("destinatairesRefuses", Map.copyOf(refused));
    if (!parameters.getOrDefault("ENVID", "").isEmpty()) {
      view.put("enveloppe", envelopeId());
    }
    return view;
  }

  /** What of a message matters to the operator. */
  Traits traits(SubmittedData message) {
    HeaderBlock header = HeaderBlock.of(message.first(SubmittedData.LONGEST_HEADER));
    return new Traits(
        message.size(),
        message.infected(),
        header.first("Subject").map(DecodedText::ofHeader).orElse(""),
        header.first("Message-ID").orElse(""),
        header
            .first("Reply-To")
            .flatMap(Transaction::address)
            .or(() -> header.first("From").flatMap(Transaction::address))
            .orElse(from),
        header.first("Return-Receipt-To").flatMap(Transaction::address).orElse(""),
        header.first("X-MSS-MES").map(each -> each.equals("FIN")).orElse(false));
  }

  private static Optional<String> address(String field) {
    return MailAddress.read(field).stream()
        .filter(each -> each.local() != null && each.domain() != null)
        .map(each -> each.local() + "@" + each.domain())
        .filter(each -> each.length() <= LONGEST_ADDRESS)
        .findFirst();
  }
}
