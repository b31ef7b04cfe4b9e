package fr.socle.dmp.protocol;

import static fr.socle.dmp.Messages.INS;
import static fr.socle.dmp.Messages.example;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.dmp.JudgedDmp;
import fr.socle.dmp.Messages;
import fr.socle.dmp.service.Autorisation.State;
import fr.socle.dmp.service.Dossier;
import fr.socle.dmp.service.Dossier.Closure;
import fr.socle.dmp.service.Dossier.Status;
import fr.socle.dmp.service.Presets;
import fr.socle.dmp.service.Representative;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xmlunit.builder.DiffBuilder;

/** TD0.2 and TD1.3a, by the state of the record: dmp.md 1.3, 1.8, 5.1. */
class ExistenceTest extends OnePatientDmp {
  @Test
  void anOpenRecordIsToldWithItsTraits() {
    assertThat(existence())
        .contains(
            "<acknowledgement typeCode=\"AA\"><targetMessage><id root=\"1.3.6.1.4.1.32473.1\" extension=\"MSG-0001\"/>")
        .contains("<reasonCode code=\"TEST_EXST\" codeSystem=\"1.2.250.1.213.1.1.4.11\"/>")
        .contains(
            "<id root=\"1.2.250.1.213.1.4.10\" extension=\"275039999901191\"/><statusCode code=\"active\"/>")
        .contains("<given>ALMA</given><family qualifier=\"SP\">TESTEUR</family>")
        .contains("<administrativeGenderCode code=\"F\"/><birthTime value=\"19750301\"/>")
        .contains(
            "<code code=\"RATTACHEMENT_ENS\" codeSystem=\"1.2.250.1.213.4.1.2.3\"/><value xsi:type=\"BL\" value=\"true\"/>")
        .contains(
            "<queryId root=\"1.3.6.1.4.1.32473.2\" extension=\"Q-0001\"/><queryResponseCode code=\"OK\"/>")
        .contains("code=\"NON_EXISTE\"")
        .doesNotContain("OPPOSITION_BRIS_DE_GLACE");
  }

  /** dmp.md 7.4, element by element. */
  @Test
  void theAnswerIsTheOneOfTheSheet() {
    link(State.VALIDE, false);
    String answer = existence();
    String message =
        answer.substring(
            answer.indexOf("<PRPA_IN201308UV02"),
            answer.indexOf("</PRPA_IN201308UV02>") + "</PRPA_IN201308UV02>".length());
    assertThat(
            DiffBuilder.compare(example("td0.2-reponse"))
                .withTest(
                    message.replaceFirst("<id root=\"[^\"]*\"/>", "<id root=\"IDENTIFIANT\"/>"))
                .ignoreWhitespace()
                .checkForSimilar()
                .build()
                .getDifferences())
        .isEmpty();
  }

  /** dmp.md 5.6 bis (REC_0.2-1020), 5.7: the DMP has another usual name than INSi. */
  @Test
  void aUsualNameThatTheDmpDoesNotKnowIsToldAsSuch() {
    write(Presets.standard().dossier("nom-non-renseigne", INS, JudgedDmp.NOW).orElseThrow());
    link(State.VALIDE, false);

    assertThat(existence()).contains("<family qualifier=\"SP\">NON RENSEIGNE</family>");
    assertThat(
            body(
                CALLER.byCard(
                    "patientsSpecific",
                    Messages.TD0_4,
                    Messages.patientList("19700101000000", "LASTAUTORIZATION"))))
        .contains("lastName>NON RENSEIGNE<")
        .contains("patronymicalName>TESTEUR<");
  }

  @Test
  void noRecordIsNotFoundWithoutSubject() {
    write(Dossier.untouched(INS, Status.ABSENT, false));
    assertThat(existence())
        .contains("typeCode=\"AA\"")
        .contains("<queryResponseCode code=\"NF\"/>")
        .doesNotContain("registrationEvent");
  }

  @Test
  void aClosedRecordIsTerminatedWithItsMotive() {
    write(
        Dossier.untouched(INS, Status.OUVERT, true)
            .closed(new Closure("FERMETURE_DEMANDE_PATIENT", "N'en veut plus.", JudgedDmp.NOW)));
    assertThat(existence())
        .contains("<statusCode code=\"terminated\"/>")
        .contains("<code code=\"FERMETURE_DEMANDE_PATIENT\" codeSystem=\"1.2.250.1.213.4.1.2.4\"/>")
        .contains("<text>N'en veut plus.</text>");
  }

  @Test
  void administrativeDataTellTheOppositions() {
    write(Dossier.untouched(INS, Status.OUVERT, true).changed(true, false, null));
    assertThat(
            body(
                CALLER.byCard(
                    "patients",
                    Messages.TD0_2,
                    example("td0.2").replace("TEST_EXST", "CNSLT_DATA"))))
        .contains(
            "OPPOSITION_BRIS_DE_GLACE\" codeSystem=\"1.2.250.1.213.4.1.2.3\"/><value xsi:type=\"BL\" value=\"true\"/>")
        .contains(
            "OPPOSITION_ACCES_URGENCE\" codeSystem=\"1.2.250.1.213.4.1.2.3\"/><value xsi:type=\"BL\" value=\"false\"/>");
  }

  @ParameterizedTest
  @EnumSource(
      value = State.class,
      names = {"VALIDE", "EXPIRE", "INTERDIT"})
  void theStateOfTheAuthorisationIsTold(State state) {
    link(state, false);
    assertThat(existence())
        .contains(
            "<value xsi:type=\"CV\" code=\""
                + state
                + "\" codeSystem=\"1.2.250.1.213.4.1.2.6.2\"/>");
  }

  @Test
  void legalRepresentativesAreToldWithTheAdministrativeDataAlone() {
    dmp().service().dossiers().write(INS, List.of(new Representative("FTH", "TESTEUR", "PAUL")));

    assertThat(
            body(
                CALLER.byCard(
                    "patients",
                    Messages.TD0_2,
                    example("td0.2").replace("TEST_EXST", "CNSLT_DATA"))))
        .contains(
            "<personalRelationship classCode=\"PRS\"><code code=\"FTH\""
                + " codeSystem=\"2.16.840.1.113883.1.11.19579\"/>")
        .contains("<given>PAUL</given><family>TESTEUR</family>");
    assertThat(existence()).doesNotContain("personalRelationship");
  }
}
