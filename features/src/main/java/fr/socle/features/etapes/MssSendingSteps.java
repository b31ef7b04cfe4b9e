package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.features.driver.ActionAnswer;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.util.List;

/** Envoi: what the doctor sends by MSSanté, to whom, and what he asks besides. */
public final class MssSendingSteps {
  static final String WORDS = "Cher confrère, voici ce document. À bientôt.";

  private final ScenarioRun scenario;
  private final MssDesk desk;
  private final DmpDesk documents;

  /** Built for each scenario. */
  public MssSendingSteps(ScenarioRun scenario, MssDesk desk, DmpDesk documents) {
    this.scenario = scenario;
    this.desk = desk;
    this.documents = documents;
  }

  /** A document that did not go to the DMP. */
  @Soit("{document} que le médecin a validé/validée")
  public void validated(DmpKind kind) {
    documents.validate(kind, Software.input().put("envoyerDmp", false));
  }

  /** A letter with the last document. */
  @Quand("le médecin envoie ce document à son confrère")
  public void sends() {
    desk.act(MssDesk.SEND, toColleague(List.of(documents.last())));
  }

  /** A letter with the two last documents. */
  @Quand("le médecin envoie ces deux documents à son confrère")
  public void sendsBoth() {
    desk.act(MssDesk.SEND, toColleague(List.of(documents.nth(2), documents.last())));
  }

  /** Two letters, one after the other. */
  @Quand("le médecin envoie ce document deux fois à son confrère")
  public void sendsTwice() {
    desk.act(MssDesk.SEND, toColleague(List.of(documents.last())));
    long first = desk.from();
    desk.act(MssDesk.SEND, toColleague(List.of(documents.last())));
    desk.since(first);
  }

  /** The user wants to know that it was read, or that it came. */
  @Quand("le médecin envoie ce document à son confrère en demandant un accusé de {accuse}")
  public void sendsAskingForAReceipt(String receipt) {
    desk.act(MssDesk.SEND, toColleague(List.of(documents.last())).put(receipt, true));
  }

  /** A letter without document. */
  @Quand("le médecin écrit à son confrère, sans document")
  public void writes() {
    desk.act(MssDesk.SEND, plain());
  }

  /** The same, asking for a receipt. */
  @Quand("le médecin écrit à son confrère, sans document, en demandant un accusé de {accuse}")
  public void writesAskingForAReceipt(String receipt) {
    desk.act(MssDesk.SEND, plain().put(receipt, true));
  }

  /** A letter that follows the validation by itself. */
  @Quand("le médecin valide {document}, adressé à son confrère")
  public void validatesAddressed(DmpKind kind) {
    ObjectNode input = Software.input();
    input.putArray("adressesMss").add(desk.colleague());
    documents.validate(kind, input);
    desk.began();
  }

  /** The same, to the patient too. */
  @Quand("le médecin valide {document}, adressé à son confrère et au patient")
  public void validatesAddressedToBoth(DmpKind kind) {
    ObjectNode input = Software.input().put("envoyerAuPatient", true);
    input.putArray("adressesMss").add(desk.colleague());
    documents.validate(kind, input);
    desk.began();
  }

  /** To the patient. */
  @Quand("le médecin envoie ce document au patient")
  public void sendsToPatient() {
    desk.act(MssDesk.SEND, toPatient());
  }

  /** To the patient, who is not to answer. */
  @Quand("le médecin envoie ce document au patient, sans attendre de réponse")
  public void sendsToPatientTheLast() {
    desk.act(MssDesk.SEND, toPatient().put("sansReponse", true));
  }

  /** To the patient; an LPS may say no. */
  @Quand("le médecin tente d'envoyer ce document au patient")
  public void triesToSendToPatient() {
    desk.act(MssDesk.SEND, toPatient());
  }

  /** The patient refuses. */
  @Soit("le patient refuse que {quiMss} reçoive(nt) ses documents par MSSanté")
  public void refuses(String whom) {
    scenario
        .lps()
        .prepare(
            "noter-choix-mss",
            documents.reference().put(whom, "refuse"),
            "noter le refus du patient");
  }

  /** What was sent is corrected. */
  @Quand("le médecin corrige ce document et l'envoie à son confrère")
  public void correctsAndSends() {
    documents.replace();
    desk.act(MssDesk.SEND, toColleague(List.of(documents.last())));
  }

  /** The colleague becomes a correspondent. */
  @Soit("le médecin, qui a écrit à son confrère")
  public void wroteBefore() {
    scenario.lps().prepare(MssDesk.SEND, plain(), "écrire au confrère");
  }

  /** It was sent, and that is only a preparation. */
  @Soit("ce document, que le médecin a envoyé au patient")
  public void sentToPatientBefore() {
    ActionAnswer answer =
        desk.act(
            MssDesk.SEND,
            desk.letterOf(List.of(documents.last())).put("auPatient", true).put("texte", WORDS));
    scenario.requirePlayable(
        answer.done() && desk.mail(MssTraffic::isToAPatient).isPresent(),
        "La préparation du scénario s'arrête : le document n'est pas parti au patient (%s)."
            .formatted(answer.messageOrNone()));
  }

  /** It was sent, and that is only a preparation. */
  @Soit("ce document, que le médecin a envoyé à son confrère")
  public void sentBefore() {
    ActionAnswer answer = desk.act(MssDesk.SEND, toColleague(List.of(documents.last())));
    scenario.requirePlayable(
        answer.done() && desk.mail(e -> MssTraffic.isTo(e, desk.colleague())).isPresent(),
        "La préparation du scénario s'arrête : le document n'est pas parti par MSSanté (%s)."
            .formatted(answer.messageOrNone()));
  }

  private ObjectNode toColleague(List<DmpWritten> chosen) {
    ObjectNode input = desk.letterOf(chosen).put("texte", WORDS);
    input.putArray("destinataires").add(desk.colleague());
    return input;
  }

  private ObjectNode plain() {
    ObjectNode input =
        Software.input().put("objet", "Une question").put("texte", "Pouvez-vous me rappeler ?");
    input.putArray("destinataires").add(desk.colleague());
    return input;
  }

  private ObjectNode toPatient() {
    return desk.letterOf(List.of(documents.last())).put("auPatient", true).put("texte", WORDS);
  }
}
