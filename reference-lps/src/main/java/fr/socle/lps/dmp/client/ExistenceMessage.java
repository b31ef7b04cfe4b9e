package fr.socle.lps.dmp.client;

import fr.socle.lps.dmp.client.Existence.Access;
import fr.socle.lps.dmp.client.Existence.State;
import fr.socle.lps.dmp.soap.DmpRefused;
import fr.socle.lps.dmp.soap.Errors;
import fr.socle.lps.dmp.soap.Markup;
import fr.socle.lps.dmp.soap.Xml;
import fr.socle.lps.identite.Ins;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.w3c.dom.Element;

/** TD0.2: the question and its answer (dmp.md 1.3). */
final class ExistenceMessage {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);
  private static final String DMP = "1.2.250.1.213.4.1.1.1";

  private static final String REASONS = "1.2.250.1.213.1.1.4.11";

  private final String sender;
  private final Defects defects;

  /**
   * @param sender OID of this software
   */
  ExistenceMessage(String sender, Defects defects) {
    this.sender = sender;
    this.defects = defects;
  }

  String write(Ins ins, Instant now) {
    Markup xml =
        new Markup()
            .open(
                "PRPA_IN201307UV02",
                "xmlns",
                "urn:hl7-org:v3",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "ITSVersion",
                "XML_1.0")
            .empty("id", "root", sender, "extension", UUID.randomUUID().toString())
            .empty("creationTime", "value", TIME.format(now))
            .empty(
                "interactionId", "root", "2.16.840.1.113883.1.6", "extension", "PRPA_IN201307UV02")
            .empty("processingCode", "code", "D")
            .empty("processingModeCode", "code", "T")
            .empty("acceptAckCode", "code", "AL");
    device(xml, "receiver", "RCV", DMP, "DMP");
    device(xml, "sender", "SND", sender, "LPS de référence Socle");
    xml.empty("attentionLine", "xsi:nil", "true")
        .open("controlActProcess", "classCode", "CACT", "moodCode", "EVN")
        .empty(
            "reasonCode",
            "code",
            "TEST_EXST",
            "codeSystem",
            defects.has(Mutant.DMP_EXISTENCE_MOTIF_AUTRE) ? REASONS + ".1" : REASONS)
        .open("queryByParameter")
        .empty("queryId", "root", sender, "extension", UUID.randomUUID().toString())
        .empty("statusCode", "code", "new")
        .open("parameterList")
        .empty("dataSource", "xsi:nil", "true")
        .open("patientIdentifier")
        .empty("value", "root", ins.oid(), "extension", ins.matricule() + ins.key())
        .leaf("semanticsText", "Patient.id")
        .close("patientIdentifier")
        .close("parameterList")
        .close("queryByParameter")
        .close("controlActProcess")
        .close("PRPA_IN201307UV02");
    return xml.toString();
  }

  /** What a mutant sends: TD1.1, which was withdrawn. */
  String creation(Ins ins, Instant now) {
    return write(ins, now).replace("PRPA_IN201307UV02", "PRPA_IN201311UV02");
  }

  /** Whether the sex of an answer is that of the number; a mutant looks at it. */
  boolean agrees(Element answer, Ins ins) {
    String sex = ins.matricule().startsWith("1") ? "M" : "F";
    return Xml.below(answer, "administrativeGenderCode").stream()
        .allMatch(code -> code.getAttribute("code").equals(sex));
  }

  private static void device(Markup xml, String role, String code, String oid, String name) {
    xml.open(role, "typeCode", code)
        .open("device", "classCode", "DEV", "determinerCode", "INSTANCE")
        .empty("id", "root", oid)
        .leaf("softwareName", name)
        .close("device")
        .close(role);
  }

  static Existence read(Element answer) throws DmpRefused {
    Element acknowledgement =
        Xml.find(answer, "acknowledgement")
            .orElseThrow(() -> new DmpRefused(List.of(), "Le DMP a répondu sans acquitter."));
    if (!acknowledgement.getAttribute("typeCode").equals("AA")) {
      String code = Xml.attribute(acknowledgement, "code", "acknowledgementDetail", "code");
      throw new DmpRefused(
          List.of(code),
          Errors.inFrench(code, Xml.text(acknowledgement, "acknowledgementDetail", "text")));
    }
    String found =
        Xml.attribute(answer, "code", "controlActProcess", "queryAck", "queryResponseCode");
    if (found.equals("NF")) {
      return new Existence(State.ABSENT, Access.AUCUN, false);
    }
    String status =
        Xml.attribute(
            answer,
            "code",
            "controlActProcess",
            "subject",
            "registrationEvent",
            "subject1",
            "patient",
            "statusCode");
    State state =
        switch (status) {
          case "active" -> State.OUVERT;
          case "terminated" -> State.FERME;
          default -> State.INCONNUE;
        };
    return new Existence(
        state,
        Access.of(line(answer, "AUTORISATION", "code")),
        line(answer, "STATUT_MT", "value").equals("true"));
  }

  private static String line(Element answer, String key, String attribute) {
    return Xml.children(answer, "attentionLine").stream()
        .filter(line -> Xml.attribute(line, "code", "keyWordText").equals(key))
        .map(line -> Xml.attribute(line, attribute, "value"))
        .findFirst()
        .orElse("");
  }
}
