package fr.socle.features.etapes;

import fr.socle.features.driver.ActionAnswer;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;

/** Choix: what the patient says of his DMP, which the doctor writes down. */
public final class DmpChoiceSteps {
  private static final String CHOICE = "noter-choix-patient";

  private final ScenarioRun scenario;
  private final DmpDesk desk;

  /** Built for each scenario. */
  public DmpChoiceSteps(ScenarioRun scenario, DmpDesk desk) {
    this.scenario = scenario;
    this.desk = desk;
  }

  /** On being consulted. */
  @Soit("le patient {choix} que le médecin consulte son DMP")
  public void consultation(String choice) {
    desk.prepare(CHOICE, desk.reference().put("consultation", choice), "noter le choix du patient");
  }

  /** On being fed. */
  @Soit("le patient {choix} que le médecin alimente son DMP")
  public void feeding(String choice) {
    desk.prepare(CHOICE, desk.reference().put("alimentation", choice), "noter le choix du patient");
  }

  /** A minor who wants nobody to know. */
  @Soit("le patient demande la connexion secrète")
  public void secret() {
    desk.prepare(
        CHOICE, desk.reference().put("connexionSecrete", true), "noter la connexion secrète");
  }

  /** The doctor's authorisation is no longer wanted. */
  @Quand("le médecin renonce à consulter le DMP")
  public void givesUp() {
    authorization("supprimer");
  }

  /** The doctor is the treating one. */
  @Quand("le médecin se déclare médecin traitant")
  public void treating() {
    authorization("medecin-traitant");
  }

  /** Which DMP he may read. */
  @Quand("le médecin demande la liste des DMP où il est autorisé")
  public void listsPatients() {
    ActionAnswer answer = desk.act("lister-patients-dmp", Software.input());
    scenario.requireCovered(
        !desk.seen(e -> DmpTraffic.is(e, DmpTraffic.PATIENTS)).isEmpty(),
        "Le LPS n'a pas demandé au DMP la liste de ses patients (%s) : rien ne montre comment il le fait."
            .formatted(answer.messageOrNone()));
  }

  /** There is no time to ask. */
  @Quand("le médecin accède au DMP en urgence")
  public void emergency() {
    desk.emergency(
        "declarer-autorisation-dmp",
        desk.reference()
            .put("motif", "bris-de-glace")
            .put("raison", "Patient inconscient à l'arrivée."));
  }

  /** The identity is checked, hence qualified. */
  @Quand("le médecin contrôle la carte d'identité du patient")
  public void checksIdentity() {
    desk.prepare(
        "controler-piece-identite",
        desk.reference().put("piece", "carte-nationale-identite"),
        "contrôler la carte d'identité");
  }

  /** The record is opened, and what is shown then is looked at. */
  @Quand("le médecin ouvre le dossier du patient")
  public void opens() {
    desk.open();
  }

  /** Opened once before, so that there is a last visit. */
  @Soit("le dossier, que le médecin a ouvert une première fois")
  public void openedBefore() {
    desk.prepare("ouvrir-dossier", desk.reference(), "ouvrir le dossier");
  }

  private void authorization(String motive) {
    ActionAnswer answer =
        desk.act("declarer-autorisation-dmp", desk.reference().put("motif", motive));
    scenario.requireCovered(
        answer.done() || !desk.seen(e -> DmpTraffic.is(e, DmpTraffic.AUTHORIZATION)).isEmpty(),
        "Le LPS n'a rien demandé au DMP (%s) : rien ne montre comment il déclare ou retire une autorisation."
            .formatted(answer.messageOrNone()));
  }
}
