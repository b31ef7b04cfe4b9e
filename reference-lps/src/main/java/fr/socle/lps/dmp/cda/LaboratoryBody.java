package fr.socle.lps.dmp.cda;

import fr.socle.lps.dmp.soap.Markup;
import java.util.List;

/** The body of a report of laboratory: one chapter, its analyses in LOINC (cda.md 4). */
final class LaboratoryBody {

  private static final String LOINC = "2.16.840.1.113883.6.1";

  private final Markup xml;

  LaboratoryBody(Markup xml) {
    this.xml = xml;
  }

  void write(Writing writing) {
    List<Content.Analysis> analyses = writing.content().analyses();
    xml.open("component")
        .open("structuredBody")
        .open("component")
        .open("section", "classCode", "DOCSECT")
        .empty("templateId", "root", "1.3.6.1.4.1.19376.1.3.3.2.1")
        .empty("code", "code", "18719-5", "codeSystem", LOINC, "displayName", "Biochimie")
        .leaf("title", "Biochimie");
    CdaWriter.list(xml, analyses.stream().map(Content.Analysis::line).toList());
    xml.open("entry")
        .empty("templateId", "root", "1.3.6.1.4.1.19376.1.3.1")
        .open("act", "classCode", "ACT", "moodCode", "EVN")
        .empty("code", "code", "18719-5", "codeSystem", LOINC, "displayName", "Biochimie")
        .empty("statusCode", "code", "completed");
    for (Content.Analysis analysis : analyses) {
      analysis(analysis, CdaWriter.time(writing.start()), writing.patient().localAuthority());
    }
    xml.close("act")
        .close("entry")
        .close("section")
        .close("component")
        .close("structuredBody")
        .close("component");
  }

  private void analysis(Content.Analysis analysis, String time, String authority) {
    xml.open("entryRelationship", "typeCode", "COMP")
        .open("observation", "classCode", "OBS", "moodCode", "EVN")
        .empty("templateId", "root", "1.3.6.1.4.1.19376.1.3.1.6");
    if (analysis.code().isEmpty()) {
      // without a LOINC code, the code of the practice, which is not passed off as one
      xml.open("code", "nullFlavor", "OTH")
          .empty(
              "translation",
              "code",
              analysis.label(),
              "codeSystem",
              authority + ".2",
              "displayName",
              analysis.label())
          .close("code");
    } else {
      xml.empty(
          "code",
          "code",
          analysis.code(),
          "codeSystem",
          LOINC,
          "codeSystemName",
          "LOINC",
          "displayName",
          analysis.label());
    }
    xml.empty("statusCode", "code", "completed").empty("effectiveTime", "value", time);
    if (analysis.value().matches("-?[0-9]+([.][0-9]+)?")) {
      xml.empty("value", "xsi:type", "PQ", "value", analysis.value(), "unit", analysis.unit());
    } else {
      xml.leaf("value", analysis.value(), "xsi:type", "ST");
    }
    if (!analysis.range().isEmpty()) {
      xml.open("referenceRange")
          .open("observationRange")
          .leaf("text", analysis.range())
          .close("observationRange")
          .close("referenceRange");
    }
    xml.close("observation").close("entryRelationship");
  }
}
