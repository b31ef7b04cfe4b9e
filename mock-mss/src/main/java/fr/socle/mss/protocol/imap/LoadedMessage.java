package fr.socle.mss.protocol.imap;

import fr.socle.bench.content.Content;
import fr.socle.mss.protocol.mime.MimePart;
import fr.socle.mss.service.StoredMessage;
import org.jspecify.annotations.Nullable;

/** A message whose bytes are read when something of them is asked, once. Used by one thread. */
final class LoadedMessage {
  private final StoredMessage message;
  private final Content content;
  private byte @Nullable [] bytes;
  private @Nullable MimePart root;

  LoadedMessage(StoredMessage message, Content content) {
    this.message = message;
    this.content = content;
  }

  StoredMessage message() {
    return message;
  }

  /** Its bytes, wherever they are. */
  Content content() {
    return content;
  }

  /** Its bytes, in memory. */
  byte[] bytes() {
    byte[] known = bytes;
    if (known == null) {
      known = content.all();
      bytes = known;
    }
    return known;
  }

  MimePart root() {
    MimePart known = root;
    if (known == null) {
      known = MimePart.read(bytes());
      root = known;
    }
    return known;
  }
}
