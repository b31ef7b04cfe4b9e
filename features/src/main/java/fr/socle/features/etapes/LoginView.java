package fr.socle.features.etapes;

import fr.socle.bench.client.AwaitedExchange;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.PscState;
import fr.socle.features.run.ScenarioRun;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a scenario can see of a login: the traffic of Pro Santé Connect, its sessions, the screen.
 */
public final class LoginView {
  static final String AUTHORIZE = "PSC authorize";
  static final String PAGE = "PSC login";
  static final String TOKEN = "PSC token";
  static final String USERINFO = "PSC userinfo";
  static final String KEYS = "PSC jwks";

  /** What a stack trace, a page or an unnamed value leave in a message. */
  private static final Pattern PROGRAMMER =
      Pattern.compile("Exception|Traceback|\\bat [\\w.$]+\\(|</?[a-z]+>|\\bnull\\b|undefined");

  private static final Duration WRITTEN_LATE = Duration.ofSeconds(5);

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

  /**
   * Those that present a token given before them: a new login and its tokens are not among them.
   */
  List<Exchange> usingOlderTokens(List<Exchange> since) {
    return TokenUse.ofOlderTokens(since, scenario.bench()::raw);
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

  /**
   * Exchanges since the armed fault struck, the struck one first; all since the last action when
   * none is armed. An LPS that never met the fault shows nothing: the scenario stops, undecided.
   */
  List<Exchange> sinceTheFaultStruck() {
    List<Exchange> since = sinceLastAction();
    Optional<String> fault = consultation.armedLoginFault();
    if (fault.isEmpty()) {
      return since;
    }
    List<Exchange> after =
        since.stream().dropWhile(exchange -> !exchange.faults().contains(fault.get())).toList();
    scenario.requirePlayable(
        !after.isEmpty(),
        "Le LPS n'a pas mené la connexion jusqu'à ce que Pro Santé Connect fausse : ce qu'il en fait"
            + " ne peut pas être observé.");
    return after;
  }

  /** Whether the armed fault struck something since the last action. */
  boolean faultStruck() {
    Optional<String> fault = consultation.armedLoginFault();
    return fault.isPresent()
        && sinceLastAction().stream().anyMatch(exchange -> exchange.faults().contains(fault.get()));
  }

  /**
   * The same; a handshake that the LPS broke off is in the journal a moment after it went on, and
   * is waited for.
   */
  boolean faultStruckAtLast() {
    if (!faultStruck()) {
      awaitOneMore();
    }
    return faultStruck();
  }

  /** What Pro Santé Connect refused since the last action, broken handshakes among it. */
  List<Exchange> refusedAtLast() {
    if (refused().isEmpty()) {
      awaitOneMore();
    }
    return refused();
  }

  private List<Exchange> refused() {
    return sinceLastAction().stream()
        .filter(exchange -> exchange.service().equals("psc"))
        .filter(
            exchange -> exchange.kind() == Exchange.Kind.HANDSHAKE || exchange.refusal() != null)
        .toList();
  }

  private void awaitOneMore() {
    List<Exchange> since = sinceLastAction();
    long last = since.isEmpty() ? consultation.mark() : since.get(since.size() - 1).sequence();
    scenario.bench().await(new AwaitedExchange(last, "psc", null, WRITTEN_LATE));
  }

  /** Whether a message is one a doctor can read: there, and without the text of a programmer. */
  static boolean clear(String told) {
    return !told.isBlank() && !PROGRAMMER.matcher(told).find();
  }

  /** What is wrong with a message that is not clear. */
  static String unclear(String told) {
    return told.isBlank() ? "aucun message" : "texte technique : « " + told + " »";
  }

  /** The fault armed last. */
  String armedFault() {
    return consultation
        .armedLoginFault()
        .orElseThrow(() -> new IllegalStateException("aucune panne n'a été armée"));
  }

  /** Whether the LPS shows the professional logged in. */
  boolean connected() {
    return consultation.lastSeen().path("connecte").asBoolean();
  }

  /** How many activities the LPS shows of the professional. */
  int activities() {
    return consultation.lastSeen().path("activites").size();
  }

  /** The structure of the activity that the LPS shows as carried on, empty when it shows none. */
  String activity() {
    return consultation.lastSeen().path("activite").path("structure").asText();
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
