package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Fault;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Traffic;
import io.cucumber.java.ParameterType;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pro Santé Connect out of order, as a whole or in one place, and what the LPS does about it. */
public final class OutageSteps {
  private static final String REALM = "/auth/realms/esante-wallet/protocol/openid-connect/";
  // A second try and a third are usual; more is no longer for the user
  private static final int REASONABLE = 3;

  private final ScenarioRun scenario;
  private final LoginView view;
  private @Nullable Fault outage;

  /** Built for each scenario. */
  public OutageSteps(ScenarioRun scenario, LoginView view) {
    this.scenario = scenario;
    this.view = view;
  }

  /** How the whole service is out of order. */
  @ParameterType(
      "renvoie une erreur de passerelle|est indisponible|met trop de temps|coupe les connexions")
  public String panneGenerale(String word) {
    return word;
  }

  /** The whole service is out of order. */
  @Soit("une panne générale : Pro Santé Connect {panneGenerale}")
  public void down(String how) {
    String fault = how.equals("coupe les connexions") ? "coupure" : "statut-http";
    Map<String, String> parameters =
        switch (how) {
          case "renvoie une erreur de passerelle" -> Map.of("code", "502");
          case "est indisponible" -> Map.of("code", "503");
          case "met trop de temps" -> Map.of("code", "504");
          default -> Map.of();
        };
    outage =
        scenario
            .bench()
            .arm(
                new FaultRequest("psc", fault, parameters, null, null),
                "Pro Santé Connect " + how + ".");
  }

  /** It works again. */
  @Quand("la panne générale de Pro Santé Connect est finie")
  public void back() {
    if (outage == null) {
      throw new IllegalStateException("aucune panne générale n'a été armée");
    }
    scenario.requirePlayable(
        scenario.bench().exchanges().stream().anyMatch(each -> !each.faults().isEmpty()),
        "Le LPS n'a pas appelé Pro Santé Connect pendant la panne : ce qu'il en fait ne peut pas"
            + " être observé.");
    scenario.bench().disarm(outage, "Pro Santé Connect est rétabli.");
  }

  /** The end of sessions does not answer. */
  @Soit("une panne : Pro Santé Connect ne peut pas fermer les sessions")
  public void endSessionDown() {
    downAt("logout", "503", null, "La fin de session de Pro Santé Connect est en panne.");
  }

  /** The exchange of the code fails once, whatever became of the code. */
  @Soit("une panne : Pro Santé Connect ne répond pas au premier échange de code")
  public void exchangeDown() {
    downAt("token", "500", 1, "Le premier échange de code échoue.");
  }

  /** The same call was not made over and over. */
  @Alors("le logiciel ne rappelle pas sans fin Pro Santé Connect")
  public void noLoop() {
    Map<String, List<Exchange>> calls =
        view.sinceLastAction().stream()
            .filter(exchange -> exchange.service().equals("psc"))
            .collect(Collectors.groupingBy(OutageSteps::call));
    List<Exchange> most =
        calls.values().stream()
            .max((one, other) -> Integer.compare(one.size(), other.size()))
            .orElse(List.of());
    scenario
        .expectations()
        .add(
            Expectation.that("Le logiciel ne répète pas sans fin le même appel.", Basis.TRAFIC)
                .judging("PSC-RP-15")
                .in(Traffic.sequences(most))
                .isMet(
                    !most.isEmpty() && most.size() <= REASONABLE,
                    most.isEmpty() ? "aucun appel" : "le même appel fait " + most.size() + " fois",
                    "Quand Pro Santé Connect est en panne, arrêtez-vous après quelques essais, dites-le"
                        + " à l'utilisateur et laissez-le recommencer."));
  }

  private static String call(Exchange exchange) {
    String target = String.valueOf(exchange.target());
    int query = target.indexOf('?');
    return exchange.method() + " " + (query < 0 ? target : target.substring(0, query));
  }

  private void downAt(String endpoint, String status, @Nullable Integer times, String said) {
    scenario
        .bench()
        .arm(
            new FaultRequest("psc", "statut-http", Map.of("code", status), times, REALM + endpoint),
            said);
  }
}
