package fr.socle.bench.soap;

import java.util.Optional;
import javax.xml.namespace.QName;

/** The two versions of SOAP met on the wire. */
public enum SoapVersion {
  /** SOAP 1.1 (W3C note of 2000). */
  SOAP_11("1.1", "http://schemas.xmlsoap.org/soap/envelope/", "text/xml"),
  /** SOAP 1.2 (W3C recommendation). */
  SOAP_12("1.2", "http://www.w3.org/2003/05/soap-envelope", "application/soap+xml");

  private final String number;
  private final String namespace;
  private final String mediaType;

  SoapVersion(String number, String namespace, String mediaType) {
    this.number = number;
    this.namespace = namespace;
    this.mediaType = mediaType;
  }

  /** {@code 1.1} or {@code 1.2}. */
  public String number() {
    return number;
  }

  /** Namespace of the envelope. */
  public String namespace() {
    return namespace;
  }

  /** Media type of a message without attachments. */
  public String mediaType() {
    return mediaType;
  }

  /** A name of the envelope's namespace, without prefix. */
  public QName name(String local) {
    return new QName(namespace, local);
  }

  /** A name of the envelope's namespace. */
  public QName name(String local, String prefix) {
    return new QName(namespace, local, prefix);
  }

  static Optional<SoapVersion> of(String namespace) {
    for (SoapVersion version : values()) {
      if (version.namespace.equals(namespace)) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }
}
