package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.DmpDocument;
import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Attentes on what was searched in the DMP, and on the documents it handed over. */
public final class DmpReadingExpectations {
  private static final String APPROVED = "StatusType:Approved";
  private static final String ANNOUNCED = "CDA/DD.05";
  private static final Set<String> OF_RIGHTS = Set.of("DMP/UX.50", "DMP/UX.08", "DMP-T13");

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final DmpDesk desk;
  private final DmpWorldSteps world;
  private final DmpReadingSteps readings;

  /** Built for each scenario. */
  public DmpReadingExpectations(
      ScenarioRun scenario,
      Consultation consultation,
      DmpDesk desk,
      DmpWorldSteps world,
      DmpReadingSteps readings) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
    this.world = world;
    this.readings = readings;
  }

  /** What was typed reached the DMP. */
  @Alors("le DMP a reçu une recherche sur ce critère")
  public void searchedWithCriterion() {
    DmpCriterion criterion = readings.criterion();
    List<Map<String, List<String>>> queries = queries();
    searched(
        "La recherche porte le critère « " + criterion.words() + " ».",
        queries.stream()
            .anyMatch(
                query ->
                    query.entrySet().stream()
                        .anyMatch(one -> criterion.isCarriedBy(one.getKey(), one.getValue()))),
        queries,
        "Portez chaque critère de l'utilisateur dans le paramètre de TD3.1 qui lui répond.");
  }

  /** Both of them, in one search. */
  @Alors("le DMP a reçu une recherche sur ces deux critères")
  public void searchedWithBoth() {
    List<DmpCriterion> both = readings.criteria();
    List<Map<String, List<String>>> queries = queries();
    searched(
        "La recherche porte les deux critères de l'utilisateur.",
        queries.stream()
            .anyMatch(
                query ->
                    both.stream()
                        .allMatch(
                            criterion ->
                                query.entrySet().stream()
                                    .anyMatch(
                                        one ->
                                            criterion.isCarriedBy(one.getKey(), one.getValue())))),
        queries,
        "Portez tous les critères de l'utilisateur dans une même recherche (TD3.1).");
  }

  /** The order number, as a reference. */
  @Alors("le DMP a reçu une recherche sur le numéro de la demande")
  public void searchedWithOrderNumber() {
    String[] parts = desk.last().seen().path("numeroDemande").asText("").split("\\^", -1);
    String number = parts[0];
    // number^^^&OID&ISO: a number is one of whoever gave it, where that is said
    String authority = parts.length > 3 ? parts[3] : "";
    List<Map<String, List<String>>> queries = queries();
    searched(
        "La recherche porte le numéro de la demande d'imagerie.",
        queries.stream()
            .anyMatch(
                query ->
                    query.getOrDefault("$XDSDocumentEntryReferenceIdList", List.of()).stream()
                        .anyMatch(one -> one.contains(number) && one.contains(authority))),
        queries,
        "Cherchez par référence (FindDocumentsByReferenceId) sur le numéro de la demande et son"
            + " émetteur.");
  }

  /** EX_3.1-1030. */
  @Alors("le DMP a reçu une recherche sur les seuls documents actuels")
  public void searchedApprovedOnly() {
    List<Map<String, List<String>>> queries = queries();
    List<String> statuses =
        queries.stream()
            .flatMap(query -> query.getOrDefault("$XDSDocumentEntryStatus", List.of()).stream())
            .toList();
    searched(
        "Sans autre demande, seuls les documents actuels sont cherchés.",
        !statuses.isEmpty()
            && statuses.stream()
                .allMatch(
                    one -> one.contains(APPROVED) && !one.matches(".*(Deprecated|Archived).*")),
        queries,
        "Cherchez par défaut le seul statut Approved ; archivés et remplacés sont des filtres.");
  }

  /** The document came from the DMP. */
  @Alors("le DMP a remis le document du confrère")
  @Alors("le DMP a remis la version nouvelle")
  public void handedOver() {
    handed(Set.of(last().uniqueId()), false);
  }

  /** Chosen ones, and no other. */
  @Alors("le DMP a remis le premier et le dernier document, et eux seuls")
  public void handedTwo() {
    handed(Set.of(world.fromColleagues().get(0).uniqueId(), last().uniqueId()), true);
  }

  /** Before the visit, once the right was looked at. */
  @Alors("le DMP a remis d'avance le document du confrère")
  public void handedInAdvance() {
    handed(Set.of(last().uniqueId()), false);
    String ins = desk.ins();
    long handed = first(e -> isHandOver(e) && DmpTraffic.concerns(e, ins));
    long right = first(e -> DmpTraffic.isRightCheck(e, ins));
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le droit du médecin est vérifié avant de charger d'avance.", Basis.TRAFIC)
                .isMet(
                    right < handed,
                    "document remis sans vérification",
                    "Vérifiez le droit (TD0.2 ou TD0.4) avant tout préchargement."));
  }

  /** It is here already. */
  @Alors("le DMP n'a pas eu à remettre ce document")
  public void notHandedOver() {
    scenario.requireCovered(
        consultation.lastAnswer().done(),
        "Le LPS n'a pas ouvert le document (%s) : rien ne montre d'où il le prend."
            .formatted(consultation.lastAnswer().messageOrNone()));
    DmpTurn turn = desk.turn();
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> again =
                  traffic.matching(e -> turn.holds(e) && DmpTraffic.is(e, DmpTraffic.RETRIEVAL));
              return Expectation.that(
                      "Un document que le dossier a déjà n'est pas redemandé au DMP.", Basis.TRAFIC)
                  .in(Traffic.sequences(again))
                  .isMet(
                      again.isEmpty(),
                      again.size() + " document redemandé",
                      "Montrez le document du dossier quand il a le même identifiant.");
            });
  }

  /** Half a document is none. */
  @Alors("le logiciel n'a pas montré un document coupé")
  public void notShownCut() {
    scenario.requireCovered(
        desk.seen(e -> DmpTraffic.is(e, DmpTraffic.RETRIEVAL)).stream()
            .anyMatch(e -> !e.faults().isEmpty()),
        "Le LPS n'a pas demandé le document que le DMP coupait : rien ne montre ce qu'il en fait.");
    boolean shown =
        consultation.lastAnswer().done()
            && !consultation.lastSeen().path("texte").asText("").isEmpty();
    scenario
        .expectations()
        .add(
            Expectation.that("Un document arrivé coupé n'est pas montré.", Basis.DECLARE)
                .isMet(
                    !shown,
                    "texte montré d'un document coupé",
                    "Refusez une réponse dont il manque la fin, dites-le, et laissez rouvrir."));
  }

  /** Handed over since the scenario began: a document may have been fetched when it was listed. */
  private void handed(Set<String> expected, boolean only) {
    if (!handedIn(everything()).containsAll(expected)) {
      desk.awaited(DmpReadingExpectations::isHandOver);
    }
    List<Exchange> served = everything();
    Set<String> handed = handedIn(served);
    Set<String> lately = handedIn(desk.seen(DmpReadingExpectations::isHandOver));
    Expectation.Builder expectation =
        Expectation.that(
                only
                    ? "Le DMP a remis les documents choisis, et eux seuls."
                    : "Le DMP a remis le document.",
                Basis.TRAFIC)
            .judging(ofReading())
            .in(Traffic.sequences(served));
    // That a newer version can be fetched does not show that it is announced (CDA/DD.05).
    boolean half = scenario.expectations().requirements().contains(ANNOUNCED);
    scenario
        .expectations()
        .add(
            (half ? expectation.necessary() : expectation)
                .isMet(
                    handed.containsAll(expected) && (!only || expected.containsAll(lately)),
                    handed.isEmpty()
                        ? "aucun document remis"
                        : "remis : " + String.join(", ", only ? lately : handed),
                    "Demandez au DMP (TD3.2) chaque document que l'utilisateur choisit, par son"
                        + " uniqueId."));
  }

  /** Requirements of the scenario that are about reading; a right is another matter. */
  private String[] ofReading() {
    return scenario.expectations().requirements().stream()
        .filter(id -> !OF_RIGHTS.contains(id))
        .toArray(String[]::new);
  }

  private List<Exchange> everything() {
    return scenario.bench().exchanges().stream()
        .filter(DmpReadingExpectations::isHandOver)
        .toList();
  }

  private static boolean isHandOver(Exchange exchange) {
    return DmpTraffic.is(exchange, DmpTraffic.RETRIEVAL) && DmpTraffic.isServed(exchange);
  }

  private static Set<String> handedIn(List<Exchange> served) {
    Set<String> handed = new TreeSet<>();
    for (Exchange exchange : served) {
      for (JsonNode one : exchange.decoded().at("/reponse/documents")) {
        handed.add(one.asText());
      }
    }
    return handed;
  }

  private void searched(
      String text, boolean met, List<Map<String, List<String>>> queries, String mend) {
    scenario
        .expectations()
        .add(
            Expectation.that(text, Basis.TRAFIC)
                .isMet(
                    met,
                    queries.isEmpty()
                        ? "aucune recherche"
                        : queries.stream().map(Object::toString).collect(Collectors.joining(" | ")),
                    mend));
  }

  /** Parameters of the searches of the last act, by name. */
  private List<Map<String, List<String>>> queries() {
    desk.awaited(e -> DmpTraffic.is(e, DmpTraffic.SEARCH));
    return desk.seen(e -> DmpTraffic.is(e, DmpTraffic.SEARCH)).stream()
        .flatMap(e -> DmpQuery.read(scenario.bench().raw(e).request()).stream())
        .toList();
  }

  private long first(Predicate<Exchange> which) {
    return scenario.bench().exchanges().stream()
        .filter(which)
        .mapToLong(Exchange::sequence)
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }

  private DmpDocument last() {
    List<DmpDocument> all = world.fromColleagues();
    return all.get(all.size() - 1);
  }
}
