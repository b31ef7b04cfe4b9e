package fr.socle.insi.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.TlsFacts;
import fr.socle.exigences.Rule;
import fr.socle.insi.Certificates;
import fr.socle.insi.JudgedInsi;
import fr.socle.insi.JudgedInsi.Found;
import fr.socle.insi.Persons;
import fr.socle.insi.Requests;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule against a message that passes and the same message broken in exactly one way. */
class InsiChecksTest {
  private static final TlsFacts GOOD =
      Requests.with(Certificates.of("C=FR,ST=Paris (75),O=CABINET,OU=10B0000001,CN=INSI-AUTO"));
  private static final TlsFacts WRONG_NAME =
      Requests.with(Certificates.of("C=FR,ST=Paris (75),O=CABINET,OU=10B0000001,CN=Insi-Auto"));

  private static final String TRAITS_ACTION =
      "urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite";
  private static final String NEXT = "http://www.w3.org/2003/05/soap-envelope/role/next";
  private static final String WSU =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
  private static final String VITALE_ACTION =
      "urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecCarteVitale";

  private final JudgedInsi bench = new JudgedInsi(Map.of(), Persons.ALIX);

  @Test
  void aCorrectMessageBreaksNoRule() {
    assertThat(bench.findings(Requests.post(Requests.CONTENT_TYPE, example(), GOOD))).isEmpty();
  }

  @Test
  void formsThatWereSeenAcceptedBreakNoRule() {
    String[][] variants = {
      {"uuid:5e0f2c9a", "5e0f2c9a"},
      {" Nature=\"CTXLPS\"", ""},
      {"2026-01-15T09:30:00.000Z", "2026-01-15T10:30:00+01:00"},
      {"urn:lps:essai:1.0", "urn:lps:essai"},
      {"<bam:ContexteBAM", sec("") + "<bam:ContexteBAM"},
      {"<rs:LieuNaissance>75056</rs:LieuNaissance>", ""},
      {
        "<rs:Prenom>ALIX</rs:Prenom>", "<rs:Prenom>ALIX</rs:Prenom><rs:Prenom>MARIE-LOU</rs:Prenom>"
      },
      {">MOQUETTE<", ">D'ARTAGNAN--DE L'HERAULT'<"},
      {">1988-02-29<", ">1988-02-31<"},
      {">75056<", ">2A004<"},
      {
        "<lps:ContexteLPS",
        "<lps:ContexteLPS soap:mustUnderstand=\"true\" soap:role=\"" + NEXT + "\""
      },
      {"<rs:RECSANSVITALE ", "<rs:RECSANSVITALE xmlns:wsu=\"" + WSU + "\" wsu:Id=\"corps\" "},
      {
        "<rs:Sexe>F",
        "<rs:Sexe xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            + " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\" xsi:type=\"xsd:string\">F"
      },
      {"2026-01-15T09:30:00.000Z", " 2026-01-15T09:30:00.1234567Z\n"},
      {
        "<rs:RECSANSVITALE ",
        "<rs:RECSANSVITALE xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            + " xsi:schemaLocation=\"http://www.cnamts.fr/INSiRecSans http://127.0.0.1:1/x.xsd\" "
      },
      {">MOQUETTE<", "><![CDATA[MOQUETTE]]><!-- nom --><"},
      {"<wsa:MessageID>uuid:", "<wsa:MessageID>\n  uuid:"},
      {"rs:", "ns3:"},
      {"xmlns:rs", "xmlns:ns3"},
    };
    for (String[] variant : variants) {
      String message =
          variant[0].equals("rs:") || variant[0].equals("xmlns:rs")
              ? Requests.example().replace("rs:", "ns3:").replace("xmlns:rs", "xmlns:ns3")
              : broken(variant[0], variant[1]);
      assertThat(bench.findings(post(message))).as(variant[1]).isEmpty();
    }
  }

