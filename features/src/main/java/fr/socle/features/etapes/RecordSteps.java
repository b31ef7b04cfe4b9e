package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.features.run.ScenarioRun;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;

/** Dossier: who the patient is, and what the doctor does with the record. */
public final class RecordSteps {
  private static final String SEARCH = RecordDesk.SEARCH;

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final RecordDesk desk;

  /** Built for each scenario. */
  public RecordSteps(ScenarioRun scenario, Consultation consultation, RecordDesk desk) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
  }

  /** Anybody whom INSi knows. */
  @Soit("un (autre )patient connu d'INSi")
  public void known() {
    desk.patient("ordinaire", "INSi connaît le patient.");
  }

  /** Three first names and a birth place with a letter in its number. */
  @Soit("une patiente née à Ajaccio, connue d'INSi sous trois prénoms")
  public void bornInAjaccio() {
    desk.patient(
        "ajaccio-trois-prenoms", "INSi connaît la patiente, née à Ajaccio, sous trois prénoms.");
  }

  /** A letter in the number, the other one. */
  @Soit("un patient né en Haute-Corse, connu d'INSi")
  public void bornInHauteCorse() {
    desk.patient("corse-2b", "INSi connaît le patient, né en Haute-Corse.");
  }

  /** A number of waiting. */
  @Soit("un patient qu'INSi connaît sous un numéro d'attente")
  public void knownUnderWaitingNumber() {
    desk.patient("nia", "INSi connaît le patient sous un numéro identifiant d'attente.");
  }

  /** Two former numbers. */
  @Soit("un patient connu d'INSi, qui a porté d'autres matricules")
  public void withFormerNumbers() {
    desk.patient("historique", "INSi connaît le patient et ses deux anciens matricules.");
  }

  /** INSi's list begins with the second first name of the document. */
  @Soit("un patient qu'INSi ne connaît que sous ses deuxième et troisième prénoms")
  @Soit("un autre patient, qu'INSi ne connaît que sous ses deuxième et troisième prénoms")
  public void knownUnderSecondFirstName() {
    desk.patient(
        "deuxieme-prenom", "INSi connaît le patient sous ses deuxième et troisième prénoms.");
  }

  /** A child. */
  void minor() {
    desk.patient("mineur", "INSi connaît le patient, un enfant.");
  }

  /** Nobody. */
  @Soit("une patiente qu'INSi ne connaît pas")
  public void unknown() {
    desk.patient("inconnue-insi", "INSi ne connaît pas la patiente.");
  }

  /** Somebody else with the same traits, born elsewhere. */
  @Soit("un patient qui a un homonyme parfait né ailleurs")
  public void twoCandidates() {
    desk.patient(
        "deux-candidats", "INSi connaît deux personnes : seul le lieu de naissance diffère.");
  }

  /** INSi answers a birth date whose day and month are 00. */
  @Soit("un patient dont INSi rend une date de naissance au jour 00")
  public void dateWithZeroDay() {
    desk.patient("date-00", "INSi rend pour le patient une date de naissance au jour 00.");
  }

  /** INSi answers an identity in which a trait is empty. */
  @Soit("un patient dont INSi ne rend pas {trait}")
  public void withoutTrait(String persona) {
    desk.patient(persona, "INSi rend pour le patient une identité où il manque un trait.");
  }

  /** A record that exists already. */
  @Soit("son dossier, que le médecin a créé")
  public void existingRecord() {
    consultation.sawRecord(
        scenario.lps().prepare("creer-dossier", desk.typed(), "créer le dossier du patient"));
  }

  /** A record that exists already, with a mark on the identity. */
  @Soit("son dossier, que le médecin a marqué {attribut}")
  public void markedRecord(String attribute) {
    ObjectNode input = desk.typed();
    input.putArray("attributs").add(attribute);
    consultation.sawRecord(
        scenario.lps().prepare("creer-dossier", input, "créer le dossier du patient"));
  }

  /** A record recovered from INSi and never checked. */
  @Soit("un patient retrouvé par INSi sans contrôle de pièce d'identité")
  public void recovered() {
    known();
    recover();
  }

  /** The record of the patient, recovered from INSi and never checked. */
  void recover() {
    existingRecord();
    searches();
    String result = consultation.lastSeen().path("resultat").asText("aucun résultat");
    scenario.requirePlayable(
        consultation.lastAnswer().done() && result.equals("trouvee"),
        "La préparation du scénario s'arrête : le LPS n'a pas retrouvé le patient par INSi (résultat"
            + " « %s », %s).".formatted(result, consultation.lastAnswer().messageOrNone()));
  }

  /** Creates the record. */
  @Quand("le médecin crée son dossier")
  public void creates() {
    desk.act("creer-dossier", desk.typed());
  }

  /** Creates the record and checks the identity on a card. */
  @Quand("le médecin crée son dossier et contrôle sa carte d'identité")
  public void createsAndChecks() {
    existingRecord();
    desk.act("controler-piece-identite", desk.reference().put("piece", "carte-nationale-identite"));
  }

  /** Creates the record and calls INSi. */
  @Quand("le médecin crée son dossier et appelle INSi")
  public void createsAndSearches() {
    existingRecord();
    searches();
  }

  /** Creates the record with one first name, so that the others can only come from INSi. */
  @Quand(
      "le médecin crée son dossier avec son premier prénom, contrôle sa carte d'identité et appelle"
          + " INSi")
  public void createsChecksAndSearches() {
    consultation.sawRecord(
        scenario.lps().prepare("creer-dossier", desk.compulsory(), "créer le dossier du patient"));
    scenario
        .lps()
        .prepare(
            "controler-piece-identite",
            desk.reference().put("piece", "carte-nationale-identite"),
            "contrôler la carte d'identité");
    searches();
  }

  /** Calls INSi. */
  @Quand("le médecin appelle (de nouveau )INSi")
  public void searches() {
    desk.act(SEARCH, desk.reference());
  }

  /** Calls INSi, ready to add the birth place. */
  @Quand("le médecin, qui connaît son lieu de naissance, crée son dossier et appelle INSi")
  public void createsAndSearchesKnowingThePlace() {
    existingRecord();
    desk.act(SEARCH, desk.reference().put("lieuConnu", consultation.patient().birthPlace()));
  }

  /** Tries to change a strict trait by hand. */
  @Quand("le médecin tente de changer son nom de naissance")
  public void changesBirthName() {
    desk.act("modifier-identite", desk.change("nomNaissance", "AUTRENOM"));
  }

  /** Writes the name the patient uses. */
  @Quand("le médecin note le nom qu'il utilise")
  public void writesUsedName() {
    desk.act("modifier-identite", desk.change("nomUtilise", "NOMUTILISE"));
  }
}
