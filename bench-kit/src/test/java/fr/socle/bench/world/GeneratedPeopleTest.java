package fr.socle.bench.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for everybody, over many seeds. */
class GeneratedPeopleTest {

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 42, Long.MAX_VALUE, Long.MIN_VALUE})
  void everybodyOfASpaceHasAMatriculeOfHisOwn(long seed) {
    WorldGenerator generator = new WorldGenerator(seed);
    Set<String> numbers = new HashSet<>();
    List<Patient> people = new ArrayList<>(generator.population(20_000).toList());
    for (PatientPersona persona : PatientPersona.values()) {
      LongStream.range(0, 300)
          .mapToObj(i -> generator.cast(new PersonaRequest(persona, i)))
          .forEach(cast -> people.addAll(cast.all()));
    }

    for (Patient patient : people) {
      for (Ins ins : identities(patient)) {
        if (!numbers.add(ins.matricule().number())) {
          fail("%s bears a number already given: %s", patient.id(), ins);
        }
      }
    }
    assertThat(numbers).hasSizeGreaterThan(24_000);
  }

  @Test
  void sexYearAndPlaceOfTheMatriculeAreThoseOfThePersonForHundredsOfSeeds() {
    new Random(7)
        .longs(300)
        .mapToObj(WorldGenerator::new)
        .flatMap(generator -> generator.population(60))
        .filter(patient -> patient.ins() != null)
        .forEach(
            patient -> {
              String number = patient.ins().matricule().number();
              StrictTraits traits = patient.traits();
              assertThat(number.substring(0, 1)).isEqualTo(traits.sex() == Sex.M ? "1" : "2");
              assertThat(number.substring(1, 3)).isEqualTo(traits.birthDate().substring(2, 4));
              assertThat(number.substring(3, 5)).isEqualTo(traits.birthDate().substring(5, 7));
              assertThat(number.substring(5, 10)).isEqualTo(traits.birthPlace());
            });
  }

  @Test
  void theSameSeedAndNumberGiveTheSamePeople() {
    assertThat(new WorldGenerator(5).population(2_000).toList())
        .isEqualTo(new WorldGenerator(5).population(2_000).toList());
    for (PatientPersona persona : PatientPersona.values()) {
      PersonaRequest request = new PersonaRequest(persona, 9);
      assertThat(new WorldGenerator(5).cast(request))
          .isEqualTo(new WorldGenerator(5).cast(request));
    }
  }

  /** Fixed once for all: a scenario written today finds the same patient tomorrow. */
  @Test
  void aKnownSeedGivesAKnownPatient() {
    Patient patient =
        new WorldGenerator(1).cast(new PersonaRequest(PatientPersona.AJACCIO, 0)).subject();

    assertThat(patient.traits())
        .isEqualTo(
            new StrictTraits(
                "EXEMPLOCARBOT",
                List.of("BERENICE", "VIOLETTE", "HERMINE"),
                Sex.F,
                "1999-07-23",
                "2A004"));
    assertThat(patient.ins().matricule().value()).isEqualTo("299072A00462217");
  }

  @Test
  void anotherSeedGivesOtherPeople() {
    assertThat(new WorldGenerator(5).population(100).map(Patient::traits).toList())
        .doesNotContainAnyElementsOf(
            new WorldGenerator(6).population(100).map(Patient::traits).toList());
  }

  @Test
  void copiesOfAPersonaNeverShareANameWhichSaysItIsFictitious() {
    FictitiousNames names = new FictitiousNames(3);
    Set<String> seen = new HashSet<>();

    for (long i = 0; i < 100_000; i++) {
      String name = names.uniqueFamilyName(i);
      if (!seen.add(name)) {
        fail("%s was already given", name);
      }
    }
    assertThat(seen).allMatch(LexicalRules::isBirthName).allMatch(name -> name.length() < 30);
  }

  @Test
  void thePopulationHasItsShareOfOddities() {
    List<Patient> people = new WorldGenerator(8).population(20_000).toList();

    assertThat(people).hasSize(20_000);
    assertThat(share(people, patient -> !patient.twins().isEmpty())).isBetween(0.02, 0.06);
    assertThat(share(people, patient -> !patient.homonyms().isEmpty())).isBetween(0.02, 0.06);
    assertThat(share(people, patient -> !patient.knownToInsi())).isBetween(0.01, 0.03);
    assertThat(share(people, patient -> patient.traits().birthPlace().startsWith("99")))
        .isBetween(0.1, 0.3);
    assertThat(share(people, patient -> patient.traits().birthPlace().startsWith("2")))
        .isBetween(0.05, 0.25);
    assertThat(
            share(
                people,
                patient ->
                    patient.traits().birthDate().endsWith("-31")
                        || patient.traits().birthDate().endsWith("02-30")))
        .isBetween(0.004, 0.03);
    assertThat(share(people, patient -> patient.usedName() != null)).isBetween(0.1, 0.3);
    assertThat(share(people, patient -> patient.traits().birthName().contains("'")))
        .isBetween(0.02, 0.08);
  }

  @Test
  void aMillionPeopleFitInTheNumbersThereAre() {
    Population population = new Population(9, InsOidPolicy.TEST);

    assertThat(population.household(1_000_000)).isNotEmpty();
    assertThat(population.household(5_000_000)).isNotEmpty();
  }

  private static List<Ins> identities(Patient patient) {
    return Stream.concat(
            Stream.ofNullable(patient.ins()), patient.history().stream().map(InsPeriod::ins))
        .toList();
  }

  private static double share(List<Patient> people, Predicate<Patient> having) {
    return people.stream().filter(having).count() / (double) people.size();
  }
}
