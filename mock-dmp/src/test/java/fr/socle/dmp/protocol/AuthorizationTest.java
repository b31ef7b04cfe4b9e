package fr.socle.dmp.protocol;

import static fr.socle.dmp.Messages.INS;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.dmp.Certificates;
import fr.socle.dmp.JudgedDmp;
import fr.socle.dmp.Messages;
import fr.socle.dmp.service.Autorisation;
import fr.socle.dmp.service.Autorisation.State;
import fr.socle.dmp.service.Dossier;
import fr.socle.dmp.service.Dossier.Closure;
import fr.socle.dmp.service.Dossier.Status;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TD0.3, TD0.4 and TD1.6: dmp.md 1.4, 1.5, 1.8, 5.2, 5.3. */
class AuthorizationTest extends OnePatientDmp {
  @Test
  void anAuthorisationIsDeclaredThenRemoved() {
    assertThat(authorize("AJOUT", "")).contains(">DMPOk<").contains("Autorisation ajoutée");
    assertThat(existence()).contains("code=\"VALIDE\"");
    assertThat(authorize("AJOUT", "")).contains(">DMPOk<").contains("existe déjà");
    assertThat(authorize("SUPPRESSION", "")).contains(">DMPOk<");
    assertThat(existence()).contains("code=\"NON_EXISTE\"");
  }

  @Test
  void aDoctorBecomesTheTreatingDoctorAndStops() {
    assertThat(authorize("AJOUT", "MEDECIN_TRAITANT")).contains(">DMPOk<");
    assertThat(existence()).contains("<value xsi:type=\"BL\" value=\"true\"/></attentionLine>");
    assertThat(authorize("SUPPRESSION", "MEDECIN_TRAITANT")).contains(">DMPOk<");
    assertThat(existence())
        .contains("code=\"VALIDE\"")
        .contains("<value xsi:type=\"BL\" value=\"false\"/></attentionLine>");
    assertThat(authorize("SUPPRESSION", "MEDECIN_TRAITANT"))
        .contains("DMPAccessDeniedByRightsService");
  }

  @Test
  void aBlockedProfessionalDoesNotAuthoriseHimself() {
    link(State.INTERDIT, false);
    assertThat(authorize("AJOUT", "")).contains("env:DMPAccessDeniedByRightsService<");
    assertThat(authorize("SUPPRESSION", "")).contains(">DMPOk<");
    assertThat(existence()).contains("code=\"INTERDIT\"");
  }

  @Test
  void noAuthorisationOnARecordThatIsClosedOrAbsent() {
    write(
        Dossier.untouched(INS, Status.OUVERT, true)
            .closed(new Closure("FERMETURE_DEMANDE_PATIENT", "", JudgedDmp.NOW)));
    assertThat(authorize("AJOUT", "")).contains(">DMPClosed<");
    write(Dossier.untouched(INS, Status.ABSENT, false));
    assertThat(authorize("AJOUT", ""))
        .contains(">XDSUnknownPatientId<")
        .contains("choisi par Socle");
  }

  @ParameterizedTest
  @CsvSource({"bris_de_glace", "centre_15"})
  void noAuthorisationInAnEmergency(String purpose) {
    assertThat(
            body(
                CALLER.byCard(
                    "habilitations",
                    Messages.TD0_3,
                    Messages.setAuthorization("AJOUT", ""),
                    purpose(purpose))))
        .contains("env:DMPAccessDeniedByRightsService<");
  }

  @Test
  void anIndirectCallerDeclaresNothing() {
    assertThat(
            body(
                CALLER.sent(
                    "habilitations",
                    Messages.TD0_3,
                    Messages.setAuthorization("AJOUT", ""),
                    CALLER.indirect().signedBy(CALLER.seal()),
                    CALLER.organisation().certificate())))
        .contains("env:DMPAccessDeniedByRightsService<");
  }

  @Test
  void anEmployeeDeclaresForTheStructure() {
    Certificates.Identity card = Certificates.employeeTls();
    String vihf =
        CALLER
            .direct()
            .bent(
                text ->
                    text.replaceAll("<Issuer([^>]*)>[^<]*<", "<Issuer$1>" + card.subject() + "<"))
            .text();
    assertThat(
            body(
                CALLER.sent(
                    "habilitations",
                    Messages.TD0_3,
                    Messages.setAuthorization("AJOUT", ""),
                    vihf,
                    card.certificate())))
        .contains(">DMPOk<");
    assertThat(dmp().service().dossiers().autorisation(INS, "499900099997001")).isPresent();
  }

  @Test
  void whoIsAuthorisedOrBlockedIsListed() {
    authorize("AJOUT", "MEDECIN_TRAITANT");
    dmp()
        .service()
        .dossiers()
        .write(
            new Autorisation(
                INS,
                "899900099998",
                "",
                "BLOQUE",
                "PAUL",
                "",
                "",
                State.INTERDIT,
                false,
                JudgedDmp.NOW,
                JudgedDmp.NOW));
    assertThat(list("TOUTE")).contains(">899900099997<").contains(">899900099998<");
    assertThat(list("ACTIVE"))
        .contains(">899900099997<")
        .contains(">MEDECIN_TRAITANT<")
        .contains(":codeSpeciality>SM26<")
        .doesNotContain(">899900099998<");
    assertThat(list("INTERDITE")).contains(">BLOQUE<").doesNotContain(">899900099997<");
    link(State.EXPIRE, false);
    assertThat(list("TOUTE")).doesNotContain(">899900099997<").contains(">899900099998<");
    assertThat(list("AUCUNE")).contains(">DMPAccessDeniedByRightsService<");
  }

  @Test
  void thePatientsOfAProfessionalAreListedByDate() {
    authorize("AJOUT", "");
    assertThat(patients("20260101000000", "LASTAUTORIZATION"))
        .contains(":nationalId>275039999901191<")
        .contains(":lastName>TESTEUR<")
        .contains(":MT>false<")
        .contains(">DMPOk<");
    assertThat(patients("20260701000000", "LASTAUTORIZATION")).doesNotContain("patientlistData");
    assertThat(patients("20260101000000", "LASTDOC")).doesNotContain("patientlistData");
    write(dmp().service().dossiers().dossier(INS).fed(JudgedDmp.NOW));
    assertThat(patients("20260101000000", "LASTDOC")).contains(":lastAddDate>20260615093000<");
    assertThat(patients("2026", "LASTDOC")).contains(">DMPAccessDeniedByRightsService<");
  }

  @Test
  void anAuthorisationExpires() {
    settings(Map.of("dmp.autorisation-jours", "30"));
    authorize("AJOUT", "");
    assertThat(existence()).contains("code=\"VALIDE\"");

    dmp().service().dossiers().age(Duration.ofDays(31));

    assertThat(existence()).contains("code=\"EXPIRE\"");
    assertThat(patients("20250101000000", "LASTAUTORIZATION")).doesNotContain("patientlistData");
    authorize("AJOUT", "");
    assertThat(existence()).contains("code=\"VALIDE\"");
  }

  private String list(String mode) {
    return body(CALLER.byCard("habilitations", Messages.TD1_6, Messages.listAuthorization(mode)));
  }

  private String patients(String date, String type) {
    return body(
        CALLER.byCard("patientsSpecific", Messages.TD0_4, Messages.patientList(date, type)));
  }
}
