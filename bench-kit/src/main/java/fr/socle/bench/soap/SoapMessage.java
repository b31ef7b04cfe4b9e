package fr.socle.bench.soap;

import fr.socle.bench.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;

/**
 * A SOAP message that was read. The bytes stay with whoever received them.
 *
 * @param version version of its envelope
 * @param envelope the envelope
 * @param header blocks of its header, in order; empty when there is no header
 * @param body elements in its body, in order; empty for an empty body
 * @param addressing its WS-Addressing headers
 */
public record SoapMessage(
    SoapVersion version,
    XmlElement envelope,
    List<HeaderBlock> header,
    List<XmlElement> body,
    WsAddressing addressing) {

  /** Copies the lists. */
  public SoapMessage {
    header = List.copyOf(header);
    body = List.copyOf(body);
  }

  /** The first header block of a name. */
  public Optional<XmlElement> headerBlock(QName name) {
    return headerBlocks(name).stream().findFirst();
  }

  /** The header blocks of a name, in order. */
  public List<XmlElement> headerBlocks(QName name) {
    return header.stream().map(HeaderBlock::element).filter(block -> block.is(name)).toList();
  }

  /** The only element a document/literal body may hold. */
  public Optional<XmlElement> payload() {
    return body.stream().findFirst();
  }

  /**
   * Mandatory blocks meant for the receiver that it does not know: it must then answer {@code
   * MustUnderstand} (SOAP 1.2 Part 1, 5.2.3).
   *
   * @param understood names and whole namespaces ({@code *} as local name) that the receiver knows
   */
  public List<XmlElement> notUnderstood(Set<QName> understood) {
    return header.stream()
        .filter(block -> block.mustUnderstand() && block.isForTheReceiver())
        .map(HeaderBlock::element)
        .filter(
            block ->
                !understood.contains(block.name())
                    && !understood.contains(new QName(block.namespace(), "*")))
        .toList();
  }
}
