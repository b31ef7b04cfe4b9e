package fr.socle.mss.protocol.imap;

import fr.socle.bench.content.Content;
import fr.socle.mss.service.Folder;
import fr.socle.mss.service.MailStore;
import fr.socle.mss.service.Mailbox;
import fr.socle.mss.service.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The commands on one mailbox, once its holder is known; those on messages are {@link
 * MessageCommands}. Used by one thread at a time.
 */
final class MailboxCommands implements AutoCloseable {
  static final List<String> SYSTEM_FLAGS =
      List.of("\\Answered", "\\Flagged", "\\Deleted", "\\Seen", "\\Draft");
  private static final String CONDSTORE = "CONDSTORE";
  private static final String UIDPLUS = "UIDPLUS";
  // Those of extensions, and what CAPABILITY calls it.
  private static final Map<String, String> EXTENSIONS =
      Map.of(
          "NAMESPACE", "NAMESPACE",
          "UNSELECT", "UNSELECT",
          "MOVE", "MOVE",
          "IDLE", "IDLE",
          "ENABLE", "ENABLE",
          "GETQUOTA", Quota.WORD,
          "GETQUOTAROOT", Quota.WORD,
          "SETQUOTA", Quota.WORD);
  private static final Set<String> KNOWN =
      Set.of(
          "SELECT",
          "EXAMINE",
          "CREATE",
          "DELETE",
          "RENAME",
          "SUBSCRIBE",
          "UNSUBSCRIBE",
          "LIST",
          "LSUB",
          "STATUS",
          "APPEND",
          "CHECK",
          "CLOSE",
          "UNSELECT",
          "EXPUNGE",
          "SEARCH",
          "FETCH",
          "STORE",
          "COPY",
          "MOVE",
          "UID",
          "NAMESPACE",
          "IDLE",
          "ENABLE",
          "GETQUOTA",
          "GETQUOTAROOT",
          "SETQUOTA");

  private final AccessEndpoint at;
  private final Offer offer;
  private final MailStore store;
  private final Folders folders;
  private final Quota quota;
  private final Runnable waker;
  private @Nullable SelectedFolder selected;
  private @Nullable Reading reading;
  private boolean byUid;
  private boolean telling;
  private boolean renumbers;

  MailboxCommands(AccessEndpoint at, Offer offer, Mailbox mailbox, Runnable waker) {
    this.at = at;
    this.offer = offer;
    this.store = at.store();
    this.folders = new Folders(store, mailbox.address());
    this.quota = new Quota(store, mailbox.address(), at.settings());
    this.waker = waker;
  }

  static boolean isKnown(String verb) {
    return KNOWN.contains(verb);
  }

  /** The capability a command needs; empty for those of IMAP4rev1. */
  static String capabilityOf(String verb) {
    return EXTENSIONS.getOrDefault(verb, "");
  }

  /** What happened in the selected folder since it was last told, as a command may hear it. */
  String news(String verb) {
    SelectedFolder folder = selected;
    // RFC 3501 section 7.4.1: no EXPUNGE while the client speaks in sequence numbers.
    boolean expunges = !List.of("FETCH", "STORE", "SEARCH").contains(verb);
    return folder == null ? "" : folder.news(expunges, verb.equals("UID"));
  }

  Reply execute(String verb, String tag, Arguments arguments) throws BadCommandException {
    byUid = verb.equals("UID");
    if (byUid) {
      arguments.space();
      String inner = arguments.word().toUpperCase(Locale.ROOT);
      if (!List.of("FETCH", "STORE", "SEARCH", "COPY", "MOVE", "EXPUNGE").contains(inner)
          || (inner.equals("MOVE") && !offer.has(inner))
          || (inner.equals("EXPUNGE") && !offer.has(UIDPLUS))) {
        throw new BadCommandException("No such UID command");
      }
      return onMessages(inner, tag, arguments);
    }
    return switch (verb) {
      case "SELECT", "EXAMINE" -> {
        String name = selectable(arguments);
        yield select(name, verb.equals("EXAMINE"));
      }
      case "ENABLE" -> enable(arguments);
      case "GETQUOTA" -> quota.get(only(arguments));
      case "GETQUOTAROOT" -> quota.root(only(arguments), folders);
      case "SETQUOTA" -> Quota.set();
      case "CREATE" -> folders.create(only(arguments));
      case "DELETE" -> folders.delete(only(arguments));
      case "RENAME" -> {
        String[] names = two(arguments);
        yield folders.rename(names[0], names[1]);
      }
      case "SUBSCRIBE" -> folders.subscribe(only(arguments), true);
      case "UNSUBSCRIBE" -> folders.subscribe(only(arguments), false);
      case "LIST", "LSUB" -> {
        String[] names = two(arguments);
        yield verb.equals("LIST")
            ? folders.list(names[0], names[1])
            : folders.subscribed(names[0], names[1]);
      }
      case "STATUS" -> {
        arguments.space();
        String name = arguments.string();
        arguments.space();
        List<String> items = arguments.list();
        arguments.end();
        if (items.stream().anyMatch("HIGHESTMODSEQ"::equalsIgnoreCase)) {
          if (!offer.has(CONDSTORE)) {
            throw new BadCommandException("Unknown status item");
          }
          tellModseq();
        }
        yield folders.status(name, items);
      }
      case "NAMESPACE" -> {
        arguments.end();
        yield Reply.ok("* NAMESPACE ((\"\" \"/\")) NIL NIL\r\n", "Namespaces told");
      }
      case "APPEND" -> append(arguments);
      default -> onMessages(verb, tag, arguments);
    };
  }

