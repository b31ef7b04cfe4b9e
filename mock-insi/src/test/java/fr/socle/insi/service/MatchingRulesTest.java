package fr.socle.insi.service;

import static fr.socle.insi.service.SpaceOfTraits.alix;
import static fr.socle.insi.service.SpaceOfTraits.found;
import static fr.socle.insi.service.SpaceOfTraits.search;
import static fr.socle.insi.service.SpaceOfTraits.service;
import static fr.socle.insi.service.SpaceOfTraits.traits;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.insi.Persons;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a search by traits finds: the rules M1 to M8. */
class MatchingRulesTest {
  @ParameterizedTest
  @CsvSource({
    "MOQUETTE,   ALIX,               F, 1988-02-29, ,      00, exact",
    "' MOQUETTE', ' ALIX ',          F, 1988-02-29, ,      00, M1 after trimming",
    "MOQUETTES,  ALIX,               F, 1988-02-29, ,      01, M1 another name",
    "MOQUETTE,   ALIX,               M, 1988-02-29, ,      01, M1 another sex",
    "MOQUETTE,   ALIX,               F, 1988-02-28, ,      01, M1 another date",
    "TCHI TCHI,  CATARINA,           F, 1936-06-21, ,      01, M7 hyphen of the name is strict",
    "TCHI-TCHI,  CATARINA,           F, 1936-06-21, ,      00, M2 first of the list",
    "TCHI-TCHI,  BELLA,              F, 1936-06-21, ,      01, M3 second alone",
    "TCHI-TCHI,  CATARINA BELLA,     F, 1936-06-21, ,      00, M4 whole list",
    "TCHI-TCHI,  BELLA CATARINA,     F, 1936-06-21, ,      01, M4 another order",
    "TCHI-TCHI,  CATARINA BELLA ZOE, F, 1936-06-21, ,      01, more than the list",
    "TCHI-TCHI,  CATA,               F, 1936-06-21, ,      01, a part of a first name",
    "MOQUETTE,   ALIX,               F, 1988-02-29, 75056, 00, M5 right place",
    "MOQUETTE,   ALIX,               F, 1988-02-29, 75057, 01, M5 wrong place",
    "VINCI,      LEONARDO,           M, 2014-02-01, ,      02, M6 two candidates",
    "VINCI,      LEONARDO,           M, 2014-02-01, 63220, 00, M6 the place decides",
    "VINCI,      LEONARDO PIERO,     M, 2014-02-01, ,      00, M6 the other first names decide",
    "MOQUETTE,   ALIX MARIE LOU,     F, 1988-02-29, ,      01, M7 strict by default",
    "PANNE,      RUTH,               F, 1976-07-14, ,      insi_102, a person whose search fails"
  })
  void searchesByTheMatchingRules(
      String name,
      String firstName,
      String sex,
      String date,
      @Nullable String place,
      String result,
      String why) {
    InsiOutcome outcome = search(service(Map.of()), traits(name, firstName, sex, date, place));

    assertThat(outcome.result()).as(why).isEqualTo(result);
    assertThat(outcome.answer() != null && outcome.answer().identity() != null)
        .isEqualTo(result.equals("00"));
  }

  @Test
  void severalFirstNameElementsAreReadAsOneList() {
    TraitSearch search =
        new TraitSearch("TCHI-TCHI", List.of("CATARINA", "BELLA"), "F", "1936-06-21", null);

    assertThat(search(service(Map.of()), search).result()).isEqualTo("00");
  }

  @Test
  void hyphensOfFirstNamesMayBeReadAsSpaces() {
    TraitSearch search = traits("MOQUETTE", "ALIX MARIE LOU", "F", "1988-02-29", null);

    assertThat(search(service(Map.of("insi.first-names", "souple")), search).result())
        .isEqualTo("00");
  }

  @Test
  void aLaterFirstNameMayFindByItself() {
    TraitSearch search = traits("TCHI-TCHI", "BELLA", "F", "1936-06-21", null);

    assertThat(search(service(Map.of("insi.later-first-name", "oui")), search).result())
        .isEqualTo("00");
  }

  @Test
  void theWholeListMayFindNobody() {
    InsiService service = service(Map.of("insi.first-name-list", "non"));

    assertThat(
            search(service, traits("TCHI-TCHI", "CATARINA BELLA", "F", "1936-06-21", null))
                .result())
        .isEqualTo("01");
    assertThat(search(service, traits("TCHI-TCHI", "CATARINA", "F", "1936-06-21", null)).result())
        .isEqualTo("00");
  }

  @Test
  void answersThePersonAsTheDirectoryHoldsHer() {
    FoundIdentity found = found(service(Map.of()), alix());

    assertThat(found).isEqualTo(Persons.ALIX.answer());
  }

  @Test
  void answersTheRealAuthorityForTestNumbersWhenAskedToAndLeavesWaitingNumbersAlone() {
    InsiService real = service(Map.of("ins-oid", "real"));

    assertThat(found(real, alix()).active().oid()).isEqualTo("1.2.250.1.213.1.4.8");
    assertThat(found(real, traits("ATTENTE", "JEAN", "M", "2009-07-01", null)).active().oid())
        .isEqualTo(Persons.NIA_OID);
    assertThat(found(service(Map.of()), alix()).active().oid()).isEqualTo(Persons.TEST_OID);
  }

  @Test
  void notFoundIsATechnicalFaultOnTheQualificationPlatform() {
    InsiOutcome outcome =
        search(
            service(Map.of("insi.not-found", "fault")),
            traits("RIEN", "X", "F", "1988-02-29", null));

    assertThat(outcome.fault()).isNotNull();
    assertThat(outcome.fault().code()).isEqualTo("insi_102");
    assertThat(outcome.fault().severity()).isEqualTo("fatal");
  }
}
