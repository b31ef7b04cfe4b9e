package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.Professional;
import fr.socle.features.run.ScenarioRun;
import org.jspecify.annotations.Nullable;

/** What the steps of one scenario remember of the accounts that the LPS keeps. */
public final class CabinetAccounts {
  private final ScenarioRun scenario;
  private final Consultation consultation;
  private @Nullable String before;
  private @Nullable Professional other;

  /** Built for each scenario. */
  public CabinetAccounts(ScenarioRun scenario, Consultation consultation) {
    this.scenario = scenario;
    this.consultation = consultation;
  }

  /** Keeps the account that is shown now, to be compared with later. */
  void rememberShown() {
    before = shown();
  }

  /** Keeps the account of a view. */
  void remember(JsonNode account) {
    before = account.path("identifiant").asText();
  }

  /** The account kept. */
  String before() {
    if (before == null) {
      throw new IllegalStateException("no account was seen yet");
    }
    return before;
  }

  /** Identifier of the account that is shown now; a driver that shows none covers nothing. */
  String shown() {
    return shownAccount().path("identifiant").asText();
  }

  /** The account that is shown now. */
  JsonNode shownAccount() {
    JsonNode account = consultation.lastSeen().path("compte");
    scenario.requireCovered(
        account.isObject(),
        "Le pilote ne montre pas le compte (« compte ») du professionnel connecté.");
    return account;
  }

  /** Who else works there. */
  Professional other() {
    if (other == null) {
      throw new IllegalStateException("nobody else was named");
    }
    return other;
  }

  void setOther(Professional who) {
    other = who;
  }
}
