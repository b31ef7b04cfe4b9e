package fr.socle.bench.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The published persons, as insi.md 6 tells them. */
class PublishedPersonsTest {
  private final Map<String, Patient> people =
      PublishedPersons.read(PublishedWorld.SOCLE).stream()
          .collect(Collectors.toMap(Patient::id, Function.identity()));

  @Test
  void areAllThereAndFitInOneSpace() {
    WorldStore store = new MemoryWorldStore();
    store.addPatients(people.values());

    assertThat(store.patientCount()).isEqualTo(19);
  }

  @Test
  void keepTheRealOidThatThePlatformAnswers() {
    assertThat(people.get("cnda-adrun-zoe").insi().answer().active())
        .isEqualTo(new InsiAnswer.Identity("2751263220749", "74", "1.2.250.1.213.1.4.8"));
    assertThat(people.get("cnda-provisoire-matricule").ins().oid()).isEqualTo(InsOid.NIA);
  }

  @Test
  void twoOfThemHaveWrongKeysWhichOnlyTheAnswerHolds() {
    List<String> withoutIns =
        people.values().stream()
            .filter(person -> person.insi() != null && person.insi().answer() != null)
            .filter(person -> person.ins() == null)
            .map(Patient::id)
            .toList();
    Patient herman = people.get("cnda-herman-gatien");

    assertThat(withoutIns).containsExactly("cnda-herman-gatien");
    assertThat(herman.insi().registered().birthName()).isEqualTo("HERMAN");
    assertThat(herman.insi().answer().birthName()).isEqualTo("HERMANN");
    assertThat(herman.insi().answer().history())
        .extracting(period -> period.identity().key())
        .containsExactly("60", "10");
  }

  @Test
  void theHistoryKeepsItsIncoherentDates() {
    assertThat(people.get("cnda-ecetinsi-pierre-alain").insi().answer().history())
        .extracting(InsiAnswer.Period::from, InsiAnswer.Period::to)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("2019-03-01", "2019-02-28"),
            org.assertj.core.groups.Tuple.tuple(null, null));
  }

  @Test
  void oneIsAnsweredByASingleFirstNameWithoutTheList() {
    InsiAnswer answer = people.get("cnda-patb-quatre-laurence").insi().answer();

    assertThat(answer.firstName()).isEqualTo("LAURENCE");
    assertThat(answer.firstNameList()).isNull();
  }

  @Test
  void filesOfTheCndaHoldTheFirstNameBesidesTheList() {
    Map<String, Patient> cnda = by(PublishedWorld.CNDA);

    assertThat(cnda.get("cnda-corse-anthony").insi().answer().firstName()).isEqualTo("ANTHONY");
    assertThat(cnda.get("cnda-corse-anthony").insi().answer().firstNameList()).isEqualTo("ANTHONY");
    assertThat(cnda.get("cnda-adrun-zoe").insi().answer().firstName()).as("live").isNull();
    assertThat(people.get("cnda-corse-anthony").insi().answer().firstName()).isNull();
  }

  @Test
  void thePlatformAnswersLessThanTheFilesOfTheCnda() {
    Map<String, Patient> platform = by(PublishedWorld.PLATFORM);

    assertThat(platform.get("cnda-provisoire-matricule").insi().faultCode()).isEqualTo("insi_102");
    assertThat(platform.get("cnda-ecetinsi-pierre-alain").insi().answer().history())
        .extracting(period -> period.identity().key())
        .containsExactly("39");
    assertThat(by(PublishedWorld.CNDA).get("cnda-ecetinsi-pierre-alain").history()).hasSize(2);
  }

  private static Map<String, Patient> by(PublishedWorld world) {
    return PublishedPersons.read(world).stream()
        .collect(Collectors.toMap(Patient::id, Function.identity()));
  }

  @Test
  void twoFailAndTwoAreUnknown() {
    assertThat(people.values())
        .filteredOn(person -> person.insi() != null && person.insi().faultCode() != null)
        .extracting(person -> person.insi().faultCode())
        .containsExactly("insi_102", "insi_102");
    assertThat(people.values())
        .filteredOn(person -> !person.knownToInsi())
        .extracting(Patient::id)
        .containsExactlyInAnyOrder("cnda-houilles-pierre", "ans-pat-trois-dominique");
  }

  @Test
  void catarinaIsKnownUnderHerSecondFirstName() {
    Patient catarina = people.get("cnda-tchitchi-catarina");

    assertThat(catarina.traits().birthFirstNames()).containsExactly("OLA", "CATARINA");
    assertThat(catarina.insi().registered().birthFirstNames()).containsExactly("CATARINA", "BELLA");
  }
}
