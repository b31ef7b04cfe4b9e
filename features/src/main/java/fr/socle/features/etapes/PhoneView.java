package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.PscState;
import fr.socle.features.run.ScenarioRun;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a scenario can see of a login without browser: the demands, the requests for their result,
 * the professional's phone.
 */
public final class PhoneView {
  static final String DEMAND = "PSC ciba";
  private static final Set<String> NOT_YET =
      Set.of("authorization_pending", "slow_down", "server_error");
  // What may separate the clocks and timers of the LPS and of the bench.
  private static final Duration GRACE = Duration.ofMillis(500);

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private int demands;

  /** Built for each scenario. */
  public PhoneView(ScenarioRun scenario, Consultation consultation) {
    this.scenario = scenario;
    this.consultation = consultation;
  }

  /** The professional asked once more to log in. */
  void asked() {
    demands++;
  }

  /** How many times he asked. */
  int demands() {
    return demands;
  }

  /** What asks for the professional's phone or card reader, the latest of them. */
  Optional<PscState.PhoneRequest> latest() {
    String who = consultation.professional().nationalId();
    List<PscState.PhoneRequest> his =
        scenario.bench().psc().phone().stream().filter(p -> p.nationalId().equals(who)).toList();
    return his.isEmpty() ? Optional.empty() : Optional.of(his.get(his.size() - 1));
  }

  /** The same, without which the scenario cannot go on. */
  PscState.PhoneRequest onThePhone() {
    Optional<PscState.PhoneRequest> latest = latest();
    scenario.requirePlayable(
        latest.isPresent(),
        "Le LPS n'a pas demandé à Pro Santé Connect la connexion du médecin : son téléphone ne lui"
            + " montre rien.");
    return latest.orElseThrow();
  }

  /** Stops the scenario, undecided, unless the LPS made a demand since the window was opened. */
  void requireDemand() {
    scenario.requirePlayable(
        !LoginView.of(DEMAND, scenario.bench().exchanges()).isEmpty(),
        "Le LPS n'a envoyé aucune demande de connexion sans navigateur : ce qu'il en fait ensuite ne"
            + " peut pas être observé.");
  }

  /** The requests for the result of one demand, in order, among exchanges. */
  static List<Exchange> polls(String demand, List<Exchange> exchanges) {
    return LoginView.of(LoginView.TOKEN, exchanges).stream()
        .filter(exchange -> demand.equals(demand(exchange)))
        .toList();
  }

  /** The identifiers of the demands that were taken, in order. */
  static List<String> taken(List<Exchange> exchanges) {
    return LoginView.of(DEMAND, exchanges).stream()
        .map(PhoneView::demand)
        .filter(id -> !id.isEmpty())
        .toList();
  }

  /** Requests for the result of a demand that had already come to its end. */
  static List<Exchange> afterTheEnd(List<Exchange> exchanges) {
    List<Exchange> after = new ArrayList<>();
    for (Exchange asked : LoginView.of(DEMAND, exchanges)) {
      if (demand(asked).isEmpty()) {
        continue;
      }
      Instant expiry =
          asked
              .startedAt()
              .plus(asked.durationMicros(), ChronoUnit.MICROS)
              .plusSeconds(asked.decoded().path("expires_in").asLong());
      boolean ended = false;
      for (Exchange poll : polls(demand(asked), exchanges)) {
        if (ended || poll.startedAt().isAfter(expiry.plus(GRACE))) {
          after.add(poll);
        }
        ended |= poll.refusal() == null || !NOT_YET.contains(poll.refusal().code());
      }
    }
    return after;
  }

  /**
   * Requests for a result that came sooner than this after the one before.
   *
   * @param onlyAfterSlowDown whether only those count that follow an answer that asks to slow down
   */
  static List<Exchange> tooSoon(List<Exchange> exchanges, Duration due, boolean onlyAfterSlowDown) {
    List<Exchange> soon = new ArrayList<>();
    for (String demand : taken(exchanges)) {
      List<Exchange> polls = polls(demand, exchanges);
      for (int i = 1; i < polls.size(); i++) {
        Exchange before = polls.get(i - 1);
        boolean counts =
            !onlyAfterSlowDown
                || (before.refusal() != null && before.refusal().code().equals("slow_down"));
        Duration waited = Duration.between(before.startedAt(), polls.get(i).startedAt());
        if (counts && waited.compareTo(due.minus(GRACE)) < 0) {
          soon.add(polls.get(i));
        }
      }
    }
    return soon;
  }

  private static String demand(Exchange exchange) {
    return exchange.decoded().path("demandeCiba").asText();
  }
}
