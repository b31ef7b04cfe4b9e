package fr.socle.features.etapes;

import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import io.cucumber.java.fr.Quand;

/** Carte absente: what is to leave with the card waits for it (DMP/ALI/PROG.06). */
public final class DmpCardOutageSteps {
  private final ScenarioRun scenario;
  private final DmpDesk desk;
  private final DmpFaultSteps faults;

  /** Built for each scenario. */
  public DmpCardOutageSteps(ScenarioRun scenario, DmpDesk desk, DmpFaultSteps faults) {
    this.scenario = scenario;
    this.desk = desk;
    this.faults = faults;
  }

  /** The card is out of the reader. */
  @Quand("le médecin retire sa carte du lecteur")
  public void removesCard() {
    desk.prepare(
        VitaleDesk.REMOVE,
        Software.input().put("carte", "professionnelle"),
        "retirer la carte du médecin");
  }

  /** The user wants it sent with his card all the same. */
  @Quand("le médecin valide {document}, à envoyer avec sa carte")
  public void validatesByCard(DmpKind kind) {
    desk.validate(kind, Software.input().put("mode", "cpx"));
  }

  /** No text forbids another way of sending, the certificate of the structure for instance. */
  @Quand("le médecin remet sa carte dans le lecteur")
  public void putsCardBack() {
    DmpWritten document = desk.last();
    scenario.requireCovered(
        desk.seen(e -> desk.carries(e, document)).isEmpty(),
        "Le LPS a envoyé le document sans la carte : rien ne montre ce qu'il fait de ceux qui"
            + " l'attendent.");
    faults.repaired();
    scenario
        .lps()
        .prepare(
            VitaleDesk.INSERT, CardSteps.ownCard(), "remettre la carte du médecin dans le lecteur");
  }
}
