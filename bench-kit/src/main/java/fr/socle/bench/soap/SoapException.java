package fr.socle.bench.soap;

/** XML that is no SOAP message, or not a well-built one. The message is a French sentence. */
public final class SoapException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  SoapException(Kind kind, String sentence) {
    super(sentence);
    this.kind = kind;
  }

  /** What is wrong. */
  public Kind kind() {
    return kind;
  }

  /** The families of refusal. */
  public enum Kind {
    /** The root is no envelope at all. */
    PAS_UNE_ENVELOPPE,
    /** An envelope of an unknown version. */
    VERSION_INCONNUE,
    /** An envelope whose children are not an optional Header, then a Body. */
    STRUCTURE
  }
}
