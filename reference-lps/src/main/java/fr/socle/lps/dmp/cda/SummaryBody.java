package fr.socle.lps.dmp.cda;

import fr.socle.lps.dmp.soap.Markup;
import java.util.List;

/** The body of a medical summary: its three compulsory sections first (cda.md 4). */
final class SummaryBody {

  private final Markup xml;

  SummaryBody(Markup xml) {
    this.xml = xml;
  }

  void write(Content content) {
    xml.open("component").open("structuredBody");
    section(
        "1.2.250.1.213.1.1.2.29",
        "46612-8",
        "Problèmes",
        content.problems().stream().map(Content::line).toList());
    section(
        "1.3.6.1.4.1.19376.1.5.3.1.3.27",
        "30954-2",
        "Résultats d'examens",
        content.analyses().stream().map(Content.Analysis::line).toList());
    section(
        "1.2.250.1.213.1.1.2.32",
        "10160-0",
        "Traitements au long cours",
        content.treatments().stream().map(Content::line).toList());
    if (!content.text().isBlank()) {
      section("", "48765-2", "Points de vigilance", content.text().lines().toList());
    }
    xml.close("structuredBody").close("component");
  }

  private void section(String template, String code, String title, List<String> lines) {
    xml.open("component").open("section");
    if (!template.isEmpty()) {
      xml.empty("templateId", "root", template);
    }
    xml.empty("code", "code", code, "codeSystem", "2.16.840.1.113883.6.1", "displayName", title)
        .leaf("title", title);
    CdaWriter.list(xml, lines);
    xml.close("section").close("component");
  }
}
