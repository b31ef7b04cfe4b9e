package fr.socle.mss.protocol.imap;

import fr.socle.bench.content.Content;
import fr.socle.bench.session.Step.Then;
import fr.socle.mss.protocol.imap.SearchKeys.Candidate;
import fr.socle.mss.service.FlagChange;
import fr.socle.mss.service.FlagChange.How;
import fr.socle.mss.service.Folder;
import fr.socle.mss.service.MailStore;
import fr.socle.mss.service.Mailbox;
import fr.socle.mss.service.StoredMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The commands on one mailbox, once its holder is known. Used by one thread at a time. */
final class MailboxCommands implements AutoCloseable {
  private static final List<String> SYSTEM_FLAGS =
      List.of("\\Answered", "\\Flagged", "\\Deleted", "\\Seen", "\\Draft");
  private static final Set<String> EXTENSIONS = Set.of("NAMESPACE", "UNSELECT", "MOVE", "IDLE");
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
          "IDLE");

  private final AccessEndpoint at;
  private final MailStore store;
  private final Folders folders;
  private final Runnable waker;
  private @Nullable SelectedFolder selected;
  private boolean byUid;

  MailboxCommands(AccessEndpoint at, Mailbox mailbox, Runnable waker) {
    this.at = at;
    this.store = at.store();
    this.folders = new Folders(store, mailbox.address());
    this.waker = waker;
  }

  static boolean isKnown(String verb) {
    return KNOWN.contains(verb);
  }

  static boolean isExtension(String verb) {
    return EXTENSIONS.contains(verb);
  }

  /** What happened in the selected folder since it was last told, as a command may hear it. */
  String news(String verb) {
    SelectedFolder folder = selected;
    // RFC 3501 section 7.4.1: no EXPUNGE while the client speaks in sequence numbers.
    boolean expunges = !List.of("FETCH", "STORE", "SEARCH").contains(verb);
    return folder == null ? "" : folder.news(expunges, verb.equals("UID"));
  }

  private boolean isOffered(String capability) {
    return !at.settings().withoutImap().contains(capability);
  }

  Reply execute(String verb, Arguments arguments) throws BadCommandException {
    byUid = verb.equals("UID");
    if (byUid) {
      arguments.space();
      String inner = arguments.word().toUpperCase(Locale.ROOT);
      if (!List.of("FETCH", "STORE", "SEARCH", "COPY", "MOVE", "EXPUNGE").contains(inner)
          || (isExtension(inner) && !isOffered(inner))
          || (inner.equals("EXPUNGE") && !isOffered("UIDPLUS"))) {
        throw new BadCommandException("No such UID command");
      }
      return onMessages(inner, arguments);
    }
    return switch (verb) {
      case "SELECT", "EXAMINE" -> select(only(arguments), verb.equals("EXAMINE"));
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
        yield folders.list(verb, names[0], names[1]);
      }
      case "STATUS" -> {
        arguments.space();
        String name = arguments.string();
        arguments.space();
        List<String> items = arguments.list();
        arguments.end();
        yield folders.status(name, items);
      }
      case "NAMESPACE" -> {
        arguments.end();
        yield Reply.ok("* NAMESPACE ((\"\" \"/\")) NIL NIL\r\n", "Namespaces told");
      }
      case "APPEND" -> append(arguments);
      default -> onMessages(verb, arguments);
    };
  }

  private static String only(Arguments arguments) throws BadCommandException {
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

  private Reply select(String name, boolean readOnly) {
    leave();
    Optional<Folder> found = folders.find(name);
    if (found.isEmpty()) {
      return Folders.unknown();
    }
    Folder folder = found.get();
    store.watch().watch(folder.id(), waker);
    SelectedFolder opened = new SelectedFolder(store, folder, readOnly);
    selected = opened;
    StringBuilder text = new StringBuilder();
    text.append("* ").append(opened.messages().size()).append(" EXISTS\r\n");
    text.append("* ").append(opened.recentCount()).append(" RECENT\r\n");
    String keywords =
        opened.messages().stream()
            .flatMap(each -> each.flags().stream())
            .filter(each -> !each.startsWith("\\"))
            .distinct()
            .map(each -> " " + each)
            .collect(Collectors.joining());
    String flags = String.join(" ", SYSTEM_FLAGS) + keywords;
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
    Instant receivedAt = at.clock().instant();
    if (arguments.peek() == '"') {
      receivedAt = ImapText.dateTime(arguments.string());
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
    OptionalLong uid = store.append(folder.get(), message, receivedAt, flags);
    if (uid.isEmpty()) {
      return noTarget();
    }
    String code = "[APPENDUID " + folder.get().uidValidity() + " " + uid.getAsLong() + "] ";
    return Reply.ok("", (isOffered("UIDPLUS") ? code : "") + "Added");
  }

  private static Reply noTarget() {
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

  private static Set<String> flags(List<String> words) throws BadCommandException {
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

  private Reply onMessages(String verb, Arguments arguments) throws BadCommandException {
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
          store.expunge(folder.id(), deleted(folder, null));
        }
        leave();
        yield Reply.ok("", "Closed");
      }
      case "EXPUNGE" -> expunge(folder, arguments);
      case "SEARCH" -> search(folder, arguments);
      case "FETCH" -> fetch(folder, arguments);
      case "STORE" -> change(folder, arguments);
      default -> copy(folder, arguments, verb.equals("MOVE"));
    };
  }

  private static Reply readOnly() {
    return Reply.no(
        "[READ-ONLY] Opened by EXAMINE",
        "lecture-seule",
        "Ouvrez le dossier par SELECT pour le changer.");
  }

  private Reply expunge(SelectedFolder folder, Arguments arguments) throws BadCommandException {
    NumberSet only = null;
    if (byUid) {
      arguments.space();
      only = NumberSet.read(arguments.word());
    }
    arguments.end();
    if (folder.isReadOnly()) {
      return readOnly();
    }
    store.expunge(folder.id(), deleted(folder, only));
    return Reply.ok("", "Expunged");
  }

  private List<Long> deleted(SelectedFolder folder, @Nullable NumberSet only) {
    return store.messages(folder.id()).stream()
        .filter(each -> each.flags().contains("\\Deleted"))
        .map(StoredMessage::uid)
        .filter(each -> only == null || only.holds(each, folder.lastUid()))
        .toList();
  }

  private Reply search(SelectedFolder folder, Arguments arguments) throws BadCommandException {
    arguments.space();
    if (arguments.startsWith("CHARSET ")) {
      String unused = arguments.word();
      arguments.space();
      String charset = arguments.string().toUpperCase(Locale.ROOT);
      arguments.space();
      if (!List.of("UTF-8", "US-ASCII").contains(charset)) {
        return Reply.no(
            "[BADCHARSET (UTF-8 US-ASCII)] Unknown", "jeu-de-caracteres", "Cherchez en UTF-8.");
      }
    }
    Predicate<Candidate> keys = new SearchKeys(arguments, folder).read();
    // Those another session removed keep their number until the client is told, but have no bytes.
    Set<Long> left = store.uids(folder.id());
    StringBuilder text = new StringBuilder("* SEARCH");
    for (int i = 1; i <= folder.messages().size(); i++) {
      StoredMessage each = folder.message(i);
      if (left.contains(each.uid())
          && keys.test(new Candidate(i, loaded(each), folder.isRecent(each)))) {
        text.append(' ').append(byUid ? each.uid() : i);
      }
    }
    return Reply.ok(text.append("\r\n").toString(), "Searched");
  }

  private LoadedMessage loaded(StoredMessage message) {
    return new LoadedMessage(message, store.body(message));
  }

  private List<Integer> numbers(SelectedFolder folder, Arguments arguments)
      throws BadCommandException {
    arguments.space();
    NumberSet set = NumberSet.read(arguments.word());
    return folder.numbers(set, byUid);
  }

  private Reply fetch(SelectedFolder folder, Arguments arguments) throws BadCommandException {
    List<Integer> numbers = numbers(folder, arguments);
    arguments.space();
    List<FetchItem> items = new ArrayList<>(FetchItem.read(arguments));
    arguments.end();
    if (byUid && items.stream().noneMatch(each -> each.kind() == FetchItem.Kind.UID)) {
      items.addAll(0, FetchItem.uid());
    }
    Set<Long> left = store.uids(folder.id());
    if (!numbers.stream().allMatch(each -> left.contains(folder.message(each).uid()))) {
      numbers = numbers.stream().filter(each -> left.contains(folder.message(each).uid())).toList();
    }
    boolean reads = !folder.isReadOnly() && items.stream().anyMatch(each -> !each.peeks());
    if (reads) {
      see(folder, numbers, items);
    }
    List<Content> answers = new ArrayList<>();
    for (int number : numbers) {
      answers.addAll(new FetchAnswer(folder, number, loaded(folder.message(number))).of(items));
    }
    return new Reply(answers, "OK", "Fetched", Then.KEEP, null, Map.of());
  }

  /** What is read is seen, and said so. */
  private void see(SelectedFolder folder, List<Integer> numbers, List<FetchItem> items) {
    List<Integer> unseen =
        numbers.stream().filter(each -> !folder.message(each).flags().contains("\\Seen")).toList();
    if (unseen.isEmpty()) {
      return;
    }
    FlagChange seen = new FlagChange(How.ADD, Set.of("\\Seen"));
    store.change(
        folder.id(), unseen.stream().map(each -> folder.message(each).uid()).toList(), seen);
    unseen.forEach(each -> folder.known(each, seen.on(folder.message(each).flags())));
    if (items.stream().noneMatch(each -> each.kind() == FetchItem.Kind.FLAGS)) {
      items.addAll(FetchItem.flags());
    }
  }

  private Reply change(SelectedFolder folder, Arguments arguments) throws BadCommandException {
    List<Integer> numbers = numbers(folder, arguments);
    arguments.space();
    String how = arguments.word().toUpperCase(Locale.ROOT);
    arguments.space();
    List<String> words = new ArrayList<>();
    if (arguments.peek() == '(') {
      words.addAll(arguments.list());
    } else {
      words.add(arguments.word());
      while (arguments.skip(' ')) {
        words.add(arguments.word());
      }
    }
    arguments.end();
    boolean silent = how.endsWith(".SILENT");
    FlagChange change =
        new FlagChange(
            switch (silent ? how.substring(0, how.length() - ".SILENT".length()) : how) {
              case "FLAGS" -> How.REPLACE;
              case "+FLAGS" -> How.ADD;
              case "-FLAGS" -> How.REMOVE;
              default -> throw new BadCommandException("Unknown store item");
            },
            flags(words));
    if (folder.isReadOnly()) {
      return readOnly();
    }
    store.change(
        folder.id(), numbers.stream().map(each -> folder.message(each).uid()).toList(), change);
    StringBuilder text = new StringBuilder();
    for (int number : numbers) {
      folder.known(number, change.on(folder.message(number).flags()));
      if (!silent) {
        text.append("* ").append(number).append(" FETCH (");
        if (byUid) {
          text.append("UID ").append(folder.message(number).uid()).append(' ');
        }
        text.append("FLAGS ").append(folder.flags(folder.message(number))).append(")\r\n");
      }
    }
    return Reply.ok(text.toString(), "Stored");
  }

  private Reply copy(SelectedFolder folder, Arguments arguments, boolean moves)
      throws BadCommandException {
    List<Integer> numbers = numbers(folder, arguments);
    String name = only(arguments);
    Optional<Folder> target = folders.find(name);
    if (target.isEmpty()) {
      return noTarget();
    }
    if (moves && folder.isReadOnly()) {
      return readOnly();
    }
    List<Long> asked = numbers.stream().map(each -> folder.message(each).uid()).toList();
    Optional<SortedMap<Long, Long>> done =
        moves
            ? store.move(folder.id(), asked, target.get())
            : store.copy(folder.id(), asked, target.get());
    if (done.isEmpty()) {
      return noTarget();
    }
    if (done.get().isEmpty()) {
      return Reply.ok("", "Nothing to do");
    }
    if (!isOffered("UIDPLUS")) {
      return Reply.ok("", moves ? "Moved" : "Copied");
    }
    String code =
        "[COPYUID "
            + target.get().uidValidity()
            + " "
            + ImapText.uids(done.get().keySet())
            + " "
            + ImapText.uids(done.get().values())
            + "]";
    // RFC 6851 section 4.3: before the messages are said to be gone.
    return moves ? Reply.ok("* OK " + code + " Moved\r\n", "Done") : Reply.ok("", code + " Copied");
  }

  @Override
  public void close() {
    leave();
  }
}
