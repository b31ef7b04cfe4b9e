package fr.socle.mss.directory.service;

/**
 * A mailbox as the directory knows it.
 *
 * @param address address, lower case
 * @param kind its kind
 * @param holder national identifier of the professional it belongs to; empty for one of a structure
 * @param publication how it is published
 */
public record DirectoryMailbox(
    String address, MailboxKind kind, String holder, Publication publication) {

  /** Technical identifier of its structure, empty when it has none. */
  public String structure() {
    return publication.structure();
  }
}
