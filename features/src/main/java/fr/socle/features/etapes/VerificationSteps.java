package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Vérification: whether the INS of a record still is that of the patient (INS/va1.06, 1.08). */
public final class VerificationSteps {
  private static final String VERIFY = "verifier-ins";

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final RecordDesk desk;
  private final VerificationCalls calls;
  private int tracesBefore;

  /** Built for each scenario. */
  public VerificationSteps(
      ScenarioRun scenario, Consultation consultation, RecordDesk desk, VerificationCalls calls) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
    this.calls = calls;
  }

  /** INSi says no. */
  @Quand("le médecin fait vérifier cette INS, qu'INSi dément")
  public void denied() {
    armDenial(scenario);
    desk.act(VERIFY, desk.reference());
    calls.requireDenied(understood());
  }

  /** INSi says yes. */
  @Quand("le médecin fait vérifier cette INS, qu'INSi confirme")
  public void confirmed() {
    desk.act(VERIFY, desk.reference());
    calls.requireConfirmed(understood());
  }

  /** INSi does not answer. */
  @Quand("le médecin tente de faire vérifier cette INS")
  public void attempted() {
    desk.act(VERIFY, desk.reference());
    scenario.requireCovered(
        scenario.bench().exchangesAfter(consultation.mark()).stream()
            .anyMatch(exchange -> !exchange.faults().isEmpty()),
        "Le LPS n'a pas rencontré la panne d'INSi : ce qu'il en fait ne peut pas être observé.");
  }

  /**
   * The status no longer says that the identity comes from INSi; which one it is, is not judged.
   */
  @Alors("son identité est rétrogradée")
  public void tookDown() {
    String shown = consultation.seenRecord().path("statutIdentite").asText("aucun statut");
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Une identité dont INSi dément l'INS n'est plus récupérée ni qualifiée.",
                    Basis.DECLARE)
                .isMet(
                    !shown.equals("recuperee") && !shown.equals("qualifiee"),
                    "statut « " + shown + " »",
                    "Rétrogradez une identité dont INSi dément l'INS : récupérée, elle redevient"
                        + " provisoire ; qualifiée, elle n'est plus que validée."));
  }

  /** What is there before counts for nothing of what follows: searches leave traces too. */
  @Soit("les traces que son dossier garde déjà")
  public void tracesBefore() {
    desk.ask("lire-traces", desk.reference());
    tracesBefore = callTraces().size();
  }

  /**
   * One INS was verified, in as many calls as the LPS needed: one trace with what INSi answered.
   */
  @Alors("la vérification et sa réponse sont dans les traces")
  public void traced() {
    scenario.requireCovered(
        !consultation.lastSeen().path("traces").isEmpty(),
        "Le pilote ne montre aucune trace de ce dossier. Si le logiciel tient son journal ailleurs,"
            + " rendez par « lire-traces » les lignes de ce journal qui concernent ce patient.");
    List<JsonNode> lines = callTraces();
    List<JsonNode> gained = lines.subList(Math.min(tracesBefore, lines.size()), lines.size());
    String kept =
        gained.stream()
            .map(line -> line.path("codeRetour").asText())
            .filter(code -> !code.isBlank())
            .collect(Collectors.joining(", "));
    scenario
        .expectations()
        .add(
            Expectation.that("La vérification a sa trace, avec la réponse d'INSi.", Basis.DECLARE)
                .isMet(
                    !kept.isEmpty(),
                    gained.isEmpty()
                        ? "aucune trace d'appel à INSi depuis la vérification"
                        : gained.size() + " trace d'appel à INSi, sans la réponse",
                    "Gardez la trace de chaque vérification demandée à INSi, par l'utilisateur ou"
                        + " d'office, avec ce qu'INSi a répondu."));
  }

  /** A line that keeps an answer of INSi is the trace of a call, whatever nature it is given. */
  private List<JsonNode> callTraces() {
    return StreamSupport.stream(consultation.lastSeen().path("traces").spliterator(), false)
        .filter(
            line ->
                line.path("nature").asText().equals("appel-insi")
                    || !line.path("codeRetour").asText().isBlank())
        .toList();
  }

  /** From now on INSi denies whatever it is asked to verify. */
  static void armDenial(ScenarioRun scenario) {
    scenario
        .bench()
        .arm(
            new FaultRequest("insi", "verification-ko", null, null, null),
            "INSi dément désormais l'INS de ce patient.");
  }

  private String understood() {
    return consultation.lastSeen().path("resultat").asText("aucun résultat");
  }
}
