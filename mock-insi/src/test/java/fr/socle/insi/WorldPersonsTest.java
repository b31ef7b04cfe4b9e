package fr.socle.insi;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.world.MemoryWorldStore;
import fr.socle.bench.world.Patient;
import fr.socle.bench.world.PatientPersona;
import fr.socle.bench.world.PublishedWorld;
import fr.socle.bench.world.StrictTraits;
import fr.socle.bench.world.World;
import fr.socle.bench.world.WorldGenerator;
import fr.socle.insi.service.Credentials;
import fr.socle.insi.service.FaultTable;
import fr.socle.insi.service.FoundIdentity;
import fr.socle.insi.service.InsiCaller;
import fr.socle.insi.service.InsiOutcome;
import fr.socle.insi.service.InsiService;
import fr.socle.insi.service.InsiSettings;
import fr.socle.insi.service.TraitSearch;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** INSi over a world: the published persons of insi.md 6 and the personas of scenarios. */
class WorldPersonsTest {
  private final World world = new World(new MemoryWorldStore(), new WorldGenerator(7));
  private final InsiService insi =
      new InsiService(
          new WorldPersons(world.store()),
          InsiSettings.read(Map.<String, String>of()::getOrDefault),
          FaultTable.standard(),
          Persons.credentials(Map.of(), Clock.systemUTC()));

  @ParameterizedTest
  @CsvSource({
    "ADRDEUX, LAURENT, M, 1981-01-01, , 00, 1810163220751, 40",
    "ADRTROIS, DOMINIQUE, F, 1997-02-26, , 00, 297022A020778, 78",
    "ADRTROIS, TOUSSAINT, M, 1960-01-01, , 00, 160012B020777, 13",
    "ADRTROIS, TOUSSAINT, M, 1960-01-01, 2B020, 00, 160012B020777, 13",
    "ADRUN, ZOE, F, 1975-12-31, , 00, 2751263220749, 74",
    "D'ARTAGNAN DE L'HERAULT, PIERRE-ALAIN, M, 2001-06-17, 63220, 00, 1010663220754, 60",
    "TCHITCHI, OLA, F, 1936-06-21, , 01, ,",
    "TCHITCHI, CATARINA, F, 1936-06-21, , 00, 2360663220836, 56",
    "HOUILLES, PIERRE, M, 1993-01-27, , 01, ,",
    "HOUILLES, PIERRE PAUL JACQUES, M, 1993-01-27, , 01, ,",
    "ECETINSI, PIERRE-ALAIN, M, 2009-07-14, , 00, 1090763220834, 89",
    "DE VINCI, LEONARDO, M, 2014-02-01, , 02, ,",
    "DE VINCI, LEONARDO, M, 2014-02-01, 63220, 00, 1140263220833, 56",
    "HERMAN, GATIEN, M, 1981-03-24, , 00, 1810363220456, 60",
    "NESSI, MICHELANGELO, M, 2010-08-07, , 00, 1100863220830, 60",
    "DE VINCI, RUTH, F, 1976-07-14, , insi_102, ,",
    "PATB-QUATRE, LAURENCE, F, 1907-05-25, , 00, 2070585756270, 97",
  })
  void answersThePublishedPersonsAsThePlatformDoes(
      String name,
      String firstName,
      String sex,
      String date,
      @Nullable String place,
      String result,
      @Nullable String number,
      @Nullable String key) {
    world.addPublishedPersons(PublishedWorld.SOCLE);

    InsiOutcome outcome = search(name, List.of(firstName), sex, date, place);

    assertThat(outcome.result()).isEqualTo(result);
    if (number != null) {
      FoundIdentity found = outcome.answer().identity();
      assertThat(found.active().matricule()).isEqualTo(number);
      assertThat(found.active().key()).isEqualTo(key);
      assertThat(found.active().oid()).isEqualTo("1.2.250.1.213.1.4.8");
    }
  }

  @Test
  void keepsTheOdditiesOfPublishedAnswers() {
    world.addPublishedPersons(PublishedWorld.SOCLE);

    FoundIdentity history =
        found(search("ECETINSI", List.of("PIERRE-ALAIN"), "M", "2009-07-14", null));
    FoundIdentity single =
        found(search("PATB-QUATRE", List.of("LAURENCE"), "F", "1907-05-25", null));
    FoundIdentity renamed = found(search("HERMAN", List.of("GATIEN"), "M", "1981-03-24", null));

    assertThat(history.former()).hasSize(2);
    assertThat(history.former().get(0).from()).isEqualTo("2019-03-01");
    assertThat(history.former().get(0).to()).isEqualTo("2019-02-28");
    assertThat(single.traits()).containsKey("Prenom").doesNotContainKey("ListePrenom");
    assertThat(renamed.traits()).containsEntry("NomNaissance", "HERMANN");
  }

  @Test
  void findsAPersonaByHerTraitsAndAnswersHerIns() {
    Patient patient = world.createPatient(PatientPersona.AJACCIO).subject();

    FoundIdentity found = found(search(patient.traits(), 1));

    assertThat(found.active().matricule()).isEqualTo(patient.ins().matricule().number());
    assertThat(found.active().oid()).isEqualTo(patient.ins().oid());
    assertThat(found.traits().get("ListePrenom")).isEqualTo(patient.traits().firstNameList());
    assertThat(found.traits().get("LieuNaissance")).isEqualTo("2A004");
  }

  @ParameterizedTest
  @CsvSource({
    "ORDINARY, 1, 00",
    "UNKNOWN, 1, 01",
    "TWO_CANDIDATES, 1, 02",
    "SECOND_FIRST_NAME, 1, 01",
    "CORSICA, 1, 00",
    "LUNAR_DATE, 1, 00",
    "BORN_ABROAD, 1, 00",
    "TWINS, 1, 00",
    "HOMONYM, 1, 02",
    "COMPOSED_NAME, 1, 00",
    "APOSTROPHE, 1, 00",
    "HISTORY, 1, 00",
    "NIA, 1, 00",
    "DATE_00, 1, 00",
    "EMPTY_TRAITS, 1, 00",
    "EMPTY_NAME, 1, 00",
    "EMPTY_SEX, 1, 00"
  })
  void answersEachPersonaAsItsNamePromises(PatientPersona persona, int firstNames, String result) {
    Patient patient = world.createPatient(persona).subject();

    assertThat(search(patient.traits(), firstNames).result()).isEqualTo(result);
  }

  private InsiOutcome search(StrictTraits traits, int firstNames) {
    return search(
        traits.birthName(),
        traits.birthFirstNames().subList(0, firstNames),
        traits.sex().name(),
        traits.birthDate(),
        null);
  }

  private InsiOutcome search(
      String name, List<String> firstNames, String sex, String date, @Nullable String place) {
    return insi.searchByTraits(
        new InsiCaller(
            "INSI-AUTO", true, InsiSettings.DEFAULT_IDAM, true, null, Credentials.none()),
        new TraitSearch(name, firstNames, sex, date, place),
        true,
        fault -> Optional.empty());
  }

  private static FoundIdentity found(InsiOutcome outcome) {
    return outcome.answer().identity();
  }
}
