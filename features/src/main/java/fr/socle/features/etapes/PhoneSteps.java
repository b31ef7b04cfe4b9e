package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.NextPhone;
import fr.socle.bench.client.api.PhoneAnswer;
import fr.socle.bench.client.api.PscState;
import fr.socle.features.driver.ActionAnswer;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import io.cucumber.java.ParameterType;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Connexion sans navigateur: what a professional does with his phone or card, and his software. */
public final class PhoneSteps {
  private static final String ASK = "demander-connexion-ps";
  private static final String FINISH = "terminer-connexion-ps";
  private static final String NOBODY = "899999999999";
  private static final Map<String, FaultRequest> FAULTS =
      Map.of(
          "ne peut joindre aucun téléphone",
          fault("ciba-canal-coupe", Map.of(), null),
          "tient la demande pour expirée",
          fault("ciba-expire", Map.of(), null),
          "désactive le médecin entre-temps",
          fault("ciba-utilisateur-desactive", Map.of(), null),
          "demande d'attendre trente secondes",
          fault("ciba-intervalle", Map.of("secondes", "30"), null),
          "demande d'attendre trois secondes",
          fault("ciba-intervalle", Map.of("secondes", "3"), null),
          "ne dit pas combien de temps attendre",
          fault("ciba-sans-intervalle", Map.of(), null),
          "demande une fois de ralentir",
          fault("ciba-slow-down", Map.of(), 1),
          "tombe une fois en panne",
          fault("ciba-poll-5xx", Map.of(), 1),
          "remet un très long identifiant",
          fault("ciba-identifiant-long", Map.of(), null),
          "identifie une autre personne",
          fault("ciba-autre-personne", Map.of(), null));

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final PhoneView view;

