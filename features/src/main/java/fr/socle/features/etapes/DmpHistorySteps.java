package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.features.driver.ActionAnswer;
import fr.socle.features.driver.Capabilities;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Historique: documents of past episodes, and their way into the DMP (DMP/HISTO). */
public final class DmpHistorySteps {
  private static final DmpRecipient GONE = new DmpRecipient("899900000738", "PARTI-TEST", "JEAN");

  private final ScenarioRun scenario;
  private final DmpDesk desk;

  /** Built for each scenario. */
  public DmpHistorySteps(ScenarioRun scenario, DmpDesk desk) {
    this.scenario = scenario;
    this.desk = desk;
  }

  /** The author of a historic document who is no longer in the directory. */
  static String goneAuthor() {
    return GONE.nationalId();
  }

  /** The day of an act of some years ago. */
  LocalDate yearsAgo(int years) {
    return LocalDate.ofInstant(scenario.startedAt(), ZoneOffset.UTC).minusYears(years);
  }

  /** Two years old. */
  @Soit("au dossier, {document} d'il y a deux ans")
  public void twoYearsOld(DmpKind kind) {
    desk.historic(kind, of(2));
  }

  /** Ten years old. */
  @Soit("au dossier, {document} d'il y a dix ans")
  public void tenYearsOld(DmpKind kind) {
    desk.historic(kind, of(10));
  }

  /** Dead since. */
  @Soit("le médecin a noté le décès du patient")
  public void dead() {
    desk.prepare(
        "noter-deces",
        desk.reference().put("date", yearsAgo(1).toString()),
        "noter le décès du patient");
  }

  /** Several at once. */
  @Quand("le médecin envoie ensemble ces documents anciens au DMP")
  public void sendsAll() {
    ObjectNode input = desk.reference();
    desk.written().forEach(one -> input.withArray("documents").add(one.local()));
    desk.act("alimenter-dmp", input);
  }

  /** Several at once, in one submission set. */
  @Quand("le médecin envoie ces documents anciens au DMP en un seul lot")
  public void sendsLot() {
    scenario.requireCovered(
        scenario.lps().plays(Capabilities.DMP_LOT),
        "Le pilote n'annonce pas « %s » dans « joue » : le logiciel envoie ses documents un à un."
            .formatted(Capabilities.DMP_LOT));
    ObjectNode input = desk.reference().put("enUnLot", true);
    desk.written().forEach(one -> input.withArray("documents").add(one.local()));
    desk.act("alimenter-dmp", input);
  }

  /** Of somebody who left. */
  @Soit("au dossier, {document} d'un médecin qui a quitté le répertoire")
  public void ofSomebodyGone(DmpKind kind) {
    ObjectNode more = of(2).put("auteurHorsRpps", true);
    more.set("auteur", GONE.asInput());
    desk.historic(kind, more);
  }

  /** The user sends it. */
  @Quand("le médecin envoie ce document ancien au DMP")
  public void sends() {
    ObjectNode input = desk.reference();
    input.putArray("documents").add(desk.last().local());
    desk.act("alimenter-dmp", input);
  }

  /** Everybody's old documents. */
  @Quand("l'administrateur lance la reprise")
  public void catchUp() {
    set(Software.input().put("declencheur", "global"));
    ActionAnswer answer = desk.act("lancer-reprise", Software.input());
    scenario.requireCovered(
        answer.done(),
        "Le LPS n'a pas lancé la reprise (%s) : rien ne montre ce qu'elle envoie."
            .formatted(answer.messageOrNone()));
  }

  /** Only letters. */
  @Quand("l'administrateur règle la reprise : les courriers seuls")
  public void lettersOnly() {
    ObjectNode input = Software.input();
    input.putArray("types").add(DmpKind.LETTER.type());
    set(input);
  }

  /** Not too old. */
  @Quand("l'administrateur règle la reprise : cinq ans de profondeur")
  public void fiveYears() {
    set(Software.input().put("depuis", yearsAgo(5).toString()));
  }

  /** One at a time. */
  @Quand("l'administrateur règle la reprise : un document à la fois")
  public void oneAtATime() {
    set(Software.input().put("vitesse", 1));
  }

  /** When a record is opened. */
  @Quand("l'administrateur règle la reprise : à l'ouverture d'un dossier")
  public void atOpening() {
    set(Software.input().put("declencheur", "ouverture-dossier"));
  }

  /** The queue is looked at. */
  @Quand("le médecin lit l'état de ses envois")
  public void readsQueue() {
    desk.act("lire-envois-dmp", desk.reference());
  }

  private void set(ObjectNode input) {
    desk.prepare("regler-reprise", input, "régler la reprise");
  }

  private ObjectNode of(int years) {
    return Software.input().put("dateActe", yearsAgo(years).toString());
  }
}
