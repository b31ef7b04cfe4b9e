package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.InsiState.Call;
import fr.socle.exigences.Basis;
import fr.socle.features.driver.ActionAnswer.Status;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** Statuts: identities of a known status, what takes them down, what is kept of it. */
public final class DowngradeSteps {
  private static final String CORRECTED = "NOMCORRIGE";

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final RecordDesk desk;
  private final RecordSteps records;

  /** Built for each scenario. */
  public DowngradeSteps(
      ScenarioRun scenario, Consultation consultation, RecordDesk desk, RecordSteps records) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
    this.records = records;
  }

  /** Recovered, then checked on a card when it is to be qualified. */
  @Soit("un patient à l'identité {statut}")
  public void identity(String status) {
    records.known();
    identityOf(status);
  }

  /** The same, of a child. */
  @Soit("un patient mineur à l'identité {statut}")
  public void identityOfMinor(String status) {
    records.minor();
    identityOf(status);
  }

  /** The same, of somebody whose first names are known. */
  @Soit("une patiente de trois prénoms à l'identité {statut}")
  public void identityOfThreeNames(String status) {
    records.bornInAjaccio();
    identityOf(status);
  }

  private void identityOf(String status) {
    records.recover();
    if (status.equals("qualifiee")) {
      desk.prepare(
          "controler-piece-identite",
          desk.reference().put("piece", "carte-nationale-identite"),
          "contrôler la carte d'identité");
    }
  }

  /** Marks the identity. */
  @Quand("le médecin marque son identité {attribut}")
  public void marks(String attribute) {
    ObjectNode input = desk.reference();
    input.putObject("traits");
    input.putArray("attributs").add(attribute);
    desk.act("modifier-identite", input);
  }

  /** The same, said of an identity. */
  @Quand("le médecin marque son identité comme douteuse")
  public void doubts() {
    marks("douteux");
  }

  /** The locks hold: without them nothing tells a downgraded identity from another. */
  @Soit("ses traits verrouillés, que le médecin ne peut pas changer")
  public void locked() {
    desk.act("modifier-identite", desk.change("nomNaissance", "NOMVERROUILLE"));
    scenario.requireCovered(
        consultation.lastAnswer().status() == Status.REFUSE,
        "Le LPS laisse changer à la main un trait d'une identité récupérée ou qualifiée : la"
            + " rétrogradation, qui lève ce verrou, ne s'y voit pas.");
  }

  /** Takes the mark away: the status does not come back by itself. */
  @Quand("le médecin lève cette marque, corrige son nom de naissance et appelle INSi")
  public void unmarksAndCorrects() {
    ObjectNode input = desk.reference();
    input.putObject("traits");
    input.putArray("attributs");
    desk.act("modifier-identite", input);
    requireChanged("lever la marque");
    correctAndSearch();
  }

  /** Somebody without the right to open locks. */
  @Quand("un utilisateur sans ce droit corrige son nom de naissance et appelle INSi")
  public void anotherCorrects() {
    ObjectNode input = Software.input();
    input.putArray("droits").add("appeler-insi").add("voir-ins");
    scenario.lps().prepare("changer-utilisateur", input, "changer d'utilisateur");
    correctAndSearch();
  }

  private void correctAndSearch() {
    desk.act("modifier-identite", desk.change("nomNaissance", CORRECTED));
    requireChanged("corriger le nom de naissance");
    desk.act(RecordDesk.SEARCH, desk.reference());
  }

  /** No text says that a downgraded identity must be unlocked: only when to lock. */
  private void requireChanged(String what) {
    scenario.requireCovered(
        consultation.lastAnswer().done(),
        "Le LPS n'a pas laissé %s après la rétrogradation (%s) : aucun texte ne l'y oblige, et ce qui en suit ne se voit pas."
            .formatted(what, consultation.lastAnswer().messageOrNone()));
  }

  /**
   * The lock is gone, as it may be of an identity that no longer comes from INSi: what was
   * corrected is what INSi is asked with.
   */
  @Alors("INSi a été interrogé avec le nom corrigé")
  public void searchedWithTheCorrectedName() {
    desk.requireSearched("il a corrigé le nom");
    List<Call> calls = scenario.bench().insi().searches();
    String name =
        calls.isEmpty()
            ? "aucune recherche"
            : Objects.requireNonNullElse(calls.get(calls.size() - 1).birthName(), "");
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "L'identité rétrogradée a pris la correction : INSi est interrogé avec le nom"
                        + " corrigé.",
                    Basis.ETAT)
                .judging("INS/va1.44", "INS/va1.60")
                .isMet(
                    name.equals(CORRECTED),
                    "dernière recherche avec « " + name + " »",
                    "Vous dites la correction faite : recherchez avec les traits corrigés, ceux"
                        + " qu'INSi avait rendus ne valent plus."));
  }

  /** The history tells of the fall to provisional. */
  @Alors("l'historique de l'identité garde ce changement")
  public void historyKept() {
    JsonNode history = consultation.seenRecord().path("historique");
    boolean kept =
        StreamSupport.stream(history.spliterator(), false)
            .anyMatch(
                line ->
                    line.path("a").asText().equals("provisoire")
                        && !line.path("de").asText().equals("provisoire"));
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "L'historique des statuts garde la rétrogradation et l'ancien statut.",
                    Basis.DECLARE)
                .judging("INS/va1.44")
                .isMet(
                    kept,
                    history.size() + " ligne d'historique, aucune vers « provisoire »",
                    "Gardez l'historique des statuts : l'ancien, le nouveau, la date."));
  }

  /** The user is told that the first name does not fit. */
  @Alors("le logiciel alerte le médecin sur le premier prénom")
  public void alerted() {
    String typed = consultation.patient().firstNameUsed();
    JsonNode messages = consultation.seenRecord().path("messages");
    boolean told =
        StreamSupport.stream(messages.spliterator(), false)
            .map(JsonNode::asText)
            .filter(text -> text.contains(typed) || text.matches("(?is).*pr[ée]nom.*"))
            // What is said of a patient whose first name fits is no alert.
            .anyMatch(
                text ->
                    !consultation
                        .messagesBefore()
                        .contains(Consultation.anonymous(text, consultation.patient())));
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel alerte quand le premier prénom n'est pas le début de la liste"
                        + " rendue par INSi.",
                    Basis.DECLARE)
                .isMet(
                    told,
                    messages.size()
                        + " message, aucun sur le prénom qui ne soit aussi montré quand il"
                        + " s'accorde",
                    "Comparez le premier prénom saisi aux prénoms rendus par INSi et alertez"
                        + " l'utilisateur quand ils ne s'accordent pas."));
  }
}
