package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Basis;
import fr.socle.features.etapes.EditorProxy.Held;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import java.util.List;
import java.util.TreeMap;

/** Attentes on what the editor's own Proxy e-Santé answers to softwares. */
public final class EditorProxyExpectations {
  private static final String LOGOUT = "PSC logout";

  private final ScenarioRun scenario;
  private final EditorProxy proxy;

  /** Built for each scenario. */
  public EditorProxyExpectations(ScenarioRun scenario, EditorProxy proxy) {
    this.scenario = scenario;
    this.proxy = proxy;
  }

  /** 304 without body. */
  @Alors("le proxy de l'éditeur dit que la session continue")
  public void replayed() {
    int status = proxy.lastAnswer().status();
    boolean bare = proxy.lastAnswer().body().isEmpty();
    expect(
        Expectation.that("Le proxy reprend la session vivante : 304, sans corps.", Basis.TRAFIC)
            .judging("PSC-PX-01")
            .in(sequences(ProxyView.CONNECT))
            .isMet(
                status == 304 && bare,
                "réponse " + status + (bare ? "" : ", avec un corps"),
                "Quand le cookie est celui d'une session vivante, répondez 304 sans corps."));
  }

  /** Pro Santé Connect was asked for no login. */
  @Alors("personne n'est dérangé sur son téléphone")
  public void nobodyAsked() {
    List<Exchange> asked = LoginView.of(ProxyView.CIBA, proxy.since());
    expect(
        Expectation.that("Le proxy ne demande aucune connexion.", Basis.TRAFIC)
            .in(Traffic.sequences(asked))
            .isMet(
                asked.isEmpty(),
                asked.size() + " demande à Pro Santé Connect",
                "Ne demandez une connexion à Pro Santé Connect que pour un logiciel connu dont"
                    + " l'utilisateur n'a pas de session vivante."));
  }

  /** Every session has an identifier of its own. */
  @Alors("le proxy de l'éditeur a donné à chacun sa session")
  public void sessionsApart() {
    List<Held> held = proxy.sessions();
    long different = held.stream().map(Held::cookie).distinct().count();
    expect(
        Expectation.that("Chaque utilisateur a sa session, pour chaque logiciel.", Basis.TRAFIC)
            .judging("PSC-PX-02")
            .in(Traffic.sequences(LoginView.of(ProxyView.CONNECT, scenario.bench().exchanges())))
            .isMet(
                held.size() > 1 && different == held.size(),
                held.size() + " connexions acceptées, " + different + " session différente",
                "Tenez une session par utilisateur et par logiciel, et donnez à chacune un"
                    + " proxy_session_id de son propre tirage."));
  }

  /** 404. */
  @Alors("le proxy de l'éditeur dit qu'il ne connaît pas ce logiciel")
  public void unknownSoftware() {
    answered(
        404,
        "PSC-PX-05",
        "Le proxy refuse par 404 un logiciel qu'il ne connaît pas.",
        ProxyView.CONNECT,
        "Répondez 404 quand le clientId n'est pas celui d'un logiciel déclaré.");
  }

  /** 401. */
  @Alors("le proxy de l'éditeur dit qu'il ne connaît plus cette session")
  public void unknownSession() {
    answered(
        401,
        "PSC-PX-07",
        "Le proxy refuse par 401 une session déjà fermée.",
        ProxyView.DISCONNECT,
        "Répondez 401 à /disconnect quand la session du cookie n'existe plus.");
  }

  /** One call of the end-session endpoint, and nothing is left there. */
  @Alors("le proxy de l'éditeur a fermé une seule fois la session de Pro Santé Connect")
  public void loggedOutOnce() {
    List<Exchange> logouts = LoginView.of(LOGOUT, scenario.bench().exchanges());
    String who = proxy.first().nationalId();
    boolean left =
        scenario.bench().psc().sessions().stream()
            .anyMatch(session -> session.active() && session.nationalId().equals(who));
    expect(
        Expectation.that(
                "À la déconnexion, le proxy ferme une fois la session de Pro Santé Connect.",
                Basis.TRAFIC)
            .judging("PSC-PX-06")
            .in(Traffic.sequences(logouts))
            .isMet(
                logouts.size() == 1 && !left,
                logouts.size() + " appel" + (left ? ", session encore ouverte" : ""),
                "À /disconnect, appelez une fois la fin de session de Pro Santé Connect, avec"
                    + " id_token_hint."));
  }

  /** One trace for each thing that was asked, of the type that its answer says. */
  @Alors("les traces du proxy de l'éditeur disent tout ce qui lui a été demandé")
  public void traced() {
    TreeMap<String, Long> missing = new TreeMap<>();
    List<Exchange> asked = scenario.bench().exchanges();
    for (Exchange each : asked) {
      String type = type(each);
      if (!type.isEmpty()) {
        missing.merge(type, 1L, Long::sum);
      }
    }
    for (JsonNode trace : proxy.traces()) {
      missing.computeIfPresent(trace.path("type").asText(), (type, count) -> count - 1);
    }
    missing.values().removeIf(count -> count <= 0);
    expect(
        Expectation.that(
                "Le proxy garde une trace de chaque connexion, appel et déconnexion.", Basis.TRAFIC)
            .judging("PSC-PX-08")
            .isMet(
                missing.isEmpty(),
                "il manque : " + String.join(", ", missing.keySet()),
                "Écrivez une trace pour chaque appel reçu, et rendez-les à /traces."));
  }

  private void answered(
      int expected, String requirement, String text, String transaction, String mend) {
    int status = proxy.lastAnswer().status();
    expect(
        Expectation.that(text, Basis.TRAFIC)
            .judging(requirement)
            .in(sequences(transaction))
            .isMet(status == expected, "réponse " + status, mend));
  }

  private List<Long> sequences(String transaction) {
    return Traffic.sequences(LoginView.of(transaction, proxy.since()));
  }

  private static String type(Exchange each) {
    int status = each.status() == null ? 0 : each.status();
    return switch (String.valueOf(each.transaction())) {
      case ProxyView.CONNECT ->
          status == 200 ? "CONNECT_SUCCESS" : status == 304 ? "CONNECT_REPLAY" : "CONNECT_FAILURE";
      case ProxyView.SEND -> status == 401 ? "" : "SEND";
      case ProxyView.DISCONNECT -> status == 200 ? "DISCONNECT" : "";
      default -> "";
    };
  }

  private void expect(Expectation expectation) {
    scenario.expectations().add(expectation);
  }
}
