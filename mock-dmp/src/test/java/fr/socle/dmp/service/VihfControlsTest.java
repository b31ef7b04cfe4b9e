package fr.socle.dmp.service;

import static fr.socle.dmp.Messages.example;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Served;
import fr.socle.bench.pki.ClientCertificateVerdict;
import fr.socle.bench.pki.ClientCertificateVerdict.Reason;
import fr.socle.dmp.Caller;
import fr.socle.dmp.Certificates;
import fr.socle.dmp.JudgedDmp;
import fr.socle.dmp.Messages;
import fr.socle.dmp.VihfText;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each wrong VIHF gets the fault of dmp.md 2.6. */
class VihfControlsTest {
  private static final Caller CALLER = new Caller();
  private JudgedDmp dmp = new JudgedDmp(Map.of());

  @AfterEach
  void close() {
    dmp.close();
  }

  private void settings(Map<String, String> settings) {
    dmp.close();
    dmp = new JudgedDmp(settings);
  }

  @Test
  void aGoodVihfOfEachModeIsTaken() {
    accepted(air(CALLER.air().signedBy(CALLER.seal())));
    accepted(air(CALLER.indirect().signedBy(CALLER.seal())));
    accepted(direct(CALLER.direct().signedBy(CALLER.cardSignature())));
  }

  @Test
  void anUnsignedDirectVihfIsTakenByTheCardOfTheSameHolderOnly() {
    accepted(direct(CALLER.direct().text()));
    refused(
        direct(
            CALLER
                .direct()
                .with("<NameID>" + Certificates.HOLDER, "<NameID>899900099998")
                .with("CN=" + Certificates.HOLDER, "CN=899900099998")
                .text()),
        "MOCK_VIHF_INVALID",
        "n'est pas signé");
    refused(air(CALLER.indirect().text()), "MOCK_VIHF_INVALID", "n'est pas signé");
  }

  @Test
  void sha1IsTakenUnlessTheSpaceRefusesIt() {
    String old = CALLER.air().signedBy(CALLER.seal(), VihfText.RSA_SHA1, VihfText.SHA1);
    accepted(air(old));

    settings(Map.of("dmp.sha1", "refuse"));

    refused(air(old), "MOCK_VIHF_INVALID", "rsa-sha1");
  }

  @Test
  void aVihfChangedAfterItWasSignedIsRefused() {
    refused(
        air(CALLER.air().signedBy(CALLER.seal()).replace("LPS FICTIF", "LPS AUTRE")),
        "MOCK_VIHF_INVALID",
        "signature du VIHF n'est pas juste");
  }

  /** The signed assertion is moved inside a forged one that bears the same ID. */
  @Test
  void aWrappedAssertionIsRefused() {
    String signed = CALLER.air().signedBy(CALLER.seal());
    int from = signed.indexOf("<ds:Signature");
    int to = signed.indexOf("</ds:Signature>") + "</ds:Signature>".length();
    String signature = signed.substring(from, to);
    String original = signed.replace(signature, "");
    String forged =
        original.replace(
            "</Issuer>", "</Issuer>" + signature + "<Advice>" + original + "</Advice>");
    int last = forged.lastIndexOf(Certificates.HOLDER);
    forged =
        forged.substring(0, last)
            + "899900099998"
            + forged.substring(last + Certificates.HOLDER.length());
    refused(air(forged), "MOCK_VIHF_INVALID", "signature du VIHF n'est pas juste");
    String otherId = forged.replaceFirst("ID=\"_[^\"]*\"", "ID=\"_autre\"");
    refused(air(otherId), "MOCK_VIHF_INVALID", "référence est ailleurs");
  }

  @Test
  void aTransformThatRunsAProgramIsRefused() {
    String xslt = "http://www.w3.org/TR/1999/REC-xslt-19991116";
    refused(
        air(
            CALLER
                .air()
                .signedBy(CALLER.seal())
                .replace("http://www.w3.org/2000/09/xmldsig#enveloped-signature", xslt)),
        "MOCK_VIHF_INVALID",
        xslt);
  }

