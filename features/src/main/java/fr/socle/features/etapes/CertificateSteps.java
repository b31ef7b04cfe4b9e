package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
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

/** Certificates that do not hold: of the server one calls, of the software that calls. */
public final class CertificateSteps {
  private static final Map<String, String> SERVERS =
      Map.of(
          "dont le certificat a expiré", "certificat-serveur-expire",
          "dont le certificat est celui d'un autre", "certificat-serveur-mauvais-nom",
          "dont personne ne connaît l'autorité", "certificat-serveur-autorite-inconnue",
          "qui ne parle qu'un chiffrement périmé", "tls-1.1");
  // Only what software calls by itself: a browser decides for itself what it trusts.
  private static final Map<String, String> DIRECT = Map.of("port", "psc.backchannel");
  // Assumed: a retry or two are sound, more of them are a loop
  private static final int LOOP = 5;

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final LoginView view;

  /** Built for each scenario. */
  public CertificateSteps(ScenarioRun scenario, Consultation consultation, LoginView view) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.view = view;
  }

  /** A server that is not to be trusted. */
  @ParameterType(
      "dont le certificat a expiré|dont le certificat est celui d'un autre|dont personne ne connaît"
          + " l'autorité|qui ne parle qu'un chiffrement périmé")
  public String mauvaisServeur(String word) {
    return word;
  }

  /** Somebody stands where Pro Santé Connect should be. */
  @Soit("une panne : à la place de Pro Santé Connect, un serveur {mauvaisServeur}")
  public void otherServer(String how) {
    arm(
        SERVERS.getOrDefault(how, how),
        "À la place de Pro Santé Connect répond un serveur " + how + ".");
  }

  /** The certificate of the LPS does not pass any more. */
  @Soit("une panne : Pro Santé Connect n'accepte plus le certificat du logiciel")
  public void certificateRefused() {
    arm("certificat-client-refuse", "Pro Santé Connect n'accepte plus le certificat du logiciel.");
  }

  /** The connection holds, but the certificate is not the one declared for the client. */
  @Soit("une panne : Pro Santé Connect tient le certificat du logiciel pour celui d'un autre")
  public void certificateOfAnother() {
    arm(
        new FaultRequest("psc", "client-refuse", null, null, null),
        "Pro Santé Connect tient le certificat du logiciel pour celui d'un autre.");
  }

  /** The LPS is given a certificate that holds. */
  @Quand("l'organisation remet au logiciel un certificat qui vaut")
  public void renewed() {
    scenario.renewCertificate();
  }

  /** No request was sent over a connection that should not have been. */
  @Alors("le logiciel n'a rien confié à ce serveur")
  public void nothingEntrusted() {
    scenario.requireCovered(
        view.faultStruckAtLast(),
        "Le LPS n'a pas appelé ce serveur : ce qu'il lui confierait ne se voit pas.");
    String fault = view.armedFault();
    List<Exchange> sent =
        view.sinceLastAction().stream()
            .filter(exchange -> exchange.kind() == Exchange.Kind.HTTP)
            .filter(exchange -> exchange.faults().contains(fault))
            .toList();
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel n'envoie ni code, ni secret, ni jeton à un serveur qu'il ne peut"
                        + " pas reconnaître.",
                    Basis.TRAFIC)
                .judging("PSC-RP-20")
                .in(Traffic.sequences(sent))
                .isMet(
                    sent.isEmpty(),
                    sent.size() + " requête envoyée malgré tout",
                    "Vérifiez la validité, le nom et l'autorité du certificat du serveur à chaque"
                        + " liaison, n'acceptez que TLS 1.2 et 1.3, et renoncez au premier écart."));
  }

  /** A certificate that was refused is not presented again and again. */
  @Alors("le logiciel n'insiste pas avec un certificat refusé")
  public void noLoop() {
    List<Exchange> refused = view.refusedAtLast();
    scenario.requireCovered(
        !refused.isEmpty(),
        "Le LPS n'a pas présenté ce certificat : ce qu'il ferait d'un refus ne se voit pas.");
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel ne représente pas sans fin un certificat refusé.", Basis.TRAFIC)
                .judging("PSC-RP-19-RECO")
                .in(Traffic.sequences(refused))
                .isMet(
                    refused.size() <= LOOP,
                    refused.size() + " refus pendant une seule connexion",
                    "Quand votre certificat est refusé, arrêtez, dites à l'utilisateur que le"
                        + " certificat de son organisation est à remplacer, et reprenez avec le"
                        + " nouveau."));
  }

  private void arm(String fault, String described) {
    arm(new FaultRequest("psc", fault, DIRECT, null, null), described);
  }

  private void arm(FaultRequest request, String described) {
    consultation.addPscFault(scenario.bench().arm(request, described));
    consultation.setArmedLoginFault(request.fault());
  }
}
