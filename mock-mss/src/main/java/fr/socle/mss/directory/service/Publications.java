package fr.socle.mss.directory.service;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the directory was told of mailboxes. Safe for use by several threads. */
public final class Publications {
  private final Map<String, Publication> known = new ConcurrentHashMap<>();

  /** Has a mailbox published so. */
  public void tell(String address, Publication publication) {
    known.put(address.toLowerCase(Locale.ROOT), publication);
  }

  /** How a mailbox is published. */
  public Publication of(String address) {
    return known.getOrDefault(address.toLowerCase(Locale.ROOT), Publication.PLAIN);
  }

  /** Forgets what was told. */
  public void clear() {
    known.clear();
  }
}
