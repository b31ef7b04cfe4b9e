package fr.socle.features.etapes;

import fr.socle.bench.client.api.InsiState.Call;
import fr.socle.bench.client.api.Patient;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import java.util.List;
import java.util.Objects;

/** Réception: an identity that arrives qualified from elsewhere (INS/va1.04, 1.13, 1.57). */
public final class ReceptionSteps {
  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final RecordDesk desk;
  private final ArrivalDesk arrivals;
  private final VerificationCalls calls;

  /** Built for each scenario. */
  public ReceptionSteps(
      ScenarioRun scenario,
      Consultation consultation,
      RecordDesk desk,
      ArrivalDesk arrivals,
      VerificationCalls calls) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
    this.arrivals = arrivals;
    this.calls = calls;
  }

  /** An identity arrives. */
  @Quand("le cabinet reçoit d'un autre domaine son identité qualifiée")
  public void receives() {
    receive(false);
  }

  /** An identity arrives from a domain that is trusted. */
  @Quand("le cabinet reçoit son identité qualifiée d'un domaine lié par un contrat de confiance")
  public void receivesUnderContract() {
    receive(true);
    calls.requireConfirmedIfAsked(consultation.lastSeen().path("verification").asText(""));
  }

  /** Checks and calls. */
  @Quand("le médecin contrôle sa carte d'identité et appelle INSi")
  public void checksAndCalls() {
    desk.act("controler-piece-identite", desk.reference().put("piece", "carte-nationale-identite"));
    desk.act(RecordDesk.SEARCH, desk.reference());
  }

  /** It is not taken at its word. */
  @Alors("son identité n'est pas encore qualifiée")
  public void notQualified() {
    String shown = consultation.seenRecord().path("statutIdentite").asText("aucun statut");
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Une identité qualifiée ailleurs n'est pas qualifiée ici dès sa réception.",
                    Basis.DECLARE)
                .isMet(
                    !shown.equals("qualifiee"),
                    "statut « " + shown + " »",
                    "Ne reprenez pas le statut « qualifiée » d'un autre domaine : contrôlez une"
                        + " pièce d'identité et appelez INSi."));
  }

  /** INSi was asked about the patient. */
  @Alors("INSi a été appelé pour la requalifier")
  public void asked() {
    Patient patient = consultation.patient();
    List<Call> searches = scenario.bench().insi().searches();
    boolean asked =
        searches.stream()
            .anyMatch(
                call ->
                    patient.birthName().equals(call.birthName())
                        && Objects.requireNonNullElse(call.firstName(), "")
                            .startsWith(patient.firstNameUsed()));
    scenario
        .expectations()
        .add(
            // The call is made because the scenario asks for it: only its absence decides.
            Expectation.that("INSi a été interrogé sur l'identité reçue.", Basis.ETAT)
                .necessary()
                .isMet(
                    asked,
                    searches.size() + " recherche à INSi, aucune avec ces traits",
                    "Appelez INSi avant d'employer comme qualifiée une identité reçue d'un autre"
                        + " domaine."));
  }

  private void receive(boolean contract) {
    arrivals.deliver(arrivals.identity(desk.typed()).put("contratConfiance", contract));
    arrivals.requireTaken();
    arrivals.requireRecord();
  }
}
