package fr.socle.features.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrenchTest {

  @ParameterizedTest
  @CsvSource({
    "0, réserve, 0 réserve",
    "1, réserve, 1 réserve",
    "2, réserve, 2 réserves",
    "3, non couverte, 3 non couvertes",
    "2, conforme déclarée, 2 conformes déclarées",
    "2, concours, 2 concours",
    "12345, scénario, 12\u202f345 scénarios"
  })
  void keepsTheSingularBelowTwo(long number, String word, String expected) {
    assertThat(French.count(number, word)).isEqualTo(expected);
  }

  @Test
  void takesAnIrregularPluralAsGiven() {
    assertThat(French.count(2, "autre échange", "autres échanges")).isEqualTo("2 autres échanges");
  }

  @Test
  void putsAndBeforeTheLastOfAList() {
    assertThat(French.list(List.of())).isEmpty();
    assertThat(French.list(List.of("PSC"))).isEqualTo("PSC");
    assertThat(French.list(List.of("PSC", "INSi"))).isEqualTo("PSC et INSi");
    assertThat(French.list(List.of("PSC", "INSi", "DMP"))).isEqualTo("PSC, INSi et DMP");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "840|840 ms",
        "2000|2 s",
        "2440|2,4 s",
        "59400|59 s",
        "59600|1 min 00 s",
        "185000|3 min 05 s",
        "3720000|1 h 02 min",
        "-5|0 ms"
      })
  void saysADurationAsPeopleDo(long millis, String expected) {
    assertThat(French.duration(Duration.ofMillis(millis))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1|1 octet", "512|512 octets", "3400|3,4 Ko", "1200000|1,2 Mo"})
  void saysASizeAsPeopleDo(long bytes, String expected) {
    assertThat(French.bytes(bytes)).isEqualTo(expected);
  }

  @Test
  void datesInTheZoneOfTheReader() {
    Instant instant = Instant.parse("2026-03-04T23:30:00Z");
    assertThat(French.date(instant, ZoneId.of("Europe/Paris"))).isEqualTo("5 mars 2026 à 00:30");
  }

  @Test
  void neverBreaksALineWhereAPrinterWouldNot() {
    assertThat(French.unbroken("Conforme sur 2 exigences ; « rien » d'autre, en 1 min 05 s."))
        .isEqualTo(
            "Conforme sur 2 exigences\u00a0; «\u00a0rien\u00a0» d'autre, en 1\u00a0min 05\u00a0s.");
  }

  @Test
  void beginsASentenceWithACapital() {
    assertThat(French.sentence("état inconnu")).isEqualTo("État inconnu");
    assertThat(French.sentence("")).isEmpty();
  }
}
