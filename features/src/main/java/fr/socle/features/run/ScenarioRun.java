package fr.socle.features.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.BenchJson;
import fr.socle.bench.client.api.Window;
import fr.socle.exigences.RequirementTag;
import fr.socle.features.model.Cause;
import fr.socle.features.model.ScenarioResult;
import fr.socle.features.model.TimelineEvent;
import io.cucumber.java.Scenario;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One scenario being played: takes a place, holds a window open, gathers what was seen, judges.
 * Made for each scenario; steps find in it the space, the software and the expectations.
 */
public final class ScenarioRun {
  /** Media type of the evidence attached to Cucumber's messages: a {@link ScenarioResult}. */
  public static final String EVIDENCE_TYPE = "application/vnd.socle.scenario+json";

  private static final Map<String, String> SERVICE_OF_TAG =
      Map.of("@PSC", "psc", "@INS", "insi", "@DMP", "dmp", "@MSS", "mss");
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final RunContext run;
  private final Clock clock;
  private final Instant startedAt;
  private final JsonMapper json = BenchJson.mapper();
  private final Fate fate = new Fate();
  private @Nullable Stay stay;
  private ClientChoice client = new ClientChoice(null, null);

  /** Built by the object factory. */
  public ScenarioRun(CurrentRun current) {
    this.run = current.context();
    this.clock = run.options().clock();
    this.startedAt = clock.instant();
  }

  /** The space the scenario is played in. */
  public BenchSpace bench() {
    return here().bench();
  }

  /** When the scenario began. */
  public Instant startedAt() {
    return startedAt;
  }

  /** The software under test. */
  public Software lps() {
    return here().software();
  }

  /** Where expectations are recorded. */
  public Expectations expectations() {
    return here().expectations();
  }

  /**
   * Stops the scenario, undecided, unless the LPS brought it where something can be judged.
   *
   * @param there whether it did
   * @param message what is missing, one French sentence
   */
  public void requirePlayable(boolean there, String message) {
    if (!there) {
      bench().confirmAlive();
      throw fate.undecided(Cause.LPS, message);
    }
  }

  /**
   * Stops the scenario, not covered, unless the LPS did what would show the requirement.
   *
   * @param there whether it did
   * @param reason why nothing can be seen, one French sentence
   */
  public void requireCovered(boolean there, String reason) {
    if (!there) {
      bench().confirmAlive();
      throw fate.notCovered(reason);
    }
  }

  /** Gives the LPS the certificate that its relying party is declared with. */
  public void renewCertificate() {
    client = client.withItsOwnCertificate();
    new SoftwareSetup(run, fate, here()).configure(client);
    bench()
        .note(
            TimelineEvent.Kind.AILLEURS,
            "L'organisation remet au logiciel un certificat qui vaut.",
            "psc");
  }

  /** Waits until an instant that the scenario itself made near, such as the end of a token. */
  public void waitUntil(Instant instant) {
    Instant latest = clock.instant().plus(LONGEST_WAIT);
    if (instant.isAfter(latest)) {
      throw new IllegalArgumentException("too far away to wait for: " + instant);
    }
    while (clock.instant().isBefore(instant)) {
      LockSupport.parkUntil(this, instant.toEpochMilli() + 1);
    }
  }

  /** Opens the window; called before the first step. */
  public void open(Scenario scenario) {
    ScenarioTexts.Text text = run.texts().text(scenario.getId());
    run.results().begin(text.name());
    Optional<String> death = run.health().death();
    if (death.isPresent()) {
      throw fate.undecided(Cause.BANC, death.get());
    }
    requireServices(text);
    Place place = run.pool().take();
    try {
      stay = enter(place, text);
    } catch (RuntimeException e) {
      run.pool().giveBack(place);
      throw e;
    }
    client = ClientChoice.of(text.tags());
    new SoftwareSetup(run, fate, here()).prepare(client);
  }

