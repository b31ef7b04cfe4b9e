package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.Patient;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where identities arrive from another identification domain; what the LPS shows is remembered. */
public final class ArrivalDesk {
  static final String SENDER = "Clinique de l'Estuaire";
  static final String DOCUMENT = "Compte rendu de consultation de l'Estuaire";

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final RecordDesk desk;

  /** Built for each scenario. */
  public ArrivalDesk(ScenarioRun scenario, Consultation consultation, RecordDesk desk) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
  }

  /** The patient of the scenario arrives with his INS and these traits. */
  ObjectNode identity(ObjectNode traits) {
    Patient.InsNumber ins = Objects.requireNonNull(consultation.patient().ins());
    ObjectNode input = Software.input();
    input.set("traits", traits);
    input
        .putObject("ins")
        .put("matricule", ins.matricule())
        .put("cle", ins.key())
        .put("oid", ins.oid());
    return input;
  }

  /** The same, sent by somebody, with a document if there is a title. */
  ObjectNode sent(ObjectNode traits, @Nullable String document) {
    ObjectNode input = identity(traits).put("expediteur", SENDER);
    return document == null ? input : input.put("document", document);
  }

  /** Lets it arrive; an LPS that does not take it shows nothing of what it does with it. */
  void receive(ObjectNode input) {
    desk.act("recevoir-identite", input);
    scenario.requirePlayable(
        consultation.lastAnswer().done(),
        "Le LPS n'a pas reçu l'identité ("
            + consultation.lastAnswer().messageOrNone()
            + ") : ce qu'il en fait ne peut pas être observé.");
  }
}
