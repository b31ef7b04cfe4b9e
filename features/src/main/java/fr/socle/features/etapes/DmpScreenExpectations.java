package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.DmpDocument;
import fr.socle.exigences.Basis;
import fr.socle.features.driver.ActionAnswer;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import io.cucumber.java.fr.Alors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Attentes on what the user sees of the DMP: the LPS alone knows, and is compared with the DMP. */
public final class DmpScreenExpectations {
  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final DmpDesk desk;
  private final DmpWorldSteps world;
  private final DmpReadingSteps readings;

  /** Built for each scenario. */
  public DmpScreenExpectations(
      ScenarioRun scenario,
      Consultation consultation,
      DmpDesk desk,
      DmpWorldSteps world,
      DmpReadingSteps readings) {
    this.readings = readings;
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
    this.world = world;
  }

  /** A DMP that is open, and what the doctor may do there. */
  @Alors("le logiciel montre un DMP {existenceDmp}, et un accès {accesDmp}")
  public void showsDmp(String existence, String access) {
    JsonNode shown = shownDmp();
    check(
        "Le dossier ouvert montre un DMP « %s », accès « %s ».".formatted(existence, access),
        shown.path("existence").asText().equals(existence)
            && shown.path("acces").asText().equals(access),
        "DMP « %s », accès « %s »"
            .formatted(
                shown.path("existence").asText("non montré"),
                shown.path("acces").asText("non montré")),
        "Montrez dans le dossier, sans un clic, ce que TD0.2 a répondu.");
  }

