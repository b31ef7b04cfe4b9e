package fr.socle.mss.protocol.imap;

import fr.socle.mss.service.Folder;
import fr.socle.mss.service.MailStore;
import fr.socle.mss.service.StoredMessage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
    if (folder.get().name().equals(Folder.INBOX) || hasChildren(folder.get().name())) {
      return Reply.no(
          "[CANNOT] Not this one",
          "dossier-garde",
          "Ni INBOX, ni un dossier qui en contient d'autres, ne se supprime.");
    }
    store.delete(folder.get());
    return Reply.ok("", "Deleted");
  }

  private boolean hasChildren(String name) {
    return store.folders(address).stream().anyMatch(each -> each.name().startsWith(name + "/"));
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
    Optional<Folder> folder = find(said);
    if (folder.isEmpty()) {
      return unknown();
    }
    store.subscribe(folder.get(), subscribed);
    return Reply.ok("", "Done");
  }

  Reply list(String command, String reference, String pattern) {
    if (pattern.isEmpty() && command.equals("LIST")) {
      return Reply.ok("* LIST (\\Noselect) \"/\" \"\"\r\n", "Listed");
    }
    String wanted = name(reference + pattern);
    StringBuilder text = new StringBuilder();
    for (Folder each : store.folders(address)) {
      if (matches(wanted, each.name()) && (command.equals("LIST") || each.subscribed())) {
        text.append("* ")
            .append(command)
            .append(" (")
            .append(hasChildren(each.name()) ? "\\HasChildren" : "\\HasNoChildren")
            .append(") \"/\" ")
            .append(ImapText.name(each.name()))
            .append("\r\n");
      }
    }
    return Reply.ok(text.toString(), "Listed");
  }

  /** A table rather than an expression: no pattern takes long. */
  private static boolean matches(String pattern, String name) {
    boolean[] before = new boolean[name.length() + 1];
    before[0] = true;
    for (int i = 0; i < pattern.length(); i++) {
      char each = pattern.charAt(i);
      boolean[] after = new boolean[name.length() + 1];
      after[0] = before[0] && (each == '*' || each == '%');
      for (int j = 0; j < name.length(); j++) {
        after[j + 1] =
            switch (each) {
              case '*' -> before[j + 1] || after[j];
              case '%' -> before[j + 1] || (after[j] && name.charAt(j) != Folder.SEPARATOR);
              default -> before[j] && name.charAt(j) == each;
            };
      }
      before = after;
    }
    return before[name.length()];
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
