package fr.socle.features.report.exchange;

import fr.socle.features.report.exchange.Table.Row;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * XML as rows, elements by local name and attributes with an {@code @}. Not a validator: text that
 * is not XML, or deeper and longer than a page can show, gives what was read before.
 */
final class XmlRows {
  private static final int MAX_DEPTH = 60;
  private static final int MAX_ROWS = 3000;

  private final List<Row> rows = new ArrayList<>();
  private final Deque<Element> open = new ArrayDeque<>();

  private XmlRows() {}

  /** An element whose end was not met yet. */
  private static final class Element {
    private final int row;
    private final String path;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, Integer> children = new HashMap<>();

    Element(int row, String path) {
      this.row = row;
      this.path = path;
    }
  }

  static List<Row> read(String xml) {
    XmlRows reading = new XmlRows();
    try {
      // What is shown came from a stranger: no DTD, no external entity.
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      factory.setProperty(XMLInputFactory.IS_COALESCING, true);
      reading.all(factory.createXMLStreamReader(new StringReader(xml.strip())));
    } catch (XMLStreamException notXml) {
      // The raw text stands below the tables; a half-read tree still helps to see where it breaks.
      return List.copyOf(reading.rows);
    }
    return List.copyOf(reading.rows);
  }

  private void all(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext() && rows.size() < MAX_ROWS) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> start(xml);
        case XMLStreamConstants.CHARACTERS -> {
          if (open.peek() != null) {
            open.element().text.append(xml.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> end(open.pop());
        default -> {
          // comments and processing instructions say nothing to a reader of this report
        }
      }
    }
  }

  private void start(XMLStreamReader xml) throws XMLStreamException {
    if (open.size() >= MAX_DEPTH) {
      throw new XMLStreamException("deeper than a page can show");
    }
    String path = pathOf(open.peek(), xml.getLocalName());
    int depth = open.size();
    open.push(new Element(rows.size(), path));
    rows.add(new Row(depth, xml.getLocalName(), null, path));
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String name = "@" + xml.getAttributeLocalName(i);
      rows.add(new Row(depth + 1, name, xml.getAttributeValue(i), path + "/" + name));
    }
  }

  private static String pathOf(@Nullable Element parent, String name) {
    if (parent == null) {
      return "/" + name;
    }
    int rank = parent.children.merge(name, 1, Integer::sum);
    return parent.path + "/" + name + (rank == 1 ? "" : "[" + rank + "]");
  }

  private void end(Element element) {
    String text = element.text.toString().strip();
    if (element.children.isEmpty() || !text.isEmpty()) {
      Row row = rows.get(element.row);
      rows.set(element.row, new Row(row.depth(), row.name(), text, row.path()));
    }
  }
}
