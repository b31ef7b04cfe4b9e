package fr.socle.features.etapes;

import fr.socle.bench.client.api.Fault;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.features.run.ScenarioRun;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pannes: what goes wrong on purpose, said as the LPS's user would see it. */
public final class FaultSteps {
  private static final Map<String, Armed> INSI =
      Map.of(
          "répond que le service est indisponible", new Armed("desir_1020", Map.of()),
          "répond par une erreur technique", new Armed("insi_102", Map.of()),
          "échoue à la recherche par carte Vitale", new Armed("insi_101", Map.of()),
          "rend une page d'erreur", new Armed("statut-http", Map.of("code", "503")),
          "coupe la connexion", new Armed("coupure", Map.of()));
  private static final Map<String, String> RETURNS =
      Map.of(
          "répond à une autre demande", "state-faux",
          "ne dit pas à quelle demande il répond", "state-absent",
          "vient d'un autre fournisseur d'identité", "iss-reponse-faux",
          "a déjà servi", "retour-rejoue",
          "arrive deux fois", "retour-double");

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private @Nullable Fault insi;

  /** Built for each scenario. */
  public FaultSteps(ScenarioRun scenario, Consultation consultation) {
    this.scenario = scenario;
    this.consultation = consultation;
  }

  private record Armed(String fault, Map<String, String> parameters) {}

  /** INSi is disturbed from now on. */
  @Soit("une panne : INSi {panneInsi}")
  public void insiDown(String how) {
    Armed armed = INSI.getOrDefault(how, new Armed(how, Map.of()));
    insi =
        scenario
            .bench()
            .arm(
                new FaultRequest("insi", armed.fault(), armed.parameters(), null, null),
                "INSi " + how + ".");
  }

  /** INSi works again. */
  @Quand("INSi est rétabli")
  public void insiBack() {
    if (insi == null) {
      throw new IllegalStateException("aucune panne d'INSi n'a été armée");
    }
    String fault = insi.fault();
    scenario.requirePlayable(
        scenario.bench().exchanges().stream().anyMatch(each -> each.faults().contains(fault)),
        "Le LPS n'a pas appelé INSi pendant la panne : ce qu'il en fait ne peut pas être observé.");
    scenario.bench().disarm(insi, "INSi est rétabli.");
    consultation.setInsiCallsBeforeRepair(scenario.bench().insi().calls().size());
  }

  /** The next identity tokens are wrong. */
  @Soit("une panne : Pro Santé Connect remet un jeton d'identité {defautJeton}")
  public void wrongIdentityToken(String how) {
    psc(IdentityTokenTrouble.of(how), "Pro Santé Connect remet un jeton d'identité " + how + ".");
  }

  /** The next returns from the login page are wrong. */
  @Soit("une panne : le retour de connexion {defautRetour}")
  public void wrongReturn(String how) {
    psc(RETURNS.getOrDefault(how, how), "Le retour de connexion " + how + ".");
  }

  /** The signing key changes. */
  @Soit("une panne : Pro Santé Connect change de clé de signature")
  public void keyRotation() {
    psc("rotation-cles", "Pro Santé Connect change de clé de signature.");
  }

  /** The session is not prolonged any more. */
  @Quand("Pro Santé Connect ne prolonge plus sa session")
  public void refreshRefused() {
    psc("refresh-refuse", "Pro Santé Connect ne prolonge plus la session du médecin.");
  }

  /** Pro Santé Connect is disturbed from now on. */
  @Soit("une panne : Pro Santé Connect {pannePsc}")
  public void pscDown(String how) {
    for (FaultRequest fault : PscTrouble.of(how)) {
      psc(fault, "Pro Santé Connect " + how + ".");
    }
  }

  /** Pro Santé Connect works again. */
  @Quand("Pro Santé Connect est rétabli")
  public void pscBack() {
    List<Fault> armed = consultation.takePscFaults();
    if (armed.isEmpty()) {
      throw new IllegalStateException("aucune panne de Pro Santé Connect n'a été armée");
    }
    armed.forEach(fault -> scenario.bench().disarm(fault, "Pro Santé Connect est rétabli."));
    consultation.clearArmedLoginFault();
  }

  private void psc(String fault, String described) {
    psc(new FaultRequest("psc", fault, null, null, null), described);
  }

  private void psc(FaultRequest fault, String described) {
    consultation.addPscFault(scenario.bench().arm(fault, described));
    consultation.setArmedLoginFault(fault.fault());
  }
}
