package fr.socle.features.etapes;

import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import java.util.List;

/** Papier: the text of the identity on a printed page (INS/va1.10, 1.15). */
public final class PaperSteps {
  private static final String PRINT = "imprimer-identite";

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final RecordDesk desk;
  private final PrintedPage printed;

  /** Built for each scenario. */
  public PaperSteps(
      ScenarioRun scenario, Consultation consultation, RecordDesk desk, PrintedPage printed) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
    this.printed = printed;
  }

  /** Prints what is always printed. */
  @Quand("le médecin imprime l'identité du patient")
  public void prints() {
    desk.ask(PRINT, desk.reference());
  }

  /** Prints one trait more. */
  @Quand("le médecin imprime l'identité du patient avec le nom utilisé")
  public void printsWithUsedName() {
    var input = desk.reference();
    input.putArray("traitsAjoutes").add("nomUtilise");
    desk.ask(PRINT, input);
  }

  /** The compulsory traits and the number with its kind. */
  @Alors("la page porte les traits, le matricule et sa nature")
  public void compulsory() {
    PrintedPage.Lack lack = printed.lacking(text -> text.missing(consultation.patient()));
    scenario
        .expectations()
        .add(
            Expectation.that("La page porte les traits, le matricule et sa nature.", lack.basis())
                .isMet(
                    lack.absent().isEmpty(),
                    "absents : " + String.join(", ", lack.absent()),
                    "Imprimez pour une identité qualifiée nom de naissance, premier prénom, date de"
                        + " naissance, sexe et matricule suivi de NIR ou NIA."));
  }

  /** The trait that was added. */
  @Alors("la page porte le nom utilisé")
  public void added() {
    PrintedPage.Lack lack =
        printed.lacking(text -> text.holds("NOMUTILISE") ? List.of() : List.of("nom utilisé"));
    scenario
        .expectations()
        .add(
            Expectation.that("La page porte le trait ajouté par la structure.", lack.basis())
                .isMet(
                    lack.absent().isEmpty(),
                    "nom utilisé absent",
                    "Laissez la structure ajouter des traits à ceux qui figurent toujours."));
  }
}