  @Test
  void aCertificateThatIsNotForSignaturesIsTheKnownFault() {
    refused(
        air(CALLER.air().with("CN=CACHET", "CN=SERVEUR").signedBy(CALLER.organisation())),
        "DMPInvalidCertificate",
        "certificat de signature du VIHF n'est pas valide");
  }

  @Test
  void aCertificateNobodyTrustsIsTheSameFault() {
    dmp.close();
    dmp =
        new JudgedDmp(
            Map.of(),
            certificate -> new ClientCertificateVerdict(Reason.REVOKED, "Il est révoqué."));
    refused(
        air(CALLER.air().signedBy(CALLER.seal())),
        "DMPInvalidCertificate",
        "Cause : certificate revoked");
  }

  @Test
  void theIssuerIsComparedByItsValues() {
    String issuer = CALLER.seal().subject();
    String written = "OU=1750999997,CN=CACHET,O=HOPITAL FICTIF, ST=Paris (75) ,C=FR";
    assertThat(written).isNotEqualTo(issuer);
    accepted(air(CALLER.air().with(issuer, written).signedBy(CALLER.seal())));
    refused(
        air(CALLER.air().with("CN=CACHET", "CN=AUTRE").signedBy(CALLER.seal())),
        "MOCK_VIHF_INVALID",
        "Issuer");
  }

  @Test
  void theConnectionMustBeThatOfTheMode() {
    refused(
        sent(CALLER.air().signedBy(CALLER.seal()), CALLER.cardTls()),
        "MOCK_VIHF_INVALID",
        "certificat d'authentification de la structure");
    refused(
        sent(CALLER.direct().signedBy(CALLER.cardSignature()), CALLER.organisation()),
        "MOCK_VIHF_INVALID",
        "certificat d'authentification de la carte");
  }

  @Test
  void theStructureMustBeThatOfTheCertificates() {
    refused(
        air(
            CALLER
                .air()
                .with("1750999997</AttributeValue>", "1750999998</AttributeValue>")
                .signedBy(CALLER.seal())),
        "MOCK_VIHF_INVALID",
        "personne morale");
    Certificates.Identity other = Certificates.sealOf("1750999998");
    refused(
        air(CALLER.air().with(CALLER.seal().subject(), other.subject()).signedBy(other)),
        "MOCK_VIHF_INVALID",
        "personne morale");
  }

  @Test
  void anUnknownStructureIsRefused() {
    settings(Map.of("dmp.structures-inconnues", Certificates.STRUCTURE));
    refused(air(CALLER.air().signedBy(CALLER.seal())), "MOCK_VIHF_INVALID", "inconnue");
  }

  @Test
  void missingAttributesAreNamed() {
    for (String name : new String[] {"VIHF_Version", "LPS_Nom", "LPS_ID_HOMOLOGATION_DMP"}) {
      refused(air(CALLER.air().without(name).signedBy(CALLER.seal())), "MOCK_VIHF_INVALID", name);
    }
    accepted(air(CALLER.air().without("LPS_Version").signedBy(CALLER.seal())));
    accepted(air(CALLER.air().without("Secteur_Activite").signedBy(CALLER.seal())));
  }

  @Test
  void aDoctorWithoutSpecialityIsRefused() {
    refused(
        air(
            CALLER
                .air()
                .bent(
                    text ->
                        text.replaceAll(
                            "<AttributeValue><Role [^>]*code=\"SM26\"[^>]*/></AttributeValue>", ""))
                .signedBy(CALLER.seal())),
        "MOCK_VIHF_INVALID",
        "spécialité");
  }

