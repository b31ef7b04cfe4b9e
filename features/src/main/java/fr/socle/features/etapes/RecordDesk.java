package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.Patient;
import fr.socle.features.driver.ActionAnswer;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import java.util.Set;

/** Where the steps of one scenario act on the patient's record; what is shown is remembered. */
public final class RecordDesk {
  static final String SEARCH = "rechercher-ins-traits";
  static final String CARD_SEARCH = "rechercher-ins-vitale";

  /** Actions that show an answer of INSi, and the record within it. */
  private static final Set<String> ANSWERED = Set.of(SEARCH, CARD_SEARCH, "verifier-ins");

  private final ScenarioRun scenario;
  private final Consultation consultation;

  /** Built for each scenario. */
  public RecordDesk(ScenarioRun scenario, Consultation consultation) {
    this.scenario = scenario;
    this.consultation = consultation;
  }

  /** Puts the patient of the scenario in the world. */
  void patient(String persona, String described) {
    consultation.setPatient(scenario.bench().createPatient(persona, described));
  }

  /** Asks for an action that shows a record, or a search that shows one. */
  void act(String action, ObjectNode input) {
    ask(action, input);
    if (ANSWERED.contains(action)) {
      requireWaited();
    }
    JsonNode seen = consultation.lastAnswer().seen();
    if (seen != null) {
      JsonNode record = ANSWERED.contains(action) ? seen.path("dossier") : seen;
      if (record.has("dossier")) {
        consultation.sawRecord(record);
      }
    }
  }

  /** No text says how long one waits for INSi: who gave a slow one up is not blamed. */
  private void requireWaited() {
    ActionAnswer answer = consultation.lastAnswer();
    scenario.requireCovered(
        !consultation.insiIsSlow()
            || (answer.done()
                && !consultation.lastSeen().path("resultat").asText().equals("indisponible")),
        "Le LPS n'a pas attendu INSi, qui répondait au bout de trois secondes ("
            + answer.messageOrNone()
            + ") : aucun texte ne dit combien attendre, et ce qu'il aurait fait de la réponse ne se"
            + " voit pas. Rejouez avec un délai d'attente plus long pour mesurer ce cas d'usage.");
  }

  /** Asks for an action that shows something else. */
  void ask(String action, ObjectNode input) {
    consultation.setMark(scenario.bench().cursor());
    ActionAnswer answer = scenario.lps().ask(action, input);
    consultation.setLastAnswer(answer);
  }

  /** Stops the scenario, not covered, unless INSi took a search since the last action. */
  void requireSearched(String after) {
    scenario.requireCovered(
        scenario.bench().exchangesAfter(consultation.mark()).stream()
            .anyMatch(InsiTraffic::isServedSearch),
        "Le LPS n'a pas refait la recherche après que "
            + after
            + " : rien ne montre quels traits il a gardés. Voyez la réponse de l'action et les"
            + " constats sur ses recherches.");
  }

  /** Prepares the record: it is there, whatever the scenario is about. */
  void prepare(String action, ObjectNode input, String purpose) {
    consultation.sawRecord(scenario.lps().prepare(action, input, purpose));
  }

  /** An input that names the record. */
  ObjectNode reference() {
    return Software.input().put("dossier", consultation.record());
  }

  /** The record and traits to change. */
  ObjectNode change(String trait, String value) {
    ObjectNode input = reference();
    input.putObject("traits").put(trait, value);
    return input;
  }

  /** The five traits without which no record may be created, and no other (INS/va1.21, 1.22). */
  ObjectNode compulsory() {
    Patient patient = consultation.patient();
    return Software.input()
        .put("nomNaissance", patient.birthName())
        .put("premierPrenom", patient.firstNameUsed())
        .put("sexe", patient.sex())
        .put("dateNaissance", patient.birthDate())
        .put("lieuNaissance", patient.birthPlace());
  }

  /** What the doctor types from the identity card: the compulsory traits and every first name. */
  ObjectNode typed() {
    ObjectNode typed = compulsory();
    consultation.patient().birthFirstNames().forEach(typed.putArray("prenomsNaissance")::add);
    return typed;
  }
}
