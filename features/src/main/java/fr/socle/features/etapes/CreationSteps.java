package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.InsiState.Call;
import fr.socle.bench.client.api.Patient;
import fr.socle.exigences.Basis;
import fr.socle.features.driver.ActionAnswer.Status;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Création: what a record must hold to exist, and what it can hold (INS/va1.21, 1.22, 1.56). */
public final class CreationSteps {
  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final RecordDesk desk;

  /** Built for each scenario. */
  public CreationSteps(ScenarioRun scenario, Consultation consultation, RecordDesk desk) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
  }

  /** Leaves a compulsory trait out. */
  @Quand("le médecin tente de créer son dossier sans {traitOublie}")
  public void createsWithout(String trait) {
    ObjectNode input = desk.compulsory();
    input.remove(trait);
    desk.ask("creer-dossier", input);
  }

  /** Types nothing but the compulsory traits. */
  @Quand("le médecin crée son dossier avec les cinq traits obligatoires seulement")
  public void createsWithTheFive() {
    desk.act("creer-dossier", desk.compulsory());
  }

  /** Writes the complementary traits. */
  @Quand("le médecin note le nom et le prénom qu'il utilise")
  public void writesUsedNames() {
    ObjectNode input = desk.change("nomUtilise", "NOMUTILISE");
    input.withObject("traits").put("prenomUtilise", "PRENOMUTILISE");
    desk.act("modifier-identite", input);
  }

  /** No record without the five. */
  @Alors("le logiciel refuse de créer le dossier")
  public void refused() {
    Status status = consultation.lastAnswer().status();
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel ne crée pas un dossier où manque un trait obligatoire.",
                    Basis.DECLARE)
                .isMet(
                    status == Status.REFUSE,
                    "réponse « " + status.label() + " »",
                    "Refusez la création tant que nom de naissance, premier prénom, date de"
                        + " naissance, sexe et lieu de naissance ne sont pas tous remplis."));
  }

  /** The five are enough. */
  @Alors("le logiciel a créé le dossier")
  public void created() {
    String name = consultation.seenRecord().at("/traits/nomNaissance").asText("aucun nom");
    boolean done = consultation.lastAnswer().done();
    scenario
        .expectations()
        .add(
            Expectation.that("Cinq traits suffisent à créer un dossier.", Basis.DECLARE)
                .isMet(
                    done && name.equals(consultation.patient().birthName()),
                    "réponse « %s », nom « %s »"
                        .formatted(consultation.lastAnswer().status().label(), name),
                    "N'imposez à la création d'un dossier aucun champ de plus que nom de naissance,"
                        + " premier prénom, date de naissance, sexe et lieu de naissance."));
    scenario.requirePlayable(
        done, "Le LPS n'a pas créé le dossier : la suite du scénario ne peut pas être jouée.");
  }

  /** What INSi was asked shows what the record holds. */
  @Alors("INSi a reçu les traits du dossier")
  public void searchedWithTheTraits() {
    lastSearchHolds(
        "INSi a été interrogé avec les traits saisis à la création.",
        "Enregistrez les cinq traits à la création du dossier, et cherchez avec eux.");
  }

  /** A refused change changed nothing: INSi is still asked with its own traits. */
  @Alors("la recherche porte toujours les traits rendus par INSi")
  public void stillTheOfficialTraits() {
    lastSearchHolds(
        "Après un changement refusé, INSi est interrogé avec les traits qu'il a rendus.",
        "Gardez tels quels les traits rendus par INSi : un changement refusé ne change rien.");
  }

  /**
   * An identity that was refused left the record as it was typed. Software that took it over
   * searches with what INSi gave: a date with 00, no name.
   */
  @Alors("la recherche porte toujours les traits saisis")
  public void stillTheTypedTraits() {
    lastSearchHolds(
        "Après une réponse refusée, INSi est interrogé avec les traits saisis.",
        "Gardez les traits saisis quand vous refusez la réponse d'INSi : n'en reprenez rien.");
  }

  /** The ten fields. */
  @Alors("son dossier porte tous ses traits d'identité")
  public void holdsAll() {
    JsonNode record = consultation.seenRecord();
    JsonNode traits = record.path("traits");
    List<String> absent =
        Stream.concat(
                Stream.of("matricule", "oid").filter(m -> empty(record.path("ins").path(m))),
                Stream.of(
                        "nomNaissance",
                        "prenomsNaissance",
                        "premierPrenom",
                        "dateNaissance",
                        "sexe",
                        "lieuNaissance",
                        "nomUtilise",
                        "prenomUtilise")
                    .filter(trait -> empty(traits.path(trait))))
            .toList();
    scenario
        .expectations()
        .add(
            Expectation.that("Le dossier porte les dix champs d'une identité.", Basis.DECLARE)
                .isMet(
                    absent.isEmpty(),
                    "champs absents : " + String.join(", ", absent),
                    "Offrez un champ pour chacun des dix éléments de l'identité, du matricule aux"
                        + " nom et prénom utilisés."));
  }

  private void lastSearchHolds(String text, String mend) {
    desk.requireSearched("l'utilisateur l'a demandé");
    List<Call> calls = scenario.bench().insi().searches();
    scenario.requirePlayable(
        !calls.isEmpty(), "Le LPS n'a pas appelé INSi : les traits du dossier ne se voient pas.");
    Call last = calls.get(calls.size() - 1);
    Patient patient = consultation.patient();
    boolean same =
        patient.birthName().equals(last.birthName())
            && Objects.requireNonNullElse(last.firstName(), "").startsWith(patient.firstNameUsed())
            && patient.sex().equals(last.sex())
            && patient.birthDate().equals(last.birthDate());
    scenario
        .expectations()
        .add(
            Expectation.that(text, Basis.ETAT)
                .judging("INS/va1.18", "INS/va1.22", "INS/va1.28", "INS/va1.31", "INSI-T17")
                .isMet(
                    same,
                    "dernière recherche : %s, %s, %s, %s"
                        .formatted(
                            last.birthName(), last.firstName(), last.sex(), last.birthDate()),
                    mend));
  }

  private static boolean empty(JsonNode value) {
    return value.isArray() ? value.isEmpty() : value.asText().isBlank();
  }
}
