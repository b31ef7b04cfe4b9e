package fr.socle.documents.datamatrix;

/**
 * What is wrong in the text of a data matrix.
 *
 * @param kind what part of the format it is about
 * @param location block and position, French
 * @param expected what is expected there, French or literal
 * @param found what was found; separators are shown as {@code ␝}
 * @param mend what the editor must change, one French sentence
 */
public record DatamatrixProblem(
    Kind kind, String location, String expected, String found, String mend) {

  /** The part of the format. */
  public enum Kind {
    /** Header. */
    HEADER,
    /** A block that is missing, unknown, double, or of a wrong length. */
    BLOCK,
    /** A separator that is missing or superfluous. */
    SEPARATOR,
    /** A value that is badly written. */
    CONTENT
  }
}
