package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.Patient;
import fr.socle.features.etapes.VitaleDesk.Card;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cartes: those of the doctor and of the patients, and calling INSi with them. */
public final class CardSteps {
  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final RecordDesk desk;
  private final VitaleDesk vitale;
  private @Nullable Patient child;
  private @Nullable Card other;

  /** Built for each scenario. */
  public CardSteps(
      ScenarioRun scenario, Consultation consultation, RecordDesk desk, VitaleDesk vitale) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
    this.vitale = vitale;
  }

  /** The card of the doctor is there. */
  @Soit("un médecin au poste, sa carte dans le lecteur")
  public void doctorWithCard() {
    scenario
        .lps()
        .prepare(VitaleDesk.INSERT, ownCard(), "mettre la carte du médecin dans le lecteur");
  }

  /**
   * The card of the doctor is there for an LPS that calls INSi with it; another has what it needs.
   */
  @Soit("un médecin au poste, avec sa carte si le logiciel s'en sert")
  public void doctorWithCardIfNeeded() {
    scenario.lps().attempt(VitaleDesk.INSERT, ownCard());
  }

  /** Somebody whose number INSi gave while waiting for another. */
  @Soit("un patient dont le matricule est un NIA")
  public void withNia() {
    desk.patient("nia", "INSi connaît le patient sous un NIA.");
  }

  /** The card of the patient is in the reader. */
  @Soit("sa carte Vitale, dans le lecteur")
  public void cardInReader() {
    vitale.insert(VitaleDesk.cardOf(consultation.patient(), List.of()));
  }

  /** A card of two: INSi knows the child, whose number the card does not hold. */
  @Soit("sa carte Vitale, qui couvre aussi son enfant, dans le lecteur")
  public void familyCard() {
    Patient second =
        scenario
            .bench()
            .createPatient(
                "ajaccio-trois-prenoms",
                "INSi connaît l'enfant, que la carte Vitale du patient couvre sans son matricule.");
    child = second;
    vitale.insert(VitaleDesk.cardOf(consultation.patient(), List.of(second)));
  }

  /** The card of somebody who was found with it; then it lies about. */
  @Soit("la carte Vitale d'un autre patient, déjà retrouvé avec elle")
  public void cardOfAnother() {
    Patient before = consultation.patient();
    String record = consultation.record();
    desk.patient("ordinaire", "INSi connaît un autre patient.");
    desk.prepare("creer-dossier", desk.typed(), "créer le dossier de l'autre patient");
    Card card = VitaleDesk.cardOf(consultation.patient(), List.of());
    vitale.insert(card);
    found();
    vitale.remove();
    other = card;
    consultation.setPatient(before);
    desk.prepare(
        "ouvrir-dossier", Software.input().put("dossier", record), "rouvrir le premier dossier");
  }

  /** Another patient, whom nobody has looked for yet. */
  @Quand("un autre patient arrive, sa carte Vitale dans le lecteur")
  public void anotherArrives() {
    desk.patient("ajaccio-trois-prenoms", "INSi connaît le patient suivant.");
    desk.prepare("creer-dossier", desk.typed(), "créer le dossier du patient suivant");
    cardInReader();
  }

  /** He was found with his card, which he then took back. */
  @Soit("un patient retrouvé avec sa carte Vitale, qu'il a reprise")
  public void cardTakenBack() {
    desk.patient("ordinaire", "INSi connaît le patient.");
    desk.prepare("creer-dossier", desk.typed(), "créer le dossier du patient");
    cardInReader();
    found();
    vitale.remove();
  }

  /** INSi was called with the card of the doctor, who then took it back. */
  @Soit("un patient cherché avec la carte du médecin, qui l'a reprise")
  public void doctorTookCardBack() {
    desk.patient("ordinaire", "INSi connaît le patient.");
    desk.prepare("creer-dossier", desk.typed(), "créer le dossier du patient");
    searchesWithOwnCard();
    scenario
        .lps()
        .prepare(
            VitaleDesk.REMOVE,
            Software.input().put("carte", "professionnelle"),
            "retirer la carte du médecin");
  }

  /** Chooses the holder of the card. */
  @Quand("le médecin appelle INSi avec la carte Vitale")
  public void searches() {
    search(desk.reference());
  }

  /** Chooses the second person of the card. */
  @Quand("le médecin crée le dossier de l'enfant et appelle INSi avec la carte Vitale")
  public void searchesChild() {
    if (child == null) {
      throw new IllegalStateException("the card covers no child");
    }
    consultation.setPatient(child);
    desk.prepare("creer-dossier", desk.typed(), "créer le dossier de l'enfant");
    search(desk.reference().put("beneficiaire", "2"));
  }

  /** CNDA case 1.03. */
  @Quand(
      "le médecin choisit le bénéficiaire et appelle INSi, la carte ayant été remplacée entre-temps")
  public void searchesWithReplacedCard() {
    if (other == null) {
      throw new IllegalStateException("there is no other card");
    }
    ObjectNode input = desk.reference();
    input.set("carteRemplacante", other.description());
    search(input);
    vitale.replacedBy(other);
  }

  /** Under the login of the doctor. */
  @Quand("le médecin appelle INSi avec la carte Vitale, sous Pro Santé Connect")
  public void searchesUnderLogin() {
    search(desk.reference().put("mode", "psc"));
  }

  /** By traits, proven by the card of the doctor. */
  @Quand("le médecin appelle (de nouveau )INSi avec sa carte")
  public void searchesWithOwnCard() {
    desk.act(RecordDesk.SEARCH, desk.reference().put("mode", "cpx"));
  }

  /** By traits, proven by the login of the doctor. */
  @Quand("le médecin appelle INSi sous Pro Santé Connect")
  public void searchesByLogin() {
    desk.act(RecordDesk.SEARCH, desk.reference().put("mode", "psc"));
  }

  /** CNDA case 1.02, first case. */
  @Quand("vingt et une minutes passent, la carte laissée dans le lecteur")
  public void twentyOneMinutes() {
    scenario.bench().age(Duration.ofMinutes(21), "Vingt et une minutes passent.");
  }

  /** Longer than the assertion of a professional is good. */
  @Quand("soixante et une minutes passent, la carte laissée dans le lecteur")
  public void sixtyOneMinutes() {
    scenario.bench().age(Duration.ofMinutes(61), "Soixante et une minutes passent.");
  }

  static ObjectNode ownCard() {
    ObjectNode input = Software.input();
    input.putObject("professionnelle").put("magasin", "cps-authentification");
    return input;
  }

  private void search(ObjectNode input) {
    vitale.choose(consultation.patient());
    desk.act(RecordDesk.CARD_SEARCH, input);
  }

  private void found() {
    JsonNode seen =
        scenario
            .lps()
            .prepare(
                RecordDesk.CARD_SEARCH, desk.reference(), "retrouver le patient avec sa carte");
    consultation.sawRecord(seen.path("dossier"));
  }
}
