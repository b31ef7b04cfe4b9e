package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** Liste de travail: what arrived and waits for somebody's decision (INS/va1.12). */
public final class WorklistSteps {
  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final RecordDesk desk;

  /** Built for each scenario. */
  public WorklistSteps(ScenarioRun scenario, Consultation consultation, RecordDesk desk) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
  }

  /** Reads the list. */
  @Quand("le médecin lit sa liste de travail")
  public void reads() {
    desk.ask("lire-liste-travail", Software.input());
  }

  /** Somebody is told. */
  @Alors("le logiciel alerte l'utilisateur")
  public void alerted() {
    String told = Objects.requireNonNullElse(consultation.lastAnswer().message(), "");
    boolean alerted = !told.isBlank() || !consultation.seenRecord().path("messages").isEmpty();
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel alerte l'utilisateur quand INSi dément une INS reçue.",
                    Basis.DECLARE)
                .isMet(
                    alerted,
                    "aucun message",
                    "Alertez l'utilisateur quand INSi dément l'INS d'une donnée reçue."));
  }

  /** It waits. */
  @Alors("le document reçu y attend")
  public void waits() {
    JsonNode lines = consultation.lastSeen().path("lignes");
    boolean waits =
        StreamSupport.stream(lines.spliterator(), false)
            .map(JsonNode::toString)
            .anyMatch(
                line -> line.contains(ArrivalDesk.DOCUMENT) || line.contains(ArrivalDesk.SENDER));
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Ce qui arrive avec une INS démentie est dans la liste de travail.",
                    Basis.DECLARE)
                .isMet(
                    waits,
                    lines.size() + " ligne dans la liste, aucune pour ce qui est arrivé",
                    "Mettez dans la liste de travail, avec son expéditeur et son titre, la donnée"
                        + " reçue dont INSi dément l'INS."));
  }

  /** It was not filed; an LPS that shows no document of a record cannot be judged on it. */
  @Alors("le document reçu n'est pas dans le dossier")
  public void notFiled() {
    JsonNode documents = consultation.seenRecord().path("documents");
    scenario.requireCovered(
        documents.isArray(),
        "Le pilote ne montre pas les documents du dossier (membre « documents ») : rien ne dit si ce"
            + " qui est arrivé y a été mis.");
    boolean filed =
        StreamSupport.stream(documents.spliterator(), false)
            .anyMatch(title -> title.asText().contains(ArrivalDesk.DOCUMENT));
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Ce qui arrive avec une INS démentie n'est pas intégré d'office au dossier.",
                    Basis.DECLARE)
                .isMet(
                    !filed,
                    "le document reçu est dans le dossier",
                    "N'intégrez à aucun dossier, sans décision de l'utilisateur, la donnée reçue"
                        + " dont INSi dément l'INS."));
  }
}
