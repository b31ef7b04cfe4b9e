package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Fault;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.RawExchange;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sessions: how mailboxes are opened, when they are closed, what happens when they cannot be. */
public final class MssSessionSteps {
  private static final String TRACES = "lire-traces-mss";

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final MssDesk desk;
  private final MssWorldSteps world;
  private @Nullable Fault fault;
  private long over;

  /** Built for each scenario. */
  public MssSessionSteps(
      ScenarioRun scenario, Consultation consultation, MssDesk desk, MssWorldSteps world) {
    this.world = world;
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
  }

  /** The operator is disturbed from now on. */
  @Soit("une panne : l'opérateur MSSanté {panneMss}")
  public void down(FaultRequest trouble) {
    fault = scenario.bench().arm(trouble, "L'opérateur MSSanté est en panne.");
  }

  /** It works again. */
  @Quand("la panne de l'opérateur est finie")
  public void back() {
    if (fault != null) {
      scenario.bench().disarm(fault, "L'opérateur MSSanté est rétabli.");
    }
  }

  /** The operator ends the session that is open. */
  @Soit("une panne : l'opérateur coupe la session de la boîte")
  public void cut() {
    // The next command meets it, whatever the software asks first.
    fault =
        scenario
            .bench()
            .arm(
                new FaultRequest("mss", "coupure", Map.of("moment", "avant-reponse"), 1, null),
                "L'opérateur coupe la session IMAP.");
  }

  /** The mailbox was fetched once: its session may stay open. */
  @Soit("le médecin, qui a relevé sa boîte")
  public void fetchedBefore() {
    scenario.lps().prepare(MssDesk.FETCH, Software.input(), "relever la boîte");
  }

  /** The login is over. */
  @Quand("le médecin se déconnecte, puis relève sa boîte")
  public void logsOutAndFetches() {
    scenario.lps().prepare("deconnecter-ps", Software.input(), "se déconnecter");
    over = scenario.bench().cursor();
    desk.act(MssDesk.FETCH, Software.input());
  }

  /** Somebody looks for another record meanwhile. */
  @Quand("le médecin relève sa boîte, puis ouvre le dossier du patient")
  public void fetchesAndOpens() {
    desk.act(MssDesk.FETCH, Software.input());
    JsonNode seen =
        scenario
            .lps()
            .ask("ouvrir-dossier", Software.input().put("dossier", consultation.record()))
            .seen();
    opened = seen != null;
  }

  private boolean opened;

