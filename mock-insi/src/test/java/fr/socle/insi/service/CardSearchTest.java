package fr.socle.insi.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.insi.Persons;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WS_INS1: who a card means, and how old its assertion may be. */
class CardSearchTest {
  private static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");
  private static final Disturbances NONE = name -> Optional.empty();

  private static final PersonDirectory DIRECTORY =
      Persons.directory(
          Persons.ALIX,
          Persons.person("JUMEAU", "LEO", "M", "2014-02-01", "63220", "1140263220833", "56"),
          Persons.person("JUMEAU", "LEA", "F", "2014-02-01", "63220", "2140263220833", "09"),
          new KnownPerson("PANNE", List.of("RUTH"), "F", "1976-07-14", "63220", null, "insi_102"));

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2880275056123, 2880275056123, MOQUETTE, 1988-02-29, 1, 00",
        "2880275056123, -,             -,        -,          -, 00",
        "2880275056123, -,             MOQUETTE, 1988-02-28, 1, 01",
        "2880275056123, -,             AUTRE,    1988-02-29, 1, 01",
        "-,             2880275056123, MOQUETTE, 1988-02-29, 1, 00",
        "-,             2880275056123, JUMEAU,   2014-02-01, 1, 00",
        "-,             2880275056123, JUMEAU,   2014-02-01, -, 02",
        "-,             2880275056123, JUMEAU,   2014-02-02, 1, 01",
        "-,             2880275056123, -,        2014-02-02, 1, 01",
        "2880275056000, 2880275056123, MOQUETTE, 1988-02-29, 1, 01",
        "-,             2880275056000, PANNE,    1976-07-14, 1, insi_101",
        "-,             -,             MOQUETTE, 1988-02-29, 1, mock_insi_Matricule",
        "288027505612,  -,             MOQUETTE, 1988-02-29, 1, mock_insi_Matricule",
        "2880275056123, 12,            MOQUETTE, 1988-02-29, 1, mock_insi_Matricule",
        "-,             2880275056123, MOQUETTE, -,          1, mock_insi_DateNaissance",
        "2880275056123, -,             MOQUETTE, 29/02/1988, 1, mock_insi_DateNaissance",
        "2880275056123, -,             MOQUETTE, 1988-02-29, A, mock_insi_RangNaissance"
      })
  void findsWhomTheCardMeans(
      @Nullable String own,
      @Nullable String opener,
      @Nullable String name,
      @Nullable String date,
      @Nullable String rank,
      String result) {
    VitaleSearch card = new VitaleSearch(number(own), number(opener), name, date, rank);

    assertThat(search(service(Map.of()), card, NONE).result()).isEqualTo(result);
  }

  @Test
  void theRankTellsTwinsApart() {
    InsiService service = service(Map.of());

    assertThat(
            List.of("1", "2").stream()
                .map(
                    rank ->
                        new VitaleSearch(
                            null, number("2880275056123"), "JUMEAU", "2014-02-01", rank))
                .map(card -> search(service, card, NONE).answer().identity().firstNames()))
        .containsExactlyInAnyOrder("LEO", "LEA");
  }

  @Test
  void aWrongKeyIsRefusedAndAMissingOneIsNot() {
    VitaleSearch wrong =
        new VitaleSearch(
            new VitaleSearch.CardNumber("2880275056123", "38"),
            null,
            "MOQUETTE",
            "1988-02-29",
            "1");

    assertThat(search(service(Map.of()), wrong, NONE).result()).isEqualTo("mock_insi_Cle");
  }

  @Test
  void notFoundByCardHasItsOwnTechnicalFault() {
    VitaleSearch nobody =
        new VitaleSearch(number("1810163220751"), null, "RIEN", "1981-01-01", "1");

    assertThat(search(service(Map.of("insi.not-found", "fault")), nobody, NONE).result())
        .isEqualTo("insi_101");
  }

  @ParameterizedTest
  @CsvSource({"desir_550", "desir_560", "desir_1020", "insi_101", "insi_111"})
  void anArmedFaultIsAnsweredInPlaceOfASearch(String name) {
    Disturbances armed = wanted -> wanted.equals(name) ? Optional.of(Map.of()) : Optional.empty();

    assertThat(search(service(Map.of()), alix(), armed).result()).isEqualTo(name);
  }

  @Test
  void theFaultOfTheOtherSearchDoesNotStrikeIt() {
    Disturbances armed =
        wanted -> wanted.equals("insi_102") ? Optional.of(Map.of()) : Optional.empty();

    assertThat(search(service(Map.of()), alix(), armed).result()).isEqualTo("00");
  }

  @ParameterizedTest
  @CsvSource({"PT0S, 00", "PT20M, 00", "PT20M1S, mock_insi_AssertionVitalePerimee"})
  void aVitaleAssertionIsStaleAfterTwentyMinutes(Duration age, String result) {
    InsiService service = service(Map.of());

    assertThat(service.searchByCard(caller(NOW.minus(age)), alix(), true, NONE).result())
        .isEqualTo(result);
  }

  @Test
  void howLongItLastsIsASetting() {
    InsiService service = service(Map.of("insi.vitale-life", "60"));

    assertThat(service.searchByCard(caller(NOW.minusSeconds(61)), alix(), true, NONE).result())
        .isEqualTo("mock_insi_AssertionVitalePerimee");
  }

  @Test
  void ageingTheSpaceAgesTheAssertionsItHasSeenAndNotThoseToCome() {
    InsiService service = service(Map.of());
    InsiCaller kept = caller(NOW);
    service.searchByCard(kept, alix(), true, NONE);

    service.age(Duration.ofMinutes(21));

    assertThat(service.searchByCard(kept, alix(), true, NONE).result())
        .isEqualTo("mock_insi_AssertionVitalePerimee");
    assertThat(service.searchByCard(caller(NOW, "_2"), alix(), true, NONE).result())
        .isEqualTo("00");
  }

  @Test
  void whatTheBenchAgedIsRefusedAndBlamesNobody() {
    InsiService service = service(Map.of());
    InsiCaller kept = caller(NOW);
    service.searchByCard(kept, alix(), true, NONE);
    service.age(Duration.ofMinutes(21));

    InsiOutcome aged = service.searchByCard(kept, alix(), true, NONE);
    InsiOutcome old =
        service.searchByCard(caller(NOW.minus(Duration.ofMinutes(21)), "_3"), alix(), true, NONE);

    assertThat(aged.failed()).isEmpty();
    assertThat(aged.fault())
        .satisfies(fault -> assertThat(String.valueOf(fault)).contains("Vieillie par le banc"));
    assertThat(old.failed())
        .containsEntry(Control.AGE_VITALE, "Elle a 21 minutes ; elle vaut 20 minutes.");
  }

  @Test
  void anAgeIsToldInSecondsWhenMinutesWouldSayNothing() {
    InsiService service = service(Map.of("insi.vitale-life", "2"));

    assertThat(service.searchByCard(caller(NOW.minusSeconds(3)), alix(), true, NONE).failed())
        .containsEntry(Control.AGE_VITALE, "Elle a 3 s ; elle vaut 2 s.");
  }

  @Test
  void withoutTheAssertionOfACardNothingIsSearched() {
    InsiCaller bare =
        new InsiCaller(
            "INSI-MANU", true, InsiSettings.DEFAULT_IDAM, true, null, Credentials.none());

    assertThat(service(Map.of()).searchByCard(bare, alix(), true, NONE).result())
        .isEqualTo("mock_insi_AssertionVitale");
    assertThat(
            service(Map.of("insi.control.assertion-vitale", "off"))
                .searchByCard(bare, alix(), true, NONE)
                .result())
        .isEqualTo("00");
  }

  @Test
  void theStateTellsTheCallWithoutNumber() {
    InsiService service = service(Map.of());
    search(service, alix(), NONE);

    assertThat(service.calls())
        .singleElement()
        .satisfies(call -> assertThat(call.operation()).isEqualTo("rechercherInsAvecCarteVitale"))
        .satisfies(call -> assertThat(call.birthName()).isEqualTo("MOQUETTE"))
        .satisfies(call -> assertThat(call.matricule()).isEqualTo("2880275056123"));
  }

  private static VitaleSearch alix() {
    return new VitaleSearch(
        number("2880275056123"), number("2880275056123"), "MOQUETTE", "1988-02-29", "1");
  }

  private static VitaleSearch.@Nullable CardNumber number(@Nullable String number) {
    return number == null ? null : new VitaleSearch.CardNumber(number, null);
  }

  private static InsiOutcome search(InsiService service, VitaleSearch card, Disturbances armed) {
    return service.searchByCard(caller(NOW), card, true, armed);
  }

  private static InsiCaller caller(Instant issued) {
    return caller(issued, "_1");
  }

  private static InsiCaller caller(Instant issued, String id) {
    return new InsiCaller(
        "INSI-MANU",
        true,
        InsiSettings.DEFAULT_IDAM,
        true,
        null,
        new Credentials(
            false,
            null,
            new Credentials.Statement(
                id, issued, Credentials.Kind.VITALE, "0000000001", null, false, null),
            null));
  }

  private static InsiService service(Map<String, String> settings) {
    return new InsiService(
        DIRECTORY,
        InsiSettings.read(settings::getOrDefault),
        FaultTable.standard(),
        Persons.credentials(settings, Clock.fixed(NOW, ZoneOffset.UTC)));
  }
}
