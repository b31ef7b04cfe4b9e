package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.util.stream.StreamSupport;

/** Statuts: identities of a known status, what takes them down, what is kept of it. */
public final class DowngradeSteps {
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
            .anyMatch(text -> text.contains(typed) || text.matches("(?is).*pr[ée]nom.*"));
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel alerte quand le premier prénom n'est pas le début de la liste"
                        + " rendue par INSi.",
                    Basis.DECLARE)
                .isMet(
                    told,
                    messages.size() + " message, aucun sur le prénom",
                    "Comparez le premier prénom saisi aux prénoms rendus par INSi et alertez"
                        + " l'utilisateur quand ils ne s'accordent pas."));
  }
}
