package fr.socle.features.etapes;

import fr.socle.bench.client.AwaitedExchange;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Patient;
import fr.socle.features.run.ScenarioRun;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The calls to INSi that verify an INS, as far as a bench can tell that does not know their
 * contract: an LPS that follows the real one is recognised by the number its call holds.
 */
public final class VerificationCalls {
  private static final String ASSUMED = "INSi WS_INS3";
  private static final Set<String> SEARCHES = Set.of("INSi WS_INS1", "INSi WS_INS2");
  private static final String DENIAL = "verification-ko";
  private static final Duration SENT_LATE = Duration.ofSeconds(5);
  private static final String NOBODY_KNOWS =
      " Le contrat de la vérification (WS_INS3) n'est pas public et Socle le suppose : rien ne lui"
          + " est reproché ici.";

  private final ScenarioRun scenario;
  private final Consultation consultation;

  /** Built for each scenario. */
  public VerificationCalls(ScenarioRun scenario, Consultation consultation) {
    this.scenario = scenario;
    this.consultation = consultation;
  }

  /** A client may read the contract of the service, or fail to connect: it called nobody. */
  static boolean isCall(Exchange exchange) {
    return exchange.service().equals("insi") && "POST".equals(exchange.method());
  }

  /** What INSi received since the last action, or a moment later. */
  List<Exchange> received() {
    List<Exchange> calls = sinceLastAction();
    if (calls.isEmpty()) {
      scenario.bench().await(new AwaitedExchange(consultation.mark(), "insi", null, SENT_LATE));
      calls = sinceLastAction();
    }
    return calls;
  }

  /** Those among them that hold the number of a patient and are no search. */
  List<Exchange> about(Patient.InsNumber ins, List<Exchange> calls) {
    return calls.stream()
        .filter(call -> !isSearch(call) && request(call).contains(ins.matricule()))
        .toList();
  }

  /**
   * Stops the scenario, not covered, when INSi was called and nothing tells whether that verified
   * anything.
   */
  void requireRecognised(List<Exchange> calls, List<Exchange> recognised) {
    boolean searched = !calls.isEmpty() && calls.stream().allMatch(VerificationCalls::isSearch);
    scenario.requireCovered(
        !searched || !recognised.isEmpty(),
        "Le LPS a recherché l'identité reçue par ses traits au lieu de vérifier son INS : Socle ne"
            + " sait pas si INSi l'admet."
            + NOBODY_KNOWS);
    scenario.requireCovered(
        calls.isEmpty() || !recognised.isEmpty(),
        "Le LPS a appelé INSi par une opération que le banc ne connaît pas, sans que l'INS reçue s'y"
            + " lise : ce peut être une vérification."
            + NOBODY_KNOWS);
  }

  /** Stops the scenario, not covered, unless INSi could deny the INS and the LPS understood so. */
  void requireDenied(String understood) {
    requireServed(
        sinceLastAction().stream()
            .anyMatch(call -> isAssumedForm(call) && call.faults().contains(DENIAL)));
    requireUnderstood("dementie", understood);
  }

  /** Stops the scenario, not covered, unless INSi could confirm the INS and the LPS saw it. */
  void requireConfirmed(String understood) {
    requireServed(
        sinceLastAction().stream().anyMatch(call -> isAssumedForm(call) && call.refusal() == null));
    requireUnderstood("confirmee", understood);
  }

  private void requireServed(boolean served) {
    scenario.requireCovered(
        !sinceLastAction().isEmpty(),
        "Le LPS n'a rien demandé à INSi : ce qu'il fait de la réponse ne peut pas être observé.");
    scenario.requireCovered(
        served,
        "INSi n'a pas pu répondre au LPS : sa demande n'a pas la forme que le banc connaît."
            + NOBODY_KNOWS);
  }

  private void requireUnderstood(String expected, String understood) {
    scenario.requireCovered(
        understood.equals(expected),
        (understood.isEmpty()
                ? "Le pilote ne dit pas ce que le LPS a compris de la réponse d'INSi"
                    + " (membre « verification ») : attendu « "
                    + expected
                    + " »."
                : "Le LPS a compris « "
                    + understood
                    + " » de la réponse d'INSi, qui voulait dire « "
                    + expected
                    + " ».")
            + NOBODY_KNOWS);
  }

  private List<Exchange> sinceLastAction() {
    return scenario.bench().exchangesAfter(consultation.mark()).stream()
        .filter(VerificationCalls::isCall)
        .toList();
  }

  private String request(Exchange call) {
    return new String(scenario.bench().raw(call).request(), StandardCharsets.UTF_8);
  }

  static boolean isSearch(Exchange call) {
    String transaction = call.transaction();
    return transaction != null && SEARCHES.contains(transaction);
  }

  private static boolean isAssumedForm(Exchange call) {
    String transaction = call.transaction();
    return transaction != null && transaction.startsWith(ASSUMED);
  }
}
