package fr.socle.dmp.check;

import static fr.socle.dmp.Messages.example;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.pki.ClientCertificateVerdict;
import fr.socle.dmp.Caller;
import fr.socle.dmp.Certificates;
import fr.socle.dmp.JudgedDmp;
import fr.socle.dmp.JudgedDmp.Found;
import fr.socle.dmp.Messages;
import fr.socle.dmp.VihfText;
import fr.socle.dmp.service.VihfControl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule against a message that passes and the same message broken in exactly one way. */
public class DmpChecksTest {
  private static final Caller CALLER = new Caller();

  // With every control off the DMP answers whatever is wrong: only the checks are looked at.
  private final JudgedDmp dmp = new JudgedDmp(withoutControls());

  @AfterEach
  void close() {
    dmp.close();
  }

  private static Map<String, String> withoutControls() {
    Map<String, String> settings = new HashMap<>(Map.of("dmp.profil", "kit"));
    for (VihfControl control : VihfControl.values()) {
      settings.put("dmp.control." + control.settingName(), "off");
    }
    // Where somebody works is told by the control alone.
    settings.put("dmp.control.rattachement", "warn");
    return settings;
  }

  @Test
  void correctCallsBreakNoRuleWhateverTheMode() {
    String existence = example("td0.2");
    List<IncomingRequest> correct =
        List.of(
            CALLER.inAir("patients", Messages.TD0_2, existence),
            CALLER.byCard("patients", Messages.TD0_2, existence),
            CALLER.sent(
                "patients",
                Messages.TD0_2,
                existence,
                CALLER.direct().text(),
                CALLER.cardTls().certificate()),
            CALLER.sent(
                "patients",
                Messages.TD0_2,
                existence,
                CALLER.indirect().signedBy(CALLER.seal()),
                CALLER.organisation().certificate()),
            CALLER.byCard("patients", Messages.TD0_2, existence.replace("TEST_EXST", "CNSLT_DATA")),
            CALLER.byCard("habilitations", Messages.TD0_3, Messages.setAuthorization("AJOUT", "")),
            CALLER.byCard("habilitations", Messages.TD1_6, Messages.listAuthorization("TOUTE")),
            CALLER.byCard(
                "patientsSpecific",
                Messages.TD0_4,
                Messages.patientList("20260101000000", "LASTDOC")),
            CALLER.byCard("patientsPDQ", Messages.TD0_5, example("td0.5")),
            CALLER.byCard("patients", Messages.REGISTRATION, example("gestion")));

    for (IncomingRequest each : correct) {
      assertThat(dmp.findings(each)).as(String.valueOf(dmp.serve(each).transaction())).isEmpty();
    }
  }

  /** One broken call. */
  record Broken(String rule, IncomingRequest request) {
    @Override
    public String toString() {
      return rule;
    }
  }

