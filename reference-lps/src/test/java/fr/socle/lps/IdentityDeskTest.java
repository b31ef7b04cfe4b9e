package fr.socle.lps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the practice decides for itself, and what the software keeps of it. */
class IdentityDeskTest {

  private ReferenceLps lps;
  private Driver driver;

  @BeforeEach
  void start() throws Exception {
    lps = ReferenceLps.builder().start();
    driver = new Driver(lps.url());
  }

  @AfterEach
  void stop() {
    lps.close();
  }

  @Test
  void validatesByHandWhenTheAutomaticValidationIsOff() throws Exception {
    driver.perform("regler-justificatifs", "{'validationAutomatique':false}");
    String id = create();

    JsonNode checked = check(id, "passeport").path("vu");
    assertThat(checked.path("statutIdentite").asText()).isEqualTo("provisoire");
    assertThat(checked.path("piece").asText()).isEqualTo("passeport");

    JsonNode validated = driver.perform("valider-identite", "{'dossier':'" + id + "'}").path("vu");
    assertThat(validated.path("statutIdentite").asText()).isEqualTo("validee");
  }

  @Test
  void refusesToValidateAnIdentityWithoutAnyProof() throws Exception {
    JsonNode result = driver.perform("valider-identite", "{'dossier':'" + create() + "'}");

    assertThat(result.path("statut").asText()).isEqualTo("refuse");
  }

  @Test
  void trustsTheProofsOfThePracticeUntilItIsReset() throws Exception {
    driver.perform("regler-justificatifs", "{'piece':'autre','hauteConfiance':true}");
    assertThat(check(create(), "autre").path("statut").asText()).isEqualTo("fait");

    driver.perform("reinitialiser", "{}");
    assertThat(check(create(), "autre").path("statut").asText()).isEqualTo("refuse");
  }

  @Test
  void findsARecordByItsDateAndTheBeginningOfANameHoweverWritten() throws Exception {
    String id = create();

    assertThat(find("'debutNom':'léfèv'").toString()).contains(id);
    assertThat(find("'debutNom':'DURAND'")).isEmpty();
    assertThat(find("'debutPrenom':'zo'").toString()).contains(id);
  }

  @Test
  void refusesToLookForANumberThatIsNotWhole() throws Exception {
    assertThat(lookUp("188022A004321")).isEqualTo("refuse");
    assertThat(lookUp("188022A00432152")).isEqualTo("refuse");
    assertThat(lookUp("188022A00432151")).isEqualTo("fait");
  }

  @Test
  void takesAnIdentityQualifiedElsewhereAsProvisionalUnlessAContractSaysOtherwise()
      throws Exception {
    JsonNode received = receive(false);
    assertThat(received.path("statutIdentite").asText()).isEqualTo("provisoire");
    assertThat(received.has("ins")).isFalse();

    JsonNode trusted = receive(true);
    assertThat(trusted.path("statutIdentite").asText()).isEqualTo("qualifiee");
    assertThat(trusted.path("ins").path("matricule").asText()).isEqualTo("188022A004321");
  }

  @Test
  void hidesTheNumberFromWhoMayNotSeeItAndWritesWhoLooked() throws Exception {
    String id = receive(true).path("dossier").asText();
    driver.perform("changer-utilisateur", "{'droits':['appeler-insi']}");

    JsonNode seen = driver.perform("ouvrir-dossier", "{'dossier':'" + id + "'}").path("vu");
    assertThat(seen.has("ins")).isFalse();

    JsonNode traces = driver.perform("lire-traces", "{'dossier':'" + id + "'}").at("/vu/traces");
    assertThat(traces)
        .extracting(line -> line.path("nature").asText())
        .containsExactly("creation", "acces-ins", "consultation");
    assertThat(traces).allSatisfy(l -> assertThat(l.path("professionnel").asText()).isNotBlank());
  }

  @Test
  void takesAQualifiedIdentityDownToValidatedWhenAnAuthorisedUserChangesATrait() throws Exception {
    String id = receive(true).path("dossier").asText();
    String change = "{'dossier':'" + id + "','traits':{'nomNaissance':'DURAND'}}";
    assertThat(driver.perform("modifier-identite", change).path("statut").asText())
        .isEqualTo("refuse");

    driver.perform("changer-utilisateur", "{'droits':['voir-ins','modifier-traits-verrouilles']}");
    JsonNode seen = driver.perform("modifier-identite", change).path("vu");
    assertThat(seen.path("statutIdentite").asText()).isEqualTo("validee");
    assertThat(seen.has("ins")).isFalse();
  }

  private String create() throws Exception {
    return driver
        .perform(
            "creer-dossier",
            "{'nomNaissance':'LE FEVRE','premierPrenom':'Zoé','sexe':'F',"
                + "'lieuNaissance':'75056','dateNaissance':'1988-02-29'}")
        .at("/vu/dossier")
        .asText();
  }

  private JsonNode check(String id, String document) throws Exception {
    return driver.perform(
        "controler-piece-identite", "{'dossier':'" + id + "','piece':'" + document + "'}");
  }

  private JsonNode find(String criteria) throws Exception {
    return driver
        .perform("chercher-dossier", "{'dateNaissance':'1988-02-29'," + criteria + "}")
        .at("/vu/dossiers");
  }

  private String lookUp(String number) throws Exception {
    return driver
        .perform("chercher-dossier-ins", "{'matricule':'" + number + "'}")
        .path("statut")
        .asText();
  }

  private JsonNode receive(boolean contract) throws Exception {
    return driver
        .perform(
            "recevoir-identite",
            "{'traits':{'nomNaissance':'LE FEVRE','premierPrenom':'ZOE','sexe':'M',"
                + "'dateNaissance':'1988-02-29','lieuNaissance':'2A004'},"
                + "'ins':{'matricule':'188022A004321','cle':'51','oid':'1.2.250.1.213.1.4.8'},"
                + "'contratConfiance':"
                + contract
                + "}")
        .path("vu");
  }
}
