package fr.socle.features.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Verdict;
import fr.socle.features.model.ActionCall;
import fr.socle.features.model.Cause;
import fr.socle.features.model.Indetermination;
import fr.socle.features.model.ScenarioResult;
import fr.socle.features.model.UsageResult;
import fr.socle.features.model.UsageResult.Cost;
import fr.socle.features.model.UsageResult.Play;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UsageCostsTest {
  private static final Instant START = Instant.parse("2026-03-04T13:05:00Z");
  private static final List<String> QUALIFIER = List.of("@INS", "@usage:qualifier");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<ActionCall> actions = new ArrayList<>();
  private final List<Exchange> exchanges = new ArrayList<>();

  @Test
  void addsTheGesturesAndTheTimeOfTheUsersActionsOnly() {
    act("configurer", null, 900);
    act("recevoir-identite", 1, 700);
    act("creer-dossier", 6, 40);
    act("rechercher-ins-traits", 2, 3010);

    assertThat(cost()).isEqualTo(new Cost(8, List.of(), 0, 0, 0, 3050));
  }

  @Test
  void keepsADeclaredZero() {
    act("rechercher-ins-traits", 0, 10);

    assertThat(cost().userSteps()).isZero();
  }

  @Test
  void saysNothingOfGesturesThatTheDriverDeclaresInPart() {
    act("creer-dossier", 6, 40);
    act("rechercher-ins-traits", null, 10);
    act("rechercher-ins-traits", null, 10);

    assertThat(cost().userSteps()).isNull();
    assertThat(cost().undeclared()).containsExactly("rechercher-ins-traits");
  }

  @Test
  void countsTheCallsThatInsiReceivedAndNothingElse() {
    call(200, search("OLA"));
    call(200, search("CATARINA"));
    exchanges.add(exchange("insi", "GET", 200, search("WSDL")));
    exchanges.add(exchange("psc", "POST", 200, search("OLA")));

    assertThat(cost().calls()).isEqualTo(2);
    assertThat(cost().duplicates()).isZero();
  }

  @Test
  void countsTheSameQuestionAskedAgainWhoeverGaveUpWaiting() {
    call(null, search("OLA"));
    call(200, search("OLA"));
    call(200, search("OLA"));

    assertThat(cost().calls()).isEqualTo(3);
    assertThat(cost().duplicates()).isEqualTo(2);
  }

  @Test
  void doesNotBlameAskingAgainAfterAnError() {
    call(500, search("OLA"));
    call(200, search("OLA"));

    assertThat(cost().duplicates()).isZero();
  }

  @Test
  void tellsACardFromTraits() {
    call(200, search("OLA"));
    call(
        200,
        "{\"operation\":\"rechercherInsAvecCarteVitale\",\"carteVitale\":{\"rangNaissance\":\"1\"}}");

    assertThat(cost().duplicates()).isZero();
  }

  @Test
  void doesNotBlameTheLpsForWhatTheUserAsksAgain() {
    act("creer-dossier", 6, 40);
    callAt(START, search("OLA"));
    actAt(START.plusSeconds(1), "rechercher-ins-traits");
    callAt(START.plusSeconds(1), search("OLA"));

    assertThat(cost().duplicates()).isZero();
  }

  @Test
  void countsWhatAnActionAsksTwiceOrWithoutBeingTold() {
    actAt(START, "rechercher-ins-traits");
    callAt(START, search("OLA"));
    callAt(START, search("OLA"));
    actAt(START.plusSeconds(1), "controler-piece-identite");
    callAt(START.plusSeconds(1), search("OLA"));

    assertThat(cost().duplicates()).isEqualTo(2);
  }

  @Test
  void tellsCallsThatCouldNotBeRead() {
    call(200, search("OLA"));
    call(200, "{}");

    assertThat(cost().calls()).isEqualTo(2);
    assertThat(cost().duplicates()).isZero();
    assertThat(cost().unread()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Verdict.class)
  void measuresNothingOfAScenarioThatWasStoppedWhateverItsVerdict(Verdict verdict) {
    act("creer-dossier", 6, 40);

    assertThat(play(stopped(verdict, null, "pas encore")).cost()).isNull();
    assertThat(play(stopped(verdict, new Indetermination(Cause.LPS, "rien"), null)).cost())
        .isNull();
    assertThat(play(stopped(verdict, null, null)).cost()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"refuse,", "echec,", "fait,indisponible", "fait,refusee"})
  void measuresNothingWhenTheResultWasNotReached(String status, @Nullable String result) {
    act("creer-dossier", 6, 40);
    JsonNode seen = result == null ? null : json("{\"resultat\":\"" + result + "\"}");
    actions.add(new ActionCall("rechercher-ins-traits", START, START, status, null, 2, null, seen));

    assertThat(play(scenario(QUALIFIER, Verdict.RESERVE)).cost()).isNull();
  }

  @Test
  void tellsASlowInsiFromOneThatAnswersAtOnce() {
    List<String> slow = List.of("@usage:qualifier", "@insi-lent");

    List<UsageResult> uses =
        UsageCosts.of(
            List.of(
                scenario(List.of("@INS"), Verdict.CONFORME),
                scenario(QUALIFIER, Verdict.CONFORME),
                scenario(slow, Verdict.RESERVE)));

    assertThat(uses).singleElement().extracting(UsageResult::use).isEqualTo("qualifier");
    assertThat(uses.get(0).plays()).extracting(Play::insiLatencyMs).containsExactly(0, 3000);
  }

  private Cost cost() {
    Cost cost = play(scenario(QUALIFIER, Verdict.CONFORME)).cost();
    assertThat(cost).isNotNull();
    return cost;
  }

  private static Play play(ScenarioResult scenario) {
    return UsageCosts.of(List.of(scenario)).get(0).plays().get(0);
  }

  private void act(String name, @Nullable Integer steps, long millis) {
    Instant end = START.plusMillis(millis);
    actions.add(new ActionCall(name, START, end, "fait", null, steps, null, null));
  }

  private void actAt(Instant when, String name) {
    actions.add(new ActionCall(name, when, when, "fait", null, 1, null, null));
  }

  private void callAt(Instant when, String decoded) {
    exchanges.add(exchange("insi", "POST", 200, decoded, when));
  }

  private void call(@Nullable Integer status, String decoded) {
    exchanges.add(exchange("insi", "POST", status, decoded));
  }

  private String search(String firstName) {
    return "{\"operation\":\"rechercherInsAvecTraitsIdentite\",\"messageId\":\"%d\",\"recherche\":{\"prenoms\":[\"%s\"]}}"
        .formatted(exchanges.size(), firstName);
  }

  private Exchange exchange(
      String service, String method, @Nullable Integer status, String decoded) {
    return exchange(service, method, status, decoded, START);
  }

  private Exchange exchange(
      String service, String method, @Nullable Integer status, String decoded, Instant at) {
    return new Exchange(
        exchanges.size() + 1,
        "e1",
        "f1",
        service,
        service,
        Exchange.Kind.HTTP,
        null,
        at,
        1,
        method,
        "/lps",
        status,
        null,
        json(decoded),
        null,
        List.of(),
        1,
        1,
        List.of());
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private ScenarioResult scenario(List<String> tags, Verdict verdict) {
    return scenario(tags, verdict, null, null);
  }

  private ScenarioResult stopped(
      Verdict verdict, @Nullable Indetermination cause, @Nullable String reason) {
    return scenario(QUALIFIER, verdict, cause, reason);
  }

  private ScenarioResult scenario(
      List<String> tags,
      Verdict verdict,
      @Nullable Indetermination cause,
      @Nullable String reason) {
    return new ScenarioResult(
        "insi/usages:12",
        "n",
        "f",
        "u",
        12,
        tags,
        List.of(),
        verdict,
        cause,
        reason,
        START,
        1,
        null,
        List.of(),
        List.of(),
        exchanges,
        List.of(),
        List.of(),
        actions,
        List.of(),
        ActionCall.declaredSteps(actions),
        List.of());
  }
}
