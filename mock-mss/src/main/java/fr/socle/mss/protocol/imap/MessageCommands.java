package fr.socle.mss.protocol.imap;

import fr.socle.bench.content.Content;
import fr.socle.bench.session.Step.Then;
import fr.socle.mss.protocol.imap.SearchKeys.Candidate;
import fr.socle.mss.service.FlagChange;
import fr.socle.mss.service.FlagChange.How;
import fr.socle.mss.service.FlagChanges;
import fr.socle.mss.service.Folder;
import fr.socle.mss.service.MailStore;
import fr.socle.mss.service.Reading;
import fr.socle.mss.service.StoredMessage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One command on the messages of the selected folder. */
final class MessageCommands {
  static final String FETCHED = "Fetched";
  private static final String CONDSTORE = "CONDSTORE";

  private final MailStore store;
  private final Offer offer;
  private final Folders folders;
  private final Quota quota;
  private final SelectedFolder folder;
  private final boolean byUid;
  private final String tag;
  private @Nullable Reading reading;

  MessageCommands(
      MailStore store,
      Offer offer,
      Folders folders,
      Quota quota,
      SelectedFolder folder,
      boolean byUid,
      String tag) {
    this.store = store;
    this.offer = offer;
    this.folders = folders;
    this.quota = quota;
    this.folder = folder;
    this.byUid = byUid;
    this.tag = tag;
  }

  Reply execute(String verb, Arguments arguments) throws BadCommandException {
    return switch (verb) {
      case "EXPUNGE" -> expunge(arguments);
      case "SEARCH" -> search(arguments);
      case "FETCH" -> fetch(arguments);
      case "STORE" -> change(arguments);
      default -> copy(arguments, verb.equals("MOVE"));
    };
  }

  /** What keeps the bytes of the answer, until it has left. */
  @Nullable Reading reading() {
    return reading;
  }

  private static Reply readOnly() {
    return Reply.no(
        "[READ-ONLY] Opened by EXAMINE",
        "lecture-seule",
        "Ouvrez le dossier par SELECT pour le changer.");
  }

  private Reply expunge(Arguments arguments) throws BadCommandException {
    NumberSet only = null;
    if (byUid) {
      arguments.space();
      only = NumberSet.read(arguments.word());
    }
    arguments.end();
    if (folder.isReadOnly()) {
      return readOnly();
    }
    expunge(store, folder, only);
    return Reply.ok("", "Expunged");
  }

  static void expunge(MailStore store, SelectedFolder folder, @Nullable NumberSet only) {
    store.expunge(
        folder.id(),
        store.messages(folder.id()).stream()
            .filter(each -> each.flags().contains("\\Deleted"))
            .map(StoredMessage::uid)
            .filter(each -> only == null || only.holds(each, folder.lastUid()))
            .toList());
  }

  private Reply search(Arguments arguments) throws BadCommandException {
    arguments.space();
    Set<String> wanted = null;
    if (arguments.startsWith("RETURN (") && offer.has("ESEARCH")) {
      wanted = returned(arguments);
      arguments.space();
    }
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
    SearchKeys read = new SearchKeys(arguments, folder, offer.has(CONDSTORE));
    List<Integer> found = found(read.read());
    if (read.asksModseq()) {
      folder.tellModseq();
    }
    List<Long> numbers =
        found.stream().map(each -> byUid ? folder.message(each).uid() : (long) each).toList();
    return Reply.ok(
        wanted == null
            ? found(numbers, read.asksModseq() ? modseq(found) : 0)
            : extended(wanted, found, numbers, read.asksModseq()),
        "Searched");
  }

  private static Set<String> returned(Arguments arguments) throws BadCommandException {
    String unused = arguments.word();
    arguments.space();
    Set<String> wanted = new LinkedHashSet<>();
    for (String each : arguments.list()) {
      String word = each.toUpperCase(Locale.ROOT);
      if (!List.of("MIN", "MAX", "ALL", "COUNT").contains(word)) {
        throw new BadCommandException("Unknown search return option");
      }
      wanted.add(word);
    }
    return wanted.isEmpty() ? Set.of("ALL") : wanted;
  }

  private List<Integer> found(Predicate<Candidate> keys) {
    List<Integer> found = new ArrayList<>();
    // Those another session removed keep their number until the client is told, but are not found.
    try (Reading held = store.reading(folder.id(), folder.messages())) {
      for (int i = 1; i <= folder.messages().size(); i++) {
        StoredMessage each = folder.message(i);
        if (held.uids().contains(each.uid())
            && keys.test(new Candidate(i, loaded(each), folder.isRecent(each)))) {
          found.add(i);
        }
      }
    }
    return found;
  }

