package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Patient;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Arrivées: identities and INS of another domain, and their verification (INS/va1.05 to 1.11). */
public final class ArrivalSteps {
  private static final String ELSEWHERE = "99100";

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final RecordDesk desk;
  private final ArrivalDesk arrivals;
  private final VerificationCalls calls;
  private final List<Patient> arriving = new ArrayList<>();
  private long firstArrival;
  private @Nullable JsonNode before;

  /** Built for each scenario. */
  public ArrivalSteps(
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

  /** Two people. */
  @Soit("deux patients connus d'INSi")
  public void twoPatients() {
    for (int rank = 0; rank < 2; rank++) {
      desk.patient("ordinaire", "INSi connaît un patient.");
      arriving.add(consultation.patient());
    }
  }

  /** An identity arrives. */
  @Quand("le cabinet reçoit d'un autre domaine cette identité et son INS")
  public void arrives() {
    firstArrival = scenario.bench().cursor();
    arrivals.deliver(arrivals.sent(desk.typed(), null));
  }

  /** Two identities arrive. */
  @Quand("le cabinet reçoit d'un autre domaine l'identité de chacun et son INS")
  public void bothArrive() {
    firstArrival = scenario.bench().cursor();
    for (Patient patient : arriving) {
      consultation.setPatient(patient);
      arrivals.deliver(arrivals.sent(desk.typed(), null));
    }
  }

  /** What the LPS says then is no alert. */
  @Soit("un document déjà arrivé pour lui, avec une INS qu'INSi a confirmée")
  public void documentArrived() {
    arrivals.deliver(arrivals.sentBefore(desk.typed()));
    arrivals.requireTaken();
    calls.requireConfirmed(understood());
    arrivals.rememberUsual();
  }

  /** An identity arrives whose INS is not its own. */
  @Quand("le cabinet reçoit d'un autre domaine cette identité et son INS, qu'INSi dément")
  public void arrivesDenied() {
    arrivesDenied(desk.typed(), null);
    arrivals.requireRecord();
  }

  /** The same, of somebody who has a record, with another trait. */
  @Quand("le cabinet reçoit son identité avec un autre lieu de naissance, qu'INSi dément")
  public void arrivesDeniedWithAnotherPlace() {
    desk.act("ouvrir-dossier", desk.reference());
    requireOpened();
    before = consultation.seenRecord();
    arrivesDenied(desk.typed().put("lieuNaissance", ELSEWHERE), null);
  }

  /** A document arrives with it. */
  @Quand("le cabinet reçoit un document avec une INS qu'INSi dément")
  public void documentArrives() {
    arrivesDenied(desk.typed(), ArrivalDesk.DOCUMENT);
  }

  /** The record of before. */
  @Quand("le médecin rouvre le dossier d'avant")
  public void reopens() {
    desk.act("ouvrir-dossier", desk.reference().put("dossier", before().path("dossier").asText()));
    requireOpened();
  }

  /** INSi was asked at once, in whatever form. */
  @Alors("INSi a été appelé d'emblée pour vérifier cette INS")
  public void verified() {
    List<Patient> arrived = List.of(consultation.patient());
    List<Exchange> heard = calls.heard(firstArrival, arrived);
    List<Exchange> verifications = calls.about(consultation.patient(), heard);
    requireTakenOrSeen(heard, arrived);
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "L'arrivée d'une INS d'un autre domaine déclenche sa vérification par INSi.",
                    Basis.TRAFIC)
                .in(Traffic.sequences(verifications))
                .isMet(
                    !verifications.isEmpty(),
                    "aucun appel à INSi à l'arrivée de l'INS",
                    "Vérifiez auprès d'INSi, sans attendre l'utilisateur, toute INS qui arrive d'un"
                        + " autre domaine et que vous ne tenez pas déjà d'INSi."));
  }

  /**
   * INSi was not asked: the INS is held from INSi already. No text forbids it, a duty is lifted;
   * and an LPS that verifies nothing does not verify it either.
   */
  @Alors("INSi n'a pas eu à la vérifier de nouveau")
  public void notVerified() {
    Patient patient = consultation.patient();
    List<Exchange> made = calls.about(patient, scenario.bench().exchangesAfter(firstArrival));
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Une INS déjà récupérée ou qualifiée ici n'est pas vérifiée à son arrivée.",
                    Basis.TRAFIC)
                .in(Traffic.sequences(made))
                .necessary()
                .isMet(
                    made.isEmpty(),
                    made.size() + " vérification demandée à INSi",
                    "Vous pouvez vous passer de vérifier une INS reçue que le dossier du patient"
                        + " porte déjà au statut récupérée ou qualifiée."));
  }

  /** A verification for each. */
  @Alors("INSi a été appelé pour chacun d'eux")
  public void eachVerified() {
    List<Exchange> heard = calls.heard(firstArrival, arriving);
    requireTakenOrSeen(heard, arriving);
    List<Exchange> verifications =
        arriving.stream().flatMap(who -> calls.about(who, heard).stream()).distinct().toList();
    long missing = arriving.stream().filter(who -> calls.about(who, heard).isEmpty()).count();
    scenario
        .expectations()
        .add(
            Expectation.that("Chaque INS arrivée a sa vérification par INSi.", Basis.TRAFIC)
                .in(Traffic.sequences(verifications))
                .isMet(
                    missing == 0,
                    missing + " INS sans vérification, sur " + arriving.size(),
                    "Vérifiez auprès d'INSi chaque INS qui arrive avec des données d'un autre"
                        + " domaine."));
  }

  /** Nothing changed. */
  @Alors("l'identité du dossier est restée la même")
  public void unchanged() {
    JsonNode after = consultation.seenRecord();
    List<String> changed =
        Stream.of("traits", "statutIdentite", "ins")
            .filter(
                member ->
                    !ShownValues.of(before().path(member))
                        .equals(ShownValues.of(after.path(member))))
            .toList();
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Une identité reçue qu'INSi dément ne change rien au dossier du patient.",
                    Basis.DECLARE)
                .isMet(
                    changed.isEmpty(),
                    "changés : " + String.join(", ", changed),
                    "Laissez comme elle est l'identité d'un patient connu quand INSi dément celle"
                        + " qui arrive."));
  }

  private void arrivesDenied(ObjectNode traits, @Nullable String document) {
    VerificationSteps.armDenial(scenario);
    arrivals.deliver(arrivals.sent(traits, document));
    arrivals.requireTaken();
    calls.requireDenied(understood());
  }

  /** A call that was seen decides, even when the LPS then refused what arrived. */
  private void requireTakenOrSeen(List<Exchange> heard, List<Patient> arrived) {
    calls.requireRecognised(heard, arrived);
    if (arrived.stream().anyMatch(who -> calls.about(who, heard).isEmpty())) {
      arrivals.requireTaken();
    }
  }

  private void requireOpened() {
    scenario.requireCovered(
        consultation.lastAnswer().done(),
        "Le LPS n'a pas ouvert le dossier ("
            + consultation.lastAnswer().messageOrNone()
            + ") : ce qui y a changé ne peut pas être observé.");
  }

  private String understood() {
    return consultation.lastSeen().path("verification").asText("");
  }

  private JsonNode before() {
    if (before == null) {
      throw new IllegalStateException("no record was there before");
    }
    return before;
  }
}
