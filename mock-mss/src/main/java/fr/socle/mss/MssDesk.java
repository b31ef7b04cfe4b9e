package fr.socle.mss;

import fr.socle.bench.client.api.MssDeposit;
import fr.socle.bench.client.api.MssMailboxQuestion;
import fr.socle.bench.client.api.MssMailboxState;
import fr.socle.bench.client.api.MssMailboxState.MssFolder;
import fr.socle.bench.client.api.MssMailboxState.MssMessage;
import fr.socle.bench.client.api.MssMessageQuestion;
import fr.socle.bench.client.api.MssMessageSource;
import fr.socle.bench.content.Content;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.mss.protocol.mime.DecodedText;
import fr.socle.mss.service.Folder;
import fr.socle.mss.service.MailStore;
import fr.socle.mss.service.Mailbox;
import fr.socle.mss.service.StoredMessage;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the control API sees of mailboxes and puts in them.
 *
 * @param store mailboxes
 */
record MssDesk(MailStore store) {
  List<ControlOperation<?, ?>> operations() {
    return List.of(
        new ControlOperation<>(
            "POST",
            "messages",
            "The folders and messages of a mailbox",
            MssMailboxQuestion.class,
            MssMailboxState.class,
            this::state),
        new ControlOperation<>(
            "POST",
            "source",
            "The bytes of a message",
            MssMessageQuestion.class,
            MssMessageSource.class,
            this::source),
        new ControlOperation<>(
            "POST",
            "deposit",
            "Puts a message in the inbox of a mailbox",
            MssDeposit.class,
            Void.class,
            this::deposit));
  }

  private Mailbox mailbox(String address) {
    return MailboxDesk.known(store, address);
  }

  private MssMailboxState state(MssMailboxQuestion asked) {
    Mailbox mailbox = mailbox(asked.address());
    return new MssMailboxState(
        mailbox.address(),
        mailbox.kind().name(),
        mailbox.holder(),
        mailbox.label(),
        mailbox.state().label(),
        store.folders(mailbox.address()).stream().map(this::shown).toList());
  }

  private MssFolder shown(Folder folder) {
    return new MssFolder(
        folder.name(),
        folder.uidValidity(),
        store.messages(folder.id()).stream().map(this::shown).toList());
  }

  private MssMessage shown(StoredMessage message) {
    KeptMessage kept = KeptMessage.of(store, message);
    return new MssMessage(
        message.uid(),
        message.size(),
        message.receivedAt(),
        List.copyOf(message.flags()),
        kept.field("Message-ID"),
        DecodedText.ofHeader(kept.field("From")),
        DecodedText.ofHeader(kept.field("Subject")));
  }

  private MssMessageSource source(MssMessageQuestion asked) {
    Mailbox mailbox = mailbox(asked.address());
    return store.folder(mailbox.address(), asked.folder()).stream()
        .flatMap(folder -> store.messages(folder.id()).stream())
        .filter(each -> each.uid() == asked.uid())
        .findFirst()
        .map(each -> Base64.getEncoder().encodeToString(store.body(each).all()))
        .map(MssMessageSource::new)
        .orElseThrow(
            () ->
                new InvalidControlRequestException(
                    "message-inconnu", "Ce dossier n'a pas de message d'UID " + asked.uid() + "."));
  }

  private @Nullable Void deposit(MssDeposit asked) {
    Mailbox mailbox = mailbox(asked.address());
    byte[] message;
    try {
      message = Base64.getMimeDecoder().decode(asked.base64());
    } catch (IllegalArgumentException e) {
      throw new InvalidControlRequestException("base64-illisible", "Écrivez le message en base64.");
    }
    store.deliver(Content.of(message), List.of(mailbox.address()));
    return null;
  }
}
