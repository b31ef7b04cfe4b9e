package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.NextLogin;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.ProfessionalChange;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import io.cucumber.java.ParameterType;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Comptes, activités, droits: who works in the practice, and what becomes of him. */
public final class AccountSteps {
  static final String CHOOSE = "choisir-activite";
  private static final String CREATE = "creer-compte";
  private static final String OTHERWISE = "authentifier-autrement";
  private static final String WITHDRAW = "retirer-acces";
  private static final String LOGOUT = "deconnecter-ps";

  private static final Map<String, String> PERSONAS =
      Map.of(
          "qui a plusieurs activités", "medecin-deux-activites",
          "qui a plusieurs métiers", "deux-exercices",
          "sans aucune activité", "dentiste-sans-activite",
          "sans aucun exercice", "medecin-sans-exercice",
          "sans aucune donnée professionnelle", "sans-donnees",
          "que Pro Santé Connect n'autorise plus", "revoque");

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final CabinetAccounts accounts;

  /** Built for each scenario. */
  public AccountSteps(ScenarioRun scenario, Consultation consultation, CabinetAccounts accounts) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.accounts = accounts;
  }

  /** A professional with a story. */
  @ParameterType(
      "qui a plusieurs activités|qui a plusieurs métiers|sans aucune activité|sans aucun"
          + " exercice|sans aucune donnée professionnelle|que Pro Santé Connect n'autorise plus")
  public String particularite(String word) {
    return word;
  }

  /** A professional whom Pro Santé Connect knows in an unusual way. */
  @Soit("un professionnel {particularite}")
  public void particular(String how) {
    consultation.setProfessional(
        scenario
            .bench()
            .createProfessional(
                PERSONAS.getOrDefault(how, how), "Un professionnel " + how + " se présente."));
    willAccept(consultation.professional());
  }

  /** A doctor of his own, whom no other scenario knows. */
  @Soit("un nouveau médecin, connu de Pro Santé Connect")
  public void newDoctor() {
    consultation.setProfessional(fresh("Un nouveau médecin exerce dans ce cabinet."));
    willAccept(consultation.professional());
  }

  /** The same, logged in; that is only a preparation. */
  @Soit("un nouveau médecin connecté avec Pro Santé Connect")
  public void newConnectedDoctor() {
    newDoctor();
    login(consultation.professional());
    scenario.requirePlayable(
        consultation.lastSeen().path("connecte").asBoolean(),
        "La préparation du scénario s'arrête : le LPS n'a pas connecté le médecin avec Pro Santé"
            + " Connect.");
  }

  /** A doctor with a name that is hard to write. */
  @Soit("un nouveau médecin nommé {string} {string}")
  public void doctorNamed(String givenName, String familyName) {
    newDoctor();
    rename(consultation.professional(), familyName, givenName, null);
  }

  /** Two doctors whom only their identifiers tell apart. */
  @Soit("deux nouveaux médecins de même nom, de même prénom et de même courriel")
  public void twins() {
    newDoctor();
    Professional first = consultation.professional();
    Professional second = fresh("Un second médecin exerce dans ce cabinet.");
    rename(first, "MEMENOM", "SACHA", "sacha.memenom@cabinet.invalid");
    rename(second, "MEMENOM", "SACHA", "sacha.memenom@cabinet.invalid");
    accounts.setOther(second);
  }

  /** The administrator made an account before the first login. */
  @Soit("un nouveau médecin qui a déjà un compte dans le logiciel")
  public void doctorWithAccount() {
    newDoctor();
    Professional who = consultation.professional();
    ObjectNode input =
        Software.input()
            .put("identifiantNational", who.nationalId())
            // Typed by hand: neither the case nor the hyphen of Pro Santé Connect
            .put("nom", capital(who.familyName()).replace('-', ' '))
            .put("prenom", capital(who.givenName()));
    JsonNode account = scenario.lps().prepare(CREATE, input, "créer le compte du médecin");
    accounts.remember(account);
  }

  /** Pro Santé Connect learns a new name and a new address. */
  @Quand("le nom et le courriel du médecin changent")
  public void changes() {
    accounts.rememberShown();
    rename(consultation.professional(), "NOUVEAUNOM", "DOMINIQUE", "nouveaunom@ailleurs.invalid");
  }

  /** The doctor leaves, then comes back. */
  @Quand("le médecin se déconnecte, puis revient")
  public void leavesAndComesBack() {
    scenario.lps().ask(LOGOUT, Software.input());
    willAccept(consultation.professional());
    login(consultation.professional());
  }

  /** The second of two comes after the first. */
  @Quand("le premier médecin se connecte, se déconnecte, et le second se connecte")
  public void oneAfterTheOther() {
    login(consultation.professional());
    accounts.rememberShown();
    scenario.lps().ask(LOGOUT, Software.input());
    Professional second = accounts.other();
    willAccept(second);
    login(second);
    requireSession(second);
  }

  /** The first of two is not allowed any more when the second comes. */
  @Quand("le premier médecin perd l'accès au logiciel, et le second se connecte")
  public void firstLosesAccess() {
    login(consultation.professional());
    scenario.lps().ask(LOGOUT, Software.input());
    accessWithdrawn();
    Professional second = accounts.other();
    willAccept(second);
    login(second);
    requireSession(second);
  }

  /** The doctor comes by another way than Pro Santé Connect. */
  @Quand("le médecin se déconnecte, puis se connecte par un autre moyen")
  public void comesOtherwise() {
    accounts.rememberShown();
    scenario.lps().ask(LOGOUT, Software.input());
    consultation.setMark(scenario.bench().cursor());
    consultation.setLastAnswer(
        scenario.lps().ask(OTHERWISE, Software.input().put("compte", accounts.before())));
  }

  /** The doctor says where he works now. */
  @Quand("le professionnel choisit la seconde de ses activités")
  public void choosesTheSecond() {
    consultation.setMark(scenario.bench().cursor());
    consultation.setLastAnswer(
        scenario
            .lps()
            .ask(CHOOSE, Software.input().put("structure", second(consultation.professional()))));
  }

  /** The administrator withdraws his rights. */
  @Soit("l'administrateur du logiciel lui a retiré l'accès")
  public void accessWithdrawn() {
    String who = consultation.professional().nationalId();
    scenario.lps().ask(WITHDRAW, Software.input().put("identifiantNational", who));
  }

  /** Pro Santé Connect does not know him any more. */
  @Quand("Pro Santé Connect n'autorise plus le médecin")
  public void revoked() {
    scenario
        .bench()
        .changeProfessional(
            new ProfessionalChange(
                consultation.professional().nationalId(), null, null, null, true),
            "Pro Santé Connect n'autorise plus le médecin.");
    willAccept(consultation.professional());
  }

  /** Name of the structure of the second activity. */
  static String second(Professional who) {
    return who.structures().get(who.structures().size() > 1 ? 1 : 0);
  }

  private Professional fresh(String described) {
    return scenario.bench().createProfessional(null, described);
  }

  private void rename(
      Professional who, String familyName, String givenName, @Nullable String email) {
    scenario
        .bench()
        .changeProfessional(
            new ProfessionalChange(who.nationalId(), familyName, givenName, email, null),
            "Pro Santé Connect le connaît maintenant comme " + givenName + " " + familyName + ".");
    Professional renamed =
        new Professional(who.nationalId(), who.persona(), familyName, givenName, who.structures());
    if (who.equals(consultation.professional())) {
      consultation.setProfessional(renamed);
    }
  }

  private void requireSession(Professional who) {
    scenario.requireCovered(
        scenario.bench().psc().sessions().stream()
            .anyMatch(session -> session.nationalId().equals(who.nationalId())),
        "La session du premier médecin est restée ouverte à Pro Santé Connect : le second n'a pas"
            + " pu se connecter.");
  }

  private void willAccept(Professional who) {
    scenario
        .bench()
        .nextLogin(
            new NextLogin(who.nationalId(), "accepter"),
            "Il acceptera la connexion à Pro Santé Connect.");
  }

  private void login(Professional who) {
    consultation.setMark(scenario.bench().cursor());
    consultation.setLastAnswer(
        scenario
            .lps()
            .ask(LoginSteps.LOGIN, Software.input().put("identifiantNational", who.nationalId())));
  }

  private static String capital(String name) {
    return name.substring(0, 1) + name.substring(1).toLowerCase(Locale.FRENCH);
  }
}
