package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.PscState;
import fr.socle.features.run.ScenarioRun;
import java.util.List;

/**
 * What a scenario can see of a login: the traffic of Pro Santé Connect, its sessions, the screen.
 */
public final class LoginView {
  static final String AUTHORIZE = "PSC authorize";
  static final String TOKEN = "PSC token";
  static final String USERINFO = "PSC userinfo";

  private final ScenarioRun scenario;
  private final Consultation consultation;

  /** Built for each scenario. */
  public LoginView(ScenarioRun scenario, Consultation consultation) {
    this.scenario = scenario;
    this.consultation = consultation;
  }

  /** Exchanges since the last action the scenario is about began. */
  List<Exchange> sinceLastAction() {
    return scenario.bench().exchangesAfter(consultation.mark());
  }

  /** Those of a transaction. */
  static List<Exchange> of(String transaction, List<Exchange> exchanges) {
    return exchanges.stream().filter(e -> transaction.equals(e.transaction())).toList();
  }

  /** Those the service did not refuse. */
  static List<Exchange> accepted(List<Exchange> exchanges) {
    return exchanges.stream().filter(exchange -> exchange.refusal() == null).toList();
  }

  /** Sessions of the professional, living or not. */
  List<PscState.Session> sessions() {
    String who = consultation.professional().nationalId();
    return scenario.bench().psc().sessions().stream()
        .filter(session -> session.nationalId().equals(who))
        .toList();
  }

  /** How many of them live. */
  long liveSessions() {
    return sessions().stream().filter(PscState.Session::active).count();
  }

  /** Whether the LPS shows the professional logged in. */
  boolean connected() {
    return consultation.lastSeen().path("connecte").asBoolean();
  }

  /** Everything the user was told with the last answer. */
  String told() {
    StringBuilder told = new StringBuilder();
    String message = consultation.lastAnswer().message();
    if (message != null) {
      told.append(message);
    }
    consultation.lastSeen().path("messages").forEach(line -> told.append(line.asText()));
    return told.toString();
  }
}