  private long modseq(List<Integer> found) {
    return found.stream().mapToLong(each -> folder.message(each).modseq()).max().orElse(0);
  }

  private static String found(List<Long> numbers, long modseq) {
    StringBuilder text = new StringBuilder("* SEARCH");
    numbers.forEach(each -> text.append(' ').append(each));
    return text.append(modseq > 0 ? " (MODSEQ " + modseq + ")" : "").append("\r\n").toString();
  }

  /** The answer of RFC 4731. */
  private String extended(
      Set<String> wanted, List<Integer> found, List<Long> numbers, boolean withModseq) {
    StringBuilder text = new StringBuilder("* ESEARCH (TAG " + ImapText.string(tag) + ")");
    text.append(byUid ? " UID" : "");
    int last = found.size() - 1;
    if (!found.isEmpty()) {
      if (wanted.contains("MIN")) {
        text.append(" MIN ").append(numbers.get(0));
      }
      if (wanted.contains("MAX")) {
        text.append(" MAX ").append(numbers.get(last));
      }
      if (wanted.contains("ALL")) {
        text.append(" ALL ").append(ImapText.ranges(numbers));
      }
    }
    if (wanted.contains("COUNT")) {
      text.append(" COUNT ").append(found.size());
    }
    if (withModseq && !found.isEmpty()) {
      // RFC 7162 section 3.1.5: of the messages that are told.
      List<Integer> told = new ArrayList<>();
      if (wanted.contains("ALL") || wanted.contains("COUNT")) {
        told.addAll(found);
      }
      if (wanted.contains("MIN")) {
        told.add(found.get(0));
      }
      if (wanted.contains("MAX")) {
        told.add(found.get(last));
      }
      text.append(" MODSEQ ").append(modseq(told));
    }
    return text.append("\r\n").toString();
  }

  private LoadedMessage loaded(StoredMessage message) {
    return new LoadedMessage(message, store.body(message));
  }

  private List<Integer> numbers(Arguments arguments) throws BadCommandException {
    arguments.space();
    return folder.numbers(NumberSet.read(arguments.word()), byUid);
  }

  private Reply fetch(Arguments arguments) throws BadCommandException {
    List<Integer> asked = numbers(arguments);
    arguments.space();
    List<FetchItem> items = new ArrayList<>(FetchItem.read(arguments));
    long since = modifier(arguments, "CHANGEDSINCE");
    arguments.end();
    boolean modseq = items.stream().anyMatch(each -> each.kind() == FetchItem.Kind.MODSEQ);
    if (modseq && !offer.has(CONDSTORE)) {
      throw new BadCommandException("Unknown item");
    }
    if (since >= 0 || modseq) {
      folder.tellModseq();
    }
    if (since >= 0 && !modseq) {
      items.add(FetchItem.modseq());
    }
    if (byUid && items.stream().noneMatch(each -> each.kind() == FetchItem.Kind.UID)) {
      items.addAll(0, FetchItem.uid());
    }
    List<Integer> numbers =
        asked.stream().filter(each -> folder.message(each).modseq() > since).toList();
    return items.stream().anyMatch(FetchItem::isOfBytes)
        ? fetchBytes(numbers, items)
        : answered(numbers, items, true);
  }

  /** A modifier in parentheses and its number; -1 when there is none. */
  private long modifier(Arguments arguments, String name) throws BadCommandException {
    if (arguments.peek() != ' ') {
      return -1;
    }
    arguments.space();
    arguments.expect('(');
    if (!arguments.word().equalsIgnoreCase(name) || !offer.has(CONDSTORE)) {
      throw new BadCommandException("Unknown modifier");
    }
    arguments.space();
    long number = arguments.number();
    arguments.expect(')');
    return number;
  }

  /** What another session removes from now on can still be read until the answer has left. */
  private Reply fetchBytes(List<Integer> asked, List<FetchItem> items) {
    Reading held = store.reading(folder.id(), asked.stream().map(folder::message).toList());
    reading = held;
    List<Integer> numbers =
        asked.stream().filter(each -> held.uids().contains(folder.message(each).uid())).toList();
    if (!folder.isReadOnly() && items.stream().anyMatch(each -> !each.peeks())) {
      see(numbers, items);
    }
    return answered(numbers, items, numbers.size() == asked.size());
  }

