package fr.socle.bench.soap;

import fr.socle.bench.xml.SafeXml;
import fr.socle.bench.xml.XmlElement;
import fr.socle.bench.xml.XmlException;
import java.util.List;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * Reads SOAP envelopes of both versions; which one it was is in the message, for the service to
 * accept or refuse.
 *
 * <p>Immutable: one instance may serve any number of threads.
 */
public final class SoapReader {
  private final SafeXml xml;

  /** A reader on guarded XML. */
  public SoapReader(SafeXml xml) {
    this.xml = xml;
  }

  /**
   * Reads a message.
   *
   * @param bytes the message as received
   * @param charset charset of the transport; null when it told none
   * @throws XmlException when it is not acceptable XML
   * @throws SoapException when it is no well-built envelope
   */
  public SoapMessage read(byte[] bytes, @Nullable String charset)
      throws XmlException, SoapException {
    return message(xml.read(bytes, charset));
  }

  private static SoapMessage message(XmlElement root) throws SoapException {
    if (!root.localName().equals("Envelope")) {
      throw new SoapException(
          SoapException.Kind.PAS_UNE_ENVELOPPE,
          "La racine est "
              + root.localName()
              + " : envoyez une enveloppe SOAP 1.2 (élément Envelope, espace de noms "
              + SoapVersion.SOAP_12.namespace()
              + ").");
    }
    SoapVersion version = SoapVersion.of(root.namespace()).orElse(null);
    if (version == null) {
      throw new SoapException(
          SoapException.Kind.VERSION_INCONNUE,
          "L'espace de noms de l'enveloppe est « "
              + root.namespace()
              + " » : celui de SOAP 1.2 est « "
              + SoapVersion.SOAP_12.namespace()
              + " ».");
    }
    return message(version, root);
  }

  private static SoapMessage message(SoapVersion version, XmlElement envelope)
      throws SoapException {
    List<XmlElement> children = envelope.children();
    boolean headed = !children.isEmpty() && children.get(0).is(version.name("Header"));
    int at = headed ? 1 : 0;
    QName bodyName = version.name("Body");
    if (at >= children.size() || !children.get(at).is(bodyName)) {
      throw structure("l'enveloppe n'a pas de Body à sa place : écrivez Header, puis Body.");
    }
    // SOAP 1.1 (4.2) lets further elements follow the body, SOAP 1.2 (5.1) does not.
    if (children.size() > at + 1 && version == SoapVersion.SOAP_12) {
      throw structure(
          "l'élément " + children.get(at + 1).localName() + " suit Body : rien ne doit le suivre.");
    }
    List<HeaderBlock> header =
        headed
            ? children.get(0).children().stream()
                .map(block -> new HeaderBlock(block, version))
                .toList()
            : List.of();
    return new SoapMessage(
        version, envelope, header, children.get(at).children(), WsAddressing.read(header));
  }

  private static SoapException structure(String sentence) {
    return new SoapException(
        SoapException.Kind.STRUCTURE, "Enveloppe SOAP mal construite : " + sentence);
  }
}
