package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.features.run.ScenarioRun;
import io.cucumber.java.fr.Alors;
import java.util.List;
import java.util.Set;

/** Attentes on the DMP behind the Proxy e-Santé. */
public final class DmpProxyExpectations {
  private static final String FEEDING = "DMP TD2.1";

  private final ScenarioRun scenario;

  /** Built for each scenario. */
  public DmpProxyExpectations(ScenarioRun scenario) {
    this.scenario = scenario;
  }

  /** A document left that way, under the session of its doctor. */
  @Alors("cet envoi est passé par le Proxy e-Santé")
  public void fedThroughProxy() {
    require(Set.of(FEEDING));
  }

  /** List and document came that way. */
  @Alors("la liste et le document sont passés par le Proxy e-Santé")
  public void readThroughProxy() {
    require(Set.of(DmpTraffic.SEARCH, DmpTraffic.RETRIEVAL));
  }

  /**
   * A software that calls the DMP straight breaks nothing that this bench knows of; how it calls it
   * through the proxy is judged by the checks, on both sides.
   */
  private void require(Set<String> transactions) {
    List<Exchange> all = scenario.bench().exchanges();
    List<Exchange> sent =
        all.stream().filter(e -> ProxyView.SEND.equals(e.transaction()) && isOfDmp(e)).toList();
    scenario.requireCovered(
        !sent.isEmpty(),
        "Le LPS n'a pas appelé le DMP par le Proxy e-Santé (/send/dmp/...) : rien ne montre comment"
            + " il le ferait.");
    long relayed =
        all.stream()
            .filter(e -> ProxyView.API_CALL.equals(e.transaction()))
            .filter(e -> e.decoded().path("api").asText().equals("dmp"))
            .count();
    scenario.requireCovered(
        transactions.stream().allMatch(one -> all.stream().anyMatch(e -> DmpTraffic.is(e, one)))
            && all.stream().filter(DmpTraffic::isCall).count() <= relayed,
        "Le DMP n'a pas tout reçu par le Proxy e-Santé : rien ne montre ce qui y serait passé.");
  }

  private static boolean isOfDmp(Exchange exchange) {
    String target = exchange.target();
    return target != null && target.contains("/send/dmp/");
  }
}
