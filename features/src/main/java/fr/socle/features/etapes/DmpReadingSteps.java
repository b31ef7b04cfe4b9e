package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.DmpDocument;
import fr.socle.features.driver.ActionAnswer;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.util.ArrayList;
import java.util.List;

/** Consultation: what the doctor does with what the DMP holds. */
public final class DmpReadingSteps {
  private final ScenarioRun scenario;
  private final DmpDesk desk;
  private final DmpWorldSteps world;
  private final List<String> told = new ArrayList<>();
  private List<DmpCriterion> criteria = List.of();

  /** Built for each scenario. */
  public DmpReadingSteps(ScenarioRun scenario, DmpDesk desk, DmpWorldSteps world) {
    this.scenario = scenario;
    this.desk = desk;
    this.world = world;
  }

  /** Lists. */
  @Quand("le médecin liste les documents du DMP")
  public void lists() {
    told.add(DmpScreenExpectations.told(desk.act(DmpDesk.LIST, desk.reference())));
  }

  /** What was said with each list of the scenario but the last, in order. */
  List<String> toldBefore() {
    return told.isEmpty() ? List.of() : List.copyOf(told.subList(0, told.size() - 1));
  }

  /** Lists, in the mode of Pro Santé Connect. */
  @Quand("le médecin liste les documents du DMP sous Pro Santé Connect")
  public void listsUnderPsc() {
    desk.act(DmpDesk.LIST, desk.reference().put("mode", "psc"));
  }

  /** A list read before. */
  @Soit("le médecin, qui a lu la liste des documents du DMP")
  public void listedBefore() {
    lists();
    scenario.requirePlayable(
        desk.answer().done(),
        "La préparation du scénario s'arrête : le LPS n'a pas listé les documents du DMP (%s)."
            .formatted(desk.answer().messageOrNone()));
  }

  /** Searches with one criterion. */
  @Quand("le médecin cherche dans le DMP par {critere}")
  public void searches(DmpCriterion wanted) {
    criteria = List.of(wanted);
    ObjectNode input = desk.reference();
    input.set("criteres", wanted.asInput());
    desk.act(DmpDesk.LIST, input);
  }

  /** Searches with two at a time. */
  @Quand("le médecin cherche dans le DMP par {critere} et {critere}")
  public void searchesWithTwo(DmpCriterion one, DmpCriterion other) {
    criteria = List.of(one, other);
    ObjectNode both = one.asInput();
    both.setAll(other.asInput());
    ObjectNode input = desk.reference();
    input.set("criteres", both);
    desk.act(DmpDesk.LIST, input);
  }

  /** The criterion of the last search. */
  DmpCriterion criterion() {
    return criteria().get(0);
  }

  /** Its criteria. */
  List<DmpCriterion> criteria() {
    if (criteria.isEmpty()) {
      throw new IllegalStateException("le scénario n'a pas encore cherché");
    }
    return criteria;
  }

  /** From the request to its report. */
  @Quand("le médecin cherche le compte rendu de cette demande")
  public void searchesReport() {
    String number = desk.last().seen().path("numeroDemande").asText("");
    scenario.requireCovered(
        !number.isEmpty(),
        "Le pilote ne montre pas le numéro de la demande d'imagerie (« numeroDemande ») : la"
            + " recherche de son compte rendu ne peut pas être demandée.");
    ObjectNode input = desk.reference();
    input.putObject("criteres").put("numeroDemande", number);
    desk.act(DmpDesk.LIST, input);
  }

  /** Opens the colleague's document. */
  @Quand("le médecin ouvre le document du confrère")
  public void opens() {
    desk.act(DmpDesk.OPEN, desk.reference().put("document", colleague(1).uniqueId()));
  }

  /** Opens a document of his own, from the list of the DMP. */
  @Quand("le médecin ouvre ce document dans la liste du DMP")
  public void opensOwn() {
    desk.prepare(DmpDesk.LIST, desk.reference(), "lister les documents du DMP");
    String uniqueId = desk.last().uniqueId();
    scenario.requireCovered(
        !uniqueId.isEmpty(),
        "Le pilote ne montre pas l'identifiant du document envoyé (« identifiant ») : il ne peut"
            + " pas être ouvert dans la liste du DMP.");
    desk.act(DmpDesk.OPEN, desk.reference().put("document", uniqueId));
  }

  /** Integrates the colleague's document. */
  @Quand("le médecin intègre le document du confrère")
  public void integrates() {
    desk.act("importer-documents-dmp", wanted(List.of(colleague(1))));
  }

  /** Integrates two of three. */
  @Quand("le médecin intègre le premier et le dernier document")
  public void integratesTwo() {
    desk.act(
        "importer-documents-dmp", wanted(List.of(world.fromColleagues().get(0), colleague(1))));
  }

  /** Integrates the last version. */
  @Quand("le médecin intègre la version nouvelle")
  public void integratesNewVersion() {
    desk.act("importer-documents-dmp", wanted(List.of(colleague(1))));
  }

  /** Integrated before. */
  @Soit("le document du confrère, que le médecin a intégré")
  public void integratedBefore() {
    listedBefore();
    desk.prepare(
        "importer-documents-dmp",
        wanted(List.of(colleague(1))),
        "intégrer le document du confrère");
    scenario.requirePlayable(
        desk.seen(exchange -> DmpTraffic.is(exchange, DmpTraffic.RETRIEVAL)).stream()
            .anyMatch(DmpTraffic::isServed),
        "La préparation du scénario s'arrête : le DMP n'a pas remis le document à intégrer.");
  }

  /** The visits of the day are prepared. */
  @Quand("le médecin prépare sa consultation")
  public void preloads() {
    ObjectNode input = Software.input();
    input.putArray("rendezVous").add(desk.reference().path("dossier").asText());
    ActionAnswer answer = desk.act("precharger-dmp", input);
    scenario.requireCovered(
        answer.done(),
        "Le LPS n'a pas préparé la consultation (%s) : rien ne montre ce qu'il charge d'avance."
            .formatted(answer.messageOrNone()));
  }

  /** The last document of a colleague but some. */
  private DmpDocument colleague(int fromTheEnd) {
    List<DmpDocument> all = world.fromColleagues();
    return all.get(all.size() - fromTheEnd);
  }

  private ObjectNode wanted(List<DmpDocument> documents) {
    ObjectNode input = desk.reference();
    documents.forEach(one -> input.withArray("documents").add(one.uniqueId()));
    return input;
  }
}
