package fr.socle.insi.check;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.insi.Persons;
import fr.socle.insi.Requests;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules on the order of calls, on real calls of a bench that knows a few persons. */
class SequenceChecksTest {
  private final JudgedWindow window =
      new JudgedWindow(
          Persons.person(
              "TCHITCHI", "CATARINA BELLA", "F", "1936-06-21", "63220", "2360663220836", "56"),
          Persons.person("TCHITCHI", "LUCIA", "F", "1936-06-21", "63220", "2360663220837", "55"),
          Persons.person(
              "VINCI", "LEONARDO PIERO", "M", "2014-02-01", "63220", "1140263220833", "56"),
          Persons.person(
              "VINCI", "LEONARDO ANGELO", "M", "2014-02-01", "75056", "1140275056833", "11"));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "CATARINA",
        "OLA, CATARINA",
        "OLA, MARIE, ANNE, OLA MARIE ANNE",
        "OLA, CATARINA, LUCIA",
        "MARIE LOU, ANNE, MARIE LOU ANNE",
      })
  void attemptsAsTheyShouldBeBreakNoRule(String firstNames) {
    for (String firstName : firstNames.split(", ", -1)) {
      search("TCHITCHI", firstName, "F", "1936-06-21", null, null);
    }

    assertThat(window.broken()).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "INSI-T06-1 | OLA, MARIE, MARIE OLA",
        "INSI-T06-1 | OLA, OLA MARIE ANNE",
        "INSI-T06-1 | OLA MARIE, OLA",
        "INSI-T06-2 | CATARINA, BELLA",
        "INSI-T06-2 | OLA, CATARINA, CATARINA BELLA",
        "INSI-T07-2 | OLA, OLA",
        "INSI-T07-2 | CATARINA, CATARINA",
      })
  void attemptsOutOfOrderBreakOneRule(String rule, String firstNames) {
    for (String firstName : firstNames.split(", ", -1)) {
      search("TCHITCHI", firstName, "F", "1936-06-21", null, null);
    }

    assertThat(window.broken()).containsExactly(rule);
  }

  @Test
  void attemptsStopAtAFault() {
    search("TCHITCHI", "OLA", "F", "1936-06-21", null, "insi_102");
    search("TCHITCHI", "CATARINA", "F", "1936-06-21", null, null);

    assertThat(window.broken()).containsExactly("INSI-T06-2");
  }

  @Test
  void criteriaThatWereRefusedMayBeCorrected() {
    search("TCHITCHI", "", "F", "1936-06-21", null, null);
    search("TCHITCHI", "CATARINA", "F", "1936-06-21", null, null);

    assertThat(window.broken()).isEmpty();
  }

  @Test
  void theSameSearchAfterAFaultIsNoRepetition() {
    search("TCHITCHI", "OLA", "F", "1936-06-21", null, "insi_102");
    search("TCHITCHI", "OLA", "F", "1936-06-21", null, null);

    assertThat(window.broken()).isEmpty();
  }

  @Test
  void afterSeveralIdentitiesTheSearchSaysMore() {
    search("VINCI", "LEONARDO", "M", "2014-02-01", null, null);
    search("VINCI", "LEONARDO PIERO", "M", "2014-02-01", null, null);
    search("VINCI", "LEONARDO PIERO", "M", "2014-02-01", "63220", null);

    assertThat(window.broken()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PIERO,", "PIERO, 63220"})
  void afterSeveralIdentitiesOtherFirstNamesAreNotEnough(String firstName, @Nullable String place) {
    search("VINCI", "LEONARDO", "M", "2014-02-01", null, null);
    search("VINCI", firstName, "M", "2014-02-01", place, null);

    assertThat(window.broken()).containsExactly("INSI-T07-1");
  }

  @Test
  void otherPersonsAreSearchedFreely() {
    search("TCHITCHI", "CATARINA", "F", "1936-06-21", null, null);
    search("VINCI", "CATARINA", "M", "2014-02-01", null, null);
    search("TCHITCHI", "BELLA", "F", "1936-06-22", null, null);

    assertThat(window.broken()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"prefixe-ns2", "histo-dates-devant"})
  void anIdentityOfAnotherFormIsNotSearchedAgain(String form) {
    search("TCHITCHI", "CATARINA", "F", "1936-06-21", null, form);
    search("TCHITCHI", "CATARINA", "F", "1936-06-21", "63220", null);

    assertThat(window.broken()).containsExactly("INSI-T09-1");
  }

  @Test
  void anIdentityOfThePlainestFormSearchedAgainIsNoMatterOfForm() {
    search("TCHITCHI", "CATARINA", "F", "1936-06-21", null, null);
    search("TCHITCHI", "CATARINA", "F", "1936-06-21", "63220", null);

    assertThat(window.broken()).isEmpty();
  }

  @Test
  void aTwinIsSearchedAfterAnIdentityOfAnotherForm() {
    search("TCHITCHI", "CATARINA", "F", "1936-06-21", null, "prefixe-ns2");
    search("TCHITCHI", "LUCIA", "F", "1936-06-21", null, null);

    assertThat(window.broken()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1.2.250.1.213.1.4.10, true", "1.2.250.1.213.1.4.9, false"})
  void aNumberIsVerifiedWithTheAuthorityItCameWith(String oid, boolean kept) {
    search("TCHITCHI", "CATARINA", "F", "1936-06-21", null, null);
    window.serve(
        Requests.verification()
            .replace("2880275056123", "2360663220836")
            .replace("1.2.250.1.213.1.4.10", oid),
        Requests.VERIFICATION_CONTENT_TYPE,
        null);

    assertThat(window.broken()).isEqualTo(kept ? List.of() : List.of("INSI-T15-1"));
  }

  @Test
  void aNumberThatWasNotSearchedHereIsVerifiedWithWhateverItHas() {
    window.serve(Requests.verification(), Requests.VERIFICATION_CONTENT_TYPE, null);

    assertThat(window.broken()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "7d1f0c7e-1b9e-4a57-8a3e-64b3f4a0c0de, true",
    "7d1f0c7e-1b9e-4a57-8a3e-000000000000, false"
  })
  void anInstallationKeepsItsIdentifier(String instance, boolean kept) {
    search("TCHITCHI", "CATARINA", "F", "1936-06-21", null, null);
    window.serve(
        message("VINCI", "ANNA", "M", "2014-02-01", null, UUID.randomUUID().toString())
            .replace("7d1f0c7e-1b9e-4a57-8a3e-64b3f4a0c0de", instance),
        Requests.CONTENT_TYPE,
        null);

    assertThat(window.broken()).isEqualTo(kept ? List.of() : List.of("INSI-T02-17"));
  }

  @Test
  void aRepeatedMessageIdentifierIsNoticed() {
    String id = UUID.randomUUID().toString();
    window.serve(
        message("TCHITCHI", "OLA", "F", "1936-06-21", null, id), Requests.CONTENT_TYPE, null);
    window.serve(
        message("TCHITCHI", "CATARINA", "F", "1936-06-21", null, id), Requests.CONTENT_TYPE, null);

    assertThat(window.broken()).containsExactly("INSI-T02-12");
  }

  private void search(
      String name,
      String firstName,
      String sex,
      String date,
      @Nullable String place,
      @Nullable String fault) {
    window.serve(
        message(name, firstName, sex, date, place, UUID.randomUUID().toString()),
        Requests.CONTENT_TYPE,
        fault);
  }

  private static String message(
      String name, String firstName, String sex, String date, @Nullable String place, String id) {
    return Requests.about(name, firstName, sex, date, place)
        .replace("5e0f2c9a-8f0b-4f4e-9d0a-1c2b3a4d5e6f", id);
  }
}