  /** MSS/CONF.10. */
  @Alors("la boîte n'est plus employée")
  public void notUsedAnyMore() {
    long place = over;
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> used =
                  traffic.matching(e -> e.sequence() > place && MssTraffic.isUse(e));
              return Expectation.that(
                      "La boîte n'est plus employée une fois la session Pro Santé Connect finie.",
                      Basis.TRAFIC)
                  .in(Traffic.sequences(used))
                  .isMet(
                      used.isEmpty(),
                      used.size() + " commande après la fin de la session",
                      "Fermez les sessions IMAP et SMTP dès que le jeton de rafraîchissement n'est"
                          + " plus valide.");
            });
  }

  /** MSS/CONF.11. */
  @Alors("la boîte est relevée, dans une session rouverte sans geste")
  public void reopened() {
    long place = desk.from();
    scenario.requireCovered(
        scenario.bench().exchangesAfter(place).stream()
            .anyMatch(e -> !e.faults().isEmpty() && MssTraffic.isInOpenSession(e)),
        "Le LPS n'a pas employé de session ouverte que l'opérateur aurait coupée : rien ne montre"
            + " qu'il la rouvre.");
    boolean fetched = desk.answer().done();
    boolean again = MssTraffic.isReopened(scenario.bench().exchangesAfter(place));
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "La session que l'opérateur a fermée est rouverte d'elle-même.", Basis.TRAFIC)
                .isMet(
                    fetched && again,
                    "réponse « %s », %s"
                        .formatted(
                            desk.answer().status().label(),
                            again ? "session rouverte" : "aucune session rouverte"),
                    "Rouvrez, sans geste de l'utilisateur, une session que l'opérateur a fermée"
                        + " tant que Pro Santé Connect est valide."));
  }

  /** Settles it. */
  @Quand("le médecin règle sa boîte")
  public void settles() {
    desk.act("regler-bal-mss", world.settled());
  }

  /** MSS/CONF.05. */
  @Alors("l'envoi a été ouvert sous TLS")
  public void submissionUnderTls() {
    underTls("mss.smtp", "SMTP", "AUTH");
  }

  /** MSS/CONF.06. */
  @Alors("la lecture a été ouverte sous TLS")
  public void accessUnderTls() {
    underTls("mss.imap", "IMAP", "AUTHENTICATE");
  }

  private void underTls(String listener, String protocol, String authentication) {
    long place = desk.from();
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> talk =
                  traffic.matching(e -> e.sequence() > place && e.listener().equals(listener));
              int tls = first(talk, protocol + " STARTTLS");
              int auth = first(talk, protocol + " " + authentication);
              return Expectation.that(
                      "La session %s ouvre TLS avant tout.".formatted(protocol), Basis.TRAFIC)
                  .in(Traffic.sequences(talk))
                  .isMet(
                      tls >= 0 && (auth < 0 || auth > tls),
                      tls < 0 ? "STARTTLS jamais demandé" : "authentification avant TLS",
                      "Ouvrez TLS par STARTTLS avant de vous authentifier et d'envoyer quoi que ce"
                          + " soit.");
            });
  }

  private static int first(List<Exchange> talk, String transaction) {
    for (int i = 0; i < talk.size(); i++) {
      if (transaction.equals(talk.get(i).transaction())) {
        return i;
      }
    }
    return -1;
  }

  /** MSS/CONF.07. */
  @Alors("le médecin a été reconnu par son jeton, sous TLS")
  public void authenticated() {
    long place = desk.from();
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> shown =
                  traffic.matching(e -> e.sequence() > place && MssTraffic.isPresentation(e));
              long accepted = shown.stream().filter(e -> e.refusal() == null).count();
              return Expectation.that(
                      "Le médecin s'authentifie par le jeton de Pro Santé Connect.", Basis.TRAFIC)
                  .in(Traffic.sequences(shown))
                  .isMet(
                      accepted > 0,
                      accepted + " authentification acceptée sur " + shown.size(),
                      "Authentifiez-vous en XOAUTH2, avec l'adresse de la boîte et un jeton d'accès"
                          + " en cours de validité.");
            });
  }

  /** MSS/CONF.09: optional, so that who does it otherwise is not blamed. */
  @Alors("le jeton de la lecture est parti en un seul échange, et a été accepté")
  public void initialResponse() {
    List<Exchange> shown =
        scenario.bench().exchangesAfter(desk.from()).stream()
            .filter(e -> "IMAP AUTHENTICATE".equals(e.transaction()))
            .toList();
    scenario.requireCovered(
        shown.stream()
            .anyMatch(
                e ->
                    new String(scenario.bench().raw(e).request(), StandardCharsets.ISO_8859_1)
                        .matches("(?is).*AUTHENTICATE XOAUTH2 [A-Za-z0-9+/=]{8,}.*")),
        "Le LPS n'emploie pas SASL-IR pour lire sa boîte : rien ne l'y oblige.");
    scenario
        .expectations()
        .add(
            Expectation.that("Le jeton donné en un seul échange est accepté.", Basis.TRAFIC)
                .in(Traffic.sequences(shown))
                .isMet(
                    shown.stream().anyMatch(e -> e.refusal() == null),
                    shown.size() + " essai, refusé",
                    "Écrivez la réponse initiale de XOAUTH2 : l'adresse de la boîte et le jeton, en"
                        + " base64."));
  }

  /** MSS/CONF.28: what was over is not shown again. */
  @Alors("aucun jeton fini n'a été présenté à l'opérateur")
  public void noStaleToken() {
    long place = desk.from();
    scenario.requireCovered(
        scenario.bench().exchangesAfter(place).stream().anyMatch(MssSessionSteps::isAsked),
        "Le LPS n'a présenté aucun jeton depuis l'expiration du premier.");
    scenario
        .expectations()
        .atClose(
            traffic -> {
              // The operator asks Pro Santé Connect of each token it is shown.
              List<Exchange> over =
                  traffic.matching(
                      e ->
                          e.sequence() > place
                              && isAsked(e)
                              && answered(traffic, e, "\"active\":false"));
              return Expectation.that(
                      "Le jeton d'accès n'est employé que le temps de sa vie.", Basis.TRAFIC)
                  .necessary()
                  .in(Traffic.sequences(over))
                  .isMet(
                      over.isEmpty(),
                      over.size() + " jeton fini présenté",
                      "Renouvelez le jeton d'accès avant de le présenter, et oubliez l'ancien.");
            });
  }

  private static boolean isAsked(Exchange exchange) {
    return "PSC introspect".equals(exchange.transaction());
  }

  private static boolean answered(Traffic traffic, Exchange exchange, String words) {
    RawExchange raw = traffic.raw().get(exchange.sequence());
    return raw != null
        && new String(raw.response(), StandardCharsets.UTF_8).replace(" ", "").contains(words);
  }

  /** MSS/CONF.08. */
  @Alors("le dossier s'est ouvert malgré la panne")
  public void openedAnyway() {
    scenario.requireCovered(
        !desk.answer().done(),
        "Le LPS n'a pas rencontré la panne de l'opérateur : rien ne montre ce qu'elle gêne.");
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Une panne de la messagerie ne gêne pas le reste du logiciel.", Basis.DECLARE)
                .isMet(
                    opened,
                    "le dossier ne s'est pas ouvert",
                    "Ne laissez pas une erreur de la messagerie gêner le reste du logiciel."));
  }

  /** The connection is refused: no token is shown. A session of before is none of this server. */
  @Alors("aucun jeton n'est parti vers ce serveur")
  public void noToken() {
    long place = desk.from();
    scenario.requireCovered(
        scenario.bench().exchangesAfter(place).stream().anyMatch(MssTraffic::isNewConnection),
        "Le LPS n'a pas ouvert de connexion avec ce serveur : ce qu'il lui dirait ne se voit pas.");
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> shown =
                  traffic.matching(e -> e.sequence() > place && MssTraffic.isPresentation(e));
              return Expectation.that(
                      "Rien n'est dit à un serveur qu'il faut refuser.", Basis.TRAFIC)
                  .in(Traffic.sequences(shown))
                  .isMet(
                      shown.isEmpty(),
                      shown.size() + " authentification",
                      "Vérifiez le certificat, la version de TLS et la suite avant de vous"
                          + " authentifier, et renoncez sinon.");
            });
  }

  /** MSS/CONF.17, CONF.18. */
  @Alors("les traces disent cet envoi, son auteur et la réponse du serveur")
  public void traced() {
    JsonNode traces = traces();
    String doctor = consultation.professional().nationalId();
    JsonNode line = null;
    boolean whole = false;
    for (JsonNode each : traces) {
      if (each.toString().contains(desk.colleague())) {
        line = each;
        whole = whole || MssTraces.isWhole(each, doctor);
      }
    }
    scenario
        .expectations()
        .add(
            Expectation.that("L'envoi est tracé.", Basis.DECLARE)
                .judging("MSS/CONF.17")
                .isMet(
                    line != null,
                    traces.size() + " trace, aucune de cet envoi",
                    "Tracez toute action faite sur les BAL."));
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "La trace dit l'auteur, l'heure, la demande et la réponse du serveur.",
                    Basis.DECLARE)
                .judging("MSS/CONF.18")
                .isMet(
                    whole,
                    line == null ? "aucune trace" : "trace " + line,
                    "Mettez dans chaque trace l'auteur authentifié, l'heure locale, l'action, la"
                        + " demande et la réponse du serveur, échecs compris."));
  }

  /** The same of what failed. */
  @Alors("les traces disent cet échec")
  public void failureTraced() {
    scenario.requireCovered(
        desk.met(e -> MssTraffic.isOfMailbox(e) && MssTraffic.isTrouble(e)),
        "Le LPS n'a pas rencontré la panne de l'opérateur : il n'a aucune réponse à tracer.");
    judgeFailureTraced();
  }

  /** The same, beside something else that must not be lost for want of the action. */
  @Alors("les traces, si elles se lisent, disent cet échec")
  public void failureTracedIfRead() {
    if (scenario.lps().offers(TRACES)) {
      judgeFailureTraced();
    }
  }

  private void judgeFailureTraced() {
    JsonNode traces = traces();
    boolean told = false;
    for (JsonNode each : traces) {
      told = told || MssTraces.isFailure(each.path("reponse").asText());
    }
    scenario
        .expectations()
        .add(
            Expectation.that("L'échec d'un envoi est tracé.", Basis.DECLARE)
                .judging("MSS/CONF.18")
                .isMet(
                    told,
                    traces.size() + " trace, aucune d'un échec",
                    "Tracez aussi ce que le serveur refuse, avec sa réponse."));
  }

  private JsonNode traces() {
    return scenario
        .lps()
        .prepare(TRACES, Software.input(), "lire les traces de la messagerie")
        .path("traces");
  }
}
