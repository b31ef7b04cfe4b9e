package fr.socle.bench.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.xml.SafeXml;
import fr.socle.bench.xml.XmlElement;
import java.util.List;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;

class SoapWriterTest {
  private static final String NS = SoapVersion.SOAP_12.namespace();

  @Test
  void writesThePrefixesOfTheStyle() {
    SoapWriter writer = new SoapWriter(SoapVersion.SOAP_12, new SoapStyle("soap", "env", "S"));

    String text =
        new String(writer.message(out -> out.start(new QName("urn:r", "R")).end()), UTF_8);

    assertThat(text)
        .isEqualTo(
            "<soap:Envelope xmlns:soap=\""
                + NS
                + "\"><env:Body xmlns:env=\""
                + NS
                + "\">"
                + "<R xmlns=\"urn:r\"/></env:Body></soap:Envelope>");
  }

  @Test
  void writesAFaultWhosePrefixDiffersFromEnvelopeAndBody() {
    SoapFault fault =
        new SoapFault(
            SoapFault.Code.RECEIVER,
            List.of(new QName(NS, "panne_40", "S")),
            "Indisponible",
            "en",
            List.of(out -> out.start(new QName("urn:e", "Erreur", "e")).text("détail").end()));

    String text =
        new String(
            new SoapWriter(SoapVersion.SOAP_12, new SoapStyle("soap", "env", "S")).fault(fault),
            UTF_8);

    assertThat(text)
        .isEqualTo(
            "<soap:Envelope xmlns:soap=\""
                + NS
                + "\">"
                + "<env:Body xmlns:env=\""
                + NS
                + "\" xmlns:S=\""
                + NS
                + "\"><S:Fault>"
                + "<S:Code><S:Value>S:Receiver</S:Value>"
                + "<S:Subcode><S:Value>S:panne_40</S:Value></S:Subcode></S:Code>"
                + "<S:Reason><S:Text xml:lang=\"en\">Indisponible</S:Text></S:Reason>"
                + "<S:Detail><e:Erreur xmlns:e=\"urn:e\">détail</e:Erreur></S:Detail>"
                + "</S:Fault></env:Body></soap:Envelope>");
  }

  @Test
  void nestsSubcodesAndDeclaresTheirPrefixes() throws Exception {
    SoapFault fault =
        new SoapFault(
            SoapFault.Code.SENDER,
            List.of(new QName("urn:a", "un", "a"), new QName("urn:b", "deux", "b")),
            "Non",
            "fr",
            List.of());

    XmlElement body = read(new SoapWriter(SoapVersion.SOAP_12, SoapStyle.plain("s")).fault(fault));
    XmlElement code = body.children().get(0).children().get(0);
    XmlElement first = code.child(name("Subcode")).orElseThrow();
    XmlElement second = first.child(name("Subcode")).orElseThrow();

    assertThat(first.textOf(name("Value"))).contains("a:un");
    assertThat(second.textOf(name("Value"))).contains("b:deux");
    assertThat(second.child(name("Value")).orElseThrow().namespaceOfPrefix("b")).isEqualTo("urn:b");
  }

  @Test
  void writesASoap11FaultInItsOwnLayout() {
    String text =
        new String(
            new SoapWriter(SoapVersion.SOAP_11, SoapStyle.plain("s"))
                .fault(SoapFault.of(SoapFault.Code.SENDER, "Non")),
            UTF_8);

    assertThat(text)
        .contains("<s:Fault><faultcode>s:Client</faultcode>")
        .contains("<faultstring xml:lang=\"fr\">Non</faultstring></s:Fault>");
  }

  @Test
  void aVersionMismatchIsWrittenInTheCallersVersionAndNamesOurs() throws Exception {
    byte[] answer =
        new SoapWriter(SoapVersion.SOAP_11, SoapStyle.plain("s"))
            .versionMismatch(SoapVersion.SOAP_12, "SOAP 1.2 attendu");

    SoapMessage message = new SoapReader(new SafeXml()).read(answer, null);
    XmlElement supported = message.headerBlock(name("Upgrade")).orElseThrow().children().get(0);

    assertThat(message.version()).isEqualTo(SoapVersion.SOAP_11);
    assertThat(supported.attribute("qname")).contains("ns1:Envelope");
    assertThat(supported.namespaceOfPrefix("ns1")).isEqualTo(NS);
    assertThat(message.payload().orElseThrow().text()).contains("VersionMismatch");
  }

  @Test
  void headersAreWrittenOnlyWhenThereAreSome() throws Exception {
    SoapWriter writer = new SoapWriter(SoapVersion.SOAP_12, SoapStyle.plain("s"));
    XmlContent block = out -> out.start(new QName("urn:h", "H", "h")).end();

    assertThat(
            new SoapReader(new SafeXml())
                .read(writer.message(List.of(block), out -> {}), null)
                .header())
        .hasSize(1);
    assertThat(new String(writer.message(out -> {}), UTF_8)).doesNotContain("Header");
  }

  private static XmlElement read(byte[] bytes) throws Exception {
    return new SafeXml().read(bytes, null).children().get(0);
  }

  private static QName name(String local) {
    return new QName(NS, local);
  }
}
