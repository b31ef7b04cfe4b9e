package fr.socle.essais.dmp;

import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** VIHFs by card (dmp.md 7.1, direct), signed by the JDK. */
public final class DmpVihf {
  private static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

  private DmpVihf() {}

  /** A signed VIHF of now, about a patient. */
  public static String text(DmpCard card, String patient) throws Exception {
    return text(card, patient, "");
  }

  /** The same with more attributes. */
  static String text(DmpCard card, String patient, String attributes) throws Exception {
    return signed(card, unsigned(card, patient, attributes));
  }

  /** A VIHF as it is written, signed. */
  static String signed(DmpCard card, String unsigned) throws Exception {
    Document document = tree(card, unsigned);
    Transformer out = TransformerFactory.newInstance().newTransformer();
    out.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    StringWriter written = new StringWriter();
    out.transform(new DOMSource(document), new StreamResult(written));
    return written.toString();
  }

  /** The same as a tree. */
  public static Element element(DmpCard card, String patient) throws Exception {
    return tree(card, unsigned(card, patient, "")).getDocumentElement();
  }

  /** A VIHF of now, to be signed. */
  static String unsigned(DmpCard card, String patient, String attributes) {
    return Template.of("vihf")
        .with("identifiant", UUID.randomUUID().toString())
        .with("instant", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
        .with("emetteur", card.certificate().getSubjectX500Principal().getName())
        .with("porteur", card.holder())
        .with("structure", card.structure())
        .with("patient", patient)
        .withXml("attributs", attributes)
        .text();
  }

  private static Document tree(DmpCard card, String text) throws Exception {
    DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
    builders.setNamespaceAware(true);
    Document document =
        builders.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    Element assertion = document.getDocumentElement();
    assertion.setIdAttribute("ID", true);
    XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
    SignedInfo info =
        factory.newSignedInfo(
            factory.newCanonicalizationMethod(
                CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
            factory.newSignatureMethod(RSA_SHA256, null),
            List.of(
                factory.newReference(
                    "#" + assertion.getAttribute("ID"),
                    factory.newDigestMethod(DigestMethod.SHA256, null),
                    List.of(
                        factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                        factory.newTransform(
                            CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
                    null,
                    null)));
    KeyInfoFactory keys = factory.getKeyInfoFactory();
    KeyInfo key = keys.newKeyInfo(List.of(keys.newX509Data(List.of(card.certificate()))));
    DOMSignContext context =
        new DOMSignContext(
            card.key(), assertion, assertion.getElementsByTagNameNS("*", "Subject").item(0));
    context.setDefaultNamespacePrefix("ds");
    factory.newXMLSignature(info, key).sign(context);
    return document;
  }
}
