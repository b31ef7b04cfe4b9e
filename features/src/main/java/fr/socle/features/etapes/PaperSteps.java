package fr.socle.features.etapes;

import fr.socle.bench.client.api.Patient;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Papier: the text of the identity on a printed page (INS/va1.10, 1.15). */
public final class PaperSteps {
  private static final String PRINT = "imprimer-identite";
  private static final String NIA = "1.2.250.1.213.1.4.9";

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
    PrintedPage.Text text = printed.text();
    String page = text.text();
    Patient patient = consultation.patient();
    List<String> absent = new ArrayList<>();
    need(absent, page, "nom de naissance", Pattern.quote(patient.birthName()));
    need(absent, page, "premier prénom", Pattern.quote(patient.firstNameUsed()));
    need(absent, page, "date de naissance", date(patient.birthDate()));
    need(absent, page, "sexe", "\\b" + patient.sex() + "\\b|MASCULIN|FÉMININ|FEMININ|HOMME|FEMME");
    Patient.InsNumber ins = patient.ins();
    if (ins != null) {
      need(absent, page.replace(" ", ""), "matricule", ins.matricule());
      need(absent, page, "nature du matricule", ins.oid().equals(NIA) ? "\\bNIA\\b" : "\\bNIR\\b");
    }
    scenario
        .expectations()
        .add(
            Expectation.that("La page porte les traits, le matricule et sa nature.", text.basis())
                .isMet(
                    absent.isEmpty(),
                    "absents : " + String.join(", ", absent),
                    "Imprimez pour une identité qualifiée nom de naissance, premier prénom, date de"
                        + " naissance, sexe et matricule suivi de NIR ou NIA."));
  }

  /** The trait that was added. */
  @Alors("la page porte le nom utilisé")
  public void added() {
    PrintedPage.Text text = printed.text();
    scenario
        .expectations()
        .add(
            Expectation.that("La page porte le trait ajouté par la structure.", text.basis())
                .isMet(
                    text.text().contains("NOMUTILISE"),
                    "nom utilisé absent",
                    "Laissez la structure ajouter des traits à ceux qui figurent toujours."));
  }

  private static void need(List<String> absent, String page, String what, String pattern) {
    if (!Pattern.compile(pattern).matcher(page).find()) {
      absent.add(what);
    }
  }

  /** The date as it is kept, or as the French write it. */
  private static String date(String iso) {
    String[] parts = iso.split("-", -1);
    return Pattern.quote(iso) + "|" + parts[2] + "[/. -]" + parts[1] + "[/. -]" + parts[0];
  }
}
