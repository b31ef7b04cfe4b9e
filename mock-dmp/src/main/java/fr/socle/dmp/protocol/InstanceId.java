package fr.socle.dmp.protocol;

import fr.socle.bench.xml.XmlElement;

/**
 * An HL7 v3 instance identifier.
 *
 * @param root OID
 * @param extension identifier under it, empty when unwritten
 */
public record InstanceId(String root, String extension) {
  static InstanceId of(XmlElement element) {
    return new InstanceId(
        element.attribute("root").orElse(""), element.attribute("extension").orElse(""));
  }
}