  /**
   * Closes the window, judges and records; called after the last step, whatever happened. Fails,
   * aborts or passes as the verdict says.
   */
  public void close(Scenario scenario) {
    ScenarioTexts.Text text = run.texts().text(scenario.getId());
    Gathered gathered = gather();
    if (!fate.stopped()) {
      text.error()
          .ifPresent(
              error ->
                  fate.undecided(
                      Cause.BANC, "Erreur de Socle dans une étape du scénario : " + error));
    }
    ScenarioResult result =
        new ScenarioJudge(run, clock).judge(text, startedAt, fate, stay, gathered);
    attach(scenario, result);
    run.results().add(result);
    JunitAnswer.of(result);
  }

  private Stay here() {
    if (stay == null) {
      throw new IllegalStateException("the scenario has not entered a space");
    }
    return stay;
  }

  /** A bench may have been started with some services only. */
  private void requireServices(ScenarioTexts.Text text) {
    SERVICE_OF_TAG.forEach(
        (tag, service) -> {
          if (text.tags().contains(tag) && !run.services().contains(service)) {
            throw fate.notCovered(
                "Le banc a été lancé sans le service « %s » : relancez-le avec lui."
                    .formatted(service));
          }
        });
  }

  private Stay enter(Place place, ScenarioTexts.Text text) {
    Map<String, String> settings = SpaceSettings.of(text.tags());
    if (!ClientChoice.of(text.tags()).isFree() && !place.capabilities().offers("configurer")) {
      throw fate.notCovered(
          "Le scénario demande au LPS d'employer un autre client Pro Santé Connect : son pilote n'offre pas « configurer ».");
    }
    if (!place.ownSpace() && !place.has(settings)) {
      throw fate.notCovered(
          "Le scénario demande un espace réglé exprès (%s), où le LPS ne peut pas être mené : son pilote n'offre pas « configurer », ou l'espace est imposé."
              .formatted(settings));
    }
    BenchSpace bench =
        BenchSpace.of(
            place, settings, new BenchSpace.Access(run.bench(), run.health()), fate, clock);
    if (place.ownSpace()) {
      bench.empty();
    }
    Window window = bench.openWindow(text.name());
    Expectations expectations =
        new Expectations(
            fate, bench, RequirementTag.requirementsOf(text.tags()), text::currentLine);
    return new Stay(place, bench, new Software(place, fate, clock), expectations, window);
  }

  private Gathered gather() {
    Stay in = stay;
    if (in == null) {
      return Gathered.nothing();
    }
    boolean calm = false;
    try {
      Gathered gathered = Gathered.from(in);
      calm = gathered.quiet() && gathered.traffic().exchanges().isEmpty();
      if (!gathered.quiet()) {
        in.bench()
            .note(
                TimelineEvent.Kind.AILLEURS,
                "Le LPS échangeait encore quand le scénario s'est terminé.",
                null);
      }
      in.expectations().close(gathered.traffic());
      if (!gathered.quiet() && in.expectations().waitedForTheEnd()) {
        fate.undecided(
            Cause.LPS,
            "Le LPS échangeait encore avec le banc quand le scénario s'est terminé : ce qui ne doit pas arriver n'est pas encore exclu.");
      }
      if (!gathered.benchErrors().isEmpty()) {
        in.expectations().withdrawBreaches();
        fate.undecided(
            Cause.BANC,
            "Le banc a eu une erreur interne : " + String.join(" ; ", gathered.benchErrors()));
      }
      return gathered;
    } catch (ScenarioStopped e) {
      return Gathered.nothing(); // the bench died: the fate says so
    } catch (RuntimeException e) {
      fate.undecided(Cause.BANC, "Erreur de Socle à la fin du scénario : " + e);
      return Gathered.nothing();
    } finally {
      if (!calm) {
        in.place().setUsed();
      }
      run.pool().giveBack(in.place());
    }
  }

  private void attach(Scenario scenario, ScenarioResult result) {
    try {
      scenario.attach(json.writeValueAsString(result), EVIDENCE_TYPE, "socle.json");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a result that is not JSON", e);
    }
  }
}
