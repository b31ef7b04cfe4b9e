package fr.socle.mss.protocol.imap;

import fr.socle.mss.service.Folder;
import fr.socle.mss.service.MailStore;
import fr.socle.mss.service.StoredMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The folder a session has selected, as the client knows it: sequence numbers change only when the
 * client is told.
 */
final class SelectedFolder {
  private final MailStore store;
  private final long id;
  private final boolean readOnly;
  private final List<StoredMessage> messages;
  private long modseq;
  private long expungeModseq;
  private long recentFrom;

  SelectedFolder(MailStore store, Folder folder, boolean readOnly) {
    this.store = store;
    this.id = folder.id();
    this.readOnly = readOnly;
    this.modseq = folder.modseq();
    this.expungeModseq = folder.expungeModseq();
    this.messages =
        new ArrayList<>(
            store.messages(folder.id()).stream()
                .filter(each -> each.uid() < folder.uidNext())
                .toList());
    this.recentFrom = readOnly ? Long.MAX_VALUE : store.claimRecent(folder.id());
  }

  long id() {
    return id;
  }

  boolean isReadOnly() {
    return readOnly;
  }

  /** The messages, in the order of their sequence numbers. */
  List<StoredMessage> messages() {
    return messages;
  }

  boolean isRecent(StoredMessage message) {
    return message.uid() >= recentFrom;
  }

  long recentCount() {
    return messages.stream().filter(this::isRecent).count();
  }

  long lastUid() {
    return messages.isEmpty() ? 0 : messages.get(messages.size() - 1).uid();
  }

  /** Sequence numbers of the messages of a set, in order. */
  List<Integer> numbers(NumberSet set, boolean byUid) throws BadCommandException {
    if (!byUid && set.largest() > messages.size()) {
      throw new BadCommandException("No such message");
    }
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      long number = byUid ? messages.get(i).uid() : i + 1;
      if (set.holds(number, byUid ? lastUid() : messages.size())) {
        numbers.add(i + 1);
      }
    }
    return numbers;
  }

  StoredMessage message(int number) {
    return messages.get(number - 1);
  }

  /** The flags of a message as they are written. */
  String flags(StoredMessage message) {
    List<String> flags = new ArrayList<>(message.flags());
    if (isRecent(message)) {
      flags.add("\\Recent");
    }
    return "(" + String.join(" ", flags) + ")";
  }

  /** A change that is told of no one: the client has just asked for it in silence. */
  void known(int number, Set<String> flags) {
    StoredMessage before = message(number);
    messages.set(
        number - 1,
        new StoredMessage(
            before.uid(),
            before.body(),
            before.size(),
            before.receivedAt(),
            flags,
            before.modseq()));
  }

  /**
   * What changed since the client was last told.
   *
   * @param expunges whether messages may be said to be gone now (RFC 3501 section 7.4.1)
   * @param withUid whether the UID stands beside flags
   * @return untagged answers
   */
  String news(boolean expunges, boolean withUid) {
    Folder now = store.folder(id).orElse(null);
    if (now == null) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    if (expunges && now.expungeModseq() > expungeModseq) {
      Set<Long> left = store.uids(id);
      for (int i = 0; i < messages.size(); ) {
        if (left.contains(messages.get(i).uid())) {
          i++;
        } else {
          messages.remove(i);
          text.append("* ").append(i + 1).append(" EXPUNGE\r\n");
        }
      }
      expungeModseq = now.expungeModseq();
    }
    if (now.modseq() > modseq) {
      changes(text, withUid);
    }
    return text.toString();
  }

  private void changes(StringBuilder text, boolean withUid) {
    long last = lastUid();
    boolean more = false;
    StringBuilder flags = new StringBuilder();
    for (StoredMessage each : store.changes(id, modseq)) {
      modseq = Math.max(modseq, each.modseq());
      int place = place(each.uid());
      if (each.uid() > last) {
        messages.add(each);
        more = true;
      } else if (place >= 0 && !messages.get(place).flags().equals(each.flags())) {
        messages.set(place, each);
        flags
            .append("* ")
            .append(place + 1)
            .append(" FETCH (")
            .append(withUid ? "UID " + each.uid() + " " : "")
            .append("FLAGS ")
            .append(flags(each))
            .append(")\r\n");
      }
    }
    if (more) {
      if (!readOnly) {
        recentFrom = Math.min(recentFrom, store.claimRecent(id));
      }
      text.append("* ").append(messages.size()).append(" EXISTS\r\n");
      text.append("* ").append(recentCount()).append(" RECENT\r\n");
    }
    text.append(flags);
  }

  private int place(long uid) {
    int low = 0;
    int high = messages.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long found = messages.get(middle).uid();
      if (found == uid) {
        return middle;
      }
      if (found < uid) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}
