package fr.socle.lps.dmp.ebxml;

import fr.socle.lps.dmp.soap.Markup;
import java.time.Instant;

/**
 * A submission set.
 *
 * @param uniqueId OID of the set
 * @param sourceId OID of this software
 */
public record Lot(String uniqueId, String sourceId, Author author, Patient patient, Instant at) {

  static final String SYMBOL = "Lot01";
  private static final Code ACTIVITY =
      new Code("07", "1.2.250.1.213.2.2", "Consultations soins externes");

  void write(Markup xml, EbXml ebxml) {
    xml.open("rim:RegistryPackage", "id", SYMBOL);
    ebxml.slot("submissionTime", EbXml.time(at));
    ebxml.author(SYMBOL, "a7058bb9-b4e4-4307-ba5b-e3f0ab85e12d", author);
    ebxml.code(SYMBOL, "aa543740-bdda-424e-8c96-df4873be8500", ACTIVITY);
    xml.empty(
        "rim:Classification",
        "id",
        ebxml.next(SYMBOL),
        "classificationNode",
        "urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd",
        "classifiedObject",
        SYMBOL);
    ebxml.identifier(
        SYMBOL, "6b5aea1a-874d-4603-a4bc-96a0a7b38446", patient.id(), "XDSSubmissionSet.patientId");
    ebxml.identifier(
        SYMBOL, "554ac39e-e3fe-47fe-b233-965d2a147832", sourceId, "XDSSubmissionSet.sourceId");
    ebxml.identifier(
        SYMBOL, "96fdda7c-d067-4183-912e-bf5ee74998a8", uniqueId, "XDSSubmissionSet.uniqueId");
    xml.close("rim:RegistryPackage");
  }
}
