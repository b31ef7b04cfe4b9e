package fr.socle.insi;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden: what captures of the real service were said to hold (insi.md 2.5, 2.7, 6). */
class CapturedFactsTest {
  private static final String START =
      "<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Body>"
          + "<RESULTAT xmlns=\"http://www.cnamts.fr/INSiResultat\">";
  private static final String END = "</RESULTAT></soap:Body></soap:Envelope>";
  private static final String OK = "<CR><CodeCR>00</CodeCR><LibelleCR>OK</LibelleCR></CR>";
  private static final String NIR = "<OID>1.2.250.1.213.1.4.8</OID>";

  private static Bench bench;

  @BeforeAll
  static void start(@TempDir Path pki) {
    bench = Bench.start(BenchOptions.builder().services(new InsiMock()).pkiDirectory(pki).build());
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @ParameterizedTest(name = "{0} {1} {4}")
  @CsvSource(
      nullValues = "-",
      value = {
        "ADRDEUX,     LAURENT,              M, 1981-01-01, -,     1810163220751, 40, 63220, LAURENT",
        "ADRTROIS,    DOMINIQUE,            F, 1997-02-26, -,     297022A020778, 78, 2A020, DOMINIQUE",
        "ADRTROIS,    TOUSSAINT,            M, 1960-01-01, -,     160012B020777, 13, 2B020, TOUSSAINT",
        "ADRTROIS,    TOUSSAINT,            M, 1960-01-01, 2B020, 160012B020777, 13, 2B020, TOUSSAINT",
        "ADRUN,       ZOE,                  F, 1975-12-31, -,     2751263220749, 74, 63220, ZOE",
        "D'ARTAGNAN DE L'HERAULT, PIERRE-ALAIN, M, 2001-06-17, -,     1010663220754, 60, 63220, PIERRE-ALAIN GUNTHER",
        "D'ARTAGNAN DE L'HERAULT, PIERRE-ALAIN, M, 2001-06-17, 63220, 1010663220754, 60, 63220, PIERRE-ALAIN GUNTHER",
        "TCHITCHI,    CATARINA,             F, 1936-06-21, -,     2360663220836, 56, 63220, CATARINA BELLA",
        "DE VINCI,    LEONARDO,             M, 2014-02-01, 63220, 1140263220833, 56, 63220, LEONARDO PIERO",
        "NESSI,       NATHALIE,             F, 1977-07-14, -,     2770763220829, 10, 63220, NATHALIE",
        "NESSI,       MICHELANGELO,         M, 2010-08-07, -,     1100863220830, 60, 63220, MICHELANGELO ANTHONY"
      })
  void anIdentityIsWrittenAsLiveAnswersAre(
      String name,
      String firstName,
      String sex,
      String date,
      @Nullable String place,
      String number,
      String key,
      String birthPlace,
      String list)
      throws Exception {
    HttpResponse<String> answer = open(Map.of()).search(name, firstName, sex, date, place);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/soap+xml; charset=utf-8");
    // Neither SOAP header, nor Prenom, nor TypeMatricule; the authority of real numbers.
    assertThat(answer.body())
        .isEqualTo(
            START
                + OK
                + "<INDIVIDU><INSACTIF>"
                + number(number, key)
                + NIR
                + "</INSACTIF>"
                + traits(name, "<ListePrenom>" + list + "</ListePrenom>", sex, date, birthPlace)
                + "</INDIVIDU>"
                + END);
  }

  @Test
  void aHistoryKeepsDatesThatContradictEachOtherAndMembersInTheOrderOfTheSchema() throws Exception {
    assertThat(open(Map.of()).search("ECETINSI", "PIERRE-ALAIN", "M", "2009-07-14", null).body())
        .isEqualTo(
            START
                + OK
                + "<INDIVIDU><INSACTIF>"
                + number("1090763220834", "89")
                + NIR
                + "</INSACTIF><INSHISTO>"
                + number("2090763220834", "39")
                + NIR
                + "<DateDeb>2019-03-01</DateDeb><DateFin>2019-02-28</DateFin></INSHISTO><INSHISTO>"
                + number("2090663220123", "55")
                + NIR
                + "</INSHISTO>"
                + traits(
                    "ECETINSI",
                    "<ListePrenom>PIERRE-ALAIN MURIEL FLORIANT</ListePrenom>",
                    "M",
                    "2009-07-14",
                    "63220")
                + "</INDIVIDU>"
                + END);
  }

  @Test
  void theOfficialSampleHasTheFirstNameWithoutTheList() throws Exception {
    assertThat(open(Map.of()).search("PATB-QUATRE", "LAURENCE", "F", "1907-05-25", null).body())
        .contains(number("2070585756270", "97"))
        .contains(traits("PATB-QUATRE", "<Prenom>LAURENCE</Prenom>", "F", "1907-05-25", "85756"));
  }

  @Test
  void aHistoryMayRepeatTheNumberInForceAndKeysMayBeWrong() throws Exception {
    assertThat(open(Map.of()).search("CORSE", "ANTHONY", "M", "1980-03-02", null).body())
        .containsOnlyOnce("<INSHISTO>" + number("180032B020401", "23"))
        .contains("<INSACTIF>" + number("180032B020401", "23"));
    assertThat(open(Map.of()).search("HERMAN", "GATIEN", "M", "1981-03-24", null).body())
        .contains("<INSACTIF>" + number("1810363220456", "60"))
        .contains("<INSHISTO>" + number("1810363220456", "60"))
        .contains("<INSHISTO>" + number("2810363220456", "10"))
        .contains("<NomNaissance>HERMANN</NomNaissance>");
  }

  @ParameterizedTest
  @CsvSource({"test", "real"})
  void aWaitingNumberKeepsItsOwnAuthorityWhateverTheSetting(String oid) throws Exception {
    assertThat(
            open(Map.of("ins-oid", oid))
                .search("PROVISOIRE", "MATRICULE", "M", "2009-07-01", null)
                .body())
        .contains(number("1090763220888", "35") + "<OID>1.2.250.1.213.1.4.9</OID>");
  }

  @ParameterizedTest
  @CsvSource({
    "TCHITCHI, OLA, F, 1936-06-21, 01, Aucune identite trouvee",
    "HOUILLES, PIERRE, M, 1993-01-27, 01, Aucune identite trouvee",
    "HOUILLES, PAUL, M, 1993-01-27, 01, Aucune identite trouvee",
    "HOUILLES, JACQUES, M, 1993-01-27, 01, Aucune identite trouvee",
    "HOUILLES, PIERRE PAUL JACQUES, M, 1993-01-27, 01, Aucune identite trouvee",
    "DE VINCI, LEONARDO, M, 2014-02-01, 02, Plusieurs identites trouvees"
  })
  void withoutOneIdentityThereIsNothingButACodeAndItsLabel(
      String name, String firstName, String sex, String date, String code, String label)
      throws Exception {
    assertThat(open(Map.of()).search(name, firstName, sex, date, null).body())
        .isEqualTo(
            START
                + "<CR><CodeCR>"
                + code
                + "</CodeCR><LibelleCR>"
                + label
                + "</LibelleCR></CR>"
                + END);
  }

  private static BenchOnTheWire open(Map<String, String> settings) {
    return BenchOnTheWire.open(bench, settings);
  }

  private static String number(String number, String key) {
    return "<IdIndividu><NumIdentifiant>"
        + number
        + "</NumIdentifiant><Cle>"
        + key
        + "</Cle></IdIndividu>";
  }

  private static String traits(
      String name, String firstNames, String sex, String date, String place) {
    return "<TIQ><NomNaissance>"
        + name
        + "</NomNaissance>"
        + firstNames
        + "<Sexe>"
        + sex
        + "</Sexe><DateNaissance>"
        + date
        + "</DateNaissance><LieuNaissance>"
        + place
        + "</LieuNaissance></TIQ>";
  }
}
