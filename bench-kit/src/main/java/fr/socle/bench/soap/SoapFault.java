package fr.socle.bench.soap;

import java.util.List;
import javax.xml.namespace.QName;

/**
 * A SOAP fault, whatever the version it is written in.
 *
 * @param code who is at fault
 * @param subcodes finer codes, outermost first; SOAP 1.1 cannot carry them
 * @param reason text for people
 * @param language language announced for the text, such as {@code fr}
 * @param detail what the detail element holds, in order; empty for no detail
 */
public record SoapFault(
    Code code, List<QName> subcodes, String reason, String language, List<XmlContent> detail) {

  /** Copies the lists. */
  public SoapFault {
    subcodes = List.copyOf(subcodes);
    detail = List.copyOf(detail);
  }

  /** A fault with a code and a French reason only. */
  public static SoapFault of(Code code, String reason) {
    return new SoapFault(code, List.of(), reason, "fr", List.of());
  }

  /** Codes of the standard (SOAP 1.2 Part 1, 5.4.6). */
  public enum Code {
    /** The envelope is of another version. */
    VERSION_MISMATCH("VersionMismatch", "VersionMismatch", 500),
    /** A mandatory header block is not known. */
    MUST_UNDERSTAND("MustUnderstand", "MustUnderstand", 500),
    /** The encoding style is not known. */
    DATA_ENCODING_UNKNOWN("DataEncodingUnknown", "Client", 500),
    /** The message is wrong. */
    SENDER("Sender", "Client", 400),
    /** The service failed. */
    RECEIVER("Receiver", "Server", 500);

    private final String name12;
    private final String name11;
    private final int status;

    Code(String name12, String name11, int status) {
      this.name12 = name12;
      this.name11 = name11;
      this.status = status;
    }

    /** HTTP status of the standard binding (SOAP 1.2 Part 2, 7.5.2.2). */
    public int httpStatus() {
      return status;
    }

    String name(SoapVersion version) {
      return version == SoapVersion.SOAP_12 ? name12 : name11;
    }
  }
}
