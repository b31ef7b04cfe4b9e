package fr.socle.lps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.lps.banc.FakeInsi;
import fr.socle.lps.banc.InsiMessages;
import fr.socle.lps.banc.TestBench;
import fr.socle.lps.banc.TestPki;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsiSearchTest {

  @TempDir private static Path directory;
  private static TestPki pki;

  private FakeInsi insi;
  private ReferenceLps lps;
  private Driver driver;

  @BeforeAll
  static void makeKeys() {
    pki = new TestPki(directory);
  }

  @BeforeEach
  void start() throws Exception {
    insi = new FakeInsi(pki.server());
    start(ReferenceLps.builder());
  }

  private void start(ReferenceLps.Builder builder) throws Exception {
    lps = builder.start();
    driver = new Driver(lps.url());
    driver.perform("configurer", TestBench.insi(pki, insi.address()));
  }

  @AfterEach
  void stop() {
    lps.close();
    insi.close();
  }

  @Test
  void sendsTheMessageOfTheContractWithTheCertificateOfACallAUserAskedFor() throws Exception {
    search(create("'lieuNaissance':'2A004'"), "");

    FakeInsi.Seen first = insi.seen.get(0);
    assertThat(first.contentType())
        .isEqualTo(
            "application/soap+xml; charset=utf-8;"
                + " action=\"urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite\"");
    assertThat(first.clientDn()).contains("CN=INSI-MANU");
    assertThat(first.value("Action"))
        .isEqualTo("urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite");
    assertThat(first.value("MessageID")).matches("uuid:[0-9a-f-]{36}");
    assertThat(first.xml())
        .contains("<lps:ContexteLPS xmlns:lps=\"urn:siram:lps:ctxlps\" Nature=\"CTXLPS\"")
        .contains("<lps:IDAM R=\"4\">SOCLE0000001</lps:IDAM>")
        .contains("<lps:Emetteur>10B0000001</lps:Emetteur>")
        .contains("<bam:Emetteur>10B0000001</bam:Emetteur>")
        .contains("<bam:COUVERTURE/>")
        .contains(
            "<rs:NomNaissance>MOQUETTE</rs:NomNaissance><rs:Prenom>ALIX</rs:Prenom>"
                + "<rs:Sexe>F</rs:Sexe><rs:DateNaissance>1988-02-29</rs:DateNaissance>"
                + "</rs:RECSANSVITALE>");
    assertThat(insi.seen.get(1).value("MessageID")).isNotEqualTo(first.value("MessageID"));
    assertThat(insi.seen.get(1).value("Instance")).isEqualTo(first.value("Instance"));
  }

  @Test
  void storesTheInsAndTheTraitsOfInsiAndLocksThem() throws Exception {
    insi.knows("LOU", InsiMessages.found());
    String id = create("'prenomsNaissance':['ALIX','LOU'],'nomUtilise':'DURAND'");

    JsonNode result = search(id, "");

    assertThat(result.path("statut").asText()).isEqualTo("fait");
    assertThat(result.path("vu").path("resultat").asText()).isEqualTo("trouvee");
    JsonNode dossier = result.path("vu").path("dossier");
    assertThat(dossier.path("statutIdentite").asText()).isEqualTo("recuperee");
    assertThat(dossier.path("verrouille").asBoolean()).isTrue();
    assertThat(dossier.path("ins").path("matricule").asText()).isEqualTo("188022A004321");
    assertThat(dossier.path("ins").path("oid").asText()).isEqualTo("1.2.250.1.213.1.4.10");
    JsonNode traits = dossier.path("traits");
    assertThat(traits.path("prenomsNaissance"))
        .extracting(JsonNode::asText)
        .containsExactly("ALIX", "MARIE-LOU");
    assertThat(traits.path("lieuNaissance").asText()).isEqualTo("2A004");
    assertThat(traits.path("nomUtilise").asText()).isEqualTo("DURAND");
    assertThat(insi.firstNames()).containsExactly("ALIX", "LOU");
  }

  @Test
  void qualifiesAnIdentityAlreadyCheckedAndOneCheckedAfterwards() throws Exception {
    insi.knows("ALIX", InsiMessages.found());
    String checkedBefore = create("");
    check(checkedBefore);
    String checkedAfter = create("");
    search(checkedAfter, "");

    assertThat(dossierAfter(search(checkedBefore, ""))).isEqualTo("qualifiee");
    assertThat(check(checkedAfter).path("vu").path("statutIdentite").asText())
        .isEqualTo("qualifiee");
  }

  @Test
  void letsNobodyTypeOverTheTraitsOfInsi() throws Exception {
    insi.knows("ALIX", InsiMessages.found());
    String id = create("");
    search(id, "");

    JsonNode refused =
        driver.perform(
            "modifier-identite", "{'dossier':'" + id + "','traits':{'nomNaissance':'AUTRE'}}");
    JsonNode free =
        driver.perform(
            "modifier-identite", "{'dossier':'" + id + "','traits':{'nomUtilise':'AUTRE'}}");

    assertThat(refused.path("statut").asText()).isEqualTo("refuse");
    assertThat(refused.path("vu").path("traits").path("nomNaissance").asText())
        .isEqualTo("MOQUETTE");
    assertThat(free.path("statut").asText()).isEqualTo("fait");
    assertThat(free.path("vu").path("statutIdentite").asText()).isEqualTo("recuperee");
  }

  @Test
  void takesTheInsAwayWhenTheIdentityBecomesDoubtful() throws Exception {
    insi.knows("ALIX", InsiMessages.found());
    String id = create("");
    search(id, "");

    JsonNode seen =
        driver
            .perform("modifier-identite", "{'dossier':'" + id + "','attributs':['douteux']}")
            .path("vu");

    assertThat(seen.path("statutIdentite").asText()).isEqualTo("provisoire");
    assertThat(seen.has("ins")).isFalse();
  }

  @Test
  void takesNothingOverWhenTheUserDoesNotAccept() throws Exception {
    insi.knows("ALIX", InsiMessages.found());

    JsonNode result = search(create(""), ",'accepter':false");

    assertThat(result.path("vu").path("resultat").asText()).isEqualTo("refusee");
    assertThat(dossierAfter(result)).isEqualTo("provisoire");
    assertThat(result.path("vu").path("dossier").has("ins")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"douteux", "fictif"})
  void doesNotCallForADoubtfulOrFictitiousIdentity(String attribute) throws Exception {
    JsonNode result = search(create("'attributs':['" + attribute + "']"), "");

    assertThat(result.path("statut").asText()).isEqualTo("refuse");
    assertThat(insi.seen).isEmpty();
  }

  @Test
  void sendsNamesInTheAlphabetOfInsiAndLeavesTheRecordAsTyped() throws Exception {
    String id = create("'nomNaissance':'D’Æion','prenomsNaissance':['Cœur']");

    JsonNode result = search(id, "");

    assertThat(insi.seen.get(0).value("NomNaissance")).isEqualTo("D'AEION");
    assertThat(insi.firstNames()).containsExactly("COEUR");
    assertThat(result.path("vu").path("dossier").path("traits").path("nomNaissance").asText())
        .isEqualTo("D’Æion");
  }

  @Test
  void doesNotSendANameItCannotWrite() throws Exception {
    JsonNode result = search(create("'nomNaissance':'MOQUETTE2'"), "");

    assertThat(result.path("statut").asText()).isEqualTo("refuse");
    assertThat(result.path("message").asText()).contains("MOQUETTE2");
    assertThat(insi.seen).isEmpty();
  }

  @Test
  void addsTheBirthPlaceOfTheRecordWhenThereAreSeveralIdentities() throws Exception {
    insi.answer =
        request ->
            request.value("LieuNaissance").equals("75056")
                ? InsiMessages.found()
                : InsiMessages.code("02");

    JsonNode found = search(create("'prenomsNaissance':['ALIX']"), "");

    assertThat(found.path("vu").path("resultat").asText()).isEqualTo("trouvee");
    assertThat(insi.seen).hasSize(2);
    assertThat(insi.seen.get(0).value("LieuNaissance")).isEmpty();
  }

  @Test
  void asksForTheBirthPlaceWhenTheRecordHasLostIt() throws Exception {
    insi.answer =
        request ->
            request.value("LieuNaissance").equals("2A004")
                ? InsiMessages.found()
                : InsiMessages.code("02");
    String id = create("'prenomsNaissance':['ALIX']");
    driver.perform("modifier-identite", "{'dossier':'" + id + "','traits':{'lieuNaissance':''}}");

    JsonNode without = search(id, "");
    JsonNode with = search(id, ",'lieuConnu':'2A004'");

    assertThat(without.path("vu").path("resultat").asText()).isEqualTo("plusieurs");
    assertThat(without.path("message").asText()).contains("ajoutez le lieu de naissance");
    assertThat(dossierAfter(without)).isEqualTo("provisoire");
    assertThat(with.path("vu").path("resultat").asText()).isEqualTo("trouvee");
  }

  static final String NO_NAME = InsiMessages.TRAITS.replace("MOQUETTE", "");
  static final String NO_FIRST_NAME = InsiMessages.TRAITS.replace("ALIX MARIE-LOU", " ");
  static final String NO_SEX = InsiMessages.TRAITS.replace("<Sexe>F</Sexe>", "");
  static final String ZERO_DAY = InsiMessages.TRAITS.replace("-29", "-00");
  static final String ZERO_MONTH = InsiMessages.TRAITS.replace("-02-", "-00-");

  @Test
  void doesNotTakeOverAnAnswerThatMustBeRefused() throws Exception {
    for (String traits : new String[] {NO_NAME, NO_FIRST_NAME, NO_SEX, ZERO_DAY, ZERO_MONTH}) {
      refuses(InsiMessages.found(InsiMessages.ACTIVE, traits));
    }
    refuses(InsiMessages.found(InsiMessages.ACTIVE.replace(">51<", ">52<"), InsiMessages.TRAITS));
    refuses(
        InsiMessages.found(InsiMessages.ACTIVE.replace(".4.10<", ".4.13<"), InsiMessages.TRAITS));
  }

  @Test
  void takesOverADateOutOfTheCalendar() throws Exception {
    insi.knows(
        "ALIX",
        InsiMessages.found(InsiMessages.ACTIVE, InsiMessages.TRAITS.replace("-02-29", "-02-31")));

    JsonNode result = search(create(""), "");

    assertThat(dossierAfter(result)).isEqualTo("recuperee");
    assertThat(result.path("vu").path("dossier").path("traits").path("dateNaissance").asText())
        .isEqualTo("1988-02-31");
  }

  @ParameterizedTest
  @CsvSource({"insi_102", "desir_1020", "desir_550"})
  void keepsTheRecordAsItWasAfterAFaultAndStopsThere(String code) throws Exception {
    insi.answer = request -> InsiMessages.fault(code);

    JsonNode result = search(create(""), "");

    unavailable(result);
    assertThat(result.path("message").asText()).contains(code);
    assertThat(insi.seen).hasSize(1);
  }

  @Test
  void keepsTheRecordAsItWasWhenTheConnectionIsCut() throws Exception {
    insi.answer = request -> null;

    unavailable(search(create(""), ""));
  }

  @Test
  void doesNotWaitForeverForAnAnswer() throws Exception {
    lps.close();
    start(ReferenceLps.builder().patience(Duration.ofMillis(500)));
    CountDownLatch never = new CountDownLatch(1);
    insi.answer =
        request -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return InsiMessages.found();
        };

    unavailable(search(create(""), ""));
    never.countDown();
  }

  @Test
  void keepsTheRecordUsableWhenInsiIsDown() throws Exception {
    insi.close();
    String id = create("");

    unavailable(search(id, ""));
    assertThat(check(id).path("vu").path("statutIdentite").asText()).isEqualTo("validee");
  }

  private void unavailable(JsonNode result) {
    assertThat(result.path("statut").asText()).isEqualTo("echec");
    assertThat(result.path("vu").path("resultat").asText()).isEqualTo("indisponible");
    assertThat(dossierAfter(result)).isEqualTo("provisoire");
    assertThat(result.path("vu").path("dossier").path("historique")).isEmpty();
    assertThat(result.path("vu").path("dossier").has("ins")).isFalse();
  }

  private void refuses(FakeInsi.Reply reply) throws Exception {
    insi.knows("ALIX", reply);
    JsonNode result = search(create(""), "");
    assertThat(result.path("vu").path("resultat").asText()).isEqualTo("refusee");
    assertThat(result.path("message").asText()).startsWith("La réponse d'INSi n'est pas reprise");
    assertThat(dossierAfter(result)).isEqualTo("provisoire");
    assertThat(result.path("vu").path("dossier").has("ins")).isFalse();
  }

  private static String dossierAfter(JsonNode result) {
    return result.path("vu").path("dossier").path("statutIdentite").asText();
  }

  /** Creates Alix Moquette, with some members replaced or added. */
  private String create(String members) throws Exception {
    StringBuilder input = new StringBuilder("{").append(members);
    for (String usual :
        new String[] {
          "'nomNaissance':'MOQUETTE'",
          "'prenomsNaissance':['ALIX','MARIE-LOU']",
          "'sexe':'F'",
          "'dateNaissance':'1988-02-29'",
          "'lieuNaissance':'75056'"
        }) {
      if (!members.contains(usual.substring(0, usual.indexOf(':')))) {
        input.append(input.length() > 1 ? "," : "").append(usual);
      }
    }
    return driver
        .perform("creer-dossier", input.append('}').toString())
        .path("vu")
        .path("dossier")
        .asText();
  }

  private JsonNode search(String id, String members) throws Exception {
    return driver.perform("rechercher-ins-traits", "{'dossier':'" + id + "'" + members + "}");
  }

  private JsonNode check(String id) throws Exception {
    return driver.perform(
        "controler-piece-identite", "{'dossier':'" + id + "','piece':'passeport'}");
  }
}
