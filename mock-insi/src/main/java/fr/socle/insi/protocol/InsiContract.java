package fr.socle.insi.protocol;

import fr.socle.bench.soap.SoapOperation;
import fr.socle.bench.soap.WsAddressing;
import fr.socle.bench.xml.LocalSchema;
import fr.socle.bench.xml.SchemaFault;
import fr.socle.bench.xml.XmlElement;
import java.util.List;
import javax.xml.namespace.QName;

/** Names of the contract of INSi: insi.md 2.1 and 2.3 (S:1). */
public final class InsiContract {
  /** Search with a Vitale card, WS_INS1. */
  public static final SoapOperation VITALE =
      new SoapOperation(
          "rechercherInsAvecCarteVitale",
          "urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecCarteVitale",
          new QName("http://www.cnamts.fr/INSiRecVit", "RECVITALE"));

  /** Search by identity traits, WS_INS2. */
  public static final SoapOperation TRAITS =
      new SoapOperation(
          "rechercherInsAvecTraitsIdentite",
          "urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite",
          new QName("http://www.cnamts.fr/INSiRecSans", "RECSANSVITALE"));

  /** The operations of the WSDL. */
  public static final List<SoapOperation> OPERATIONS = List.of(VITALE, TRAITS);

  /** Verification of an INS, WS_INS3: assumed, in no WSDL that was seen (insi.md 4). */
  public static final SoapOperation VERIFICATION = VerificationContract.OPERATION;

  /** Those of the WSDL and the assumed one. */
  static final List<SoapOperation> SIMULATED = List.of(VITALE, TRAITS, VERIFICATION);

  /** Header ContexteLPS. */
  public static final QName CONTEXTE_LPS = lps("ContexteLPS");

  /** Header ContexteBAM. */
  public static final QName CONTEXTE_BAM = bam("ContexteBAM");

  /** Header of WS-Security. */
  public static final QName SECURITY =
      new QName(
          "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd",
          "Security");

  /** Header that identifies the message. */
  public static final QName MESSAGE_ID = addressing("MessageID");

  static final String RESULTAT = "http://www.cnamts.fr/INSiResultat";
  static final QName ERREUR = new QName("urn:siram", "Erreur", "siram");

  private InsiContract() {}

  static QName addressing(String local) {
    return new QName(WsAddressing.NAMESPACE_1_0, local);
  }

  static QName lps(String local) {
    return new QName("urn:siram:lps:ctxlps", local);
  }

  static QName bam(String local) {
    return new QName("urn:siram:bam:ctxbam", local);
  }

  static QName traits(String local) {
    return new QName(TRAITS.body().getNamespaceURI(), local);
  }

  static QName vitale(String local) {
    return new QName(VITALE.body().getNamespaceURI(), local);
  }

  /**
   * How a block or a body breaks its schema. Attributes of other namespaces are left aside: those
   * of the envelope ({@code mustUnderstand}, {@code role}: SOAP 1.2 Part 1, 5.2) and of a signature
   * ({@code wsu:Id}) belong to the message, not to what the schema describes.
   */
  static List<SchemaFault> faultsIn(XmlElement element) {
    return schema().validate(element).stream()
        .filter(
            fault ->
                fault.unknownAttribute() == null
                    || fault.unknownAttribute().name().getNamespaceURI().isEmpty())
        .toList();
  }

  /** The schemas of requests, contexts and answers. */
  public static LocalSchema schema() {
    return CompiledSchema.SCHEMA;
  }

  // Compiled when first asked for: a bench that serves no INSi call does not pay for it.
  private static final class CompiledSchema {
    static final LocalSchema SCHEMA =
        LocalSchema.compile(
            InsiContract.class,
            "contrat",
            "INSiRecSans.xsd",
            "INSiRecVit.xsd",
            "INSiResultat.xsd",
            "ctxlps.xsd",
            "ctxbam.xsd",
            "erreur.xsd",
            "ws-addr.xsd",
            "secext.xsd",
            "verification-supposee.xsd");
  }
}
