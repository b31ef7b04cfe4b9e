package fr.socle.lps;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.lps.banc.FakeInsi;
import fr.socle.lps.banc.InsiMessages;
import fr.socle.lps.banc.TestBench;
import fr.socle.lps.banc.TestPki;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class CardModesTest {

  private static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
  private static final String CARD =
      "{'numeroSerie':'%s','ouvrantDroit':'%s','beneficiaires':[{'matricule':'%s',"
          + "'nomNaissance':'MOQUETTE','prenom':'ALIX','dateNaissance':'1988-02-29','rangNaissance':'1'},"
          + "{'nomNaissance':'MOQUETTE','prenom':'ZOE','dateNaissance':'2019-05-06','rangNaissance':'2'}]}";
  private static final String FIRST =
      CARD.formatted("0000000001", "2880275056123", "2880275056123");
  private static final String OTHER =
      CARD.formatted("0000000004", "188022A004321", "188022A004321");

  @TempDir private static Path directory;
  private static TestPki pki;
  private static String bench;

  private FakeInsi insi;
  private ReferenceLps lps;
  private Driver driver;
  private String record;

  @BeforeAll
  static void makeKeys() {
    pki = new TestPki(directory);
    bench = TestBench.cards(pki, "ADRESSE");
  }

  @BeforeEach
  void start() throws Exception {
    insi = new FakeInsi(pki.server(), false);
    lps = ReferenceLps.builder().start();
    driver = new Driver(lps.url());
    driver.perform("configurer", bench.replace("ADRESSE", insi.address()));
    driver.perform("inserer-carte", "{'professionnelle':{'magasin':'carte'}}");
    record =
        driver
            .perform(
                "creer-dossier",
                "{'nomNaissance':'MOQUETTE','prenomsNaissance':['ALIX'],'sexe':'F',"
                    + "'dateNaissance':'1988-02-29','lieuNaissance':'75056'}")
            .path("vu")
            .path("dossier")
            .asText();
  }

  @AfterEach
  void stop() {
    lps.close();
    insi.close();
  }

  @Test
  void theCardSignsAnAssertionThatTheJdkTakesForGood() throws Exception {
    searchByTraits("cpx");

    FakeInsi.Seen seen = insi.seen.get(0);
    Document message = parse(seen.xml());
    Element assertion = (Element) message.getElementsByTagNameNS(SAML, "Assertion").item(0);
    assertion.setIdAttribute("ID", true);
    Element signature =
        (Element) assertion.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature").item(0);
    XMLSignature read =
        XMLSignatureFactory.getInstance("DOM")
            .unmarshalXMLSignature(
                new DOMValidateContext(certificate(seen.xml()).getPublicKey(), signature));
    assertThat(
            read.validate(
                new DOMValidateContext(certificate(seen.xml()).getPublicKey(), signature)))
        .isTrue();
    assertThat(signature.getPreviousSibling().getLocalName()).isEqualTo("Issuer");
    assertThat(signature.getNextSibling().getLocalName()).isEqualTo("Subject");
  }

  @Test
  void theProfessionalIsNamedByTheContextsAndTheAssertion() throws Exception {
    searchByTraits("cpx");

    FakeInsi.Seen seen = insi.seen.get(0);
    assertThat(seen.value("Emetteur")).isEqualTo("899990000020");
    assertThat(seen.value("NameID")).isEqualTo("899990000020");
    assertThat(seen.value("AttributeValue")).isEqualTo("991234567");
    assertThat(seen.xml()).contains("NameQualifier=\"CPX\"").doesNotContain("Conditions");
  }

  @Test
  void theVitaleCardFollowsTheProfessionalWithWhatItTellsOfTheChosen() throws Exception {
    insert(FIRST);
    searchByCard(",'beneficiaire':'2'");

    FakeInsi.Seen seen = insi.seen.get(0);
    assertThat(seen.contentType()).endsWith(":rechercherInsAvecCarteVitale\"");
    assertThat(seen.xml().indexOf("NameQualifier=\"VITALE\">0000000001<"))
        .isGreaterThan(seen.xml().indexOf("NameQualifier=\"CPX\""));
    assertThat(body(seen))
        .isEqualTo(
            "<rv:RECVITALE xmlns:rv=\"http://www.cnamts.fr/INSiRecVit\"><rv:MatriculeOD>"
                + "<rv:NumIdentifiant>2880275056123</rv:NumIdentifiant></rv:MatriculeOD>"
                + "<rv:NomNaissance>MOQUETTE</rv:NomNaissance>"
                + "<rv:DateNaissance>2019-05-06</rv:DateNaissance>"
                + "<rv:RangNaissance>2</rv:RangNaissance></rv:RECVITALE>");
  }

  @Test
  void anIdentityFoundByCardIsRecovered() throws Exception {
    insi.answer = request -> InsiMessages.found();
    insert(FIRST);

    JsonNode seen = searchByCard("");

    assertThat(seen.at("/vu/resultat").asText()).isEqualTo("trouvee");
    assertThat(seen.at("/vu/dossier/statutIdentite").asText()).isEqualTo("recuperee");
  }

  @Test
  void aReplacedCardIsNoticedBeforeTheCall() throws Exception {
    insert(FIRST);

    JsonNode seen = searchByCard(",'carteRemplacante':" + OTHER);

    assertThat(seen.path("statut").asText()).isEqualTo("refuse");
    assertThat(seen.path("message").asText()).contains("choisissez de nouveau");
    assertThat(insi.seen).isEmpty();
  }

  @Test
  void nothingIsAskedWithACardThatIsNotThere() throws Exception {
    insert(FIRST);
    searchByCard("");
    driver.perform("retirer-carte", "{'carte':'vitale'}");
    insi.seen.clear();

    assertThat(searchByCard("").path("statut").asText()).isEqualTo("refuse");
    driver.perform("retirer-carte", "{'carte':'professionnelle'}");
    assertThat(searchByTraits("cpx").path("statut").asText()).isEqualTo("refuse");
    assertThat(searchByTraits("psc").path("statut").asText()).isEqualTo("refuse");
    assertThat(insi.seen).isEmpty();
  }

  @Test
  void searchingByVitaleCardWithACertificateOfOrganisationIsNotOffered() throws Exception {
    insert(FIRST);

    HttpResponse<String> refused =
        driver.post("rechercher-ins-vitale", "{'dossier':'" + record + "','mode':'certificat'}");

    assertThat(refused.statusCode()).isEqualTo(501);
    assertThat(Driver.json(refused).path("message").asText()).contains("Pro Santé Connect");
    assertThat(insi.seen).isEmpty();
  }

  private void insert(String card) throws Exception {
    driver.perform("inserer-carte", "{'vitale':" + card + "}");
  }

  private JsonNode searchByCard(String members) throws Exception {
    return driver.perform("rechercher-ins-vitale", "{'dossier':'" + record + "'" + members + "}");
  }

  private JsonNode searchByTraits(String mode) throws Exception {
    return driver.perform(
        "rechercher-ins-traits", "{'dossier':'" + record + "','mode':'" + mode + "'}");
  }

  private static String body(FakeInsi.Seen seen) {
    Matcher body = Pattern.compile("<soap:Body>(.*)</soap:Body>").matcher(seen.xml());
    return body.find() ? body.group(1) : "";
  }

  private static X509Certificate certificate(String xml) throws Exception {
    Matcher text = Pattern.compile("<ds:X509Certificate>([^<]*)<").matcher(xml);
    assertThat(text.find()).isTrue();
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(Base64.getDecoder().decode(text.group(1))));
  }

  private static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
  }
}
