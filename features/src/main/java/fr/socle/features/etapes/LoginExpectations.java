package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import java.util.List;

/** Attentes on Pro Santé Connect: what it received, what it holds, what the user is told. */
public final class LoginExpectations {
  /** What a login shows that comes to its end: of itself, or in spite of something. */
  private static final String[] OPENS = {
    "PSC.01",
    "EXI-PSC-08",
    "EXI-PSC-15",
    "PSC-RP-06",
    "PSC-RP-09",
    "PSC-RP-15",
    "PSC-RP-17",
    "PSC-RP-19",
    "PSC-RP-19-RECO"
  };

  /** What a login shows that is refused as it should be. */
  private static final String[] REFUSES = {
    "PSC-RP-03",
    "PSC-RP-03-ISS",
    "PSC-RP-05",
    "PSC-RP-05-RECO",
    "PSC-RP-06",
    "PSC-RP-10",
    "PSC-RP-18"
  };

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final LoginView view;

  /** Built for each scenario. */
  public LoginExpectations(ScenarioRun scenario, Consultation consultation, LoginView view) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.view = view;
  }

  /** The authorization request came and was accepted; the checks judged what it says. */
  @Alors("Pro Santé Connect a reçu sa demande de connexion")
  public void authorizationRequested() {
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> requests =
                  LoginView.accepted(traffic.ofTransaction(LoginView.AUTHORIZE));
              return Expectation.that(
                      "Pro Santé Connect a reçu une demande de connexion recevable.", Basis.TRAFIC)
                  .judging(
                      "PSC.08", "EXI-PSC-09", "EXI-PSC-10", "EXI-PSC-15", "EXI-PSC-16", "PSC-RP-02")
                  .in(Traffic.sequences(requests))
                  .isMet(
                      !requests.isEmpty(),
                      "aucune demande de connexion acceptée",
                      "Envoyez le navigateur de l'utilisateur à l'adresse d'autorisation que donne"
                          + " Pro Santé Connect, avec les paramètres attendus.");
            });
  }

  /** A session of the doctor lives. */
  @Alors("la session du médecin est ouverte à Pro Santé Connect")
  public void sessionOpen() {
    long open = view.liveSessions();
    // An earlier login may have opened the session: this one must have come to its end as well.
    List<Exchange> given =
        LoginView.accepted(LoginView.of(LoginView.TOKEN, view.sinceLastAction()));
    scenario
        .expectations()
        .add(
            Expectation.that("Le médecin a une session ouverte à Pro Santé Connect.", Basis.ETAT)
                .judging(OPENS)
                .in(Traffic.sequences(given))
                .isMet(
                    open > 0 && !given.isEmpty(),
                    open > 0 ? "aucun jeton obtenu par cette connexion" : "aucune session ouverte",
                    "Menez la connexion jusqu'au bout : le code reçu au retour s'échange contre des"
                        + " jetons."));
  }

  /** The code was exchanged, and what was asked for with its tokens was given. */
  @Alors("Pro Santé Connect a accepté l'échange du code et la demande de profil")
  public void codeAndProfileAccepted() {
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> exchanged =
                  LoginView.accepted(traffic.ofTransaction(LoginView.TOKEN)).stream()
                      .filter(LoginExpectations::ofACode)
                      .toList();
              List<Exchange> asked = traffic.ofTransaction(LoginView.USERINFO);
              boolean given = asked.isEmpty() || !LoginView.accepted(asked).isEmpty();
              return Expectation.that(
                      "Le code s'échange contre des jetons, et le profil se demande avec eux.",
                      Basis.TRAFIC)
                  .judging("EXI-PSC-09", "EXI-PSC-10", "EXI-PSC-15")
                  .in(Traffic.sequences(given ? exchanged : asked))
                  .isMet(
                      !exchanged.isEmpty() && given,
                      exchanged.isEmpty()
                          ? "aucun échange de code accepté"
                          : "aucune demande de profil acceptée",
                      "Échangez le code à l'adresse des jetons (grant_type=authorization_code), puis"
                          + " présentez le jeton d'accès obtenu dans l'en-tête Authorization de la"
                          + " demande de profil.");
            });
  }

  private static boolean ofACode(Exchange exchange) {
    return "authorization_code".equals(exchange.decoded().at("/parametres/grant_type").asText());
  }

  /** The keys were read again after a token was signed with a new one. */
  @Alors("le logiciel a relu les clés de Pro Santé Connect")
  public void keysReadAgain() {
    List<Exchange> read = LoginView.of(LoginView.KEYS, view.sinceTheFaultStruck());
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel a relu les clés de signature de Pro Santé Connect.", Basis.TRAFIC)
                .judging("PSC-RP-06")
                .in(Traffic.sequences(read))
                .isMet(
                    !read.isEmpty(),
                    "clés non relues depuis le jeton signé de la nouvelle clé",
                    "Quand un jeton nomme une clé que vous n'avez pas, relisez les clés de Pro Santé"
                        + " Connect (jwks_uri), puis vérifiez la signature."));
  }

  /** Userinfo was asked for and given since the login began. */
  @Alors("Pro Santé Connect a donné son profil professionnel au logiciel")
  public void profileGiven() {
    List<Exchange> given =
        LoginView.accepted(LoginView.of(LoginView.USERINFO, view.sinceLastAction()));
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel a demandé le profil professionnel à Pro Santé Connect.",
                    Basis.TRAFIC)
                .judging("PSC-RP-07")
                .in(Traffic.sequences(given))
                .isMet(
                    !given.isEmpty(),
                    "aucun profil demandé depuis cette connexion",
                    "Demandez les données de l'utilisateur (UserInfo) à chaque connexion, et"
                        + " rafraîchissez celles que vous gardez."));
  }

  /** The user is logged in under his own identifier. */
  @Alors("le logiciel reconnaît le médecin")
  public void recognised() {
    JsonNode seen = consultation.lastSeen();
    String expected = consultation.professional().nationalId();
    String shown = seen.path("identifiantNational").asText(expected);
    boolean connected = seen.path("connecte").asBoolean();
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel montre le médecin connecté sous son identifiant national.",
                    Basis.DECLARE)
                .judging("PSC.01", "EXI-PSC-08", "PSC-RP-06", "PSC-RP-09")
                .isMet(
                    connected && shown.equals(expected),
                    connected
                        ? "connecté sous l'identifiant " + shown
                        : "non connecté, " + consultation.lastAnswer().messageOrNone(),
                    "Ouvrez la session du professionnel que Pro Santé Connect identifie, sous son"
                        + " identifiant national."));
  }

  /** The user is not logged in, and is told. */
  @Alors("le logiciel dit au médecin que la connexion n'a pas abouti")
  public void toldNotConnected() {
    boolean connected = view.connected();
    String told = view.told();
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel ne connecte pas le médecin et lui dit pourquoi.", Basis.DECLARE)
                .judging("PSC-RP-15", "PSC-RP-19-RECO")
                .isMet(
                    !connected && !told.isBlank(),
                    connected ? "médecin connecté" : "aucun message",
                    connected
                        ? "N'ouvrez pas de session quand Pro Santé Connect n'a identifié personne."
                        : "Dites à l'utilisateur que la connexion n'a pas abouti, et pourquoi."));
  }

  /** The user is not logged in. */
  @Alors("le logiciel refuse la connexion")
  public void loginRefused() {
    view.sinceTheFaultStruck();
    boolean connected = view.connected();
    scenario
        .expectations()
        .add(
            Expectation.that("Le logiciel ne connecte pas le médecin.", Basis.DECLARE)
                .judging(REFUSES)
                .isMet(
                    !connected,
                    "médecin connecté",
                    "Contrôlez tout ce que Pro Santé Connect rend avant d'ouvrir la session, et"
                        + " refusez au premier écart."));
  }

  /** Nothing is done with the tokens of a login that had to be refused. */
  @Alors("le logiciel ne se sert pas de cette connexion")
  public void loginNotUsed() {
    if (!scenario.lps().offers(LoginSteps.PROFILE)) {
      return; // the LPS has no way to show what it would do with it: its word stands alone
    }
    long mark = scenario.bench().cursor();
    scenario.lps().ask(LoginSteps.PROFILE, Software.input());
    List<Exchange> used = view.usingOlderTokens(scenario.bench().exchangesAfter(mark));
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel ne se sert pas des jetons d'une connexion à refuser.",
                    Basis.TRAFIC)
                .judging(REFUSES)
                .in(Traffic.sequences(used))
                .isMet(
                    used.isEmpty(),
                    used.size() + " appel avec ces jetons",
                    "Jetez les jetons d'une connexion refusée."));
  }

  /** No token was asked for since the login began. */
  @Alors("le logiciel n'a demandé aucun jeton")
  public void noTokenAsked() {
    List<Exchange> since = view.sinceLastAction();
    List<Exchange> asked = LoginView.of(LoginView.TOKEN, since);
    scenario.requirePlayable(
        !asked.isEmpty() || !LoginView.of(LoginView.AUTHORIZE, since).isEmpty(),
        "Le LPS n'a pas envoyé le médecin à la page de connexion : ce qu'il fait du retour ne peut"
            + " pas être observé.");
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel n'échange rien contre des jetons après ce retour.", Basis.TRAFIC)
                .judging("PSC-RP-03", "PSC-RP-03-ISS", "PSC-RP-15")
                .in(Traffic.sequences(asked))
                .isMet(
                    asked.isEmpty(),
                    asked.size() + " demande de jetons",
                    "Comparez d'abord le retour à votre demande ; s'il n'y répond pas, arrêtez là."));
  }
}