  static Stream<Arguments> broken() {
    String body = between("<rs:RECSANSVITALE", "</rs:RECSANSVITALE>");
    return Stream.of(
        // rule, where, what is taken from the message, what is put instead
        row("INSI-T01-7", "Envelope", "</soap:Body>", ""),
        row("INSI-T01-7", "Envelope", "soap:Envelope", "soap:Enveloppe"),
        row("INSI-T01-7", "Envelope", "<soap:Envelope ", "<!DOCTYPE x><soap:Envelope "),
        row("INSI-T01-6", "Body", body, ""),
        row(
            "INSI-T01-6",
            "Body",
            "xmlns:rs=\"http://www.cnamts.fr/INSiRecSans\"",
            "xmlns:rs=\"urn:x\""),
        row("INSI-T01-6", "Body/autre", "</rs:RECSANSVITALE>", "</rs:RECSANSVITALE><autre/>"),
        row("INSI-T01-5", "Action", "<wsa:Action>" + TRAITS_ACTION + "</wsa:Action>", ""),
        row("INSI-T01-5", "Action", "<wsa:Action>" + TRAITS_ACTION, "<wsa:Action>urn:autre"),
        row("INSI-T01-5", "Action", "<wsa:Action>" + TRAITS_ACTION, "<wsa:Action>" + VITALE_ACTION),
        row("INSI-T02-1", "ContexteLPS", between("<lps:ContexteLPS", "</lps:ContexteLPS>"), ""),
        row("INSI-T02-1", "ContexteBAM", between("<bam:ContexteBAM", "</bam:ContexteBAM>"), ""),
        row("INSI-T02-1", "MessageID", between("<wsa:MessageID", "</wsa:MessageID>"), ""),
        row("INSI-T02-2", "ContexteLPS/@Version", " Version=\"01_00\"", ""),
        row("INSI-T02-2", "ContexteBAM/@Version", " Version=\"01_02\"", ""),
        row("INSI-T02-2", "ContexteLPS/Id", between("<lps:Id", "</lps:Id>"), ""),
        row("INSI-T02-2", "ContexteBAM/Id", between("<bam:Id", "</bam:Id>"), ""),
        row("INSI-T02-2", "ContexteBAM/Temps", between("<bam:Temps", "</bam:Temps>"), ""),
        row(
            "INSI-T02-3",
            "ContexteLPS/Temps",
            "<lps:Temps>2026-01-15T09:30:00.000Z",
            "<lps:Temps>15/01/2026"),
        row(
            "INSI-T02-3",
            "ContexteLPS/Temps",
            "<lps:Temps>2026-01-15T09:30:00.000Z",
            "<lps:Temps>2026-01-15"),
        row(
            "INSI-T02-3",
            "ContexteBAM/Temps",
            "<bam:Temps>2026-01-15T09:30:00.000Z",
            "<bam:Temps>"),
        row("INSI-T02-4", "ContexteLPS", "Nature=\"CTXLPS\"", "Nature=\"AUTRE\""),
        row("INSI-T02-4", "ContexteLPS", "Nature=\"CTXLPS\"", "Autre=\"CTXLPS\""),
        row("INSI-T02-4", "ContexteLPS", "<lps:LPS>", "<lps:Autre/><lps:LPS>"),
        row(
            "INSI-T02-5",
            "ContexteLPS/Id",
            "<lps:Id>0b6c2d52-5d0a-4f0e-9c5c-2f0b7b8d1a01",
            "<lps:Id>1"),
        row("INSI-T02-5", "ContexteBAM/Id", "<bam:Id>3f6f8f2e", "<bam:Id>3f6f8f2"),
        row(
            "INSI-T02-6",
            "ContexteBAM/Id",
            "3f6f8f2e-6a51-4c0c-8a86-5f6a1d4b7e02",
            "0b6c2d52-5d0a-4f0e-9c5c-2f0b7b8d1a01"),
        row("INSI-T02-7", "IDAM", "<lps:IDAM R=\"4\">SOCLE0000001</lps:IDAM>", ""),
        row("INSI-T02-7", "IDAM", ">SOCLE0000001<", "><"),
        row("INSI-T02-7", "IDAM/@R", " R=\"4\"", ""),
        row("INSI-T02-7", "IDAM/@R", " R=\"4\"", " R=\"3\""),
        row("INSI-T02-8", "IDAM", ">SOCLE0000001<", ">AUTRE0000001<"),
        row("INSI-T02-9", "MessageID", "uuid:5e0f2c9a", "urn:uuid:5e0f2c9a"),
        row("INSI-T02-9", "MessageID", "uuid:5e0f2c9a-8f0b-4f4e-9d0a-1c2b3a4d5e6f", ""),
        row("INSI-T02-9", "MessageID", "uuid:5e0f2c9a-8f0b-4f4e-9d0a-1c2b3a4d5e6f", "42"),
        row("INSI-T02-16", "Instance", "7d1f0c7e-1b9e-4a57-8a3e-64b3f4a0c0de", "poste 1"),
        row("INSI-T02-16", "Instance", between("<lps:Instance", "</lps:Instance>"), ""),
        row("INSI-T02-10", "Nom", "urn:lps:essai:1.0", "Essai"),
        row("INSI-T02-11", "ContexteLPS/@Version", "Version=\"01_00\"", "Version=\"1.00.00\""),
        row("INSI-T02-11", "ContexteBAM/@Version", "Version=\"01_02\"", "Version=\"1.0\""),
        row(
            "INSI-T03-1",
            "ContexteLPS/Emetteur",
            "<lps:Emetteur>10B0000001",
            "<lps:Emetteur>LPS-DEMO"),
        row("INSI-T03-1", "ContexteBAM/Emetteur", "<bam:Emetteur>10B0000001</bam:Emetteur>", ""),
        row("INSI-T02-13", "COUVERTURE", "<bam:COUVERTURE/>", ""),
        row(
            "INSI-T02-15",
            "Security",
            "<bam:ContexteBAM",
            sec("<saml:Assertion xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\"/>")
                + "<bam:ContexteBAM"),
        row(
            "INSI-T05-1",
            "RECSANSVITALE",
            "<rs:Sexe>F</rs:Sexe>\n   <rs:DateNaissance>1988-02-29</rs:DateNaissance>",
            "<rs:DateNaissance>1988-02-29</rs:DateNaissance>\n   <rs:Sexe>F</rs:Sexe>"),
        row("INSI-T05-1", "RECSANSVITALE", "</rs:RECSANSVITALE>", "<rs:Autre/></rs:RECSANSVITALE>"),
        row("INSI-T05-1", "RECSANSVITALE", "<rs:RECSANSVITALE ", "<rs:RECSANSVITALE Autre=\"1\" "),
        row("INSI-T05-2", "NomNaissance", "<rs:NomNaissance>MOQUETTE</rs:NomNaissance>", ""),
        row("INSI-T05-2", "NomNaissance", ">MOQUETTE<", "> <"),
        row("INSI-T05-3", "Prenom", "<rs:Prenom>ALIX</rs:Prenom>", ""),
        row("INSI-T05-4", "Sexe", "<rs:Sexe>F</rs:Sexe>", ""),
        row("INSI-T05-4", "Sexe", "<rs:Sexe>F", "<rs:Sexe>I"),
        row("INSI-T05-5", "DateNaissance", ">1988-02-29<", ">29/02/1988<"),
        row("INSI-T05-5", "DateNaissance", "<rs:DateNaissance>1988-02-29</rs:DateNaissance>", ""),
        row("INSI-T05-6", "LieuNaissance", ">75056<", ">PARIS<"),
        row("INSI-T05-6", "LieuNaissance", ">75056<", "><"),
        row("INSI-T05-7", "NomNaissance", ">MOQUETTE<", ">Moquette<"),
        row("INSI-T05-7", "NomNaissance", ">MOQUETTE<", ">-MOQUETTE<"),
        row("INSI-T05-7", "NomNaissance", ">MOQUETTE<", ">D’ÆION<"),
        row("INSI-T05-7", "NomNaissance", ">MOQUETTE<", ">DE  VINCI<"),
        row("INSI-T05-7", "NomNaissance", ">MOQUETTE<", ">D' ARTAGNAN<"),
        row("INSI-T05-8", "Prenom", ">ALIX<", ">ZOÉ<"),
        row("INSI-T05-8", "Prenom", ">ALIX<", ">ALIX-<"),
        row("INSI-T05-9", "Prenom", ">ALIX<", ">ALIX--LOU<"),
        row(
            "INSI-T02-14",
            "COUVERTURE",
            "<bam:COUVERTURE/>",
            "<bam:COUVERTURE><bam:ASSURE><bam:Id><bam:Num>2880275056123</bam:Num></bam:Id></bam:ASSURE></bam:COUVERTURE>"));
  }

