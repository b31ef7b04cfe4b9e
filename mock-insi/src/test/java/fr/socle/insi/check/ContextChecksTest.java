package fr.socle.insi.check;

import static fr.socle.insi.check.SearchMessage.bent;
import static fr.socle.insi.check.SearchMessage.between;
import static fr.socle.insi.check.SearchMessage.broken;
import static fr.socle.insi.check.SearchMessage.post;
import static fr.socle.insi.check.SearchMessage.withSecurity;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.insi.JudgedInsi;
import fr.socle.insi.Persons;
import fr.socle.insi.Requests;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** INSI-T02: the two contexts, the software, the cover and the identifier of the message. */
class ContextChecksTest {
  private static final String NEXT = "http://www.w3.org/2003/05/soap-envelope/role/next";
  private static final String WSU =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

  private final JudgedInsi bench = new JudgedInsi(Map.of(), Persons.ALIX);

  @Test
  void aCorrectMessageBreaksNoRule() {
    assertThat(bench.findings(post(Requests.example()))).isEmpty();
  }

  @Test
  void formsThatWereSeenAcceptedBreakNoRule() {
    String[][] variants = {
      {"uuid:5e0f2c9a", "5e0f2c9a"},
      {" Nature=\"CTXLPS\"", ""},
      {"2026-01-15T09:30:00.000Z", "2026-01-15T10:30:00+01:00"},
      {"urn:lps:essai:1.0", "urn:lps:essai"},
      {"<bam:ContexteBAM", withSecurity("")},
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
              : bent(variant[0], variant[1]);
      assertThat(bench.findings(post(message))).as(variant[1]).isEmpty();
    }
  }

  @Test
  void theOrderOfHeadersIsFree() {
    String addressing = between("<wsa:Action", "</wsa:MessageID>");
    String message = bent(addressing, "").replace("</soap:Header>", addressing + "</soap:Header>");

    assertThat(bench.findings(post(message))).isEmpty();
  }

  static Stream<BrokenMessage> messages() {
    return Stream.of(
        broken("INSI-T02-1", "ContexteLPS", between("<lps:ContexteLPS", "</lps:ContexteLPS>"), ""),
        broken("INSI-T02-1", "ContexteBAM", between("<bam:ContexteBAM", "</bam:ContexteBAM>"), ""),
        broken("INSI-T02-1", "MessageID", between("<wsa:MessageID", "</wsa:MessageID>"), ""),
        broken("INSI-T02-2", "ContexteLPS/@Version", " Version=\"01_00\"", ""),
        broken("INSI-T02-2", "ContexteBAM/@Version", " Version=\"01_02\"", ""),
        broken("INSI-T02-2", "ContexteLPS/Id", between("<lps:Id", "</lps:Id>"), ""),
        broken("INSI-T02-2", "ContexteBAM/Id", between("<bam:Id", "</bam:Id>"), ""),
        broken("INSI-T02-2", "ContexteBAM/Temps", between("<bam:Temps", "</bam:Temps>"), ""),
        broken(
            "INSI-T02-3",
            "ContexteLPS/Temps",
            "<lps:Temps>2026-01-15T09:30:00.000Z",
            "<lps:Temps>15/01/2026"),
        broken(
            "INSI-T02-3",
            "ContexteLPS/Temps",
            "<lps:Temps>2026-01-15T09:30:00.000Z",
            "<lps:Temps>2026-01-15"),
        broken(
            "INSI-T02-3",
            "ContexteBAM/Temps",
            "<bam:Temps>2026-01-15T09:30:00.000Z",
            "<bam:Temps>"),
        broken("INSI-T02-4", "ContexteLPS", "Nature=\"CTXLPS\"", "Nature=\"AUTRE\""),
        broken("INSI-T02-4", "ContexteLPS", "Nature=\"CTXLPS\"", "Autre=\"CTXLPS\""),
        broken("INSI-T02-4", "ContexteLPS", "<lps:LPS>", "<lps:Autre/><lps:LPS>"),
        broken(
            "INSI-T02-5",
            "ContexteLPS/Id",
            "<lps:Id>0b6c2d52-5d0a-4f0e-9c5c-2f0b7b8d1a01",
            "<lps:Id>1"),
        broken("INSI-T02-5", "ContexteBAM/Id", "<bam:Id>3f6f8f2e", "<bam:Id>3f6f8f2"),
        broken(
            "INSI-T02-6",
            "ContexteBAM/Id",
            "3f6f8f2e-6a51-4c0c-8a86-5f6a1d4b7e02",
            "0b6c2d52-5d0a-4f0e-9c5c-2f0b7b8d1a01"),
        broken("INSI-T02-7", "IDAM", "<lps:IDAM R=\"4\">SOCLE0000001</lps:IDAM>", ""),
        broken("INSI-T02-7", "IDAM", ">SOCLE0000001<", "><"),
        broken("INSI-T02-7", "IDAM/@R", " R=\"4\"", ""),
        broken("INSI-T02-7", "IDAM/@R", " R=\"4\"", " R=\"3\""),
        broken("INSI-T02-8", "IDAM", ">SOCLE0000001<", ">AUTRE0000001<"),
        broken("INSI-T02-9", "MessageID", "uuid:5e0f2c9a", "urn:uuid:5e0f2c9a"),
        broken("INSI-T02-9", "MessageID", "uuid:5e0f2c9a-8f0b-4f4e-9d0a-1c2b3a4d5e6f", ""),
        broken("INSI-T02-9", "MessageID", "uuid:5e0f2c9a-8f0b-4f4e-9d0a-1c2b3a4d5e6f", "42"),
        broken("INSI-T02-16", "Instance", "7d1f0c7e-1b9e-4a57-8a3e-64b3f4a0c0de", "poste 1"),
        broken("INSI-T02-16", "Instance", between("<lps:Instance", "</lps:Instance>"), ""),
        broken("INSI-T02-10", "Nom", "urn:lps:essai:1.0", "Essai"),
        broken("INSI-T02-11", "ContexteLPS/@Version", "Version=\"01_00\"", "Version=\"1.00.00\""),
        broken("INSI-T02-11", "ContexteBAM/@Version", "Version=\"01_02\"", "Version=\"1.0\""),
        broken("INSI-T02-13", "COUVERTURE", "<bam:COUVERTURE/>", ""),
        broken(
            "INSI-T02-14",
            "COUVERTURE",
            "<bam:COUVERTURE/>",
            "<bam:COUVERTURE><bam:ASSURE><bam:Id><bam:Num>2880275056123</bam:Num></bam:Id></bam:ASSURE></bam:COUVERTURE>"),
        broken(
            "INSI-T02-20",
            "ContexteLPS/Temps",
            "<lps:Temps>2026-01-15T09:30:00.000Z",
            "<lps:Temps>2026-01-15T09:30:00.000"),
        broken("INSI-T02-19", "LPS/Version", "<lps:Version>1.0</lps:Version>", ""),
        broken("INSI-T02-19", "LPS/Nom", ">urn:lps:essai:1.0<", "><"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageBrokenInOneWayBreaksOneRule(BrokenMessage message) {
    message.isFoundBy(bench);
  }

  @Test
  void aNumberThatHasNotTwelveCharactersIsOnlyNoticed() {
    new BrokenMessage("INSI-T02-18", "IDAM", post(bent(">SOCLE0000001<", ">SOCLE1<")))
        .isFoundBy(new JudgedInsi(Map.of("insi.idam", "*"), Persons.ALIX));
  }

  static Set<String> proven() {
    Set<String> proven = BrokenMessage.rules(messages());
    proven.add("INSI-T02-18");
    return proven;
  }
}
