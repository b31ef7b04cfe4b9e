package fr.socle.insi.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.socle.insi.Persons;
import fr.socle.insi.service.FoundIdentity.InsNumber;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsiServiceTest {
  private static final InsiCaller CALLER =
      new InsiCaller(
          "INSI-AUTO", true, InsiSettings.DEFAULT_IDAM, true, "uuid:1", Credentials.none());
  private static final Disturbances NONE = name -> Optional.empty();

  private static final PersonDirectory DIRECTORY =
      Persons.directory(
          Persons.ALIX,
          Persons.person(
              "TCHI-TCHI", "CATARINA BELLA", "F", "1936-06-21", "63220", "2360663220836", "56"),
          Persons.person(
              "VINCI", "LEONARDO PIERO", "M", "2014-02-01", "63220", "1140263220833", "56"),
          Persons.person(
              "VINCI", "LEONARDO ANGELO", "M", "2014-02-01", "75056", "1140275056833", "11"),
          Persons.person(
              "ATTENTE",
              "JEAN",
              "M",
              "2009-07-01",
              "63220",
              new InsNumber("1090763220888", "35", Persons.NIA_OID, null, null)),
          new KnownPerson("PANNE", List.of("RUTH"), "F", "1976-07-14", "63220", null, "insi_102"));

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

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-,        ALIX, F, 1988-02-29, -,     insi_19",
        "'  ',     ALIX, F, 1988-02-29, -,     insi_19",
        "MOQUETTE, '',   F, 1988-02-29, -,     mock_insi_Prenom",
        "MOQUETTE, ALIX, -, 1988-02-29, -,     insi_24",
        "MOQUETTE, ALIX, f, 1988-02-29, -,     insi_24",
        "MOQUETTE, ALIX, F, 29/02/1988, -,     mock_insi_DateNaissance",
        "MOQUETTE, ALIX, F, -,          -,     mock_insi_DateNaissance",
        "MOQUETTE, ALIX, F, 1988-02-29, PARIS, mock_insi_LieuNaissance",
        "MOQUETTE, ALIX, F, 1988-02-29, '',    00",
        "MOQUETTE, ALIX, F, 1988-13-45, -,     01"
      })
  void refusesCriteriaItCannotSearchWith(
      @Nullable String name,
      String firstName,
      @Nullable String sex,
      @Nullable String date,
      @Nullable String place,
      String result) {
    assertThat(search(service(Map.of()), traits(name, firstName, sex, date, place)).result())
        .isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "INSI-MANU, true,  SOCLE0000001, true,  true,  00",
        "-,         true,  SOCLE0000001, true,  true,  00",
        "Insi-Auto, true,  SOCLE0000001, true,  true,  desir_560",
        "INSI-AUTO, false, -,            true,  true,  mock_insi_ContexteLPS",
        "INSI-AUTO, true,  -,            true,  true,  desir_550",
        "INSI-AUTO, true,  AUTRE0000001, true,  true,  desir_550",
        "INSI-AUTO, true,  SOCLE0000001, false, true,  mock_insi_ContexteBAM",
        "INSI-AUTO, true,  SOCLE0000001, true,  false, mock_insi_corps",
        // The order of controls: the certificate is looked at before anything else.
        "AUTRE,     false, -,            false, false, desir_560",
        "INSI-AUTO, false, -,            false, false, mock_insi_ContexteLPS"
      })
  void makesItsControlsInOrder(
      @Nullable String certificate,
      boolean lps,
      @Nullable String idam,
      boolean bam,
      boolean body,
      String result) {
    InsiCaller caller = new InsiCaller(certificate, lps, idam, bam, null, Credentials.none());

    assertThat(service(Map.of()).searchByTraits(caller, alix(), body, NONE).result())
        .isEqualTo(result);
  }

  @Test
  void aControlMayOnlyWarnOrBeOff() {
    InsiCaller stranger = new InsiCaller("AUTRE", true, "AUTRE", true, null, Credentials.none());
    Map<String, String> lenient =
        Map.of("insi.control.certificat", "warn", "insi.control.idam", "off");

    InsiOutcome outcome = service(lenient).searchByTraits(stranger, alix(), true, NONE);

    assertThat(outcome.result()).isEqualTo("00");
    assertThat(outcome.failed()).containsOnlyKeys(Control.CERTIFICAT);
  }

  @Test
  void anAuthorisationNumberMayCallForthAFault() {
    InsiService scripted = service(Map.of("insi.idam-fault", "PANNE0000001=insi_111"));
    InsiCaller other =
        new InsiCaller("INSI-AUTO", true, "PANNE0000001", true, null, Credentials.none());

    assertThat(scripted.searchByTraits(other, alix(), true, NONE).result()).isEqualTo("insi_111");
    assertThat(search(scripted, alix()).result()).isEqualTo("00");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> service(Map.of("insi.idam-fault", "PANNE0000001=panne")))
        .withMessageContaining("insi.idam-fault");
  }

  @Test
  void strictSpacesAreOneStepStricter() {
    InsiService strict = service(Map.of("insi.strict", "true"));

    strict.searchByTraits(CALLER, alix(), true, NONE);
    InsiOutcome repeated = strict.searchByTraits(CALLER, alix(), true, NONE);

    assertThat(repeated.result()).isEqualTo("00");
    assertThat(repeated.failed()).containsOnlyKeys(Control.MESSAGE_ID);
    assertThat(search(service(Map.of()), alix()).failed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"desir_550", "desir_560", "desir_1020", "insi_19", "insi_24", "insi_102", "insi_111"})
  void anArmedFaultIsAnsweredOnceInPlaceOfASearch(String name) {
    InsiService service = service(Map.of());
    Once armed = new Once(name, Map.of());

    assertThat(service.searchByTraits(CALLER, alix(), true, armed).result()).isEqualTo(name);
    assertThat(service.searchByTraits(CALLER, alix(), true, armed).result()).isEqualTo("00");
  }

  @Test
  void aGatewayRefusalLeavesAnArmedBackEndFaultForTheNextCall() {
    Once armed = new Once("insi_102", Map.of());
    InsiCaller unknown = new InsiCaller("INSI-AUTO", true, "AUTRE", true, null, Credentials.none());

    assertThat(service(Map.of()).searchByTraits(unknown, alix(), true, armed).result())
        .isEqualTo("desir_550");
    assertThat(armed.take("insi_102")).isPresent();
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
        service(Map.of()).searchByTraits(CALLER, alix(), true, new Once(name, parameters));
    FoundIdentity found = outcome.answer().identity();

    assertThat(found.traits()).containsEntry(trait, value);
    assertThat(found.with(trait, v -> Persons.ALIX.answer().traits().get(trait)))
        .isEqualTo(Persons.ALIX.answer());
  }

  @Test
  void aFaultArmedWithAParameterThatMeansNothingIsAnErrorOfTheBench() {
    Once armed = new Once("reponse-traits-vides", Map.of("champ", "Adresse"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> service(Map.of()).searchByTraits(CALLER, alix(), true, armed))
        .withMessageContaining("NomNaissance ou ListePrenom ou Sexe");
  }

  @Test
  void anUnknownReturnCodeCarriesNoIdentity() {
    InsiOutcome outcome =
        service(Map.of()).searchByTraits(CALLER, alix(), true, new Once("cr-inconnu", Map.of()));

    assertThat(outcome.result()).isEqualTo("09");
    assertThat(outcome.answer().identity()).isNull();
  }

  @Test
  void datesFirstNeedsAHistoryAndMakesOneOfTheNumberInForce() {
    InsiOutcome outcome =
        service(Map.of())
            .searchByTraits(CALLER, alix(), true, new Once("histo-dates-devant", Map.of()));

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

  @Test
  void faultsMayBeWordedAsInAnotherCaptureAndKeepTheirCode() {
    TraitSearch bad = traits("MOQUETTE", "ALIX", "X", "1988-02-29", null);
    InsiFault plain = search(service(Map.of()), bad).fault();
    InsiFault other = search(service(Map.of("insi.fault-text", "autre")), bad).fault();

    assertThat(other.code()).isEqualTo(plain.code());
    assertThat(other.detail()).contains("\n").isNotEqualTo(plain.detail());
  }

  @Test
  void prefixesFollowTheSpaceUnlessAFaultSaysOtherwise() {
    InsiService mixed = service(Map.of("insi.prefix-style", "mixed"));

    assertThat(search(mixed, alix()).form().prefixes()).isEqualTo(PrefixStyle.MIXED);
    assertThat(
            mixed
                .searchByTraits(CALLER, alix(), true, new Once("prefixe-ns2", Map.of()))
                .form()
                .prefixes())
        .isEqualTo(PrefixStyle.NS2);
  }

  @Test
  void remembersItsCallsUntilReset() {
    InsiService service = service(Map.of());
    search(service, alix());
    search(service, traits("RIEN", "X Y", "F", "1988-02-29", null));

    assertThat(service.calls()).extracting("result").containsExactly("00", "01");
    assertThat(service.calls().get(0).matricule()).isEqualTo("2880275056123");
    assertThat(service.calls().get(1).firstName()).isEqualTo("X Y");
    service.reset();
    assertThat(service.calls()).isEmpty();
  }

  @Test
  void aSettingThatDoesNotExistIsRefusedInFrench() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> service(Map.of("insi.not-found", "peut-etre")))
        .withMessageContaining("insi.not-found")
        .withMessageContaining("cr01 ou fault");
  }

  @Test
  void everyFaultOfTheTableIsOfTheNationalSpaceOrMarkedOurs() {
    FaultTable table = FaultTable.standard();

    assertThat(table.codes())
        .allSatisfy(
            code ->
                assertThat(code.startsWith("mock_insi_") && !table.fault(code).assumed())
                    .isFalse());
    assertThat(table.codes())
        .contains(
            "desir_550",
            "desir_560",
            "desir_1020",
            "insi_19",
            "insi_24",
            "insi_101",
            "insi_102",
            "insi_111");
    assertThatIllegalArgumentException().isThrownBy(() -> FaultTable.parse("[{\"x\":1}]"));
  }

  private static InsiOutcome armed(String fault) {
    return service(Map.of()).searchByTraits(CALLER, alix(), true, new Once(fault, Map.of()));
  }

  private static FoundIdentity disturbed(String fault) {
    return armed(fault).answer().identity();
  }

  private static InsiService service(Map<String, String> settings) {
    return new InsiService(
        DIRECTORY,
        InsiSettings.read(settings::getOrDefault),
        FaultTable.standard(),
        Persons.credentials(settings, Clock.systemUTC()));
  }

  private static InsiOutcome search(InsiService service, TraitSearch search) {
    return service.searchByTraits(CALLER, search, true, NONE);
  }

  private static FoundIdentity found(InsiService service, TraitSearch search) {
    return search(service, search).answer().identity();
  }

  private static TraitSearch alix() {
    return traits("MOQUETTE", "ALIX", "F", "1988-02-29", null);
  }

  private static TraitSearch traits(
      @Nullable String name,
      String firstName,
      @Nullable String sex,
      @Nullable String date,
      @Nullable String place) {
    return new TraitSearch(name, List.of(firstName), sex, date, place);
  }

  /** A fault armed for one strike. */
  private static final class Once implements Disturbances {
    private final String name;
    private final Map<String, String> parameters;
    private boolean taken;

    Once(String name, Map<String, String> parameters) {
      this.name = name;
      this.parameters = parameters;
    }

    @Override
    public Optional<Map<String, String>> take(String wanted) {
      if (taken || !wanted.equals(name)) {
        return Optional.empty();
      }
      taken = true;
      return Optional.of(parameters);
    }
  }
}
