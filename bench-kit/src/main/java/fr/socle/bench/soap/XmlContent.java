package fr.socle.bench.soap;

import fr.socle.bench.xml.XmlWriter;

/** Something that can be written inside a header, a body or a detail. Leaves no element open. */
@FunctionalInterface
public interface XmlContent {
  /** Writes itself. */
  void writeTo(XmlWriter out);
}
