package fr.socle.bench.soap;

/**
 * The prefixes a service writes. They carry no meaning, but software exists that reads them, so a
 * simulated service must be able to write those of the real one.
 *
 * @param envelope prefix of Envelope and Header
 * @param body prefix of Body
 * @param fault prefix of Fault, of all inside it, and of its codes
 */
public record SoapStyle(String envelope, String body, String fault) {

  /** The same prefix everywhere. */
  public static SoapStyle plain(String prefix) {
    return new SoapStyle(prefix, prefix, prefix);
  }
}
