package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.MssMailbox;
import fr.socle.bench.client.api.Professional;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import io.cucumber.java.fr.Soit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messagerie: mailboxes, and who they belong to. */
public final class MssWorldSteps {
  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final MssDesk desk;
  private final LoginSteps logins;
  private @Nullable Professional colleagueAtWork;
  private long inDirectorySince;

  /** Built for each scenario. */
  public MssWorldSteps(
      ScenarioRun scenario, Consultation consultation, MssDesk desk, LoginSteps logins) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
    this.logins = logins;
  }

  /** The mailbox is there, and the software knows it. */
  @Soit("sa boîte MSSanté, réglée dans le logiciel")
  public void ownMailbox() {
    open();
    JsonNode seen =
        scenario.lps().prepare("regler-bal-mss", settled(), "régler la boîte MSSanté du médecin");
    scenario.requirePlayable(
        seen.path("connexion").asText().equals("reussie"),
        "La préparation du scénario s'arrête : le LPS n'a pas pu se connecter à la boîte MSSanté"
            + " du médecin.");
  }

  /** The mailbox is there; the software does not know it yet. */
  @Soit("sa boîte MSSanté, que le logiciel ne connaît pas encore")
  public void unknownMailbox() {
    open();
  }

  /** A doctor and his mailbox; whether the software knows them is another matter. */
  @Soit("un médecin, qu'on joint à sa boîte MSSanté")
  public void reachableDoctor() {
    logins.connectsWhereItCan();
    open();
  }

  /** A mailbox of an organisation, which the software need not open. */
  @Soit("une boîte du cabinet, où l'on peut répondre")
  public void practiceMailbox() {
    scenario
        .bench()
        .openMailbox(
            MssMailbox.organisation(
                desk.practice(),
                List.of(consultation.professional().nationalId()),
                "Cabinet du centre"),
            "Le cabinet a une boîte MSSanté, que le médecin ouvre.");
  }

  /** The same, which the software knows. */
  @Soit("une boîte du cabinet, réglée aussi dans le logiciel")
  public void settledPracticeMailbox() {
    practiceMailbox();
    JsonNode seen =
        scenario
            .lps()
            .prepare(
                "regler-bal-mss",
                Software.input()
                    .put("adresse", desk.practice())
                    .put("genre", "organisationnelle")
                    .put("libelle", "Cabinet du centre"),
                "régler la boîte MSSanté du cabinet");
    scenario.requirePlayable(
        seen.path("connexion").asText().equals("reussie"),
        "La préparation du scénario s'arrête : le LPS n'a pas pu se connecter à la boîte MSSanté"
            + " du cabinet.");
  }

  /** The same, whom the directory names. */
  @Soit("un confrère, dont le médecin ne connaît pas l'adresse MSSanté")
  public void colleagueOfTheDirectory() {
    colleague();
  }

  /** A colleague who can be written to. */
  @Soit("un confrère, dont le médecin connaît l'adresse MSSanté")
  public void colleague() {
    Professional colleague =
        scenario.bench().createProfessional(null, "Un confrère exerce ailleurs.");
    String address = "confrere." + colleague.nationalId() + "@medecin.mssante.fr";
    scenario
        .bench()
        .openMailbox(
            new MssMailbox(address, colleague.nationalId()), "Le confrère a une boîte MSSanté.");
    desk.setColleague(address, colleague.familyName());
    colleagueAtWork = colleague;
    inDirectorySince = scenario.bench().cursor();
  }

  /** Place of the journal when the directory came to know who is looked up in it. */
  long inDirectorySince() {
    return inDirectorySince;
  }

  /** The colleague of the scenario. */
  Professional colleagueAtWork() {
    Professional colleague = colleagueAtWork;
    if (colleague == null) {
      throw new IllegalStateException("le scénario n'a pas de confrère");
    }
    return colleague;
  }

  /** The mailbox of an organisation, which the directory shows where its professional works. */
  void serviceOfColleague() {
    Professional colleague = colleagueAtWork();
    scenario.requirePlayable(
        !colleague.structures().isEmpty(),
        "Le confrère du scénario n'exerce dans aucune structure.");
    String address = "service." + colleague.nationalId() + "@medecin.mssante.fr";
    scenario
        .bench()
        .openMailbox(
            MssMailbox.organisation(
                address, List.of(colleague.nationalId()), "Service du confrère"),
            "Le service du confrère a une boîte MSSanté.");
    desk.setService(address, colleague.structures().get(0));
    inDirectorySince = scenario.bench().cursor();
  }

  /** The patient opened his. */
  @Soit("sa messagerie de Mon espace santé est ouverte")
  public void patientMailbox() {
    scenario
        .bench()
        .openMailbox(
            MssMailbox.citizen(desk.patient()),
            "Le patient a ouvert sa messagerie de Mon espace santé.");
  }

  private void open() {
    String id = consultation.professional().nationalId();
    desk.setOwn("medecin." + id + "@medecin.mssante.fr");
    scenario.bench().openMailbox(new MssMailbox(desk.own(), id), "Le médecin a une boîte MSSanté.");
  }

  ObjectNode settled() {
    return Software.input().put("adresse", desk.own()).put("genre", "personnelle");
  }
}
