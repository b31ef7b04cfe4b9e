package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.Patient;
import fr.socle.exigences.Basis;
import fr.socle.features.driver.ActionAnswer.Status;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.util.stream.StreamSupport;

/** Recherche: finding a record that exists (INS/va1.02, 1.25, 1.41). */
public final class LookUpSteps {
  private static final String BY_TRAITS = "chercher-dossier";
  private static final String BY_NUMBER = "chercher-dossier-ins";

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final RecordDesk desk;

  /** Built for each scenario. */
  public LookUpSteps(ScenarioRun scenario, Consultation consultation, RecordDesk desk) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
  }

  /** Somebody whose name has signs. */
  @Soit("un patient au nom {signes}")
  public void nameWithSigns(String persona) {
    desk.patient(persona, "Le nom du patient a des apostrophes ou des traits d'union.");
  }

  /** By the date alone. */
  @Quand("le médecin cherche un dossier par sa date de naissance")
  public void byDate() {
    desk.ask(BY_TRAITS, date(consultation.patient().birthDate()));
  }

  /** By the date and the beginning of the name. */
  @Quand("le médecin cherche un dossier par sa date de naissance et le début de son nom")
  public void byDateAndName() {
    Patient patient = consultation.patient();
    desk.ask(BY_TRAITS, date(patient.birthDate()).put("debutNom", beginning(patient.birthName())));
  }

  /** By the date and the beginning of the first name. */
  @Quand("le médecin cherche un dossier par sa date de naissance et le début de son prénom")
  public void byDateAndFirstName() {
    Patient patient = consultation.patient();
    desk.ask(
        BY_TRAITS,
        date(patient.birthDate()).put("debutPrenom", beginning(patient.firstNameUsed())));
  }

  /** By a date that is not the patient's. */
  @Quand("le médecin cherche un dossier par une autre date de naissance")
  public void byAnotherDate() {
    boolean first = consultation.patient().birthDate().equals("1901-02-03");
    desk.ask(BY_TRAITS, date(first ? "1902-03-04" : "1901-02-03"));
  }

  /** By the name, written another way. */
  @Quand("le médecin cherche un dossier en écrivant son nom {ecriture}")
  public void writtenOtherwise(IdentityWords.Writing writing) {
    Patient patient = consultation.patient();
    desk.ask(BY_TRAITS, date(patient.birthDate()).put("debutNom", writing.of(patient.birthName())));
  }

  /** By a number without its key. */
  @Quand("le médecin cherche un dossier par un matricule sans sa clé")
  public void numberWithoutKey() {
    desk.ask(BY_NUMBER, Software.input().put("matricule", ins().matricule()));
  }

  /** By a number whose key is wrong. */
  @Quand("le médecin cherche un dossier par un matricule dont la clé est fausse")
  public void numberWithWrongKey() {
    String wrong = ins().key().equals("11") ? "12" : "11";
    desk.ask(BY_NUMBER, Software.input().put("matricule", ins().matricule() + wrong));
  }

  /** By the whole number. */
  @Quand("le médecin cherche un dossier par son matricule et sa clé")
  public void wholeNumber() {
    desk.ask(BY_NUMBER, Software.input().put("matricule", ins().matricule() + ins().key()));
  }

  /** The record is among those found. */
  @Alors("le logiciel trouve son dossier")
  public void found() {
    scenario
        .expectations()
        .add(
            Expectation.that("Le logiciel trouve le dossier du patient.", Basis.DECLARE)
                .isMet(
                    shown(),
                    "réponse « %s », %d dossiers sans le sien"
                        .formatted(
                            consultation.lastAnswer().status().label(),
                            consultation.lastSeen().path("dossiers").size()),
                    "Cherchez les dossiers par la date de naissance, affinée par le début du nom ou"
                        + " du prénom, sans tenir compte des accents, apostrophes et traits"
                        + " d'union ; par le matricule, avec sa clé."));
  }

  /** The record is not among those found. */
  @Alors("le logiciel ne propose pas son dossier")
  public void notFound() {
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel ne propose pas un dossier d'une autre date.", Basis.DECLARE)
                .isMet(
                    !shown(),
                    "le dossier du patient est proposé",
                    "Ne proposez que les dossiers dont la date de naissance est celle cherchée."));
  }

  /** A number that is not whole, or wrong, is not searched. */
  @Alors("le logiciel refuse cette recherche")
  public void refused() {
    Status status = consultation.lastAnswer().status();
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel refuse un matricule incomplet ou dont la clé est fausse.",
                    Basis.DECLARE)
                .isMet(
                    status == Status.REFUSE,
                    "réponse « " + status.label() + " »",
                    "Exigez les quinze caractères du matricule et contrôlez sa clé avant de"
                        + " chercher."));
  }

  private boolean shown() {
    JsonNode found = consultation.lastSeen().path("dossiers");
    return StreamSupport.stream(found.spliterator(), false)
        .anyMatch(line -> line.path("dossier").asText().equals(consultation.record()));
  }

  private static ObjectNode date(String date) {
    return Software.input().put("dateNaissance", date);
  }

  private static String beginning(String name) {
    return name.substring(0, Math.min(3, name.length()));
  }

  private Patient.InsNumber ins() {
    Patient.InsNumber ins = consultation.patient().ins();
    if (ins == null) {
      throw new IllegalStateException("the patient of this scenario has no number");
    }
    return ins;
  }
}
