package fr.socle.insi.protocol;

import fr.socle.bench.soap.SoapFault;
import fr.socle.bench.soap.SoapStyle;
import fr.socle.bench.soap.SoapVersion;
import fr.socle.bench.soap.SoapWriter;
import fr.socle.insi.service.InsiFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes faults in the two wire families: insi.md 2.7 (S:2, S:3). */
final class FaultWriter {
  private FaultWriter() {}

  /**
   * Writes a fault.
   *
   * @param messageId identifier of the request, which the gateway alone gives back
   */
  static byte[] write(InsiFault fault, @Nullable String messageId) {
    boolean gateway = fault.family() == InsiFault.Family.GATEWAY;
    SoapStyle style = new SoapStyle("soap", "env", gateway ? "soap" : "S");
    SoapFault soap =
        new SoapFault(
            fault.sender() ? SoapFault.Code.SENDER : SoapFault.Code.RECEIVER,
            List.of(SoapVersion.SOAP_12.name(fault.subcode(), style.fault())),
            fault.reason(),
            // The back end announces English for a French text.
            gateway ? "fr" : "en",
            List.of(
                out -> {
                  out.start(InsiContract.ERREUR);
                  out.attribute("severite", fault.severity()).attribute("code", fault.code());
                  if (gateway && messageId != null) {
                    out.attribute("messageID", messageId);
                  }
                  out.text(fault.detail()).end();
                }));
    return new SoapWriter(SoapVersion.SOAP_12, style).fault(soap);
  }
}
