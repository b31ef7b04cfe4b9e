package fr.socle.bench.xml;

/**
 * How much XML is accepted. A message above one of these is refused before it costs memory or time.
 *
 * @param bytes size of the whole document, in bytes
 * @param depth nested elements
 * @param elements elements in the whole document
 * @param attributes attributes and namespace declarations of one element
 * @param text characters between two tags, or in one attribute
 */
public record XmlLimits(int bytes, int depth, int elements, int attributes, int text) {

  /** Refuses limits that would refuse everything. */
  public XmlLimits {
    if (bytes < 1 || depth < 1 || elements < 1 || attributes < 1 || text < 1) {
      throw new IllegalArgumentException("every limit must be positive");
    }
  }

  /** For messages of a service: 16 MiB, of which a single text may take all (inline documents). */
  public static XmlLimits standard() {
    return new XmlLimits(16 << 20, 100, 200_000, 100, 16 << 20);
  }

  /** For small messages that carry no document: 1 MiB. */
  public static XmlLimits small() {
    return new XmlLimits(1 << 20, 60, 10_000, 60, 1 << 18);
  }

  /** The same limits with another depth. */
  public XmlLimits withDepth(int other) {
    return new XmlLimits(bytes, other, elements, attributes, text);
  }

  /** The same limits with another size. */
  public XmlLimits withBytes(int other) {
    return new XmlLimits(other, depth, elements, attributes, text);
  }

  /** The same limits with another number of elements. */
  public XmlLimits withElements(int other) {
    return new XmlLimits(bytes, depth, other, attributes, text);
  }

  /** The same limits with another number of attributes. */
  public XmlLimits withAttributes(int other) {
    return new XmlLimits(bytes, depth, elements, other, text);
  }

  /** The same limits with another text length. */
  public XmlLimits withText(int other) {
    return new XmlLimits(bytes, depth, elements, attributes, other);
  }
}
