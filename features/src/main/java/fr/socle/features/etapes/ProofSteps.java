package fr.socle.features.etapes;

import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;

/** Justificatifs: which proof was shown and what it is worth (INS/va1.23, 1.26, 1.33, 1.55). */
public final class ProofSteps {
  private static final String CARD = "carte-nationale-identite";
  private static final String SETTING = "regler-justificatifs";

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final RecordDesk desk;

  /** Built for each scenario. */
  public ProofSteps(ScenarioRun scenario, Consultation consultation, RecordDesk desk) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
  }

  /** The card is no high-confidence proof here. */
  @Soit("un cabinet qui ne tient plus la carte d'identité pour une pièce de haute confiance")
  public void cardNotTrusted() {
    scenario
        .lps()
        .prepare(
            SETTING,
            Software.input().put("piece", CARD).put("hauteConfiance", false),
            "retirer sa confiance à la carte d'identité");
  }

  /** Nothing validates by itself. */
  @Soit("un cabinet qui a désactivé la validation automatique")
  public void noAutomaticValidation() {
    scenario
        .lps()
        .prepare(
            SETTING,
            Software.input().put("validationAutomatique", false),
            "désactiver la validation automatique");
  }

  /** Nothing validates by itself, if the LPS has such a setting at all. */
  @Soit("un cabinet où le médecin valide lui-même les identités")
  public void validatesByHand() {
    if (scenario.lps().offers(SETTING)) {
      noAutomaticValidation();
    }
  }

  /** The user's own act. */
  @Quand("le médecin valide lui-même l'identité")
  public void validates() {
    desk.act("valider-identite", desk.reference());
  }

  /** The proof was noted. */
  @Alors("le dossier dit que la carte d'identité a été contrôlée")
  public void proofNoted() {
    String shown = consultation.seenRecord().path("piece").asText("");
    scenario.requireCovered(
        !shown.isEmpty(), "Le pilote ne montre pas le justificatif noté (« piece »).");
    scenario
        .expectations()
        .add(
            Expectation.that("La nature du justificatif est notée.", Basis.DECLARE)
                .isMet(
                    shown.equals(CARD),
                    "justificatif « " + shown + " »",
                    "Notez la nature du justificatif présenté à la création ou au contrôle de"
                        + " l'identité."));
  }
}
