package fr.socle.essais;

import static fr.socle.essais.GeneratedInsi.inner;
import static fr.socle.essais.GeneratedInsi.list;
import static fr.socle.essais.GeneratedInsi.set;

import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.SpaceDescriptor;
import java.io.StringReader;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** A call to INSi in generated classes: the body of an operation and its four headers. */
final class CxfMessage implements GeneratedInsi.Arguments {
  private static final String SERIAL = "0000000001";

  private final String operation;
  private final Object body;
  private final SpaceDescriptor space;
  private final Patient onCard;
  private final List<Element> assertions = new ArrayList<>();
  private String sender;

  private CxfMessage(String operation, Object body, SpaceDescriptor space, Patient onCard) {
    this.operation = operation;
    this.body = body;
    this.space = space;
    this.onCard = onCard;
    this.sender =
        ClientTls.keyStore(space, "insi-manu").subject().replaceAll(".*OU=([^,]+).*", "$1");
  }

  /** A search of a patient by traits. */
  static CxfMessage byTraits(GeneratedInsi generated, SpaceDescriptor space, Patient patient)
      throws Exception {
    return byTraits(
        generated,
        space,
        patient.birthName(),
        patient.birthFirstNames().get(0),
        patient.sex(),
        patient.birthDate());
  }

  /** A search by traits. */
  static CxfMessage byTraits(
      GeneratedInsi generated,
      SpaceDescriptor space,
      String name,
      String firstName,
      String sex,
      String date)
      throws Exception {
    Object request = generated.create("fr.essai.insi.recsans.RecSansVitaleType");
    set(request, "setNomNaissance", name);
    list(request, "getPrenom").add(firstName);
    set(request, "setSexe", sex);
    set(request, "setDateNaissance", date);
    return new CxfMessage("rechercherInsAvecTraitsIdentite", request, space, null);
  }

  /** A search of a patient by the Vitale card. */
  static CxfMessage byCard(GeneratedInsi generated, SpaceDescriptor space, Patient patient)
      throws Exception {
    Object request = generated.create("fr.essai.insi.recvit.RecVitaleType");
    Object own = inner(request, "MatriculeIndividu");
    set(own, "setNumIdentifiant", patient.ins().matricule());
    set(inner(request, "MatriculeOD"), "setNumIdentifiant", patient.ins().matricule());
    set(request, "setNomNaissance", patient.birthName());
    set(request, "setDateNaissance", patient.birthDate());
    set(request, "setRangNaissance", "1");
    return new CxfMessage("rechercherInsAvecCarteVitale", request, space, patient);
  }

  /** Name of the operation. */
  String operation() {
    return operation;
  }

  /** The same from a professional. */
  CxfMessage from(String professional) {
    sender = professional;
    return this;
  }

  /** With the assertion of a professional by Pro Santé Connect. */
  CxfMessage withPsc(String professional) throws Exception {
    assertions.add(
        assertion(
            professional,
            "PSC",
            professional,
            "<s:AttributeStatement><s:Attribute Name=\"identifiantFacturation\">"
                + "<s:AttributeValue>000000000</s:AttributeValue></s:Attribute>"
                + "<s:Attribute Name=\"codeSpecialiteAMO\">"
                + "<s:AttributeValue>01</s:AttributeValue></s:Attribute></s:AttributeStatement>"));
    return this;
  }

  /** With the assertion of a Vitale card, read by a professional. */
  CxfMessage withVitale(String professional) throws Exception {
    assertions.add(assertion(professional, "VITALE", SERIAL, ""));
    return this;
  }

  @Override
  public Object of(Class<?> type) throws Exception {
    if (type.isInstance(body)) {
      return body;
    }
    return switch (type.getSimpleName()) {
      case "ContexteLPSType" -> lps(type);
      case "ContexteBAMType" -> bam(type);
      case "AttributedURIType" -> {
        Object id = type.getConstructor().newInstance();
        set(id, "setValue", "uuid:" + UUID.randomUUID());
        yield id;
      }
      case "SecurityHeaderType" -> assertions.isEmpty() ? null : security(type);
      default -> throw new IllegalStateException("no value for " + type);
    };
  }

  private Object security(Class<?> type) throws Exception {
    Object security = type.getConstructor().newInstance();
    list(security, "getAny").addAll(assertions);
    return security;
  }

  private Object lps(Class<?> type) throws Exception {
    Object context = type.getConstructor().newInstance();
    common(context, "01_00");
    Object lps = inner(context, "LPS");
    Object idam = inner(lps, "IDAM");
    set(idam, "setValue", space.lps().idam());
    set(idam, "setR", "4");
    set(lps, "setVersion", "1.0");
    set(lps, "setInstance", "7d1f0c7e-1b9e-4a57-8a3e-64b3f4a0c0de");
    set(lps, "setNom", "urn:lps:cxf:1.0");
    return context;
  }

  private Object bam(Class<?> type) throws Exception {
    Object context = type.getConstructor().newInstance();
    common(context, "01_02");
    Object cover = inner(context, "COUVERTURE");
    if (onCard != null) {
      set(inner(inner(cover, "ASSURE"), "Id"), "setNum", onCard.ins().matricule());
      Object beneficiary = inner(cover, "BENEFICIAIRE");
      set(inner(beneficiary, "Nir"), "setNum", onCard.ins().matricule());
      set(beneficiary, "setDateNai", onCard.birthDate());
      set(beneficiary, "setRang", BigInteger.ONE);
    }
    return context;
  }

  private void common(Object context, String version) throws Exception {
    set(context, "setVersion", version);
    set(context, "setId", UUID.randomUUID().toString());
    set(
        context,
        "setTemps",
        DatatypeFactory.newInstance().newXMLGregorianCalendar(Instant.now().toString()));
    set(context, "setEmetteur", sender);
  }

  private static Element assertion(String issuer, String qualifier, String name, String statement)
      throws Exception {
    DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
    builders.setNamespaceAware(true);
    String text =
        "<s:Assertion xmlns:s=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"_"
            + UUID.randomUUID()
            + "\" IssueInstant=\""
            + Instant.now()
            + "\" Version=\"2.0\"><s:Issuer>"
            + issuer
            + "</s:Issuer><s:Subject><s:NameID NameQualifier=\""
            + qualifier
            + "\">"
            + name
            + "</s:NameID></s:Subject>"
            + statement
            + "</s:Assertion>";
    return builders
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)))
        .getDocumentElement();
  }
}
