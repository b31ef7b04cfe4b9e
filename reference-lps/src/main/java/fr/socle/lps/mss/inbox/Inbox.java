package fr.socle.lps.mss.inbox;

import fr.socle.lps.dmp.cda.CdaHeader;
import fr.socle.lps.dmp.cda.CdaReader;
import fr.socle.lps.mss.xdm.ReceivedArchive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The messages that were fetched, and the documents they carry. Only the user's thread uses it. */
public final class Inbox {

  private final Map<String, Item> items = new LinkedHashMap<>();

  /** A message in a mailbox. */
  public static final class Item {

    private final String mailbox;
    private final long uid;
    private final Incoming message;
    private final List<Paper> papers = new ArrayList<>();
    private boolean read;

    Item(String mailbox, long uid, Incoming message) {
      this.mailbox = mailbox;
      this.uid = uid;
      this.message = message;
    }

    public String mailbox() {
      return mailbox;
    }

    public long uid() {
      return uid;
    }

    public Incoming message() {
      return message;
    }

    public List<Paper> papers() {
      return List.copyOf(papers);
    }

    public boolean read() {
      return read;
    }

    public void readNow() {
      read = true;
    }
  }

  /** A document that came with a message. */
  public static final class Paper {

    private final ReceivedArchive.Document document;
    private final CdaHeader header;
    private final String subject;
    private final CdaReader.Version version;
    private @Nullable String filedIn;
    private @Nullable Paper newer;
    private boolean unwanted;
    private boolean gone;

    Paper(ReceivedArchive.Document document, CdaHeader header, String subject) {
      this.document = document;
      this.subject = subject;
      this.header = header;
      this.version = CdaReader.version(document.bytes());
    }

    public ReceivedArchive.Document document() {
      return document;
    }

    public CdaHeader header() {
      return header;
    }

    /** Subject of the message it came with. */
    public String subject() {
      return subject;
    }

    /** The record it was filed in, null before. */
    public @Nullable String filedIn() {
      return filedIn;
    }

    public void fileIn(String dossier) {
      filedIn = dossier;
    }

    /** The newest version of it that came, null for none. */
    public @Nullable Paper newer() {
      Paper next = newer;
      Paper newest = next == null ? null : next.newer();
      return newest == null ? next : newest;
    }

    /** Whether it must be deleted where it is. */
    public boolean unwanted() {
      return unwanted;
    }

    /** Whether it only asks for the deletion of what came before. */
    public boolean asksForDeletion() {
      return document.deleted();
    }

    /** Whether the user agreed to its deletion. */
    public boolean gone() {
      return gone;
    }

    /** Takes it out of the record. */
    public void removeFromRecord() {
      filedIn = null;
      gone = true;
    }

    void hears(Paper later) {
      if (later.asksForDeletion()) {
        unwanted = unwanted || later.document.uniqueId().equals(document.uniqueId());
      } else if (later.isNewerThan(this)) {
        newer = later;
      }
    }

    private boolean isNewerThan(Paper other) {
      return header.replaced().equals(other.document.uniqueId())
          || (version.sameSet(other.version) && version.number() > other.version.number());
    }
  }

  /** A message arrived; false when it was here already. */
  public boolean arrived(String mailbox, long uid, Incoming message) {
    String key = mailbox + " " + (message.id().isEmpty() ? String.valueOf(uid) : message.id());
    if (items.containsKey(key)) {
      return false;
    }
    Item item = new Item(mailbox, uid, message);
    message.archive().stream()
        .flatMap(archive -> archive.documents().stream())
        .filter(ReceivedArchive.Document::whole)
        .forEach(
            document ->
                CdaHeader.read(document.bytes())
                    .ifPresent(
                        header -> item.papers.add(new Paper(document, header, message.subject()))));
    for (Paper paper : item.papers) {
      papers().forEach(before -> before.hears(paper));
    }
    items.put(key, item);
    return true;
  }

  public List<Item> items() {
    return List.copyOf(items.values());
  }

  public Optional<Item> find(String id) {
    return items.values().stream().filter(item -> item.message.id().equals(id)).findFirst();
  }

  public List<Paper> papers() {
    return items.values().stream().flatMap(item -> item.papers.stream()).toList();
  }

  public void forgetAll() {
    items.clear();
  }
}
