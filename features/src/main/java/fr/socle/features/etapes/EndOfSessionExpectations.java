package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.PscState;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import java.util.List;
import java.util.Set;

/** Attentes on the end of a session: what the LPS still does with it, what it makes of notices. */
public final class EndOfSessionExpectations {
  static final String LOGOUT = "PSC logout";
  // OpenID Connect Back-Channel Logout 1.0, 2.8
  private static final Set<String> ANSWERS = Set.of("200", "204", "400");
  // A second try and a third are usual; more is no longer for the user
  private static final int REASONABLE = 3;

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final LoginView view;

  /** Built for each scenario. */
  public EndOfSessionExpectations(ScenarioRun scenario, Consultation consultation, LoginView view) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.view = view;
  }

  /** No token was presented since the action began. */
  @Alors("le logiciel ne se sert plus de cette session")
  public void sessionForgotten() {
    List<Exchange> used = view.usingOlderTokens(view.sinceLastAction());
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel n'emploie plus les jetons d'une session finie.", Basis.TRAFIC)
                .judging("PSC-RP-16")
                .in(Traffic.sequences(used))
                .isMet(
                    used.isEmpty(),
                    used.size() + " appel avec les jetons de cette session",
                    "Oubliez la session et tous ses jetons dès qu'elle est finie, quelle qu'en soit"
                        + " la cause."));
  }

  /** The session still serves. */
  @Alors("le logiciel se sert encore de la session du médecin")
  public void sessionStillUsed() {
    List<Exchange> since = view.sinceLastAction();
    List<Exchange> given = LoginView.accepted(LoginView.of(LoginView.USERINFO, since));
    boolean asked = !LoginView.of(LoginView.AUTHORIZE, since).isEmpty();
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel emploie encore les jetons de la session, sans nouvelle connexion.",
                    Basis.TRAFIC)
                // Back-Channel Logout 1.0 2.7: a notice with sid and sub may close all of sub's
                .judging("PSC-RP-14", "PSC-RP-14-SID")
                .in(Traffic.sequences(given))
                .isMet(
                    !given.isEmpty() && !asked,
                    asked ? "une nouvelle connexion demandée" : "la session ne sert plus",
                    "Ne fermez que la session que désigne un avis de déconnexion vérifié : signature,"
                        + " iss, aud, events, sid ou sub, et pas de nonce."));
  }

  /** The notice was answered as a good one. */
  @Alors("le logiciel a pris acte de l'avis de déconnexion")
  public void noticeTaken() {
    notice(
        "recue",
        "Le logiciel répond à l'avis de déconnexion qu'il l'a reçu.",
        "Répondez 200 à un logout_token correct, après avoir fermé la session qu'il désigne.");
  }

  /** The notice was answered as a bad one. */
  @Alors("le logiciel refuse cet avis")
  public void noticeRefused() {
    notice(
        "refusee",
        "Le logiciel refuse un avis de déconnexion qui ne se vérifie pas.",
        "Vérifiez tout le logout_token avant d'agir, et répondez 400 s'il ne va pas.");
  }

  /** Both copies of a notice were answered in the way that notices are. */
  @Alors("le logiciel a répondu à chacun des deux avis")
  public void noticesAnswered() {
    List<PscState.LogoutNotice> sent = notices();
    scenario.requirePlayable(!sent.isEmpty(), "Aucun avis de déconnexion n'a été envoyé.");
    boolean taken = sent.stream().anyMatch(notice -> notice.status().equals("recue"));
    List<PscState.LogoutNotice> unanswered =
        sent.stream()
            .filter(notice -> !ANSWERS.contains(String.valueOf(notice.httpStatus())))
            .toList();
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel prend acte de l'avis, et répond aussi au second exemplaire.",
                    Basis.ETAT)
                .judging("PSC-RP-14")
                .isMet(
                    taken && unanswered.isEmpty(),
                    taken
                        ? unanswered.size() + " avis sans une réponse prévue"
                        : "aucun exemplaire accepté",
                    "Répondez 200 à un logout_token correct, et 200 ou 400 quand il revient : une"
                        + " session déjà fermée n'est pas une erreur du logiciel."));
  }

  /** The end of the session was not asked for again and again. */
  @Alors("le logiciel ne redemande pas sans fin de fermer la session")
  public void noLogoutLoop() {
    scenario.requireCovered(
        view.faultStruck(),
        "Le LPS n'a pas demandé la fin de session d'une façon que la panne puisse refuser.");
    List<Exchange> asked = LoginView.of(LOGOUT, view.sinceLastAction());
    scenario
        .expectations()
        .add(
            Expectation.that("Le logiciel ne répète pas sans fin la fin de session.", Basis.TRAFIC)
                .judging("PSC-RP-15")
                .in(Traffic.sequences(asked))
                .isMet(
                    asked.size() <= REASONABLE,
                    asked.size() + " fins de session demandées",
                    "Quand Pro Santé Connect refuse la fin de session, fermez la vôtre, dites à"
                        + " l'utilisateur que l'autre reste ouverte, et arrêtez là."));
  }

  private List<PscState.LogoutNotice> notices() {
    return scenario.bench().psc().logouts().stream()
        .filter(notice -> notice.channel().equals("arriere"))
        .toList();
  }

  private void notice(String status, String expected, String mend) {
    String who = consultation.professional().nationalId();
    List<PscState.LogoutNotice> sent = notices();
    scenario.requirePlayable(
        !sent.isEmpty(), "Aucun avis de déconnexion n'a été envoyé pour " + who + ".");
    PscState.LogoutNotice last = sent.get(sent.size() - 1);
    scenario
        .expectations()
        .add(
            Expectation.that(expected, Basis.ETAT)
                .judging("PSC-RP-14")
                .isMet(
                    last.status().equals(status),
                    last.httpStatus() == null
                        ? "avis " + last.status()
                        : "réponse " + last.httpStatus(),
                    mend));
  }

  /** The session of the provider lives on, and nobody asked it to end. */
  @Alors("la session Pro Santé Connect du médecin reste ouverte")
  public void providerSessionKept() {
    List<Exchange> ends = LoginView.of(LOGOUT, view.sinceLastAction());
    long open = view.liveSessions();
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "L'inactivité ne ferme pas la session Pro Santé Connect.", Basis.TRAFIC)
                .judging("EXI-PSC-32")
                .in(Traffic.sequences(ends))
                .isMet(
                    ends.isEmpty() && open > 0,
                    ends.isEmpty()
                        ? "aucune session ouverte à Pro Santé Connect"
                        : "fin de session demandée à Pro Santé Connect",
                    "N'appelez la fin de session de Pro Santé Connect que si l'utilisateur demande"
                        + " lui-même à se déconnecter."));
  }

  /** The end of session was asked for before the next login. */
  @Alors("le logiciel a fermé la session Pro Santé Connect avant de redemander une connexion")
  public void endedBeforeNextLogin() {
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> requests = traffic.ofTransaction(LoginView.AUTHORIZE);
              long next = requests.isEmpty() ? 0 : requests.get(requests.size() - 1).sequence();
              List<Exchange> ends =
                  LoginView.accepted(traffic.ofTransaction(LOGOUT)).stream()
                      .filter(end -> end.sequence() < next)
                      .toList();
              return Expectation.that(
                      "La fin de session précède la demande de connexion suivante.", Basis.TRAFIC)
                  .judging("PSC-RP-23")
                  .in(Traffic.sequences(ends))
                  .isMet(
                      !ends.isEmpty(),
                      "aucune fin de session acceptée avant la nouvelle connexion",
                      "À la déconnexion, appelez la fin de session de Pro Santé Connect avec le jeton"
                          + " d'identité (id_token_hint) et une adresse de retour déclarée.");
            });
  }

  /** The user knows that the other session goes on. */
  @Alors("le logiciel prévient le médecin que sa session Pro Santé Connect reste ouverte")
  public void toldThatItGoesOn() {
    String told = view.told();
    scenario.requirePlayable(
        view.sinceLastAction().stream().anyMatch(exchange -> !exchange.faults().isEmpty()),
        "Le LPS n'a pas demandé la fin de session : ce qu'il dit de la panne ne peut pas être"
            + " observé.");
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel dit que la session Pro Santé Connect n'a pas pu être fermée.",
                    Basis.DECLARE)
                .judging("PSC-RP-15")
                .isMet(
                    told.contains("Pro Santé Connect") || told.contains("PSC"),
                    told.isBlank() ? "aucun message" : "« " + told + " »",
                    "Quand la fin de session échoue, dites à l'utilisateur que sa session Pro Santé"
                        + " Connect reste ouverte, et ce qu'il peut faire."));
  }
}
