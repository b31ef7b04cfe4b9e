package fr.socle.mss.protocol.imap;

import fr.socle.mss.service.Folder;
import fr.socle.mss.service.MailStore;
import fr.socle.mss.service.StoredMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The commands on the folders of one mailbox. */
final class Folders {
  private static final int LONGEST_NAME = 200;
  // Printable ASCII, as modified UTF-7 is (RFC 3501 section 5.1.3), but for the wildcards.
  private static final Pattern NAME = Pattern.compile("[\\x20-\\x7e&&[^%*\"\\\\]]+");

  private final MailStore store;
  private final String address;

  Folders(MailStore store, String address) {
    this.store = store;
    this.address = address;
  }

  /** A name as it is kept: INBOX has no case, be it the parent of others. */
  static String name(String said) {
    int length = Folder.INBOX.length();
    boolean inbox =
        said.regionMatches(true, 0, Folder.INBOX, 0, length)
            && (said.length() == length || said.charAt(length) == Folder.SEPARATOR);
    return inbox ? Folder.INBOX + said.substring(length) : said;
  }

  /** The name of a folder to be; a separator at its end only announces others (RFC 3501, 6.3.3). */
  private static String newName(String said) {
    String name = name(said);
    while (name.endsWith("/")) {
      name = name.substring(0, name.length() - 1);
    }
    return name;
  }

  Optional<Folder> find(String said) {
    return store.folder(address, name(said));
  }

  Reply create(String said) {
    String name = newName(said);
    if (!isName(name)) {
      return Reply.no("[CANNOT] Bad name", "nom-de-dossier", "Ce nom de dossier n'est pas permis.");
    }
    StringBuilder parent = new StringBuilder();
    boolean made = false;
    for (String each : name.split("/", -1)) {
      parent.append(parent.length() == 0 ? "" : "/").append(each);
      made = store.createFolder(address, parent.toString());
    }
    return made ? Reply.ok("", "Created") : exists();
  }

  private static boolean isName(String name) {
    return NAME.matcher(name).matches()
        && name.length() <= LONGEST_NAME
        && !name.startsWith("/")
        && !name.contains("//");
  }

  private static Reply exists() {
    return Reply.no("[ALREADYEXISTS] Exists", "dossier-existant", "Ce dossier existe déjà.");
  }

  static Reply unknown() {
    return Reply.no("[NONEXISTENT] No such folder", "dossier-inconnu", "Ce dossier n'existe pas.");
  }

  Reply delete(String said) {
    Optional<Folder> folder = find(said);
    if (folder.isEmpty()) {
      return unknown();
    }
    if (folder.get().name().equals(Folder.INBOX)) {
      return Reply.no("[CANNOT] Not this one", "dossier-garde", "INBOX ne se supprime pas.");
    }
    // Those in it stay, and its name with them (RFC 3501 section 6.3.4).
    store.delete(folder.get());
    return Reply.ok("", "Deleted");
  }