  @ParameterizedTest(name = "{0} {1}: {3}")
  @MethodSource("broken")
  void aMessageBrokenInOneWayBreaksOneRule(String rule, String where, String taken, String put) {
    assertThat(Requests.example()).contains(taken);

    List<Found> findings = bench.findings(post(broken(taken, put)));

    assertThat(findings).extracting(Found::rule).containsExactly(rule);
    assertThat(findings.get(0).location()).contains(where);
    assertThat(findings.get(0).mend()).endsWith(".").doesNotContain("null");
    assertThat(findings.get(0).found()).isNotBlank();
  }

  static Stream<Arguments> brokenTransports() {
    return Stream.of(
        Arguments.of("INSI-T01-2", "text/xml; charset=utf-8; action=\"" + TRAITS_ACTION + "\""),
        Arguments.of("INSI-T01-3", "application/soap+xml; charset=utf-8"),
        Arguments.of("INSI-T01-3", "application/soap+xml; charset=utf-8; action=\"\""),
        Arguments.of("INSI-T01-4", "application/soap+xml; charset=utf-8; action=\"urn:autre\""));
  }

  @ParameterizedTest
  @MethodSource("brokenTransports")
  void aContentTypeBrokenInOneWayBreaksOneRule(String rule, String contentType) {
    assertThat(bench.findings(Requests.post(contentType, example(), GOOD)))
        .extracting(Found::rule)
        .containsExactly(rule);
  }

