package fr.socle.lps.dmp.cda;

import fr.socle.lps.dmp.soap.Markup;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.util.List;
import java.util.UUID;

/** The body of a note of vaccination: one section, one vaccination (cda.md 4; official example). */
final class VaccinationBody {

  private static final String LOINC = "2.16.840.1.113883.6.1";
  private static final int DAY = 8;

  private final Markup xml;
  private final Defects defects;

  VaccinationBody(Markup xml, Defects defects) {
    this.xml = xml;
    this.defects = defects;
  }

  void write(Writing writing) {
    xml.open("component").open("structuredBody").open("component").open("section");
    templates(
        "2.16.840.1.113883.10.20.1.6", "1.3.6.1.4.1.19376.1.5.3.1.3.23", "1.2.250.1.213.1.1.2.147");
    xml.empty("id", "root", UUID.randomUUID().toString())
        .empty(
            "code",
            "code",
            "11369-6",
            "codeSystem",
            LOINC,
            "displayName",
            "Historique des vaccinations")
        .leaf("title", "Note de vaccination")
        .open("text")
        .open("list");
    List<Content.Vaccination> all =
        writing.content().vaccinations().stream().map(this::told).toList();
    for (int i = 0; i < all.size(); i++) {
      xml.leaf("item", all.get(i).line(), "ID", "vac-" + i);
    }
    xml.close("list").close("text");
    for (int i = 0; i < all.size(); i++) {
      entry(all.get(i), "#vac-" + i, writing);
    }
    xml.close("section").close("component").close("structuredBody").close("component");
  }

  private Content.Vaccination told(Content.Vaccination one) {
    return defects.has(Mutant.DMP_VACCINATION_SANS_LOT)
        ? new Content.Vaccination(one.label(), one.code(), "", one.rank())
        : one;
  }

  private void entry(Content.Vaccination one, String text, Writing writing) {
    xml.open("entry")
        .open(
            "substanceAdministration",
            "classCode",
            "SBADM",
            "moodCode",
            "EVN",
            "negationInd",
            "false");
    templates(
        "2.16.840.1.113883.10.20.1.24", "1.3.6.1.4.1.19376.1.5.3.1.4.12", "1.2.250.1.213.1.1.3.45");
    xml.empty("id", "root", UUID.randomUUID().toString())
        .empty(
            "code",
            "code",
            "IMMUNIZ",
            "codeSystem",
            "2.16.840.1.113883.5.4",
            "displayName",
            "Vaccination");
    reference("text", text);
    xml.empty("statusCode", "code", "completed")
        .empty("effectiveTime", "value", CdaWriter.time(writing.start()).substring(0, DAY));
    product(one, text);
    xml.open("performer", "typeCode", "PRF");
    CdaPeople.entity(xml, writing.authors().get(0).who(), "assignedEntity", true);
    xml.close("performer");
    if (!one.rank().isEmpty()) {
      xml.open("entryRelationship", "typeCode", "SUBJ")
          .open("observation", "classCode", "OBS", "moodCode", "EVN");
      templates("2.16.840.1.113883.10.20.1.46", "1.2.250.1.213.1.1.3.82");
      xml.empty(
              "code",
              "code",
              "30973-2",
              "codeSystem",
              LOINC,
              "displayName",
              "Rang de la vaccination")
          .empty("statusCode", "code", "completed")
          .empty("value", "xsi:type", "INT", "value", one.rank())
          .close("observation")
          .close("entryRelationship");
    }
    xml.close("substanceAdministration").close("entry");
  }

  private void product(Content.Vaccination one, String text) {
    xml.open("consumable", "typeCode", "CSM").open("manufacturedProduct");
    templates(
        "2.16.840.1.113883.10.20.1.53",
        "1.3.6.1.4.1.19376.1.5.3.1.4.7.2",
        "1.2.250.1.213.1.1.3.43");
    xml.open("manufacturedMaterial");
    if (one.code().isEmpty()) {
      xml.open("code", "nullFlavor", "UNK");
    } else {
      xml.open(
          "code",
          "code",
          one.code(),
          "codeSystem",
          "1.2.250.1.213.2.3.1",
          "displayName",
          one.label());
    }
    reference("originalText", text);
    xml.close("code").leaf("name", one.label());
    if (!one.lot().isEmpty()) {
      xml.leaf("lotNumberText", one.lot());
    }
    xml.close("manufacturedMaterial").close("manufacturedProduct").close("consumable");
  }

  private void reference(String element, String text) {
    xml.open(element).empty("reference", "value", text).close(element);
  }

  private void templates(String... roots) {
    for (String root : roots) {
      xml.empty("templateId", "root", root);
    }
  }
}
