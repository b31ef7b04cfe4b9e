package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.MssMailbox;
import fr.socle.exigences.Basis;
import fr.socle.features.driver.ActionAnswer.Status;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Application mailboxes: opened by a certificate, and answered elsewhere (ECO.1.3.1, 2.2.5). */
public final class MssApplicationSteps {
  /** The identity of {@code bench.json} that opens it. */
  private static final String CERTIFICATE = "organisation";

  private final ScenarioRun scenario;
  private final MssDesk desk;

  /** Built for each scenario. */
  public MssApplicationSteps(ScenarioRun scenario, MssDesk desk) {
    this.scenario = scenario;
    this.desk = desk;
  }

  /** The mailbox is there; the software does not know it yet. */
  @Soit("une boîte applicative du cabinet")
  public void mailbox() {
    scenario
        .bench()
        .openMailbox(
            MssMailbox.application(address(), CERTIFICATE),
            "Le cabinet a une boîte applicative, qu'ouvre le certificat « "
                + CERTIFICATE
                + " » de bench.json.");
  }

  /** Settles it. */
  @Quand("la boîte applicative est réglée dans le logiciel")
  public void settles() {
    desk.act("regler-bal-mss", settled(desk.own()));
  }

  /** It is settled, and that is only a preparation. */
  @Soit("la boîte applicative, réglée pour qu'on réponde au {quiRepond}")
  public void settledBefore(String whom) {
    JsonNode seen =
        scenario
            .lps()
            .prepare("regler-bal-mss", settled(answered(whom)), "régler la boîte applicative");
    scenario.requirePlayable(
        seen.path("connexion").asText().equals("reussie"),
        "La préparation du scénario s'arrête : le LPS n'a pas pu se connecter à la boîte"
            + " applicative.");
  }

  /** A letter that nobody writes by hand. */
  @Quand("le logiciel écrit au confrère de la boîte applicative")
  public void writes() {
    ObjectNode input =
        Software.input()
            .put("boite", address())
            .put("objet", "Un résultat est prêt")
            .put("texte", "Un résultat vous attend au cabinet.");
    input.putArray("destinataires").add(desk.colleague());
    desk.act(MssDesk.SEND, input);
  }

  /** MSS/CONF.12: the operator offers PLAIN only to who showed a certificate under TLS. */
  @Alors("elle a été ouverte sous TLS par un certificat, puis par son adresse")
  public void openedByCertificate() {
    requireTried();
    long place = desk.from();
    String address = address();
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> shown =
                  traffic.matching(
                      e ->
                          e.sequence() > place
                              && ("SMTP AUTH".equals(e.transaction())
                                  || "IMAP AUTHENTICATE".equals(e.transaction())));
              long opened =
                  shown.stream()
                      .filter(
                          e ->
                              e.refusal() == null
                                  && e.clientCertificate() != null
                                  && e.decoded().path("mecanisme").asText().equals("PLAIN")
                                  && e.decoded().path("boite").asText().equalsIgnoreCase(address))
                      .count();
              return Expectation.that(
                      "La boîte applicative s'ouvre par un certificat, puis par son adresse.",
                      Basis.TRAFIC)
                  .in(Traffic.sequences(shown))
                  .isMet(
                      opened > 0,
                      opened + " ouverture de cette sorte sur " + shown.size(),
                      "Ouvrez TLS avec le certificat d'organisation, puis donnez l'adresse de la"
                          + " boîte comme identifiant de SASL PLAIN.");
            });
  }

  /** MSS/va1.09. */
  @Alors("ce message finit par la mention d'un envoi automatique et l'adresse à qui répondre")
  public void endsWithMention() {
    requireTried();
    Optional<MssMail> mail = mail();
    String text = mail.map(MssMail::text).orElse("");
    String to = mail.map(one -> one.header("Reply-To")).orElse("");
    traffic(
        "Un message d'une boîte applicative finit par la mention d'envoi automatique et l'adresse"
            + " où joindre l'émetteur.",
        saysAutomatic(text, desk.own()),
        mail.isEmpty() ? "aucun message" : "le message dit « " + text + " »",
        "Finissez le message par la mention qu'il est automatique, et l'adresse où joindre son"
            + " émetteur.");
    traffic(
        "Reply-To reprend cette adresse.",
        to.toLowerCase(Locale.ROOT).contains(desk.own()),
        to.isEmpty() ? "Reply-To absent" : "Reply-To « " + to + " »",
        "Mettez dans Reply-To la boîte personnelle ou organisationnelle où joindre l'émetteur.");
  }

  /** Whether a text says that nobody wrote it, and where to answer. */
  static boolean saysAutomatic(String text, String address) {
    String small = text.toLowerCase(Locale.ROOT);
    return small.contains("automat") && small.contains(address);
  }

  /** MSS/va1.18. */
  @Alors("ce message demande qu'on réponde au {quiRepond}")
  public void answeredAt(String whom) {
    requireTried();
    String to = mail().map(one -> one.header("Reply-To")).orElse("");
    traffic(
        "L'adresse de réponse est celle qu'on a réglée.",
        to.toLowerCase(Locale.ROOT).contains(answered(whom)),
        to.isEmpty() ? "Reply-To absent" : "Reply-To « " + to + " »",
        "Laissez régler l'adresse de réponse d'une boîte applicative, et mettez-la dans Reply-To.");
  }

  /** Software that refuses before it speaks to the operator, rightly or not, shows nothing. */
  private void requireTried() {
    scenario.requireCovered(
        desk.answer().status() != Status.REFUSE
            || scenario.bench().exchangesAfter(desk.from()).stream()
                .anyMatch(MssTraffic::isOfMailbox),
        "Le LPS refuse avant toute connexion à l'opérateur (%s) : rien ne peut en être dit."
            .formatted(desk.answer().messageOrNone()));
  }

  private Optional<MssMail> mail() {
    return desk.mail(e -> MssTraffic.isTo(e, desk.colleague()));
  }

  private ObjectNode settled(String replyTo) {
    return Software.input()
        .put("adresse", address())
        .put("genre", "applicative")
        .put("libelle", "Cabinet du centre")
        .put("adresseReponse", replyTo);
  }

  private String answered(String whom) {
    return whom.equals("médecin") ? desk.own() : desk.practice();
  }

  private String address() {
    return desk.own().replaceFirst("^medecin", "application");
  }

  private void traffic(String text, boolean met, String found, String mend) {
    scenario.expectations().add(Expectation.that(text, Basis.TRAFIC).isMet(met, found, mend));
  }
}
