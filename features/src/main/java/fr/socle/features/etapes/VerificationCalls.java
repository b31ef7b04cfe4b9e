package fr.socle.features.etapes;

import fr.socle.bench.client.AwaitedExchange;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Patient;
import fr.socle.features.run.ScenarioRun;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The calls to INSi that verify an INS, as far as a bench can tell that does not know their
 * contract: an LPS that follows the real one is recognised by the number its call holds.
 */
public final class VerificationCalls {
  private static final String ASSUMED = "INSi WS_INS3";
  private static final String DENIAL = "verification-ko";
  private static final Duration SENT_LATE = Duration.ofSeconds(5);
  // What else an LPS may say to INSi while its verification is awaited.
  private static final int MOST_HEARD = 20;
  private static final String NOBODY_KNOWS =
      " Le contrat de la vérification (WS_INS3) n'est pas public et Socle le suppose : rien ne lui"
          + " est reproché ici.";
  private static final String COMPARE =
      " Pour que ce scénario soit joué, comparez votre appel à docs/insi-verification.md, ou"
          + " montrez ce point sur la plateforme de qualification.";

  private final ScenarioRun scenario;
  private final Consultation consultation;

  /** Built for each scenario. */
  public VerificationCalls(ScenarioRun scenario, Consultation consultation) {
    this.scenario = scenario;
    this.consultation = consultation;
  }

  /**
   * What INSi heard after a place of the journal, once the INS of each of these patients is in a
   * call that is no search, or a moment after nothing came any more.
   */
  List<Exchange> heard(long since, List<Patient> arrived) {
    List<Exchange> heard = insiAfter(since);
    for (int more = 0; more < MOST_HEARD && !verified(arrived, heard); more++) {
      long last = heard.isEmpty() ? since : heard.get(heard.size() - 1).sequence();
      Optional<Exchange> next =
          scenario.bench().await(new AwaitedExchange(last, "insi", null, SENT_LATE));
      if (next.isEmpty()) {
        return heard;
      }
      heard = insiAfter(since);
    }
    return heard;
  }

  /** Those among them that hold the number of a patient and are no search. */
  List<Exchange> about(Patient patient, List<Exchange> heard) {
    return heard.stream()
        .filter(call -> InsiTraffic.isOtherCall(call) && holds(call, patient))
        .toList();
  }

  /**
   * Stops the scenario, not covered, when the INS of one of these patients was in no verification
   * and INSi heard something that might have been one.
   */
  void requireRecognised(List<Exchange> heard, List<Patient> arrived) {
    if (verified(arrived, heard)) {
      return;
    }
    List<Exchange> unexplained =
        heard.stream()
            .filter(InsiTraffic::isCall)
            .filter(call -> arrived.stream().noneMatch(who -> isAbout(call, who)))
            .toList();
    scenario.requireCovered(
        heard.stream().noneMatch(exchange -> exchange.kind() != Exchange.Kind.HTTP),
        "Le LPS a voulu joindre INSi, et la connexion sécurisée ne s'est pas faite : ce qu'il y"
            + " aurait demandé ne se voit pas. Voyez les constats sur ses connexions, puis rejouez.");
    scenario.requireCovered(
        unexplained.isEmpty() || !unexplained.stream().allMatch(InsiTraffic::isSearch),
        "Le LPS a recherché l'identité reçue par ses traits au lieu de vérifier son INS : Socle ne"
            + " sait pas si INSi l'admet."
            + NOBODY_KNOWS
            + COMPARE);
    scenario.requireCovered(
        unexplained.isEmpty(),
        "Le LPS a appelé INSi par une opération que le banc ne connaît pas, sans que l'INS reçue s'y"
            + " lise : ce peut être une vérification."
            + NOBODY_KNOWS
            + COMPARE);
  }

  /** Stops the scenario, not covered, unless INSi could deny the INS and the LPS understood so. */
  void requireDenied(String understood) {
    requireServed(
        others().stream().anyMatch(call -> isAssumed(call) && call.faults().contains(DENIAL)));
    requireUnderstood("dementie", understood);
  }

  /** Stops the scenario, not covered, unless INSi could confirm the INS and the LPS saw it. */
  void requireConfirmed(String understood) {
    requireServed(others().stream().anyMatch(call -> isAssumed(call) && call.refusal() == null));
    requireNotDenied();
    requireUnderstood("confirmee", understood);
  }

  /**
   * Stops the scenario, not covered, when the LPS verified an INS at INSi on its own and what came
   * of it may be why it does not trust it.
   */
  void requireConfirmedIfAsked(String understood) {
    if (!others().isEmpty()) {
      requireConfirmed(understood);
    }
  }

  private void requireNotDenied() {
    scenario.requireCovered(
        others().stream()
            .noneMatch(call -> call.decoded().at("/reponse/codeCR").asText().equals("01")),
        "Le banc, qui compare comme il le suppose, n'a pas reconnu l'INS et les traits que le LPS"
            + " lui a donnés à vérifier."
            + NOBODY_KNOWS
            + COMPARE);
  }

  private void requireServed(boolean served) {
    scenario.requireCovered(
        consultation.lastAnswer().done() || !calls().isEmpty(),
        "Le LPS n'a pas fait ce qui lui était demandé ("
            + consultation.lastAnswer().messageOrNone()
            + ") et n'a rien demandé à INSi : ce qu'il fait de la réponse ne peut pas être observé.");
    scenario.requireCovered(
        !calls().isEmpty(),
        "Le LPS n'a rien demandé à INSi : ce qu'il fait de la réponse ne peut pas être observé."
            + " Faites partir la vérification avant que l'action du pilote ne finisse.");
    scenario.requireCovered(
        served,
        "INSi n'a pas pu répondre au LPS : sa demande n'a pas la forme que le banc connaît."
            + NOBODY_KNOWS
            + COMPARE);
  }

  private void requireUnderstood(String expected, String understood) {
    scenario.requireCovered(
        understood.equals(expected),
        (understood.isEmpty()
                ? "Le pilote ne dit pas ce que le LPS a compris de la réponse d'INSi. Faites-le dire"
                    + " par le membre « verification » : attendu « "
                    + expected
                    + " »."
                : "Le LPS a compris « "
                    + understood
                    + " » d'une réponse que le banc a écrite pour dire « "
                    + expected
                    + " ». Si son contrat d'INSi l'écrit autrement, c'est le banc qui a tort.")
            + NOBODY_KNOWS
            + COMPARE);
  }

  private boolean verified(List<Patient> arrived, List<Exchange> heard) {
    return arrived.stream().noneMatch(who -> about(who, heard).isEmpty());
  }

  private boolean isAbout(Exchange call, Patient patient) {
    return InsiTraffic.isOtherCall(call) && holds(call, patient);
  }

  private boolean holds(Exchange call, Patient patient) {
    return new String(scenario.bench().raw(call).request(), StandardCharsets.UTF_8)
        .contains(InsNumbers.of(patient).matricule());
  }

  private List<Exchange> insiAfter(long place) {
    return scenario.bench().exchangesAfter(place).stream()
        .filter(exchange -> exchange.service().equals("insi"))
        .toList();
  }

  /** The calls to INSi since the last action. */
  private List<Exchange> calls() {
    return insiAfter(consultation.mark()).stream().filter(InsiTraffic::isCall).toList();
  }

  private List<Exchange> others() {
    return calls().stream().filter(InsiTraffic::isOtherCall).toList();
  }

  private static boolean isAssumed(Exchange call) {
    String transaction = call.transaction();
    return transaction != null && transaction.startsWith(ASSUMED);
  }
}