  @Test
  void thePatientMustBeThatOfTheRequest() {
    refused(
        air(CALLER.air().with("275039999901191^", "288027505612337^").signedBy(CALLER.seal())),
        "MOCK_VIHF_INVALID",
        "patient du VIHF");
    refused(
        air(
            CALLER
                .air()
                .with("&amp;1.2.250.1.213.1.4.10&", "&amp;1.2.250.1.213.1.4.8&")
                .signedBy(CALLER.seal())),
        "MOCK_VIHF_INVALID",
        "patient du VIHF");
    refused(
        air(
            CALLER
                .air()
                .without("urn:oasis:names:tc:xacml:2.0:resource:resource-id")
                .signedBy(CALLER.seal())),
        "MOCK_VIHF_INVALID",
        "resource-id");
  }

  @Test
  void anOldOrAFutureVihfIsNotedAndRefusedWhereTheSpaceSaysSo() {
    IncomingRequest old = issuedAt("2026-06-15T09:24:00Z");
    IncomingRequest future = issuedAt("2026-06-15T09:32:00Z");
    accepted(old);
    accepted(future);

    settings(Map.of("dmp.control.age", "fault"));

    refused(old, "MOCK_VIHF_INVALID", "n'est plus valable");
    refused(future, "MOCK_VIHF_INVALID", "futur");
    accepted(issuedAt("2026-06-15T09:26:00Z"));
  }

  @Test
  void aVihfBeyondItsOwnBoundsIsRefused() {
    refused(
        air(
            CALLER
                .indirect()
                .with(
                    "<AuthnStatement",
                    "<Conditions NotOnOrAfter=\"2026-06-15T09:29:59Z\"/><AuthnStatement")
                .signedBy(CALLER.seal())),
        "MOCK_VIHF_INVALID",
        "bornes de Conditions");
  }

  @Test
  void theIssuerMayHaveLostItsAccents() {
    Certificates.Identity seal = Certificates.sealNamed("CACHET DE L'HÔPITAL");
    accepted(
        air(
            CALLER
                .indirect()
                .with(CALLER.seal().subject(), seal.subject().replace("Ô", "?"))
                .signedBy(seal)));
    refused(
        air(
            CALLER
                .indirect()
                .with(CALLER.seal().subject(), seal.subject().replace("HÔ", "??"))
                .signedBy(seal)),
        "MOCK_VIHF_INVALID",
        "Issuer");
  }

  @Test
  void aModeThatNothingSaysRefusesNobody() {
    String guessed =
        CALLER
            .indirect()
            .without("Authentification_Mode")
            .with("1750999997</AttributeValue>", "1750999998</AttributeValue>")
            .signedBy(CALLER.seal());
    Served served = dmp.serve(air(guessed));

    assertThat(served.refusal()).isNull();
    assertThat(String.valueOf(served.decoded())).contains("structure=Erreur");
  }

  @Test
  void aSpecialityMayBeInAnAttributeOfItsOwn() {
    accepted(
        air(
            CALLER
                .air()
                .bent(
                    text ->
                        text.replaceFirst(
                            "</AttributeValue>\\s*<AttributeValue><Role",
                            "</AttributeValue></Attribute><Attribute"
                                + " Name=\"urn:oasis:names:tc:xacml:2.0:subject:role\">"
                                + "<AttributeValue><Role"))
                .signedBy(CALLER.seal())));
  }

  @Test
  void manyTransformsAreRefusedUnread() {
    String transform =
        "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"></ds:Transform>";
    String signed = CALLER.air().signedBy(CALLER.seal());
    refused(
        air(signed.replaceFirst("</ds:Transforms>", transform.repeat(100) + "</ds:Transforms>")),
        "MOCK_VIHF_INVALID",
        "plus de 5 transformations");
  }

  @Test
  void aVihfThatWasSeenAgesWithTheSpace() {
    settings(Map.of("dmp.control.age", "fault"));
    IncomingRequest request = air(CALLER.indirect().signedBy(CALLER.seal()));
    accepted(request);

    dmp.controls().age(Duration.ofMinutes(6));

    refused(request, "MOCK_VIHF_INVALID", "n'est plus valable");
    accepted(air(CALLER.indirect().signedBy(CALLER.seal())));
  }

