package fr.socle.insi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.world.PublishedCase;
import fr.socle.bench.world.PublishedCase.Search;
import fr.socle.bench.world.PublishedWorld;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The published persons on the wire, line by line, in each world (insi.md 6). */
class PublishedWorldsTest {
  private static final String REAL = "1.2.250.1.213.1.4.8";
  private static final String TEST = "1.2.250.1.213.1.4.10";
  private static final Map<PublishedWorld, BenchOnTheWire> WORLDS =
      new EnumMap<>(PublishedWorld.class);

  private static Bench bench;

  @BeforeAll
  static void start(@TempDir Path pki) {
    bench = Bench.start(BenchOptions.builder().services(new InsiMock()).pkiDirectory(pki).build());
    for (PublishedWorld world : PublishedWorld.values()) {
      WORLDS.put(world, BenchOnTheWire.open(bench, Map.of("monde", world.label())));
    }
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  /** What the CNDA files and captures answer; the platform where it is told to differ. */
  @ParameterizedTest(name = "{0} {1} {4}")
  @CsvSource(
      nullValues = "-",
      value = {
        "ADRDEUX, LAURENT, M, 1981-01-01, -, 1810163220751 40 63220, -, -",
        "ADRTROIS, DOMINIQUE, F, 1997-02-26, -, 297022A020778 78 2A020, -, -",
        "ADRTROIS, TOUSSAINT, M, 1960-01-01, -, 160012B020777 13 2B020, -, -",
        "ADRTROIS, TOUSSAINT, M, 1960-01-01, 2B020, 160012B020777 13 2B020, -, -",
        "ADRUN, ZOE, F, 1975-12-31, -, 2751263220749 74 63220, -, -",
        "D'ARTAGNAN DE L'HERAULT, PIERRE-ALAIN, M, 2001-06-17, -, 1010663220754 60 63220, -, -",
        "D'ARTAGNAN DE L'HERAULT, PIERRE-ALAIN, M, 2001-06-17, 63220, 1010663220754 60 63220, -, -",
        "TCHITCHI, OLA, F, 1936-06-21, -, 01, -, insi_102",
        "TCHITCHI, CATARINA, F, 1936-06-21, -, 2360663220836 56 63220, -, -",
        "HOUILLES, PIERRE, M, 1993-01-27, -, 01, -, insi_102",
        "HOUILLES, PAUL, M, 1993-01-27, -, 01, -, insi_102",
        "HOUILLES, JACQUES, M, 1993-01-27, -, 01, -, insi_102",
        "HOUILLES, PIERRE PAUL JACQUES, M, 1993-01-27, -, 01, -, insi_102",
        "ECETINSI, PIERRE-ALAIN, M, 2009-07-14, -, 1090763220834 89 63220,"
            + " 2090763220834 39 2019-03-01 2019-02-28 + 2090663220123 55, -",
        "PROVISOIRE, MATRICULE, M, 2009-07-01, -, 1090763220888 35 63220, -, insi_102",
        "DE VINCI, LEONARDO, M, 2014-02-01, -, 02, -, -",
        "DE VINCI, LEONARDO, M, 2014-02-01, 63220, 1140263220833 56 63220, -, -",
        "CORSE, ANTHONY, M, 1980-03-02, -, 180032B020401 23 2B020, 180032B020401 23, -",
        "HERMAN, GATIEN, M, 1981-03-24, -, 1810363220456 60 63220,"
            + " 1810363220456 60 + 2810363220456 10, -",
        "NESSI, NATHALIE, F, 1977-07-14, -, 2770763220829 10 63220, -, -",
        "NESSI, MICHELANGELO, M, 2010-08-07, -, 1100863220830 60 63220, -, -",
        "DE VINCI, RUTH, F, 1976-07-14, -, insi_102, -, -",
        "PATB-QUATRE, LAURENCE, F, 1907-05-25, -, 2070585756270 97 85756, -, -",
        "VANDERMONDE, ARIANA, F, 1995-06-17, 77284, insi_102, -, -"
      })
  void eachIsAnsweredAsThePublicationSays(
      String name,
      String firstName,
      String sex,
      String date,
      @Nullable String place,
      String answer,
      @Nullable String history,
      @Nullable String onPlatform)
      throws Exception {
    Search search = typed(name, firstName, sex, date, place);

    for (PublishedWorld world : List.of(PublishedWorld.SOCLE, PublishedWorld.CNDA)) {
      String body = ask(world, search);
      assertThat(answer(body)).as(world.label()).isEqualTo(answer);
      assertThat(history(body)).as(world.label()).isEqualTo(history == null ? "" : history);
    }
    assertThat(answer(ask(PublishedWorld.PLATFORM, search)))
        .isEqualTo(onPlatform == null ? answer : onPlatform);
  }

  @Test
  void thePlatformKnowsOneFormerNumberWhereTheFileHasTwo() throws Exception {
    Search search = typed("ECETINSI", "PIERRE-ALAIN", "M", "2009-07-14", null);

    assertThat(history(ask(PublishedWorld.PLATFORM, search)))
        .isEqualTo("2090763220834 39 2019-03-01 2019-02-28");
  }

  @Test
  void filesOfTheCndaWriteTheFirstNameBesidesTheListAndLiveAnswersDoNot() throws Exception {
    Search search = typed("ECETINSI", "PIERRE-ALAIN", "M", "2009-07-14", null);
    String list = "<ListePrenom>PIERRE-ALAIN MURIEL FLORIANT</ListePrenom>";

    assertThat(ask(PublishedWorld.CNDA, search)).contains("<Prenom>PIERRE-ALAIN</Prenom>" + list);
    assertThat(ask(PublishedWorld.PLATFORM, search)).contains(list).doesNotContain("<Prenom>");
    assertThat(ask(PublishedWorld.SOCLE, search)).contains(list).doesNotContain("<Prenom>");
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cases")
  void eachCaseIsAnsweredAsItSays(PublishedWorld world, String number, Search search)
      throws Exception {
    String answer = answer(ask(world, search));

    assertThat(answer.length() > 2 && !answer.startsWith("insi_") ? "00" : answer)
        .as(search.typed())
        .isEqualTo(search.answeredIn(world).code());
  }

  static Stream<Arguments> cases() {
    return Stream.of(PublishedWorld.CNDA, PublishedWorld.PLATFORM)
        .flatMap(
            world ->
                PublishedCase.all().stream()
                    .flatMap(
                        each ->
                            each.searches().stream()
                                .map(search -> Arguments.of(world, each.number(), search))));
  }

  @Test
  void aSettingSaidAloneWinsOverTheWorld() throws Exception {
    BenchOnTheWire wire =
        BenchOnTheWire.open(bench, Map.of("monde", "qualification", "insi.not-found", "cr01"));

    assertThat(answer(ask(wire, typed("HOUILLES", "PAUL", "M", "1993-01-27", null))))
        .isEqualTo("01");
  }

  @Test
  void aWorldThatDoesNotExistIsRefusedWithThoseThatDo() {
    assertThatThrownBy(() -> BenchOnTheWire.open(bench, Map.of("monde", "cdna")))
        .isInstanceOf(InvalidControlRequestException.class)
        .hasMessage("Réglage monde=cdna : choisissez parmi socle, cnda, qualification.");
  }

  @Test
  void thePlatformAnswersTheRealAuthorityForEverybody() throws Exception {
    assertThat(WORLDS.get(PublishedWorld.PLATFORM).space().insOid()).isEqualTo(REAL);
    assertThat(WORLDS.get(PublishedWorld.CNDA).space().insOid()).isEqualTo(TEST);
    assertThat(
            BenchOnTheWire.open(bench, Map.of("monde", "qualification", "ins-oid", "test"))
                .space()
                .insOid())
        .isEqualTo(TEST);
    Search ours = typed("DE VINCI", "LEONARDO", "M", "2014-02-01", "75056");
    assertThat(ask(PublishedWorld.PLATFORM, ours)).contains("<OID>" + REAL + "</OID>");
    assertThat(ask(PublishedWorld.CNDA, ours)).contains("<OID>" + TEST + "</OID>");
  }

  private static Search typed(
      String name, String firstName, String sex, String date, @Nullable String place) {
    PublishedCase.Answer any = new PublishedCase.Answer("", "");
    return new Search(name, firstName, sex, date, place, any, any);
  }

  private static String ask(PublishedWorld world, Search search) throws Exception {
    return ask(WORLDS.get(world), search);
  }

  private static String ask(BenchOnTheWire wire, Search search) throws Exception {
    return wire.search(
            search.birthName(),
            search.firstName(),
            search.sex(),
            search.birthDate(),
            search.birthPlace())
        .body();
  }

  /** Number, key and place of the identity; else the return code, or that of the fault. */
  private static String answer(String body) {
    Matcher fault = Pattern.compile("<siram:Erreur [^>]*code=\"([^\"]+)\"").matcher(body);
    if (fault.find()) {
      return fault.group(1);
    }
    Matcher active =
        Pattern.compile(
                "<INSACTIF><IdIndividu><NumIdentifiant>(.*?)</NumIdentifiant><Cle>(.*?)</Cle>"
                    + ".*<LieuNaissance>(.*?)</LieuNaissance>")
            .matcher(body);
    return active.find()
        ? active.group(1) + " " + active.group(2) + " " + active.group(3)
        : body.replaceAll(".*<CodeCR>(\\d\\d)</CodeCR>.*", "$1");
  }

  /** Former numbers with their keys and dates. */
  private static String history(String body) {
    return Pattern.compile("<INSHISTO>(.*?)</INSHISTO>")
        .matcher(body)
        .results()
        .map(found -> found.group(1).replaceAll("<OID>.*?</OID>", ""))
        .map(text -> text.replaceAll("(?:<[^>]+>)+", " ").strip())
        .reduce((one, two) -> one + " + " + two)
        .orElse("");
  }
}