  static Stream<Broken> broken() {
    List<Broken> all = new ArrayList<>();
    String wsa = "xmlns=\"http://www.w3.org/2005/08/addressing\"";
    all.add(envelope("DMP-T01-1", "2003/05/soap-envelope", null));
    all.add(type("DMP-T01-2", "text/plain"));
    all.add(envelope("DMP-T01-3", Messages.TD0_2 + "</Action>", "urn:autre</Action>"));
    all.add(envelope("DMP-T01-4", "</env:Body>", "<autre/></env:Body>"));
    all.add(other("DMP-T01-4", "patients", "urn:autre", "<autre xmlns=\"urn:si-dmp-patients\"/>"));
    all.add(other("DMP-T01-4", "habilitations", Messages.TD0_2, example("td0.2")));
    all.add(envelope("DMP-T01-5", "</env:Body>", ""));
    all.add(
        envelope("DMP-T02-1", "<MessageID " + wsa, "<Autre " + wsa, "</MessageID>", "</Autre>"));
    all.add(envelope("DMP-T02-2", "urn:uuid:", "uuid:"));
    all.add(envelope("DMP-T02-3", "/addressing/anonymous", "/addressing/none"));
    all.add(envelope("DMP-T02-4", "</wsse:Security>", CALLER.air().text() + "</wsse:Security>"));
    all.add(air("DMP-T03-1", v -> v.with(" Version=\"2.0\"", "")));
    all.add(air("DMP-T03-2", v -> v.with("ID=\"_", "ID=\"8")));
    all.add(
        air(
            "DMP-T03-3",
            v ->
                v.with(
                    "IssueInstant=\"2026-06-15T09:30:00Z",
                    "IssueInstant=\"2026-06-15T11:30:00+02:00")));
    all.add(air("DMP-T03-4", v -> v.with("X509SubjectName", "unspecified")));
    all.add(air("DMP-T03-5", v -> v.with("CN=CACHET", "CN=AUTRE")));
    all.add(
        vihf(
            "DMP-T03-6", CALLER.air().with("<Issuer", "<Advice/><Issuer").signedBy(CALLER.seal())));
    all.add(
        vihf("DMP-T03-7", CALLER.air().signedBy(CALLER.seal()).replace("LPS FICTIF", "LPS AUTRE")));
    all.add(vihf("DMP-T03-8", CALLER.air().text()));
    all.add(
        vihf(
            "DMP-T03-9",
            CALLER.air().with("CN=CACHET", "CN=SERVEUR").signedBy(CALLER.organisation())));
    all.add(
        vihf("DMP-T03-10", CALLER.air().signedBy(CALLER.seal(), VihfText.RSA_SHA1, VihfText.SHA1)));
    all.add(
        air(
            "DMP-T03-11",
            v ->
                v.with(
                    "<AuthnStatement ",
                    "<Conditions><AudienceRestriction><Audience>x</Audience></AudienceRestriction>"
                        + "</Conditions><AuthnStatement ")));
    all.add(card("DMP-T03-12", v -> v.with("SmartcardPKI", "Password")));
    all.add(
        air(
            "DMP-T03-13",
            v -> v.with("<AuthnContextDecl>APP_BROWSER_AUTH</AuthnContextDecl>", "")));
    all.add(
        air(
            "DMP-T12-1",
            v ->
                v.with(
                    "IssueInstant=\"2026-06-15T09:30:00Z", "IssueInstant=\"2026-06-15T09:24:00Z")));
    all.add(
        air(
            "DMP-T12-3",
            v ->
                v.with(
                    "IssueInstant=\"2026-06-15T09:30:00Z", "IssueInstant=\"2026-06-15T09:28:00Z")));
    all.add(vihf("DMP-T03-14", CALLER.air().signedBy(Certificates.sealOfCommitment())));
    all.add(air("DMP-T03-15", v -> v.with("AuthnInstant=\"2026-06-15T09:30:00Z\"", "")));
    all.add(
        air(
            "DMP-T04-15",
            v ->
                v.with(
                    "<Attribute Name=\"LPS_Nom\">",
                    "<Attribute Name=\"LPS_ID\"><AttributeValue>1</AttributeValue></Attribute>"
                        + "<Attribute Name=\"LPS_ID\"><AttributeValue>2</AttributeValue></Attribute>"
                        + "<Attribute Name=\"LPS_Nom\">")));
    for (String name : List.of("VIHF_Version", "LPS_Version", "LPS_ID_HOMOLOGATION_DMP")) {
      all.add(air("DMP-T04-1", v -> v.without(name)));
    }
    all.add(air("DMP-T04-2", v -> v.with("<NameID>899900099997", "<NameID>")));
    all.add(air("DMP-T04-3", v -> v.without("Secteur_Activite")));
    all.add(card("DMP-T04-16", v -> v.without("Secteur_Activite")));
    all.add(air("DMP-T04-4", v -> v.without("urn:oasis:names:tc:xspa:1.0:subject:subject-id")));
    all.add(air("DMP-T04-5", v -> v.with(">3.0<", ">4.0<")));
    all.add(card("DMP-T04-6", v -> v.with(">DIRECTE<", ">CARTE<")));
    all.add(air("DMP-T04-7", v -> v.with("SA01^1.2", "SA1^1.2")));
    all.add(air("DMP-T04-8", v -> v.with("codeSystem=\"1.2.250.1.71.4.2.5\"", "")));
    all.add(air("DMP-T04-9", DmpChecksTest::withoutSpeciality));
    all.add(
        air(
            "DMP-T04-10",
            v ->
                withoutSpeciality(v)
                    .with(
                        "<Role xmlns=\"urn:hl7-org:v3\" xsi:type=\"CE\" code=\"10\"",
                        "<Role xmlns=\"urn:hl7-org:v3\" xsi:type=\"CE\" code=\"21\"")));
    all.add(air("DMP-T04-11", v -> v.with("&amp;ISO^NH", "&amp;ISO^PI")));
    all.add(air("DMP-T04-12", v -> v.with("urn:dmp", "urn:ROR")));
    all.add(air("DMP-T04-13", v -> v.with("code=\"normal\"", "code=\"urgence\"")));
    all.add(air("DMP-T04-14", v -> v.with("code=\"normal\"", "code=\"bris_de_glace\"")));
    all.add(
        new Broken(
            "DMP-T05-1",
            CALLER.sent(
                "patients",
                Messages.TD0_2,
                example("td0.2"),
                CALLER.direct().signedBy(CALLER.cardSignature()),
                CALLER.organisation().certificate())));
    all.add(
        new Broken(
            "DMP-T05-2",
            CALLER.sent(
                "patients",
                Messages.TD0_2,
                example("td0.2"),
                CALLER.air().signedBy(CALLER.seal()),
                CALLER.cardTls().certificate())));
    all.add(
        air(
            "DMP-T05-3",
            v ->
                v.with(
                    Certificates.STRUCTURE + "</AttributeValue>", "1750999998</AttributeValue>")));
    all.add(
        card("DMP-T05-4", v -> v.with("<NameID>" + Certificates.HOLDER, "<NameID>899900099998")));
    all.add(air("DMP-T05-5", v -> v.with(Certificates.HOLDER, JudgedDmp.EMPLOYED)));
    Certificates.Identity another = Certificates.cardSignatureOf("899900099998");
    all.add(
        new Broken(
            "DMP-T05-6",
            CALLER.sent(
                "patients",
                Messages.TD0_2,
                example("td0.2"),
                CALLER
                    .direct()
                    .with(CALLER.cardSignature().subject(), another.subject())
                    .signedBy(another),
                CALLER.cardTls().certificate())));
    all.add(air("DMP-T06-1", v -> v.with("275039999901191^", "288027505612337^")));
    all.add(
        body("DMP-T07-1", "creationTime value=\"20260115093000\"", "creationTime value=\"2026\""));
    all.add(body("DMP-T07-1", "<id root=\"1.3.6.1.4.1.32473.1\" extension=\"MSG-0001\"/>", ""));
    all.add(body("DMP-T07-2", "acceptAckCode code=\"AL\"", "acceptAckCode code=\"NE\""));
    all.add(body("DMP-T07-3", "<id root=\"1.2.250.1.213.4.1.1.1\"/>", "<id root=\"1.2.3\"/>"));
    all.add(body("DMP-T07-4", "1.2.250.1.213.1.1.4.11", "1.2.3"));
    all.add(body("DMP-T07-4", "code=\"TEST_EXST\"", "code=\"TEST\""));
    all.add(body("DMP-T07-8", "code=\"TEST_EXST\"", "code=\"FERM\""));
    all.add(body("DMP-T07-8", "<reasonCode code=\"TEST_EXST\"", "<reasonCode"));
    all.add(body("DMP-T07-5", "statusCode code=\"new\"", "statusCode code=\"old\""));
    all.add(
        new Broken(
            "DMP-T07-6",
            CALLER.inAir(
                "patients",
                Messages.TD0_2,
                example("td0.2").replace(Messages.INS, "275039999901190"),
                v -> v.with(Messages.INS, "275039999901190"))));
    String add = Messages.setAuthorization("AJOUT", "");
    all.add(other("DMP-T08-1", "habilitations", Messages.TD0_3, add.replace("h:action", "action")));
    all.add(other("DMP-T08-2", "habilitations", Messages.TD0_3, add.replace("AJOUT", "AJOUTER")));
    all.add(
        other(
            "DMP-T08-3",
            "habilitations",
            Messages.TD0_3,
            Messages.setAuthorization("AJOUT", "MEDECIN")));
    String list = Messages.patientList("20260101000000", "LASTDOC");
    all.add(
        other(
            "DMP-T08-4",
            "patientsSpecific",
            Messages.TD0_4,
            list.replace("</p:patientList>", "<context xmlns=\"\"/></p:patientList>")));
    all.add(other("DMP-T08-5", "patientsSpecific", Messages.TD0_4, list.replace("LASTDOC", "DOC")));
    all.add(
        other(
            "DMP-T08-6",
            "patientsSpecific",
            Messages.TD0_4,
            list.replace("20260101000000", "20260101")));
    String who = Messages.listAuthorization("TOUTE");
    all.add(
        other(
            "DMP-T08-7",
            "habilitations",
            Messages.TD1_6,
            who.replace(
                "</h:listAuthorizationByPatient>",
                "<autre xmlns=\"\"/></h:listAuthorizationByPatient>")));
    all.add(other("DMP-T08-8", "habilitations", Messages.TD1_6, who.replace("TOUTE", "TOUTES")));
    all.add(
        other(
            "DMP-T09-1",
            "patients",
            "urn:hl7-org:v3:PRPA_IN201311UV02",
            "<PRPA_IN201311UV02 xmlns=\"urn:hl7-org:v3\"/>"));
    all.add(
        other(
            "DMP-T11-1",
            "patients",
            Messages.REGISTRATION,
            example("gestion").replace("<given>LEA</given>", "<given/>")));
    all.add(
        other(
            "DMP-T11-2",
            "patients",
            Messages.REGISTRATION,
            example("gestion").replace("1.2.250.1.71.4.2.1", "1.2.3")));
    for (String trait :
        List.of("<value code=\"F\"/>", "<value value=\"19750301\"/>", "<family>TESTEUR</family>")) {
      all.add(
          other("DMP-T07-7", "patientsPDQ", Messages.TD0_5, example("td0.5").replace(trait, "")));
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource
  void broken(Broken broken) {
    assertThat(dmp.findings(broken.request()))
        .extracting(Found::rule)
        .containsExactly(broken.rule());
  }

  @Test
  void withdrawnTransactionsAreFound() {
    for (String name : List.of("createPatientAccess", "patientOTPUpdate", "updatePatientAccess")) {
      IncomingRequest request =
          CALLER.byCard(
              "patientsSpecific",
              "urn:si-dmp-patients:PatientSpecificEndPoint:" + name,
              "<" + name + " xmlns=\"urn:si-dmp-patients\"/>");
      assertThat(dmp.findings(request)).extracting(Found::rule).containsExactly("DMP-T09-2");
    }
    assertThat(
            dmp.findings(
                CALLER.byCard(
                    "patientCertif",
                    "urn:si-dmp-patients:PatientCertificationEndPoint:identityCertification",
                    "<identityCertification xmlns=\"urn:si-dmp-patients\"/>")))
        .extracting(Found::rule)
        .containsExactly("DMP-T09-2");
  }

  /** Written otherwise than in the samples, and not wrong: dmp.md 1.3, 2.2, 2.4. */
  @Test
  void whatOtherSoftwareWritesBreaksNoRule() {
    String existence = example("td0.2");
    List<IncomingRequest> correct =
        List.of(
            CALLER.byCard("patients", Messages.TD0_2, existence.replace("\"D\"", "\"P\"")),
            CALLER.inAir(
                "patients",
                Messages.TD0_2,
                existence,
                v ->
                    v.with(
                        "<AuthnStatement ",
                        "<Conditions><AudienceRestriction/></Conditions><AuthnStatement ")),
            CALLER.byCard(
                "patientsPDQ",
                Messages.TD0_5,
                example("td0.5")
                    .replace("\"AL\"", "\"NE\"")
                    .replace("1.2.250.1.213.4.1.1.1", "1.2.3")),
            // KIT writes the mode in AIR only: by a card nobody recognises it stays unknown.
            CALLER.sent(
                "patients",
                Messages.TD0_2,
                existence,
                CALLER
                    .direct()
                    .without("Authentification_mode")
                    .without("urn:oasis:names:tc:xspa:1.0:subject:subject-id")
                    .signedBy(CALLER.cardSignature()),
                CALLER.organisation().certificate()));

    for (IncomingRequest each : correct) {
      assertThat(dmp.findings(each)).as(String.valueOf(dmp.serve(each).transaction())).isEmpty();
    }
  }

  /** What the DMP alone can find: who issued a certificate, what time it is. */
  @ParameterizedTest
  @CsvSource({
    "certificat, '', DMP-T03-16",
    "conditions, '<Conditions NotOnOrAfter=\"2026-06-15T09:00:00Z\"/>', DMP-T03-17",
    "conditions, '<Conditions NotOnOrAfter=\"2026-06-15T10:00:00Z\"/>', ''"
  })
  void whatAControlOfTheVihfFindsIsTold(String control, String conditions, String rule) {
    Map<String, String> settings = withoutControls();
    settings.put("dmp.control." + control, "warn");
    ClientCertificateVerdict revoked =
        new ClientCertificateVerdict(ClientCertificateVerdict.Reason.REVOKED, "Révoqué.");
    try (JudgedDmp controlling = new JudgedDmp(settings, certificate -> revoked)) {
      IncomingRequest call =
          CALLER.inAir(
              "patients",
              Messages.TD0_2,
              example("td0.2"),
              v -> v.with("<AuthnStatement ", conditions + "<AuthnStatement "));

      assertThat(controlling.findings(call))
          .extracting(Found::rule)
          .isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
      assertThat(dmp.findings(call)).isEmpty();
    }
  }

  /** Who made a signature that does not hold is not known: the first certificate shown is a CA. */
  @Test
  void theUseOfACertificateIsNotJudgedWhenTheSignatureDoesNotHold() {
    String vihf =
        CALLER
            .air()
            .with("CN=CACHET", "CN=SERVEUR")
            .signedBy(CALLER.organisation())
            .replace("LPS FICTIF", "LPS AUTRE");

    assertThat(dmp.findings(vihf("DMP-T03-7", vihf).request()))
        .extracting(Found::rule)
        .containsExactly("DMP-T03-7");
  }

  /** A clock 95 seconds late is a reserve, and the age that is allowed is that of the space. */
  @Test
  void theAgeOfAVihfIsJudgedByTheSettingsOfTheSpace() {
    Map<String, String> settings = withoutControls();
    settings.put("dmp.vihf-air", "120");
    try (JudgedDmp patient = new JudgedDmp(settings)) {
      IncomingRequest late =
          CALLER.inAir(
              "patients",
              Messages.TD0_2,
              example("td0.2"),
              v ->
                  v.with(
                      "IssueInstant=\"2026-06-15T09:30:00Z",
                      "IssueInstant=\"2026-06-15T09:28:25Z"));
      assertThat(dmp.findings(late)).extracting(Found::rule).containsExactly("DMP-T12-3");
      assertThat(patient.findings(late)).isEmpty();
    }
  }

  /** The rules this class proves. */
  public static Stream<String> proven() {
    return Stream.concat(
        broken().map(Broken::rule), Stream.of("DMP-T03-16", "DMP-T03-17", "DMP-T09-2"));
  }

  private static VihfText withoutSpeciality(VihfText vihf) {
    return vihf.bent(
        text ->
            text.replaceAll(
                "<AttributeValue><Role [^>]*code=\"SM26\"[^>]*/></AttributeValue>", ""));
  }

  private static Broken air(String rule, UnaryOperator<VihfText> bend) {
    return new Broken(rule, CALLER.inAir("patients", Messages.TD0_2, example("td0.2"), bend));
  }

  private static Broken card(String rule, UnaryOperator<VihfText> bend) {
    return new Broken(rule, CALLER.byCard("patients", Messages.TD0_2, example("td0.2"), bend));
  }

  private static Broken vihf(String rule, String vihf) {
    return new Broken(
        rule,
        CALLER.sent(
            "patients",
            Messages.TD0_2,
            example("td0.2"),
            vihf,
            CALLER.organisation().certificate()));
  }

  private static Broken body(String rule, String what, String by) {
    String example = example("td0.2");
    assertThat(example).contains(what);
    return new Broken(rule, CALLER.inAir("patients", Messages.TD0_2, example.replace(what, by)));
  }

  private static Broken other(String rule, String service, String action, String body) {
    return new Broken(rule, CALLER.byCard(service, action, body));
  }

  private static Broken type(String rule, String contentType) {
    return new Broken(
        rule,
        Messages.post(
            "patients",
            contentType,
            envelope(),
            CALLER.organisation().certificate(),
            JudgedDmp.NOW));
  }

  private static Broken envelope(String rule, String... replacements) {
    String envelope = envelope();
    if (replacements[1] == null) {
      envelope =
          envelope.replace(
              "http://www.w3.org/2003/05/soap-envelope",
              "http://schemas.xmlsoap.org/soap/envelope/");
    } else {
      for (int i = 0; i < replacements.length; i += 2) {
        assertThat(envelope).contains(replacements[i]);
        envelope = envelope.replace(replacements[i], replacements[i + 1]);
      }
    }
    return new Broken(
        rule,
        Messages.post("patients", envelope, CALLER.organisation().certificate(), JudgedDmp.NOW));
  }

  private static String envelope() {
    return Messages.envelope(
        Messages.TD0_2, CALLER.air().signedBy(CALLER.seal()), example("td0.2"));
  }
}
