package fr.socle.documents.cda;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.documents.Samples;
import fr.socle.documents.SeenFindings;
import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.rule.DocumentRule;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  @MethodSource("fr.socle.documents.cda.BrokenHeaders#all")
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
    TreeSet<String> tried = new TreeSet<>(List.of(PDF_A));
    BrokenHeaders.all().forEach(each -> tried.add((String) each.get()[0]));

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
            .replace(BrokenHeaders.INS, "<id root=\"1.3.6.1.4.1.32473.30\" extension=\"IPP-1\"/>")
            .replace("<birthTime value=\"19750301\"/>", "");

    assertThat(SeenFindings.rules(RULES, CdaDocumentTest.read(local))).containsExactly(PDF_A);
  }

  @Test
  void aPatientMayBeTheAuthorOfWhatSheWrites() throws Exception {
    String own =
        Samples.n1()
            .replace(
                "code=\"11488-4\" codeSystem=\"2.16.840.1.113883.6.1\"",
                "code=\"EXPPAT_2\" codeSystem=\"1.2.250.1.213.1.1.4.12\"")
            .replace(BrokenHeaders.ID_OF_AUTHOR + "      <code", BrokenHeaders.INS + "<code")
            .replace(
                "code=\"G15_10/SM26\" codeSystem=\"1.2.250.1.213.1.1.4.5\"",
                "code=\"EXP_PATIENT\" codeSystem=\"1.2.250.1.213.1.1.4.6\"");

    assertThat(SeenFindings.rules(RULES, CdaDocumentTest.read(own))).containsExactly(PDF_A);
  }

  @Test
  void aSocialSecurityNumberBesideTheInsIsNoIns() throws Exception {
    String both =
        Samples.n1()
            .replace(
                BrokenHeaders.INS,
                BrokenHeaders.INS.replace("4.10", "4.8")
                    + BrokenHeaders.INS.replace("4.10", "4.13"));

    assertThat(SeenFindings.rules(RULES, CdaDocumentTest.read(both))).containsExactly(PDF_A);
  }

  @Test
  void aNameThatIsSaidToBeUnknownIsNotBlamedForItsQualifierNorAPrefixForItsCode() throws Exception {
    String unknown =
        Samples.n1()
            .replace("<given qualifier", "<family nullFlavor=\"UNK\"/><given qualifier")
            .replace("<prefix>MME</prefix>", "<prefix nullFlavor=\"UNK\"/>");

    assertThat(SeenFindings.rules(RULES, CdaDocumentTest.read(unknown))).containsExactly(PDF_A);
  }

  @Test
  void anIdentifierSaidToBeUnknownBesideTheOneOfTheDocumentIsNotCounted() throws Exception {
    String two = Samples.n1().replace("<setId", "<setId nullFlavor=\"UNK\"/><setId");

    assertThat(SeenFindings.rules(RULES, CdaDocumentTest.read(two))).containsExactly(PDF_A);
  }

  @Test
  void aParticipantAnOrderAndAConsentMayBeThere() throws Exception {
    String more =
        Samples.n1()
            .replace(
                "<documentationOf>",
                BrokenHeaders.participant("PROV", BrokenHeaders.FINESS)
                    + "<inFulfillmentOf><order><id root=\"1.2.3\"/></order></inFulfillmentOf>"
                    + "<documentationOf>")
            .replace("<componentOf>", BrokenHeaders.CONSENT + "<componentOf>");

    assertThat(SeenFindings.rules(RULES, CdaDocumentTest.read(more))).containsExactly(PDF_A);
  }

  @Test
  void aCodeIsKeptWhenItsSystemAloneIsWrong() throws Exception {
    String wrong =
        Samples.n1().replace("codeSystem=\"2.16.840.1.113883.5.25\"", "codeSystem=\"1.2.3\"");

    assertThat(SeenFindings.of(RULES, CdaDocumentTest.read(wrong)))
        .contains(
            new SeenFindings.Seen(
                "CDA-EN-17",
                "/ClinicalDocument/confidentialityCode/@codeSystem",
                "2.16.840.1.113883.5.25, le système du code N dans JDV_HL7_Confidentiality",
                "1.2.3",
                "Gardez le code de confidentialityCode et corrigez son codeSystem."));
  }

  @Test
  void theContentOfAnN1IsBase64AndNotEmpty() throws Exception {
    String n1 = Samples.n1();
    String start = "representation=\"B64\">";
    String content = n1.substring(n1.indexOf(start) + start.length(), n1.indexOf("</text>"));

    for (String wrong : List.of("bonjour !", " ", content.substring(0, 41))) {
      assertThat(SeenFindings.rules(RULES, CdaDocumentTest.read(n1.replace(content, wrong))))
          .as(wrong)
          .containsExactly("CDA-CO-03");
    }
  }

  @ParameterizedTest
  @CsvSource({"'', CDA-CO-05", "' representation=\"TXT\"', CDA-CO-05"})
  void aTextMayBeCarriedAsItIs(String representation, String rule) throws Exception {
    String start = "mediaType=\"application/pdf\" representation=\"B64\">";
    String n1 = Samples.n1();
    assertThat(n1).contains(start);
    String content = n1.substring(n1.indexOf(start) + start.length(), n1.indexOf("</text>"));
    String opening = "mediaType=\"text/plain\"" + representation + ">";

    assertThat(
            SeenFindings.rules(
                RULES, CdaDocumentTest.read(n1.replace(start + content, opening + "Bonjour."))))
        .containsExactly(rule);
    assertThat(
            SeenFindings.rules(
                RULES, CdaDocumentTest.read(n1.replace(start + content, opening + " "))))
        .containsExactly("CDA-CO-03", rule);
  }

  @Test
  void aKindOfEncounterSaidToBeUnknownIsAsGoodAsNone() throws Exception {
    String code =
        "<code code=\"AMB\" codeSystem=\"2.16.840.1.113883.5.4\" displayName=\"Ambulatoire\"/>";
    assertThat(Samples.n1()).contains(code);

    for (String instead : List.of("<code nullFlavor=\"UNK\"/>", "")) {
      assertThat(
              SeenFindings.rules(RULES, CdaDocumentTest.read(Samples.n1().replace(code, instead))))
          .containsExactly(PDF_A);
    }
  }

  @Test
  void aPdfThatTheBenchCannotJudgeIsNotBlamed() throws Exception {
    String n1 = Samples.n1();
    String start = "representation=\"B64\">";
    String content = n1.substring(n1.indexOf(start) + start.length(), n1.indexOf("</text>"));
    byte[] bomb = Samples.inflatingPdf();

    assertThat(
            SeenFindings.rules(
                RULES,
                CdaDocumentTest.read(
                    n1.replace(content, Base64.getEncoder().encodeToString(bomb)))))
        .isEmpty();
  }

  @Test
  void whatOthersWriteWithoutEndIsToldWithAnEnd() throws Exception {
    String many = "<id root=\"1.2.3\"/>".repeat(100_000);
    String document = Samples.n1().replace(BrokenHeaders.INS, BrokenHeaders.INS + many);

    List<SeenFindings.Seen> seen = SeenFindings.of(RULES, CdaDocumentTest.read(document));

    assertThat(seen).filteredOn(each -> each.rule().equals("CDA-PA-02")).hasSize(21);
    assertThat(seen)
        .filteredOn(each -> each.location().equals("et ailleurs"))
        .extracting(SeenFindings.Seen::found)
        .containsExactly("… et 99980 autres");
  }

  /** Each rule that walks a list, on lists of tens of thousands: a walk for each would not end. */
  @Test
  void listsWithoutEndAreWalkedOnce() throws Exception {
    String authors = "<author><assignedAuthor><code code=\"X\"/></assignedAuthor></author>";
    String participants = BrokenHeaders.participant("X", "").replace("PCP", "XXX");
    String orders = "<inFulfillmentOf><order/></inFulfillmentOf>";
    String names = "<family qualifier=\"SP\"/><guardian/>";
    String hostile =
        Samples.n1()
            .replace("<custodian>", authors.repeat(15_000) + "<custodian>")
            .replace(
                "<documentationOf>",
                participants.repeat(15_000) + orders.repeat(15_000) + "<documentationOf>")
            .replace("</name>", names.repeat(5_000) + "</name>");

    assertThat(SeenFindings.of(RULES, CdaDocumentTest.read(hostile)))
        .hasSizeBetween(100, 400)
        .extracting(SeenFindings.Seen::rule)
        .contains("CDA-AU-02", "CDA-AU-03", "CDA-AP-02", "CDA-AP-03", "CDA-AP-04", "CDA-PA-04");
  }
}
