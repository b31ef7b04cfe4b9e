package fr.socle.mss.protocol.imap;

import fr.socle.mss.service.Folder;
import fr.socle.mss.service.MailStore;
import fr.socle.mss.service.StoredMessage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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
  private final Set<String> keywords = new LinkedHashSet<>();
  private long modseq;
  private long expungeModseq;
  private long recentFrom;
  private boolean telling;
  private boolean keywordsNew;

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
    this.messages.forEach(this::learn);
    this.keywordsNew = false;
    this.recentFrom = readOnly ? Long.MAX_VALUE : store.claimRecent(folder.id());
  }

  long id() {
    return id;
  }

  boolean isReadOnly() {
    return readOnly;
  }

  /** Has the number of its last change told with each change (RFC 7162 section 3.1). */
  void tellModseq() {
    telling = true;
  }

  boolean isTellingModseq() {
    return telling;
  }

  /** The number of the last change the client was told of. */
  long modseq() {
    return modseq;
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

  /** A change the client has just asked for. */
  void known(int number, StoredMessage now) {
    learn(now);
    messages.set(number - 1, now);
  }

  private void learn(StoredMessage message) {
    for (String flag : message.flags()) {
      if (!flag.startsWith("\\") && keywords.add(flag)) {
        keywordsNew = true;
      }
    }
  }

  /** System flags, and the keywords in use here. */
  String allFlags() {
    List<String> all = new ArrayList<>(MailboxCommands.SYSTEM_FLAGS);
    all.addAll(keywords);
    return String.join(" ", all);
  }

  /** What the client is told before it meets a keyword for the first time. */
  String newKeywords() {
    if (!keywordsNew) {
      return "";
    }
    keywordsNew = false;
    return "* FLAGS ("
        + allFlags()
        + ")\r\n* OK [PERMANENTFLAGS ("
        + (readOnly ? "" : allFlags() + " \\*")
        + ")] Kept\r\n";
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
      modseq = Math.max(modseq, now.modseq());
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
        learn(each);
        messages.add(each);
        more = true;
      } else if (place >= 0) {
        boolean changed = !messages.get(place).flags().equals(each.flags());
        boolean moved = telling && messages.get(place).modseq() < each.modseq();
        known(place + 1, each);
        if (changed || moved) {
          flags.append(line(place + 1, withUid, true));
        }
      }
    }
    if (more) {
      if (!readOnly) {
        recentFrom = Math.min(recentFrom, store.claimRecent(id));
      }
      text.append("* ").append(messages.size()).append(" EXISTS\r\n");
      text.append("* ").append(recentCount()).append(" RECENT\r\n");
    }
    text.append(newKeywords()).append(flags);
  }

  /** The flags of a message told on their own, with the number of its last change if it is told. */
  String line(int number, boolean withUid, boolean withFlags) {
    StoredMessage message = message(number);
    List<String> items = new ArrayList<>();
    if (withUid) {
      items.add("UID " + message.uid());
    }
    if (withFlags) {
      items.add("FLAGS " + flags(message));
    }
    if (telling) {
      items.add("MODSEQ (" + message.modseq() + ")");
    }
    return "* " + number + " FETCH (" + String.join(" ", items) + ")\r\n";
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
