package fr.socle.mss.directory.service;

/**
 * How a mailbox is published, as its operator told the directory.
 *
 * @param structure technical identifier of the structure it is of, or where a professional has it;
 *     empty for a personal one that follows him everywhere
 * @param redList whether it must not be published
 * @param description what it is for, empty when not told
 * @param department service of the structure it belongs to, empty when not told
 * @param paperless whether it takes documents in the place of paper
 * @param rank preference among the mailboxes of its holder, 1 first
 */
public record Publication(
    String structure,
    boolean redList,
    String description,
    String department,
    boolean paperless,
    int rank) {
  /** Published, and nothing told of it. */
  public static final Publication PLAIN = new Publication("", false, "", "", true, 1);

  /** The same, of a structure. */
  public Publication of(String other) {
    return new Publication(other, redList, description, department, paperless, rank);
  }

  /** The same, with another description. */
  public Publication describedAs(String other) {
    return new Publication(structure, redList, other, department, paperless, rank);
  }
}
