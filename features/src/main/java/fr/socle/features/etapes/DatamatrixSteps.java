package fr.socle.features.etapes;

import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.PrintReading;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import io.cucumber.java.fr.Alors;
import java.util.List;
import java.util.Optional;

/** Papier: the INS data matrix of a printed page, read by the bench (INS/va1.03, 1.53). */
public final class DatamatrixSteps {
  private static final String FORMAT = "INSI-T14";

  private final ScenarioRun scenario;
  private final PrintedPage page;

  /** Built for each scenario. */
  public DatamatrixSteps(ScenarioRun scenario, PrintedPage page) {
    this.scenario = scenario;
    this.page = page;
  }

  /** There is one, and it is the patient's. */
  @Alors("la page porte le datamatrix de son INS")
  public void present() {
    PrintReading reading = page.reading(true);
    scenario.requireCovered(
        !reading.datamatrix().isEmpty() || !page.hasOtherBarcode(),
        "Le pilote dit que l'INS est dans un autre code-barres (« autreCodeBarres »), ce"
            + " qu'INS/va1.03 admet et que le banc ne lit pas : faites-le constater par une"
            + " personne.");
    requireSure(reading);
    judge(reading, "La page porte le datamatrix de l'INS rendu par INSi.", List.of("INS/va1.03"));
  }

  /** Its blocks, separators and traits; nothing is said of one that is not there. */
  @Alors("ce datamatrix suit le format et porte les traits rendus par INSi")
  public void wellFormed() {
    PrintReading reading = page.reading(true);
    if (!reading.datamatrix().isEmpty()) {
      judge(
          reading,
          "Le datamatrix suit le format et porte les traits rendus par INSi.",
          List.of(FORMAT));
    }
  }

  /** An identity that is not qualified has none, nor its number. */
  @Alors("la page ne porte ni INS ni datamatrix INS")
  public void absent() {
    PrintReading reading = page.reading(false);
    if (reading.findings().isEmpty()) {
      requireSure(reading);
    }
    judge(
        reading,
        "La page d'une identité qui n'est pas qualifiée ne porte ni son INS ni un datamatrix INS.",
        List.of("INS/va1.53", "INSI-T12"));
    judge(
        reading,
        "La page d'une identité qui n'est pas qualifiée ne porte pas de symbole INS, même vide.",
        List.of(FORMAT));
  }

  /** Where the bench cannot read, nothing is said. */
  private void requireSure(PrintReading reading) {
    String doubt = reading.doubt();
    scenario.requireCovered(doubt == null, doubt == null ? "" : doubt);
  }

  private void judge(PrintReading reading, String expected, List<String> requirements) {
    Optional<Finding> breach =
        reading.findings().stream()
            .filter(finding -> finding.requirements().stream().anyMatch(requirements::contains))
            .findFirst();
    scenario
        .expectations()
        .add(
            Expectation.that(expected, Basis.PIECE)
                .judging(requirements.toArray(String[]::new))
                .isMet(
                    breach.isEmpty(),
                    breach.map(DatamatrixSteps::shown).orElse(""),
                    breach.map(Finding::mend).orElse("")));
  }

  private static String shown(Finding finding) {
    return "%s (%s ; attendu : %s)"
        .formatted(finding.found(), finding.location(), finding.expected());
  }
}
