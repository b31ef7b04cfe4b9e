package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import java.util.List;
import java.util.function.Predicate;

/**
 * Attentes on the age of assertions (CNDA case 1.02). The bench ages what it has seen; the clock of
 * the LPS does not move, so that only an age of its own making is held against it.
 */
public final class CardAgeExpectations {
  private final ScenarioRun scenario;
  private final CardTurn turn;

  /** Built for each scenario. */
  public CardAgeExpectations(ScenarioRun scenario, CardTurn turn) {
    this.scenario = scenario;
    this.turn = turn;
  }

  /** CNDA case 1.02: a new assertion, or no call. */
  @Alors("aucune assertion de carte Vitale n'était trop vieille")
  public void vitaleAssertionsAreYoung() {
    noneTooOld(
        CardCall::isByVitale,
        new Aged("age-vitale", "mock_insi_AssertionVitalePerimee", "vingt minutes"),
        "Aucune assertion de carte Vitale n'est envoyée trop vieille.",
        "Relisez la carte et refaites l'assertion Vitale avant chaque appel.");
  }

  /** The same for the doctor. */
  @Alors("aucune assertion du médecin n'était trop vieille")
  public void professionalAssertionsAreYoung() {
    noneTooOld(
        CardCall::isSignedByCard,
        new Aged("age-assertion", "mock_insi_AssertionPerimee", "une heure"),
        "Aucune assertion du professionnel n'est envoyée trop vieille.",
        "Refaites l'assertion du professionnel avant qu'elle ait une heure.");
  }

  /** What the bench tells of an assertion that is too old: the control, the fault and the life. */
  private record Aged(String control, String fault, String life) {
    /** Refused for its age, though it is not as old as it may become: the bench made it older. */
    boolean byTheBench(Exchange exchange) {
      return exchange.decoded().at("/reponse/faute").asText().equals(fault)
          && !exchange.decoded().at("/reponse/controlesEchoues").has(control);
    }

    /** What is wrong with its date, that it has none or one to come excepted. */
    String tooOld(Exchange exchange) {
      String failed = exchange.decoded().at("/reponse/controlesEchoues/" + control).asText();
      return failed.contains("elle vaut") ? failed : "";
    }
  }

  private void noneTooOld(Predicate<Exchange> call, Aged aged, String text, String mend) {
    turn.requireOccasion(
        call,
        "Le LPS n'a pas encore appelé INSi avec la carte : aucune assertion n'a pu vieillir.");
    scenario.requireCovered(
        turn.since(call).stream().noneMatch(aged::byTheBench),
        "Le LPS a renvoyé son assertion : à son horloge elle n'a pas "
            + aged.life()
            + ", c'est le banc qui l'a vieillie. Pour en juger, attendez vraiment "
            + aged.life()
            + ".");
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> old = traffic.matching(exchange -> !aged.tooOld(exchange).isEmpty());
              return Expectation.that(text, Basis.TRAFIC)
                  .judging("INSI-T04")
                  .in(Traffic.sequences(old))
                  .isMet(old.isEmpty(), old.isEmpty() ? "" : aged.tooOld(old.get(0)), mend);
            });
  }
}
