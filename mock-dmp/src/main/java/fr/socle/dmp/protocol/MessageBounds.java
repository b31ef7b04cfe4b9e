package fr.socle.dmp.protocol;

import fr.socle.bench.xml.XmlElement;
import fr.socle.dmp.protocol.Envelopes.UnreadableException;

/**
 * How much of one kind a message may hold. No text bounds it: what exceeds is refused, not judged,
 * since each of many wrong entries would have its errors and its findings.
 */
final class MessageBounds {
  private static final int BROTHERS = 1_000;

  private MessageBounds() {}

  /**
   * Looks at an element and all it holds.
   *
   * @throws UnreadableException when one of them has too many children
   */
  static void check(XmlElement element) throws UnreadableException {
    int found = element.children().size();
    if (found > BROTHERS) {
      throw UnreadableException.ofOurLimits(
          "L'élément "
              + element.localName()
              + " a "
              + found
              + " enfants ; Socle en accepte "
              + BROTHERS
              + " : envoyez le message en plusieurs fois.");
    }
    for (XmlElement child : element.children()) {
      check(child);
    }
  }
}
