package fr.socle.lps.dmp.soap;

/** XML as text, written once from start to end. Not thread-safe. */
public final class Markup {

  private final StringBuilder text = new StringBuilder();

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn; one whose value is empty is left out
   */
  public Markup open(String name, String... attributes) {
    return tag(name, attributes).end(">");
  }

  public Markup close(String name) {
    return end("</" + name + ">");
  }

  /** An element with nothing inside. */
  public Markup empty(String name, String... attributes) {
    return tag(name, attributes).end("/>");
  }

  /** An element with text inside. */
  public Markup leaf(String name, String content, String... attributes) {
    return open(name, attributes).end(escaped(content)).close(name);
  }

  /** XML that is already written. */
  public Markup raw(String xml) {
    return end(xml);
  }

  public Markup text(String content) {
    return end(escaped(content));
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** A text as it stands in XML. */
  public static String escaped(String content) {
    return content
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private Markup tag(String name, String... attributes) {
    text.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      if (!attributes[i + 1].isEmpty()) {
        text.append(' ').append(attributes[i]).append("=\"");
        text.append(escaped(attributes[i + 1])).append('"');
      }
    }
    return this;
  }

  private Markup end(String more) {
    text.append(more);
    return this;
  }
}
