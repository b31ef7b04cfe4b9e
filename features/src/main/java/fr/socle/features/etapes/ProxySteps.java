package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.NextPhone;
import fr.socle.bench.client.api.Professional;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.util.List;

/** Proxy e-Santé: what a professional does with a software that works behind it. */
public final class ProxySteps {
  private static final String LOGIN = "authentifier-ps-proxy";
  private static final String LOGOUT = "deconnecter-ps";
  private static final int TIMES = 4;

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final RecordSteps records;

  /** Built for each scenario. */
  public ProxySteps(ScenarioRun scenario, Consultation consultation, RecordSteps records) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.records = records;
  }

  /** A doctor who will accept what his phone or card reader asks. */
  @Soit("un médecin qui acceptera la demande du Proxy e-Santé")
  public void doctorWhoAccepts() {
    professional("medecin", "Un médecin exerce dans ce cabinet.");
    phone("accepter", "Le médecin acceptera la demande sur son téléphone ou son lecteur.");
  }

  /** A doctor who will refuse it. */
  @Soit("un médecin qui refusera la demande du Proxy e-Santé")
  public void doctorWhoRefuses() {
    professional("medecin", "Un médecin exerce dans ce cabinet.");
    phone("refuser", "Le médecin refusera la demande sur son téléphone.");
  }

  /** Somebody nobody has heard of. */
  @Soit("un professionnel que Pro Santé Connect ne connaît pas")
  public void unknownProfessional() {
    consultation.setProfessional(
        new Professional("899999999999", null, "INCONNU", "DOMINIQUE", List.of()));
  }

  /** Another professional, who sits down at the same machine. */
  @Soit("un confrère qui acceptera la demande du Proxy e-Santé")
  public void colleague() {
    professional("medecin-deux-activites", "Un confrère exerce dans ce cabinet.");
    phone("accepter", "Le confrère acceptera la demande sur son téléphone ou son lecteur.");
  }

  /** A doctor who is logged in; that is only a preparation. */
  @Soit("un médecin connecté par le Proxy e-Santé")
  public void connectedDoctor() {
    doctorWhoAccepts();
    login();
  }

  private void login() {
    JsonNode seen =
        scenario.lps().prepare(LOGIN, who(), "connecter le médecin par le Proxy e-Santé");
    scenario.requirePlayable(
        seen.path("connecte").asBoolean(),
        "La préparation du scénario s'arrête : le LPS n'a pas connecté le médecin par le Proxy"
            + " e-Santé.");
  }

  /** The same, with an account in the software: the proxy does not tell his name. */
  @Soit("un médecin qui a un compte au logiciel, connecté par le Proxy e-Santé")
  public void connectedDoctorWithAccount() {
    doctorWhoAccepts();
    Professional doctor = consultation.professional();
    scenario
        .lps()
        .prepare(
            "creer-compte",
            who().put("nom", doctor.familyName()).put("prenom", doctor.givenName()),
            "créer le compte du médecin");
    login();
  }

  /** Logs in. */
  @Quand(
      "le médecin/confrère/professionnel se connecte (de nouveau )par le Proxy e-Santé avec {moyen}")
  public void logsIn(String means) {
    act(LOGIN, who().put("moyen", means));
  }

  /** Tries again, and accepts. */
  @Quand("le médecin recommence par le Proxy e-Santé et accepte la demande")
  public void triesAgain() {
    phone("accepter", "Le médecin acceptera la demande sur son téléphone ou son lecteur.");
    act(LOGIN, who());
  }

  /** Logs in and out several times. */
  @Quand("le médecin se connecte et se déconnecte quatre fois par le Proxy e-Santé")
  public void logsInAndOut() {
    for (int i = 0; i < TIMES; i++) {
      act(LOGIN, who());
      scenario.lps().ask(LOGOUT, Software.input());
    }
  }

  /** A double click. */
  @Quand("le médecin se déconnecte deux fois de suite")
  public void logsOutTwice() {
    act(LOGOUT, Software.input());
    consultation.setLastAnswer(scenario.lps().ask(LOGOUT, Software.input()));
  }

  /** The colleague works with a patient. */
  @Quand("le confrère crée le dossier du patient et appelle INSi")
  public void colleagueSearches() {
    records.createsAndSearches();
  }

  private void professional(String persona, String described) {
    consultation.setProfessional(scenario.bench().createProfessional(persona, described));
  }

  private void phone(String behaviour, String described) {
    scenario
        .bench()
        .nextPhone(
            new NextPhone(consultation.professional().nationalId(), behaviour, null, null),
            described);
  }

  private ObjectNode who() {
    return Software.input().put("identifiantNational", consultation.professional().nationalId());
  }

  private void act(String action, ObjectNode input) {
    consultation.setMark(scenario.bench().cursor());
    consultation.setLastAnswer(scenario.lps().ask(action, input));
  }
}
