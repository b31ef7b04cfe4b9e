package fr.socle.dmp.check;

import static fr.socle.dmp.Messages.example;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.dmp.Caller;
import fr.socle.dmp.JudgedDmp;
import fr.socle.dmp.JudgedDmp.Found;
import fr.socle.dmp.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule on an envelope or on a body against a message that passes and the same message broken
 * in exactly one way; those on the VIHF are in {@link VihfChecksTest}.
 */
public class DmpChecksTest {
  private static final Caller CALLER = new Caller();

  // With every control off the DMP answers whatever is wrong: only the checks are looked at.
  private final JudgedDmp dmp = new JudgedDmp(Broken.withoutControls());

  @AfterEach
  void close() {
    dmp.close();
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

  /** The rules this class proves. */
  public static Stream<String> proven() {
    return Stream.concat(broken().map(Broken::rule), Stream.of("DMP-T09-2"));
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
