package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Professional;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Attentes on accounts, activities and rights: what the LPS makes of a professional. */
public final class AccountExpectations {
  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final CabinetAccounts accounts;
  private final LoginView view;

  /** Built for each scenario. */
  public AccountExpectations(
      ScenarioRun scenario, Consultation consultation, CabinetAccounts accounts, LoginView view) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.accounts = accounts;
    this.view = view;
  }

  /** It is the account of before. */
  @Alors("le médecin retrouve le même compte")
  public void sameAccount() {
    String before = accounts.before();
    String now = view.connected() ? accounts.shown() : "aucun";
    scenario
        .expectations()
        .add(
            Expectation.that("Le médecin retrouve le même compte du logiciel.", Basis.DECLARE)
                .judging("PSC.02", "EXI-PSC-19", "PSC-RP-08")
                .isMet(
                    before.equals(now),
                    "compte " + now + ", " + before + " auparavant",
                    "Rapprochez les comptes sur l'identifiant national (SubjectNameID), jamais sur"
                        + " le nom ou le courriel."));
  }

  /** The second professional has his own account. */
  @Alors("chacun des deux médecins a son compte")
  public void accountsOfTheirOwn() {
    String before = accounts.before();
    String now = accounts.shown();
    scenario
        .expectations()
        .add(
            Expectation.that("Chacun des deux médecins a son propre compte.", Basis.DECLARE)
                .judging("EXI-PSC-19", "PSC-RP-08")
                .isMet(
                    !before.equals(now),
                    "le second médecin a ouvert le compte du premier, " + before,
                    "Ne rapprochez pas deux professionnels sur leur nom ou leur courriel : seul"
                        + " l'identifiant national (SubjectNameID) désigne une personne."));
  }

  /** The second professional is in: the LPS uses his login. */
  @Alors("le second médecin est entré dans le logiciel")
  public void secondIsIn() {
    long mark = scenario.bench().cursor();
    scenario.lps().ask(LoginSteps.PROFILE, Software.input());
    List<Exchange> used =
        LoginView.accepted(LoginView.of(LoginView.USERINFO, scenario.bench().exchangesAfter(mark)));
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel se sert de la connexion du second médecin, dont le compte est"
                        + " ouvert.",
                    Basis.TRAFIC)
                .judging("EXI-PSC-19", "PSC-RP-08")
                .in(Traffic.sequences(used))
                .isMet(
                    !used.isEmpty(),
                    "second médecin refusé comme s'il était le premier",
                    "Ne rapprochez pas deux professionnels sur leur nom ou leur courriel : seul"
                        + " l'identifiant national (SubjectNameID) désigne une personne."));
  }

  /** What an account has to hold. */
  @Alors("le logiciel tient son compte avec son RPPS, un identifiant privé, son nom et son métier")
  public void completeAccount() {
    JsonNode account = accounts.shownAccount();
    Professional who = consultation.professional();
    List<String> members = List.of("rpps", "nomExercice", "prenomExercice", "profession");
    scenario.requireCovered(
        members.stream().allMatch(account::has),
        "Le pilote ne montre pas tout du compte : " + String.join(", ", members) + ".");
    String rpps = who.nationalId().substring(1);
    boolean right =
        rpps.equals(account.path("rpps").asText())
            && same(who.familyName(), account.path("nomExercice").asText())
            && same(who.givenName(), account.path("prenomExercice").asText())
            && !account.path("profession").asText().isBlank();
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le compte porte le RPPS, le nom d'exercice, le prénom et la profession.",
                    Basis.DECLARE)
                .judging("SSI/IE.33")
                .isMet(
                    right,
                    account.toString(),
                    "Tenez dans le compte le numéro RPPS, le nom et le prénom d'exercice et la"
                        + " profession que donne Pro Santé Connect, à côté de votre identifiant."));
  }

  /** The name is the one Pro Santé Connect gives now. */
  @Alors("le logiciel montre le nom que Pro Santé Connect donne maintenant")
  public void nameOfNow() {
    JsonNode seen = consultation.lastSeen();
    boolean connected = view.connected();
    scenario.requireCovered(
        !connected || seen.has("nom"),
        "Le pilote ne montre pas le nom (« nom ») du professionnel.");
    String expected = consultation.professional().familyName();
    String shown = connected ? seen.path("nom").asText() : "aucun, médecin non connecté";
    scenario
        .expectations()
        .add(
            Expectation.that("Le logiciel montre le nom tel qu'il est maintenant.", Basis.DECLARE)
                .judging("PSC-RP-07")
                .isMet(
                    same(expected, shown),
                    shown,
                    "Reprenez le nom des données de l'utilisateur à chaque connexion, en UTF-8 et"
                        + " sans le couper."));
  }

  /** Whoever is connected is shown under a name that is not spoilt. */
  @Alors("le logiciel ne montre pas un nom abîmé")
  public void nameNotSpoilt() {
    boolean connected = view.connected();
    String shown = consultation.lastSeen().path("nom").asText();
    String expected = consultation.professional().familyName();
    scenario
        .expectations()
        .add(
            Expectation.that("Le nom montré, s'il y en a un, n'est pas abîmé.", Basis.DECLARE)
                .isMet(
                    (!connected && LoginView.clear(view.told()))
                        || (connected && (shown.isBlank() || same(expected, shown))),
                    connected ? shown : LoginView.unclear(view.told()),
                    "Lisez les données dans l'alphabet que leur en-tête annonce, ou refusez-les."));
  }

  /** Which of several activities is his affair. */
  @Alors("le logiciel lui demande laquelle de ses activités il exerce")
  public void asksWhich() {
    requireChoice();
    JsonNode seen = consultation.lastSeen();
    int offered = seen.path("activites").size();
    boolean imposed = seen.has("activite");
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel montre ses activités et n'en choisit aucune à sa place.",
                    Basis.DECLARE)
                .judging("PSC-RP-09")
                .isMet(
                    view.connected() && offered > 1 && !imposed,
                    imposed
                        ? "activité choisie d'office : " + seen.path("activite")
                        : offered + " activité proposée",
                    "Proposez toutes les activités reçues : rien dans les données ne dit laquelle"
                        + " l'utilisateur exerce, lui seul le sait."));
  }

  /** The chosen activity is the one that holds. */
  @Alors("le logiciel retient l'activité choisie")
  public void keepsTheChoice() {
    chosen(AccountSteps.second(consultation.professional()));
  }

  /** With one activity there is nothing to ask. */
  @Alors("le logiciel prend sa seule activité sans la demander")
  public void takesTheOnlyOne() {
    requireChoice();
    chosen(consultation.professional().structures().get(0));
  }

  /** Without any activity: either less is open, or nothing, and it is said. */
  @Alors("le logiciel dit clairement qu'il n'a pas d'activité, et reste utilisable ou refuse")
  public void withoutActivity() {
    boolean connected = view.connected();
    boolean decided = connected || "refuse".equals(consultation.lastAnswer().status().label());
    String told = view.told();
    boolean met = decided && LoginView.clear(told);
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Sans activité connue, le logiciel se restreint ou refuse, et le dit.",
                    Basis.DECLARE)
                .judging("PSC-RP-09")
                .isMet(
                    met,
                    decided ? LoginView.unclear(told) : "échec : " + told,
                    "Acceptez des données sans activité, sans exercice ou sans SubjectRefPro, et"
                        + " dites à l'utilisateur ce qui lui reste ouvert."));
  }

  /** Known, but not allowed here. */
  @Alors("le logiciel dit clairement au médecin qu'il n'y a pas accès")
  public void toldWithoutRights() {
    scenario.requireCovered(
        !LoginView.accepted(LoginView.of(LoginView.TOKEN, view.sinceLastAction())).isEmpty(),
        "Le LPS n'a pas mené la connexion jusqu'à savoir qui se présente : ses droits ne peuvent pas"
            + " être observés.");
    boolean connected = view.connected();
    String told = view.told();
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel refuse un professionnel identifié mais non habilité, et le dit.",
                    Basis.DECLARE)
                .judging("PSC-RP-10")
                .isMet(
                    !connected && LoginView.clear(told),
                    connected ? "médecin connecté" : LoginView.unclear(told),
                    "Appliquez vos propres droits après Pro Santé Connect, et dites à l'utilisateur"
                        + " qu'il n'y a pas accès."));
  }

  private void chosen(String structure) {
    JsonNode seen = consultation.lastSeen();
    String shown = seen.path("activite").path("structure").asText("aucune");
    scenario
        .expectations()
        .add(
            Expectation.that("Le logiciel retient l'activité exercée.", Basis.DECLARE)
                .judging("PSC-RP-09")
                .isMet(
                    structure.equals(shown),
                    "activité retenue : " + shown,
                    "Retenez l'activité que l'utilisateur a choisie, ou la seule qu'il a."));
  }

  private void requireChoice() {
    scenario.requireCovered(
        scenario.lps().offers(AccountSteps.CHOOSE),
        "Le pilote n'annonce pas l'action « choisir-activite » : l'activité retenue ne se voit"
            + " pas.");
  }

  private static boolean same(String expected, String shown) {
    return plain(expected).equals(plain(shown));
  }

  private static String plain(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.FRENCH);
  }
}
