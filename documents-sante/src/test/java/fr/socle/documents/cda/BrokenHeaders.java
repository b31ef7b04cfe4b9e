package fr.socle.documents.cda;

import fr.socle.documents.Samples;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Headers broken in one way each, beside the rule that says so: what is replaced, and by what. */
final class BrokenHeaders {
  static final String ID_OF_AUTHOR =
      "<id root=\"1.2.250.1.71.4.2.1\" extension=\"899900099997\"/>\n";
  static final String FINESS = "<id root=\"1.2.250.1.71.4.2.2\" extension=\"1750999997\"/>";
  static final String CONSENT =
      "<authorization><consent classCode=\"CONS\" moodCode=\"EVN\"><statusCode code=\"completed\"/>"
          + "</consent></authorization>";
  static final String INS = "<id root=\"1.2.250.1.213.1.4.10\" extension=\"275039999901191\"/>";

  private BrokenHeaders() {}

  static Stream<Arguments> all() {
    return Stream.of(
        Arguments.of("CDA-EN-01", "<realmCode code=\"FR\"/>", ""),
        Arguments.of("CDA-EN-02", "POCD_HD000040", "POCD_HD000041"),
        Arguments.of(
            "CDA-EN-03",
            "<templateId root=\"2.16.840.1.113883.2.8.2.1\"/>",
            "<templateId root=\"1.2.3\"/>"),
        Arguments.of("CDA-EN-04", "<id root=\"1.3.6.1.4.1.32473.20\" extension=\"D1\"/>", ""),
        Arguments.of(
            "CDA-EN-04",
            "<id root=\"1.3.6.1.4.1.32473.20\" extension=\"D1\"/>",
            "<id nullFlavor=\"UNK\"/>"),
        Arguments.of("CDA-EN-04", "<id root=\"1.3.6.1.4.1.32473.20\" extension=\"D1\"/>", "<id/>"),
        Arguments.of(
            "CDA-EN-07", "<title>Compte rendu de consultation</title>", "<title> </title>"),
        Arguments.of(
            "CDA-EN-08", "<effectiveTime value=\"20260115103000+0100\"/>", "<effectiveTime/>"),
        Arguments.of(
            "CDA-EN-09",
            "<effectiveTime value=\"20260115103000+0100\"/>",
            "<effectiveTime value=\"20260231103000+0100\"/>"),
        Arguments.of(
            "CDA-EN-14", "<setId root=\"1.3.6.1.4.1.32473.21\" extension=\"S1\"/>", "<setId/>"),
        Arguments.of(
            "CDA-AU-02", "<author>\n    <time value=\"20260115103000+0100\"/>", "<author><time/>"),
        Arguments.of(
            "CDA-EN-05",
            "<code code=\"11488-4\" codeSystem=\"2.16.840.1.113883.6.1\""
                + " displayName=\"CR ou fiche de consultation ou de visite\"/>",
            ""),
        Arguments.of("CDA-EN-06", "11488-4", "99999-9"),
        Arguments.of("CDA-EN-06", " displayName=\"CR ou fiche de consultation ou de visite\"", ""),
        Arguments.of("CDA-EN-07", "<title>Compte rendu de consultation</title>", ""),
        Arguments.of("CDA-EN-08", "<effectiveTime value=\"20260115103000+0100\"/>", ""),
        Arguments.of(
            "CDA-EN-09",
            "<effectiveTime value=\"20260115103000+0100\"/>",
            "<effectiveTime value=\"20260115103000\"/>"),
        Arguments.of(
            "CDA-EN-10",
            "<confidentialityCode code=\"N\""
                + " codeSystem=\"2.16.840.1.113883.5.25\" displayName=\"Normal\"/>",
            ""),
        Arguments.of(
            "CDA-EN-11",
            "<confidentialityCode code=\"N\"",
            "<confidentialityCode code=\"MASQUE_PS\""),
        Arguments.of("CDA-EN-12", "<languageCode code=\"fr-FR\"/>", ""),
        Arguments.of("CDA-EN-13", "<languageCode code=\"fr-FR\"/>", "<languageCode code=\"fr\"/>"),
        Arguments.of("CDA-EN-14", "<setId root=\"1.3.6.1.4.1.32473.21\" extension=\"S1\"/>", ""),
        Arguments.of("CDA-EN-15", "<versionNumber value=\"1\"/>", ""),
        Arguments.of("CDA-EN-16", "<versionNumber value=\"1\"/>", "<versionNumber value=\"0\"/>"),
        Arguments.of(
            "CDA-EN-06",
            "<code code=\"11488-4\" codeSystem=\"2.16.840.1.113883.6.1\"",
            "<code code=\"11488-4\""),
        Arguments.of(
            "CDA-EN-17",
            "<code code=\"11488-4\" codeSystem=\"2.16.840.1.113883.6.1\"",
            "<code code=\"11488-4\" codeSystem=\"1.2.3\""),
        Arguments.of("CDA-EN-17", "codeSystem=\"2.16.840.1.113883.5.25\"", "codeSystem=\"1.2.3\""),
        Arguments.of("CDA-EN-17", "codeSystem=\"1.2.250.1.213.1.1.4.5\"", ""),
        Arguments.of("CDA-EN-17", "codeSystem=\"2.16.840.1.113883.5.4\"", "codeSystem=\"1.2.3\""),
        Arguments.of("CDA-EN-17", "codeSystem=\"1.2.250.1.71.4.2.4\"", "codeSystem=\"1.2.3\""),
        Arguments.of("CDA-PA-01", "<recordTarget>", "<recordTarget nullFlavor=\"UNK\">"),
        Arguments.of(
            "CDA-PA-02", "<telecom value=\"mailto", "<id root=\"1.2.3\"/><telecom value=\"mailto"),
        Arguments.of("CDA-PA-03", "<given qualifier=\"BR\">ALMA</given>", ""),
        Arguments.of("CDA-PA-03", "<given>ALMA LOU</given>", ""),
        Arguments.of("CDA-PA-03", "<birthTime value=\"19750301\"/>", ""),
        Arguments.of("CDA-PA-03", "<county>99999</county>", ""),
        Arguments.of(
            "CDA-PA-04",
            "<given qualifier=\"BR\">ALMA</given>",
            "<family qualifier=\"SP\">AUTRE</family><given qualifier=\"BR\">ALMA</given>"),
        Arguments.of("CDA-PA-05", "mailto:275039999901191", "courriel:275039999901191"),
        Arguments.of("CDA-PA-06", "extension=\"275039999901191\"", "extension=\"275039999901192\""),
        Arguments.of("CDA-PA-07", "root=\"1.2.250.1.213.1.4.10\"", "root=\"1.2.250.1.213.1.4.2\""),
        Arguments.of("CDA-PA-08", "<birthplace>", "<guardian/><birthplace>"),
        Arguments.of("CDA-PA-08", "<birthplace>", "<birthplace/><birthplace>"),
        Arguments.of(
            "CDA-PA-09",
            "<administrativeGenderCode code=\"F\"",
            "<administrativeGenderCode code=\"2\""),
        Arguments.of("CDA-AU-01", authorOfSample(), ""),
        Arguments.of("CDA-AU-02", ID_OF_AUTHOR + "      <code", "<code"),
        Arguments.of(
            "CDA-AU-02", "<author>\n    <time value=\"20260115103000+0100\"/>", "<author>"),
        Arguments.of(
            "CDA-AU-07",
            ID_OF_AUTHOR + "      <code",
            "<id root=\"1.3.6.1.4.1.32473.40\" extension=\"L1\"/><code"),
        Arguments.of("CDA-AU-03", "G15_10/SM26", "G15_10/SM99"),
        Arguments.of("CDA-AU-04", "<prefix>MME</prefix>", "<prefix>MADAME</prefix>"),
        Arguments.of("CDA-AU-04", "<suffix>DR</suffix>", "<suffix>DOCTEUR</suffix>"),
        Arguments.of("CDA-AU-05", "<name>CABINET FICTIF</name>\n        <telecom", "<telecom"),
        Arguments.of("CDA-AU-06", "<signatureCode code=\"S\"/>", ""),
        Arguments.of(
            "CDA-AC-01",
            "<serviceEvent>\n      <effectiveTime><low"
                + " value=\"20260115100000+0100\"/></effectiveTime>",
            "<serviceEvent>"),
        Arguments.of("CDA-AC-02", "code=\"AMBULATOIRE\"", "code=\"AILLEURS\""),
        Arguments.of("CDA-AC-02", "codeSystem=\"1.2.250.1.213.1.1.4.9\"", "codeSystem=\"1.2.3\""),
        Arguments.of(
            "CDA-AC-03",
            "<componentOf>",
            "<relatedDocument typeCode=\"APND\">"
                + "<parentDocument><id root=\"1.2.3\"/></parentDocument></relatedDocument>"
                + "<componentOf>"),
        Arguments.of("CDA-AC-05", "code=\"AMB\"", "code=\"XXX\""),
        Arguments.of(
            "CDA-AC-06",
            "<effectiveTime><low value=\"20260115100000+0100\"/>"
                + "</effectiveTime>\n      <location>",
            "<location>"),
        Arguments.of(
            "CDA-AC-07",
            "<code code=\"SA07\" codeSystem=\"1.2.250.1.71.4.2.4\""
                + " displayName=\"Cabinet individuel\"/>",
            ""),
        Arguments.of("CDA-AC-08", "SA07", "SA99"),
        Arguments.of("CDA-AP-01", "<custodian>", "<dataEnterer/><dataEnterer/><custodian>"),
        Arguments.of(
            "CDA-AP-02", "<documentationOf>", participant("NOK", FINESS) + "<documentationOf>"),
        Arguments.of(
            "CDA-AP-02",
            "<documentationOf>",
            participant("PROV", "<id root=\"1.2.3\"/>") + "<documentationOf>"),
        Arguments.of(
            "CDA-AP-03",
            "<documentationOf>",
            participant("PROV", FINESS).replace("PCP", "HORSTABLE") + "<documentationOf>"),
        Arguments.of(
            "CDA-AP-04",
            "<documentationOf>",
            "<inFulfillmentOf><order/></inFulfillmentOf><documentationOf>"),
        Arguments.of(
            "CDA-AP-05", "<componentOf>", CONSENT.replace("completed", "active") + "<componentOf>"),
        Arguments.of(
            "CDA-AP-05", "<componentOf>", CONSENT.replace("CONS", "ACT") + "<componentOf>"),
        Arguments.of(
            "CDA-AP-06",
            "<representedOrganization>\n        <id root=\"1.2.250.1.71.4.2.2\"",
            "<representedOrganization><id root=\"1.2.3\""),
        Arguments.of("CDA-AP-07", "extension=\"899900099997\"", "extension=\"89990009999\""),
        Arguments.of("CDA-AP-07", "extension=\"499900099997001\"", "extension=\"999900099997\""),
        Arguments.of(
            "CDA-CO-01", "</component>", "</component><component><structuredBody/></component>"),
        Arguments.of(
            "CDA-CO-02",
            "<templateId root=\"1.3.6.1.4.1.19376.1.2.20\"/>",
            "<templateId root=\"1.3.6.1.4.1.19376.1.2.20\"/><templateId root=\"1.2.3\"/>"),
        Arguments.of("CDA-CO-03", "representation=\"B64\"", "representation=\"TXT\""),
        Arguments.of(
            "CDA-CO-05",
            "mediaType=\"application/pdf\" representation=\"B64\"",
            "mediaType=\"text/plain\""),
        Arguments.of(
            "CDA-AC-04", "<encompassingEncounter>", "<encompassingEncounter nullFlavor=\"NA\">"));
  }

  static String participant(String kind, String id) {
    return "<participant typeCode=\"INF\">"
        + "<functionCode code=\"PCP\" codeSystem=\"2.16.840.1.113883.5.88\"/>"
        + "<associatedEntity classCode=\""
        + kind
        + "\">"
        + id
        + "</associatedEntity></participant>";
  }

  private static String authorOfSample() {
    String sample = Samples.n1();
    return sample.substring(
        sample.indexOf("  <author>"), sample.indexOf("</author>") + "</author>".length());
  }
}
