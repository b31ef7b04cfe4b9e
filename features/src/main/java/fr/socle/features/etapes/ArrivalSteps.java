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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Arrivées: identities and INS of another domain, and their verification (INS/va1.05 to 1.11). */
public final class ArrivalSteps {
  private static final String ELSEWHERE = "99100";

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final RecordDesk desk;
  private final ArrivalDesk arrivals;
  private final VerificationCalls calls;
  private final List<Patient> two = new ArrayList<>();
  private final List<Exchange> received = new ArrayList<>();
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
      two.add(consultation.patient());
    }
  }

  /** An identity arrives. */
  @Quand("le cabinet reçoit d'un autre domaine cette identité et son INS")
  public void arrives() {
    arrivals.receive(arrivals.sent(desk.typed(), null));
  }

  /** Two identities arrive. */
  @Quand("le cabinet reçoit d'un autre domaine l'identité de chacun et son INS")
  public void bothArrive() {
    for (Patient patient : two) {
      consultation.setPatient(patient);
      arrivals.receive(arrivals.sent(desk.typed(), null));
      received.addAll(calls.received());
    }
  }

  /** An identity arrives whose INS is not its own. */
  @Quand("le cabinet reçoit d'un autre domaine cette identité et son INS, qu'INSi dément")
  public void arrivesDenied() {
    arrivesDenied(desk.typed(), null);
  }

  /** The same, of somebody who has a record, with another trait. */
  @Quand("le cabinet reçoit son identité avec un autre lieu de naissance, qu'INSi dément")
  public void arrivesDeniedWithAnotherPlace() {
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
  }

  /** INSi was asked at once, in whatever form. */
  @Alors("INSi a été appelé d'emblée pour vérifier cette INS")
  public void verified() {
    Patient patient = consultation.patient();
    List<Exchange> all = calls.received();
    List<Exchange> verifications = calls.about(InsNumbers.of(patient), all);
    calls.requireRecognised(all, verifications);
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

  /** INSi was not asked: the INS is held from INSi already. */
  @Alors("INSi n'a pas eu à la vérifier de nouveau")
  public void notVerified() {
    long since = consultation.mark();
    Pattern number =
        Pattern.compile(Pattern.quote(InsNumbers.of(consultation.patient()).matricule()));
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> made =
                  traffic.matching(
                      exchange ->
                          exchange.sequence() > since
                              && VerificationCalls.isCall(exchange)
                              && !VerificationCalls.isSearch(exchange)
                              && traffic.requestHolds(exchange, number));
              return Expectation.that(
                      "Une INS déjà récupérée ou qualifiée ici n'est pas vérifiée à son arrivée.",
                      Basis.TRAFIC)
                  .in(Traffic.sequences(made))
                  .isMet(
                      made.isEmpty(),
                      made.size() + " vérification demandée à INSi",
                      "Ne faites pas vérifier une INS reçue que le dossier du patient porte déjà au"
                          + " statut récupérée ou qualifiée.");
            });
  }

  /** A verification for each. */
  @Alors("INSi a été appelé pour chacun d'eux")
  public void eachVerified() {
    List<Exchange> verifications =
        two.stream().flatMap(p -> calls.about(InsNumbers.of(p), received).stream()).toList();
    calls.requireRecognised(received, verifications);
    long missing =
        two.stream().filter(p -> calls.about(InsNumbers.of(p), received).isEmpty()).count();
    scenario
        .expectations()
        .add(
            Expectation.that("Chaque INS arrivée a sa vérification par INSi.", Basis.TRAFIC)
                .in(Traffic.sequences(verifications))
                .isMet(
                    missing == 0,
                    missing + " INS sans vérification, sur " + two.size(),
                    "Vérifiez auprès d'INSi chaque INS qui arrive avec des données d'un autre"
                        + " domaine."));
  }

  /** Nothing changed. */
  @Alors("l'identité du dossier est restée la même")
  public void unchanged() {
    JsonNode after = consultation.seenRecord();
    List<String> changed =
        List.of("traits", "statutIdentite", "ins").stream()
            .filter(member -> !before().path(member).equals(after.path(member)))
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
    VerificationSteps.deny(scenario);
    arrivals.receive(arrivals.sent(traits, document));
    calls.requireDenied(consultation.lastSeen().path("verification").asText(""));
  }

  private JsonNode before() {
    if (before == null) {
      throw new IllegalStateException("no record was there before");
    }
    return before;
  }
}
