package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.NextLogin;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Connexion: what a professional does with Pro Santé Connect. */
public final class LoginSteps {
  static final String LOGIN = "authentifier-ps";
  static final String PROFILE = "consulter-profil-ps";
  private static final String LOGOUT = "deconnecter-ps";
  // The LPS may look at its clock in whole seconds.
  private static final long SECOND_AFTER_EXPIRY = 1;

  private final ScenarioRun scenario;
  private final Consultation consultation;

  /** Built for each scenario. */
  public LoginSteps(ScenarioRun scenario, Consultation consultation) {
    this.scenario = scenario;
    this.consultation = consultation;
  }

  /** A doctor who will log in when asked. */
  @Soit("un médecin connu de Pro Santé Connect")
  public void doctor() {
    name();
    willDo("accepter", "Le médecin acceptera la connexion à Pro Santé Connect.");
  }

  /** A doctor who will refuse. */
  @Soit("un médecin qui refusera la connexion sur son téléphone")
  public void doctorWhoRefuses() {
    name();
    willDo("refuser", "Le médecin refusera la connexion sur son téléphone.");
  }

  /** A doctor who will leave the page. */
  @Soit("un médecin qui laissera passer le délai de connexion")
  public void doctorWhoLeaves() {
    name();
    willDo("abandonner", "Le médecin laissera passer le délai de la page de connexion.");
  }

  /** A doctor who is logged in; that is only a preparation. */
  @Soit("un médecin connecté avec Pro Santé Connect")
  public void connectedDoctor() {
    doctor();
    JsonNode seen = scenario.lps().prepare(LOGIN, who(), "connecter le médecin");
    scenario.requirePlayable(
        seen.path("connecte").asBoolean(),
        "La préparation du scénario s'arrête : le LPS n'a pas connecté le médecin avec Pro Santé"
            + " Connect.");
  }

  /**
   * A doctor who is logged in where the software has somebody log in: one that only has application
   * mailboxes goes on without.
   */
  void connectsWhereItCan() {
    name();
    if (scenario.lps().offers(LOGIN)) {
      willDo("accepter", "Le médecin acceptera la connexion à Pro Santé Connect.");
      scenario.lps().attempt(LOGIN, who());
    }
  }

  /** A doctor who logged in and out again; that is only a preparation. */
  @Soit("un médecin qui s'est connecté, puis déconnecté")
  public void doctorWhoLoggedOut() {
    connectedDoctor();
    scenario.lps().prepare(LOGOUT, Software.input(), "déconnecter le médecin");
  }

  /** Logs in. */
  @Quand("le médecin se connecte (de nouveau )avec Pro Santé Connect")
  public void logsIn() {
    act(LOGIN, who());
  }

  /** Tries again, and accepts. */
  @Quand("le médecin recommence et accepte la connexion")
  public void triesAgain() {
    willDo("accepter", "Le médecin acceptera la connexion à Pro Santé Connect.");
    act(LOGIN, who());
  }

  /** Logs out. */
  @Quand("le médecin se déconnecte")
  public void logsOut() {
    act(LOGOUT, Software.input());
  }

  /** Asks for his professional data. */
  @Quand("le médecin consulte son profil professionnel")
  public void looksAtProfile() {
    act(PROFILE, Software.input());
  }

  /** Waits for the end of the access token that was given last. */
  @Quand("le jeton d'accès du médecin a expiré")
  public void tokenExpires() {
    List<Exchange> tokens =
        scenario.bench().exchanges().stream()
            .filter(exchange -> "PSC token".equals(exchange.transaction()))
            .filter(exchange -> exchange.refusal() == null)
            .toList();
    scenario.requirePlayable(!tokens.isEmpty(), "Le LPS n'a obtenu aucun jeton d'accès.");
    Exchange last = tokens.get(tokens.size() - 1);
    JsonNode claims = last.decoded().at("/access_token/claims");
    Instant stated = Instant.ofEpochSecond(claims.path("exp").asLong());
    // An LPS that counts expires_in starts when the answer reaches it, on a slow day long after
    // iat.
    Instant counted =
        last.startedAt()
            .plus(last.durationMicros(), ChronoUnit.MICROS)
            .plusSeconds(claims.path("exp").asLong() - claims.path("iat").asLong());
    scenario.waitUntil(
        (counted.isAfter(stated) ? counted : stated).plusSeconds(SECOND_AFTER_EXPIRY));
  }

  private void name() {
    consultation.setProfessional(
        scenario.bench().createProfessional("medecin", "Un médecin exerce dans ce cabinet."));
  }

  private void willDo(String behaviour, String described) {
    scenario
        .bench()
        .nextLogin(new NextLogin(consultation.professional().nationalId(), behaviour), described);
  }

  private ObjectNode who() {
    return Software.input().put("identifiantNational", consultation.professional().nationalId());
  }

  private void act(String action, ObjectNode input) {
    consultation.setMark(scenario.bench().cursor());
    consultation.setLastAnswer(scenario.lps().ask(action, input));
  }
}
