package fr.socle.documents.xdm;

/**
 * What an archive has that keeps it, or one of its entries, from being read.
 *
 * @param kind what it is
 * @param place entry, or {@code archive}
 * @param detail what was found, French
 */
public record XdmProblem(Kind kind, String place, String detail) {
  /** Place of what is wrong with the whole. */
  static final String WHOLE = "archive";

  /** What can be wrong with an archive. */
  public enum Kind {
    /** It is no zip. */
    NOT_A_ZIP,
    /** It ends too early, or its tables lead out of it. */
    TRUNCATED,
    /** An entry does not hold what the archive says of it: size, sum, name. */
    DAMAGED,
    /** An entry is encrypted. */
    ENCRYPTED,
    /** An entry is compressed otherwise than by deflate. */
    METHOD,
    /** A path leads out of the archive. */
    PATH,
    /** Two entries have one path. */
    DUPLICATE,
    /** It is of the form for archives above 4 GiB or 65,535 entries. */
    ZIP64,
    /** It has more entries than are read. */
    TOO_MANY,
    /** Its entries are larger than is read. */
    TOO_LARGE,
    /** An entry is a few bytes that become very many. */
    BOMB
  }
}
