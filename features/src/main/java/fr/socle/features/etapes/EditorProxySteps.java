package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.NextPhone;
import fr.socle.bench.client.api.ProxyCallAnswer;
import fr.socle.features.run.ScenarioRun;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What softwares and professionals do before the editor's own Proxy e-Santé. */
public final class EditorProxySteps {
  private static final Map<String, String> TOKENS =
      Map.of(
          "qui ne nomme pas le certificat", "api-cnf-absent",
          "qui nomme le certificat à l'ancienne façon", "api-cnf-hexadecimal",
          "qui ne vaut qu'une seconde", "api-jeton-bref",
          "que son serveur d'autorisation refuse une fois de donner", "echange-jeton-inactif",
          "qu'il refuse ensuite une fois", "api-jeton-refuse");

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final EditorProxy proxy;

  /** Built for each scenario. */
  public EditorProxySteps(ScenarioRun scenario, Consultation consultation, EditorProxy proxy) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.proxy = proxy;
  }

  /** The editor has one, and the driver says where. */
  @Soit("un Proxy e-Santé tenu par l'éditeur")
  public void present() {
    Optional<String> address = scenario.lps().proxyAddress();
    scenario.requireCovered(
        address.isPresent(),
        "Le pilote ne dit pas (configurer, « adresseProxy ») où est le Proxy e-Santé de l'éditeur.");
    proxy.standIn(address.orElseThrow());
  }

  /** A doctor who is logged in; that is only a preparation. */
  @Soit("un médecin connecté au proxy de l'éditeur")
  public void connectedDoctor() {
    professional("medecin");
    phone("accepter");
    ProxyCallAnswer answer = connect(EditorProxy.SOFTWARE);
    scenario.requirePlayable(
        answer.status() == 200 && !proxy.sessions().isEmpty(),
        "La préparation du scénario s'arrête : à /connect, le proxy de l'éditeur a répondu "
            + answer.status()
            + " au lieu d'ouvrir une session.");
  }

  /** Somebody else logs in, with the same software. */
  @Quand("un confrère se connecte au proxy de l'éditeur par le même logiciel")
  public void colleague() {
    professional("medecin-deux-activites");
    phone("accepter");
    connect(EditorProxy.SOFTWARE);
  }

  /** Somebody else is asked, and refuses. */
  @Quand("un confrère refuse la connexion que le proxy de l'éditeur lui demande")
  public void colleagueRefuses() {
    professional("medecin-deux-activites");
    phone("refuser");
    connect(EditorProxy.SOFTWARE);
  }

  /** The doctor logs in with a second software as well. */
  @Quand("le médecin se connecte au proxy de l'éditeur par un autre logiciel")
  public void otherSoftware() {
    ProxyCallAnswer answer = connect(EditorProxy.OTHER_SOFTWARE);
    scenario.requireCovered(
        answer.status() != 404,
        "Le proxy de l'éditeur ne connaît qu'un logiciel : déclarez-lui « "
            + EditorProxy.OTHER_SOFTWARE
            + " » (clients du descripteur), avec son certificat.");
  }

  /** A software nobody declared. */
  @Quand("un logiciel inconnu demande au proxy de l'éditeur la connexion d'un médecin")
  public void unknownSoftware() {
    professional("medecin");
    phone("accepter");
    connect("logiciel-inconnu");
  }

  /** The software asks again, with the cookie it was given. */
  @Quand("son logiciel redemande la connexion avec sa session")
  public void asksAgain() {
    EditorProxy.Held held = proxy.first();
    proxy.connect(held.nationalId(), held.software(), held.cookie());
  }

  /** One call of INSi. */
  @Quand("son logiciel appelle INSi par le proxy de l'éditeur")
  public void sends() {
    consultation.setMark(scenario.bench().cursor());
    proxy.send(proxy.first());
  }

  /** One call of INSi under each session, the first one's last. */
  @Quand("chaque logiciel appelle INSi par le proxy de l'éditeur")
  public void everybodySends() {
    proxy.first();
    List<EditorProxy.Held> held = proxy.sessions();
    for (int i = held.size() - 1; i >= 0; i--) {
      proxy.send(held.get(i));
    }
  }

  /** Each session is shown to the conformance API, through the proxy. */
  @Quand("chaque logiciel fait signer sa session par le proxy de l'éditeur")
  public void everybodySigns() {
    proxy.first();
    for (EditorProxy.Held held : proxy.sessions()) {
      scenario.requireCovered(
          proxy.sign(held).status() != 404,
          "Le proxy de l'éditeur ne mène pas à l'API de conformité (/send/signsessiondata vers"
              + " « api.signsessiondata.url » du descripteur).");
    }
  }

  /** Ends the session. */
  @Quand("son logiciel ferme sa session au proxy de l'éditeur")
  public void disconnects() {
    proxy.disconnect();
  }

  /** The administrator of Pro Santé Connect ends it. */
  @Quand("Pro Santé Connect a mis fin à la session du médecin")
  public void ended() {
    scenario
        .bench()
        .endSessions(
            consultation.professional().nationalId(),
            "Pro Santé Connect met fin à la session du médecin.");
  }

  /** What is particular with the next token of INSi. */
  @Soit("un jeton d'INSi {particulariteJeton}")
  public void token(String particular) {
    scenario
        .bench()
        .arm(
            new FaultRequest(
                "psc", Objects.requireNonNull(TOKENS.get(particular), particular), null, 1, null),
            "INSi : un jeton " + particular + ".");
  }

  /** Waits for the end of the token of INSi that was given last. */
  @Quand("ce jeton d'INSi a expiré")
  public void apiTokenExpires() {
    List<Exchange> tokens =
        LoginView.accepted(LoginView.of(BehindProxyExpectations.TOKEN, allExchanges()));
    scenario.requirePlayable(
        !tokens.isEmpty(), "Le proxy de l'éditeur n'a obtenu aucun jeton d'INSi.");
    Exchange last = tokens.get(tokens.size() - 1);
    JsonNode claims = last.decoded().at("/access_token/claims");
    long life = claims.path("exp").asLong() - claims.path("iat").asLong();
    scenario.waitUntil(
        last.startedAt().plus(last.durationMicros(), ChronoUnit.MICROS).plusSeconds(life + 1));
  }

  private List<Exchange> allExchanges() {
    return scenario.bench().exchanges();
  }

  private ProxyCallAnswer connect(String software) {
    return proxy.connect(consultation.professional().nationalId(), software, null);
  }

  private void professional(String persona) {
    consultation.setProfessional(
        scenario.bench().createProfessional(persona, "Un médecin exerce dans ce cabinet."));
  }

  private void phone(String behaviour) {
    scenario
        .bench()
        .nextPhone(
            new NextPhone(consultation.professional().nationalId(), behaviour, null, null),
            behaviour.equals("accepter")
                ? "Le médecin acceptera la demande sur son téléphone."
                : "Le médecin refusera la demande sur son téléphone.");
  }
}
