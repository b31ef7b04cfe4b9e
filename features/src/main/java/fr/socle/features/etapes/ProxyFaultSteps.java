package fr.socle.features.etapes;

import fr.socle.bench.client.api.Fault;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.features.run.ScenarioRun;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Pannes of the Proxy e-Santé, of what it calls, and of the authorization servers behind it. */
public final class ProxyFaultSteps {
  private static final String LOST = "proxy-session-perdue";
  private static final String STATUS = "statut-http";
  private static final Map<String, Armed> AT_LOGIN =
      Map.of(
          "le proxy ne connaît pas ce logiciel", status(ProxyView.CONNECT, 404),
          "le proxy ne comprend pas la demande", status(ProxyView.CONNECT, 400),
          "le proxy a une erreur interne", status(ProxyView.CONNECT, 500),
          "le proxy est indisponible", status(ProxyView.CONNECT, 503),
          "Pro Santé Connect rend une réponse inutilisable", status(ProxyView.CIBA, 502),
          "Pro Santé Connect est indisponible", status(ProxyView.CIBA, 503),
          "Pro Santé Connect ne répond pas à temps au proxy", status(ProxyView.CIBA, 504));
  private static final Map<String, Armed> BEHIND =
      Map.of(
          "le serveur d'autorisation d'INSi est en panne", exchange("api-serveur-indisponible"),
          "le serveur d'autorisation d'INSi tient le jeton pour fini",
              exchange("echange-jeton-inactif"),
          "le serveur d'autorisation d'INSi refuse les droits demandés",
              exchange("echange-scope-refuse"),
          "le serveur d'autorisation d'INSi ne connaît pas l'émetteur",
              exchange("echange-emetteur-inconnu"),
          "INSi est en panne", new Armed("insi", STATUS, Map.of("code", "503"), null));

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private @Nullable Fault armed;

  /** Built for each scenario. */
  public ProxyFaultSteps(ScenarioRun scenario, Consultation consultation) {
    this.scenario = scenario;
    this.consultation = consultation;
  }

  private record Armed(
      String service, String fault, Map<String, String> parameters, @Nullable String transaction) {}

  /** Something is wrong when somebody logs in. */
  @Soit("une panne à la connexion : {panneConnexionProxy}")
  public void atLogin(String how) {
    arm(how, AT_LOGIN);
  }

  /** Something is wrong behind the proxy. */
  @Soit("une panne derrière le proxy : {panneDerriereProxy}")
  public void behind(String how) {
    arm(how, BEHIND);
  }

  /** The next call finds no session any more. */
  @Soit("une panne : le proxy a perdu la session du médecin")
  public void sessionLost() {
    scenario
        .bench()
        .arm(
            new FaultRequest("psc", LOST, null, 1, null),
            "Le Proxy e-Santé perd la session du médecin.");
  }

  /** All is well again. */
  @Quand("la panne (à la connexion )(derrière le proxy )est finie")
  public void repaired() {
    if (armed == null) {
      throw new IllegalStateException("aucune panne n'a été armée");
    }
    String fault = armed.fault();
    scenario.requirePlayable(
        scenario.bench().exchanges().stream().anyMatch(each -> each.faults().contains(fault)),
        "Le LPS n'a pas rencontré la panne : ce qu'il en fait ne peut pas être observé.");
    consultation.setInsiCallsBeforeRepair(scenario.bench().insi().calls().size());
    scenario.bench().disarm(armed, "La panne est finie.");
  }

  private void arm(String how, Map<String, Armed> known) {
    Armed wanted = Objects.requireNonNull(known.get(how), how);
    armed =
        scenario
            .bench()
            .arm(
                new FaultRequest(
                    wanted.service(),
                    wanted.fault(),
                    wanted.parameters(),
                    null,
                    wanted.transaction()),
                how + ".");
  }

  private static Armed status(String transaction, int code) {
    return new Armed("psc", STATUS, Map.of("code", Integer.toString(code)), transaction);
  }

  private static Armed exchange(String fault) {
    return new Armed("psc", fault, Map.of(), null);
  }
}
