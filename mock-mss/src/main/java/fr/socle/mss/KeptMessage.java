package fr.socle.mss;

import fr.socle.bench.content.Content;
import fr.socle.mss.protocol.mime.HeaderBlock;
import fr.socle.mss.service.Folder;
import fr.socle.mss.service.MailStore;
import fr.socle.mss.service.StoredMessage;
import java.util.Optional;

/**
 * A message that a mailbox holds.
 *
 * @param bytes the message
 * @param header its header
 */
record KeptMessage(Content bytes, HeaderBlock header) {
  private static final int LONGEST_HEADER = 256 * 1024;

  static KeptMessage of(MailStore store, StoredMessage message) {
    Content bytes = store.body(message);
    return new KeptMessage(bytes, HeaderBlock.of(bytes.first(LONGEST_HEADER)));
  }

  /** A message of a mailbox by its identifier, in whatever folder. */
  static Optional<KeptMessage> find(MailStore store, String address, String messageId) {
    for (Folder folder : store.folders(address)) {
      for (StoredMessage each : store.messages(folder.id())) {
        KeptMessage kept = of(store, each);
        if (kept.field("Message-ID").equals(messageId)) {
          return Optional.of(kept);
        }
      }
    }
    return Optional.empty();
  }

  String field(String name) {
    return header.first(name).orElse("");
  }
}
