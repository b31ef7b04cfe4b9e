package fr.socle.essais.dmp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.essais.SocleProcess;
import fr.socle.exigences.RuleSource.Effect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The inconsistencies of the official material (dmp.md 1.1, Q1 to Q9) on the real wire: each is
 * taken, or refused where the sheet says so. Q3 is of a withdrawn transaction, Q6 and Q8 are of
 * answers.
 */
class SampleQuirksTest {
  private static final String EXISTENCE = "urn:hl7-org:v3:PRPA_IN201307UV02";
  private static final String SEARCH = "urn:hl7-org:v3:PRPA_IN201305UV02";
  private static final String UPDATE = "urn:ihe:iti:2010:UpdateDocumentSet";

  private static SocleProcess socle;
  private static DmpClient usual;
  private static DmpClient strict;
  private static DmpClient kit;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    socle = SocleProcess.up(folder.resolve("banc"));
    usual = DmpClient.ofNewPatient(socle.client(), socle.space());
    strict = DmpClient.ofNewPatient(socle.client(), space("strict"));
    kit = DmpClient.ofNewPatient(socle.client(), space("kit"));
  }

  @AfterAll
  static void stop() {
    socle.close();
  }

  private static SpaceDescriptor space(String profile) {
    return socle
        .client()
        .createSpace(new SpaceRequest(profile, null, Map.of("dmp.profil", profile)));
  }

  /** Q1: the CDA has another id than the uniqueId; that is told, and blocks nobody. */
  @Test
  void aCdaWithAnotherIdentifierIsTakenAndTold() throws Exception {
    byte[] cda =
        "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><id root=\"1.2.3\"/></ClinicalDocument>"
            .getBytes(UTF_8);

    DmpReply reply =
        usual.feed(DmpBodies.report(usual, "1.3.6.1.4.1.32473.95.3"), Map.of("Document01", cda));

    assertThat(reply.isSuccess()).as(reply.text()).isTrue();
    assertThat(lastFindings())
        .filteredOn(each -> each.rule().equals("XDS-AC-04"))
        .singleElement()
        .satisfies(each -> assertThat(each.source().effect()).isNotEqualTo(Effect.BLOQUANT));
  }

  /** Q2: the kit adds no WS-Addressing, or passes the action of an answer. */
  @Test
  void aMessageOfTheKitIsTakenByItsProfileOnly() throws Exception {
    assertThat(withoutAddressing(kit).isSuccess()).isTrue();
    assertThat(withoutAddressing(usual).text()).contains("MessageAddressingHeaderRequired");
    assertThat(withoutAddressing(strict).text()).contains("MessageAddressingHeaderRequired");
    assertThat(withAnotherAction(kit).isSuccess()).isTrue();
    assertThat(withAnotherAction(strict).text()).contains("ActionNotSupported");
  }

  private static DmpReply withoutAddressing(DmpClient client) throws Exception {
    String envelope = client.envelope(DmpClient.FIND, DmpBodies.search(client.patient()));
    return client.post(
        "registry",
        DmpClient.SOAP,
        envelope
            .replaceAll("(?s)<(MessageID|To|ReplyTo|Action) .*?(/>|</\\1>)", "")
            .getBytes(UTF_8));
  }

  private static DmpReply withAnotherAction(DmpClient client) throws Exception {
    String envelope =
        client.envelope(
            "urn:ihe:iti:xds-b:2007:RegistryStoredQuery-b", DmpBodies.search(client.patient()));
    return client.post("registry", DmpClient.SOAP, envelope.getBytes(UTF_8));
  }

  /** Q4: NameID is not the CN of Issuer, which has a multi-valued RDN, OIDs and a lost accent. */
  @Test
  void aDirectVihfIsTakenWhoseIssuerIsWrittenAsInTheSamples() throws Exception {
    DmpCard card = usual.card();
    String subject = card.certificate().getSubjectX500Principal().getName();
    String issuer =
        card.certificate()
            .getSubjectX500Principal()
            .getName(X500Principal.RFC2253, Map.of("2.5.4.12", "T", "2.5.4.4", "SN"))
            .replace("é", "?")
            .replaceFirst(",SN=", "+SN=");
    assertThat(issuer).isNotEqualTo(subject).contains("+SN=", "M?decin", "2.5.4.42=#");
    String vihf =
        DmpVihf.unsigned(card, usual.patient(), "")
            .replace(">" + subject + "<", ">" + issuer + "<")
            .replace("<saml2:NameID>" + card.holder(), "<saml2:NameID>899900099997");

    DmpReply reply =
        usual.post(
            "patients",
            DmpClient.SOAP,
            DmpClient.envelope(
                    EXISTENCE, DmpVihf.signed(card, vihf), DmpBodies.existence(usual.patient()))
                .getBytes(UTF_8));

    assertThat(vihf).contains(issuer);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(lastFindings()).extracting(Finding::rule).containsExactly("DMP-T05-4");
  }

  /** Q5: TD0.4 and TD0.5 with a patient in resource-id. */
  @Test
  void aPatientInTheVihfOfAListOrOfASearchIsPutUpWith() throws Exception {
    DmpReply list =
        usual.call(
            "patientsSpecific",
            "urn:si-dmp-patients:PatientSpecificEndPoint:patientList",
            "<p:patientList xmlns:p=\"urn:si-dmp-patients\"><p:startDate>20200101000000"
                + "</p:startDate><p:dateType>LASTAUTORIZATION</p:dateType></p:patientList>");
    String nobody = Template.of("sans-ins").text();
    DmpReply normal = usual.call("patientsPDQ", SEARCH, nobody);
    DmpReply centre15 =
        usual.post(
            "patientsPDQ",
            DmpClient.SOAP,
            DmpClient.envelope(
                    SEARCH,
                    DmpVihf.signed(
                        usual.card(),
                        DmpVihf.unsigned(usual.card(), usual.patient(), "")
                            .replace("code=\"normal\"", "code=\"centre_15\"")),
                    nobody)
                .getBytes(UTF_8));

    assertThat(list.status()).as(list.text()).isEqualTo(200);
    assertThat(list.text()).contains(usual.patient().substring(0, 15));
    assertThat(normal.text()).contains("DMPAccessDeniedByRightsService");
    assertThat(centre15.status()).as(centre15.text()).isEqualTo(200);
    assertThat(centre15.text()).contains("PRPA_IN201306UV02", "<typeCode code=\"AA\"/>");
  }

  /** Q7: the author of the set, without nodeRepresentation in TD2.1, with an empty one in TD3.3. */
  @Test
  void theAuthorOfASetIsTakenInBothForms() throws Exception {
    String uniqueId = "1.3.6.1.4.1.32473.95.4";
    String without =
        DmpBodies.report(usual, uniqueId)
            .replace(
                "classifiedObject=\"Lot\" nodeRepresentation=\"\"", "classifiedObject=\"Lot\"");
    DmpReply fed = usual.feed(without, Map.of("Document01", document()));
    DmpReply found = usual.call("registry", DmpClient.FIND, DmpBodies.search(usual.patient()));
    Matcher entry =
        Pattern.compile(
                "(?s)<rim:ExtrinsicObject id=\"([^\"]+)\"(?:(?!</rim:ExtrinsicObject>).)*"
                    + Pattern.quote("\"" + uniqueId + "\""))
            .matcher(found.text());
    String change =
        DmpBodies.status(
            uniqueId + ".1",
            DmpEntry.report("Document01", uniqueId, usual.card(), usual.patient()),
            entry.find() ? entry.group(1) : "",
            "urn:asip:ci-sis:2010:StatusType:Archived");

    assertThat(without).isNotEqualTo(DmpBodies.report(usual, uniqueId));
    assertThat(fed.isSuccess()).as(fed.text()).isTrue();
    assertThat(change).contains("classifiedObject=\"Lot\" nodeRepresentation=\"\"");
    assertThat(usual.call("registry", UPDATE, change).isSuccess()).isTrue();
  }

  /** dmp.md 1.1, Q9: another action in the root part, another charset in the other. */
  @Test
  void partsThatAnnounceAnotherActionAndCharsetAreTaken() throws Exception {
    byte[] message =
        DmpClient.mtom(
            usual.envelope(DmpClient.FEED, DmpBodies.report(usual, "1.3.6.1.4.1.32473.95.2")),
            Map.of("Document01", document()));
    String action = "; action=\"DocumentRepository_ProvideAndRegisterDocumentSet-b\"";
    String text =
        new String(message, UTF_8)
            .replace("Type: text/xml", "Type: text/xml; charset=Cp1252")
            .replaceFirst("(Type: application/xop\\+xml[^\r]*)", "$1" + action);

    DmpReply reply = usual.post("repository", DmpClient.MTOM, text.getBytes(UTF_8));

    assertThat(text).contains("type=\"application/soap+xml\"" + action + "\r\n");
    assertThat(reply.isSuccess()).as(reply.text()).isTrue();
  }

  /** What was found in the last call. */
  private static List<Finding> lastFindings() {
    var all = socle.client().exchanges(socle.space().id(), 0, null).exchanges();
    return all.get(all.size() - 1).findings();
  }

  private static byte[] document() {
    return "<document/>".getBytes(UTF_8);
  }
}
