package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.util.List;

/** Habilitations: who may call INSi, see an INS, change a locked trait (INS/va1.32, 1.50, 1.60). */
public final class RightsSteps {
  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final RecordDesk desk;

  /** Built for each scenario. */
  public RightsSteps(ScenarioRun scenario, Consultation consultation, RecordDesk desk) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
  }

  /** Everything but INSi. */
  @Soit("un utilisateur au poste, qui n'a pas le droit d'appeler INSi")
  public void withoutInsi() {
    seat("voir-ins");
  }

  /** Everything but the INS. */
  @Soit("un utilisateur au poste, qui n'a pas le droit de voir l'INS")
  public void withoutIns() {
    seat("appeler-insi");
  }

  /** Every right. */
  @Soit("un utilisateur au poste, habilité à changer les traits verrouillés")
  public void superUser() {
    seat("appeler-insi", "voir-ins", "modifier-traits-verrouilles");
  }

  /** Calls INSi. */
  @Quand("l'utilisateur tente d'appeler INSi")
  @Quand("l'utilisateur appelle de nouveau INSi")
  public void calls() {
    desk.act(RecordDesk.SEARCH, desk.reference());
  }

  /** Opens the record. */
  @Quand("l'utilisateur ouvre le dossier")
  @Quand("le médecin ouvre le dossier")
  public void opens() {
    desk.act("ouvrir-dossier", desk.reference());
  }

  /** Changes a strict trait; an LPS that lets nobody do it shows nothing of what follows. */
  @Quand("l'utilisateur change son nom de naissance")
  public void changesName() {
    desk.act("modifier-identite", desk.change("nomNaissance", "AUTRENOM"));
    scenario.requireCovered(
        consultation.lastAnswer().done(),
        "Le LPS ne laisse personne changer un trait verrouillé ("
            + consultation.lastAnswer().messageOrNone()
            + ") : la rétrogradation ne peut pas être observée ainsi.");
  }

  /** Nothing reached INSi. */
  @Alors("INSi n'a reçu aucun appel de sa part")
  public void noCall() {
    long asked = consultation.mark();
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> received =
                  traffic.matching(
                      exchange -> InsiTraffic.isCall(exchange) && exchange.sequence() > asked);
              return Expectation.that("INSi n'a reçu aucun appel.", Basis.TRAFIC)
                  .in(Traffic.sequences(received))
                  .isMet(
                      received.isEmpty(),
                      received.size() + " appel à INSi",
                      "Réservez l'appel d'INSi aux personnes habilitées.");
            });
  }

  /** The number is hidden. */
  @Alors("le logiciel ne lui montre pas l'INS")
  public void hidden() {
    scenario
        .expectations()
        .add(
            Expectation.that("L'INS n'est pas montré à qui n'y est pas habilité.", Basis.DECLARE)
                .isMet(
                    !consultation.seenRecord().has("ins"),
                    "matricule montré",
                    "Ne montrez le matricule INS et son OID qu'aux personnes habilitées."));
  }

  private void seat(String... rights) {
    var input = Software.input();
    var list = input.putArray("droits");
    for (String right : rights) {
      list.add(right);
    }
    scenario.lps().prepare("changer-utilisateur", input, "changer d'utilisateur");
  }
}
