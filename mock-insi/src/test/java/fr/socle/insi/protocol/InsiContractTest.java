package fr.socle.insi.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.soap.SoapMessage;
import fr.socle.bench.soap.SoapReader;
import fr.socle.bench.xml.SafeXml;
import fr.socle.bench.xml.SchemaFault;
import fr.socle.bench.xml.XmlElement;
import fr.socle.insi.Persons;
import fr.socle.insi.Requests;
import fr.socle.insi.service.AnswerForm;
import fr.socle.insi.service.FaultTable;
import fr.socle.insi.service.FoundIdentity.InsNumber;
import fr.socle.insi.service.InsiAnswer;
import fr.socle.insi.service.PrefixStyle;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InsiContractTest {
  private static final InsNumber OLD =
      new InsNumber("2880375056123", "53", Persons.TEST_OID, "1990-01-01", "2010-06-30");
  private static final InsiAnswer FOUND =
      InsiAnswer.found(
          Persons.person(
                  "MOQUETTE",
                  "ALIX MARIE-LOU",
                  "F",
                  "1988-02-29",
                  "75056",
                  new InsNumber("2880275056123", "37", Persons.TEST_OID, null, null),
                  OLD,
                  OLD)
              .answer());

  @Test
  void theExamplesOfRequestsFollowTheSchemas() throws Exception {
    SoapMessage search = soap(Requests.example().getBytes(StandardCharsets.UTF_8));

    assertThat(validate(search.payload().orElseThrow())).isEmpty();
    assertThat(validate(search.headerBlock(InsiContract.CONTEXTE_LPS).orElseThrow())).isEmpty();
    assertThat(validate(search.headerBlock(InsiContract.CONTEXTE_BAM).orElseThrow())).isEmpty();
    assertThat(validate(xml(Requests.resource("ws-ins1-corps.xml")))).isEmpty();
    assertThat(validate(xml(Requests.resource("ws-ins1-contexte.xml")))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(PrefixStyle.class)
  void everyAnswerFollowsTheSchemaWhateverItsPrefixes(PrefixStyle style) throws Exception {
    for (InsiAnswer answer : List.of(FOUND, InsiAnswer.none(), InsiAnswer.several())) {
      XmlElement resultat = resultat(answer, AnswerForm.of(style));

      assertThat(validate(resultat)).isEmpty();
      assertThat(resultat.children().get(0).children().get(0).text()).isEqualTo(answer.code());
    }
  }

  @Test
  void theThreePrefixStylesMeanTheSameAndLookDifferent() throws Exception {
    String byDefault = text(FOUND, PrefixStyle.DEFAULT);
    String ns2 = text(FOUND, PrefixStyle.NS2);
    String mixed = text(FOUND, PrefixStyle.MIXED);

    assertThat(byDefault).contains("<RESULTAT xmlns=").doesNotContain("ns2");
    assertThat(ns2).contains("<ns2:RESULTAT xmlns:ns2=").contains("<ns2:CodeCR>");
    assertThat(mixed).contains("<env:Body").contains("<CodeCR>").contains("<ns2:INSACTIF>");
    assertThat(xml(ns2).text()).isEqualTo(xml(byDefault).text()).isEqualTo(xml(mixed).text());
  }

  @Test
  void datesBeforeAFormerNumberBreakTheSchemaAsTheOfficialFileDoes() throws Exception {
    XmlElement resultat = resultat(FOUND, new AnswerForm(PrefixStyle.DEFAULT, true, false));

    assertThat(validate(resultat))
        .hasSize(2)
        .allSatisfy(fault -> assertThat(fault.element().path()).contains("INSHISTO"));
  }

  @Test
  void faultDetailsFollowTheSchemaExceptForTheBackEndsSeverity() throws Exception {
    FaultTable table = FaultTable.standard();
    for (String code : table.codes()) {
      byte[] fault = FaultWriter.write(table.fault(code), "uuid:1");
      XmlElement detail =
          soap(fault).payload().orElseThrow().children().stream()
              .filter(each -> each.localName().equals("Detail"))
              .findFirst()
              .orElseThrow()
              .children()
              .get(0);

      List<SchemaFault> faults = validate(detail);
      if (table.fault(code).severity().equals("fatal")) {
        assertThat(faults).extracting(SchemaFault::rule).containsExactly("cvc-enumeration-valid");
      } else {
        assertThat(faults).isEmpty();
      }
    }
  }

  @Test
  void theSchemasRefuseWhatTheyShould() throws Exception {
    String wrongOrder =
        "<r:RECSANSVITALE xmlns:r='http://www.cnamts.fr/INSiRecSans'><r:Sexe>F</r:Sexe>"
            + "<r:Prenom>A</r:Prenom></r:RECSANSVITALE>";
    String wrongNumber =
        Requests.resource("ws-ins1-contexte.xml").replace("2880275056123", "288027505612");

    assertThat(validate(xml(wrongOrder))).isNotEmpty();
    assertThat(validate(xml(wrongNumber))).hasSize(2);
  }

  private static List<SchemaFault> validate(XmlElement element) {
    return InsiContract.schema().validate(element);
  }

  private static XmlElement resultat(InsiAnswer answer, AnswerForm form) throws Exception {
    return soap(ResultatWriter.write(answer, form)).payload().orElseThrow();
  }

  private static String text(InsiAnswer answer, PrefixStyle style) {
    return new String(ResultatWriter.write(answer, AnswerForm.of(style)), StandardCharsets.UTF_8);
  }

  private static SoapMessage soap(byte[] bytes) throws Exception {
    return new SoapReader(new SafeXml()).read(bytes, "utf-8");
  }

  private static XmlElement xml(String text) throws Exception {
    return new SafeXml().readText(text);
  }
}
