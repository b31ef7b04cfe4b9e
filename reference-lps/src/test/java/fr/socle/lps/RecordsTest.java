package fr.socle.lps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordsTest {

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
  void createsAProvisionalRecordThatKeepsWhatWasTyped() throws Exception {
    JsonNode seen =
        driver
            .perform(
                "creer-dossier",
                "{'nomNaissance':'Lefèvre','prenomsNaissance':['Zoé','Anne'],'sexe':'F',"
                    + "'dateNaissance':'1988-02-29','lieuNaissance':'2A004','nomUtilise':'Durand'}")
            .path("vu");

    assertThat(seen.path("statutIdentite").asText()).isEqualTo("provisoire");
    assertThat(seen.path("verrouille").asBoolean()).isFalse();
    assertThat(seen.path("historique")).isEmpty();
    assertThat(seen.path("messages")).isEmpty();
    assertThat(seen.has("ins")).isFalse();
    JsonNode traits = seen.path("traits");
    assertThat(traits.path("nomNaissance").asText()).isEqualTo("Lefèvre");
    assertThat(traits.path("premierPrenom").asText()).isEqualTo("Zoé");
    assertThat(traits.path("lieuNaissance").asText()).isEqualTo("2A004");
    assertThat(traits.path("nomUtilise").asText()).isEqualTo("Durand");
    assertThat(traits.has("prenomUtilise")).isFalse();
  }

  @Test
  void refusesARecordWithoutACompulsoryTrait() throws Exception {
    JsonNode result = driver.perform("creer-dossier", "{'nomNaissance':'A','sexe':'F'}");

    assertThat(result.path("statut").asText()).isEqualTo("refuse");
    assertThat(result.path("message").asText()).contains("premier prénom");
  }

  @Test
  void refusesARecordWithoutABirthPlaceAndSaysSoToTheUser() throws Exception {
    JsonNode result =
        driver.perform(
            "creer-dossier",
            "{'nomNaissance':'A','premierPrenom':'B','sexe':'F','dateNaissance':'1988-02-29'}");

    assertThat(result.path("statut").asText()).isEqualTo("refuse");
    assertThat(result.path("message").asText()).contains("lieu de naissance", "99999");
    assertThat(result.has("vu")).isFalse();
  }

  @Test
  void validatesAnIdentityWithAHighConfidenceDocument() throws Exception {
    String id = create("1988-02-29");

    JsonNode seen = check(id, "passeport").path("vu");

    assertThat(seen.path("statutIdentite").asText()).isEqualTo("validee");
    assertThat(seen.path("historique")).hasSize(1);
    assertThat(seen.path("historique").get(0).path("de").asText()).isEqualTo("provisoire");
    assertThat(seen.path("historique").get(0).path("a").asText()).isEqualTo("validee");
  }

  @Test
  void doesNotValidateAnIdentityWithAnOrdinaryDocument() throws Exception {
    String id = create("1988-02-29");

    JsonNode result = check(id, "autre");

    assertThat(result.path("statut").asText()).isEqualTo("refuse");
    assertThat(result.path("vu").path("statutIdentite").asText()).isEqualTo("provisoire");
  }

  @Test
  void takesAFamilyBookletForAChildOnly() throws Exception {
    assertThat(check(create("1988-02-29"), "livret-famille").path("statut").asText())
        .isEqualTo("refuse");
    assertThat(check(create("2999-01-01"), "livret-famille").path("statut").asText())
        .isEqualTo("fait");
  }

  @Test
  void makesAnIdentityProvisionalAgainWhenAStrictTraitChanges() throws Exception {
    String id = create("1988-02-29");
    check(id, "passeport");

    JsonNode seen = change(id, "'traits':{'dateNaissance':'1988-02-28'}").path("vu");

    assertThat(seen.path("statutIdentite").asText()).isEqualTo("provisoire");
    assertThat(seen.path("traits").path("nomNaissance").asText()).isEqualTo("MOQUETTE");
  }

  @Test
  void keepsTheStatusWhenAFreeTraitChanges() throws Exception {
    String id = create("1988-02-29");
    check(id, "passeport");

    JsonNode seen = change(id, "'traits':{'nomUtilise':'DURAND'}").path("vu");

    assertThat(seen.path("statutIdentite").asText()).isEqualTo("validee");
    assertThat(seen.path("traits").path("nomUtilise").asText()).isEqualTo("DURAND");
  }

  @Test
  void makesADoubtfulIdentityProvisionalAndRefusesToValidateIt() throws Exception {
    String id = create("1988-02-29");
    check(id, "passeport");

    JsonNode seen = change(id, "'attributs':['douteux','homonyme']").path("vu");

    assertThat(seen.path("statutIdentite").asText()).isEqualTo("provisoire");
    assertThat(seen.path("attributs"))
        .extracting(JsonNode::asText)
        .containsExactly("homonyme", "douteux");
    assertThat(check(id, "passeport").path("statut").asText()).isEqualTo("refuse");
  }

  @Test
  void leavesFictitiousAlone() throws Exception {
    String id = create("1988-02-29");

    JsonNode result = change(id, "'attributs':['fictif','homonyme']");

    assertThat(result.path("statut").asText()).isEqualTo("refuse");
    assertThat(result.path("vu").path("attributs")).isEmpty();
  }

  @Test
  void alertsWhenTheFirstNameIsNotTheStartOfTheList() throws Exception {
    String id = create("1988-02-29");

    JsonNode seen =
        change(id, "'traits':{'prenomsNaissance':['ALIX','LOU'],'premierPrenom':'LOU'}").path("vu");

    assertThat(seen.path("messages")).hasSize(1);
    assertThat(seen.path("messages").get(0).asText()).contains("LOU", "ALIX LOU");
  }

  private String create(String birthDate) throws Exception {
    return driver
        .perform(
            "creer-dossier",
            "{'nomNaissance':'MOQUETTE','prenomsNaissance':['ALIX'],'sexe':'F',"
                + "'lieuNaissance':'75056','dateNaissance':'"
                + birthDate
                + "'}")
        .path("vu")
        .path("dossier")
        .asText();
  }

  private JsonNode check(String id, String document) throws Exception {
    return driver.perform(
        "controler-piece-identite", "{'dossier':'" + id + "','piece':'" + document + "'}");
  }

  private JsonNode change(String id, String members) throws Exception {
    return driver.perform("modifier-identite", "{'dossier':'" + id + "'," + members + "}");
  }
}