  private Reply answered(List<Integer> numbers, List<FetchItem> items, boolean all) {
    List<Content> answers = new ArrayList<>();
    for (int number : numbers) {
      answers.addAll(new FetchAnswer(folder, number, loaded(folder.message(number))).of(items));
    }
    Reply reply = new Reply(answers, "OK", FETCHED, Then.KEEP, null, Map.of());
    // RFC 5530 section 3, RFC 2180 section 4.1.2.
    return all ? reply : reply.but("NO", "[EXPUNGEISSUED] Some are gone");
  }

  /** What is read is seen, and said so. */
  private void see(List<Integer> numbers, List<FetchItem> items) {
    List<Integer> unseen =
        numbers.stream().filter(each -> !folder.message(each).flags().contains("\\Seen")).toList();
    if (unseen.isEmpty()) {
      return;
    }
    FlagChange seen = new FlagChange(How.ADD, Set.of("\\Seen"));
    known(unseen, store.change(folder.id(), uids(unseen), seen));
    if (items.stream().noneMatch(each -> each.kind() == FetchItem.Kind.FLAGS)) {
      items.addAll(FetchItem.flags());
    }
    if (folder.isTellingModseq()
        && items.stream().noneMatch(each -> each.kind() == FetchItem.Kind.MODSEQ)) {
      items.add(FetchItem.modseq());
    }
  }

  private List<Long> uids(List<Integer> numbers) {
    return numbers.stream().map(each -> folder.message(each).uid()).toList();
  }

  private void known(List<Integer> numbers, FlagChanges changes) {
    for (int number : numbers) {
      StoredMessage now = changes.changed().get(folder.message(number).uid());
      if (now != null) {
        folder.known(number, now);
      }
    }
  }

  private Reply change(Arguments arguments) throws BadCommandException {
    List<Integer> numbers = numbers(arguments);
    long since = Long.MAX_VALUE;
    if (arguments.startsWith(" (")) {
      since = modifier(arguments, "UNCHANGEDSINCE");
      folder.tellModseq();
    }
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
            MailboxCommands.flags(words));
    if (folder.isReadOnly()) {
      return readOnly();
    }
    FlagChanges done = store.change(folder.id(), uids(numbers), change, since);
    known(numbers, done);
    StringBuilder text = new StringBuilder(folder.newKeywords());
    for (int number : numbers) {
      if (done.changed().containsKey(folder.message(number).uid())
          && (!silent || folder.isTellingModseq())) {
        text.append(folder.line(number, byUid, !silent));
      }
    }
    List<Long> refused =
        numbers.stream()
            .filter(each -> done.refused().contains(folder.message(each).uid()))
            .map(each -> byUid ? folder.message(each).uid() : (long) each)
            .toList();
    return Reply.ok(
        text.toString(),
        refused.isEmpty() ? "Stored" : "[MODIFIED " + ImapText.ranges(refused) + "] Some changed");
  }

  private Reply copy(Arguments arguments, boolean moves) throws BadCommandException {
    List<Integer> numbers = numbers(arguments);
    String name = MailboxCommands.only(arguments);
    Optional<Folder> target = folders.find(name);
    if (target.isEmpty()) {
      return MailboxCommands.noTarget();
    }
    if (moves && folder.isReadOnly()) {
      return readOnly();
    }
    if (!moves
        && !quota.takes(numbers.stream().mapToLong(each -> folder.message(each).size()).sum())) {
      return Quota.over();
    }
    Optional<SortedMap<Long, Long>> done =
        moves
            ? store.move(folder.id(), uids(numbers), target.get())
            : store.copy(folder.id(), uids(numbers), target.get());
    if (done.isEmpty()) {
      return MailboxCommands.noTarget();
    }
    if (done.get().isEmpty()) {
      return Reply.ok("", "Nothing to do");
    }
    if (!offer.has("UIDPLUS")) {
      return Reply.ok("", moves ? "Moved" : "Copied");
    }
    String code =
        "[COPYUID "
            + target.get().uidValidity()
            + " "
            + ImapText.numbers(done.get().keySet())
            + " "
            + ImapText.numbers(done.get().values())
            + "]";
    // RFC 6851 section 4.3: before the messages are said to be gone.
    return moves ? Reply.ok("* OK " + code + " Moved\r\n", "Done") : Reply.ok("", code + " Copied");
  }
}
