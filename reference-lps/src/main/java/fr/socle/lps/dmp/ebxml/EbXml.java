package fr.socle.lps.dmp.ebxml;

import fr.socle.lps.dmp.soap.Markup;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Slots, classifications and identifiers, as ebXML writes them (dmp.md 3.1, 7.5). */
final class EbXml {

  static final String HAS_MEMBER = "urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember";
  static final String SIGNS = "urn:ihe:iti:2007:AssociationType:signs";
  static final String REPLACES = "urn:ihe:iti:2007:AssociationType:RPLC";
  static final String UPDATES = "urn:ihe:iti:2010:AssociationType:UpdateAvailabilityStatus";
  static final String DOCUMENT = "urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1";
  static final String RIM = "urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0";
  static final String LCM = "urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0";

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);

  private final Markup xml;
  private int rank;

  EbXml(Markup xml) {
    this.xml = xml;
  }

  /** Fourteen digits in universal time (EX_3.1-1070). */
  static String time(Instant instant) {
    return UTC.format(instant);
  }

  EbXml slot(String name, String... values) {
    xml.open("rim:Slot", "name", name).open("rim:ValueList");
    for (String value : values) {
      xml.leaf("rim:Value", value);
    }
    xml.close("rim:ValueList").close("rim:Slot");
    return this;
  }

  EbXml name(String text) {
    xml.open("rim:Name")
        .empty("rim:LocalizedString", "xml:lang", "FR", "charset", "UTF8", "value", text)
        .close("rim:Name");
    return this;
  }

  EbXml code(String object, String scheme, Code code) {
    open(object, scheme, code.code());
    slot("codingScheme", code.scheme());
    name(code.label());
    xml.close("rim:Classification");
    return this;
  }

  EbXml author(String object, String scheme, Author author) {
    xml.raw(
        "<rim:Classification id=\""
            + next(object)
            + "\" classificationScheme=\"urn:uuid:"
            + scheme
            + "\" classifiedObject=\""
            + object
            + "\" nodeRepresentation=\"\">");
    slot("authorInstitution", author.institution());
    slot("authorPerson", author.person());
    if (!author.legalPerson()) {
      slot("authorSpecialty", author.speciality());
    }
    xml.close("rim:Classification");
    return this;
  }

  EbXml identifier(String object, String scheme, String value, String name) {
    xml.open(
            "rim:ExternalIdentifier",
            "id",
            next(object),
            "registryObject",
            object,
            "identificationScheme",
            "urn:uuid:" + scheme,
            "value",
            value)
        .open("rim:Name")
        .empty("rim:LocalizedString", "value", name)
        .close("rim:Name")
        .close("rim:ExternalIdentifier");
    return this;
  }

  EbXml association(String type, String from, String to, String... slots) {
    xml.open(
        "rim:Association",
        "id",
        next("Lien"),
        "associationType",
        type,
        "sourceObject",
        from,
        "targetObject",
        to);
    for (int i = 0; i < slots.length; i += 2) {
      slot(slots[i], slots[i + 1]);
    }
    xml.close("rim:Association");
    return this;
  }

  /** An identifier that nothing else of the message has. */
  String next(String object) {
    return object + "-" + ++rank;
  }

  private void open(String object, String scheme, String code) {
    xml.open(
        "rim:Classification",
        "id",
        next(object),
        "classificationScheme",
        "urn:uuid:" + scheme,
        "classifiedObject",
        object,
        "nodeRepresentation",
        code);
  }
}
