package fr.socle.lps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DriverApiTest {

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
    lps.close();
  }

  @Test
  void saysWhoItIsAndWhatItCanDo() throws Exception {
    JsonNode capabilities = Driver.json(driver.get("/capabilities"));

    assertThat(capabilities.path("contrat").asText()).isEqualTo("1");
    assertThat(capabilities.path("lps").path("nom").asText()).isNotBlank();
    assertThat(capabilities.path("actions"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder(
            "reinitialiser",
            "configurer",
            "creer-dossier",
            "ouvrir-dossier",
            "modifier-identite",
            "controler-piece-identite",
            "valider-identite",
            "regler-justificatifs",
            "changer-utilisateur",
            "chercher-dossier",
            "chercher-dossier-ins",
            "recevoir-identite",
            "lire-liste-travail",
            "verifier-ins",
            "lire-traces",
            "imprimer-identite",
            "authentifier-ps",
            "authentifier-ps-proxy",
            "choisir-activite",
            "creer-compte",
            "authentifier-autrement",
            "retirer-acces",
            "consulter-profil-ps",
            "laisser-inactif",
            "deconnecter-ps",
            "demander-connexion-ps",
            "terminer-connexion-ps",
            "partager-contexte",
            "reprendre-contexte",
            "rechercher-ins-traits",
            "inserer-carte",
            "rechercher-ins-vitale",
            "retirer-carte",
            "noter-choix-patient",
            "tester-existence-dmp",
            "declarer-autorisation-dmp",
            "lister-patients-dmp",
            "regler-mention",
            "valider-document",
            "remplacer-document",
            "ajouter-historique",
            "noter-deces",
            "alimenter-dmp",
            "regler-reprise",
            "lancer-reprise",
            "lire-envois-dmp",
            "supprimer-document-dmp",
            "masquer-document-dmp",
            "lister-documents-dmp",
            "consulter-document-dmp",
            "importer-documents-dmp",
            "precharger-dmp",
            "ouvrir-acces-web-dmp",
            "regler-bal-mss",
            "noter-choix-mss",
            "envoyer-mss",
            "chercher-adresse-mss",
            "charger-annuaire",
            "regler-annuaire",
            "lire-fiche-annuaire",
            "lire-envois-mss",
            "relever-mss",
            "lire-message-mss",
            "repondre-mss",
            "classer-document-recu",
            "confirmer-document-recu",
            "prevenir-suppression-mss",
            "lire-traces-mss");
  }

  @Test
  void refusesAnUnknownMemberAndNamesIt() throws Exception {
    HttpResponse<String> answer = driver.post("reinitialiser", "{'surprise':1}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Driver.json(answer).path("message").asText())
        .isEqualTo("Membre inconnu : « surprise ». Membres acceptés : aucun.");
  }

  @Test
  void refusesAnUnknownMemberInsideAnObject() throws Exception {
    String id = create();

    HttpResponse<String> answer =
        driver.post("modifier-identite", "{'dossier':'" + id + "','traits':{'taille':'180'}}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("« traits.taille »");
  }

  @Test
  void refusesAnActionOutsideTheContract() throws Exception {
    assertThat(driver.post("faire-le-cafe", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void refusesWhatIsNotAJsonObject() throws Exception {
    assertThat(driver.post("reinitialiser", "{").statusCode()).isEqualTo(400);
    assertThat(driver.post("reinitialiser", "[]").statusCode()).isEqualTo(400);
    assertThat(driver.post("reinitialiser", "{} {}").statusCode()).isEqualTo(400);
  }

  @Test
  void knowsNothingOfAnIdItDidNotGive() throws Exception {
    HttpResponse<String> answer = driver.get("/actions/inconnu?attente=1");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("inconnu");
    assertThat(driver.get("/actions/inconnu/capture").statusCode()).isEqualTo(404);
  }

  @Test
  void refusesAWaitThatIsNotANumberOfSeconds() throws Exception {
    String id = Driver.json(driver.post("reinitialiser", "{}")).path("id").asText();

    assertThat(driver.get("/actions/" + id + "?attente=demain").statusCode()).isEqualTo(400);
  }

  @Test
  void forgetsRecordsWhenReset() throws Exception {
    String id = create();

    driver.perform("reinitialiser", "{}");

    HttpResponse<String> answer = driver.post("ouvrir-dossier", "{'dossier':'" + id + "'}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Aucun dossier");
  }

  @Test
  void refusesADescriptorThatDoesNotSayWhomToTrust() throws Exception {
    HttpResponse<String> answer = driver.post("configurer", "{'banc':{'urls':{}}}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("banc.caFile");
  }

  @Test
  void refusesASettingItDoesNotHave() throws Exception {
    HttpResponse<String> answer =
        driver.post(
            "configurer",
            "{'banc':{'urls':{},'caFile':'/tmp/ca.pem'},'reglages':{'couleur':'bleu'}}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("couleur");
  }

  @Test
  void failsWithAWordToTheUserBeforeItIsConfigured() throws Exception {
    JsonNode login = driver.perform("authentifier-ps", "{}");

    assertThat(login.path("statut").asText()).isEqualTo("echec");
    assertThat(login.path("message").asText()).contains("configurer");
    assertThat(login.path("vu").path("connecte").asBoolean()).isFalse();
  }

  private String create() throws Exception {
    return driver
        .perform(
            "creer-dossier",
            "{'nomNaissance':'MOQUETTE','prenomsNaissance':['ALIX'],'sexe':'F',"
                + "'dateNaissance':'1988-02-29','lieuNaissance':'75056'}")
        .path("vu")
        .path("dossier")
        .asText();
  }
}
