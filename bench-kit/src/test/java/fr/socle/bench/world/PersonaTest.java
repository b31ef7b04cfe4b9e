package fr.socle.bench.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each persona tells its story. */
class PersonaTest {
  private final WorldGenerator generator = new WorldGenerator(42);

  @ParameterizedTest
  @EnumSource(PatientPersona.class)
  void isFoundByItsNameAndBearsIt(PatientPersona persona) {
    assertThat(PatientPersona.named(persona.personaName())).isEqualTo(persona);
    assertThat(subject(persona).persona()).isEqualTo(persona.personaName());
  }

  @Test
  void anUnknownNameIsAnsweredWithThoseThereAre() {
    assertThatThrownBy(() -> PatientPersona.named("inconnu"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ajaccio-trois-prenoms");
    assertThatThrownBy(() -> ProfessionalPersona.named("inconnu"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("medecin-deux-activites");
  }

  @Test
  void theWomanOfAjaccioHasThreeFirstNamesAndACorsicanMatricule() {
    Patient patient = subject(PatientPersona.AJACCIO);

    assertThat(patient.traits().sex()).isEqualTo(Sex.F);
    assertThat(patient.traits().birthPlace()).isEqualTo("2A004");
    assertThat(patient.traits().birthFirstNames()).hasSize(3).doesNotHaveDuplicates();
    assertThat(patient.ins().matricule().number()).contains("2A004");
    assertThat(patient.insi().answer().firstNameList()).isEqualTo(patient.traits().firstNameList());
    assertThat(patient.insi().answer().active().oid()).isEqualTo("1.2.250.1.213.1.4.10");
  }

  @Test
  void insiDoesNotKnowTheUnknown() {
    assertThat(subject(PatientPersona.UNKNOWN).knownToInsi()).isFalse();
    assertThat(subject(PatientPersona.UNKNOWN).ins()).isNull();
  }

  @Test
  void twoCandidatesDifferByTheirPlaceAlone() {
    PersonaCast cast = cast(PatientPersona.TWO_CANDIDATES);
    StrictTraits one = cast.subject().traits();
    StrictTraits other = cast.companions().get(0).traits();

    assertThat(other).usingRecursiveComparison().ignoringFields("birthPlace").isEqualTo(one);
    assertThat(other.birthPlace()).isNotEqualTo(one.birthPlace());
    assertThat(cast.companions().get(0).knownToInsi()).isTrue();
  }

  @Test
  void insiKnowsThePersonUnderHerSecondFirstName() {
    Patient patient = subject(PatientPersona.SECOND_FIRST_NAME);
    List<String> document = patient.traits().birthFirstNames();

    assertThat(patient.insi().registered().birthFirstNames()).isEqualTo(document.subList(1, 3));
    assertThat(patient.insi().answer().firstNameList())
        .isEqualTo(document.get(1) + " " + document.get(2));
  }

  @Test
  void theLunarDateIsOnNoCalendar() {
    Patient patient = subject(PatientPersona.LUNAR_DATE);

    assertThatThrownBy(() -> LocalDate.parse(patient.traits().birthDate()))
        .isInstanceOf(DateTimeException.class);
    assertThat(patient.insi().answer().birthDate()).isEqualTo(patient.traits().birthDate());
  }

  @Test
  void placesAreThoseOfTheStory() {
    assertThat(subject(PatientPersona.CORSICA).traits().birthPlace()).startsWith("2B");
    assertThat(subject(PatientPersona.BORN_ABROAD).traits().birthPlace()).startsWith("99");
  }

  @Test
  void twinsShareNameDateAndPlace() {
    PersonaCast cast = cast(PatientPersona.TWINS);
    Patient twin = cast.companions().get(0);

    assertThat(twin.traits().birthName()).isEqualTo(cast.subject().traits().birthName());
    assertThat(twin.traits().birthDate()).isEqualTo(cast.subject().traits().birthDate());
    assertThat(twin.traits().birthPlace()).isEqualTo(cast.subject().traits().birthPlace());
    assertThat(twin.traits().firstBirthFirstName())
        .isNotEqualTo(cast.subject().traits().firstBirthFirstName());
    assertThat(twin.twins()).containsExactly(cast.subject().id());
    assertThat(cast.subject().twins()).containsExactly(twin.id());
  }

  @Test
  void homonymsShareNameFirstNameSexAndDateButNotTheOtherFirstNames() {
    PersonaCast cast = cast(PatientPersona.HOMONYM);
    StrictTraits one = cast.subject().traits();
    StrictTraits other = cast.companions().get(0).traits();

    assertThat(TraitQuery.of(other)).isEqualTo(TraitQuery.of(one));
    assertThat(other.firstBirthFirstName()).isEqualTo(one.firstBirthFirstName());
    assertThat(other.birthFirstNames()).isNotEqualTo(one.birthFirstNames());
    assertThat(other.birthPlace()).isNotEqualTo(one.birthPlace());
    assertThat(cast.subject().homonyms()).containsExactly(cast.companions().get(0).id());
  }

  @Test
  void namesHaveTheSignsOfTheStory() {
    assertThat(subject(PatientPersona.COMPOSED_NAME).traits().birthName())
        .contains("-")
        .contains(" ");
    assertThat(subject(PatientPersona.COMPOSED_NAME).traits().firstBirthFirstName()).contains("-");
    assertThat(subject(PatientPersona.APOSTROPHE).traits().birthName()).contains("'");
  }

  @Test
  void theHistoryHoldsTwoOtherMatriculesMostRecentFirst() {
    Patient patient = subject(PatientPersona.HISTORY);

    assertThat(patient.insi().answer().history()).hasSize(2);
    assertThat(patient.history())
        .extracting(InsPeriod::ins)
        .doesNotContain(patient.ins())
        .doesNotHaveDuplicates();
    assertThat(patient.history().get(0).from()).isAfter(patient.history().get(1).to());
  }

  @Test
  void theNiaHasItsOwnOidWhateverTheSetting() {
    assertThat(subject(PatientPersona.NIA).ins().oid()).isEqualTo("1.2.250.1.213.1.4.9");
    assertThat(
            new WorldGenerator(42, InsOidPolicy.REAL)
                .cast(new PersonaRequest(PatientPersona.NIA, 0))
                .subject()
                .ins()
                .oid())
        .isEqualTo("1.2.250.1.213.1.4.9");
  }

  @Test
  void theRealOidIsGivenOnlyWhenAsked() {
    PersonaRequest request = new PersonaRequest(PatientPersona.ORDINARY, 3);

    assertThat(new WorldGenerator(42).cast(request).subject().ins().oid())
        .isEqualTo("1.2.250.1.213.1.4.10");
    assertThat(new WorldGenerator(42, InsOidPolicy.REAL).cast(request).subject().ins().oid())
        .isEqualTo("1.2.250.1.213.1.4.8");
  }

  @Test
  void answersToRefuseAreWrongInOneWay() {
    Patient zeros = subject(PatientPersona.DATE_00);
    assertThat(zeros.insi().answer().birthDate()).endsWith("-00-00");
    assertThat(zeros.traits().birthDate()).endsWith("-12-31");
    assertThat(zeros.insi().answer().firstNameList()).isNotEmpty();

    InsiAnswer noFirstName = subject(PatientPersona.EMPTY_TRAITS).insi().answer();
    assertThat(noFirstName.firstNameList()).isNull();
    assertThat(noFirstName.firstName()).isNull();
    assertThat(noFirstName.birthName()).isNotEmpty();

    assertThat(subject(PatientPersona.EMPTY_NAME).insi().answer().birthName()).isNull();
    assertThat(subject(PatientPersona.EMPTY_SEX).insi().answer().sex()).isNull();
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1_000_000_000L})
  void refusesASequenceItCannotTellApart(long sequence) {
    assertThatThrownBy(() -> generator.cast(new PersonaRequest(PatientPersona.ORDINARY, sequence)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("réinitialisez l'espace");
  }

  private PersonaCast cast(PatientPersona persona) {
    return generator.cast(new PersonaRequest(persona, 11));
  }

  private Patient subject(PatientPersona persona) {
    return cast(persona).subject();
  }
}
