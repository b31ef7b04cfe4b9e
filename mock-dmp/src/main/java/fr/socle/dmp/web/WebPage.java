package fr.socle.dmp.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Headers;
import fr.socle.bench.xml.XmlWriter;
import java.util.List;
import javax.xml.namespace.QName;

/** Writes a page of the web site: a title, what there is to say, a question at most. */
final class WebPage {
  private final XmlWriter out = new XmlWriter();

  private WebPage(String title) {
    start("html").attribute("lang", "fr");
    start("head");
    start("meta").attribute("charset", "utf-8").end();
    out.element(new QName("title"), title);
    out.end();
    start("body");
    out.element(new QName("h1"), title);
  }

  static WebPage titled(String title) {
    return new WebPage(title);
  }

  WebPage says(String sentence) {
    out.element(new QName("p"), sentence);
    return this;
  }

  /** A list, when there is something in it. */
  WebPage lists(String id, List<String> items) {
    if (!items.isEmpty()) {
      start("ul").attribute("id", id);
      items.forEach(each -> out.element(new QName("li"), each));
      out.end();
    }
    return this;
  }

  /** A button that answers yes, sent to the same address. */
  WebPage asks(String button) {
    start("form").attribute("method", "post");
    start("input")
        .attribute("type", "hidden")
        .attribute("name", WebAccess.CONFIRMATION)
        .attribute("value", "oui")
        .end();
    out.element(new QName("button"), button);
    out.end();
    return this;
  }

  Answer answer(int status) {
    out.end().end();
    return new Answer(
        status,
        Headers.none()
            .with("Content-Type", "text/html; charset=utf-8")
            .with("Cache-Control", "no-store"),
        ("<!DOCTYPE html>\n" + out.toXml()).getBytes(UTF_8));
  }

  private XmlWriter start(String name) {
    return out.start(new QName(name));
  }
}
