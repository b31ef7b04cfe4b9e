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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule on the VIHF against one that passes and the same broken in exactly one way; that right
 * ones break none is in {@link DmpChecksTest}.
 */
public class VihfChecksTest {
  private static final Caller CALLER = new Caller();

  private final JudgedDmp dmp = new JudgedDmp(Broken.withoutControls());

  @AfterEach
  void close() {
    dmp.close();
  }

  static Stream<Broken> broken() {
    List<Broken> all = new ArrayList<>();
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
    all.add(air("DMP-T04-1", v -> v.without("urn:oasis:names:tc:xacml:2.0:resource:resource-id")));
    all.add(air("DMP-T04-2", v -> v.with("<NameID>899900099997", "<NameID>")));
    all.add(air("DMP-T04-3", v -> v.without("Secteur_Activite")));
    all.add(card("DMP-T04-16", v -> v.without("Secteur_Activite")));
    all.add(air("DMP-T04-4", v -> v.without("urn:oasis:names:tc:xspa:1.0:subject:subject-id")));
    all.add(air("DMP-T04-5", v -> v.with(">3.0<", ">4.0<")));
    all.add(card("DMP-T04-6", v -> v.with(">DIRECTE<", ">CARTE<")));
    all.add(air("DMP-T04-7", v -> v.with("SA01^1.2", "SA1^1.2")));
    all.add(air("DMP-T04-8", v -> v.with("codeSystem=\"1.2.250.1.71.4.2.5\"", "")));
    all.add(air("DMP-T04-9", VihfChecksTest::withoutSpeciality));
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
    Certificates.Identity elsewhere = Certificates.sealOf("1750999998");
    all.add(
        vihf(
            "DMP-T05-3",
            CALLER.air().with(CALLER.seal().subject(), elsewhere.subject()).signedBy(elsewhere)));
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
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource
  void broken(Broken broken) {
    assertThat(dmp.findings(broken.request()))
        .extracting(Found::rule)
        .containsExactly(broken.rule());
  }

  /** dmp.md 1.5, Q5 (A): TD0.4 is of no patient. */
  @Test
  void aCallOfNoPatientNeedsNone() {
    IncomingRequest list =
        CALLER.byCard(
            "patientsSpecific",
            Messages.TD0_4,
            Messages.patientList("20260101000000", "LASTDOC"),
            v -> v.without("urn:oasis:names:tc:xacml:2.0:resource:resource-id"));

    assertThat(dmp.findings(list)).isEmpty();
  }

  /** What the DMP alone can find: who issued a certificate, what time it is. */
  @ParameterizedTest
  @CsvSource({
    "certificat, '', DMP-T03-16",
    "conditions, '<Conditions NotOnOrAfter=\"2026-06-15T09:00:00Z\"/>', DMP-T03-17",
    "conditions, '<Conditions NotOnOrAfter=\"2026-06-15T10:00:00Z\"/>', ''"
  })
  void whatAControlOfTheVihfFindsIsTold(String control, String conditions, String rule) {
    Map<String, String> settings = Broken.withoutControls();
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
    Map<String, String> settings = Broken.withoutControls();
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
    return Stream.concat(broken().map(Broken::rule), Stream.of("DMP-T03-16", "DMP-T03-17"));
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
}
