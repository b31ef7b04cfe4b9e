package fr.socle.dmp.protocol;

import fr.socle.bench.soap.SoapContentType;
import fr.socle.bench.soap.SoapMessage;
import fr.socle.bench.xml.XmlElement;
import fr.socle.dmp.service.Vihf;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message to the DMP, decoded as far as every transaction is the same.
 *
 * @param service service it was sent to
 * @param soap the envelope
 * @param contentType type of the envelope
 * @param attachments parts that came beside it, by Content-ID without angle brackets
 * @param certificate certificate of the connection; null when it showed none
 * @param assertions assertions of Security, in order
 * @param vihf the first of them, read; null when there is none
 */
public record DmpRequest(
    String service,
    SoapMessage soap,
    SoapContentType contentType,
    Map<String, Attachment> attachments,
    @Nullable X509Certificate certificate,
    List<XmlElement> assertions,
    @Nullable Vihf vihf) {

  /** Copies the collections. */
  public DmpRequest {
    attachments = Map.copyOf(attachments);
    assertions = List.copyOf(assertions);
  }

  /** The envelope alone. */
  DmpRequest withoutAttachments() {
    return new DmpRequest(service, soap, contentType, Map.of(), certificate, assertions, vihf);
  }

  /** Element of the body. */
  public Optional<XmlElement> body() {
    return soap.payload();
  }

  /** {@code wsa:MessageID}. */
  public @Nullable String messageId() {
    return soap.addressing().messageId();
  }
}
