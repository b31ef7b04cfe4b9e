package fr.socle.lps.dmp.ebxml;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.lps.dmp.soap.Markup;
import fr.socle.lps.dmp.soap.Xml;
import fr.socle.lps.dmp.vihf.Seal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import javax.xml.crypto.Data;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.dom.DOMCryptoContext;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.TransformException;
import javax.xml.crypto.dsig.TransformService;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;

/** The document that signs a set: XAdES on a manifest of its documents (dmp.md 3.6). */
public final class Xades {

  private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
  private static final String ETSI = "http://uri.etsi.org/01903/v1.1.1#";
  private static final String C14N = CanonicalizationMethod.INCLUSIVE_WITH_COMMENTS;
  private static final String NULL_BYTE = "AA==";

  private final Seal seal;

  public Xades(Seal seal) {
    this.seal = seal;
  }

  /** Signs a set and the documents of it. */
  public byte[] sign(String setId, List<Entry> documents, Instant at) {
    String manifest = manifest(setId, documents);
    String properties = properties(at);
    String info = signedInfo(manifest, properties);
    Markup xml = new Markup().raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    xml.open("ds:Signature", "xmlns:ds", DS, "Id", "IHESignature")
        .raw(info.replace(" xmlns:ds=\"" + DS + "\"", ""))
        .leaf("ds:SignatureValue", signature(canonical(info)))
        .open("ds:KeyInfo")
        .open("ds:X509Data")
        .leaf("ds:X509Certificate", certificate())
        .close("ds:X509Data")
        .close("ds:KeyInfo")
        .open("ds:Object")
        .raw(properties.replace(" xmlns:ds=\"" + DS + "\"", ""))
        .close("ds:Object")
        .open("ds:Object")
        .raw(manifest.replace(" xmlns:ds=\"" + DS + "\"", ""))
        .close("ds:Object")
        .close("ds:Signature");
    return xml.toString().getBytes(UTF_8);
  }

  private String manifest(String setId, List<Entry> documents) {
    Markup xml =
        new Markup()
            .open("ds:Manifest", "xmlns:ds", DS, "Id", "IHEManifest")
            .open("ds:Reference", "URI", "urn:oid:" + setId)
            .empty("ds:DigestMethod", "Algorithm", DS + "sha1")
            .leaf("ds:DigestValue", NULL_BYTE)
            .close("ds:Reference");
    for (Entry document : documents) {
      xml.open("ds:Reference", "URI", "urn:oid:" + document.uniqueId())
          .open("ds:Transforms")
          .empty("ds:Transform", "Algorithm", C14N)
          .close("ds:Transforms")
          .empty("ds:DigestMethod", "Algorithm", DS + "sha1")
          .leaf("ds:DigestValue", sha1(canonical(document.bytes())))
          .close("ds:Reference");
    }
    return xml.close("ds:Manifest").toString();
  }

  private String properties(Instant at) {
    BigInteger serial = seal.certificate().getSerialNumber();
    return new Markup()
        .open(
            "xad:QualifyingProperties",
            "xmlns:xad",
            ETSI,
            "xmlns:ds",
            DS,
            "Target",
            "#IHESignature")
        .open("xad:SignedProperties", "Id", "IHESignedProperties")
        .open("xad:SignedSignatureProperties")
        .leaf("xad:SigningTime", at.truncatedTo(ChronoUnit.SECONDS).toString())
        .open("xad:SigningCertificate")
        .open("xad:Cert")
        .open("xad:CertDigest")
        .empty("ds:DigestMethod", "Algorithm", DS + "sha1")
        .leaf("ds:DigestValue", sha1(encoded()))
        .close("xad:CertDigest")
        .open("xad:IssuerSerial")
        .leaf("ds:X509IssuerName", seal.certificate().getIssuerX500Principal().getName())
        .leaf("ds:X509SerialNumber", serial.toString())
        .close("xad:IssuerSerial")
        .close("xad:Cert")
        .close("xad:SigningCertificate")
        .open("xad:SignaturePolicyIdentifier")
        .empty("xad:SignaturePolicyImplied")
        .close("xad:SignaturePolicyIdentifier")
        .close("xad:SignedSignatureProperties")
        .close("xad:SignedProperties")
        .close("xad:QualifyingProperties")
        .toString();
  }

  private static String signedInfo(String manifest, String properties) {
    String signed =
        properties.substring(
            properties.indexOf("<xad:SignedProperties"),
            properties.indexOf("</xad:QualifyingProperties>"));
    String alone =
        signed.replaceFirst(
            "<xad:SignedProperties",
            "<xad:SignedProperties xmlns:xad=\"" + ETSI + "\" xmlns:ds=\"" + DS + "\"");
    return new Markup()
        .open("ds:SignedInfo", "xmlns:ds", DS)
        .empty("ds:CanonicalizationMethod", "Algorithm", C14N)
        .empty("ds:SignatureMethod", "Algorithm", DS + "rsa-sha1")
        .raw(reference("#IHEManifest", DS + "Manifest", canonical(manifest)))
        .raw(
            reference(
                "#IHESignedProperties",
                "http://uri.etsi.org/01903/v1.1.1#SignedProperties",
                canonical(alone)))
        .close("ds:SignedInfo")
        .toString();
  }

  private static String reference(String uri, String type, byte[] content) {
    return new Markup()
        .open("ds:Reference", "URI", uri, "Type", type)
        .open("ds:Transforms")
        .empty("ds:Transform", "Algorithm", C14N)
        .close("ds:Transforms")
        .empty("ds:DigestMethod", "Algorithm", DS + "sha1")
        .leaf("ds:DigestValue", sha1(content))
        .close("ds:Reference")
        .toString();
  }

  private String signature(byte[] info) {
    try {
      java.security.Signature signer = java.security.Signature.getInstance("SHA1withRSA");
      signer.initSign(seal.key());
      signer.update(info);
      return Base64.getEncoder().encodeToString(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String certificate() {
    return Base64.getEncoder().encodeToString(encoded());
  }

  private byte[] encoded() {
    try {
      return seal.certificate().getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] canonical(String xml) {
    return canonical(xml.getBytes(UTF_8));
  }

  private static byte[] canonical(byte[] xml) {
    try {
      TransformService service = TransformService.getInstance(C14N, "DOM");
      service.init((TransformParameterSpec) null);
      // the JDK wants to know where the transform stands, though it has no parameter
      DOMCryptoContext nowhere = new DOMCryptoContext() {};
      service.marshalParams(
          new DOMStructure(Xml.read("<Transform/>".getBytes(UTF_8)).getDocumentElement()), nowhere);
      Data data = new OctetStreamData(new ByteArrayInputStream(xml));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Data done = service.transform(data, nowhere, out);
      return done instanceof OctetStreamData octets
          ? octets.getOctetStream().readAllBytes()
          : out.toByteArray();
    } catch (GeneralSecurityException | MarshalException | TransformException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sha1(byte[] bytes) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
