package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.ProfessionalChange;
import fr.socle.exigences.Basis;
import fr.socle.features.driver.ActionAnswer;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import java.util.ArrayList;
import java.util.List;

/** Extraction: what the software holds of professionals, as the Annuaire Santé describes them. */
public final class ExtractSteps {
  private static final String LOAD = "charger-annuaire";

  /** Hours between two loads, those that software may well offer. */
  private static final List<Integer> RATES = List.of(12, 24, 48, 168, 6, 1);

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final MssDesk desk;
  private final MssWorldSteps world;
  private final List<Integer> rates = new ArrayList<>();
  private String newName = "";

  /** Built for each scenario. */
  public ExtractSteps(
      ScenarioRun scenario, Consultation consultation, MssDesk desk, MssWorldSteps world) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
    this.world = world;
  }

  /** It loads what it loads by itself otherwise. */
  @Quand("le logiciel charge l'annuaire")
  public void loads() {
    desk.act(LOAD, Software.input());
  }

  /** The directory changes meanwhile. */
  @Quand("le {quiChange} change de nom, et que le logiciel charge l'annuaire")
  public void changesAndLoads(String whom) {
    newName = "RENOMME";
    scenario
        .bench()
        .changeProfessional(
            new ProfessionalChange(professional(whom).nationalId(), newName, null, null, null),
            "L'annuaire le connaît maintenant sous le nom de " + newName + ".");
    desk.act(LOAD, Software.input());
  }

  /** The rate. */
  @Quand("l'administrateur règle une fréquence de chargement de l'annuaire, puis une autre")
  public void settles() {
    for (int hours : RATES) {
      ActionAnswer answer =
          desk.act("regler-annuaire", Software.input().put("frequenceHeures", hours));
      if (answer.done()) {
        rates.add(desk.seen().path("frequenceHeures").asInt());
      }
      if (isSettable(rates)) {
        return;
      }
    }
  }

  /** ANN/va1.01. */
  @Alors("l'extraction en libre accès a été lue")
  public void loaded() {
    long place = desk.from();
    boolean done = desk.answer().done();
    int people = desk.seen().path("personnes").asInt();
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> read =
                  traffic.matching(
                      e ->
                          e.sequence() > place
                              && "ANN extraction".equals(e.transaction())
                              && e.decoded().path("extraction").asText().equals("PS_LibreAcces")
                              && e.refusal() == null);
              return Expectation.that(
                      "L'extraction en libre accès des personnes et activités est chargée.",
                      Basis.TRAFIC)
                  .in(Traffic.sequences(read))
                  .isMet(
                      !read.isEmpty() && done && people > 0,
                      read.size() + " lecture de l'extraction, " + people + " personne nommée",
                      "Chargez PS_LibreAcces, et lisez-y les personnes et leurs activités.");
            });
  }

  /** ANN/va1.02, va1.03. */
  @Alors("la fiche du {quiChange} est celle de l'annuaire")
  public void cardFollows(String whom) {
    Professional who = professional(whom);
    String wanted = newName.isEmpty() ? who.familyName() : newName;
    ActionAnswer answer =
        scenario
            .lps()
            .ask(
                "lire-fiche-annuaire",
                Software.input()
                    .put("identifiantNational", who.nationalId())
                    .put("genre", whom.equals("médecin") ? "utilisateur" : "correspondant"));
    JsonNode seen = answer.seen();
    String found = seen == null ? "" : seen.at("/fiche/nom").asText();
    check(
        "La fiche d'un professionnel que l'annuaire connaît en suit les données.",
        MssLabels.upper(found).equals(MssLabels.upper(wanted)),
        found.isEmpty() ? "aucune fiche" : "fiche au nom de " + found,
        "Créez et tenez à jour, depuis l'extraction de l'annuaire, la fiche de chaque utilisateur"
            + " et de chaque correspondant qu'elle nomme.");
  }

  /** ANN/va1.04. */
  @Alors("le logiciel a changé de fréquence")
  public void keepsRate() {
    scenario.requireCovered(
        rates.size() > 1,
        "Le LPS refuse les fréquences essayées : rien ne montre celles qu'il admet.");
    check(
        "La fréquence du chargement automatique se règle.",
        isSettable(rates),
        "fréquence de " + rates.get(0) + " heures, quoi qu'on règle",
        "Laissez régler la fréquence du chargement automatique de l'annuaire.");
  }

  /** Whether what was kept changes with what was asked for: each LPS has rates of its own. */
  static boolean isSettable(List<Integer> kept) {
    return kept.stream().distinct().count() > 1;
  }

  private Professional professional(String whom) {
    return whom.equals("médecin") ? consultation.professional() : world.colleagueAtWork();
  }

  private void check(String text, boolean met, String found, String mend) {
    scenario.expectations().add(Expectation.that(text, Basis.DECLARE).isMet(met, found, mend));
  }
}
