package fr.socle.dmp.protocol;

import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.xml.XmlWriter;
import fr.socle.dmp.service.DmpServiceFault;
import javax.xml.namespace.QName;

/**
 * Writes the answers of the DMP's own operations: every element is qualified (dmp.md 1.2, S:WSDL).
 *
 * @param namespace namespace of the service
 * @param upperCase whether DMPOk is written otherwise, as clients must put up with
 * @param context whether {@code context} is written; it may be missing (dmp.md 1.5)
 */
record ProprietaryWriter(String namespace, boolean upperCase, boolean context) {
  static final String OK = "DMPOk";

  static ProprietaryWriter of(String namespace, RequestFaults faults) {
    return new ProprietaryWriter(
        namespace,
        faults.take(DmpServiceFault.STATUS_CASE.label()).isPresent(),
        faults.take(DmpServiceFault.NO_CONTEXT.label()).isEmpty());
  }

  QName name(String local) {
    return new QName(namespace, local, "ns2");
  }

  void start(XmlWriter out, String local) {
    out.start(name(local));
  }

  void text(XmlWriter out, String local, String value) {
    out.element(name(local), value);
  }

  /** The two last elements of every output. */
  void end(XmlWriter out, String status, String text) {
    text(out, "status", upperCase && status.equals(OK) ? "DMPOK" : status);
    if (context) {
      text(out, "context", text);
    }
  }
}
