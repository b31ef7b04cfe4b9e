package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import fr.socle.features.run.Traffic;
import io.cucumber.java.ParameterType;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.util.List;
import java.util.Set;

/** Pannes: what goes wrong between the software and its operator, and what is told of it. */
public final class MssTroubleSteps {
  private static final Set<String> GONE = Set.of("envoye", "recu", "lu", "traite");

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final MssDesk desk;
  private final MssWorldSteps world;
  private final MssReceivingSteps received;
  private String listener = "mss.smtp";
  private boolean opened;
  private long armed = -1;
  private String trouble = "";

  /** Built for each scenario. */
  public MssTroubleSteps(
      ScenarioRun scenario,
      Consultation consultation,
      MssDesk desk,
      MssWorldSteps world,
      MssReceivingSteps received) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
    this.world = world;
    this.received = received;
  }

  /** What goes wrong. */
  @ParameterType(".+")
  public FaultRequest panneCourrier(String words) {
    return MssTroubles.named(words);
  }

  /** From now on. */
  @Soit("une panne de la messagerie : {panneCourrier}")
  public void trouble(FaultRequest fault) {
    listener = fault.fault().startsWith("imap-") ? "mss.imap" : "mss.smtp";
    trouble = fault.fault();
    armed = scenario.bench().cursor();
    scenario.bench().arm(fault, "La messagerie est en panne.");
  }

  /** Somebody opens a record meanwhile. */
  @Quand("le médecin règle sa boîte, puis ouvre le dossier du patient")
  public void settlesAndOpens() {
    settleAndOpen(world.settled());
  }

  /** The same, after what the operator publishes. */
  @Quand("le médecin laisse sa boîte se régler, puis ouvre le dossier du patient")
  public void letsItSettleAndOpens() {
    settleAndOpen(world.settled().put("autoconfiguration", true));
  }

  private void settleAndOpen(ObjectNode settled) {
    desk.act("regler-bal-mss", settled);
    opened =
        scenario
                .lps()
                .ask("ouvrir-dossier", Software.input().put("dossier", consultation.record()))
                .seen()
            != null;
  }

  /** MSS/CONF.08. */
  @Alors("la boîte ne s'est pas réglée, mais le dossier s'est ouvert")
  public void openedAnyway() {
    scenario.requireCovered(
        !desk.answer().done() || !desk.seen().path("connexion").asText().equals("reussie"),
        "Le LPS n'a pas rencontré la panne : rien ne montre ce qu'elle gêne.");
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Une panne de la messagerie ne gêne pas le reste du logiciel.", Basis.DECLARE)
                .judging("MSS/CONF.08")
                .isMet(
                    opened,
                    "le dossier ne s'est pas ouvert",
                    "Ne laissez pas une erreur de connexion ou d'authentification de la messagerie"
                        + " gêner le reste du logiciel."));
  }

  /** MSS/va1.03: while the fault lasts, no new session of this listener can be under TLS. */
  @Alors("aucun jeton n'est parti en clair")
  public void noTokenInClear() {
    long place = desk.from();
    String where = listener;
    scenario.requireCovered(
        scenario.bench().exchangesAfter(place).stream()
            .anyMatch(e -> e.listener().equals(where) && !e.faults().isEmpty()),
        "Le LPS n'a pas rencontré la panne : rien ne montre ce qu'il ferait sans TLS.");
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> shown =
                  traffic.matching(
                      e ->
                          e.sequence() > place
                              && e.listener().equals(where)
                              && MssTraffic.isPresentation(e));
              return Expectation.that("Aucun jeton ne passe en clair.", Basis.TRAFIC)
                  .judging("MSS/va1.03")
                  .in(Traffic.sequences(shown))
                  .isMet(
                      shown.isEmpty(),
                      shown.size() + " authentification sans TLS",
                      "Renoncez quand l'opérateur n'offre pas STARTTLS, ou le refuse : ne présentez"
                          + " jamais le jeton en clair.");
            });
  }

  /** To somebody who is there, and to somebody who is not. */
  @Quand("le médecin écrit à son confrère et à une adresse que personne n'a")
  public void writesToBoth() {
    ObjectNode input = Software.input().put("texte", MssSendingSteps.WORDS);
    input.putArray("destinataires").add(desk.colleague()).add(nobody());
    desk.act(MssDesk.SEND, input);
  }

  private String nobody() {
    return desk.colleague().replaceFirst("^confrere", "personne");
  }

  /** MSS-T17: to whom the operator refused the only message there was. */
  @Alors("le logiciel ne dit pas ce message parti")
  public void notSaidGone() {
    scenario.requireCovered(
        scenario.bench().exchangesAfter(desk.from()).stream().noneMatch(this::isTakenForColleague),
        "Le message est parti malgré la panne : rien ne montre ce que le LPS dit d'un refus.");
    scenario.requireCovered(
        desk.met(e -> e.listener().equals("mss.smtp") && !e.faults().isEmpty()),
        "Le LPS n'a pas rencontré le refus de l'opérateur pendant le scénario : rien ne montre ce"
            + " qu'il en dit.");
    saidOf(desk.colleague());
  }

  /** MSS-T17, recipient by recipient. */
  @Alors("le logiciel ne dit le message parti que pour le confrère")
  public void saidGoneToColleagueOnly() {
    saidOf(nobody());
  }

  private void saidOf(String address) {
    String found = state(address);
    boolean gone = desk.answer().done() && GONE.contains(found);
    scenario
        .expectations()
        .add(
            Expectation.that("Un message refusé n'est pas dit parti.", Basis.DECLARE)
                .judging("MSS-T17")
                .isMet(
                    !gone,
                    "envoi montré « " + found + " »",
                    "Lisez la réponse de l'opérateur à chaque destinataire et à la fin du message,"
                        + " et dites à l'utilisateur ce qui n'est pas parti."));
  }

  private boolean isTakenForColleague(Exchange exchange) {
    return MssTraffic.isTaken(exchange) && MssTraffic.isTo(exchange, desk.colleague());
  }

  private String state(String address) {
    for (JsonNode sending : desk.seen().path("envois")) {
      for (JsonNode recipient : sending.path("destinataires")) {
        if (recipient.path("adresse").asText().equalsIgnoreCase(address)) {
          return recipient.path("etat").asText("non montré");
        }
      }
    }
    return "non montré";
  }

  /** MSS-T15. */
  @Alors("ce message est montré, comme s'il était seul")
  public void shownAllTheSame() {
    scenario.requireCovered(
        armed < 0
            || scenario.bench().exchangesAfter(armed).stream()
                .anyMatch(e -> e.faults().contains(trouble)),
        "Le LPS n'a pas rencontré la panne : rien ne montre ce qu'elle gêne.");
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Un message se lit, quoi qu'il soit arrivé avant lui ou à l'opérateur.",
                    Basis.DECLARE)
                .judging("MSS-T15")
                .isMet(
                    !received.shown().isMissingNode(),
                    "message non montré",
                    "Laissez de côté ce qui ne peut pas être lu, et montrez le reste de la boîte."));
  }
}
