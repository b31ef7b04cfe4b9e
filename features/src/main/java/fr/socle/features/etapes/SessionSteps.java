package fr.socle.features.etapes;

import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What happens to a session: time, inactivity, and what Pro Santé Connect does of its own. */
public final class SessionSteps {
  static final String IDLE = "laisser-inactif";
  // Calls that were under way when the LPS heard of the end are nobody's fault
  private static final Duration UNDER_WAY = Duration.ofMillis(1_100);

  private final ScenarioRun scenario;
  private final Consultation consultation;

  /** Built for each scenario. */
  public SessionSteps(ScenarioRun scenario, Consultation consultation) {
    this.scenario = scenario;
    this.consultation = consultation;
  }

  /** The LPS is declared as one that wants to hear of logouts. */
  @Soit("le logiciel s'est déclaré pour être prévenu des déconnexions")
  public void toldOfLogouts() {
    Optional<String> address = scenario.lps().logoutAddress();
    scenario.requireCovered(
        address.isPresent(),
        "Le LPS ne dit pas (configurer, « adresseDeconnexion ») où il reçoit les avis de"
            + " déconnexion.");
    scenario
        .bench()
        .tellOfLogoutsAt(
            address.orElseThrow(),
            "Le logiciel a déclaré à Pro Santé Connect où le prévenir des déconnexions.");
  }

  /** An administrator ends the session; the LPS has had the time to take note of it. */
  @Quand("Pro Santé Connect met fin à la session du médecin")
  public void endedByAdministrator() {
    mark();
    scenario
        .bench()
        .endSessions(who(), "Pro Santé Connect met fin à la session du médecin et le fait savoir.");
    scenario.waitUntil(Instant.now().plus(UNDER_WAY));
  }

  /** Somebody forges a notice. */
  @Quand("le logiciel reçoit un avis de déconnexion {defautAvis}")
  public void forgedNotice(String fault) {
    mark();
    scenario
        .bench()
        .announceLogout(who(), fault, "Le logiciel reçoit un faux avis de déconnexion.");
  }

  /** The same notice comes twice, as on a network that fails. */
  @Quand("le logiciel reçoit deux fois le même avis de déconnexion")
  public void noticeTwice() {
    mark();
    scenario
        .bench()
        .announceLogout(who(), "deconnexion-double", "Le logiciel reçoit deux fois le même avis.");
  }

  /** A notice of a former session arrives. */
  @Quand("le logiciel reçoit l'avis de déconnexion de sa session précédente")
  public void lateNotice() {
    boolean ended =
        scenario.bench().exchanges().stream()
            .anyMatch(
                exchange ->
                    EndOfSessionExpectations.LOGOUT.equals(exchange.transaction())
                        && exchange.refusal() == null);
    scenario.requirePlayable(
        ended,
        "Le LPS n'a pas fermé la session précédente à Pro Santé Connect : son avis ne peut pas"
            + " arriver en retard.");
    mark();
    scenario
        .bench()
        .announceLogout(who(), null, "L'avis de la déconnexion précédente arrive en retard.");
  }

  /** Time passes at Pro Santé Connect. */
  @Quand("Pro Santé Connect voit passer {finDeSession}")
  public void timePasses(int minutes) {
    scenario
        .bench()
        .age(Duration.ofMinutes(minutes), minutes + " minutes passent à Pro Santé Connect.");
  }

  /** The user leaves the machine alone until the LPS does something about it. */
  @Quand("le médecin laisse son poste inactif")
  public void leavesTheMachine() {
    mark();
    consultation.setLastAnswer(scenario.lps().ask(IDLE, Software.input()));
  }

  private void mark() {
    consultation.setMark(scenario.bench().cursor());
  }

  private String who() {
    return consultation.professional().nationalId();
  }
}
