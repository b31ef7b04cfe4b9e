package fr.socle.lps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.lps.banc.FakeInsi;
import fr.socle.lps.banc.InsiMessages;
import fr.socle.lps.banc.TestBench;
import fr.socle.lps.banc.TestPki;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** INS verified at INSi: on demand, and when they arrive from another domain. */
class InsVerificationTest {

  private static final String TRAITS =
      "'nomNaissance':'Moquette','premierPrenom':'ALIX','prenomsNaissance':['ALIX','MARIE-LOU'],"
          + "'sexe':'F','dateNaissance':'1988-02-29','lieuNaissance':'";
  private static final String INS =
      "'ins':{'matricule':'188022A004321','cle':'51','oid':'1.2.250.1.213.1.4.10'}";

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
    lps = ReferenceLps.builder().start();
    driver = new Driver(lps.url());
    driver.perform("configurer", TestBench.insi(pki, insi.address()));
  }

  @AfterEach
  void stop() {
    lps.close();
    insi.close();
  }

  @Test
  void verifiesAnArrivingInsAtOnceWithTheCertificateOfACallNobodyWatches() throws Exception {
    insi.answer = request -> InsiMessages.verified("00");

    JsonNode seen = arrives("2A004", "").path("vu");

    assertThat(insi.seen).hasSize(1);
    FakeInsi.Seen call = insi.seen.get(0);
    assertThat(call.clientDn()).contains("CN=INSI-AUTO");
    assertThat(call.contentType()).contains(":verifierInsAvecTraitsIdentite\"");
    assertThat(call.value("Action"))
        .isEqualTo("urn:ServiceIdentiteCertifiee:1.0.0:verifierInsAvecTraitsIdentite");
    assertThat(call.xml())
        .contains("<bam:COUVERTURE/>")
        .contains(
            "<v:VERIFIERINS xmlns:v=\"http://www.cnamts.fr/INSiLot2/REQUnitaire\">"
                + "<v:IndividuVerifie><v:INSFourni><v:IdIndividu>"
                + "<v:NumIdentifiant>188022A004321</v:NumIdentifiant><v:Cle>51</v:Cle>"
                + "</v:IdIndividu><v:OID>1.2.250.1.213.1.4.10</v:OID></v:INSFourni>"
                + "<v:TraitsIdentiteIndividu><v:NomNaissance>MOQUETTE</v:NomNaissance>"
                + "<v:ListePrenom>ALIX MARIE-LOU</v:ListePrenom><v:Sexe>F</v:Sexe>"
                + "<v:DateNaissance>1988-02-29</v:DateNaissance>"
                + "<v:LieuNaissance>2A004</v:LieuNaissance></v:TraitsIdentiteIndividu>"
                + "</v:IndividuVerifie></v:VERIFIERINS>");
    assertThat(seen.path("verification").asText()).isEqualTo("confirmee");
    assertThat(seen.path("statutIdentite").asText()).isEqualTo("recuperee");
  }

  @Test
  void verifiesAnInsItHoldsFromInsiNoMore() throws Exception {
    insi.answer = request -> InsiMessages.verified("00");
    String record = arrives("2A004", "").at("/vu/dossier").asText();

    JsonNode again = arrives("2A004", ",'document':'Bilan'").path("vu");

    assertThat(insi.seen).hasSize(1);
    assertThat(again.path("dossier").asText()).isEqualTo(record);
    assertThat(again.path("documents").toString()).isEqualTo("[\"Bilan\"]");
    assertThat(again.has("verification")).isFalse();
    assertThat(waiting()).isEmpty();
  }

  @Test
  void createsAnUnknownPatientWithoutTheInsThatInsiDenies() throws Exception {
    insi.answer = request -> InsiMessages.verified("01");

    JsonNode seen = arrives("2A004", ",'expediteur':'Clinique','document':'Bilan'").path("vu");

    assertThat(seen.path("verification").asText()).isEqualTo("dementie");
    assertThat(seen.path("statutIdentite").asText()).isEqualTo("provisoire");
    assertThat(seen.has("ins")).isFalse();
    assertThat(seen.path("documents")).isEmpty();
    assertThat(seen.path("messages").get(0).asText()).contains("Clinique").contains("attend");
    JsonNode line = waiting().get(0);
    assertThat(line.path("dossier").asText()).isEqualTo(seen.path("dossier").asText());
    assertThat(line.path("expediteur").asText()).isEqualTo("Clinique");
    assertThat(line.path("document").asText()).isEqualTo("Bilan");
  }

  @Test
  void leavesAKnownPatientAsHeIsWhenInsiDeniesWhatArrives() throws Exception {
    String record =
        driver.perform("creer-dossier", "{" + TRAITS + "2A004'}").at("/vu/dossier").asText();
    insi.answer = request -> InsiMessages.verified("01");

    JsonNode seen = arrives("99100", "").path("vu");

    assertThat(seen.path("dossier").asText()).isEqualTo(record);
    assertThat(seen.at("/traits/lieuNaissance").asText()).isEqualTo("2A004");
    assertThat(seen.has("ins")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"09", "fault", "html"})
  void keepsWhatArrivesWaitingWhenInsiSaysNothingItUnderstands(String answer) throws Exception {
    insi.answer =
        request ->
            switch (answer) {
              case "fault" -> InsiMessages.fault("insi_111");
              case "html" -> new FakeInsi.Reply(200, "<html/>");
              default -> InsiMessages.verified(answer);
            };

    JsonNode seen = arrives("2A004", "").path("vu");

    assertThat(seen.path("verification").asText()).isEqualTo("indisponible");
    assertThat(seen.has("ins")).isFalse();
    assertThat(waiting()).hasSize(1);
  }

  @Test
  void takesDownAnIdentityWhoseInsIsDeniedAndKeepsATrace() throws Exception {
    insi.answer = request -> InsiMessages.verified("00");
    String record = arrives("2A004", "").at("/vu/dossier").asText();
    insi.answer = request -> InsiMessages.verified("01");

    JsonNode seen = verify(record);

    assertThat(insi.seen.get(1).clientDn()).contains("CN=INSI-MANU");
    assertThat(seen.at("/vu/resultat").asText()).isEqualTo("dementie");
    assertThat(seen.at("/vu/dossier/statutIdentite").asText()).isEqualTo("provisoire");
    assertThat(seen.at("/vu/dossier").has("ins")).isFalse();
    assertThat(traces(record)).containsExactly("00", "01");
    assertThat(verify(record).path("statut").asText()).isEqualTo("refuse");
    assertThat(insi.seen).hasSize(2);
  }

  @Test
  void keepsAnIdentityThatInsiCouldNotVerify() throws Exception {
    insi.answer = request -> InsiMessages.verified("00");
    String record = arrives("2A004", "").at("/vu/dossier").asText();
    insi.answer = request -> InsiMessages.fault("insi_111");

    JsonNode seen = verify(record);

    assertThat(seen.path("statut").asText()).isEqualTo("echec");
    assertThat(seen.at("/vu/resultat").asText()).isEqualTo("indisponible");
    assertThat(seen.at("/vu/dossier/statutIdentite").asText()).isEqualTo("recuperee");
    assertThat(seen.at("/vu/dossier").has("ins")).isTrue();
    assertThat(traces(record)).containsExactly("00", "erreur insi_111");
  }

  @Test
  void forgetsWhatWaitsWithTheRest() throws Exception {
    insi.answer = request -> InsiMessages.verified("01");
    arrives("2A004", "");

    driver.perform("reinitialiser", "{}");

    assertThat(waiting()).isEmpty();
  }

  private JsonNode arrives(String place, String more) throws Exception {
    return driver.perform(
        "recevoir-identite", "{'traits':{" + TRAITS + place + "'}," + INS + more + "}");
  }

  private JsonNode verify(String record) throws Exception {
    return driver.perform("verifier-ins", "{'dossier':'" + record + "'}");
  }

  private JsonNode waiting() throws Exception {
    return driver.perform("lire-liste-travail", "{}").at("/vu/lignes");
  }

  private List<String> traces(String record) throws Exception {
    return driver
        .perform("lire-traces", "{'dossier':'" + record + "'}")
        .at("/vu/traces")
        .findValuesAsText("codeRetour");
  }
}