  @Test
  void soap11BreaksTheRuleOnTheEnvelopeAlone() {
    String soap11 =
        Requests.example()
            .replace(
                "http://www.w3.org/2003/05/soap-envelope",
                "http://schemas.xmlsoap.org/soap/envelope/");
    IncomingRequest plain = Requests.post("text/xml; charset=utf-8", soap11.getBytes(UTF_8), GOOD);
    IncomingRequest request =
        new IncomingRequest(
            plain.listener(),
            plain.method(),
            plain.target(),
            plain.headers().with("SOAPAction", "\"" + TRAITS_ACTION + "\""),
            plain.body(),
            plain.tls(),
            plain.receivedAt());

    assertThat(bench.findings(request)).extracting(Found::rule).containsExactly("INSI-T01-1");
  }

  @Test
  void headersOfTheDraftOfWsAddressingAreNotThoseOfTheContract() {
    String message =
        broken(
            "http://www.w3.org/2005/08/addressing",
            "http://schemas.xmlsoap.org/ws/2004/08/addressing");

    assertThat(bench.findings(post(message)))
        .extracting(Found::rule)
        .containsExactly("INSI-T01-5", "INSI-T02-1");
  }

  @Test
  void ourOwnLimitsJudgeNobody() {
    assertThat(bench.findings(post("<a>".repeat(5_000)))).isEmpty();
  }

  @Test
  void theOrderOfHeadersIsFree() {
    String addressing = between("<wsa:Action", "</wsa:MessageID>");
    String message =
        broken(addressing, "").replace("</soap:Header>", addressing + "</soap:Header>");

    assertThat(bench.findings(post(message))).isEmpty();
  }

  @Test
  void oneOfSeveralUnitsOfTheCertificateIsEnough() {
    TlsFacts twoUnits =
        Requests.with(Certificates.of("C=FR,O=CABINET,OU=SERVICE,OU=10B0000001,CN=INSI-AUTO"));

    assertThat(bench.findings(Requests.post(Requests.CONTENT_TYPE, example(), twoUnits))).isEmpty();
  }

