package fr.socle.mss.service;

/**
 * A folder of a mailbox.
 *
 * @param id identifier in the store
 * @param address its mailbox
 * @param name name, parents separated by slashes
 * @param uidValidity {@code UIDVALIDITY}
 * @param uidNext {@code UIDNEXT}
 * @param modseq number of its last change
 * @param expungeModseq number of the last change that removed messages
 */
public record Folder(
    long id,
    String address,
    String name,
    long uidValidity,
    long uidNext,
    long modseq,
    long expungeModseq) {
  /** The folder every mailbox has. */
  public static final String INBOX = "INBOX";

  /** Between a folder and those in it. */
  public static final char SEPARATOR = '/';
}
