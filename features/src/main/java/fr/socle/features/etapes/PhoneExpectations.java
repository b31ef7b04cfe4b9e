package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.PscState;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import java.time.Duration;
import java.util.List;

/** Attentes on a login without browser: what the screen shows, what Pro Santé Connect received. */
public final class PhoneExpectations {
  private static final String PACE = "PSC-RP-17";

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final PhoneView view;

  /** Built for each scenario. */
  public PhoneExpectations(ScenarioRun scenario, Consultation consultation, PhoneView view) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.view = view;
  }

  /** The screen shows a number to compare. */
  @Alors("le logiciel lui montre un nombre à deux chiffres")
  public void numberShown() {
    String shown = shown();
    scenario
        .expectations()
        .add(
            Expectation.that("L'écran montre un nombre à deux chiffres.", Basis.DECLARE)
                .judging(PACE)
                .isMet(
                    shown.matches("[0-9]{2}"),
                    shown.isEmpty() ? "aucun nombre" : shown,
                    "Tirez deux chiffres à chaque demande et montrez-les à l'utilisateur tant que la"
                        + " connexion attend sa réponse."));
  }

  /** The phone shows the same. */
  @Alors("son téléphone lui montre le même nombre")
  public void sameNumberOnThePhone() {
    sameNumber(view.onThePhone(), "MOBILE", "sur le téléphone");
  }

  /** The card reader shows the same. */
  @Alors("son lecteur de carte lui montre le même nombre")
  public void sameNumberOnTheReader() {
    sameNumber(view.onThePhone(), "CARD", "sur le lecteur de carte");
  }

  /** A demand came and was taken; the checks judged what it says. */
  @Alors("Pro Santé Connect a reçu sa demande de connexion sans navigateur")
  public void demandReceived() {
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> taken = LoginView.accepted(traffic.ofTransaction(PhoneView.DEMAND));
              return Expectation.that(
                      "Pro Santé Connect a reçu une demande de connexion recevable.", Basis.TRAFIC)
                  .judging("PSC.08", "EXI-PSC-09", "EXI-PSC-10", "EXI-PSC-16")
                  .in(Traffic.sequences(taken))
                  .isMet(
                      !taken.isEmpty(),
                      "aucune demande acceptée",
                      "Envoyez la demande à l'adresse que donne Pro Santé Connect pour la connexion"
                          + " sans navigateur, avec les paramètres attendus.");
            });
  }

  /** Not every demand had the same number. */
  @Alors("le nombre à comparer n'a pas toujours été le même")
  public void freshNumbers() {
    List<Exchange> demands = LoginView.of(PhoneView.DEMAND, scenario.bench().exchanges());
    scenario.requirePlayable(
        demands.size() > 1,
        "Le LPS n'a pas fait plusieurs demandes de connexion sans navigateur : leurs nombres ne"
            + " peuvent pas être comparés.");
    List<String> sent =
        demands.stream()
            .map(each -> each.decoded().at("/parametres/binding_message").asText())
            .distinct()
            .toList();
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le nombre à comparer est tiré à chaque demande : quatre fois le même est"
                        + " presque impossible.",
                    Basis.TRAFIC)
                .judging(PACE)
                .in(Traffic.sequences(demands))
                .isMet(
                    sent.size() > 1,
                    "toujours « " + sent.get(0) + " »",
                    "Tirez au hasard un nouveau nombre à chaque demande."));
  }

  /** A demand that is closed is left alone. */
  @Alors("le logiciel n'interroge plus Pro Santé Connect sur une demande close")
  public void stopsAsking() {
    view.requireDemand();
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> after = PhoneView.afterTheEnd(traffic.exchanges());
              return Expectation.that(
                      "Le logiciel cesse d'interroger Pro Santé Connect quand la demande est close.",
                      Basis.TRAFIC)
                  .judging(PACE)
                  .in(Traffic.sequences(after))
                  .isMet(
                      after.isEmpty(),
                      after.size() + " interrogations de trop",
                      "Cessez d'interroger quand la demande est refusée ou expirée, et dites-en la"
                          + " raison à l'utilisateur.");
            });
  }

  /** What the user asked for once was sent once. */
  @Alors("le logiciel n'a pas répété la demande du médecin")
  public void notRepeated() {
    view.requireDemand();
    int asked = view.demands();
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> sent = traffic.ofTransaction(PhoneView.DEMAND);
              return Expectation.that(
                      "Le logiciel n'envoie que les demandes que l'utilisateur a faites.",
                      Basis.TRAFIC)
                  .judging(PACE)
                  .in(Traffic.sequences(sent))
                  .isMet(
                      sent.size() <= asked,
                      sent.size() + " demandes envoyées pour " + asked,
                      "Ne répétez pas une demande de connexion de vous-même : dites à l'utilisateur"
                          + " ce qui l'a empêchée et laissez-le recommencer.");
            });
  }

  /** The pace that was asked for is kept. */
  @Alors("le logiciel a laissé passer au moins {int} secondes entre deux interrogations")
  public void keepsPace(int seconds) {
    paced(
        seconds,
        false,
        "Le logiciel laisse passer " + seconds + " s entre deux interrogations.",
        "Attendez entre deux interrogations le nombre de secondes annoncé (interval), cinq s'il ne"
            + " l'est pas.");
  }

  /** The pace is slower after it was asked to be. */
  @Alors("le logiciel a laissé passer au moins {int} secondes après avoir été prié de ralentir")
  public void slowsDown(int seconds) {
    paced(
        seconds,
        true,
        "Prié de ralentir, le logiciel laisse passer " + seconds + " s.",
        "À chaque réponse qui demande de ralentir (slow_down), ajoutez cinq secondes au temps que"
            + " vous laissez entre deux interrogations.");
  }

  private void paced(int seconds, boolean onlyAfterSlowDown, String expected, String mend) {
    view.requireDemand();
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> soon =
                  PhoneView.tooSoon(
                      traffic.exchanges(), Duration.ofSeconds(seconds), onlyAfterSlowDown);
              return Expectation.that(expected, Basis.TRAFIC)
                  .judging(PACE)
                  .in(Traffic.sequences(soon))
                  .isMet(soon.isEmpty(), soon.size() + " interrogations plus tôt", mend);
            });
  }

  private void sameNumber(PscState.PhoneRequest asked, String channel, String where) {
    String shown = shown();
    boolean there = asked.channel().equals(channel);
    scenario
        .expectations()
        .add(
            Expectation.that("Le même nombre se voit à l'écran et " + where + ".", Basis.ETAT)
                .judging(PACE)
                .isMet(
                    there && !shown.isEmpty() && shown.equals(asked.bindingMessage()),
                    there
                        ? "« %s » à l'écran, « %s » %s"
                            .formatted(shown, asked.bindingMessage(), where)
                        : "rien " + where + " : la demande est allée ailleurs",
                    there
                        ? "Montrez le nombre que vous envoyez à Pro Santé Connect (binding_message)."
                        : "Demandez à Pro Santé Connect le moyen que l'utilisateur a choisi"
                            + " (channel : MOBILE ou CARD)."));
  }

  private String shown() {
    return consultation.lastSeen().path("nombre").asText();
  }
}