  @Test
  void inAirAVihfServesOnceWhereTheSpaceSaysSo() {
    settings(Map.of("dmp.control.usage-unique", "fault"));
    IncomingRequest air = air(CALLER.air().signedBy(CALLER.seal()));
    accepted(air);
    refused(air, "MOCK_VIHF_INVALID", "ne sert qu'une fois");
    IncomingRequest indirect = air(CALLER.indirect().signedBy(CALLER.seal()));
    accepted(indirect);
    accepted(indirect);
  }

  @Test
  void inAirAVihfLivesThirtySecondsWhereTheSpaceSaysSo() {
    IncomingRequest old =
        air(
            CALLER
                .air()
                .with(
                    "IssueInstant=\"2026-06-15T09:30:00Z\"",
                    "IssueInstant=\"2026-06-15T09:28:00Z\"")
                .signedBy(CALLER.seal()));
    accepted(old);
    settings(Map.of("dmp.control.age-air", "fault"));
    refused(old, "MOCK_VIHF_INVALID", "30 secondes");
  }

  @Test
  void aMessageWithoutVihfIsRefused() {
    refused(air(""), "MOCK_VIHF_INVALID", "aucun VIHF");
  }

  private static IncomingRequest issuedAt(String instant) {
    return air(
        CALLER
            .indirect()
            .with("IssueInstant=\"2026-06-15T09:30:00Z\"", "IssueInstant=\"" + instant + "\"")
            .signedBy(CALLER.seal()));
  }

  private static IncomingRequest air(String vihf) {
    return sent(vihf, CALLER.organisation());
  }

  private static IncomingRequest direct(String vihf) {
    return sent(vihf, CALLER.cardTls());
  }

  private static IncomingRequest sent(String vihf, Certificates.Identity tls) {
    return CALLER.sent("patients", Messages.TD0_2, example("td0.2"), vihf, tls.certificate());
  }

  /** dmp.md 3.3: 4, the RPPS, a rank: a practice location of that professional, another or not. */
  @Test
  void whoWorksElsewhereMayCallFromAPracticeOfHisOwn() {
    settings(Map.of("dmp.control.carte", "off"));
    String of = JudgedDmp.EMPLOYED.substring(1);
    accepted(direct(employed("4" + of + "002")));
    refused(direct(employed("499900099997001")), "MOCK_VIHF_INVALID", "n'est pas rattaché");
    refused(direct(employed("4" + of)), "MOCK_VIHF_INVALID", "n'est pas rattaché");
  }

  private static String employed(String structure) {
    Certificates.Identity card = Certificates.cardSignatureOf(JudgedDmp.EMPLOYED);
    return CALLER
        .direct()
        .with(CALLER.cardSignature().subject(), card.subject())
        .with("<NameID>" + Certificates.HOLDER, "<NameID>" + JudgedDmp.EMPLOYED)
        .with(">499900099997001<", ">" + structure + "<")
        .signedBy(card);
  }

  private void accepted(IncomingRequest request) {
    Served served = dmp.serve(request);
    assertThat(served.refusal()).isNull();
    assertThat(served.answer().status()).isEqualTo(200);
  }

  private void refused(IncomingRequest request, String subcode, String text) {
    Served served = dmp.serve(request);
    assertThat(served.refusal()).isNotNull();
    assertThat(served.refusal().code()).isEqualTo(subcode);
    assertThat(served.refusal().reason()).contains(text);
    assertThat(served.answer().status()).isEqualTo(500);
    assertThat(new String(served.answer().body(), UTF_8))
        .contains("<env:Value>env:Sender</env:Value>")
        .contains("<env:Value>env:" + subcode + "</env:Value>");
  }
}
