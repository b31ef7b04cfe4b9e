package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.Patient;
import fr.socle.features.driver.ActionAnswer;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Where identities arrive from another identification domain; what the LPS shows is remembered. */
public final class ArrivalDesk {
  static final String SENDER = "Clinique de l'Estuaire";
  static final String DOCUMENT = "Compte rendu de consultation de l'Estuaire";

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final RecordDesk desk;
  private final Set<String> usual = new HashSet<>();
  private List<String> told = List.of();

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

  /** Another document of another sender: nothing of it is taken for the one that is awaited. */
  ObjectNode sentBefore(ObjectNode traits) {
    return identity(traits)
        .put("expediteur", "Laboratoire du Marais")
        .put("document", "Résultats de biologie du Marais");
  }

  /** Lets it arrive, whatever the LPS does with it. */
  void deliver(ObjectNode input) {
    desk.act("recevoir-identite", input);
    ActionAnswer answer = consultation.lastAnswer();
    told =
        Stream.concat(
                Stream.ofNullable(answer.message()),
                StreamSupport.stream(consultation.lastSeen().path("messages").spliterator(), false)
                    .map(message -> message.asText()))
            .filter(message -> !message.isBlank())
            .map(message -> Consultation.anonymous(message, consultation.patient()))
            .toList();
  }

  /** What is told now is told of any arrival. */
  void rememberUsual() {
    usual.addAll(told);
  }

  /** What the LPS told of the last arrival and does not tell of an ordinary one. */
  Set<String> alerts() {
    return told.stream()
        .filter(message -> !usual.contains(message))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** An LPS that does not take what arrives shows nothing of what it does with it. */
  void requireTaken() {
    scenario.requireCovered(
        consultation.lastAnswer().done(),
        "Le LPS n'a pas reçu l'identité ("
            + consultation.lastAnswer().messageOrNone()
            + ") : ce qu'il en fait ne peut pas être observé. Faites-la recevoir par le pilote, même"
            + " si le logiciel l'écarte ensuite.");
  }

  /** What arrived for nobody known may wait without a record. */
  void requireRecord() {
    scenario.requireCovered(
        !consultation.lastSeen().path("dossier").asText().isBlank(),
        "Le LPS ne montre pas de dossier pour l'identité reçue : ce qu'il en a fait ne peut pas être"
            + " observé. Si un dossier est créé plus tard, faites-le créer avant la fin de l'action.");
  }
}
