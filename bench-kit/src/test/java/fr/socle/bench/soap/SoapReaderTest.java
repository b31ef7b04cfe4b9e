package fr.socle.bench.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.socle.bench.xml.SafeXml;
import fr.socle.bench.xml.XmlElement;
import fr.socle.bench.xml.XmlException;
import fr.socle.bench.xml.XmlLimits;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoapReaderTest {
  private static final String SOAP12 = "http://www.w3.org/2003/05/soap-envelope";
  private static final String SOAP11 = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String WSA = "http://www.w3.org/2005/08/addressing";

  private final SoapReader reader = new SoapReader(new SafeXml(XmlLimits.small()));

  @Test
  void readsHeaderBlocksAndBodyWhateverThePrefixes() throws Exception {
    SoapMessage message =
        read(
            "<Envelope xmlns='%s'><h:Header xmlns:h='%s'><c:Contexte xmlns:c='urn:c'/></h:Header>"
                    .formatted(SOAP12, SOAP12)
                + "<b:Body xmlns:b='%s'><d:Demande xmlns:d='urn:d'/></b:Body></Envelope>"
                    .formatted(SOAP12));

    assertThat(message.version()).isEqualTo(SoapVersion.SOAP_12);
    assertThat(message.headerBlock(new QName("urn:c", "Contexte"))).isPresent();
    assertThat(message.payload().map(XmlElement::name)).contains(new QName("urn:d", "Demande"));
  }

  @Test
  void recognisesSoap11AndReportsIt() throws Exception {
    SoapMessage message =
        read("<e:Envelope xmlns:e='%s'><e:Body><x/></e:Body></e:Envelope>".formatted(SOAP11));

    assertThat(message.version()).isEqualTo(SoapVersion.SOAP_11);
  }

  @Test
  void readsAddressingIncludingReplyAndFaultAddresses() throws Exception {
    SoapMessage message =
        read(
            envelope(
                "<a:Action>urn:x</a:Action><a:MessageID> uuid:1 </a:MessageID><a:To>http://t</a:To>"
                    + "<a:ReplyTo><a:Address>http://r</a:Address></a:ReplyTo>"
                    + "<a:FaultTo><a:Address>http://f</a:Address></a:FaultTo>",
                "<x/>"));

    assertThat(message.addressing())
        .isEqualTo(
            new WsAddressing(
                WSA,
                "urn:x",
                "uuid:1",
                "http://t",
                "http://r",
                "http://f",
                null,
                java.util.List.of()));
  }

  @Test
  void noticesAddressingHeadersSentTwiceAndKeepsTheFirst() throws Exception {
    SoapMessage message =
        read(envelope("<a:MessageID>1</a:MessageID><a:MessageID>2</a:MessageID>", "<x/>"));

    assertThat(message.addressing().messageId()).isEqualTo("1");
    assertThat(message.addressing().repeated()).containsExactly("MessageID");
  }

  @Test
  void namesTheMandatoryBlocksTheReceiverDoesNotKnow() throws Exception {
    SoapMessage message =
        read(
            envelope(
                "<k:Connu xmlns:k='urn:k' s:mustUnderstand='true'/>"
                    + "<u:Inconnu xmlns:u='urn:u' s:mustUnderstand='1'/>"
                    + "<u:Facultatif xmlns:u='urn:u' s:mustUnderstand='0'/>"
                    + "<u:PourUnAutre xmlns:u='urn:u' s:mustUnderstand='1' s:role='urn:relais'/>",
                "<x/>"));

    assertThat(message.notUnderstood(Set.of(new QName("urn:k", "*"))))
        .extracting(XmlElement::localName)
        .containsExactly("Inconnu");
    assertThat(
            message.notUnderstood(Set.of(new QName("urn:k", "*"), new QName("urn:u", "Inconnu"))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "<html/>, PAS_UNE_ENVELOPPE, html",
    "<Envelope/>, VERSION_INCONNUE, 1.2",
    "<Envelope xmlns='urn:x'/>, VERSION_INCONNUE, urn:x",
    "<Envelope xmlns='http://www.w3.org/2003/05/soap-envelope'/>, STRUCTURE, Body",
    "<Envelope xmlns='http://www.w3.org/2003/05/soap-envelope'><Body/><Header/></Envelope>, "
        + "STRUCTURE, Header",
    "<Envelope xmlns='http://www.w3.org/2003/05/soap-envelope'><Corps/></Envelope>, "
        + "STRUCTURE, Body"
  })
  void refusesWhatIsNoWellBuiltEnvelope(String text, SoapException.Kind kind, String word) {
    SoapException refused = catchThrowableOfType(SoapException.class, () -> read(text));

    assertThat(refused.kind()).isEqualTo(kind);
    assertThat(refused).hasMessageContaining(word);
  }

  @ParameterizedTest
  @CsvSource({
    "bonjour, MAL_FORME",
    "'', VIDE",
    "<Envelope xmlns='http://www.w3.org/2003/05/soap-envelope'><Body><x>, MAL_FORME",
    "<!DOCTYPE Envelope [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><Envelope>&x;</Envelope>, DTD"
  })
  void refusesWhatIsNoAcceptableXml(String text, XmlException.Kind kind) {
    assertThat(catchThrowableOfType(XmlException.class, () -> read(text)).kind()).isEqualTo(kind);
  }

  @Test
  void refusesABodyNestedTooDeep() {
    String deep = "<x>".repeat(200) + "</x>".repeat(200);

    assertThat(catchThrowableOfType(XmlException.class, () -> read(envelope("", deep))).kind())
        .isEqualTo(XmlException.Kind.LIMITE);
  }

  @Test
  void anEmptyBodyHasNoPayload() throws Exception {
    assertThat(read(envelope("", "")).payload()).isEmpty();
  }

  private SoapMessage read(String text) throws XmlException, SoapException {
    return reader.read(text.getBytes(StandardCharsets.UTF_8), "utf-8");
  }

  private static String envelope(String header, String body) {
    return "<s:Envelope xmlns:s='%s' xmlns:a='%s'><s:Header>%s</s:Header><s:Body>%s</s:Body></s:Envelope>"
        .formatted(SOAP12, WSA, header, body);
  }
}
