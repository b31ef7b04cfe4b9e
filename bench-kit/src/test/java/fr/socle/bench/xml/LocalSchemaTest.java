package fr.socle.bench.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalSchemaTest {
  private static final String GOOD =
      "<c:Commande xmlns:c='urn:commande' xmlns:l='urn:ligne' numero='1'>"
          + "<c:Date>2026-01-15</c:Date><l:Ligne>ABC</l:Ligne></c:Commande>";

  private final LocalSchema schema =
      LocalSchema.compile(LocalSchemaTest.class, "schemas", "commande.xsd");

  @Test
  void findsNothingInAValidElementAlthoughTheImportIsRemote() throws XmlException {
    assertThat(validate(GOOD)).isEmpty();
    assertThat(validate("<e>" + GOOD + "</e>", 0)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<c:Date>2026-01-15</c:Date> | `` | cvc-complex-type.2.4.a | /Commande/Ligne | Date",
        "<l:Ligne>ABC</l:Ligne> | `` | cvc-complex-type.2.4.b | /Commande | Ligne",
        "numero='1' | `` | cvc-complex-type.4 | /Commande | numero",
        "numero='1' | numero='1' autre='2' | cvc-complex-type.3.2.2 | /Commande | autre",
        "numero='1' | numero='un' | cvc-datatype-valid.1.2.1 | /Commande | un",
        "ABC | abc | cvc-pattern-valid | /Commande/Ligne | abc",
        "2026-01-15 | 2026-02-30 | cvc-datatype-valid.1.2.1 | /Commande/Date | 2026-02-30",
        "</c:Commande> | <c:Date>2026-01-15</c:Date></c:Commande> | cvc-complex-type.2.4.a | /Commande/Date[2] | Date",
        "<c:Date> | texte<c:Date> | cvc-complex-type.2.3 | /Commande | texte",
      })
  void saysInFrenchWhatIsWrongAndWhere(
      String taken, String put, String rule, String path, String word) throws XmlException {
    List<SchemaFault> faults = validate(GOOD.replace(taken, put));

    assertThat(faults).hasSize(1);
    assertThat(faults.get(0).rule()).isEqualTo(rule);
    assertThat(faults.get(0).element().path()).isEqualTo(path);
    assertThat(faults.get(0).sentence()).contains(word);
  }

  @Test
  void namesTheAttributeThatTheSchemaDoesNotKnow() throws XmlException {
    SchemaFault foreign =
        validate(GOOD.replace("numero='1'", "numero='1' xmlns:x='urn:x' x:autre='2'")).get(0);

    assertThat(foreign.unknownAttribute())
        .isEqualTo(new XmlAttribute(new QName("urn:x", "autre"), "2"));
    assertThat(validate(GOOD.replace("numero='1'", "")).get(0).unknownAttribute()).isNull();
  }

  @Test
  void reportsAnUnknownRoot() throws XmlException {
    assertThat(validate("<x/>"))
        .singleElement()
        .extracting(SchemaFault::rule)
        .asString()
        .startsWith("cvc-elt.1");
  }

  @Test
  void aMissingSchemaIsAFaultOfTheBuild() {
    assertThatIllegalStateException()
        .isThrownBy(() -> LocalSchema.compile(LocalSchemaTest.class, "schemas", "absent.xsd"));
  }

  private List<SchemaFault> validate(String text) throws XmlException {
    return schema.validate(new SafeXml().readText(text));
  }

  private List<SchemaFault> validate(String text, int child) throws XmlException {
    return schema.validate(new SafeXml().readText(text).children().get(child));
  }
}
