package fr.socle.dmp.protocol;

import fr.socle.bench.xml.XmlWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.xml.namespace.QName;

/** Writes HL7 v3: one default namespace, attributes in pairs. Around a writer, for one message. */
final class Hl7Writer {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

  private final XmlWriter out;

  Hl7Writer(XmlWriter out) {
    this.out = out;
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }

  /** Opens the message itself. */
  Hl7Writer message(String interaction) {
    out.start(DmpContract.hl7(interaction)).declare("xsi", DmpContract.XSI);
    out.attribute("ITSVersion", "XML_1.0");
    return this;
  }

  /** Opens an element. */
  Hl7Writer start(String name, String... attributes) {
    out.start(DmpContract.hl7(name));
    for (int i = 0; i < attributes.length; i += 2) {
      out.attribute(attributes[i], attributes[i + 1]);
    }
    return this;
  }

  /** Closes elements. */
  Hl7Writer end(int times) {
    for (int i = 0; i < times; i++) {
      out.end();
    }
    return this;
  }

  /** A whole element without content. */
  Hl7Writer leaf(String name, String... attributes) {
    return start(name, attributes).end(1);
  }

  /** A whole element with text; none for an empty text. */
  Hl7Writer text(String name, String text, String... attributes) {
    if (!text.isEmpty()) {
      start(name, attributes);
      out.text(text);
      end(1);
    }
    return this;
  }

  /** One more attribute of the element just opened. */
  Hl7Writer attribute(String name, String value) {
    out.attribute(name, value);
    return this;
  }

  /** Text inside the element just opened; none for an empty one. */
  Hl7Writer content(String text) {
    if (!text.isEmpty()) {
      out.text(text);
    }
    return this;
  }

  /** An identifier. */
  Hl7Writer id(String name, InstanceId id) {
    return id.extension().isEmpty()
        ? leaf(name, "root", id.root())
        : leaf(name, "root", id.root(), "extension", id.extension());
  }

  /** A value of a type of HL7. */
  Hl7Writer value(String type, String... attributes) {
    out.start(DmpContract.hl7("value"));
    out.attribute(new QName(DmpContract.XSI, "type", "xsi"), type);
    for (int i = 0; i < attributes.length; i += 2) {
      out.attribute(attributes[i], attributes[i + 1]);
    }
    out.end();
    return this;
  }

  /** A yes or no about a patient. */
  Hl7Writer observation(String role, String code, String system, boolean value) {
    start(role, "typeCode", "SBJ");
    start("administrativeObservation", "classCode", "OBS", "moodCode", "EVN");
    leaf("code", "code", code, "codeSystem", system);
    value("BL", "value", String.valueOf(value));
    return end(2);
  }
}
