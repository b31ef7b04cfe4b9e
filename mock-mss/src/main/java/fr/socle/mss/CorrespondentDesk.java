package fr.socle.mss;

import fr.socle.bench.client.api.MssBounce;
import fr.socle.bench.client.api.MssCitizenMessage;
import fr.socle.bench.client.api.MssQueue;
import fr.socle.bench.client.api.MssQueue.MssErrand;
import fr.socle.bench.client.api.MssReceipt;
import fr.socle.bench.client.api.MssSent;
import fr.socle.bench.content.Content;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.mss.protocol.mime.DecodedText;
import fr.socle.mss.protocol.mime.MimeText;
import fr.socle.mss.service.Correspondence;
import fr.socle.mss.service.Errand;
import fr.socle.mss.service.Errand.Sort;
import fr.socle.mss.service.MailQueue;
import fr.socle.mss.service.MailStore;
import fr.socle.mss.service.Mailbox;
import fr.socle.mss.service.Mailbox.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What correspondents and operators send when the control API tells them to.
 *
 * @param store mailboxes
 * @param queue what is still to be delivered
 * @param correspondence who citizens may write to
 * @param clock wall clock
 */
record CorrespondentDesk(
    MailStore store, MailQueue queue, Correspondence correspondence, Clock clock) {

  List<ControlOperation<?, ?>> operations() {
    return List.of(
        new ControlOperation<>(
            "POST",
            "citizen-message",
            "A citizen answers, or writes to somebody who wrote to him",
            MssCitizenMessage.class,
            MssSent.class,
            this::citizen),
        new ControlOperation<>(
            "POST",
            "receipt",
            "A correspondent sends a read receipt",
            MssReceipt.class,
            MssSent.class,
            this::receipt),
        new ControlOperation<>(
            "POST",
            "bounce",
            "The operator sends a delivery status notification",
            MssBounce.class,
            Void.class,
            this::bounce),
        new ControlOperation<>(
            "GET",
            "queue",
            "What the operator still has to do",
            Void.class,
            MssQueue.class,
            unused -> waiting()));
  }

  private MssSent citizen(MssCitizenMessage asked) {
    Mailbox from = MailboxDesk.known(store, asked.from());
    Mailbox to = MailboxDesk.known(store, asked.to());
    if (from.kind() != Kind.CITOYEN) {
      throw refused("usager-attendu", "La boîte « " + asked.from() + " » n'est pas d'un usager.");
    }
    if (!correspondence.mayWrite(from.address(), to.address(), asked.answers())) {
      throw refused(
          "reponse-interdite",
          asked.answers() == null
              ? "Cet usager n'a pas le droit d'écrire à "
                  + to.address()
                  + " : personne ne lui a écrit de là, ou l'échange est clos ([FIN], X-MSS-MES)."
              : "Cet usager ne peut pas répondre à ce message : il n'est pas de "
                  + to.address()
                  + ", ou la réponse est close ([FIN], X-MSS-MES).");
    }
    Optional<KeptMessage> answered =
        asked.answers() == null
            ? Optional.empty()
            : KeptMessage.find(store, from.address(), asked.answers());
    String subject =
        asked.subject() != null
            ? asked.subject()
            : answered.map(each -> "RE: " + DecodedText.ofHeader(each.field("Subject"))).orElse("");
    String id = id(from);
    StringBuilder text = new StringBuilder(head(from, to.address(), subject, id));
    answered.ifPresent(
        each -> {
          text.append(MimeText.field("In-Reply-To", each.field("Message-ID")));
          text.append(
              MimeText.field(
                  "References",
                  (each.field("References") + " " + each.field("Message-ID")).strip()));
        });
    text.append(MimeText.plain(asked.text()));
    store.deliver(bytes(text.toString()), List.of(to.address()));
    return new MssSent(id);
  }

  private String head(Mailbox from, String to, String subject, String id) {
    return MimeText.field("Return-Path", "<" + from.address() + ">")
        + MimeText.field("Date", MimeText.date(clock.instant()))
        + "From: "
        + MimeText.address(from.label(), from.address())
        + "\r\n"
        + MimeText.field("To", "<" + to + ">")
        + MimeText.field("Subject", subject)
        + MimeText.field("Message-ID", id)
        + MimeText.field("MIME-Version", "1.0");
  }

  private static String id(Mailbox from) {
    return "<" + UUID.randomUUID() + "@" + from.domain() + ">";
  }

  private MssSent receipt(MssReceipt asked) {
    Mailbox from = MailboxDesk.known(store, asked.from());
    Optional<KeptMessage> original = KeptMessage.find(store, from.address(), asked.messageId());
    String to =
        Optional.ofNullable(asked.to())
            .or(() -> original.flatMap(ReceiptText::askedBy))
            .orElseThrow(
                () ->
                    refused(
                        "recu-non-demande",
                        "La boîte « "
                            + asked.from()
                            + " » n'a pas de message "
                            + asked.messageId()
                            + " qui demande un accusé de lecture (Disposition-Notification-To) :"
                            + " dites à qui l'envoyer (to)."));
    ReceiptText.requireKnown(asked);
    String id = id(from);
    Content written =
        Content.joined(
            List.of(
                bytes(head(from, to, ReceiptText.subject(asked, original), id)),
                ReceiptText.body(asked, from, original)));
    store.deliver(written, List.of(MailboxDesk.known(store, to).address()));
    return new MssSent(id);
  }

  private @Nullable Void bounce(MssBounce asked) {
    Mailbox to = MailboxDesk.known(store, asked.to());
    String action = asked.action() == null ? "failed" : asked.action();
    Sort sort =
        switch (action) {
          case "failed" ->
              asked.recipient().endsWith("@patient.mssante.fr") ? Sort.CITIZEN : Sort.FAILURE;
          case "delayed" -> Sort.DELAY;
          case "delivered" -> Sort.SUCCESS;
          default -> throw refused("action-inconnue", "action est failed, delayed ou delivered.");
        };
    String status = asked.status() != null ? asked.status() : usual(sort);
    if (!status.matches("[245]\\.\\d{1,3}\\.\\d{1,3}")) {
      throw refused("etat-incorrect", "status est tel que 5.1.1.");
    }
    String diagnostic =
        asked.diagnostic() != null ? asked.diagnostic() : status.charAt(0) + "50 " + status;
    if (!(diagnostic + asked.recipient()).matches("[ -~]{1,600}")) {
      throw refused("texte-incorrect", "diagnostic et recipient tiennent sur une ligne, en ASCII.");
    }
    Content original =
        Optional.ofNullable(asked.messageId())
            .flatMap(each -> anywhere(each, to.address(), asked.recipient()))
            .map(KeptMessage::bytes)
            .orElseGet(() -> unknown(asked, to));
    queue.tell(
        new Errand(
            0,
            0,
            0,
            sort,
            clock.instant(),
            clock.instant(),
            to.address(),
            asked.recipient(),
            "",
            "",
            true,
            status,
            diagnostic),
        original);
    return null;
  }

  private static String usual(Sort sort) {
    return switch (sort) {
      case DELAY -> "4.4.1";
      case SUCCESS, DELIVER -> "2.0.0";
      case FAILURE, CITIZEN -> "5.1.1";
    };
  }

  private Optional<KeptMessage> anywhere(String messageId, String... addresses) {
    for (String each : addresses) {
      Optional<KeptMessage> found = KeptMessage.find(store, each, messageId);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** A message that the bench never saw, as far as it is known. */
  private static Content unknown(MssBounce asked, Mailbox to) {
    return bytes(
        MimeText.field("From", "<" + to.address() + ">")
            + MimeText.field("To", "<" + asked.recipient() + ">")
            + (asked.messageId() == null ? "" : MimeText.field("Message-ID", asked.messageId()))
            + "\r\n");
  }

  private MssQueue waiting() {
    return new MssQueue(
        queue.waiting().stream()
            .map(each -> new MssErrand(word(each.sort()), each.recipient(), each.due()))
            .toList());
  }

  private static String word(Sort sort) {
    return switch (sort) {
      case DELIVER -> "remise";
      case SUCCESS -> "avis-succes";
      case DELAY -> "avis-retard";
      case FAILURE, CITIZEN -> "avis-echec";
    };
  }

  private static Content bytes(String text) {
    return Content.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static InvalidControlRequestException refused(String code, String message) {
    return new InvalidControlRequestException(code, message);
  }
}
