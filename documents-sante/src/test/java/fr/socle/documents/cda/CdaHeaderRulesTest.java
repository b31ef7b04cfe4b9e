package fr.socle.documents.cda;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.documents.Samples;
import fr.socle.documents.SeenFindings;
import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.rule.DocumentRule;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule: a document that passes, the same broken in one way. */
class CdaHeaderRulesTest {
  private static final List<DocumentRule<CdaDocument>> RULES = CdaHeaderRules.all(ValueSets.load());
  // The PDF of the sample is not made to be kept.
  private static final String PDF_A = "CDA-CO-04";

  @Test
  void aRightDocumentBreaksNone() throws Exception {
    assertThat(SeenFindings.of(RULES, CdaDocumentTest.read(Samples.n1())))
        .extracting(SeenFindings.Seen::rule)
        .containsExactly(PDF_A);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aDocumentBrokenInOneWayBreaksItsRule(String rule, String right, String wrong)
      throws Exception {
    String sample = Samples.n1();
    assertThat(sample).contains(right);

    List<SeenFindings.Seen> seen =
        SeenFindings.of(RULES, CdaDocumentTest.read(sample.replace(right, wrong)));

    assertThat(seen)
        .extracting(SeenFindings.Seen::rule)
        .filteredOn(id -> !id.equals(PDF_A))
        .isNotEmpty()
        .containsOnly(rule);
    assertThat(seen).allSatisfy(each -> assertThat(each.mend()).endsWith("."));
  }

  @Test
  void everyRuleHasItsBrokenDocument() {
    TreeSet<String> tried = new TreeSet<>(List.of(PDF_A, "CDA-CO-01"));
    broken().forEach(each -> tried.add((String) each.get()[0]));

    assertThat(tried)
        .containsExactlyInAnyOrderElementsOf(RULES.stream().map(DocumentRule::id).toList());
  }

  @Test
  void aDocumentWithoutBodyIsSeen() throws Exception {
    assertThat(SeenFindings.rules(RULES, CdaDocumentTest.read(CdaDocumentTest.structured(""))))
        .containsExactly("CDA-CO-01");
  }

  @Test
  void aPatientWithoutInsOwesNoTrait() throws Exception {
    String local =
        Samples.n1()
            .replace(
                "<id root=\"1.2.250.1.213.1.4.10\" extension=\"275039999901191\"/>",
                "<id root=\"1.3.6.1.4.1.32473.30\" extension=\"IPP-1\"/>")
            .replace("<birthTime value=\"19750301\"/>", "");

    assertThat(SeenFindings.rules(RULES, CdaDocumentTest.read(local))).containsExactly(PDF_A);
  }

  static Stream<Arguments> broken() {
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
        Arguments.of("CDA-AU-01", authorOfSample(), ""),
        Arguments.of(
            "CDA-AU-02",
            "<id root=\"1.2.250.1.71.4.2.1\" extension=\"899900099997\"/>\n" + "      <code",
            "<code"),
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
        Arguments.of(
            "CDA-AC-03",
            "<componentOf>",
            "<relatedDocument typeCode=\"APND\">"
                + "<parentDocument><id root=\"1.2.3\"/></parentDocument></relatedDocument>"
                + "<componentOf>"),
        Arguments.of("CDA-AC-05", "code=\"AMB\"", "code=\"HORSTABLE\""),
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
        Arguments.of(
            "CDA-CO-02",
            "<templateId root=\"1.3.6.1.4.1.19376.1.2.20\"/>",
            "<templateId root=\"1.3.6.1.4.1.19376.1.2.20\"/><templateId root=\"1.2.3\"/>"),
        Arguments.of("CDA-CO-03", "representation=\"B64\"", "representation=\"TXT\""),
        Arguments.of(
            "CDA-AC-04", "<encompassingEncounter>", "<encompassingEncounter nullFlavor=\"NA\">"));
  }

  private static String authorOfSample() {
    String sample = Samples.n1();
    return sample.substring(
        sample.indexOf("  <author>"), sample.indexOf("</author>") + "</author>".length());
  }
}
