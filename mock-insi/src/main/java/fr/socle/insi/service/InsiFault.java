package fr.socle.insi.service;

/**
 * A fault INSi answers: one line of the fault table.
 *
 * @param code national code, such as {@code desir_550}, or ours beginning with {@code mock_insi_}
 * @param family which part of INSi answers, hence the form on the wire
 * @param sender whether the caller is at fault, as the real service says it
 * @param subcode such as {@code siram_100}
 * @param severity such as {@code erreur}; {@code fatal} of the back end is no typing error
 * @param reason reason, French
 * @param detail detail, French
 * @param assumed whether code, subcode or severity is an assumption of Socle
 */
public record InsiFault(
    String code,
    Family family,
    boolean sender,
    String subcode,
    String severity,
    String reason,
    String detail,
    boolean assumed) {

  /** The two wire families of insi.md 2.7. */
  public enum Family {
    /** The gateway ("desir"). */
    GATEWAY,
    /** The back end ("insi"). */
    BACK_END
  }

  /**
   * The same fault in other words: captures of one fault differ by their apostrophes and by a line
   * break (insi.md 2.7), so software that reads the text must be caught.
   */
  public InsiFault reworded() {
    return new InsiFault(
        code,
        family,
        sender,
        subcode,
        severity,
        reason.replace('\'', ' '),
        detail.replace('\'', ' ').replaceFirst(" (\\S+ \\S+)$", "\n$1"),
        assumed);
  }

  /** The same fault with another detail. */
  public InsiFault withDetail(String other) {
    return new InsiFault(code, family, sender, subcode, severity, reason, other, assumed);
  }
}