  /** Built for each scenario. */
  public PhoneSteps(ScenarioRun scenario, Consultation consultation, PhoneView view) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.view = view;
  }

  /** What goes wrong with a login without browser. */
  @ParameterType(
      "ne peut joindre aucun téléphone|tient la demande pour expirée|désactive le médecin entre-temps|demande d'attendre trente"
          + " secondes|demande d'attendre trois secondes|ne dit pas combien de temps attendre|demande une fois de"
          + " ralentir|tombe une fois en panne|remet un très long identifiant|identifie une autre"
          + " personne")
  public String panneTelephone(String words) {
    return words;
  }

  /** What somebody does with his phone, by its name in the control API. */
  @ParameterType("accepte|refuse|voit un autre nombre")
  public String geste(String words) {
    return switch (words) {
      case "accepte" -> "accepter";
      case "refuse" -> "refuser";
      default -> "autre-numero";
    };
  }

  /** A doctor who answers when a step says so. */
  @Soit("un médecin dont le téléphone est à portée de main")
  public void doctorWithPhone() {
    name();
  }

  /** The same, with a card. */
  @Soit("un médecin dont la carte est dans le lecteur")
  public void doctorWithCard() {
    name();
  }

  /** A doctor who cannot be reached. */
  @Soit("un médecin dont le téléphone est éteint")
  public void doctorOutOfReach() {
    name();
    willDo("eteint", null, "Le téléphone du médecin est éteint.");
  }

  /** A doctor who does not answer. */
  @Soit("un médecin qui ne répondra pas sur son téléphone")
  public void doctorWhoIgnores() {
    name();
    willDo("ignorer", null, "Le médecin ne répondra pas sur son téléphone.");
  }

  /** A doctor who accepts at once. */
  @Soit("un médecin qui acceptera sur son téléphone")
  public void doctorWhoAccepts() {
    name();
    willDo("accepter", null, "Le médecin acceptera sur son téléphone.");
  }

  /** A doctor who takes his time. */
  @Soit("un médecin qui acceptera sur son téléphone au bout de {int} secondes")
  public void doctorWhoAcceptsLater(int seconds) {
    name();
    willDo(
        "accepter",
        seconds,
        "Le médecin acceptera sur son téléphone au bout de " + seconds + " s.");
  }

  /** A doctor who is logged in; that is only a preparation. */
  @Soit("un médecin connecté sans navigateur")
  public void connectedDoctor() {
    doctorWhoAccepts();
    scenario
        .lps()
        .prepare(
            ASK, who(consultation.professional().nationalId()), "demander la connexion du médecin");
    boolean connected =
        scenario
            .lps()
            .prepare(FINISH, Software.input(), "connecter le médecin sans navigateur")
            .path("connecte")
            .asBoolean();
    scenario.requirePlayable(
        connected,
        "La préparation du scénario s'arrête : le LPS n'a pas connecté le médecin sans navigateur.");
  }

  /** Something goes wrong. */
  @Soit("une panne : à la connexion sans navigateur, Pro Santé Connect {panneTelephone}")
  public void disturbed(String how) {
    FaultRequest request = FAULTS.getOrDefault(how, fault(how, Map.of(), null));
    consultation.addPscFault(
        scenario
            .bench()
            .arm(request, "À la connexion sans navigateur, Pro Santé Connect " + how + "."));
    consultation.setArmedLoginFault(request.fault());
  }

  /** Asks; somebody answers later. */
  @Quand("le médecin demande (de nouveau )à se connecter sans navigateur")
  public void asks() {
    ask(who(consultation.professional().nationalId()));
  }

  /** Asks, with a card. */
  @Quand("le médecin demande à se connecter sans navigateur avec sa carte")
  public void asksWithCard() {
    ask(who(consultation.professional().nationalId()).put("moyen", "carte"));
  }

  /** Asks again and again. */
  @Quand("le médecin demande quatre fois à se connecter sans navigateur")
  public void asksFourTimes() {
    for (int i = 0; i < 4; i++) {
      asks();
    }
  }

  /** Asks, and looks at the screen until the end. */
  @Quand("le médecin se connecte sans navigateur")
  public void logsIn() {
    asks();
    looks();
  }

  /** The same, under an identifier that is nobody's. */
  @Quand("le médecin se connecte sans navigateur sous un identifiant inconnu")
  public void strangerLogsIn() {
    ask(who(NOBODY));
    looks();
  }

  /** Answers, and looks at the screen until the end. */
  @Quand("le médecin {geste} sur son téléphone/lecteur( de carte)")
  public void answers(String behaviour) {
    PscState.PhoneRequest asked = view.onThePhone();
    scenario
        .bench()
        .answerPhone(
            new PhoneAnswer(asked.id(), null, behaviour, null),
            switch (behaviour) {
              case "accepter" -> "Le médecin compare les nombres et accepte.";
              case "refuser" -> "Le médecin refuse.";
              default -> "Le médecin voit un autre nombre et renonce.";
            });
    looks();
  }

  private void name() {
    consultation.setProfessional(
        scenario.bench().createProfessional("medecin", "Un médecin exerce dans ce cabinet."));
  }

  private void willDo(String behaviour, @Nullable Integer afterSeconds, String described) {
    scenario
        .bench()
        .nextPhone(
            new NextPhone(consultation.professional().nationalId(), behaviour, afterSeconds, null),
            described);
  }

  private void ask(ObjectNode input) {
    consultation.setMark(scenario.bench().cursor());
    view.asked();
    consultation.setLastAnswer(scenario.lps().ask(ASK, input));
  }

  /** A user who was told at once that nothing can be done has nothing to wait for. */
  private void looks() {
    ActionAnswer asked = consultation.lastAnswer();
    if (asked.done()) {
      consultation.setLastAnswer(scenario.lps().ask(FINISH, Software.input()));
    }
  }

  private static ObjectNode who(String nationalId) {
    return Software.input().put("identifiantNational", nationalId);
  }

  private static FaultRequest fault(
      String name, Map<String, String> parameters, @Nullable Integer times) {
    return new FaultRequest("psc", name, parameters, times, null);
  }
}
