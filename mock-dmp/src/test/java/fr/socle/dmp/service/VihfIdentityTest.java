package fr.socle.dmp.service;

import static fr.socle.dmp.Messages.example;
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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who a VIHF says is calling, against his cards, his structures and his mode: dmp.md 2.2 to 2.6.
 */
class VihfIdentityTest {
  private static final Caller CALLER = new Caller();
  private static final String SUBJECT_ID = "urn:oasis:names:tc:xspa:1.0:subject:subject-id";

  /** dmp.md 2.6 (S:DEH). */
  @Test
  void whoWorksElsewhereIsRefusedUnlessTheSpaceSaysOtherwise() {
    String elsewhere = air(CALLER.air().with(Certificates.HOLDER, JudgedDmp.EMPLOYED));

    assertThat(refusal(Map.of(), organisation(elsewhere)))
        .isEqualTo(
            "MOCK_VIHF_INVALID Le professionnel 899990000046 n'est pas rattaché à la structure"
                + " 1750999997.");
    assertThat(refusal(Map.of("dmp.control.rattachement", "warn"), organisation(elsewhere)))
        .isEmpty();
    String there =
        CALLER
            .direct()
            .with("499900099997001", JudgedDmp.ELSEWHERE)
            .with("<NameID>" + Certificates.HOLDER, "<NameID>" + JudgedDmp.EMPLOYED)
            .signedBy(CALLER.cardSignature());
    assertThat(refusal(Map.of(), card(there))).isEmpty();
  }

  /** dmp.md 2.4 (S:DEH): both certificates of a card have the same subject. */
  @Test
  void aCardDoesNotCarryWhatAnotherSigned() {
    Certificates.Identity another = Certificates.cardSignatureOf("899900099998");
    String signed =
        CALLER
            .direct()
            .with(CALLER.cardSignature().subject(), another.subject())
            .with("<NameID>" + Certificates.HOLDER, "<NameID>899900099998")
            .signedBy(another);

    assertThat(refusal(Map.of(), card(signed)))
        .startsWith("MOCK_VIHF_INVALID La carte qui signe le VIHF")
        .contains("899900099998")
        .contains(Certificates.HOLDER);
    assertThat(refusal(Map.of("dmp.control.carte", "off"), card(signed))).isEmpty();
  }

  /** The rest of a subject may be written in two ways. */
  @Test
  void aCardIsThatOfItsBearerHoweverItIsWritten() {
    Certificates.Identity married = Certificates.cardSignatureOf(Certificates.HOLDER);
    String signed =
        CALLER.direct().with(CALLER.cardSignature().subject(), married.subject()).signedBy(married);

    assertThat(refusal(Map.of(), card(signed))).isEmpty();
  }

  /** dmp.md 2.6 (S:DEH): a French sentence, then the cause in English. */
  @ParameterizedTest
  @CsvSource({
    "UNKNOWN_AUTHORITY, unknown certification authority, autorité inconnue",
    "EXPIRED, certificate expired, est expiré",
    "NOT_YET_VALID, certificate not yet valid, pas encore valable",
    "REVOKED, certificate revoked, est révoqué",
    "INVALID, invalid certification path, RFC 5280"
  })
  void theCauseIsInEnglishAndTheMendInTheJournal(Reason reason, String cause, String mend) {
    try (JudgedDmp dmp =
        new JudgedDmp(
            Map.of(),
            certificate -> new ClientCertificateVerdict(reason, "Le certificat client."))) {
      Served served = dmp.serve(organisation(air(CALLER.air())));

      assertThat(served.refusal()).isNotNull();
      assertThat(served.refusal().code()).isEqualTo("DMPInvalidCertificate");
      assertThat(served.refusal().reason())
          .isEqualTo("Le certificat de signature du VIHF n'est pas valide. Cause : " + cause);
      assertThat(String.valueOf(served.decoded()))
          .contains("Le certificat qui signe le VIHF", mend)
          .doesNotContain("certificat client");
    }
  }

  /** dmp.md 2.2: what is mandatory by a source depends on the mode. */
  @Test
  void whatAModeDemandsIsMissedInThisModeOnly() {
    assertThat(refusal(Map.of(), card(direct(CALLER.direct().without("Secteur_Activite")))))
        .contains("Secteur_Activite");
    assertThat(refusal(Map.of(), card(direct(CALLER.direct().without(SUBJECT_ID))))).isEmpty();
    for (VihfText vihf : new VihfText[] {CALLER.indirect(), CALLER.air()}) {
      assertThat(refusal(Map.of(), organisation(air(vihf.without(SUBJECT_ID)))))
          .contains("subject-id");
      assertThat(refusal(Map.of(), organisation(air(vihf.without("Secteur_Activite"))))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<AuthnContextDecl> </AuthnContextDecl>"})
  void inAirAuthnContextDeclSaysSomething(String written) {
    String vihf =
        air(CALLER.air().with("<AuthnContextDecl>APP_BROWSER_AUTH</AuthnContextDecl>", written));

    assertThat(refusal(Map.of(), organisation(vihf))).contains("AuthnContextDecl");
    assertThat(refusal(Map.of("dmp.control.declaration", "warn"), organisation(vihf))).isEmpty();
    assertThat(refusal(Map.of(), organisation(air(CALLER.indirect())))).isEmpty();
  }

  /** dmp.md 2.2: written, the mode is one of three. */
  @Test
  void aModeThatDoesNotExistIsRefused() {
    assertThat(refusal(Map.of(), organisation(air(CALLER.indirect().with(">INDIRECTE<", ">AIR<")))))
        .contains("Authentification_Mode (« AIR »)");
    assertThat(refusal(Map.of(), card(direct(CALLER.direct().with(">DIRECTE<", ">CPS<")))))
        .contains("Authentification_Mode (« CPS »)");
  }

  private static String air(VihfText vihf) {
    return vihf.signedBy(CALLER.seal());
  }

  private static String direct(VihfText vihf) {
    return vihf.signedBy(CALLER.cardSignature());
  }

  private static IncomingRequest organisation(String vihf) {
    return sent(vihf, CALLER.organisation());
  }

  private static IncomingRequest card(String vihf) {
    return sent(vihf, CALLER.cardTls());
  }

  private static IncomingRequest sent(String vihf, Certificates.Identity tls) {
    return CALLER.sent("patients", Messages.TD0_2, example("td0.2"), vihf, tls.certificate());
  }

  private static String refusal(Map<String, String> settings, IncomingRequest request) {
    try (JudgedDmp dmp = new JudgedDmp(settings)) {
      Served served = dmp.serve(request);
      return served.refusal() == null
          ? ""
          : served.refusal().code() + " " + served.refusal().reason();
    }
  }
}
