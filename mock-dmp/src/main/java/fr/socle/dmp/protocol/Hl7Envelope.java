package fr.socle.dmp.protocol;

import fr.socle.dmp.service.DmpRefusal;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the answers in HL7 v3 have in common: dmp.md 1.2, 1.3 (S:MSG).
 *
 * @param interaction name of the interaction
 * @param request what is answered
 * @param clock wall clock
 */
record Hl7Envelope(String interaction, Hl7Message request, Clock clock) {

  /** Opens the message and writes its head, up to the receiver and the sender. */
  void head(Hl7Writer out, boolean oidIdentifier) {
    out.message(interaction);
    String own = UUID.randomUUID().toString();
    // Q6 (S:MSG): TD0.2 and TD0.5 are answered with a UUID as root, TD1.3b and TD1.4 with an OID.
    out.id(
        "id",
        oidIdentifier
            ? new InstanceId(DmpContract.MESSAGES, own.substring(0, 8).toUpperCase(Locale.ROOT))
            : new InstanceId(own, ""));
    out.leaf("creationTime", "value", Hl7Writer.time(clock.instant()));
    out.leaf("interactionId", "root", "2.16.840.1.113883.1.6", "extension", interaction);
    out.leaf("processingCode", "code", "P");
    out.leaf("processingModeCode", "code", "T");
    out.leaf("acceptAckCode", "code", "NE");
    device(
        out,
        "receiver",
        "RCV",
        request.sender().map(InstanceId::root).orElse(""),
        request.senderName());
    device(out, "sender", "SND", DmpContract.DEVICE, "DMP");
  }

  private static void device(Hl7Writer out, String role, String type, String root, String name) {
    out.start(role, "typeCode", type);
    out.start("device", "classCode", "DEV", "determinerCode", "INSTANCE");
    out.leaf("id", "root", root);
    out.text("softwareName", name);
    out.end(2);
  }

  /** NE2009: the type is an attribute. */
  void acknowledge(Hl7Writer out, @Nullable DmpRefusal refusal) {
    out.start("acknowledgement", "typeCode", refusal == null ? "AA" : "AE");
    rest(out, refusal);
  }

  /** NE2008, of patientsPDQ alone: the type is an element. */
  void acknowledgeOlder(Hl7Writer out, @Nullable DmpRefusal refusal) {
    out.start("acknowledgement");
    out.leaf("typeCode", "code", refusal == null ? "AA" : "AE");
    rest(out, refusal);
  }

  private void rest(Hl7Writer out, @Nullable DmpRefusal refusal) {
    out.start("targetMessage");
    request.id().ifPresent(id -> out.id("id", id));
    out.end(1);
    if (refusal != null) {
      out.start("acknowledgementDetail");
      out.leaf("code", "code", refusal.code());
      out.text("text", refusal.text());
      out.end(1);
    }
    out.end(1);
  }

  /** Opens the act and echoes its reason. */
  void control(Hl7Writer out) {
    out.start("controlActProcess", "classCode", "CACT", "moodCode", "EVN");
    if (!request.reason().isEmpty()) {
      out.leaf("reasonCode", "code", request.reason(), "codeSystem", DmpContract.REASONS);
    }
  }

  /** What became of the query. */
  void queryAck(Hl7Writer out, String code) {
    out.start("queryAck");
    request.queryId().ifPresent(id -> out.id("queryId", id));
    out.leaf("queryResponseCode", "code", code);
    out.end(1);
  }

  /** Whose the record is. */
  static void custodian(Hl7Writer out) {
    out.start("custodian", "typeCode", "CST");
    out.start("assignedEntity", "classCode", "ASSIGNED");
    out.leaf("id", "root", DmpContract.DEVICE);
    out.end(2);
  }
}
