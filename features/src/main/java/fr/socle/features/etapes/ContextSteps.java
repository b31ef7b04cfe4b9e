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
import java.util.regex.Pattern;

/** Contexte: a patient handed from one software of a professional to another. */
public final class ContextSteps {
  private static final String SHARE = "PSC context share";

  private final ScenarioRun scenario;
  private final Consultation consultation;

  /** Built for each scenario. */
  public ContextSteps(ScenarioRun scenario, Consultation consultation) {
    this.scenario = scenario;
    this.consultation = consultation;
  }

  /** Hands the patient over. */
  @Quand("le médecin passe ce patient à un autre logiciel")
  public void share() {
    act("partager-contexte", Software.input().put("dossier", consultation.record()));
  }

  /** Takes him up. */
  @Quand("le médecin reprend le patient déposé")
  public void takeUp() {
    act("reprendre-contexte", Software.input());
  }

  /** The context was accepted under his identity, and holds the patient. */
  @Alors("le patient est déposé sous l'identité du médecin")
  public void shared() {
    long asked = consultation.mark();
    String name = consultation.patient().birthName();
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> left =
                  traffic.matching(
                      each ->
                          each.sequence() > asked
                              && his(each, "PUT")
                              && traffic.requestHolds(each, Pattern.compile(Pattern.quote(name))));
              return Expectation.that(
                      "Le patient est déposé pour les autres logiciels du médecin.", Basis.TRAFIC)
                  .in(Traffic.sequences(left))
                  .isMet(
                      !left.isEmpty(),
                      "aucun dépôt accepté pour ce patient",
                      "Déposez le contexte patient-info par PUT /share, avec le jeton d'accès de"
                          + " Pro Santé Connect, rafraîchi s'il a expiré.");
            });
  }

  /** The context was read under his identity. */
  @Alors("le logiciel a relu le dépôt sous l'identité du médecin")
  public void readAgain() {
    List<Exchange> read =
        scenario.bench().exchangesAfter(consultation.mark()).stream()
            .filter(each -> his(each, "GET"))
            .toList();
    scenario
        .expectations()
        .add(
            Expectation.that("Le logiciel relit ce qui a été déposé.", Basis.TRAFIC)
                .in(Traffic.sequences(read))
                .isMet(
                    !read.isEmpty(),
                    "aucune lecture acceptée",
                    "Relisez le contexte par GET /share, avec le jeton d'accès de Pro Santé"
                        + " Connect."));
  }

  /** The user sees the patient. */
  @Alors("le logiciel montre ce patient au médecin")
  public void shown() {
    String shown = consultation.lastSeen().at("/patient/nomNaissance").asText("aucun patient");
    scenario
        .expectations()
        .add(
            Expectation.that("Le logiciel montre le patient déposé.", Basis.DECLARE)
                .isMet(
                    shown.equals(consultation.patient().birthName()),
                    shown,
                    "Montrez à l'utilisateur le patient du contexte relu."));
  }

  private boolean his(Exchange exchange, String method) {
    return SHARE.equals(exchange.transaction())
        && method.equals(exchange.method())
        && exchange.refusal() == null
        && exchange
            .decoded()
            .path("professionnel")
            .asText()
            .equals(consultation.professional().nationalId());
  }

  private void act(String action, ObjectNode input) {
    consultation.setMark(scenario.bench().cursor());
    consultation.setLastAnswer(scenario.lps().ask(action, input));
  }
}
