package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.PscState.PhoneRequest;
import fr.socle.features.run.ScenarioRun;
import java.util.List;

/** What a scenario can see of a software behind the Proxy e-Santé. */
public final class ProxyView {
  static final String CONNECT = "Proxy connect";
  static final String SEND = "Proxy send";
  static final String DISCONNECT = "Proxy disconnect";
  static final String API_CALL = "API call";
  static final String CIBA = "PSC ciba";

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final LoginView login;

  /** Built for each scenario. */
  public ProxyView(ScenarioRun scenario, Consultation consultation, LoginView login) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.login = login;
  }

  /** Exchanges of a transaction since the last action the scenario is about began. */
  List<Exchange> since(String transaction) {
    return LoginView.of(transaction, login.sinceLastAction());
  }

  /** Exchanges of a transaction that were accepted since then. */
  List<Exchange> acceptedSince(String transaction) {
    return LoginView.accepted(since(transaction));
  }

  /** Living sessions of the professional at the proxy. */
  long sessions() {
    String who = who();
    return scenario.bench().proxy().sessions().stream()
        .filter(session -> session.nationalId().equals(who))
        .count();
  }

  /** What asked for the phone or card of the professional in this scenario, in order. */
  List<PhoneRequest> phone() {
    String who = who();
    return scenario.bench().psc().phone().stream()
        .filter(request -> request.nationalId().equals(who))
        .toList();
  }

  /** Business calls of the INSi API that were let in under the identity of the professional. */
  List<Exchange> insiCallsInHisName() {
    String who = who();
    return acceptedSince(API_CALL).stream()
        .filter(call -> call.decoded().path("api").asText().equals("insi"))
        .filter(call -> call.decoded().path("professionnel").asText().equals(who))
        .toList();
  }

  private String who() {
    return consultation.professional().nationalId();
  }
}
