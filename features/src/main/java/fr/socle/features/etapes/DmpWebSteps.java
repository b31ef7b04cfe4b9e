package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import java.util.List;

/** Accès web: the site of the DMP, opened from the LPS (TD0.9, dmp.md 1.7). */
public final class DmpWebSteps {
  private static final String OPEN = "ouvrir-acces-web-dmp";
  private static final String PAGES = "/AccesDirect/";
  private static final int MATRICULE = 13;

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final DmpDesk desk;

  /** Built for each scenario. */
  public DmpWebSteps(ScenarioRun scenario, Consultation consultation, DmpDesk desk) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
  }

  /** The doctor's own page. */
  @Quand("le médecin ouvre son tableau de bord sur le site du DMP")
  public void opensDashboard() {
    desk.act(OPEN, Software.input());
  }

  /** The patient's page. */
  @Quand("le médecin ouvre le DMP du patient sur le site du DMP")
  public void opensRecord() {
    ObjectNode input = desk.reference();
    desk.act(OPEN, input);
  }

  /** The dashboard was asked for. */
  @Alors("le site du DMP a ouvert le tableau de bord")
  public void dashboardOpened() {
    opened("TableauDeBord");
  }

  /** The page of this patient was asked for. */
  @Alors("le site du DMP a ouvert le dossier de ce patient, et aucun autre")
  public void recordOpened() {
    // The key is a matter of form (DMP-T17): the page is the patient's without it too.
    String page = "DossierPatient/" + desk.ins().substring(0, MATRICULE);
    opened(page);
    List<Exchange> others =
        desk.seen(
            e ->
                e.target() != null
                    && e.target().contains(PAGES + "DossierPatient/")
                    && !e.target().contains(page));
    scenario
        .expectations()
        .add(
            Expectation.that("Le site du DMP n'ouvre le dossier d'aucun autre.", Basis.TRAFIC)
                .in(Traffic.sequences(others))
                .isMet(
                    others.isEmpty(),
                    others.size() + " page d'un autre numéro",
                    "Ouvrez la page du patient dont le dossier est ouvert, et elle seule."));
  }

  private void opened(String page) {
    List<Exchange> visits = desk.seen(e -> e.target() != null && e.target().contains(PAGES));
    scenario.requireCovered(
        !visits.isEmpty(),
        "Le site du DMP n'a reçu aucune visite (adresse montrée : « %s ») : ce que le logiciel ouvre ne peut pas être observé."
            .formatted(consultation.lastSeen().path("adresse").asText("aucune")));
    scenario
        .expectations()
        .add(
            Expectation.that("Le site du DMP s'ouvre à la page " + page + ".", Basis.TRAFIC)
                .judging("DMP/UX.49")
                .in(Traffic.sequences(visits))
                .isMet(
                    visits.stream()
                        .anyMatch(e -> String.valueOf(e.target()).contains(PAGES + page)),
                    "page " + visits.get(0).target(),
                    "Ouvrez AccesDirect/TableauDeBord, ou AccesDirect/DossierPatient suivi de l'INS du"
                        + " patient."));
  }
}
