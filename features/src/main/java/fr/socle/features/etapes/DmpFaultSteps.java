package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Fault;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pannes: the DMP out of order, and what becomes of what was to be sent. */
public final class DmpFaultSteps {
  private static final String WITHOUT_A_GESTURE = "DMP/ALI/PROG.07";

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final DmpDesk desk;
  private @Nullable Fault fault;
  private long repaired;

  /** Built for each scenario. */
  public DmpFaultSteps(ScenarioRun scenario, Consultation consultation, DmpDesk desk) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
  }

  /** The DMP is disturbed from now on. */
  @Soit("une panne : le DMP {panneDmp}")
  public void down(DmpTrouble trouble) {
    fault = scenario.bench().arm(trouble.request(), "Le DMP " + trouble.words() + ".");
  }

  /** The document comes in, and nobody hears of it. */
  @Soit("une panne : la réponse du DMP au premier envoi se perd")
  public void lostAnswer() {
    fault =
        scenario
            .bench()
            .arm(
                new FaultRequest(
                    "dmp", "coupure", Map.of("moment", "avant-reponse"), 1, "DMP TD2.1"),
                "Le DMP prend le premier envoi, et sa réponse se perd.");
  }

  /** It works again. */
  @Quand("la panne du DMP est finie")
  public void back() {
    if (fault == null) {
      throw new IllegalStateException("aucune panne du DMP n'a été armée");
    }
    scenario.requireCovered(
        scenario.bench().exchanges().stream()
            .anyMatch(
                e ->
                    e.service().equals("dmp")
                        && (!e.faults().isEmpty() || e.kind() != Exchange.Kind.HTTP)),
        "Le LPS n'a pas rencontré la panne du DMP : ce qu'il en fait ne peut pas être observé.");
    repaired();
    scenario.bench().disarm(fault, "Le DMP est rétabli.");
  }

  /** What was out of order works again from here on. */
  void repaired() {
    desk.begin();
    repaired = scenario.bench().cursor();
  }

  /** One document. */
  @Alors("le DMP reçoit ce document, une seule fois, sans autre geste")
  public void resumed() {
    resumed(List.of(desk.last()));
  }

  /** All of them. */
  @Alors("le DMP reçoit chaque document, une seule fois, sans autre geste")
  public void allResumed() {
    resumed(desk.written());
  }

  /** What the queue says meanwhile. */
  @Alors("l'état des envois dit ce document en attente")
  public void shownWaiting() {
    String shown = sending(desk.last());
    scenario
        .expectations()
        .add(
            Expectation.that("L'état des envois montre le document en attente.", Basis.DECLARE)
                .isMet(
                    shown.equals("en-attente"),
                    "envoi dit « " + shown + " »",
                    "Gardez en attente, et montrez, ce que le DMP injoignable n'a pas pris."));
  }

  /** What was sent, and what was not. */
  @Alors("l'état des envois dit ce que le DMP tient")
  public void shownAsHeld() {
    String sent = sending(desk.last());
    String kept = sending(desk.nth(2));
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel montre, document par document, s'il est au DMP.", Basis.DECLARE)
                .isMet(
                    sent.equals("envoye") && !kept.equals("envoye"),
                    "document envoyé dit « %s », document ancien dit « %s »".formatted(sent, kept),
                    "Marquez chaque document que le DMP a pris, et lui seul."));
  }

  private String sending(DmpWritten document) {
    for (var line : consultation.lastSeen().path("envois")) {
      if (line.path("document").asText().equals(document.local())) {
        return line.path("dmp").asText();
      }
    }
    return "rien";
  }

  /**
   * No text says how soon a sending is taken up again. Where it does not come by itself, the user
   * validates another document: that one arriving, the LPS knows that the DMP is back. What then
   * follows shows that the document was kept, not that it needs no act of the user.
   */
  private void resumed(List<DmpWritten> waiting) {
    boolean alone = arrived(waiting);
    List<String> judged = new ArrayList<>(scenario.expectations().requirements());
    if (!alone) {
      DmpWritten later = desk.aside(DmpKind.DECLARATION);
      scenario.requireCovered(
          desk.arrives(later),
          "Le DMP rétabli n'a plus rien reçu du LPS : on ne sait pas quand il aurait repris ses"
              + " envois. Rejouez avec une reprise plus fréquente.");
      if (arrived(waiting)) {
        judged.remove(WITHOUT_A_GESTURE);
        scenario.requireCovered(
            !judged.isEmpty(),
            "Les envois en attente ne sont repartis qu'après un autre envoi : rien ne montre qu'ils"
                + " seraient repartis d'eux-mêmes. Rejouez avec une reprise plus fréquente.");
      }
    }
    String how = alone ? "sans autre geste" : "après un autre envoi";
    for (DmpWritten document : waiting) {
      scenario
          .expectations()
          .atClose(
              traffic -> {
                List<Exchange> served =
                    DmpFeedingExpectations.carrying(traffic, document, DmpTraffic::isServed);
                return Expectation.that(
                        "« %s » arrive au DMP rétabli, %s, une seule fois."
                            .formatted(document.kind().words(), how),
                        Basis.TRAFIC)
                    .judging(judged.toArray(String[]::new))
                    .in(Traffic.sequences(served))
                    .isMet(
                        served.size() == 1,
                        served.size() + " envoi pris par le DMP rétabli",
                        "Gardez en attente ce que le DMP n'a pas pris, et renvoyez-le de vous-même"
                            + " quand il répond, sous le même identifiant.");
              });
    }
  }

  private boolean arrived(List<DmpWritten> waiting) {
    return waiting.stream()
        .allMatch(
            document ->
                desk.awaitedSince(
                    repaired, e -> e.sequence() > repaired && desk.carries(e, document)));
  }
}
