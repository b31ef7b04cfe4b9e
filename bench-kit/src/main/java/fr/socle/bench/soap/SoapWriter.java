package fr.socle.bench.soap;

import fr.socle.bench.xml.XmlWriter;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;

/**
 * Writes envelopes and faults in the prefixes of a {@link SoapStyle}.
 *
 * @param version version to write
 * @param style prefixes to write
 */
public record SoapWriter(SoapVersion version, SoapStyle style) {
  private static final QName LANG = new QName(XMLConstants.XML_NS_URI, "lang", "xml");

  /** A message without header. */
  public byte[] message(XmlContent body) {
    return message(List.of(), body);
  }

  /** A message. Without any header block no Header element is written. */
  public byte[] message(List<XmlContent> header, XmlContent body) {
    XmlWriter out = new XmlWriter();
    out.start(version.name("Envelope", style.envelope()));
    if (!header.isEmpty()) {
      out.start(version.name("Header", style.envelope()));
      header.forEach(block -> block.writeTo(out));
      out.end();
    }
    out.start(version.name("Body", style.body()));
    body.writeTo(out);
    return out.end().end().toBytes();
  }

  /** A message that carries a fault. */
  public byte[] fault(SoapFault fault) {
    return fault(List.of(), fault);
  }

  /** A message that carries a fault, under header blocks. */
  public byte[] fault(List<XmlContent> header, SoapFault fault) {
    return message(header, out -> write(fault, out));
  }

  /**
   * The answer to an envelope of another version: a fault in that version, which names the one that
   * is spoken here (SOAP 1.2 Part 1, 5.4.7 and appendix A).
   *
   * @param spoken the version the service speaks
   */
  public byte[] versionMismatch(SoapVersion spoken, String reason) {
    XmlContent upgrade =
        out ->
            out.start(SoapVersion.SOAP_12.name("Upgrade", "up"))
                .start(SoapVersion.SOAP_12.name("SupportedEnvelope", "up"))
                .declare("ns1", spoken.namespace())
                .attribute("qname", "ns1:Envelope")
                .end()
                .end();
    SoapFault fault = SoapFault.of(SoapFault.Code.VERSION_MISMATCH, reason);
    return message(List.of(upgrade), out -> write(fault, out));
  }

  private void write(SoapFault fault, XmlWriter out) {
    // The Body declares the fault's prefix, as the services seen do.
    out.declare(style.fault(), version.namespace());
    out.start(name("Fault"));
    if (version == SoapVersion.SOAP_12) {
      write12(fault, out);
    } else {
      write11(fault, out);
    }
    out.end();
  }

  private void write12(SoapFault fault, XmlWriter out) {
    out.start(name("Code")).element(name("Value"), prefixed(fault.code().name(version)));
    for (QName subcode : fault.subcodes()) {
      out.start(name("Subcode")).start(name("Value"));
      out.declare(subcode.getPrefix(), subcode.getNamespaceURI());
      out.text(subcode.getPrefix() + ":" + subcode.getLocalPart()).end();
    }
    fault.subcodes().forEach(subcode -> out.end());
    out.end();
    out.start(name("Reason")).start(name("Text")).attribute(LANG, fault.language());
    out.text(fault.reason()).end().end();
    if (!fault.detail().isEmpty()) {
      out.start(name("Detail"));
      fault.detail().forEach(content -> content.writeTo(out));
      out.end();
    }
  }

  private void write11(SoapFault fault, XmlWriter out) {
    out.element(new QName("faultcode"), prefixed(fault.code().name(version)));
    out.start(new QName("faultstring")).attribute(LANG, fault.language());
    out.text(fault.reason()).end();
    if (!fault.detail().isEmpty()) {
      out.start(new QName("detail"));
      fault.detail().forEach(content -> content.writeTo(out));
      out.end();
    }
  }

  private QName name(String local) {
    return version.name(local, style.fault());
  }

  private String prefixed(String local) {
    return style.fault().isEmpty() ? local : style.fault() + ":" + local;
  }
}