  /** A DMP that cannot be used. */
  @Alors("le logiciel montre un DMP {existenceDmp}")
  public void showsDmp(String existence) {
    String shown = shownDmp().path("existence").asText("");
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le dossier ouvert montre un DMP « " + existence + " ».", Basis.DECLARE)
                .judging("DMP/UX.12")
                .isMet(
                    shown.equals(existence),
                    "DMP « " + (shown.isEmpty() ? "non montré" : shown) + " »",
                    "Montrez dans le dossier, sans un clic, ce que TD0.2 a répondu."));
  }

  /** The record opens all the same. */
  @Alors("le dossier est ouvert, son DMP inconnu")
  public void openedWithoutDmp() {
    scenario.requireCovered(
        desk.seen(e -> e.service().equals("dmp") && !e.faults().isEmpty()).size() > 0,
        "Le LPS n'a pas appelé le DMP à l'ouverture du dossier : la panne ne s'y voit pas.");
    String existence = consultation.lastSeen().at("/dmp/existence").asText("");
    check(
        "Le dossier s'ouvre, et ne dit rien d'un DMP qui n'a pas répondu.",
        consultation.lastAnswer().done() && (existence.isEmpty() || existence.equals("inconnue")),
        "réponse « %s », DMP « %s »"
            .formatted(consultation.lastAnswer().status().label(), existence),
        "Ouvrez le dossier sans attendre le DMP, et montrez que son existence est inconnue.");
  }

  /** The status of the identity is there. */
  @Alors("le dossier ouvert montre une identité qualifiée")
  public void showsIdentityStatus() {
    String shown = consultation.lastSeen().path("statutIdentite").asText("aucun");
    check(
        "Le dossier ouvert montre le statut de l'identité.",
        shown.equals("qualifiee"),
        "statut « " + shown + " »",
        "Montrez sans un clic, dans le dossier, le statut de l'identité.");
  }

  /** All of them. */
  @Alors("la liste montre les deux documents")
  @Alors("la liste montre le document du confrère")
  public void listsAll() {
    Set<String> expected =
        world.fromColleagues().stream()
            .map(DmpDocument::uniqueId)
            .collect(Collectors.toCollection(TreeSet::new));
    check(
        "La liste montre les documents que le DMP tient.",
        listed().containsAll(expected),
        listed().size() + " documents montrés sur " + expected.size(),
        "Montrez tous les documents que la recherche rend.");
  }

  /** None. */
  @Alors("la liste est vide")
  public void listsNothing() {
    check(
        "La liste d'un DMP vide est vide.",
        consultation.lastAnswer().done() && listed().isEmpty(),
        "réponse « %s », %d documents"
            .formatted(consultation.lastAnswer().status().label(), listed().size()),
        "Montrez une liste vide, non une erreur, quand le DMP n'a pas de document.");
  }

  /** One of two. */
  @Alors("la liste ne montre que le compte rendu de biologie")
  public void listsLaboratoryOnly() {
    Set<String> expected =
        world.fromColleagues().stream()
            .filter(one -> one.type().equals(DmpKind.LABORATORY.type()))
            .map(DmpDocument::uniqueId)
            .collect(Collectors.toSet());
    check(
        "La liste ne montre que ce qui répond au critère.",
        listed().equals(expected),
        listed().size() + " documents montrés au lieu de " + expected.size(),
        "Ne montrez que les documents qui répondent aux critères de l'utilisateur.");
  }

  /** EX_3.1-1080. */
  @Alors("la liste dit ce document non visible du patient")
  public void listsHidden() {
    boolean said =
        lines()
            .filter(
                line ->
                    line.path("titre").asText().contains(desk.last().title())
                        || line.path("identifiant").asText().equals(desk.last().uniqueId()))
            .anyMatch(line -> line.at("/masque/patient").asBoolean());
    check(
        "La liste dit quel document n'est pas visible du patient.",
        said,
        "rien ne le dit",
        "Montrez dans la liste à qui chaque document est caché.");
  }

  /** Nothing to see, and a reason. */
  @Alors("la liste ne montre aucun document, et le logiciel dit pourquoi")
  public void refusedWithReason() {
    scenario.requireCovered(
        !desk.seen(e -> e.service().equals("dmp") && !DmpTraffic.isServed(e)).isEmpty(),
        "Le LPS n'a rien demandé que le DMP ait refusé : rien ne montre ce qu'il en dit.");
    String told = told(consultation.lastAnswer());
    check(
        "Le refus du DMP est dit à l'utilisateur, sans document, autrement que d'une liste lue.",
        listed().isEmpty() && !told.isBlank() && !readings.toldBefore().contains(told),
        listed().size() + " documents, message « " + told + " »",
        "Dites à l'utilisateur, en clair, ce que le DMP a répondu.");
  }

  /** What came is shown or not; that something lacks is said. */
  @Alors("le logiciel dit que la liste est incomplète")
  public void toldIncomplete() {
    scenario.requireCovered(
        desk.seen(e -> DmpTraffic.is(e, DmpTraffic.SEARCH)).stream()
            .anyMatch(e -> !e.faults().isEmpty()),
        "Le LPS n'a pas cherché pendant que le DMP ne rendait qu'une partie de la liste.");
    String told = told(consultation.lastAnswer());
    check(
        "L'erreur qui accompagne une liste incomplète est dite à l'utilisateur.",
        !told.isBlank() && !readings.toldBefore().contains(told),
        "message « " + told + " »",
        "Montrez les erreurs d'un PartialSuccess : il manque des documents à cette liste.");
  }

  /** A refusal is not an outage: who hears the same of both hears of neither. */
  @Alors("le logiciel dit autre chose de cette panne que de ce refus")
  public void toldApart() {
    String told = told(consultation.lastAnswer());
    check(
        "Un refus du DMP et une panne du DMP ne sont pas dits de même.",
        !told.isBlank() && !readings.toldBefore().contains(told),
        "même message « " + told + " »",
        "Montrez ce que le DMP a répondu : un refus n'appelle pas le même geste qu'une panne.");
  }

  /** What the user is told: the message of the answer, and those that are shown. */
  static String told(ActionAnswer answer) {
    JsonNode seen = answer.seen();
    List<String> words = new ArrayList<>();
    if (answer.message() != null) {
      words.add(answer.message());
    }
    if (seen != null) {
      seen.path("messages").forEach(message -> words.add(message.asText()));
    }
    return String.join(" ", words).strip();
  }

  /** What the colleague wrote. */
  @Alors("le logiciel montre le texte de ce document")
  public void showsText() {
    String expected = world.textOfLast();
    String shown = consultation.lastSeen().path("texte").asText("");
    check(
        "Le logiciel montre le document que le DMP tient.",
        new PrintedText(List.of(shown)).holds(expected),
        shown.isEmpty() ? "aucun texte" : "texte « " + shown + " »",
        "Rendez lisible le corps du document que le DMP remet.");
  }

  /** Among those who said yes. */
  @Alors("cette liste compte le patient")
  public void listsPatient() {
    boolean there =
        StreamSupport.stream(consultation.lastSeen().path("patients").spliterator(), false)
            .anyMatch(line -> desk.ins().startsWith(line.path("matricule").asText("-")));
    check(
        "La liste des DMP ouverts à l'utilisateur compte ce patient.",
        there,
        "patient absent de la liste",
        "Montrez tous les patients que TD0.4 rend.");
  }

  /** What is here is shown. */
  @Alors("le logiciel montre celui du dossier")
  public void showsLocal() {
    String source = consultation.lastSeen().path("source").asText("aucun");
    check(
        "Le logiciel dit que le document est déjà dans le dossier, et le montre.",
        source.equals("local"),
        "document dit « " + source + " »",
        "Dites que le document est déjà dans le dossier, et montrez celui-là.");
  }

  /** By type. */
  @Alors(
      "le logiciel annonce {int} comptes rendus de biologie et {int} compte rendu de consultation")
  public void announces(int laboratory, int visits) {
    Map<String, Integer> announced = announced();
    check(
        "Le logiciel annonce, par type, les documents ajoutés par des tiers.",
        announced.equals(
            Map.of(DmpKind.LABORATORY.type(), laboratory, DmpKind.VISIT.type(), visits)),
        "annonce " + announced,
        "Comptez par type, sans un clic, les documents ajoutés par des tiers depuis la dernière"
            + " visite.");
  }

  /** Nothing new. */
  @Alors("le logiciel n'annonce aucun document")
  public void announcesNothing() {
    check(
        "Rien de nouveau n'est annoncé.",
        consultation.lastAnswer().done() && announced().isEmpty(),
        "annonce " + announced(),
        "N'annoncez que ce que des tiers ont ajouté depuis la dernière visite.");
  }

  /** A newer version is there. */
  @Alors("le logiciel annonce la version nouvelle de ce document")
  public void announcesNewVersion() {
    List<DmpDocument> all = world.fromColleagues();
    String newer = all.get(all.size() - 1).uniqueId();
    boolean said =
        StreamSupport.stream(shownDmp().path("remplaces").spliterator(), false)
            .anyMatch(line -> line.path("nouvelle").asText().equals(newer));
    check(
        "Le logiciel annonce la version nouvelle d'un document intégré.",
        said,
        "annonce " + shownDmp().path("remplaces"),
        "À l'ouverture du dossier, cherchez si un document intégré a été remplacé, et dites-le.");
  }

  private Map<String, Integer> announced() {
    Map<String, Integer> counts = new TreeMap<>();
    shownDmp()
        .path("nouveaux")
        .forEach(
            line -> {
              int count = line.path("nombre").asInt();
              if (count > 0) {
                counts.merge(line.path("type").asText(), count, Integer::sum);
              }
            });
    return counts;
  }

  private JsonNode shownDmp() {
    return consultation.lastSeen().path("dmp");
  }

  private Stream<JsonNode> lines() {
    return StreamSupport.stream(consultation.lastSeen().path("documents").spliterator(), false);
  }

  private Set<String> listed() {
    return lines()
        .map(line -> line.path("identifiant").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void check(String text, boolean met, String found, String mend) {
    scenario.expectations().add(Expectation.that(text, Basis.DECLARE).isMet(met, found, mend));
  }
}
