package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Fault;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.MssBounce;
import fr.socle.bench.client.api.MssReceipt;
import fr.socle.exigences.Basis;
import fr.socle.features.driver.ActionAnswer;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Suites: what becomes of the messages of the doctor, and what he is told of it. */
public final class MssFateSteps {
  private static final Set<String> LOST = Set.of("rejete", "refuse", "non-envoye");

  private final ScenarioRun scenario;
  private final MssDesk desk;
  private final DmpDesk documents;
  private final List<String> sent = new ArrayList<>();

  /** Built for each scenario. */
  public MssFateSteps(ScenarioRun scenario, MssDesk desk, DmpDesk documents) {
    this.scenario = scenario;
    this.desk = desk;
    this.documents = documents;
  }

  /** The operator tells of the last message. */
  @Soit("un avis de l'opérateur : {avisMss}")
  public void notice(MssNotice notice) {
    sent.add(lastSent());
    scenario
        .bench()
        .sendNotice(
            new MssBounce(
                desk.own(), desk.colleague(), lastSent(), notice.action(), notice.status(), null),
            "L'opérateur envoie un avis : " + notice.words() + ".");
  }

  /** It tells of no message in particular. */
  @Soit("un avis de l'opérateur sur un message que personne n'a envoyé")
  public void noticeOfNothing() {
    sent.add(lastSent());
    scenario
        .bench()
        .sendNotice(
            new MssBounce(desk.own(), desk.colleague(), null, "failed", null, null),
            "L'opérateur envoie un avis qui ne nomme aucun message.");
  }

  /** The software of the colleague could not make anything of it (mssante.md 2.6). */
  @Soit("l'accusé du logiciel du confrère : {erreurMss}")
  public void integrationFailed(MssError error) {
    sent.add(lastSent());
    scenario
        .bench()
        .sendReceipt(
            new MssReceipt(
                desk.colleague(), lastSent(), desk.own(), null, error.code(), error.form()),
            "Le logiciel du confrère dit pourquoi il n'a pas intégré le document.");
  }

  /** A receipt of something else. */
  @Soit("un accusé de lecture d'un message que personne n'a envoyé")
  public void receiptOfNothing() {
    sent.add(lastSent());
    scenario
        .bench()
        .sendReceipt(
            new MssReceipt(
                desk.colleague(), "<personne@medecin.mssante.fr>", desk.own(), null, null, null),
            "Un accusé arrive, d'un message que personne n'a envoyé.");
  }

  /** MSS-T10. */
  @Alors("le logiciel ne dit pas ce message lu")
  public void notSaidRead() {
    String found = state(desk.seen(), lastNamed());
    check(
        "Un accusé qui ne nomme pas un message ne change pas ce qui en est dit.",
        !found.equals("lu") && !found.equals("traite"),
        "envoi montré « " + found + " »",
        "Ne rattachez un accusé qu'au message dont il donne le Message-ID.");
  }

  /** Mon espace santé takes it, and tells later that nobody got it (mssante.md 2.7). */
  @Soit("ce document, que le médecin a envoyé au patient {causeMss}")
  public void sentToPatientInVain(String cause) {
    Fault fault =
        scenario
            .bench()
            .arm(
                new FaultRequest("mss", "usager-non-distribue", Map.of("cause", cause), null, null),
                "Mon espace santé ne distribuera pas ce message.");
    ActionAnswer answer =
        desk.act(
            MssDesk.SEND,
            desk.letterOf(List.of(documents.last()))
                .put("auPatient", true)
                .put("texte", MssSendingSteps.WORDS));
    scenario.requirePlayable(
        answer.done() && desk.mail(MssTraffic::isToAPatient).isPresent(),
        "La préparation du scénario s'arrête : le document n'est pas parti au patient (%s)."
            .formatted(answer.messageOrNone()));
    sent.add(lastSent());
    scenario.bench().disarm(fault, "Mon espace santé répond de nouveau.");
  }

  /** Fetches once more: what is sent again too often is seen then. */
  @Quand("le médecin relève sa boîte deux fois")
  public void fetchesTwice() {
    long place = desk.from();
    desk.act(MssDesk.FETCH, Software.input());
    desk.act(MssDesk.FETCH, Software.input());
    desk.since(place);
  }

