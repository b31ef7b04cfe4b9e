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
import io.cucumber.java.fr.Soit;
import java.util.List;
import java.util.Set;

/** Annuaire: addresses that are looked up, mailboxes that configure themselves. */
public final class MssDirectorySteps {
  private static final String CONFIGURATION = "MSS autoconfig";

  /** Calls that read the directory, by one of its three means. */
  private static final Set<String> READING = Set.of("FHIR", "LDAP search", "extraction");

  private final ScenarioRun scenario;
  private final MssDesk desk;
  private final MssWorldSteps world;
  private String wanted = "";
  private boolean found;

  /** Built for each scenario. */
  public MssDirectorySteps(ScenarioRun scenario, MssDesk desk, MssWorldSteps world) {
    this.scenario = scenario;
    this.desk = desk;
    this.world = world;
  }

  /** A mailbox that the directory shows with the place where the colleague works. */
  @Soit("le service de ce confrère, qui a une boîte MSSanté")
  public void service() {
    world.serviceOfColleague();
  }

  /** Looks up, then writes to what was found. */
  @Quand("le médecin cherche son confrère dans l'annuaire, puis lui écrit")
  public void looksUpAndWrites() {
    lookUpAndWrite("nom", desk.colleagueName(), desk.colleague());
  }

  /** The same, of an organisation. */
  @Quand("le médecin cherche ce service dans l'annuaire, puis lui écrit")
  public void looksUpTheServiceAndWrites() {
    lookUpAndWrite("organisation", desk.serviceName(), desk.service());
  }

  private void lookUpAndWrite(String criterion, String name, String address) {
    wanted = address;
    // Who uses the extraction has it before he writes; others do without.
    scenario.lps().attempt("charger-annuaire", Software.input());
    desk.act("chercher-adresse-mss", Software.input().put(criterion, name));
    long place = desk.from();
    for (JsonNode each : desk.seen().path("adresses")) {
      found = found || each.path("adresse").asText().equalsIgnoreCase(address);
    }
    if (found) {
      ObjectNode input =
          Software.input().put("objet", "Une question").put("texte", "Pouvez-vous me rappeler ?");
      input.putArray("destinataires").add(address);
      desk.act(MssDesk.SEND, input);
      desk.since(place);
    }
  }

  /** The mailbox configures itself. */
  @Quand("le médecin donne l'adresse de sa boîte, que le logiciel configure de lui-même")
  public void configures() {
    desk.act("regler-bal-mss", world.settled().put("autoconfiguration", true));
  }

  /** ECO.3.1.4: by any of the three means, whenever the directory was read. */
  @Alors("l'annuaire a donné cette adresse, et le médecin y écrit")
  public void lookedUp() {
    long place = desk.from();
    String address = wanted;
    boolean shown = found;
    long known = world.inDirectorySince();
    scenario.requireCovered(
        scenario.bench().exchangesAfter(known).stream().anyMatch(MssDirectorySteps::isReading),
        "Le LPS n'a pas lu d'adresses dans l'annuaire depuis que celle-ci y est : s'il emploie"
            + " l'extraction, « charger-annuaire » la recharge.");
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> asked = traffic.matching(e -> e.sequence() > known && isReading(e));
              boolean written =
                  !traffic
                      .matching(
                          e ->
                              e.sequence() > place
                                  && MssTraffic.isTaken(e)
                                  && MssTraffic.isTo(e, address))
                      .isEmpty();
              return Expectation.that(
                      "L'adresse est cherchée dans l'Annuaire Santé, puis employée.", Basis.TRAFIC)
                  .in(Traffic.sequences(asked))
                  .isMet(
                      !asked.isEmpty() && shown && written,
                      asked.size()
                          + " appel de l'annuaire, adresse "
                          + (shown ? "montrée" : "non montrée")
                          + (written ? ", message parti" : ", aucun message"),
                      "Laissez chercher l'adresse d'une personne ou d'une organisation dans"
                          + " l'Annuaire Santé pendant la rédaction, et écrivez à celle qu'il"
                          + " donne.");
            });
  }

  /** Whether a call reads addresses: the extraction in open access has none. */
  static boolean isReading(Exchange exchange) {
    return READING.contains(kindOf(exchange))
        && exchange.refusal() == null
        && !exchange.decoded().path("extraction").asText().equals("PS_LibreAcces");
  }

  /** The means of a call of the directory: {@code ANN FHIR} of {@code ANN FHIR search …}. */
  private static String kindOf(Exchange exchange) {
    String[] words = String.valueOf(exchange.transaction()).split(" ", -1);
    if (words.length < 2 || !words[0].equals("ANN")) {
      return "";
    }
    return words[1] + (words.length > 2 && words[1].equals("LDAP") ? " " + words[2] : "");
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
