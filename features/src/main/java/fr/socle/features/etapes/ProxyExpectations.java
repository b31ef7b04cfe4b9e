package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.PscState.PhoneRequest;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import java.util.List;
import java.util.Objects;

/** Attentes on a software that works behind the Proxy e-Santé. */
public final class ProxyExpectations {
  private static final String CONTRACT = "PSC-PX-10";
  private static final int ENOUGH_NUMBERS = 4;

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final LoginView login;
  private final ProxyView view;

  /** Built for each scenario. */
  public ProxyExpectations(
      ScenarioRun scenario, Consultation consultation, LoginView login, ProxyView view) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.login = login;
    this.view = view;
  }

  /** A session of his lives at the proxy, and the login that was asked for led to it. */
  @Alors("le proxy a ouvert une session à son nom")
  public void sessionOpened() {
    List<Exchange> opened = view.acceptedSince(ProxyView.CONNECT);
    boolean his = view.sessions() > 0;
    expect(
        Expectation.that(
                "Le Proxy e-Santé a ouvert une session au nom du professionnel.", Basis.ETAT)
            .judging(CONTRACT)
            .in(Traffic.sequences(opened))
            .isMet(
                his && !opened.isEmpty(),
                opened.isEmpty() ? "aucune connexion acceptée" : "aucune session à son nom",
                "Demandez la connexion par POST /connect, avec nationalId, bindingMessage (deux"
                    + " chiffres), clientId et channel."));
  }

  /** The channel that was asked for. */
  @Alors("la demande est arrivée sur {moyen}")
  public void channel(String means) {
    String expected = means.equals("carte") ? "CARD" : "MOBILE";
    List<PhoneRequest> asked = view.phone();
    String found = asked.isEmpty() ? "aucune demande" : asked.get(asked.size() - 1).channel();
    expect(
        Expectation.that(
                "La demande est arrivée où le professionnel veut la confirmer.", Basis.ETAT)
            .judging(CONTRACT)
            .isMet(
                found.equals(expected),
                found,
                "Envoyez channel=MOBILE pour l'application e-CPS, channel=CARD pour la carte."));
  }

  /** The number on the screen is the one on the device. */
  @Alors("le logiciel lui a montré le nombre à comparer")
  public void numberShown() {
    List<PhoneRequest> asked = view.phone();
    String number =
        asked.isEmpty()
            ? ""
            : Objects.requireNonNullElse(asked.get(asked.size() - 1).bindingMessage(), "");
    boolean shown = !number.isEmpty() && login.told().contains(number);
    expect(
        Expectation.that(
                "Le logiciel montre au professionnel le nombre qu'il trouve sur son appareil.",
                Basis.DECLARE)
            .judging("PSC-RP-17")
            .isMet(
                shown,
                number.isEmpty() ? "aucun nombre envoyé" : "le nombre " + number + " n'est pas dit",
                "Tirez deux chiffres, montrez-les au professionnel et envoyez-les dans"
                    + " bindingMessage."));
  }

  /** Chance draws the same number four times running once in a million. */
  @Alors("le nombre à comparer a changé d'une fois à l'autre")
  public void numberChanges() {
    List<String> numbers =
        view.phone().stream()
            .map(request -> Objects.requireNonNullElse(request.bindingMessage(), ""))
            .toList();
    boolean changed = numbers.size() >= ENOUGH_NUMBERS && numbers.stream().distinct().count() > 1;
    expect(
        Expectation.that("Le nombre à comparer est tiré à chaque connexion.", Basis.ETAT)
            .judging("PSC-RP-17")
            .isMet(
                changed,
                numbers.isEmpty() ? "aucune demande" : "nombres " + String.join(", ", numbers),
                "Tirez au hasard un nouveau nombre à chaque connexion."));
  }

  /** The living session was taken up: Pro Santé Connect was asked nothing. */
  @Alors("son téléphone n'a pas sonné une seconde fois")
  public void notAskedAgain() {
    List<Exchange> asked = view.since(ProxyView.CIBA);
    expect(
        Expectation.that(
                "Pendant une session vivante, le professionnel n'est pas dérangé de nouveau.",
                Basis.TRAFIC)
            .judging(CONTRACT)
            .in(Traffic.sequences(asked))
            .isMet(
                asked.isEmpty(),
                asked.size() + " demande à Pro Santé Connect",
                "Gardez le cookie proxy_session_id de chaque professionnel et renvoyez-le à"
                    + " /connect : le proxy répond 304 sans déranger personne."));
  }

  /** Every call of INSi since the user asked came through the API, under his identity. */
  @Alors("INSi a reçu la recherche au nom du professionnel connecté")
  public void searchedInHisName() {
    List<Exchange> all =
        login.sinceLastAction().stream()
            .filter(each -> each.service().equals("insi") && "POST".equals(each.method()))
            .toList();
    List<Exchange> his = view.insiCallsInHisName();
    expect(
        Expectation.that(
                "La recherche est arrivée à l'API d'INSi avec un jeton au nom du professionnel.",
                Basis.TRAFIC)
            .judging("PSC.10", "INS/PSC.01")
            .in(Traffic.sequences(his.isEmpty() ? all : his))
            .isMet(
                !his.isEmpty() && his.size() >= all.size(),
                his.isEmpty()
                    ? all.isEmpty()
                        ? "aucun appel à INSi"
                        : "appel à INSi sans l'identité du professionnel connecté"
                    : "une partie des appels sans son identité",
                "Quand l'utilisateur est connecté par Pro Santé Connect, appelez INSi par le Proxy"
                    + " e-Santé (/send/insi/...) avec le cookie de sa propre session."));
  }

  /** One click of the user, one login asked of the proxy. */
  @Alors("le logiciel n'a demandé la connexion qu'une fois")
  public void askedOnce() {
    List<Exchange> asked = view.since(ProxyView.CONNECT);
    expect(
        Expectation.that("Le logiciel ne redemande pas la connexion de lui-même.", Basis.TRAFIC)
            .judging("PSC-RP-15")
            .in(Traffic.sequences(asked))
            .isMet(
                asked.size() == 1,
                asked.size() + " demandes",
                "Après un refus ou une panne, dites-le à l'utilisateur et attendez qu'il"
                    + " recommence."));
  }

  /** After the proxy said that it knows no such session, the software does not send it again. */
  @Alors("le logiciel n'insiste pas avec la session perdue")
  public void doesNotInsist() {
    List<Exchange> since = login.sinceLastAction();
    List<Exchange> after =
        since.stream()
            .dropWhile(each -> !each.faults().contains("proxy-session-perdue"))
            .skip(1)
            .takeWhile(each -> !ProxyView.CONNECT.equals(each.transaction()))
            .filter(each -> ProxyView.SEND.equals(each.transaction()))
            .toList();
    scenario.requireCovered(
        since.stream().anyMatch(each -> each.faults().contains("proxy-session-perdue")),
        "Le LPS n'a rien envoyé au proxy avec sa session : ce qu'il fait d'une session perdue ne"
            + " peut pas être observé.");
    expect(
        Expectation.that(
                "Le logiciel n'envoie plus rien avec une session que le proxy ne connaît plus.",
                Basis.TRAFIC)
            .judging(CONTRACT)
            .in(Traffic.sequences(after))
            .isMet(
                after.isEmpty(),
                after.size() + " appels de plus",
                "Quand le proxy répond 401, oubliez le cookie et demandez à l'utilisateur de se"
                    + " reconnecter."));
  }

  /** One call, and nothing is left there. */
  @Alors("le logiciel a fermé une seule fois sa session du proxy")
  public void disconnectedOnce() {
    List<Exchange> calls = view.since(ProxyView.DISCONNECT);
    long left = view.sessions();
    expect(
        Expectation.that(
                "Le logiciel ferme la session du Proxy e-Santé, par un seul appel.", Basis.TRAFIC)
            .judging(CONTRACT)
            .in(Traffic.sequences(calls))
            .isMet(
                calls.size() == 1 && left == 0,
                calls.size() + " appels, " + left + " session encore ouverte",
                "À la déconnexion, appelez une fois DELETE /disconnect avec le cookie, puis"
                    + " oubliez-le."));
  }

  /** Nothing goes through the proxy once the user is logged out. */
  @Alors("plus rien n'est passé par le proxy")
  public void nothingSent() {
    long asked = consultation.mark();
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> sent =
                  traffic.matching(
                      each -> each.sequence() > asked && ProxyView.SEND.equals(each.transaction()));
              return Expectation.that(
                      "Après la déconnexion, rien ne passe plus par le Proxy e-Santé.",
                      Basis.TRAFIC)
                  .judging(CONTRACT)
                  .in(Traffic.sequences(sent))
                  .isMet(
                      sent.isEmpty(),
                      sent.size() + " appel après la déconnexion",
                      "Oubliez le cookie à la déconnexion, et n'appelez plus le proxy avant une"
                          + " nouvelle connexion.");
            });
  }

  private void expect(Expectation expectation) {
    scenario.expectations().add(expectation);
  }
}
