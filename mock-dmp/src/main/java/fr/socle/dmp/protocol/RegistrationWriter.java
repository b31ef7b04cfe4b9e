package fr.socle.dmp.protocol;

import fr.socle.bench.soap.XmlContent;
import fr.socle.bench.xml.XmlWriter;
import fr.socle.dmp.service.DmpRefusal;
import java.time.Clock;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * Writes the answers to 201311 and 201314, in the wrapper the contract gives them: dmp.md 1.2, 1.8
 * (S: WSDL, MSG).
 *
 * @param wrapper local name of the wrapper
 * @param accepted interaction of an acceptance
 * @param refused interaction of a refusal
 * @param request what is answered
 * @param clock wall clock
 */
record RegistrationWriter(
    String wrapper, String accepted, String refused, Hl7Message request, Clock clock) {

  /**
   * An acceptance.
   *
   * @param open whether the record is open afterwards
   */
  XmlContent done(boolean open) {
    return out -> write(out, null, open);
  }

  /**
   * A refusal.
   *
   * @param open whether the record is open
   */
  XmlContent refusal(DmpRefusal why, boolean open) {
    return out -> write(out, why, open);
  }

  private void write(XmlWriter xml, @Nullable DmpRefusal why, boolean open) {
    xml.start(new QName(DmpContract.GDP, wrapper, "gdp"));
    Hl7Writer out = new Hl7Writer(xml);
    Hl7Envelope envelope = new Hl7Envelope(why == null ? accepted : refused, request, clock);
    envelope.head(out, true);
    envelope.acknowledge(out, why);
    envelope.control(out);
    out.start("subject", "typeCode", "SUBJ", "contextConductionInd", "false");
    out.start("registrationEvent", "classCode", "REG", "moodCode", "EVN");
    out.leaf("statusCode", "code", why == null ? "completed" : "aborted");
    request
        .registeredPatientId()
        .ifPresent(
            id -> {
              out.start("subject1", "typeCode", "SBJ");
              out.start("patient", "classCode", "PAT");
              out.leaf("id", "root", id.oid(), "extension", id.number());
              out.leaf("statusCode", "code", open ? "active" : "terminated");
              out.end(2);
            });
    Hl7Envelope.custodian(out);
    out.end(4);
    xml.end();
  }
}