  /** Letters of the longest name of a folder and of those in it. */
  private int longest(String name) {
    return store.folders(address).stream()
        .map(Folder::name)
        .filter(each -> each.equals(name) || each.startsWith(name + "/"))
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  Reply rename(String said, String other) {
    Optional<Folder> folder = find(said);
    String name = newName(other);
    if (folder.isEmpty()) {
      return unknown();
    }
    if (!isName(name)
        || name.startsWith(folder.get().name() + "/")
        || longest(folder.get().name()) - folder.get().name().length() + name.length()
            > LONGEST_NAME) {
      return Reply.no("[CANNOT] Bad name", "nom-de-dossier", "Ce nom de dossier n'est pas permis.");
    }
    if (folder.get().name().equals(Folder.INBOX)) {
      // RFC 3501 section 6.3.5: its messages move, and it stays.
      if (!store.createFolder(address, name)) {
        return exists();
      }
      Folder target = store.folder(address, name).orElseThrow();
      Set<Long> all = store.uids(folder.get().id());
      return store.move(folder.get().id(), all, target).isPresent()
          ? Reply.ok("", "Renamed")
          : unknown();
    }
    return store.rename(folder.get(), name) ? Reply.ok("", "Renamed") : exists();
  }

  Reply subscribe(String said, boolean subscribed) {
    String name = newName(said);
    if (subscribed && find(name).isEmpty()) {
      return unknown();
    }
    store.subscribe(address, name, subscribed);
    return Reply.ok("", "Done");
  }

  Reply list(String reference, String pattern) {
    if (pattern.isEmpty()) {
      return Reply.ok("* LIST (\\Noselect) \"/\" \"\"\r\n", "Listed");
    }
    FolderPattern wanted = new FolderPattern(reference + pattern);
    SortedMap<String, String> names = new TreeMap<>();
    List<Folder> there = store.folders(address);
    for (Folder each : there) {
      names.put(each.name(), "");
      // A folder that was removed is still there for those in it.
      parents(each.name()).forEach(parent -> names.putIfAbsent(parent, "\\Noselect "));
    }
    there.forEach(each -> names.put(each.name(), ""));
    StringBuilder text = new StringBuilder();
    names.forEach(
        (name, attributes) -> {
          if (wanted.matches(name)) {
            boolean parent =
                there.stream().anyMatch(each -> each.name().startsWith(name + Folder.SEPARATOR));
            text.append(
                line("LIST", attributes + (parent ? "\\HasChildren" : "\\HasNoChildren"), name));
          }
        });
    return Reply.ok(text.toString(), "Listed");
  }

  /** What somebody subscribed to; with a percent sign, also what holds it (RFC 3501, 6.3.9). */
  Reply subscribed(String reference, String pattern) {
    FolderPattern wanted = new FolderPattern(reference + pattern);
    SortedMap<String, String> names = new TreeMap<>();
    Set<String> subscriptions = store.subscriptions(address);
    for (String each : subscriptions) {
      if (wanted.matches(each)) {
        names.put(each, find(each).isPresent() ? "" : "\\Noselect");
      } else if (pattern.contains("%")) {
        parents(each).stream()
            .filter(wanted::matches)
            .forEach(parent -> names.putIfAbsent(parent, "\\Noselect"));
      }
    }
    StringBuilder text = new StringBuilder();
    names.forEach((name, attributes) -> text.append(line("LSUB", attributes, name)));
    return Reply.ok(text.toString(), "Listed");
  }

  private static String line(String command, String attributes, String name) {
    return "* " + command + " (" + attributes + ") \"/\" " + ImapText.name(name) + "\r\n";
  }

  /** The names of those a folder is in, the nearest first. */
  private static List<String> parents(String name) {
    List<String> parents = new ArrayList<>();
    for (int at = name.lastIndexOf('/'); at > 0; at = name.lastIndexOf('/', at - 1)) {
      parents.add(name.substring(0, at));
    }
    return parents;
  }

  Reply status(String said, List<String> items) throws BadCommandException {
    Optional<Folder> found = find(said);
    if (found.isEmpty()) {
      return unknown();
    }
    Folder folder = found.get();
    List<StoredMessage> messages = store.messages(folder.id());
    StringBuilder text = new StringBuilder();
    for (String item : items) {
      String upper = item.toUpperCase(Locale.ROOT);
      long value =
          switch (upper) {
            case "MESSAGES" -> messages.size();
            case "RECENT" -> store.recentCount(folder.id());
            case "UIDNEXT" -> folder.uidNext();
            case "UIDVALIDITY" -> folder.uidValidity();
            case "HIGHESTMODSEQ" -> folder.modseq();
            case "UNSEEN" ->
                messages.stream().filter(each -> !each.flags().contains("\\Seen")).count();
            default -> throw new BadCommandException("Unknown status item");
          };
      text.append(text.length() == 0 ? "" : " ").append(upper).append(' ').append(value);
    }
    return Reply.ok(
        "* STATUS " + ImapText.name(folder.name()) + " (" + text + ")\r\n", "Status told");
  }
}
