package fr.socle.bench.control;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML in which no text can become markup: every text and every attribute is escaped. */
final class HtmlWriter {
  private final StringBuilder html = new StringBuilder("<!doctype html>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Opens an element.
   *
   * @param name its name
   * @param attributes names and values in turn
   */
  HtmlWriter open(String name, String... attributes) {
    empty(name, attributes);
    open.push(name);
    return this;
  }

  /** Writes an element that has no content and no end tag, such as {@code meta}. */
  HtmlWriter empty(String name, String... attributes) {
    html.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      html.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      html.append('"');
    }
    html.append('>');
    return this;
  }

  HtmlWriter text(String text) {
    escape(text);
    return this;
  }

  /** Writes an element that only holds a text. */
  HtmlWriter element(String name, String text, String... attributes) {
    return open(name, attributes).text(text).close();
  }

  /** Writes a script or a style of ours, as it is: nobody else's text may come here. */
  HtmlWriter own(String name, String source) {
    open(name);
    html.append(source);
    return close();
  }

  HtmlWriter close() {
    html.append("</").append(open.pop()).append(">\n");
    return this;
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("elements still open: " + open);
    }
    return html.toString();
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
  }
}
