package fr.socle.features.etapes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.ProxyCallAnswer;
import fr.socle.bench.client.api.ProxyCallRequest;
import fr.socle.features.run.ScenarioRun;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The editor's own Proxy e-Santé, and the softwares that the bench plays before it. */
public final class EditorProxy {
  /** The software of a scenario, a client of the descriptor. */
  static final String SOFTWARE = "lps-demo-mtls";

  /** Another one, which has another certificate. */
  static final String OTHER_SOFTWARE = "lps-demo-mtls-2";

  // The contract of INSi is read as any call passes, without a patient
  private static final String CALL = "/send/insi/lps?wsdl";
  private static final String SIGN = "/send/signsessiondata";
  private static final int NUMBERS = 100;
  private static final int STEP = 37;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ScenarioRun scenario;
  private final List<Held> sessions = new ArrayList<>();
  private final List<Sent> calls = new ArrayList<>();
  private final List<Sent> signatures = new ArrayList<>();
  private final Instant start;
  private int number;
  private long mark;
  private @Nullable ProxyCallAnswer lastAnswer;

  /** Built for each scenario. */
  public EditorProxy(ScenarioRun scenario) {
    this.scenario = scenario;
    this.start = scenario.startedAt().truncatedTo(ChronoUnit.SECONDS);
    this.number = (int) (start.getEpochSecond() % NUMBERS);
  }

  /**
   * A session that the proxy opened.
   *
   * @param nationalId of the professional
   * @param software client id of the software
   * @param cookie what it was given
   * @param state session of Pro Santé Connect that it says it is bound to
   * @param before place of the journal before it was asked for
   */
  record Held(String nationalId, String software, String cookie, String state, long before) {}

  /**
   * A call of INSi that was asked of the proxy.
   *
   * @param session the session
   * @param status what the proxy answered
   * @param behind what it sent meanwhile
   */
  record Sent(Held session, int status, List<Exchange> behind) {

    /** Those of a transaction. */
    List<Exchange> behind(String transaction) {
      return LoginView.of(transaction, behind);
    }
  }

  /** Puts it before the bench. */
  void standIn(String address) {
    scenario.bench().relayProxy(address, "Le banc appelle le Proxy e-Santé de l'éditeur.");
  }

  /** Asks for a login; the session, if one is opened, is held. */
  ProxyCallAnswer connect(String nationalId, String software, @Nullable String cookie) {
    ObjectNode body = JSON.createObjectNode();
    number = (number + STEP) % NUMBERS;
    body.put("nationalId", nationalId);
    body.put("bindingMessage", String.format(Locale.ROOT, "%02d", number));
    body.put("clientId", software);
    body.put("channel", "MOBILE");
    ProxyCallAnswer answer =
        call(
            new ProxyCallRequest("POST", "/connect", cookie, "application/json", body.toString()),
            "Le logiciel demande la connexion au proxy de l'éditeur.");
    JsonNode read = read(answer);
    String given = read.path("proxy_session_id").asText(answer.cookie());
    if (answer.status() == 200 && given != null) {
      String state = read.path("session_state").asText();
      sessions.add(new Held(nationalId, software, given, state, mark));
    }
    return answer;
  }

  /** Ends the first session that was opened. */
  void disconnect() {
    call(
        new ProxyCallRequest("DELETE", "/disconnect", first().cookie(), null, null),
        "Le logiciel ferme sa session au proxy de l'éditeur.");
  }

  /** Calls INSi under a session. */
  void send(Held session) {
    ProxyCallAnswer answer =
        call(
            new ProxyCallRequest("GET", CALL, session.cookie(), null, null),
            "Le logiciel appelle INSi par le proxy de l'éditeur.");
    calls.add(new Sent(session, answer.status(), since()));
  }

  /** Has the conformance API sign what a session is bound to (psc.md 2.7). */
  ProxyCallAnswer sign(Held session) {
    ObjectNode body = JSON.createObjectNode();
    body.put("nationalId", session.nationalId());
    body.put("clientID", session.software());
    body.put("proxy_session_id", session.cookie());
    body.put("session_state", session.state());
    ProxyCallAnswer answer =
        call(
            new ProxyCallRequest(
                "POST", SIGN, session.cookie(), "application/json", body.toString()),
            "Le logiciel fait signer sa session par l'API de conformité.");
    signatures.add(new Sent(session, answer.status(), since()));
    return answer;
  }

  /** The signatures that were asked for, in order. */
  List<Sent> signatures() {
    return List.copyOf(signatures);
  }

  /** The traces since the scenario began. */
  JsonNode traces() {
    return read(
        call(
            new ProxyCallRequest("GET", "/traces?start=" + start, null, null, null),
            "Le banc lit les traces du proxy de l'éditeur."));
  }

  /** The sessions that were opened, in order. */
  List<Held> sessions() {
    return List.copyOf(sessions);
  }

  /** The first session that was opened. */
  Held first() {
    scenario.requirePlayable(
        !sessions.isEmpty(), "Le proxy de l'éditeur n'a ouvert aucune session.");
    return sessions.get(0);
  }

  /** The calls of INSi that were asked for, in order. */
  List<Sent> calls() {
    return List.copyOf(calls);
  }

  /** The last of them. */
  Sent lastCall() {
    return calls.get(calls.size() - 1);
  }

  /** What the proxy answered last. */
  ProxyCallAnswer lastAnswer() {
    return Objects.requireNonNull(lastAnswer, "le proxy n'a pas encore été appelé");
  }

  /** What arrived since the proxy was called last, the call itself included. */
  List<Exchange> since() {
    return scenario.bench().exchangesAfter(mark);
  }

  private ProxyCallAnswer call(ProxyCallRequest request, String described) {
    mark = scenario.bench().cursor();
    ProxyCallAnswer answer = scenario.bench().callProxy(request, described);
    lastAnswer = answer;
    return answer;
  }

  private static JsonNode read(ProxyCallAnswer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
