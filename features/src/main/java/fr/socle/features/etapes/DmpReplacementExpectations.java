package fr.socle.features.etapes;

import fr.socle.bench.client.api.DmpDocument;
import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import java.util.List;
import java.util.Optional;

/** Attentes on how a sending is linked with what the DMP holds, and on what it hides. */
public final class DmpReplacementExpectations {
  private static final String REPLACES = "RPLC";

  private final ScenarioRun scenario;
  private final DmpDesk desk;
  private final DmpStateExpectations state;

  /** Built for each scenario. */
  public DmpReplacementExpectations(
      ScenarioRun scenario, DmpDesk desk, DmpStateExpectations state) {
    this.scenario = scenario;
    this.desk = desk;
    this.state = state;
  }

  /** The new one replaces the former one. */
  @Alors("il y remplace l'ancien")
  public void replacesFormer() {
    DmpWritten document = desk.last();
    String former = state.find(desk.nth(2)).map(DmpDocument::entryUuid).orElse("");
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> carrying =
                  DmpFeedingExpectations.carrying(traffic, document, e -> true);
              boolean linked =
                  carrying.stream()
                      .flatMap(e -> DmpDesk.submission(traffic, e).stream())
                      .flatMap(lot -> lot.links().stream())
                      .anyMatch(
                          link ->
                              link.type().equals(REPLACES)
                                  && !former.isEmpty()
                                  && link.to().equals(former));
              return Expectation.that(
                      "L'envoi remplace la fiche de l'ancien document.", Basis.TRAFIC)
                  .in(Traffic.sequences(carrying))
                  .isMet(
                      linked,
                      "aucune association RPLC vers la fiche " + former,
                      "Liez le document corrigé à la fiche actuelle de l'ancien par une association"
                          + " RPLC.");
            });
  }

  /** What the DMP does not have cannot be replaced there. */
  @Alors("aucun envoi ne remplace ce que le DMP n'a pas")
  public void replacesNothing() {
    DmpWritten document = desk.last();
    boolean sent = desk.awaited(e -> DmpTraffic.isFeeding(e));
    scenario.requireCovered(
        sent,
        "Le LPS n'envoie pas la correction d'un document que l'utilisateur avait retenu : rien ne"
            + " montre s'il remplacerait ce que le DMP n'a pas.");
    scenario
        .expectations()
        .atClose(
            traffic -> {
              Optional<DmpSubmission.Link> wrong =
                  DmpFeedingExpectations.carrying(traffic, document, e -> true).stream()
                      .flatMap(e -> DmpDesk.submission(traffic, e).stream())
                      .flatMap(lot -> lot.links().stream())
                      .filter(link -> link.type().equals(REPLACES))
                      .findFirst();
              return Expectation.that(
                      "Un document jamais envoyé part comme un document nouveau.", Basis.TRAFIC)
                  .isMet(
                      wrong.isEmpty(),
                      "association RPLC vers " + wrong.map(DmpSubmission.Link::to).orElse(""),
                      "Ne remplacez dans le DMP que ce qu'il a.");
            });
  }

  /** EX_2.1-1050. An LPS that refuses has sent nothing: only its word tells that it would not. */
  @Alors("aucun envoi ne masque un document aux uns et aux autres")
  public void neverHiddenFromBoth() {
    List<String> both = List.of(DmpVisibility.PROFESSIONALS, DmpVisibility.PATIENT);
    DmpTurn turn = desk.turn();
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> wrong =
                  traffic.matching(
                      e ->
                          turn.holds(e)
                              && DmpTraffic.isFeeding(e)
                              && DmpDesk.submission(traffic, e).stream()
                                  .flatMap(lot -> lot.documents().stream())
                                  .anyMatch(one -> one.visibility().containsAll(both)));
              return Expectation.that(
                      "Aucun document n'est caché à la fois aux professionnels et au patient.",
                      Basis.TRAFIC)
                  .in(Traffic.sequences(wrong))
                  .necessary()
                  .isMet(
                      wrong.isEmpty(),
                      wrong.size() + " envoi caché aux deux",
                      "Ne laissez pas choisir les deux à la fois.");
            });
  }
}
