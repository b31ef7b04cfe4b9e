package fr.socle.features.etapes;

import fr.socle.bench.client.api.FaultRequest;
import fr.socle.exigences.Basis;
import fr.socle.features.driver.Capabilities;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.util.Map;

/** Arrière-plan: the DMP is slow, and the doctor goes on working (DMP/UX.10, DMP/ALI/PROG.05). */
public final class DmpBackgroundSteps {
  private static final String LATENCY_MS = "3000";

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final DmpDesk desk;
  private long sent;
  private boolean meanwhile;

  /** Built for each scenario. */
  public DmpBackgroundSteps(ScenarioRun scenario, Consultation consultation, DmpDesk desk) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
  }

  /** Every answer to a sending comes three seconds late. */
  @Soit("un DMP qui répond au bout de trois secondes")
  public void slow() {
    scenario
        .bench()
        .arm(
            new FaultRequest(
                "dmp", "latence", Map.of("millisecondes", LATENCY_MS), null, "DMP TD2.1"),
            "Le DMP répond à un envoi au bout de trois secondes.");
  }

  /** Validates, and does something else at once. */
  @Quand("le médecin valide {document}, puis cherche aussitôt un autre dossier")
  public void validatesAndGoesOn(DmpKind kind) {
    scenario.requireCovered(
        scenario.lps().plays(Capabilities.DMP_IN_BACKGROUND),
        "Le pilote n'annonce pas « "
            + Capabilities.DMP_IN_BACKGROUND
            + " » dans « joue » : rien ne dit s'il attend la réponse du DMP, ou le logiciel.");
    desk.validate(kind, Software.input().put("sansAttendre", true));
    sent = desk.last().from();
    desk.act(
        "chercher-dossier",
        Software.input()
            .put("debutNom", consultation.patient().birthName())
            .put("dateNaissance", consultation.patient().birthDate()));
    // The journal has an exchange once its answer is decided: no clock is compared with another.
    meanwhile = scenario.bench().exchangesAfter(sent).stream().noneMatch(DmpTraffic::isFeeding);
  }

  /** The other act was over before the DMP had answered. */
  @Alors("le médecin a cherché cet autre dossier sans attendre le DMP")
  public void wentOn() {
    boolean met = meanwhile && consultation.lastAnswer().done();
    scenario.requireCovered(
        desk.arrives(desk.last()),
        "Le DMP n'a pas reçu le document : rien ne montre ce que l'utilisateur peut faire pendant"
            + " l'envoi.");
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "L'utilisateur a la main pendant que le DMP tarde à répondre.", Basis.DECLARE)
                .isMet(
                    met,
                    meanwhile
                        ? "recherche « %s »".formatted(consultation.lastAnswer().status().label())
                        : "la recherche n'a fini qu'après la réponse du DMP",
                    "Envoyez au DMP en arrière-plan : rendez l'écran à l'utilisateur sans attendre"
                        + " la réponse."));
  }
}
