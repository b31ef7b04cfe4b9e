package fr.socle.mss.service;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who a citizen may write to: those who wrote to him, until they end it (mssante.md 2.7). Safe for
 * use by several threads.
 */
public final class Correspondence {
  private static final int LONGEST_ID = 998;
  private final MailStore store;

  /** That of a space. */
  public Correspondence(MailStore store) {
    this.store = store;
  }

  /**
   * Somebody wrote to a citizen.
   *
   * @param professional where he is answered
   * @param messageId identifier of the message, perhaps empty
   * @param answerable whether the message may be answered
   */
  public void wrote(String citizen, String professional, String messageId, boolean answerable) {
    store.change(
        "insert into mss.correspondance (space_id, usager, professionnel, message_id, reponse)"
            + " values (?, ?, ?, ?, ?)",
        store.space(),
        lower(citizen),
        lower(professional),
        messageId.substring(0, Math.min(messageId.length(), LONGEST_ID)),
        answerable);
  }

  /** Somebody ended the exchange: none of his earlier messages may be answered. */
  public void ended(String citizen, String professional) {
    store.change(
        "update mss.correspondance set reponse = false where space_id = ? and usager = ? and"
            + " professionnel = ?",
        store.space(),
        lower(citizen),
        lower(professional));
  }

  /**
   * Whether a citizen may write.
   *
   * @param answered identifier of the message he answers, null to begin a thread
   */
  public boolean mayWrite(String citizen, String professional, @Nullable String answered) {
    return store.read(
        handle ->
            handle
                    .select(
                        "select count(*) from mss.correspondance where space_id = ? and usager = ?"
                            + " and professionnel = ? and reponse and (? = '' or message_id = ?)",
                        store.space(),
                        lower(citizen),
                        lower(professional),
                        answered == null ? "" : answered,
                        answered == null ? "" : answered)
                    .mapTo(Integer.class)
                    .one()
                > 0);
  }

  private static String lower(String address) {
    return address.toLowerCase(Locale.ROOT);
  }
}