  @Test
  void aCertificateOfAnotherNameBreaksTheRuleOnCertificates() {
    assertThat(bench.findings(Requests.post(Requests.CONTENT_TYPE, example(), WRONG_NAME)))
        .extracting(Found::rule, Found::found)
        .containsExactly(tuple("INSI-T03-2", "Insi-Auto"));
  }

  @Test
  void aCertificateOfAnotherAuthorityBreaksTheRuleOnAuthorities() {
    TlsFacts other =
        Requests.with(Certificates.of("C=FR,OU=10B0000001,CN=INSI-MANU", "CN=AC MAISON,C=FR"));

    assertThat(bench.findings(Requests.post(Requests.CONTENT_TYPE, example(), other)))
        .extracting(Found::rule, Found::found)
        .containsExactly(tuple("INSI-T03-4", "AC MAISON"));
  }

  @Test
  void withoutACertificateNothingIsSaidOfIt() {
    String message = broken("<lps:Emetteur>10B0000001", "<lps:Emetteur>AUTRE");

    assertThat(bench.findings(Requests.clear(message))).isEmpty();
  }

  @Test
  void aMessageThatNamesNoOperationIsJudgedOnItsTransportOnly() {
    String message =
        broken(TRAITS_ACTION, "urn:autre").replace("http://www.cnamts.fr/INSiRecSans", "urn:x");

    assertThat(
            bench.findings(
                Requests.post(
                    "application/soap+xml; action=\"urn:autre\"", message.getBytes(UTF_8), GOOD)))
        .extracting(Found::rule)
        .containsExactly("INSI-T01-4", "INSI-T01-5", "INSI-T01-6");
  }

  @Test
  void everyRuleHasItsBrokenMessage() throws Exception {
    Set<String> proven =
        Stream.concat(broken(), brokenTransports())
            .map(arguments -> (String) arguments.get()[0])
            .collect(Collectors.toCollection(HashSet::new));
    proven.addAll(Set.of("INSI-T01-1", "INSI-T03-2", "INSI-T03-4"));
    proven.addAll(AssertionChecksTest.proven());
    // VerificationTest
    proven.addAll(Set.of("INSI-T05-20", "INSI-T05-21", "INSI-T10-1"));

    Set<String> rules =
        InsiChecks.book().pages().values().stream()
            .flatMap(page -> page.checks().stream())
            .map(check -> check.rule().id())
            .collect(Collectors.toSet());

    assertThat(proven).isEqualTo(rules);
  }

  @Test
  void eachRuleIsWrittenOnceAndNamesItsSource() {
    List<Rule> rules = InsiChecks.book().rules().distinct().toList();

    assertThat(rules).extracting(Rule::id).doesNotHaveDuplicates();
    assertThat(rules).allSatisfy(rule -> assertThat(rule.sourceKey()).startsWith("insi.md "));
    assertThat(rules).allSatisfy(rule -> assertThat(rule.title()).endsWith("."));
  }

  private static Arguments row(String rule, String where, String taken, String put) {
    return Arguments.of(rule, where, taken, put);
  }

  private static String sec(String content) {
    return "<wsse:Security xmlns:wsse=\"http://docs.oasis-open.org/wss/2004/01/"
        + "oasis-200401-wss-wssecurity-secext-1.0.xsd\">"
        + content
        + "</wsse:Security>";
  }

  private static String between(String start, String end) {
    String example = Requests.example();
    return example.substring(example.indexOf(start), example.indexOf(end) + end.length());
  }

  private static String broken(String taken, String put) {
    return Requests.example().replace(taken, put);
  }

  private static IncomingRequest post(String message) {
    return Requests.post(Requests.CONTENT_TYPE, message.getBytes(UTF_8), GOOD);
  }

  private static byte[] example() {
    return Requests.example().getBytes(UTF_8);
  }
}
