package fr.socle.mss.protocol.imap;

import fr.socle.bench.content.Content;
import fr.socle.mss.protocol.mime.HeaderBlock;
import fr.socle.mss.protocol.mime.MimePart;
import fr.socle.mss.service.StoredMessage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message whose bytes are read when something of them is asked, once. Used by one thread. */
final class LoadedMessage {
  private static final int HEADER = 64 * 1024;

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

  /** Its header, for which the rest is not read. */
  HeaderBlock header() {
    MimePart known = root;
    if (known == null && bytes == null && content.size() > HEADER) {
      Optional<HeaderBlock> top = HeaderBlock.atTopOf(content.first(HEADER));
      if (top.isPresent()) {
        return top.get();
      }
    }
    return root().header();
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
