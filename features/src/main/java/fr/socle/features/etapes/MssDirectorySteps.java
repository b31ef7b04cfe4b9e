package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import java.util.List;

/** Annuaire: addresses that are looked up, mailboxes that configure themselves. */
public final class MssDirectorySteps {
  private static final String CONFIGURATION = "MSS autoconfig";

  private final ScenarioRun scenario;
  private final MssDesk desk;
  private final MssWorldSteps world;
  private boolean found;

  /** Built for each scenario. */
  public MssDirectorySteps(ScenarioRun scenario, MssDesk desk, MssWorldSteps world) {
    this.scenario = scenario;
    this.desk = desk;
    this.world = world;
  }

  /** Looks up, then writes to what was found. */
  @Quand("le médecin cherche son confrère dans l'annuaire, puis lui écrit")
  public void looksUpAndWrites() {
    desk.act("chercher-adresse-mss", Software.input().put("nom", desk.colleagueName()));
    long place = desk.from();
    for (JsonNode each : desk.seen().path("adresses")) {
      found = found || each.path("adresse").asText().equalsIgnoreCase(desk.colleague());
    }
    if (found) {
      ObjectNode input =
          Software.input().put("objet", "Une question").put("texte", "Pouvez-vous me rappeler ?");
      input.putArray("destinataires").add(desk.colleague());
      desk.act(MssDesk.SEND, input);
      desk.since(place);
    }
  }

  /** The mailbox configures itself. */
  @Quand("le médecin donne l'adresse de sa boîte, que le logiciel configure de lui-même")
  public void configures() {
    desk.act("regler-bal-mss", world.settled().put("autoconfiguration", true));
  }

  /** ECO.3.1.4. */
  @Alors("l'annuaire a été consulté, et le confrère écrit à l'adresse qu'il donne")
  public void lookedUp() {
    long place = desk.from();
    String address = desk.colleague();
    boolean shown = found;
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> asked =
                  traffic.matching(
                      e ->
                          e.sequence() > place
                              && e.listener().startsWith("mss.")
                              && !e.listener().equals("mss.smtp")
                              && !e.listener().equals("mss.imap")
                              && e.refusal() == null);
              boolean written =
                  !traffic
                      .matching(
                          e ->
                              e.sequence() > place
                                  && MssTraffic.isTaken(e)
                                  && MssTraffic.isTo(e, address))
                      .isEmpty();
              return Expectation.that(
                      "L'adresse du confrère est cherchée dans l'annuaire, puis employée.",
                      Basis.TRAFIC)
                  .in(Traffic.sequences(asked))
                  .isMet(
                      !asked.isEmpty() && shown && written,
                      asked.size()
                          + " appel de l'annuaire, adresse "
                          + (shown ? "montrée" : "non montrée")
                          + (written ? ", message parti" : ", aucun message"),
                      "Laissez chercher l'adresse d'un correspondant dans l'Annuaire Santé pendant"
                          + " la rédaction, et écrivez à celle qu'il donne.");
            });
  }

  /** ECO.1.1.9. */
  @Alors("la configuration de l'opérateur a été lue, puis la connexion essayée")
  public void configured() {
    long place = desk.from();
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> read =
                  traffic.matching(
                      e ->
                          e.sequence() > place
                              && CONFIGURATION.equals(e.transaction())
                              && e.refusal() == null);
              long at = read.isEmpty() ? Long.MAX_VALUE : read.get(0).sequence();
              List<Exchange> tried =
                  traffic.matching(e -> e.sequence() > at && MssTraffic.isAuthentication(e));
              return Expectation.that(
                      "La boîte est configurée par le fichier de l'opérateur, puis essayée.",
                      Basis.TRAFIC)
                  .in(Traffic.sequences(read))
                  .isMet(
                      !read.isEmpty() && !tried.isEmpty(),
                      read.size()
                          + " lecture du fichier, "
                          + tried.size()
                          + " connexion essayée ensuite",
                      "Lisez le fichier d'autoconfiguration de l'opérateur, puis essayez la"
                          + " connexion.");
            });
  }
}
