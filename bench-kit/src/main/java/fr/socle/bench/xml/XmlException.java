package fr.socle.bench.xml;

/**
 * XML that is refused. The message is a French sentence for the person who wrote the XML; line and
 * column count from 1, 0 when the place is unknown.
 */
public final class XmlException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final int line;
  private final int column;

  XmlException(Kind kind, int line, int column, String sentence) {
    super(place(line, column) + sentence);
    this.kind = kind;
    this.line = line;
    this.column = column;
  }

  XmlException(Kind kind, String sentence) {
    this(kind, 0, 0, sentence);
  }

  /** Why the XML is refused. */
  public Kind kind() {
    return kind;
  }

  /** Line of the fault, from 1; 0 when unknown. */
  public int line() {
    return line;
  }

  /** Column of the fault, from 1; 0 when unknown. */
  public int column() {
    return column;
  }

  private static String place(int line, int column) {
    return line > 0 ? "Ligne " + line + ", colonne " + Math.max(1, column) + " : " : "";
  }

  /** The families of refusal. */
  public enum Kind {
    /** There is nothing to read. */
    VIDE,
    /** Not well-formed, namespaces included. */
    MAL_FORME,
    /** A document type declaration, an entity of one's own: never accepted. */
    DTD,
    /** Too deep, too long, too many. */
    LIMITE,
    /** Unknown character encoding, or bytes that are not in the announced one. */
    ENCODAGE
  }
}