  /** MSS-T10. */
  @Alors("le logiciel dit que le confrère n'a pas reçu ce message")
  public void saidLost() {
    String found = state(desk.seen(), lastNamed());
    check(
        "Un avis de non-remise, ou un accusé d'erreur, est montré avec le message qu'il nomme.",
        LOST.contains(found),
        "envoi montré « " + found + " »",
        "Rattachez l'avis ou l'accusé au message dont il donne le Message-ID, et dites à"
            + " l'utilisateur qui ne l'a pas reçu.");
  }

  /** The same, of what a notice does not speak of. */
  @Alors("le logiciel ne dit pas ce message perdu")
  public void notSaidLost() {
    String found = state(desk.seen(), lastNamed());
    check(
        "Un avis qui ne nomme pas un message ne change pas ce qui en est dit.",
        !LOST.contains(found) && !found.equals("non montré"),
        "envoi montré « " + found + " »",
        "Ne rattachez un avis qu'au message dont il donne le Message-ID.");
  }

  /** MSS-T11. */
  @Alors("le message que l'opérateur faisait attendre n'est pas parti deux fois")
  public void leftOnce() {
    String address = desk.colleague();
    scenario.requireCovered(
        desk.mail(e -> MssTraffic.isTo(e, address)).isPresent(),
        "Le message que l'opérateur a fait attendre n'est pas reparti pendant le scénario : le LPS"
            + " peut attendre plus longtemps, ou laisser l'utilisateur en décider.");
    takenOnce(
        "Le message que l'opérateur fait attendre ne part pas deux fois.",
        "Renvoyez une seule fois ce que l'opérateur n'a pas pu prendre pour le moment (4xx).");
  }

  /** The same, of what the operator has. */
  @Alors("le message dont l'opérateur s'occupe n'est pas reparti")
  public void notSentAgain() {
    takenOnce(
        "Un message que l'opérateur a pris n'est pas renvoyé pour un avis de retard.",
        "Un avis de retard informe : l'opérateur essaie encore, ne renvoyez rien.");
  }

  private void takenOnce(String text, String mend) {
    long place = desk.from();
    String address = desk.colleague();
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> taken =
                  traffic.matching(
                      e ->
                          e.sequence() > place
                              && MssTraffic.isTaken(e)
                              && MssTraffic.isTo(e, address));
              return Expectation.that(text, Basis.TRAFIC)
                  .in(Traffic.sequences(taken))
                  .isMet(taken.size() <= 1, taken.size() + " message pris par l'opérateur", mend);
            });
  }

  /** MSS-T12. */
  @Alors("ces trois messages sont dits non distribués, chacun pour sa cause")
  public void causesToldApart() {
    Set<String> causes = new HashSet<>();
    int lost = 0;
    for (String id : sent) {
      JsonNode recipient = recipient(desk.seen(), id);
      if (LOST.contains(recipient.path("etat").asText())) {
        lost++;
        causes.add(recipient.path("motif").asText());
      }
    }
    check(
        "Les causes d'un message que Mon espace santé n'a pas distribué se distinguent.",
        lost == sent.size() && causes.size() == sent.size(),
        lost + " message dit non distribué, " + causes.size() + " motif différent",
        "Dites à l'utilisateur pourquoi un message n'a pas été distribué : messagerie fermée,"
            + " patient introuvable, adresse invalide.");
  }

  private String lastNamed() {
    return sent.isEmpty() ? lastSent() : sent.get(sent.size() - 1);
  }

  /** Message-ID of the last message of the doctor. */
  private String lastSent() {
    String id =
        scenario.bench().exchanges().stream()
            .filter(e -> MssTraffic.isTaken(e) && MssTraffic.isFrom(e, desk.own()))
            .reduce((before, after) -> after)
            .flatMap(desk::read)
            .map(mail -> mail.header("Message-ID"))
            .orElse("");
    scenario.requirePlayable(
        !id.isEmpty(),
        "Le message du médecin n'est pas parti, ou n'a pas de Message-ID : personne ne peut rien en"
            + " dire.");
    return id;
  }

  private static String state(JsonNode seen, String id) {
    return recipient(seen, id).path("etat").asText("non montré");
  }

  private static JsonNode recipient(JsonNode seen, String id) {
    for (JsonNode sending : seen.path("envois")) {
      if (sending.path("message").asText().equals(id)) {
        return sending.path("destinataires").path(0);
      }
    }
    return MissingNode.getInstance();
  }

  private void check(String text, boolean met, String found, String mend) {
    scenario.expectations().add(Expectation.that(text, Basis.DECLARE).isMet(met, found, mend));
  }
}
