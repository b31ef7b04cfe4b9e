package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.Patient;
import fr.socle.exigences.Basis;
import fr.socle.features.driver.ActionAnswer.Status;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import io.cucumber.java.fr.Alors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Attentes on the identity in the record. Until documents leave the LPS, only its word tells what
 * the record holds: the basis is {@code declare}.
 */
public final class IdentityExpectations {
  private static final Map<String, String> REQUIREMENT_OF_STATUS =
      Map.of(
          "provisoire", "INS/va1.45",
          "recuperee", "INS/va1.40",
          "validee", "INS/va1.43",
          "qualifiee", "INS/va1.54");

  private final ScenarioRun scenario;
  private final Consultation consultation;

  /** Built for each scenario. */
  public IdentityExpectations(ScenarioRun scenario, Consultation consultation) {
    this.scenario = scenario;
    this.consultation = consultation;
  }

  /** The status of the identity. */
  @Alors("son identité est/reste {statut}")
  public void status(String expected) {
    String shown = consultation.seenRecord().path("statutIdentite").asText("aucun statut");
    scenario
        .expectations()
        .add(
            Expectation.that("L'identité est au statut « " + expected + " ».", Basis.DECLARE)
                .judging(
                    "INS/va1.04",
                    "INS/va1.13",
                    "INS/va1.26",
                    "INS/va1.33",
                    "INS/va1.44",
                    "INS/va1.55",
                    "INS/va1.57",
                    "INS/va1.60",
                    REQUIREMENT_OF_STATUS.getOrDefault(expected, ""),
                    "INSI-T08",
                    "INSI-T13",
                    "INSI-T17",
                    "INS/va1.28",
                    "INS/va1.31")
                .isMet(
                    shown.equals(expected),
                    "statut « " + shown + " »",
                    "Donnez à l'identité le statut « "
                        + expected
                        + " » : il ne dépend que de deux faits, traits venus d'INSi et pièce"
                        + " contrôlée."));
  }

  /** The number and every trait are those of INSi. */
  @Alors("son dossier porte l'INS et les traits rendus par INSi")
  public void holdsInsAndTraits() {
    List<String> differences = differences(consultation.patient(), consultation.seenRecord());
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le dossier porte le matricule, l'OID et les traits rendus par INSi.",
                    Basis.DECLARE)
                .judging("INS/va1.52", "INSI-T10", "INSI-T15")
                .isMet(
                    differences.isEmpty(),
                    String.join(" ; ", differences),
                    "Reprenez d'INSi, tels quels, matricule, OID, nom, prénoms, sexe, date et lieu"
                        + " de naissance."));
  }

  /** No number. */
  @Alors("son dossier ne porte pas d'INS")
  public void holdsNoIns() {
    boolean holds = consultation.seenRecord().has("ins");
    scenario
        .expectations()
        .add(
            Expectation.that("Le dossier ne porte pas d'INS.", Basis.DECLARE)
                .judging(
                    "INS/va1.05",
                    "INS/va1.08",
                    "INS/va1.44",
                    "INS/va1.60",
                    "INSI-T08",
                    "INSI-T13",
                    "INSI-T17",
                    "INS/va1.28",
                    "INS/va1.31",
                    "INS/va1.43",
                    "INS/va1.45")
                .isMet(
                    !holds,
                    "matricule " + consultation.seenRecord().at("/ins/matricule").asText(),
                    "N'enregistrez un INS que si INSi a rendu une identité complète et que"
                        + " l'utilisateur l'accepte."));
  }

  /** A strict trait could not be changed. */
  @Alors("le logiciel refuse la modification")
  public void changeRefused() {
    String shown = consultation.seenRecord().at("/traits/nomNaissance").asText();
    boolean refused = consultation.lastAnswer().status() == Status.REFUSE;
    boolean same = shown.equals(consultation.patient().birthName());
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel refuse de changer à la main un trait venu d'INSi.", Basis.DECLARE)
                .judging("INS/va1.18")
                .isMet(
                    refused && same,
                    "réponse « "
                        + consultation.lastAnswer().status().label()
                        + " », nom de naissance « "
                        + shown
                        + " »",
                    "Verrouillez matricule, OID et traits stricts d'une identité récupérée ou"
                        + " qualifiée."));
  }

  /** The record says that the strict traits are locked. */
  @Alors("le logiciel montre que ses traits sont verrouillés")
  public void shownLocked() {
    boolean locked = consultation.seenRecord().path("verrouille").asBoolean();
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel montre que les traits stricts sont verrouillés.", Basis.DECLARE)
                .judging("INS/va1.47")
                .isMet(
                    locked,
                    "traits montrés modifiables",
                    "Montrez à l'utilisateur que ces champs sont verrouillés."));
  }

  /** A complementary trait could be written. */
  @Alors("son dossier porte le nom utilisé")
  public void holdsUsedName() {
    String shown = consultation.seenRecord().at("/traits/nomUtilise").asText("aucun");
    scenario
        .expectations()
        .add(
            Expectation.that("Le nom utilisé reste modifiable.", Basis.DECLARE)
                .judging("INS/va1.48")
                .isMet(
                    consultation.lastAnswer().done() && shown.equals("NOMUTILISE"),
                    "réponse « "
                        + consultation.lastAnswer().status().label()
                        + " », nom utilisé « "
                        + shown
                        + " »",
                    "Laissez modifiables les traits complémentaires d'une identité récupérée ou"
                        + " qualifiée."));
  }

  private static List<String> differences(Patient expected, JsonNode record) {
    List<String> differences = new ArrayList<>();
    Patient.InsNumber ins = expected.ins();
    if (ins != null) {
      compare(differences, "matricule", ins.matricule(), record.at("/ins/matricule"));
      compare(differences, "clé", ins.key(), record.at("/ins/cle"));
      compare(differences, "OID", ins.oid(), record.at("/ins/oid"));
    }
    JsonNode traits = record.path("traits");
    compare(differences, "nom", expected.birthName(), traits.path("nomNaissance"));
    compare(
        differences,
        "prénoms",
        String.join(" ", expected.birthFirstNames()),
        traits.path("prenomsNaissance"));
    compare(differences, "sexe", expected.sex(), traits.path("sexe"));
    compare(differences, "date de naissance", expected.birthDate(), traits.path("dateNaissance"));
    compare(differences, "lieu de naissance", expected.birthPlace(), traits.path("lieuNaissance"));
    return differences;
  }

  private static void compare(
      List<String> differences, String what, String expected, JsonNode found) {
    String shown = found.isArray() ? joined(found) : found.asText();
    if (!expected.equals(shown)) {
      differences.add(
          "%s « %s » au lieu de « %s »"
              .formatted(what, shown.isEmpty() ? "absent" : shown, expected));
    }
  }

  private static String joined(JsonNode names) {
    List<String> all = new ArrayList<>();
    names.forEach(name -> all.add(name.asText()));
    return String.join(" ", all);
  }
}
