package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import java.util.List;

/** Attentes on a session of Pro Santé Connect: kept alive, refused, closed. */
public final class SessionExpectations {
  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final LoginView view;

  /** Built for each scenario. */
  public SessionExpectations(ScenarioRun scenario, Consultation consultation, LoginView view) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.view = view;
  }

  /** New tokens were obtained with the refresh token since the action began. */
  @Alors("le logiciel a prolongé la session sans déranger le médecin")
  public void refreshed() {
    List<Exchange> since = view.sinceLastAction();
    List<Exchange> refreshes =
        LoginView.accepted(LoginView.of(LoginView.TOKEN, since)).stream()
            .filter(
                exchange ->
                    "refresh_token"
                        .equals(exchange.decoded().at("/parametres/grant_type").asText()))
            .toList();
    boolean asked =
        !LoginView.of(LoginView.AUTHORIZE, since).isEmpty()
            || !LoginView.of(PhoneView.DEMAND, since).isEmpty();
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel a renouvelé ses jetons par le jeton de rafraîchissement.",
                    Basis.TRAFIC)
                .judging("EXI-PSC-11", "PSC-RP-12")
                .in(Traffic.sequences(refreshes))
                .isMet(
                    !refreshes.isEmpty() && !asked,
                    asked ? "une nouvelle connexion a été demandée" : "aucun renouvellement",
                    "Quand le jeton d'accès a expiré, demandez-en un autre avec le jeton de"
                        + " rafraîchissement, sans renvoyer l'utilisateur à la page de connexion."));
  }

  /** The user is still logged in. */
  @Alors("le médecin est toujours connecté")
  public void stillConnected() {
    boolean connected = view.connected();
    scenario
        .expectations()
        .add(
            Expectation.that("Le médecin est toujours connecté au logiciel.", Basis.DECLARE)
                .isMet(
                    connected,
                    "médecin déconnecté, " + consultation.lastAnswer().messageOrNone(),
                    "Gardez ouverte la session d'un utilisateur actif tant que Pro Santé Connect la"
                        + " prolonge."));
  }

  /** The user is asked to log in again. */
  @Alors("le logiciel invite le médecin à se reconnecter")
  public void invitedToLogIn() {
    boolean connected = view.connected();
    String told = view.told();
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel ferme la session et invite le médecin à se reconnecter.",
                    Basis.DECLARE)
                .judging("PSC-RP-11", "PSC-RP-12")
                .isMet(
                    !connected && !told.isBlank(),
                    connected ? "médecin toujours connecté" : "aucun message",
                    "Quand Pro Santé Connect refuse de prolonger la session, fermez la vôtre et"
                        + " proposez de se reconnecter."));
  }

  /** The user is logged out of the LPS. */
  @Alors("le médecin n'est plus connecté au logiciel")
  public void disconnected() {
    boolean connected = view.connected();
    scenario
        .expectations()
        .add(
            Expectation.that("Le médecin n'est plus connecté au logiciel.", Basis.DECLARE)
                .judging("SSI/IE.38", "SSI/IE.39", "EXI-PSC-32", "PSC-RP-13", "PSC-RP-14")
                .isMet(
                    !connected,
                    "médecin toujours connecté",
                    "Fermez la session du logiciel quand l'utilisateur se déconnecte, reste inactif ou"
                        + " n'a plus de session à Pro Santé Connect."));
  }

  /** No session of the doctor lives any more. */
  @Alors("sa session est fermée à Pro Santé Connect")
  public void sessionClosed() {
    long open = view.liveSessions();
    scenario
        .expectations()
        .add(
            Expectation.that("Le médecin n'a plus de session à Pro Santé Connect.", Basis.ETAT)
                .judging("EXI-PSC-20", "PSC-RP-13")
                .isMet(
                    open == 0,
                    "session toujours ouverte à Pro Santé Connect",
                    "À la déconnexion, appelez aussi la fin de session de Pro Santé Connect avec le"
                        + " jeton d'identité (id_token_hint)."));
  }

  /** A second authentication took place. */
  @Alors("Pro Santé Connect lui a redemandé de s'authentifier")
  public void authenticatedAgain() {
    long sessions = view.sessions().size();
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "La nouvelle connexion a demandé une nouvelle authentification.", Basis.ETAT)
                .judging("EXI-PSC-20", "PSC-RP-23")
                .isMet(
                    sessions >= 2,
                    "la session précédente a resservi",
                    "Fermez la session de Pro Santé Connect à la déconnexion : sans cela, la"
                        + " connexion suivante ne redemande rien à l'utilisateur."));
  }
}
