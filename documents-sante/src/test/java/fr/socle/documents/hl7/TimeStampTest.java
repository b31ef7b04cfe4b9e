package fr.socle.documents.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeStampTest {

  @ParameterizedTest
  @CsvSource({
    "20260115103000+0100, 20260115093000",
    "20260115103000.250-0330, 20260115140000",
    "20240229000000+0100, 20240228230000",
    "20260229000000+0100,",
    "20260231103000+0100,",
    "20260115253000+0100,",
    "20260115103000+9900,",
    "202601151030+0100,",
    "20260115103000,"
  })
  void turnsTimesOfTheCalendarIntoUniversalTime(String time, String universal) {
    assertThat(TimeStamp.inUniversalTime(time).orElse(null)).isEqualTo(universal);
  }

  @ParameterizedTest
  @CsvSource({
    "20260115, false, false",
    "20260115+0100, false, true",
    "202601151030+0100, false, true",
    "20260131235959, true, false",
    "20260132235959, false, false",
    "99999999999999, false, false",
    "2026011510300+0100, false, false",
    "demain, false, false"
  })
  void knowsDaysAndZones(String value, boolean toTheSecond, boolean zoned) {
    assertThat(TimeStamp.isToTheSecond(value)).isEqualTo(toTheSecond);
    assertThat(TimeStamp.isZoned(value)).isEqualTo(zoned);
  }
}
