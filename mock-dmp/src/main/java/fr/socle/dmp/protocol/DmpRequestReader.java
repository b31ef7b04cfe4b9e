package fr.socle.dmp.protocol;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.soap.SoapException;
import fr.socle.bench.soap.SoapMessage;
import fr.socle.bench.soap.SoapReader;
import fr.socle.bench.xml.SafeXml;
import fr.socle.bench.xml.XmlElement;
import fr.socle.bench.xml.XmlException;
import fr.socle.bench.xml.XmlLimits;
import fr.socle.dmp.protocol.Envelopes.UnreadableException;
import java.util.List;

/** Decodes what every message to the DMP has in common. Immutable. */
final class DmpRequestReader {
  private final SoapReader reader = new SoapReader(new SafeXml(XmlLimits.standard()));
  private final Envelopes envelopes;
  private final VihfReader vihf;

  DmpRequestReader(Envelopes envelopes, VihfReader vihf) {
    this.envelopes = envelopes;
    this.vihf = vihf;
  }

  /**
   * Decodes a request.
   *
   * @param service service it was sent to
   * @throws UnreadableException when its parts cannot be told apart, or it holds too many elements
   * @throws XmlException when its envelope is not acceptable XML
   * @throws SoapException when its envelope is not well built
   */
  DmpRequest read(IncomingRequest request, String service)
      throws UnreadableException, XmlException, SoapException {
    Envelopes.Unpacked unpacked = envelopes.unpack(request);
    SoapMessage soap = reader.read(unpacked.envelope(), unpacked.contentType().charset());
    List<XmlElement> assertions =
        soap.headerBlocks(DmpContract.SECURITY).stream()
            .flatMap(block -> block.children(VihfReader.ASSERTION).stream())
            .toList();
    for (XmlElement assertion : assertions) {
      MessageBounds.check(assertion);
    }
    XmlElement body = soap.payload().orElse(null);
    if (body != null) {
      MessageBounds.check(body);
    }
    return new DmpRequest(
        service,
        soap,
        unpacked.contentType(),
        unpacked.attachments(),
        request.tls().clientCertificate().orElse(null),
        assertions,
        assertions.isEmpty() ? null : vihf.read(assertions.get(0)));
  }
}
