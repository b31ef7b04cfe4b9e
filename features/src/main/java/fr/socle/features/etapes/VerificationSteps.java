package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.Patient;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import java.util.List;
import java.util.regex.Pattern;

/** Vérification: whether the INS of a record still is that of the patient (INS/va1.06, 1.08). */
public final class VerificationSteps {
  private static final String VERIFY = "verifier-ins";

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final RecordDesk desk;
  private final VerificationCalls calls;

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
    deny(scenario);
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

  /** Nothing that leaves the practice from the last action on holds the number. */
  @Alors("rien de ce que le cabinet envoie ensuite ne porte cette INS")
  public void nothingHoldsItAfterwards() {
    long since = consultation.mark();
    scenario.requireCovered(
        !scenario.bench().exchangesAfter(since).isEmpty(),
        "Le LPS n'a rien envoyé après le démenti d'INSi : rien ne montre ce qu'il en transmet.");
    Patient.InsNumber ins = InsNumbers.of(consultation.patient());
    Pattern held =
        Pattern.compile(
            Pattern.quote(ins.matricule())
                + "|(?<![0-9.])"
                + Pattern.quote(ins.oid())
                + "(?![0-9.])");
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> with =
                  traffic.matching(
                      exchange ->
                          exchange.sequence() > since && traffic.requestHolds(exchange, held));
              return Expectation.that(
                      "Après le démenti d'INSi, rien de ce que le cabinet envoie ne porte cette"
                          + " INS.",
                      Basis.TRAFIC)
                  .judging("INS/va1.05", "INS/va1.08")
                  .in(Traffic.sequences(with))
                  .isMet(
                      with.isEmpty(),
                      "matricule ou OID présent dans " + with.size() + " échange",
                      "Retirez de l'identité le matricule et l'OID qu'INSi dément, et ne les"
                          + " transmettez plus à personne.");
            });
  }

  /** As many lines as calls, each with an answer. */
  @Alors("la vérification et sa réponse sont dans les traces")
  public void traced() {
    long made = scenario.bench().exchanges().stream().filter(VerificationCalls::isCall).count();
    List<String> answers =
        consultation.lastSeen().path("traces").findParents("nature").stream()
            .filter(line -> line.path("nature").asText().equals("appel-insi"))
            .map(line -> line.path("codeRetour").asText())
            .toList();
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Chaque appel reçu par INSi, vérification comprise, a sa trace avec la réponse.",
                    Basis.DECLARE)
                .isMet(
                    answers.size() >= made && answers.stream().noneMatch(String::isBlank),
                    "%d traces pour %d appels, réponses gardées : %s"
                        .formatted(answers.size(), made, String.join(", ", answers)),
                    "Gardez la trace de chaque vérification demandée à INSi, par l'utilisateur ou"
                        + " d'office, avec ce qu'INSi a répondu."));
  }

  /** From now on INSi denies whatever it is asked to verify. */
  static void deny(ScenarioRun scenario) {
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
