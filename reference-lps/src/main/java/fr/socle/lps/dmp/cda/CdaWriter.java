package fr.socle.lps.dmp.cda;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.lps.dmp.soap.Markup;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;

/** Writes documents as CDA R2, N1 or N3 (cda.md 2, 3). Immutable. */
public final class CdaWriter {

  private static final DateTimeFormatter ZONED =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmssxx").withZone(ZoneId.of("Europe/Paris"));
  private static final String XDS_SD = "1.3.6.1.4.1.19376.1.2.20";
  private static final String SUMMARY = "1.2.250.1.213.1.1.1.13";
  private static final String VACCINATION = "1.2.250.1.213.1.1.1.46";
  private static final String LABORATORY = "1.2.250.1.213.1.1.1.55";

  private final Defects defects;

  public CdaWriter(Defects defects) {
    this.defects = defects;
  }

  /**
   * A document.
   *
   * @param pdf the PDF/A-1 of the same content
   */
  public byte[] write(Writing writing, byte[] pdf) {
    Markup xml = new Markup().raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    xml.open(
        "ClinicalDocument",
        "xmlns",
        "urn:hl7-org:v3",
        "xmlns:xsi",
        "http://www.w3.org/2001/XMLSchema-instance");
    head(xml, writing);
    new CdaPeople(xml, defects).write(writing);
    act(xml, writing);
    switch (writing.body()) {
      case PDF -> unstructured(xml, pdf, defects.has(Mutant.DMP_N1_SANS_PDF));
      case SUMMARY -> new SummaryBody(xml).write(writing.content());
      case LABORATORY -> {
        if (defects.has(Mutant.DMP_BIOLOGIE_EN_PDF)) {
          unstructured(xml, pdf, false);
        } else {
          new LaboratoryBody(xml).write(writing);
        }
      }
      case VACCINATION -> new VaccinationBody(xml, defects).write(writing);
    }
    return xml.close("ClinicalDocument").toString().getBytes(UTF_8);
  }

  /** A time with its zone. */
  static String time(Instant instant) {
    return ZONED.format(instant);
  }

  private void head(Markup xml, Writing writing) {
    xml.empty("realmCode", "code", "FR")
        .empty("typeId", "root", "2.16.840.1.113883.1.3", "extension", "POCD_HD000040")
        .empty("templateId", "root", "2.16.840.1.113883.2.8.2.1")
        .empty("templateId", "root", "1.2.250.1.213.1.1.1.1");
    switch (writing.body()) {
      case PDF -> xml.empty("templateId", "root", XDS_SD);
      case SUMMARY ->
          xml.empty("templateId", "root", "1.3.6.1.4.1.19376.1.5.3.1.1.1")
              .empty(
                  "templateId",
                  "root",
                  defects.has(Mutant.DMP_SYNTHESE_AUTRE_MODELE) ? XDS_SD : SUMMARY,
                  "extension",
                  "201310");
      case LABORATORY ->
          xml.empty("templateId", "root", "1.3.6.1.4.1.19376.1.3.3")
              .empty("templateId", "root", LABORATORY, "extension", "2024.01");
      case VACCINATION ->
          xml.empty("templateId", "root", "1.3.6.1.4.1.19376.1.5.3.1.1.18.1.2")
              .empty(
                  "templateId",
                  "root",
                  VACCINATION,
                  "extension",
                  defects.has(Mutant.DMP_VACCINATION_VERSION_ANCIENNE) ? "2021.01" : "2023.01");
    }
    xml.empty("id", "root", writing.id())
        .empty(
            "code",
            "code",
            writing.type().type().code(),
            "codeSystem",
            writing.type().type().scheme(),
            "displayName",
            writing.type().type().label())
        .leaf("title", writing.title())
        .empty("effectiveTime", "value", time(writing.created()))
        .empty(
            "confidentialityCode",
            "code",
            "N",
            "codeSystem",
            "2.16.840.1.113883.5.25",
            "displayName",
            "Normal")
        .empty("languageCode", "code", "fr-FR")
        .empty("setId", "root", writing.setId())
        .empty("versionNumber", "value", String.valueOf(writing.version()));
  }

  private static void act(Markup xml, Writing writing) {
    Order order = writing.order();
    if (order != null) {
      xml.open("inFulfillmentOf")
          .open("order")
          .empty("id", "root", order.authority(), "extension", order.number())
          .close("order")
          .close("inFulfillmentOf");
    }
    xml.open("documentationOf").open("serviceEvent");
    if (writing.body() == Body.SUMMARY) {
      xml.empty(
          "code",
          "code",
          "34117-2",
          "codeSystem",
          "2.16.840.1.113883.6.1",
          "displayName",
          "Historique et clinique");
    }
    if (writing.body() == Body.VACCINATION) {
      xml.empty(
          "code",
          "code",
          writing.type().type().code(),
          "codeSystem",
          writing.type().type().scheme(),
          "displayName",
          writing.type().type().label());
    }
    xml.open("effectiveTime")
        .empty("low", "value", time(writing.start()))
        .close("effectiveTime")
        .open("performer", "typeCode", "PRF");
    CdaPeople.entity(xml, writing.authors().get(0).who(), "assignedEntity", true);
    xml.close("performer").close("serviceEvent").close("documentationOf");
    String replaced = writing.replaced();
    if (replaced != null) {
      xml.open("relatedDocument", "typeCode", "RPLC")
          .open("parentDocument")
          .empty("id", "root", replaced)
          .close("parentDocument")
          .close("relatedDocument");
    }
    xml.open("componentOf")
        .open("encompassingEncounter")
        .empty(
            "code",
            "code",
            "AMB",
            "codeSystem",
            "2.16.840.1.113883.5.4",
            "displayName",
            "Ambulatoire (hors établissement)")
        .open("effectiveTime")
        .empty("low", "value", time(writing.start()))
        .close("effectiveTime")
        .open("location")
        .open("healthCareFacility")
        .empty(
            "code",
            "code",
            writing.responsible().structure().sector(),
            "codeSystem",
            "1.2.250.1.71.4.2.4",
            "displayName",
            writing.responsible().structure().sectorLabel())
        .close("healthCareFacility")
        .close("location")
        .close("encompassingEncounter")
        .close("componentOf");
  }

  private static void unstructured(Markup xml, byte[] pdf, boolean asText) {
    xml.open("component")
        .open("nonXMLBody")
        .leaf(
            "text",
            Base64.getEncoder().encodeToString(pdf),
            "mediaType",
            asText ? "text/plain" : "application/pdf",
            "representation",
            "B64")
        .close("nonXMLBody")
        .close("component");
  }

  /** A narrative list. */
  static void list(Markup xml, List<String> lines) {
    xml.open("text");
    if (lines.isEmpty()) {
      xml.leaf("paragraph", "Rien à signaler.");
    } else {
      xml.open("list");
      lines.forEach(line -> xml.leaf("item", line));
      xml.close("list");
    }
    xml.close("text");
  }
}
