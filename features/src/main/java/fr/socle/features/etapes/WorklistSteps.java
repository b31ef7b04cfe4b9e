package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Liste de travail: what arrived and waits for somebody's decision (INS/va1.12). */
public final class WorklistSteps {
  private static final Set<String> NAMED_BY = Set.of("dossier", "expediteur", "document");

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final RecordDesk desk;
  private final ArrivalDesk arrivals;
  private String usual = "";

  /** Built for each scenario. */
  public WorklistSteps(
      ScenarioRun scenario, Consultation consultation, RecordDesk desk, ArrivalDesk arrivals) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
    this.arrivals = arrivals;
  }

  /** What is told with the list, whatever is in it, is no alert. */
  @Soit("sa liste de travail, que le médecin a lue")
  public void readBefore() {
    desk.ask("lire-liste-travail", Software.input());
    usual = Objects.requireNonNullElse(consultation.lastAnswer().message(), "");
  }

  /** Reads the list. */
  @Quand("le médecin lit sa liste de travail")
  public void reads() {
    desk.ask("lire-liste-travail", Software.input());
  }

  /**
   * Somebody is told, when it arrives or with the list that he reads; a usual message tells
   * nothing.
   */
  @Alors("le logiciel alerte l'utilisateur")
  public void alerted() {
    String told = Objects.requireNonNullElse(consultation.lastAnswer().message(), "");
    boolean alerted = (!told.isBlank() && !told.equals(usual)) || !arrivals.alerts().isEmpty();
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel alerte l'utilisateur quand INSi dément une INS reçue.",
                    Basis.DECLARE)
                .isMet(
                    alerted,
                    "aucun message que le logiciel ne montre aussi d'une INS confirmée, ni à"
                        + " l'arrivée, ni à la lecture de la liste",
                    "Alertez l'utilisateur quand INSi dément l'INS d'une donnée reçue."));
  }

  /** It waits. */
  @Alors("le document reçu y attend")
  public void waits() {
    JsonNode lines = consultation.lastSeen().path("lignes");
    boolean waits = shown(lines).anyMatch(this::isOfTheArrival);
    scenario.requireCovered(
        waits || shown(lines).allMatch(line -> NAMED_BY.stream().anyMatch(line::has)),
        "Une ligne de la liste de travail ne dit ni dossier, ni expéditeur, ni document : rien ne"
            + " permet d'y reconnaître ce qui est arrivé. Faites-en rendre un par le pilote.");
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Ce qui arrive avec une INS démentie est dans la liste de travail.",
                    Basis.DECLARE)
                .isMet(
                    waits,
                    lines.size() + " ligne dans la liste, aucune pour ce qui est arrivé",
                    "Mettez dans la liste de travail la donnée reçue dont INSi dément l'INS."));
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

  private boolean isOfTheArrival(JsonNode line) {
    String text = line.toString();
    return text.contains(ArrivalDesk.DOCUMENT)
        || text.contains(ArrivalDesk.SENDER)
        || line.path("dossier").asText().equals(consultation.record());
  }

  private static Stream<JsonNode> shown(JsonNode lines) {
    return StreamSupport.stream(lines.spliterator(), false);
  }
}
