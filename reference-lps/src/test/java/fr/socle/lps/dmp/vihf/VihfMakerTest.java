package fr.socle.lps.dmp.vihf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.lps.banc.TestPki;
import fr.socle.lps.dmp.soap.Xml;
import fr.socle.lps.mutant.Defects;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class VihfMakerTest {
  private static final String PATIENT = "288027505612337^^^&1.2.250.1.213.1.4.10&ISO^NH";
  private static final String ROLE = "urn:oasis:names:tc:xacml:2.0:subject:role";
  private static final String RESOURCE = "urn:oasis:names:tc:xacml:2.0:resource:resource-id";
  private static final Instant NOW = Instant.parse("2026-01-02T10:00:00Z");
  private static final Structure PRACTICE = Structure.organisation("10B0152872", "CABINET");

  @TempDir private static Path directory;
  private static Seal seal;

  @BeforeAll
  static void makeAKey() throws Exception {
    Path card = new TestPki(directory).card("CN=899990000012");
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(card)) {
      store.load(in, TestPki.PASSWORD.toCharArray());
    }
    seal =
        new Seal(
            (X509Certificate) store.getCertificate("cle"),
            (PrivateKey) store.getKey("cle", TestPki.PASSWORD.toCharArray()));
  }

  @Test
  void saysWhoCallsFromWhereWhyAndForWhom() throws Exception {
    Element vihf = made(Mode.INDIRECTE, "SM26", Purpose.NORMAL, PATIENT, false);

    assertThat(Xml.text(vihf, "Subject", "NameID")).isEqualTo("899990000012");
    assertThat(attributes(vihf))
        .containsEntry("Authentification_Mode", "INDIRECTE")
        .containsEntry("Identifiant_Structure", "10B0152872")
        .containsEntry("Secteur_Activite", "SA05^1.2.250.1.71.4.2.4")
        .containsEntry(RESOURCE, PATIENT)
        .containsEntry("LPS_ID_HOMOLOGATION_DMP", "N1")
        .doesNotContainKey("Mode_Acces_Raison");
    assertThat(codes(vihf, "Role")).containsExactly("10", "SM26");
    assertThat(codes(vihf, "PurposeOfUse")).containsExactly("normal");
  }

  @Test
  void namesNoPatientWhenTheCallIsOfNone() throws Exception {
    Element vihf = made(Mode.INDIRECTE, "", Purpose.NORMAL, "", false);

    assertThat(attributes(vihf)).doesNotContainKey(RESOURCE);
    assertThat(codes(vihf, "Role")).containsExactly("10");
  }

  @Test
  void saysAnEmergencyWithItsReasonAndTheSecretOfAMinor() throws Exception {
    Element vihf = made(Mode.DIRECTE, "SM26", Purpose.emergency("Inconscient."), PATIENT, true);

    assertThat(codes(vihf, "PurposeOfUse")).containsExactly("bris_de_glace");
    assertThat(attributes(vihf)).containsEntry("Mode_Acces_Raison", "Inconscient.");
    assertThat(codes(vihf, "ConfidentialityCode"))
        .containsExactly("INVISIBLE_REPRESENTANTS_LEGAUX");
  }

  @Test
  void declaresTheLoginOnlyAfterProSanteConnect() throws Exception {
    Element air = made(Mode.INDIRECTE_RENFORCEE, "SM26", Purpose.NORMAL, PATIENT, false);
    Element card = made(Mode.DIRECTE, "SM26", Purpose.NORMAL, PATIENT, false);

    assertThat(Xml.text(air, "AuthnStatement", "AuthnContext", "AuthnContextDecl"))
        .isEqualTo("APP_BROWSER_AUTH");
    assertThat(Xml.below(card, "AuthnContextDecl")).isEmpty();
    assertThat(Xml.text(card, "AuthnStatement", "AuthnContext", "AuthnContextClassRef"))
        .endsWith("SmartcardPKI");
  }

  @Test
  void isSignedWholeByItsIssuer() throws Exception {
    Element vihf = made(Mode.INDIRECTE, "SM26", Purpose.NORMAL, PATIENT, false);
    Element signature = Xml.find(vihf, "Signature").orElseThrow();

    assertThat(signature.getPreviousSibling().getLocalName()).isEqualTo("Issuer");
    assertThat(valid(vihf)).isTrue();
    Xml.find(vihf, "Subject", "NameID").orElseThrow().setTextContent("899990000999");
    assertThat(valid(vihf)).isFalse();
  }

  @Test
  void isNewForEachCall() {
    VihfMaker maker = maker(Mode.INDIRECTE_RENFORCEE, "SM26");

    String first = maker.make(PATIENT, Purpose.NORMAL, false);
    String second = maker.make(PATIENT, Purpose.NORMAL, false);

    assertThat(id(first)).isNotEqualTo(id(second));
  }

  private static String id(String vihf) {
    return vihf.replaceFirst("(?s).*?ID=\"([^\"]*)\".*", "$1");
  }

  private static boolean valid(Element vihf) throws Exception {
    vihf.setIdAttribute("ID", true);
    DOMValidateContext context =
        new DOMValidateContext(
            seal.certificate().getPublicKey(), Xml.find(vihf, "Signature").orElseThrow());
    XMLSignature signature = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
    return signature.validate(context);
  }

  private static Map<String, String> attributes(Element vihf) {
    Map<String, String> values = new TreeMap<>();
    for (Element each : Xml.below(vihf, "Attribute")) {
      values.put(each.getAttribute("Name"), Xml.text(each, "AttributeValue"));
    }
    assertThat(values).containsKey(ROLE);
    return values;
  }

  private static Iterable<String> codes(Element vihf, String name) {
    return Xml.below(vihf, name).stream().map(each -> each.getAttribute("code")).toList();
  }

  private static Element made(
      Mode mode, String speciality, Purpose purpose, String patient, boolean secret)
      throws Exception {
    String vihf = maker(mode, speciality).make(patient, purpose, secret);
    return Xml.read(vihf.getBytes(UTF_8)).getDocumentElement();
  }

  private static VihfMaker maker(Mode mode, String speciality) {
    return new VihfMaker(
        mode,
        new Professional("899990000012", "EXEMPLE", "CAMILLE", "10", speciality, PRACTICE),
        seal.certificate(),
        seal,
        new Software("LPS", "1", "N1"),
        Clock.fixed(NOW, ZoneOffset.UTC),
        new ConcurrentHashMap<>(),
        Defects.none());
  }
}
