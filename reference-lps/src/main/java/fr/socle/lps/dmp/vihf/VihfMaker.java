package fr.socle.lps.dmp.vihf;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.lps.dmp.soap.Markup;
import fr.socle.lps.dmp.soap.Xml;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Makes a new VIHF for each call, in one mode (dmp.md 2.1 to 2.4). Thread-safe. */
public final class VihfMaker {

  private static final String SAML = "urn:oasis:names:tc:SAML:2.0:";
  private static final String XACML = "urn:oasis:names:tc:xacml:2.0:";
  private static final String XSPA = "urn:oasis:names:tc:xspa:1.0:";
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  // dmp.md 2.1: the names GN and ST, which the CI-SIS wants
  private static final Map<String, String> KEYWORDS =
      Map.of("2.5.4.12", "T", "2.5.4.4", "SN", "2.5.4.42", "GN", "2.5.4.8", "ST");

  private final Mode mode;
  private final Professional who;
  private final X509Certificate issuer;
  private final @Nullable Seal seal;
  private final Software software;
  private final Clock clock;
  private final Map<String, String> kept;
  private final Defects defects;

  /**
   * @param issuer certificate that names the issuer
   * @param seal what signs; null only when the card on the connection proves as much
   * @param kept where a mutant keeps the assertions it makes
   */
  public VihfMaker(
      Mode mode,
      Professional who,
      X509Certificate issuer,
      @Nullable Seal seal,
      Software software,
      Clock clock,
      Map<String, String> kept,
      Defects defects) {
    this.mode = mode;
    this.who = who;
    this.issuer = issuer;
    this.seal = seal;
    this.software = software;
    this.clock = clock;
    this.kept = kept;
    this.defects = defects;
  }

  public Mode mode() {
    return mode;
  }

  public Professional who() {
    return who;
  }

  /** What signs, null for nothing. */
  public @Nullable Seal seal() {
    return seal;
  }

  /**
   * One assertion.
   *
   * @param patient {@code INS^^^&OID&ISO^NH}, empty when the call is of no patient
   * @param secret whether it is the secret connection of a minor
   */
  public String make(String patient, Purpose purpose, boolean secret) {
    if (mode == Mode.INDIRECTE_RENFORCEE && defects.has(Mutant.DMP_VIHF_GARDE)) {
      String whose = String.join(" ", who.nationalId(), patient, purpose.toString());
      return kept.computeIfAbsent(whose + secret, unused -> sealed(patient, purpose, secret));
    }
    return sealed(patient, purpose, secret);
  }

  private String sealed(String patient, Purpose purpose, boolean secret) {
    String text = write(patient, purpose, secret);
    if (seal == null) {
      return text;
    }
    try {
      Element assertion = Xml.read(text.getBytes(UTF_8)).getDocumentElement();
      assertion.setIdAttribute("ID", true);
      Signature.enveloped(assertion, seal);
      return Xml.write(assertion);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private String write(String patient, Purpose purpose, boolean secret) {
    Instant now = clock.instant();
    Markup xml =
        new Markup()
            .open(
                "saml:Assertion",
                "xmlns:saml",
                SAML + "assertion",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "ID",
                "_" + UUID.randomUUID(),
                "IssueInstant",
                INSTANT.format(now),
                "Version",
                "2.0")
            .leaf(
                "saml:Issuer",
                issuer.getSubjectX500Principal().getName(X500Principal.RFC2253, KEYWORDS),
                "Format",
                defects.has(Mutant.DMP_VIHF_FORMAT_EMETTEUR)
                    ? "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"
                    : "urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName")
            .open("saml:Subject")
            .leaf("saml:NameID", who.nationalId())
            .close("saml:Subject")
            .open("saml:AuthnStatement", "AuthnInstant", INSTANT.format(now))
            .open("saml:AuthnContext")
            .leaf(
                "saml:AuthnContextClassRef",
                SAML + (mode == Mode.DIRECTE ? "ac:classes:SmartcardPKI" : "ac:classes:Password"));
    if (mode == Mode.INDIRECTE_RENFORCEE) {
      xml.leaf("saml:AuthnContextDecl", "APP_BROWSER_AUTH");
    }
    xml.close("saml:AuthnContext").close("saml:AuthnStatement").open("saml:AttributeStatement");
    attributes(xml, patient, purpose, secret);
    return xml.close("saml:AttributeStatement").close("saml:Assertion").toString();
  }

  private void attributes(Markup xml, String patient, Purpose purpose, boolean secret) {
    attribute(xml, "VIHF_Version", "3.0");
    attribute(xml, "Authentification_Mode", mode.name());
    attribute(xml, "Identifiant_Structure", who.structure().id());
    attribute(xml, "Secteur_Activite", who.structure().sector() + "^1.2.250.1.71.4.2.4");
    attribute(xml, XSPA + "subject:subject-id", who.givenName() + " " + who.familyName());
    xml.open("saml:Attribute", "Name", XACML + "subject:role");
    coded(xml, "Role", who.profession(), "1.2.250.1.71.1.2.7", "G15", who.professionLabel());
    if (!who.speciality().isEmpty()) {
      coded(xml, "Role", who.speciality(), "1.2.250.1.71.4.2.5", "R01", who.specialityLabel());
    }
    xml.close("saml:Attribute");
    if (!patient.isEmpty()) {
      attribute(xml, XACML + "resource:resource-id", patient);
    }
    attribute(xml, "Ressource_URN", "urn:dmp");
    xml.open("saml:Attribute", "Name", XSPA + "subject:purposeofuse");
    coded(
        xml,
        "PurposeOfUse",
        purpose.emergency() && !defects.has(Mutant.DMP_URGENCE_TUE) ? "bris_de_glace" : "normal",
        "1.2.250.1.213.1.1.4.248",
        "mode acces VIHF 2.0",
        purpose.emergency() ? "Accès bris de glace" : "Accès normal");
    xml.close("saml:Attribute");
    if (purpose.emergency() && !defects.has(Mutant.DMP_URGENCE_SANS_RAISON)) {
      attribute(xml, "Mode_Acces_Raison", purpose.reason());
    }
    if (secret && !defects.has(Mutant.DMP_SECRET_SANS_MARQUE)) {
      xml.open("saml:Attribute", "Name", XSPA + "resource:patient:hl7:confidentiality-code");
      coded(
          xml,
          "ConfidentialityCode",
          "INVISIBLE_REPRESENTANTS_LEGAUX",
          "1.2.250.1.213.1.1.4.13",
          "",
          "Document non visible par les représentants légaux du patient");
      xml.close("saml:Attribute");
    }
    attribute(xml, "LPS_Nom", software.name());
    if (!defects.has(Mutant.DMP_VIHF_SANS_VERSION)) {
      attribute(xml, "LPS_Version", software.version());
    }
    attribute(xml, "LPS_ID_HOMOLOGATION_DMP", software.approval());
  }

  private static void attribute(Markup xml, String name, String value) {
    xml.open("saml:Attribute", "Name", name)
        .leaf("saml:AttributeValue", value)
        .close("saml:Attribute");
  }

  private static void coded(
      Markup xml, String element, String code, String system, String systemName, String label) {
    xml.open("saml:AttributeValue")
        .empty(
            element,
            "xmlns",
            "urn:hl7-org:v3",
            "xsi:type",
            "CE",
            "code",
            code,
            "codeSystem",
            system,
            "codeSystemName",
            systemName,
            "displayName",
            label)
        .close("saml:AttributeValue");
  }
}
