package fr.socle.lps.actions;

import fr.socle.lps.dmp.record.LocalDocument;
import fr.socle.lps.identite.Access;
import fr.socle.lps.identite.Dossier;
import fr.socle.lps.mss.client.MailFailure;
import fr.socle.lps.mss.client.Submission.Delivery;
import fr.socle.lps.mss.message.Account;
import fr.socle.lps.mss.message.Letter;
import fr.socle.lps.mss.message.LetterWriter;
import fr.socle.lps.mss.message.ReceiptWriter;
import fr.socle.lps.mss.message.Sent;
import fr.socle.lps.mss.message.Sent.State;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends letters, keeps them, and says what became of them. Only the user's thread uses it. */
final class MssPost {

  /** The reference of this software (ECO.2.4.3). */
  private static final String NIL = "DEV000001";

  private static final String AUTOMATIC =
      "\n\nCe message a été envoyé automatiquement. Pour joindre son émetteur, écrivez à ";

  private final MssDesk desk;
  private final LetterWriter writer;
  private final ReceiptWriter receipts;
  private final Clock clock;
  private final Defects defects;
  private final Map<String, Sent> sent = new LinkedHashMap<>();
  private final Map<String, Set<String>> holders = new HashMap<>();
  private @Nullable String firstId; // only a mutant reads it

  MssPost(MssDesk desk, Clock clock, Defects defects) {
    this.desk = desk;
    this.writer = new LetterWriter(clock, defects);
    this.receipts = new ReceiptWriter(clock);
    this.clock = clock;
    this.defects = defects;
  }

  /**
   * A letter as the user wants it.
   *
   * @param subject its subject
   * @param text what it says
   * @param carried documents it carries, null for none
   * @param wishes what is asked besides
   * @param answered what it answers, null for nothing
   */
  record Wanted(
      Account from,
      List<String> to,
      String subject,
      String text,
      Letter.@Nullable Carried carried,
      Wishes wishes,
      Letter.@Nullable Answered answered) {}

  /** What a user asks of a letter: receipts, and whether no answer is wanted of a patient. */
  record Wishes(boolean readReceipt, boolean deliveryReceipt, boolean last) {

    static final Wishes NONE = new Wishes(false, false, false);
  }

  void forgetAll() {
    sent.clear();
    holders.clear();
    firstId = null;
  }

  List<Sent> all() {
    return List.copyOf(sent.values());
  }

  Optional<Sent> find(String id) {
    return Optional.ofNullable(sent.get(id));
  }

  /** An identifier that no other message has (RFC 5322 3.6.4). */
  String id(Account from) {
    String id = "<" + UUID.randomUUID() + "@" + from.domain() + ">";
    String first = firstId;
    firstId = first == null ? id : first;
    return first != null && defects.has(Mutant.MSS_MESSAGE_ID_REPETE) ? first : id;
  }

  /** Writes and sends a letter. */
  Sent send(Wanted wanted, String about) throws InterruptedException {
    Account from = wanted.from();
    Letter letter =
        new Letter(
            id(from),
            from,
            wanted.to(),
            wanted.subject(),
            wanted.text() + automatic(from),
            NIL,
            wanted.carried(),
            wanted.wishes().readReceipt(),
            wanted.wishes().deliveryReceipt(),
            wanted.wishes().last(),
            wanted.answered());
    Sent message = new Sent(letter, writer.write(letter), clock.instant());
    wanted.to().forEach(each -> message.now(each, State.EN_ATTENTE, ""));
    sent.put(letter.id() + (sent.containsKey(letter.id()) ? sent.size() : ""), message);
    submit(message, message.waiting(), about);
    return message;
  }

  /** Returns a read receipt; whether it left. */
  boolean receipt(Account from, ReceiptWriter.Read read, List<String> told)
      throws InterruptedException {
    String request = "accusé de lecture de " + read.id() + " à " + read.to();
    try {
      byte[] bytes = receipts.write(from, id(from), NIL, read);
      Delivery delivery =
          desk.send(from, "<>", bytes, List.of(read.to())).values().iterator().next();
      desk.trace(
          "accuse", request, (delivery.accepted() ? "" : "échec : ") + delivery.answer(), "");
      return delivery.accepted();
    } catch (MailFailure e) {
      told.add(e.told());
      desk.trace("accuse", request, "échec : " + e.told(), "");
      return false;
    }
  }

  // ECO.2.2.5
  private String automatic(Account from) {
    return from.replyTo().isEmpty() || defects.has(Mutant.MSS_MENTION_AUTOMATIQUE_ABSENTE)
        ? ""
        : AUTOMATIC + from.replyTo() + ".";
  }

  /** Sends again what the operator did not take. */
  void resume() throws InterruptedException {
    for (Sent message : all()) {
      List<String> waiting = message.waiting();
      if (!waiting.isEmpty()) {
        submit(message, waiting, "");
        if (defects.has(Mutant.MSS_MESSAGE_EN_ATTENTE_REDOUBLE)) {
          submit(message, waiting, "");
        }
      }
    }
  }

  private void submit(Sent message, List<String> waiting, String about)
      throws InterruptedException {
    Account from = message.letter().from();
    String request = "envoi de " + message.letter().id() + " à " + String.join(", ", waiting);
    try {
      Map<String, Delivery> deliveries = desk.send(from, from.address(), message.bytes(), waiting);
      deliveries.forEach(
          (recipient, delivery) -> {
            desk.trace(
                "envoi",
                request,
                (delivery.accepted() ? "" : "échec : ") + delivery.answer(),
                about);
            message.now(recipient, state(delivery), delivery.accepted() ? "" : delivery.answer());
          });
    } catch (MailFailure e) {
      desk.trace("envoi", request, "échec : " + e.told() + " " + e.answer(), about);
      State refused = defects.has(Mutant.MSS_REFUS_TU) ? State.ENVOYE : State.REFUSE;
      State state = e.passing() ? State.EN_ATTENTE : refused;
      waiting.forEach(each -> message.now(each, state, e.told()));
    }
  }

  private State state(Delivery delivery) {
    if (delivery.accepted() || (!delivery.passing() && defects.has(Mutant.MSS_REFUS_TU))) {
      return State.ENVOYE;
    }
    return delivery.passing() ? State.EN_ATTENTE : State.REFUSE;
  }

  /** Those whom a document was sent to. */
  List<String> holders(LocalDocument document) {
    return List.copyOf(holders.getOrDefault(document.id(), Set.of()));
  }

  /** Writes in the log of the record that documents left (INS/va1.46). */
  void left(Dossier dossier, List<LocalDocument> documents, Sent message) {
    boolean accepted =
        message.fates().values().stream().anyMatch(fate -> fate.state() == State.ENVOYE);
    if (!accepted) {
      return;
    }
    List<String> titles = new ArrayList<>();
    for (LocalDocument document : documents) {
      document.mailedNow();
      holders
          .computeIfAbsent(document.id(), key -> new LinkedHashSet<>())
          .addAll(message.letter().to());
      titles.add(document.draft().title());
    }
    dossier.log(
        new Access(
            clock.instant(),
            Access.Kind.TRANSMISSION,
            documents.get(0).draft().responsible().nationalId(),
            "MSSanté : "
                + String.join(", ", titles)
                + " à "
                + String.join(", ", message.letter().to())));
  }
}
