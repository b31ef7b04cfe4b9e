package fr.socle.insi.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.Served;
import fr.socle.bench.http.TlsFacts;
import fr.socle.insi.JudgedInsi;
import fr.socle.insi.Persons;
import fr.socle.insi.Requests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules on the order of calls, on real calls of a bench that knows a few persons. */
class SequenceChecksTest {
  private final JudgedInsi bench =
      new JudgedInsi(
          Map.of(),
          Persons.person(
              "TCHITCHI", "CATARINA BELLA", "F", "1936-06-21", "63220", "2360663220836", "56"),
          Persons.person("TCHITCHI", "LUCIA", "F", "1936-06-21", "63220", "2360663220837", "55"),
          Persons.person(
              "VINCI", "LEONARDO PIERO", "M", "2014-02-01", "63220", "1140263220833", "56"),
          Persons.person(
              "VINCI", "LEONARDO ANGELO", "M", "2014-02-01", "75056", "1140275056833", "11"));
  private final List<Observed<?>> window = new ArrayList<>();

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

    assertThat(broken()).isEmpty();
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

    assertThat(broken()).containsExactly(rule);
  }

  @Test
  void attemptsStopAtAFault() {
    search("TCHITCHI", "OLA", "F", "1936-06-21", null, "insi_102");
    search("TCHITCHI", "CATARINA", "F", "1936-06-21", null, null);

    assertThat(broken()).containsExactly("INSI-T06-2");
  }

  @Test
  void criteriaThatWereRefusedMayBeCorrected() {
    search("TCHITCHI", "", "F", "1936-06-21", null, null);
    search("TCHITCHI", "CATARINA", "F", "1936-06-21", null, null);

    assertThat(broken()).isEmpty();
  }

  @Test
  void theSameSearchAfterAFaultIsNoRepetition() {
    search("TCHITCHI", "OLA", "F", "1936-06-21", null, "insi_102");
    search("TCHITCHI", "OLA", "F", "1936-06-21", null, null);

    assertThat(broken()).isEmpty();
  }

  @Test
  void afterSeveralIdentitiesTheSearchSaysMore() {
    search("VINCI", "LEONARDO", "M", "2014-02-01", null, null);
    search("VINCI", "LEONARDO PIERO", "M", "2014-02-01", null, null);
    search("VINCI", "LEONARDO PIERO", "M", "2014-02-01", "63220", null);

    assertThat(broken()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PIERO,", "PIERO, 63220"})
  void afterSeveralIdentitiesOtherFirstNamesAreNotEnough(String firstName, @Nullable String place) {
    search("VINCI", "LEONARDO", "M", "2014-02-01", null, null);
    search("VINCI", firstName, "M", "2014-02-01", place, null);

    assertThat(broken()).containsExactly("INSI-T07-1");
  }

  @Test
  void otherPersonsAreSearchedFreely() {
    search("TCHITCHI", "CATARINA", "F", "1936-06-21", null, null);
    search("VINCI", "CATARINA", "M", "2014-02-01", null, null);
    search("TCHITCHI", "BELLA", "F", "1936-06-22", null, null);

    assertThat(broken()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"prefixe-ns2", "histo-dates-devant"})
  void anIdentityOfAnotherFormIsNotSearchedAgain(String form) {
    search("TCHITCHI", "CATARINA", "F", "1936-06-21", null, form);
    search("TCHITCHI", "CATARINA", "F", "1936-06-21", "63220", null);

    assertThat(broken()).containsExactly("INSI-T09-1");
  }

  @Test
  void anIdentityOfThePlainestFormSearchedAgainIsNoMatterOfForm() {
    search("TCHITCHI", "CATARINA", "F", "1936-06-21", null, null);
    search("TCHITCHI", "CATARINA", "F", "1936-06-21", "63220", null);

    assertThat(broken()).isEmpty();
  }

  @Test
  void aTwinIsSearchedAfterAnIdentityOfAnotherForm() {
    search("TCHITCHI", "CATARINA", "F", "1936-06-21", null, "prefixe-ns2");
    search("TCHITCHI", "LUCIA", "F", "1936-06-21", null, null);

    assertThat(broken()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1.2.250.1.213.1.4.10, true", "1.2.250.1.213.1.4.9, false"})
  void aNumberIsVerifiedWithTheAuthorityItCameWith(String oid, boolean kept) {
    search("TCHITCHI", "CATARINA", "F", "1936-06-21", null, null);
    serve(
        Requests.verification()
            .replace("2880275056123", "2360663220836")
            .replace("1.2.250.1.213.1.4.10", oid),
        Requests.VERIFICATION_CONTENT_TYPE,
        null);

    assertThat(broken()).isEqualTo(kept ? List.of() : List.of("INSI-T15-1"));
  }

  @Test
  void aNumberThatWasNotSearchedHereIsVerifiedWithWhateverItHas() {
    serve(Requests.verification(), Requests.VERIFICATION_CONTENT_TYPE, null);

    assertThat(broken()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "7d1f0c7e-1b9e-4a57-8a3e-64b3f4a0c0de, true",
    "7d1f0c7e-1b9e-4a57-8a3e-000000000000, false"
  })
  void anInstallationKeepsItsIdentifier(String instance, boolean kept) {
    search("TCHITCHI", "CATARINA", "F", "1936-06-21", null, null);
    serve(
        message("VINCI", "ANNA", "M", "2014-02-01", null, UUID.randomUUID().toString())
            .replace("7d1f0c7e-1b9e-4a57-8a3e-64b3f4a0c0de", instance),
        null);

    assertThat(broken()).isEqualTo(kept ? List.of() : List.of("INSI-T02-17"));
  }

  @Test
  void aRepeatedMessageIdentifierIsNoticed() {
    String id = UUID.randomUUID().toString();
    serve(message("TCHITCHI", "OLA", "F", "1936-06-21", null, id), null);
    serve(message("TCHITCHI", "CATARINA", "F", "1936-06-21", null, id), null);

    assertThat(broken()).containsExactly("INSI-T02-12");
  }

  private void search(
      String name,
      String firstName,
      String sex,
      String date,
      @Nullable String place,
      @Nullable String fault) {
    serve(message(name, firstName, sex, date, place, UUID.randomUUID().toString()), fault);
  }

  private static String message(
      String name, String firstName, String sex, String date, @Nullable String place, String id) {
    String message =
        Requests.example()
            .replace("MOQUETTE", name)
            .replace(">ALIX<", ">" + firstName + "<")
            .replace(">F<", ">" + sex + "<")
            .replace("1988-02-29", date)
            .replace("5e0f2c9a-8f0b-4f4e-9d0a-1c2b3a4d5e6f", id);
    return place == null
        ? message.replace("<rs:LieuNaissance>75056</rs:LieuNaissance>", "")
        : message.replace("75056", place);
  }

  private void serve(String message, @Nullable String fault) {
    serve(message, Requests.CONTENT_TYPE, fault);
  }

  private void serve(String message, String contentType, @Nullable String fault) {
    RequestFaults faults =
        wanted -> wanted.equals(fault) ? Optional.of(Map.of()) : Optional.empty();
    Served served =
        bench.serve(Requests.post(contentType, message.getBytes(UTF_8), TlsFacts.clear()), faults);
    window.add(new Observed<>(exchange(served), served.message()));
  }

  private Exchange exchange(Served served) {
    return new Exchange(
        window.size() + 1L,
        "espace",
        "fenetre",
        "insi",
        "insi.certificate",
        Exchange.Kind.HTTP,
        served.transaction(),
        Instant.EPOCH,
        1,
        "POST",
        "/lps",
        served.answer().status(),
        null,
        JsonNodeFactory.instance.objectNode(),
        served.refusal(),
        List.of(),
        1,
        1,
        List.of());
  }

  /** Rules broken in the window, in the order of the book. */
  private List<String> broken() {
    List<String> rules = new ArrayList<>();
    for (SequenceCheck check : InsiChecks.book().sequences()) {
      check.judge(
          new WindowTraffic(window),
          new SequenceCheck.SequenceFindings() {
            @Override
            public void add(
                long sequence, String location, String expected, String found, String mend) {
              assertThat(mend).endsWith(".");
              assertThat(sequence).isEqualTo(window.size());
              rules.add(check.rule().id());
            }

            @Override
            public void addAbsence(String expected, String found, String mend) {
              rules.add(check.rule().id());
            }
          });
    }
    return rules;
  }
}
