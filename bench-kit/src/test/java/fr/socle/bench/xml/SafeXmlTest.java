package fr.socle.bench.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeXmlTest {
  private final SafeXml xml = new SafeXml();

  @Test
  void readsByNamespaceWhateverThePrefix() throws XmlException {
    QName name = new QName("urn:a", "Nom");

    for (String text :
        new String[] {
          "<a xmlns='urn:a'><Nom>MOQUETTE</Nom></a>",
          "<p:a xmlns:p='urn:a'><q:Nom xmlns:q='urn:a'> MOQUETTE </q:Nom></p:a>"
        }) {
      assertThat(xml.readText(text).textOf(name)).contains("MOQUETTE");
    }
    assertThat(xml.readText("<a><Nom>MOQUETTE</Nom></a>").textOf(name)).isEmpty();
  }

  @Test
  void saysWhereAnElementStands() throws XmlException {
    XmlElement root = xml.readText("<a>\n <b/>\n <c>\n  <d/><d/>\n </c>\n</a>");
    XmlElement second = root.children().get(1).children().get(1);

    assertThat(second.path()).isEqualTo("/a/c/d[2]");
    assertThat(second.line()).isEqualTo(4);
    assertThat(root.children().get(0).path()).isEqualTo("/a/b");
  }

  @Test
  void keepsCommentsInstructionsAndCharacterDataAsSignaturesNeedThem() throws XmlException {
    XmlElement root = xml.readText("<a><?go now?><!--c--><![CDATA[<x>]]>&lt;&#233;</a>");

    assertThat(root.dom().getChildNodes().getLength()).isGreaterThanOrEqualTo(4);
    assertThat(root.text()).isEqualTo("<x><é");
  }

  @Test
  void refusesADocumentThatIsNotXmlSayingSo() {
    XmlException refused = refused(bytes("{\"nom\":\"MOQUETTE\"}"), null);

    assertThat(refused.kind()).isEqualTo(XmlException.Kind.MAL_FORME);
    assertThat(refused).hasMessageContaining("n'est pas du XML");
  }

  @Test
  void refusesAnEmptyDocument() {
    assertThat(refused(new byte[0], null).kind()).isEqualTo(XmlException.Kind.VIDE);
    assertThat(refused(bytes("  \n"), null).kind()).isEqualTo(XmlException.Kind.VIDE);
  }

  @Test
  void saysWhichElementATruncatedDocumentLeavesOpen() {
    XmlException refused = refused(bytes("<a>\n<Corps><x>1</x>"), null);

    assertThat(refused.kind()).isEqualTo(XmlException.Kind.MAL_FORME);
    assertThat(refused).hasMessageContaining("tronqué").hasMessageContaining("Corps");
    assertThat(refused.line()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a><b></a>",
        "<p:a/>",
        "<a x='1' x='2'/>",
        "<a>&rien;</a>",
        "<a>&#0;</a>",
        "<a/><b/>",
        "<a>\u0001</a>",
        "<a><",
        "<",
        "<!",
        "<?xml version='1.1'?><a/>",
        "<?xml version='9'?><a/>",
        "<a xmlns:p=''/>"
      })
  void refusesWhatIsNotWellFormed(String text) {
    assertThat(refused(bytes(text), null).kind()).isEqualTo(XmlException.Kind.MAL_FORME);
  }

  @Test
  void refusesAnEntityBombWithoutExpandingIt() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 'ha'>");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY e").append(i).append(" '&e").append(i - 1).append(";&e");
      bomb.append(i - 1).append(";'>");
    }
    bomb.append("]><a>&e29;</a>");

    assertThat(refused(bytes(bomb.toString()), null).kind()).isEqualTo(XmlException.Kind.DTD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>",
        "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'><a/>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1:1/p'> %p;]><a/>",
        "<!DOCTYPE a><a/>"
      })
  void refusesEveryDocumentType(String text) {
    XmlException refused = refused(bytes(text), null);

    assertThat(refused.kind()).isEqualTo(XmlException.Kind.DTD);
    assertThat(refused).hasMessageContaining("DOCTYPE");
  }

  @Test
  void refusesDeepNesting() {
    XmlException refused = refused(bytes("<a>".repeat(50_000)), null);

    assertThat(refused.kind()).isEqualTo(XmlException.Kind.LIMITE);
    assertThat(refused).hasMessageContaining("imbriqués");
  }

  @Test
  void refusesEachExcessByItsOwnLimit() {
    XmlLimits limits = new XmlLimits(10_000, 5, 10, 5, 20);
    SafeXml strict = new SafeXml(limits);

    for (String text :
        new String[] {
          "<a>" + "<b/>".repeat(10) + "</a>",
          "<a p='1' q='1' r='1' s='1' t='1' u='1'/>",
          "<a xmlns:p='u:p' xmlns:q='u:q' xmlns:r='u:r' s='1' t='1' u='1' v='1'/>",
          "<a>" + "x".repeat(21) + "</a>",
          "<a p='" + "x".repeat(21) + "'/>",
          "<a><![CDATA[" + "x".repeat(11) + "]]>" + "x".repeat(11) + "</a>",
          "<a><b><c><d><e><f/></e></d></c></b></a>",
          "<a><!--" + "x".repeat(10_000) + "--></a>"
        }) {
      XmlException refused =
          catchThrowableOfType(XmlException.class, () -> strict.read(bytes(text), null));
      assertThat(refused).as(text).isNotNull();
      assertThat(refused.kind()).as(text).isEqualTo(XmlException.Kind.LIMITE);
    }
  }

  @Test
  void acceptsWhatStaysWithinTheLimits() throws XmlException {
    SafeXml strict = new SafeXml(new XmlLimits(10_000, 5, 10, 5, 20));

    XmlElement root =
        strict.readText("<a p='1' q='1' r='1' s='1' t='1'><b><c><d><e>12345</e></d></c></b></a>");

    assertThat(root.text()).isEqualTo("12345");
  }

  @Test
  void refusesAThousandAttributesAtOnce() {
    StringBuilder text = new StringBuilder("<a");
    for (int i = 0; i < 1000; i++) {
      text.append(" a").append(i).append("='1'");
    }

    assertThat(refused(bytes(text.append("/>").toString()), null).kind())
        .isEqualTo(XmlException.Kind.LIMITE);
  }

  @Test
  void limitsHoldForStreamsAndTheirShortcutsToo() {
    SafeXml strict = new SafeXml(XmlLimits.small().withText(10).withDepth(3));

    XmlException tooLong =
        catchThrowableOfType(
            XmlException.class,
            () ->
                strict.stream(
                    bytes("<a>" + "x".repeat(11) + "</a>"),
                    null,
                    reader -> {
                      reader.nextTag();
                      return reader.getElementText();
                    }));
    XmlException notText =
        catchThrowableOfType(
            XmlException.class,
            () ->
                strict.stream(
                    bytes("<a><b/></a>"),
                    null,
                    reader -> {
                      reader.nextTag();
                      return reader.getElementText();
                    }));

    assertThat(tooLong.kind()).isEqualTo(XmlException.Kind.LIMITE);
    assertThat(notText.kind()).isEqualTo(XmlException.Kind.MAL_FORME);
  }

  @Test
  void streamsReadTagByTag() throws XmlException {
    String read =
        xml.stream(
            bytes("<a> <!-- c --> <b>1<!-- c -->2</b></a>"),
            "utf-8",
            reader -> {
              reader.nextTag();
              reader.nextTag();
              assertThat(reader.getEventType()).isEqualTo(XMLStreamConstants.START_ELEMENT);
              return reader.getLocalName() + reader.getElementText();
            });

    assertThat(read).isEqualTo("b12");
  }

  @Test
  void theTransportsCharsetWinsOverTheDeclaration() throws XmlException {
    byte[] latin =
        "<?xml version='1.0' encoding='UTF-8'?><a>é</a>".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(xml.read(latin, "ISO-8859-1").text()).isEqualTo("é");
    XmlText text = xml.decode(latin, "iso-8859-1");
    assertThat(text.source()).isEqualTo(XmlText.Source.TRANSPORT);
    assertThat(text.declared()).isEqualTo("UTF-8");
  }

  @Test
  void theByteOrderMarkWinsOverEverything() throws XmlException {
    byte[] marked = bytes("\uFEFF<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>");

    assertThat(xml.read(marked, "ISO-8859-1").text()).isEqualTo("é");
    assertThat(xml.decode(marked, null).source()).isEqualTo(XmlText.Source.MARQUE);
  }

  @Test
  void theDeclarationDecidesWhenTheTransportIsSilent() throws XmlException {
    String text = "<?xml version=\"1.0\" encoding=\"windows-1252\"?><a>œ</a>";

    assertThat(xml.read(text.getBytes(Charset.forName("windows-1252")), null).text())
        .isEqualTo("œ");
    assertThat(xml.read(bytes("<a>œ</a>"), null).text()).isEqualTo("œ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE"})
  void readsSixteenBitEncodings(String charset) throws XmlException {
    byte[] document = "<a>é</a>".getBytes(Charset.forName(charset));

    assertThat(xml.read(document, charset).text()).isEqualTo("é");
    assertThat(xml.read(document, null).text()).isEqualTo("é");
  }

  @Test
  void refusesBytesThatAreNotInTheAnnouncedEncoding() {
    byte[] latin = "<a>\n é</a>".getBytes(StandardCharsets.ISO_8859_1);

    XmlException refused = refused(latin, "utf-8");

    assertThat(refused.kind()).isEqualTo(XmlException.Kind.ENCODAGE);
    assertThat(refused.line()).isEqualTo(2);
    assertThat(refused).hasMessageContaining("UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-7", "x-inconnu", "UTF-32", "../../etc"})
  void refusesEncodingsOutsideTheAllowList(String charset) {
    assertThat(refused(bytes("<a/>"), charset).kind()).isEqualTo(XmlException.Kind.ENCODAGE);
  }

  private XmlException refused(byte[] document, @Nullable String charset) {
    XmlException refused =
        catchThrowableOfType(XmlException.class, () -> xml.read(document, charset));
    assertThat(refused).isNotNull();
    return refused;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
