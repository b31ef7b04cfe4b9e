package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.features.driver.ActionAnswer;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.util.List;

/** Alimentation: what the doctor does with documents of his own. */
public final class DmpFeedingSteps {
  private final ScenarioRun scenario;
  private final DmpDesk desk;

  /** Built for each scenario. */
  public DmpFeedingSteps(ScenarioRun scenario, DmpDesk desk) {
    this.scenario = scenario;
    this.desk = desk;
  }

  /** A document is validated; nothing else is asked of the user. */
  @Quand("le médecin valide {document}")
  public void validates(DmpKind kind) {
    desk.validate(kind, Software.input());
  }

  /** The user holds this one back. */
  @Quand("le médecin valide {document} en retenant son envoi au DMP")
  public void holdsBack(DmpKind kind) {
    desk.validate(kind, Software.input().put("envoyerDmp", false));
  }

  /** The user hides this one. */
  @Quand("le médecin valide {document} {cache}")
  public void hides(DmpKind kind, List<String> hidden) {
    desk.validate(kind, DmpVisibility.asInput(hidden));
  }

  /** The user hides it from everybody; an LPS may refuse that. */
  @Quand("le médecin tente de valider {document} {cache}")
  public void triesToHide(DmpKind kind, List<String> hidden) {
    desk.attempt(kind, DmpVisibility.asInput(hidden));
  }

  /** The document is meant for two colleagues. */
  @Quand("le médecin valide {document} pour deux confrères")
  public void forColleagues(DmpKind kind) {
    ObjectNode input = Software.input();
    DmpRecipient.all().forEach(one -> input.withArray("destinataires").add(one.asInput()));
    desk.validate(kind, input);
  }

  /** A document that is in the DMP already. */
  @Soit("{document} que le médecin a envoyé/envoyée au DMP")
  public void sentBefore(DmpKind kind) {
    desk.validate(kind, Software.input());
    requireSent();
  }

  /** A report that waits for a result. */
  @Soit("un compte rendu de biologie partiel, que le médecin a envoyé au DMP")
  public void sentPartial() {
    desk.validatePartial();
    requireSent();
  }

  /** The last result is there. */
  @Quand("le médecin complète ce compte rendu")
  public void completes() {
    desk.replace();
  }

  /** The same, hidden. */
  @Soit("{document} que le médecin a envoyé au DMP, {cache}")
  public void sentHidden(DmpKind kind, List<String> hidden) {
    desk.validate(kind, DmpVisibility.asInput(hidden));
    requireSent();
  }

  /** A corrected version that is in the DMP already. */
  @Soit("sa correction, que le médecin a envoyée au DMP")
  public void correctedBefore() {
    desk.replace();
    requireSent();
  }

  /** The document is corrected. */
  @Quand("le médecin corrige ce document")
  public void corrects() {
    desk.replace();
  }

  /** The user asks for what was done already. */
  @Quand("le médecin demande de nouveau l'envoi de ce document")
  public void sendsAgain() {
    ObjectNode input = desk.reference();
    input.putArray("documents").add(desk.last().local());
    desk.act("alimenter-dmp", input);
  }

  /** Withdraws it. */
  @Quand("le médecin retire ce document du DMP")
  public void withdraws() {
    done(desk.act("supprimer-document-dmp", named()), "retirer le document du DMP");
  }

  /** Hides it afterwards. */
  @Quand("le médecin masque ce document aux professionnels")
  public void masks() {
    change(DmpVisibility.asInput(List.of(DmpVisibility.PROFESSIONALS)));
  }

  /** Shows it at last. */
  @Quand("le médecin montre ce document au patient")
  public void shows() {
    change(DmpVisibility.asInput(List.of()));
  }

  /** Puts it aside. */
  @Quand("le médecin archive ce document")
  public void archives() {
    change(Software.input().put("archiver", true));
  }

  private void change(ObjectNode wanted) {
    ObjectNode input = named();
    input.setAll(wanted);
    done(desk.act("masquer-document-dmp", input), "changer le document du DMP");
  }

  private ObjectNode named() {
    return desk.reference().put("document", desk.last().local());
  }

  /** What is refused by the LPS itself shows nothing of the DMP. */
  private void done(ActionAnswer answer, String what) {
    scenario.requireCovered(
        answer.done() || !desk.seen(DmpTraffic::isCall).isEmpty(),
        "Le LPS n'a pas voulu %s et n'a pas appelé le DMP (%s) : rien ne montre ce qu'il en fait."
            .formatted(what, answer.messageOrNone()));
  }

  private void requireSent() {
    DmpWritten document = desk.last();
    boolean arrived = desk.arrives(document);
    scenario.requirePlayable(
        arrived,
        "La préparation du scénario s'arrête : le DMP n'a pas pris le document (« %s », %s)."
            .formatted(document.sending(), document.seen().path("motif").asText("sans motif")));
  }
}
