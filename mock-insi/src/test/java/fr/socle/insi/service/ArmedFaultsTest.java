package fr.socle.insi.service;

import static fr.socle.insi.service.SpaceOfTraits.alix;
import static fr.socle.insi.service.SpaceOfTraits.armed;
import static fr.socle.insi.service.SpaceOfTraits.disturbed;
import static fr.socle.insi.service.SpaceOfTraits.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.socle.insi.Persons;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What armed faults answer in place of a search, and make of its answer. */
class ArmedFaultsTest {
  @ParameterizedTest
  @CsvSource({"desir_550", "desir_560", "desir_1020", "insi_19", "insi_24", "insi_102", "insi_111"})
  void anArmedFaultIsAnsweredOnceInPlaceOfASearch(String name) {
    InsiService service = service(Map.of());
    ArmedOnce armed = new ArmedOnce(name, Map.of());

    assertThat(service.searchByTraits(SpaceOfTraits.CALLER, alix(), true, armed).result())
        .isEqualTo(name);
    assertThat(service.searchByTraits(SpaceOfTraits.CALLER, alix(), true, armed).result())
        .isEqualTo("00");
  }

  @ParameterizedTest
  @CsvSource({
    "reponse-date-00, '', DateNaissance, 1988-02-00",
    "reponse-date-00, partie=mois, DateNaissance, 1988-00-29",
    "reponse-traits-vides, '', NomNaissance, ''",
    "reponse-traits-vides, champ=ListePrenom, ListePrenom, ''",
    "reponse-traits-vides, champ=Sexe, Sexe, ''"
  })
  void anArmedFaultSpoilsOneTraitAndNoOther(
      String name, String parameter, String trait, String value) {
    Map<String, String> parameters =
        parameter.isEmpty()
            ? Map.of()
            : Map.of(
                parameter.substring(0, parameter.indexOf('=')),
                parameter.substring(parameter.indexOf('=') + 1));

    InsiOutcome outcome =
        service(Map.of())
            .searchByTraits(SpaceOfTraits.CALLER, alix(), true, new ArmedOnce(name, parameters));
    FoundIdentity found = outcome.answer().identity();

    assertThat(found.traits()).containsEntry(trait, value);
    assertThat(found.with(trait, v -> Persons.ALIX.answer().traits().get(trait)))
        .isEqualTo(Persons.ALIX.answer());
  }

  @Test
  void aFaultArmedWithAParameterThatMeansNothingIsAnErrorOfTheBench() {
    ArmedOnce armed = new ArmedOnce("reponse-traits-vides", Map.of("champ", "Adresse"));

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> service(Map.of()).searchByTraits(SpaceOfTraits.CALLER, alix(), true, armed))
        .withMessageContaining("NomNaissance ou ListePrenom ou Sexe");
  }

  @Test
  void anUnknownReturnCodeCarriesNoIdentity() {
    InsiOutcome outcome =
        service(Map.of())
            .searchByTraits(
                SpaceOfTraits.CALLER, alix(), true, new ArmedOnce("cr-inconnu", Map.of()));

    assertThat(outcome.result()).isEqualTo("09");
    assertThat(outcome.answer().identity()).isNull();
  }

  @Test
  void datesFirstNeedsAHistoryAndMakesOneOfTheNumberInForce() {
    InsiOutcome outcome =
        service(Map.of())
            .searchByTraits(
                SpaceOfTraits.CALLER, alix(), true, new ArmedOnce("histo-dates-devant", Map.of()));

    assertThat(outcome.form().datesFirst()).isTrue();
    assertThat(outcome.answer().identity().former())
        .singleElement()
        .satisfies(former -> assertThat(former.matricule()).isEqualTo("2880275056123"))
        .satisfies(former -> assertThat(former.from()).isNotNull());
  }

  @Test
  void theFormsOfFirstNamesThatWereSeenCanBeArmed() {
    assertThat(disturbed("reponse-prenom-seul").traits())
        .containsEntry(FoundIdentity.PRENOM, "ALIX")
        .doesNotContainKey(FoundIdentity.LISTE);
    assertThat(disturbed("reponse-prenom-et-liste").traits())
        .containsEntry(FoundIdentity.PRENOM, "ALIX")
        .containsEntry(FoundIdentity.LISTE, "ALIX MARIE-LOU");
  }

  @Test
  void aWrongKeyAndARepeatedNumberCanBeArmed() {
    assertThat(disturbed("reponse-cle-fausse").active().key()).isEqualTo("38");
    assertThat(disturbed("histo-repete").former()).containsExactly(Persons.ALIX.answer().active());
  }

  @Test
  void otherPrefixesAndTypesOfNumbersCanBeArmed() {
    assertThat(armed("prefixe-mixte").form().prefixes()).isEqualTo(PrefixStyle.MIXED);
    assertThat(armed("reponse-type-matricule").form().numberTypes()).isTrue();
  }
}
