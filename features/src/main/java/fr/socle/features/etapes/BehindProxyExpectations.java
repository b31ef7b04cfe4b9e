package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.exigences.Basis;
import fr.socle.features.etapes.EditorProxy.Sent;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Attentes on what the editor's own Proxy e-Santé sends to what is behind it. */
public final class BehindProxyExpectations {
  static final String TOKEN = "API token";
  private static final String SIGN = "API signsessiondata";
  private static final int EXCHANGES_OF_A_REPLAY = 2;

  private final ScenarioRun scenario;
  private final EditorProxy proxy;

  /** Built for each scenario. */
  public BehindProxyExpectations(ScenarioRun scenario, EditorProxy proxy) {
    this.scenario = scenario;
    this.proxy = proxy;
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

  /** The conformance API finds that the token of the call is of the session it is told of. */
  @Alors("chaque session du proxy de l'éditeur est liée à la bonne session de Pro Santé Connect")
  public void sessionsBound() {
    List<Exchange> signed = new ArrayList<>();
    long failed = 0;
    for (Sent each : proxy.signatures()) {
      List<Exchange> his = LoginView.accepted(each.behind(SIGN));
      signed.addAll(each.behind(SIGN));
      failed += his.isEmpty() || each.status() >= 400 ? 1 : 0;
    }
    expect(
        Expectation.that(
                "Le proxy appelle l'API de conformité avec le jeton de la session du cookie.",
                Basis.TRAFIC)
            .judging("PSC-PX-02")
            .in(Traffic.sequences(signed))
            .isMet(
                failed == 0 && !signed.isEmpty(),
                failed + " session sur " + proxy.signatures().size() + " non signée",
                "Rendez à /connect le session_state de la session ouverte, et appelez les API avec"
                    + " le jeton de cette session-là."));
  }

  /** A token of INSi that is still good serves again. */
  @Alors("le proxy de l'éditeur s'est servi du jeton d'INSi qu'il avait déjà")
  public void keptToken() {
    List<Exchange> asked = proxy.lastCall().behind(TOKEN);
    expect(
        Expectation.that("Un jeton d'INSi qui vaut encore sert aux appels suivants.", Basis.TRAFIC)
            .judging("PSC-PX-12")
            .in(Traffic.sequences(asked))
            .isMet(
                asked.isEmpty(),
                asked.size() + " demande de jeton de plus",
                "Gardez le jeton d'API de chaque session (une à quatre heures), même quand celui de"
                    + " Pro Santé Connect a expiré."));
  }

  /** Each call got to INSi, under the identity of who made it. */
  @Alors("chaque appel est arrivé à INSi au nom de celui qui l'a fait")
  public void eachInHisName() {
    arrived(proxy.calls(), "PSC-PX-02");
  }

  /** The last call got there. */
  @Alors("l'appel est arrivé à INSi au nom du médecin")
  public void inHisName() {
    arrived(List.of(proxy.lastCall()), "PSC-PX-11", "PSC-PX-12", "PSC-RP-15");
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
            // psc.md 2.6 (S: TRANSPORT), 1a: the token has expired; refused for no reason is PX-11
            .judging("PSC-RP-12", "PSC-PX-11")
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
    scenario.requireCovered(
        !calls.isEmpty(),
        "Le proxy de l'éditeur n'a pas appelé INSi avec ce jeton : le certificat qu'il présente ne"
            + " peut pas être observé.");
    expect(
        Expectation.that(
                "L'appel d'INSi présente le certificat qui a servi à l'échange.", Basis.TRAFIC)
            .judging("PSC-PX-04")
            .in(Traffic.sequences(calls))
            .isMet(
                same,
                "un autre certificat, ou aucun",
                "Présentez à l'appel de l'API le certificat de l'échange, dont l'empreinte est dans"
                    + " cnf, quoi que dise le jeton."));
  }

  private void arrived(List<Sent> calls, String... requirements) {
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
            .judging(requirements)
            .in(Traffic.sequences(in))
            .isMet(
                failed == 0 && !calls.isEmpty(),
                failed + " appel sur " + calls.size() + " qui n'aboutit pas au nom de son auteur",
                "À /send, obtenez le jeton de l'API pour la session du cookie, et appelez l'API avec"
                    + " lui."));
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

  private void expect(Expectation expectation) {
    scenario.expectations().add(expectation);
  }
}
