package fr.socle.dmp.protocol;

import fr.socle.bench.soap.SoapFault;
import fr.socle.bench.soap.SoapStyle;
import fr.socle.bench.soap.SoapVersion;
import fr.socle.bench.soap.SoapWriter;
import fr.socle.bench.soap.WsAddressing;
import fr.socle.bench.soap.XmlContent;
import fr.socle.dmp.service.DmpFault;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** Writes envelopes: dmp.md 1.1 (S:MSG), 2.6 and 7.8 (S:DEH). */
final class DmpAnswers {
  static final String ANONYMOUS = WsAddressing.NAMESPACE_1_0 + "/anonymous";
  // WS-Addressing 1.0 SOAP binding, 6.3.
  private static final String SOAP_FAULT = WsAddressing.NAMESPACE_1_0 + "/soap/fault";
  private static final String PREFIX = "env";
  private static final SoapWriter WRITER =
      new SoapWriter(SoapVersion.SOAP_12, SoapStyle.plain(PREFIX));

  private DmpAnswers() {}

  /**
   * An answer.
   *
   * @param action {@code wsa:Action}
   * @param relatesTo identifier of the request
   */
  static byte[] answer(XmlContent content, String action, @Nullable String relatesTo) {
    return WRITER.message(addressing(action, relatesTo), content);
  }

  /** A fault of the DMP, whose subcode is in the namespace of SOAP. */
  static byte[] fault(DmpFault fault, @Nullable String relatesTo) {
    return fault(
        fault.sender() ? SoapFault.Code.SENDER : SoapFault.Code.RECEIVER,
        SoapVersion.SOAP_12.name(fault.subcode(), PREFIX),
        fault.text(),
        relatesTo);
  }

  /** A fault of WS-Addressing (SOAP binding 6.4). */
  static byte[] addressingFault(String subcode, String text, @Nullable String relatesTo) {
    return fault(SoapFault.Code.SENDER, wsa(subcode), text, relatesTo);
  }

  /** A fault of SOAP itself. */
  static byte[] plainFault(SoapFault.Code code, String text, @Nullable String relatesTo) {
    return WRITER.fault(
        addressing(SOAP_FAULT, relatesTo), new SoapFault(code, List.of(), text, "fr", List.of()));
  }

  private static byte[] fault(
      SoapFault.Code code, QName subcode, String text, @Nullable String relatesTo) {
    return WRITER.fault(
        addressing(SOAP_FAULT, relatesTo),
        new SoapFault(code, List.of(subcode), text, "fr", List.of()));
  }

  private static List<XmlContent> addressing(String action, @Nullable String relatesTo) {
    List<XmlContent> header = new ArrayList<>();
    header.add(out -> out.element(wsa("Action"), action));
    header.add(out -> out.element(wsa("MessageID"), "urn:uuid:" + UUID.randomUUID()));
    header.add(out -> out.element(wsa("To"), ANONYMOUS));
    if (relatesTo != null) {
      header.add(out -> out.element(wsa("RelatesTo"), relatesTo));
    }
    return header;
  }

  private static QName wsa(String local) {
    return new QName(WsAddressing.NAMESPACE_1_0, local, "wsa");
  }
}
