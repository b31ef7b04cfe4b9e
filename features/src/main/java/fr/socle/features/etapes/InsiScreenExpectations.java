package fr.socle.features.etapes;

import fr.socle.exigences.Basis;
import fr.socle.features.driver.ActionAnswer.Status;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import io.cucumber.java.fr.Alors;
import java.util.Objects;

/** Attentes on what the LPS tells its user of INSi; only its word says so. */
public final class InsiScreenExpectations {
  private final ScenarioRun scenario;
  private final Consultation consultation;

  /** Built for each scenario. */
  public InsiScreenExpectations(ScenarioRun scenario, Consultation consultation) {
    this.scenario = scenario;
    this.consultation = consultation;
  }

  /** The user is told what INSi said. */
  @Alors("le logiciel dit au médecin qu'INSi {resultat}")
  public void told(String expected) {
    String shown = consultation.lastSeen().path("resultat").asText("aucun résultat");
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel dit au médecin le résultat « " + expected + " ».", Basis.DECLARE)
                .judging("INSI-T08")
                .isMet(
                    shown.equals(expected),
                    "résultat « " + shown + " »",
                    "Dites à l'utilisateur ce qu'INSi a répondu, sans le confondre avec autre"
                        + " chose."));
  }

  /** The user is told that the identity is not taken. */
  @Alors("le logiciel refuse l'identité rendue par INSi")
  public void identityRefused() {
    String shown = consultation.lastSeen().path("resultat").asText("aucun résultat");
    scenario
        .expectations()
        .add(
            Expectation.that("Le logiciel refuse l'identité rendue par INSi.", Basis.DECLARE)
                .isMet(
                    shown.equals("refusee"),
                    "résultat « " + shown + " »",
                    "Refusez une identité dont la date de naissance porte 00, ou dont le nom, les"
                        + " prénoms ou le sexe sont vides, et dites-le à l'utilisateur."));
  }

  /** The user is told why nothing was asked. */
  @Alors("le logiciel explique au médecin pourquoi il n'appelle pas INSi")
  public void explained() {
    boolean refused = consultation.lastAnswer().status() == Status.REFUSE;
    String message = Objects.requireNonNullElse(consultation.lastAnswer().message(), "");
    scenario
        .expectations()
        .add(
            Expectation.that("Le logiciel refuse l'appel à INSi et dit pourquoi.", Basis.DECLARE)
                .isMet(
                    refused && !message.isBlank(),
                    "réponse « %s », %s"
                        .formatted(
                            consultation.lastAnswer().status().label(),
                            consultation.lastAnswer().messageOrNone()),
                    "Refusez l'appel à INSi et dites à l'utilisateur quelle marque l'interdit."));
  }
}