  /** A folder, and perhaps {@code (CONDSTORE)}. */
  private String selectable(Arguments arguments) throws BadCommandException {
    arguments.space();
    String name = arguments.string();
    if (arguments.skip(' ')) {
      if (!arguments.list().stream().allMatch(CONDSTORE::equalsIgnoreCase)
          || !offer.has(CONDSTORE)) {
        throw new BadCommandException("Unknown parameter of SELECT");
      }
      tellModseq();
    }
    arguments.end();
    return name;
  }

  static String only(Arguments arguments) throws BadCommandException {
    arguments.space();
    String name = arguments.string();
    arguments.end();
    return name;
  }

  private static String[] two(Arguments arguments) throws BadCommandException {
    arguments.space();
    String one = arguments.string();
    arguments.space();
    String other = arguments.string();
    arguments.end();
    return new String[] {one, other};
  }

  /** For a fault: another client removes the first message of the open folder. */
  void loseFirst() {
    SelectedFolder folder = selected;
    if (folder != null && !folder.messages().isEmpty()) {
      store.expunge(folder.id(), List.of(folder.message(1).uid()));
    }
  }

  /** For a fault: the next folder that is opened is numbered anew. */
  void renumberNext() {
    renumbers = true;
  }

  private Reply select(String name, boolean readOnly) {
    leave();
    Optional<Folder> found = folders.find(name);
    if (found.isPresent() && renumbers) {
      renumbers = false;
      store.renumber(found.get().id());
      found = folders.find(name);
    }
    if (found.isEmpty()) {
      return Folders.unknown();
    }
    Folder folder = found.get();
    store.watch().watch(folder.id(), waker);
    SelectedFolder opened = new SelectedFolder(store, folder, readOnly);
    selected = opened;
    if (telling) {
      opened.tellModseq();
    }
    StringBuilder text = new StringBuilder();
    text.append("* ").append(opened.messages().size()).append(" EXISTS\r\n");
    text.append("* ").append(opened.recentCount()).append(" RECENT\r\n");
    String flags = opened.allFlags();
    text.append("* FLAGS (").append(flags).append(")\r\n");
    text.append("* OK [PERMANENTFLAGS (")
        .append(readOnly ? "" : flags + " \\*")
        .append(")] Kept\r\n");
    for (int i = 1; i <= opened.messages().size(); i++) {
      if (!opened.message(i).flags().contains("\\Seen")) {
        text.append("* OK [UNSEEN ").append(i).append("] First\r\n");
        break;
      }
    }
    text.append("* OK [UIDVALIDITY ").append(folder.uidValidity()).append("] Valid\r\n");
    text.append("* OK [UIDNEXT ").append(folder.uidNext()).append("] Next\r\n");
    if (offer.has(CONDSTORE)) {
      text.append("* OK [HIGHESTMODSEQ ").append(folder.modseq()).append("] Highest\r\n");
    }
    return Reply.ok(text.toString(), readOnly ? "[READ-ONLY] Open" : "[READ-WRITE] Open");
  }

  private void leave() {
    SelectedFolder before = selected;
    selected = null;
    if (before != null) {
      store.watch().leave(before.id(), waker);
    }
  }

