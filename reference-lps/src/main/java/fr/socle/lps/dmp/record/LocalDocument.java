package fr.socle.lps.dmp.record;

import org.jspecify.annotations.Nullable;

/** A document of a record, made here: its versions share a set. Thread-safe. */
public final class LocalDocument {

  private final String id;
  private final String dossier;
  private final String uniqueId;
  private final String setId;
  private final String lotId;
  private final int version;
  private final @Nullable LocalDocument previous;
  private final boolean past;
  private Draft draft;
  private Sending sending = Sending.NEVER;
  private byte @Nullable [] made;
  private byte @Nullable [] page;
  private boolean tried;
  private boolean mailed;

  /**
   * @param uniqueId id of this version
   * @param lotId id of the set it is sent in, the same each time it is sent
   * @param previous the version it corrects, null for none
   * @param past whether it is of a past episode
   */
  LocalDocument(
      String id,
      String dossier,
      Draft draft,
      String uniqueId,
      String setId,
      String lotId,
      @Nullable LocalDocument previous,
      boolean past) {
    this.id = id;
    this.dossier = dossier;
    this.draft = draft;
    this.uniqueId = uniqueId;
    this.setId = setId;
    this.lotId = lotId;
    this.version = previous == null ? 1 : previous.version + 1;
    this.previous = previous;
    this.past = past;
  }

  public String id() {
    return id;
  }

  /** The record it belongs to. */
  public String dossier() {
    return dossier;
  }

  public String uniqueId() {
    return uniqueId;
  }

  public String setId() {
    return setId;
  }

  public String lotId() {
    return lotId;
  }

  public int version() {
    return version;
  }

  public @Nullable LocalDocument previous() {
    return previous;
  }

  public boolean past() {
    return past;
  }

  public synchronized Draft draft() {
    return draft;
  }

  /** Changes what it says, as long as it was not made. */
  public synchronized void rewrite(Draft other) {
    if (made == null) {
      draft = other;
    }
  }

  public synchronized Sending sending() {
    return sending;
  }

  public synchronized void now(Sending other) {
    sending = other;
  }

  /** Its CDA, null before it is made. */
  public synchronized byte @Nullable [] made() {
    return made;
  }

  /** The page its CDA was made from, null before it is made. */
  public synchronized byte @Nullable [] page() {
    return page;
  }

  /** Keeps its CDA and its page, so that they are the same bytes wherever they go. */
  public synchronized void keep(byte[] cda, byte[] from) {
    made = cda;
    page = from;
  }

  /** Whether it was sent before, possibly without an answer. */
  public synchronized boolean tried() {
    return tried;
  }

  public synchronized void triedNow() {
    tried = true;
  }

  /** Whether somebody received it by mail. */
  public synchronized boolean mailed() {
    return mailed;
  }

  public synchronized void mailedNow() {
    mailed = true;
  }
}
