package fr.socle.dmp.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.spi.Settings;
import fr.socle.dmp.service.Autorisation.State;
import fr.socle.dmp.service.Dossier.Closure;
import fr.socle.dmp.service.Dossier.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** dmp.md 5.2: authorisation, emergency, records that are not open. */
class RightsMatrixTest {
  private static final String INS = "275039999901191";
  private static final RightsMatrix MATRIX = RightsMatrix.standard();

  @Test
  void consultationNeedsAValidAuthorisation() {
    DmpCaller doctor = caller(AuthenticationMode.DIRECTE, "10", "SM26", "CPS", Purpose.NORMAL);
    assertThat(dmp(open(), null).refusal(doctor, Act.FIND)).isPresent();
    assertThat(dmp(open(), State.EXPIRE).refusal(doctor, Act.READ)).isPresent();
    assertThat(dmp(open(), State.INTERDIT).refusal(doctor, Act.READ)).isPresent();
    assertThat(dmp(open(), State.VALIDE).refusal(doctor, Act.FIND)).isEmpty();
    assertThat(dmp(open(), null).refusal(doctor, Act.FIND_BY_REFERENCE)).isEmpty();
    assertThat(dmp(open(), null).refusal(doctor, Act.SUBMIT)).isEmpty();
  }

  @Test
  void anEmergencyNeedsNoAuthorisationButNoOpposition() {
    DmpCaller glass =
        caller(AuthenticationMode.DIRECTE, "10", "SM26", "CPS", Purpose.BRIS_DE_GLACE);
    DmpCaller regulation =
        caller(AuthenticationMode.DIRECTE, "10", "SM26", "CPS", Purpose.CENTRE_15);
    assertThat(dmp(open(), null).refusal(glass, Act.READ)).isEmpty();
    assertThat(dmp(open().changed(true, false, null), null).refusal(glass, Act.READ)).isPresent();
    assertThat(dmp(open().changed(true, false, null), null).refusal(regulation, Act.READ))
        .isEmpty();
    assertThat(dmp(open().changed(false, true, null), null).refusal(regulation, Act.READ))
        .isPresent();
    assertThat(dmp(open(), State.INTERDIT).refusal(glass, Act.READ)).isPresent();
    assertThat(dmp(open(), State.INTERDIT, false).refusal(glass, Act.READ)).isEmpty();
    assertThat(dmp(open(), null).refusal(glass, Act.READ_MASKED)).isPresent();
  }

  @Test
  void aRecordThatIsNotOpenIsNeitherFedNorRead() {
    DmpCaller doctor = caller(AuthenticationMode.DIRECTE, "10", "SM26", "CPS", Purpose.NORMAL);
    PatientDmp closed = dmp(open().closed(new Closure("X", "", Instant.EPOCH)), State.VALIDE);
    assertThat(closed.refusal(doctor, Act.SUBMIT)).map(DmpRefusal::code).contains("DMPClosed");
    assertThat(closed.refusal(doctor, Act.EXISTENCE)).isEmpty();
    assertThat(dmp(Dossier.untouched(INS, Status.ABSENT, false), null).refusal(doctor, Act.FIND))
        .map(DmpRefusal::code)
        .contains("XDSUnknownPatientId");
  }

  @Test
  void aBlockedProfessionalFeedsAndDoesNothingElse() {
    DmpCaller doctor = caller(AuthenticationMode.DIRECTE, "10", "SM26", "CPS", Purpose.NORMAL);
    for (Act act :
        List.of(
            Act.AUTHORIZATIONS,
            Act.FIND_BY_REFERENCE,
            Act.MASK,
            Act.UNMASK,
            Act.SHOW,
            Act.ARCHIVE,
            Act.DELETE)) {
      assertThat(dmp(open(), State.INTERDIT).refusal(doctor, act)).as(act.code()).isPresent();
      assertThat(dmp(open(), (State) null).refusal(doctor, act)).as(act.code()).isEmpty();
      assertThat(
              dmp(open(), State.INTERDIT, Map.of("dmp.interdit-portee", "consultation"))
                  .refusal(doctor, act))
          .as(act.code())
          .isEmpty();
    }
    assertThat(dmp(open(), State.INTERDIT).refusal(doctor, Act.SUBMIT)).isEmpty();
    assertThat(dmp(open(), State.INTERDIT).refusal(doctor, Act.EXISTENCE)).isEmpty();
  }

  @Test
  void withoutTheFeedingProfileChangesNeedAnAuthorisation() {
    Map<String, String> none = Map.of("dmp.profil-alimentation", "non");
    DmpCaller doctor = caller(AuthenticationMode.DIRECTE, "10", "SM26", "CPS", Purpose.NORMAL);
    DmpCaller software = caller(AuthenticationMode.INDIRECTE, null, null, null, Purpose.NORMAL);
    for (Act act :
        List.of(Act.FIND_BY_REFERENCE, Act.MASK, Act.UNMASK, Act.SHOW, Act.ARCHIVE, Act.DELETE)) {
      assertThat(dmp(open(), null, none).refusal(doctor, act)).as(act.code()).isPresent();
      assertThat(dmp(open(), State.VALIDE, none).refusal(doctor, act)).as(act.code()).isEmpty();
    }
    assertThat(dmp(open(), null, none).refusal(software, Act.DELETE)).isEmpty();
    assertThat(dmp(open(), null, none).refusal(doctor, Act.SUBMIT)).isEmpty();
  }

  private static Dossier open() {
    return Dossier.untouched(INS, Status.OUVERT, true);
  }

  private static PatientDmp dmp(Dossier dossier, State state) {
    return dmp(dossier, state, true);
  }

  private static PatientDmp dmp(Dossier dossier, State state, boolean blockedInEmergency) {
    return dmp(dossier, state, Map.of("dmp.interdit-urgence", blockedInEmergency ? "oui" : "non"));
  }

  private static PatientDmp dmp(Dossier dossier, State state, Map<String, String> settings) {
    return new PatientDmp(
        dossier,
        state == null
            ? null
            : new Autorisation(
                INS,
                "899900099997",
                "",
                "",
                "",
                "",
                "",
                state,
                false,
                Instant.EPOCH,
                Instant.EPOCH),
        MATRIX,
        DmpSettings.read(new Settings(settings)));
  }

  private static DmpCaller caller(
      AuthenticationMode mode, String profession, String speciality, String card, Purpose purpose) {
    List<CodedValue> roles =
        profession == null
            ? List.of()
            : speciality == null
                ? List.of(role(profession, DmpCaller.PROFESSIONS))
                : List.of(
                    role(profession, DmpCaller.PROFESSIONS),
                    role(speciality, "1.2.250.1.71.4.2.5"));
    return new DmpCaller(
        mode, purpose, "899900099997", "LEA DUPONT-TEST", "1750999997", "", roles, card, false);
  }

  private static CodedValue role(String code, String system) {
    return new CodedValue("Role", code, system, "", "");
  }
}
