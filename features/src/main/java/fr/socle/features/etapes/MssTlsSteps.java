package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.TlsSession;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Soit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Chiffrement: the TLS between the software and the operator (ECO.1.1.1 to 1.1.3, 1.1.10). */
public final class MssTlsSteps {
  // mssante.md 1.4 (S: REG, ECO.1.1.3)
  private static final Set<String> SUITES =
      Set.of(
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
          "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256");

  private final ScenarioRun scenario;
  private final MssDesk desk;
  private final MssWorldSteps world;
  private long settledFrom;

  /** Built for each scenario. */
  public MssTlsSteps(ScenarioRun scenario, MssDesk desk, MssWorldSteps world) {
    this.world = world;
    this.scenario = scenario;
    this.desk = desk;
  }

  /**
   * MSS/va1.06. Who refuses our certificate is not blamed: he may want to know whether it is
   * revoked, which it does not say, or take those of the IGC Santé alone, as CONF.27 wants.
   */
  @Alors("le logiciel a tenu le certificat de l'opérateur pour bon")
  public void certificateAccepted() {
    List<Exchange> agreed =
        since(e -> MssTraffic.isOfMailbox(e) && !MssTraffic.tlsVersion(e).isEmpty());
    scenario.requireCovered(
        !agreed.isEmpty(),
        "Le LPS n'a mené à sa fin aucune négociation de TLS avec l'opérateur : s'il reconnaîtrait un"
            + " certificat de l'IGC Santé ne se voit pas. S'il refuse celui du banc, déclarez-lui"
            + " l'autorité de bench.json ; s'il exige de savoir s'il est révoqué, le certificat"
            + " ordinaire du banc ne le dit pas.");
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel se connecte à un opérateur dont le certificat est de l'autorité"
                        + " attendue, que l'autorité d'essai remplace ici.",
                    Basis.TRAFIC)
                .in(Traffic.sequences(agreed))
                // Its absence shows nothing
                .isMet(true, "", ""));
  }

  /** MSS/CONF.02: optional, so that who speaks TLS 1.2 alone is not blamed. */
  @Alors("la boîte s'est ouverte en TLS 1.3")
  public void inTls13() {
    List<Exchange> shown = presented("TLSv1.3");
    scenario.requireCovered(
        !shown.isEmpty(),
        "Le LPS n'emploie pas de version de TLS postérieure à 1.2 : rien ne l'y oblige.");
    scenario
        .expectations()
        .add(
            Expectation.that("La boîte s'ouvre sous TLS 1.3.", Basis.TRAFIC)
                .in(Traffic.sequences(shown))
                // Who is refused for his token has spoken TLS 1.3 all the same
                .isMet(true, "", ""));
  }

  /** MSS/CONF.03. */
  @Alors("la boîte s'est ouverte en TLS 1.2, par une des six suites")
  public void byOneOfSix() {
    List<Exchange> shown = presented("TLSv1.2");
    scenario.requireCovered(
        !shown.isEmpty(),
        "Le LPS n'a pas ouvert la boîte en TLS 1.2 : les suites qu'il emploie ne se voient pas.");
    List<String> others =
        shown.stream()
            .map(MssTlsSteps::suite)
            .filter(suite -> !SUITES.contains(suite))
            .distinct()
            .toList();
    scenario
        .expectations()
        .add(
            Expectation.that("En TLS 1.2, la suite est une des six de la liste.", Basis.TRAFIC)
                .in(Traffic.sequences(shown))
                .isMet(
                    others.isEmpty(),
                    "la suite " + String.join(", ", others),
                    "Limitez TLS 1.2 aux suites C030, C02F, C028, C027, 009F et 009E."));
  }

  /**
   * The operator shows a certificate whose revocation can be checked. Who cannot live with it (the
   * authority between ours and the certificate says nothing of its own revocation) is not judged.
   */
  @Soit("son opérateur, dont le certificat dit où se vérifie sa révocation")
  public void revocable() {
    scenario
        .bench()
        .arm(
            new FaultRequest("mss", "certificat-serveur-revocable", Map.of(), null, null),
            "L'opérateur présente un certificat qui dit où sont sa liste de révocation et son"
                + " répondeur OCSP.");
    settledFrom = scenario.bench().cursor();
    desk.act("regler-bal-mss", world.settled());
    scenario.requireCovered(
        desk.answer().done() && desk.seen().path("connexion").asText().equals("reussie"),
        "Le LPS n'a pas ouvert la boîte chez un opérateur dont le certificat dit où se vérifie sa"
            + " révocation : ce qu'il ferait d'un certificat révoqué ne se voit pas.");
  }

  /** MSS/CONF.22: there is nothing to keep for who asks by OCSP. */
  @Alors("la boîte s'est ouverte, avec la liste gardée")
  public void openedByKeptList() {
    long acted = desk.from();
    List<Exchange> lists =
        after(settledFrom, e -> "IGC LCR".equals(e.transaction()) && e.faults().isEmpty());
    scenario.requireCovered(
        lists.stream().anyMatch(e -> e.sequence() <= acted),
        "Le LPS n'a pas téléchargé la liste de révocation que le certificat nomme : s'il garde la"
            + " dernière ne se voit pas.");
    scenario.requireCovered(
        !since(MssTraffic::isNewConnection).isEmpty(),
        "Le LPS n'a pas ouvert de connexion depuis que la liste ne peut plus être téléchargée.");
    List<Exchange> shown = since(MssTraffic::isPresentation);
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Une liste de révocation gardée, et qui vaut encore, suffit quand la suivante"
                        + " ne peut pas être téléchargée.",
                    Basis.TRAFIC)
                .in(Traffic.sequences(shown))
                .isMet(
                    !shown.isEmpty(),
                    "connexion abandonnée avant l'authentification",
                    "Gardez la dernière liste de révocation jusqu'à sa date de fin, et servez-vous"
                        + " d'elle quand le téléchargement échoue."));
  }

  private static String suite(Exchange exchange) {
    TlsSession tls = exchange.tls();
    return tls == null ? "" : tls.cipherSuite();
  }

  private List<Exchange> presented(String version) {
    return since(e -> MssTraffic.isPresentation(e) && MssTraffic.tlsVersion(e).equals(version));
  }

  private List<Exchange> since(Predicate<Exchange> which) {
    return after(desk.from(), which);
  }

  private List<Exchange> after(long place, Predicate<Exchange> which) {
    return scenario.bench().exchangesAfter(place).stream().filter(which).toList();
  }
}
