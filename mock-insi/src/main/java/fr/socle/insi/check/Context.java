package fr.socle.insi.check;

import fr.socle.bench.xml.XmlElement;
import fr.socle.insi.protocol.ContexteBam;
import fr.socle.insi.protocol.ContexteLps;
import fr.socle.insi.protocol.InsiRequest;
import java.util.ArrayList;
import java.util.List;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeFactory;
import org.jspecify.annotations.Nullable;

/** What the two context headers have in common, for rules that hold for both. */
record Context(
    XmlElement element,
    @Nullable String version,
    String usualVersion,
    @Nullable String id,
    @Nullable String time,
    @Nullable String sender,
    boolean complete) {

  /** The contexts a request has. */
  static List<Context> of(InsiRequest request) {
    List<Context> contexts = new ArrayList<>();
    ContexteLps lps = request.lps();
    if (lps != null) {
      contexts.add(
          new Context(
              lps.element(), lps.version(), "01_00", lps.id(), lps.temps(), lps.emetteur(), true));
    }
    ContexteBam bam = request.bam();
    if (bam != null) {
      contexts.add(
          new Context(
              bam.element(),
              bam.version(),
              "01_02",
              bam.id(),
              bam.temps(),
              bam.emetteur(),
              bam.couverture() != null));
    }
    return contexts;
  }

  String name() {
    return element.localName();
  }

  String path() {
    return element.path();
  }

  /** Whether nothing mandatory is missing or unreadable, so that its schema says something new. */
  boolean hasItsMandatoryParts() {
    return version != null && id != null && complete && hasValidTime();
  }

  boolean hasValidTime() {
    if (time == null) {
      return false;
    }
    try {
      return DatatypeFactory.newDefaultInstance()
          .newXMLGregorianCalendar(time)
          .getXMLSchemaType()
          .equals(DatatypeConstants.DATETIME);
    } catch (IllegalArgumentException | IllegalStateException e) {
      return false;
    }
  }
}