  private Reply append(Arguments arguments) throws BadCommandException {
    arguments.space();
    String name = arguments.string();
    arguments.space();
    Set<String> flags = Set.of();
    if (arguments.peek() == '(') {
      flags = flags(arguments.list());
      arguments.space();
    }
    OffsetDateTime received = at.clock().instant().atOffset(ZoneOffset.UTC);
    if (arguments.peek() == '"') {
      received = ImapText.dateTime(arguments.string());
      arguments.space();
    }
    Content message = arguments.literal();
    arguments.end();
    Optional<Folder> folder = folders.find(name);
    if (folder.isEmpty()) {
      return noTarget();
    }
    if (message.size() == 0 || hasNul(message)) {
      return Reply.no(
          "[CANNOT] Empty, or NUL",
          "message-malforme",
          "Un message n'est pas vide et ne contient pas NUL (RFC 3501, 4.3.1).");
    }
    if (!quota.takes(message.size())) {
      return Quota.over();
    }
    OptionalLong uid = store.append(folder.get(), message, received, flags);
    if (uid.isEmpty()) {
      return noTarget();
    }
    String code = "[APPENDUID " + folder.get().uidValidity() + " " + uid.getAsLong() + "] ";
    return Reply.ok("", (offer.has(UIDPLUS) ? code : "") + "Added");
  }

  static Reply noTarget() {
    return Reply.no("[TRYCREATE] No such folder", "dossier-inconnu", "Ce dossier n'existe pas.");
  }

  private static boolean hasNul(Content message) {
    byte[] piece = new byte[8192];
    try (InputStream in = message.open()) {
      for (int count = in.read(piece); count > 0; count = in.read(piece)) {
        for (int i = 0; i < count; i++) {
          if (piece[i] == 0) {
            return true;
          }
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("a received message cannot be read again", e);
    }
  }

  static Set<String> flags(List<String> words) throws BadCommandException {
    Set<String> flags = new LinkedHashSet<>();
    for (String word : words) {
      String flag = word;
      for (String known : SYSTEM_FLAGS) {
        flag = flag.equalsIgnoreCase(known) ? known : flag;
      }
      if ((flag.startsWith("\\") && !SYSTEM_FLAGS.contains(flag))
          || !flag.matches("\\\\?[\\x21-\\x7e&&[^(){%*\"\\\\\\]]]{1,60}")) {
        throw new BadCommandException("Unknown flag");
      }
      flags.add(flag);
    }
    if (flags.size() > 12) {
      throw new BadCommandException("Too many flags");
    }
    return flags;
  }

  /** ENABLE (RFC 5161). */
  private Reply enable(Arguments arguments) throws BadCommandException {
    boolean condstore = false;
    do {
      arguments.space();
      condstore |= arguments.word().equalsIgnoreCase(CONDSTORE) && offer.has(CONDSTORE);
    } while (!arguments.isOver());
    if (condstore) {
      tellModseq();
    }
    return Reply.ok("* ENABLED" + (condstore ? " " + CONDSTORE : "") + "\r\n", "Enabled");
  }

  private void tellModseq() {
    telling = true;
    SelectedFolder folder = selected;
    if (folder != null) {
      folder.tellModseq();
    }
  }

  private Reply onMessages(String verb, String tag, Arguments arguments)
      throws BadCommandException {
    SelectedFolder folder = selected;
    if (folder == null) {
      return Reply.bad(
          "Select a folder first",
          "dossier-non-choisi",
          "Choisissez un dossier (SELECT) avant " + verb + ".");
    }
    return switch (verb) {
      case "CHECK" -> {
        arguments.end();
        yield Reply.ok("", "Checked");
      }
      case "UNSELECT" -> {
        arguments.end();
        leave();
        yield Reply.ok("", "Closed");
      }
      case "CLOSE" -> {
        arguments.end();
        if (!folder.isReadOnly()) {
          MessageCommands.expunge(store, folder, null);
        }
        leave();
        yield Reply.ok("", "Closed");
      }
      default -> {
        boolean before = folder.isTellingModseq();
        MessageCommands messages =
            new MessageCommands(store, offer, folders, quota, folder, byUid, tag);
        Reply reply = messages.execute(verb, arguments);
        reading = messages.reading();
        if (!before && folder.isTellingModseq()) {
          telling = true;
          // RFC 7162 section 3.1: said with the command that is the first to ask for it.
          yield reply.saying("* OK [HIGHESTMODSEQ " + folder.modseq() + "] Told from now on\r\n");
        }
        yield reply;
      }
    };
  }

  /** The last answer has left: what it was read from is no longer needed. */
  void answered() {
    Reading held = reading;
    reading = null;
    if (held != null) {
      held.close();
    }
  }

  /** The folder that is open, if one is. */
  Optional<SelectedFolder> selected() {
    return Optional.ofNullable(selected);
  }

  @Override
  public void close() {
    answered();
    leave();
  }
}
