package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.exigences.Basis;
import fr.socle.features.etapes.EditorProxy.Held;
import fr.socle.features.etapes.EditorProxy.Sent;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** Attentes on the editor's own Proxy e-Santé: what it answers, and what it sends behind. */
public final class EditorProxyExpectations {
  static final String TOKEN = "API token";
  private static final String LOGOUT = "PSC logout";
  private static final int EXCHANGES_OF_A_REPLAY = 2;

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

  /** Pro Santé Connect was asked for a login. */
  @Alors("le proxy de l'éditeur fait demander une nouvelle connexion")
  public void askedAgain() {
    List<Exchange> asked = LoginView.of(ProxyView.CIBA, proxy.since());
    expect(
        Expectation.that(
                "Quand Pro Santé Connect a mis fin à la session, le proxy demande une nouvelle"
                    + " connexion.",
                Basis.TRAFIC)
            .judging("PSC-RP-12")
            .in(sequences(ProxyView.CONNECT))
            .isMet(
                !asked.isEmpty(),
                "aucune demande à Pro Santé Connect, réponse " + proxy.lastAnswer().status(),
                "Quand l'échange puis le rafraîchissement sont refusés, oubliez la session : le"
                    + " logiciel reçoit 401 et le /connect suivant demande une connexion."));
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

  /** Each call got to INSi, under the identity of who made it. */
  @Alors("chaque appel est arrivé à INSi au nom de celui qui l'a fait")
  public void eachInHisName() {
    arrived("PSC-PX-02", proxy.calls());
  }

  /** The last call got there. */
  @Alors("l'appel est arrivé à INSi au nom du médecin")
  public void inHisName() {
    arrived("PSC-PX-11", List.of(proxy.lastCall()));
  }

  /** Nothing got to INSi with the last call. */
  @Alors("le proxy de l'éditeur n'appelle pas INSi")
  public void notCalled() {
    List<Exchange> calls = proxy.lastCall().behind(ProxyView.API_CALL);
    expect(
        Expectation.that("Sans jeton d'INSi, le proxy n'appelle pas INSi.", Basis.TRAFIC)
            .judging("PSC-PX-09")
            .in(Traffic.sequences(calls))
            .isMet(
                calls.isEmpty(),
                calls.size() + " appel d'INSi sans jeton de son serveur d'autorisation",
                "N'appelez l'API qu'avec le jeton de son serveur d'autorisation : le jeton de Pro"
                    + " Santé Connect ne sert qu'à l'échange."));
  }

  /** The software hears of it, and the authorization server is not asked again and again. */
  @Alors("le proxy de l'éditeur le dit au logiciel, sans insister")
  public void saysSoOnce() {
    int status = proxy.lastCall().status();
    List<Exchange> asked = proxy.lastCall().behind(TOKEN);
    expect(
        Expectation.that(
                "Le proxy répond par une erreur à son logiciel, sans insister auprès du serveur"
                    + " d'autorisation.",
                Basis.TRAFIC)
            .judging("PSC-RP-15")
            .in(Traffic.sequences(asked))
            .isMet(
                status >= 400 && asked.size() <= EXCHANGES_OF_A_REPLAY,
                "réponse " + status + " après " + asked.size() + " demandes de jeton",
                "Après un refus, rafraîchissez au plus une fois le jeton de Pro Santé Connect, puis"
                    + " répondez 502 (503 pour une panne) à votre logiciel."));
  }

  /** The token of Pro Santé Connect was renewed, then exchanged. */
  @Alors("le proxy de l'éditeur a rafraîchi le jeton de Pro Santé Connect puis fait l'échange")
  public void refreshedThenExchanged() {
    List<Exchange> behind = LoginView.accepted(proxy.lastCall().behind());
    List<Exchange> renewed = LoginView.of(LoginView.TOKEN, behind);
    List<Exchange> exchanged = LoginView.of(TOKEN, behind);
    boolean inOrder =
        !renewed.isEmpty()
            && !exchanged.isEmpty()
            && renewed.get(0).sequence() < exchanged.get(exchanged.size() - 1).sequence();
    expect(
        Expectation.that(
                "Quand le jeton de Pro Santé Connect ne vaut plus, le proxy le rafraîchit puis fait"
                    + " l'échange.",
                Basis.TRAFIC)
            .judging("PSC-RP-12")
            .in(Traffic.sequences(proxy.lastCall().behind(TOKEN)))
            .isMet(
                inOrder,
                renewed.size() + " rafraîchissement, " + exchanged.size() + " échange accepté",
                "Rafraîchissez le jeton de Pro Santé Connect, puis échangez le nouveau au serveur"
                    + " d'autorisation de l'API."));
  }

  /** At the login, at the exchange and in the call: the certificate of that software. */
  @Alors("le proxy de l'éditeur a présenté le certificat de chaque logiciel")
  public void certificateOfTheSoftware() {
    List<Exchange> wrong = new ArrayList<>();
    int seen = 0;
    for (Sent call : proxy.calls()) {
      String expected = subject(call.session().software());
      List<Exchange> shown = new ArrayList<>(call.behind(TOKEN));
      shown.addAll(call.behind(ProxyView.API_CALL));
      seen += shown.size();
      shown.stream().filter(one -> !expected.equals(one.clientCertificate())).forEach(wrong::add);
    }
    expect(
        Expectation.that(
                "Le proxy appelle les API avec le certificat du logiciel de la session.",
                Basis.TRAFIC)
            .judging("PSC-PX-03")
            .in(Traffic.sequences(wrong))
            .isMet(
                seen > 0 && wrong.isEmpty(),
                seen == 0 ? "aucun appel" : wrong.size() + " appel avec un autre certificat",
                "Choisissez le certificat sortant d'après le clientId donné à /connect."));
  }

  /** The token is bound to a certificate; the call shows that one. */
  @Alors("chaque appel d'INSi présente le certificat auquel son jeton est lié")
  public void boundCertificate() {
    List<Exchange> calls = new ArrayList<>();
    boolean same = true;
    for (Sent sent : proxy.calls()) {
      List<Exchange> tokens = LoginView.accepted(sent.behind(TOKEN));
      for (Exchange call : sent.behind(ProxyView.API_CALL)) {
        calls.add(call);
        same &=
            call.clientCertificate() != null
                && tokens.stream()
                    .allMatch(
                        one -> Objects.equals(one.clientCertificate(), call.clientCertificate()));
      }
    }
    expect(
        Expectation.that(
                "L'appel d'INSi présente le certificat qui a servi à l'échange.", Basis.TRAFIC)
            .judging("PSC-PX-04")
            .in(Traffic.sequences(calls))
            .isMet(
                same && !calls.isEmpty(),
                calls.isEmpty() ? "aucun appel" : "un autre certificat, ou aucun",
                "Présentez à l'appel de l'API le certificat de l'échange, dont l'empreinte est dans"
                    + " cnf, quoi que dise le jeton."));
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

  private void arrived(String requirement, List<Sent> calls) {
    List<Exchange> in = new ArrayList<>();
    long failed = 0;
    for (Sent call : calls) {
      List<Exchange> his =
          LoginView.accepted(call.behind(ProxyView.API_CALL)).stream()
              .filter(
                  one ->
                      one.decoded()
                          .path("professionnel")
                          .asText()
                          .equals(call.session().nationalId()))
              .toList();
      in.addAll(his);
      failed += his.isEmpty() || call.status() >= 400 ? 1 : 0;
    }
    expect(
        Expectation.that(
                "L'appel du logiciel arrive à INSi au nom de son utilisateur, et la réponse lui"
                    + " revient.",
                Basis.TRAFIC)
            .judging(requirement)
            .in(Traffic.sequences(in))
            .isMet(
                failed == 0 && !calls.isEmpty(),
                failed + " appel sur " + calls.size() + " qui n'aboutit pas au nom de son auteur",
                "À /send, obtenez le jeton de l'API pour la session du cookie, et appelez l'API avec"
                    + " lui."));
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

  private String subject(String software) {
    SpaceDescriptor space = scenario.bench().descriptor();
    return space.clients().stream()
        .filter(client -> client.clientId().equals(software))
        .flatMap(
            client ->
                space.keyStores().stream().filter(store -> store.name().equals(client.keyStore())))
        .map(SpaceDescriptor.KeyStoreDescription::subject)
        .findFirst()
        .orElse("");
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
