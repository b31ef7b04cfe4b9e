package fr.socle.features.run;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.InsiState;
import fr.socle.exigences.Verdict;
import fr.socle.features.driver.Capabilities;
import fr.socle.features.driver.FakeLps;
import fr.socle.features.driver.LpsConfiguration;
import fr.socle.features.model.RequirementResult;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.ScenarioResult;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is absent proves something only where it could have come. */
class NothingIsConformUnseenTest {
  private static final String RECORD =
      """
      {"dossier":"d1","statutIdentite":"provisoire","attributs":[],"traits":{"nomNaissance":"MOQUETTE",\
      "premierPrenom":"ALIX","sexe":"F","dateNaissance":"1988-02-29"},"verrouille":false,\
      "historique":[],"messages":[]}""";
  private static final String NOT_NOW = "{\"statut\":\"refuse\",\"message\":\"Pas maintenant.\"}";

  @TempDir private Path out;
  private final FakeBench bench = new FakeBench();
  private final FakeLps lps = new FakeLps();
  private final AtomicReference<String> space = new AtomicReference<>("");

  @BeforeEach
  void prepare() {
    lps.on(
            "configurer",
            input -> {
              space.set(input.at("/banc/id").asText());
              return done("{}");
            })
        .on("reinitialiser", input -> done("{}"))
        .on("creer-dossier", input -> done(RECORD))
        .on("controler-piece-identite", input -> done(RECORD))
        .on("modifier-identite", input -> NOT_NOW)
        .on("rechercher-ins-traits", input -> NOT_NOW)
        .on("authentifier-ps", input -> NOT_NOW)
        .on("demander-connexion-ps", input -> NOT_NOW)
        .on("terminer-connexion-ps", input -> NOT_NOW)
        .on("consulter-profil-ps", input -> NOT_NOW)
        .on("deconnecter-ps", input -> NOT_NOW)
        .on("creer-compte", input -> done("{\"identifiant\":\"c1\"}"))
        .on("choisir-activite", input -> NOT_NOW)
        .on("authentifier-autrement", input -> NOT_NOW)
        .on("retirer-acces", input -> done("{}"));
  }

  @AfterEach
  void stop() {
    lps.close();
    bench.close();
  }

  @Test
  void notForAnLpsThatRefusesEverythingAndSendsNothing() {
    RunReport report = run(null);

    assertThat(report.scenarios())
        .allSatisfy(s -> assertThat(s.verdict()).as(s.id()).isNotEqualTo(Verdict.CONFORME));
    assertThat(report.requirements())
        .allSatisfy(r -> assertThat(r.verdict()).as(r.id()).isNotEqualTo(Verdict.CONFORME));
  }

  @Test
  void notForAnInsThatTheLpsHadNoOccasionToSend() {
    lps.on(
        "rechercher-ins-traits",
        input -> {
          boolean again = !bench.insiCalls(space.get()).isEmpty();
          if (again) {
            return NOT_NOW;
          }
          bench.insiCalled(
              space.get(), new InsiState.Call("", "MOQUETTE", "ALIX", "F", "", null, "00", "1"));
          return done("{\"resultat\":\"trouvee\",\"dossier\":" + RECORD + "}");
        });

    RunReport report = run("@REQ:INS/va1.53");

    ScenarioResult scenario =
        report.scenarios().stream()
            .filter(one -> one.uri().endsWith("transmission.feature"))
            .findFirst()
            .orElseThrow();
    assertThat(scenario.verdict()).isEqualTo(Verdict.NON_COUVERT);
    assertThat(scenario.reason()).contains("rien envoyé après avoir reçu l'INS");
    assertThat(verdict(report, "INS/va1.53")).isEqualTo(Verdict.NON_COUVERT);
  }

  @Test
  void notForCardsThatAreNeverSeenToOpenAnything() {
    lps.on("inserer-carte", input -> done("{}"))
        .on("retirer-carte", input -> done("{}"))
        .on("ouvrir-dossier", input -> done(RECORD))
        .on("rechercher-ins-traits", input -> foundUnseen())
        .on("rechercher-ins-vitale", input -> foundUnseen());

    RunReport report = run("@REQ:INSI-T19 or @REQ:INSI-T04 or @REQ:INS/va1.34 or @REQ:INS/va1.37");

    assertThat(report.scenarios())
        .filteredOn(s -> s.uri().matches(".*/(vitale|carte-professionnelle)\\.feature"))
        .isNotEmpty()
        .allSatisfy(
            s ->
                assertThat(s.verdict())
                    .as(s.name())
                    .isNotIn(Verdict.CONFORME, Verdict.NON_CONFORME));
    assertThat(verdict(report, "INSI-T19")).isNotEqualTo(Verdict.CONFORME);
    assertThat(verdict(report, "INS/va1.34")).isNotEqualTo(Verdict.NON_CONFORME);
    assertThat(verdict(report, "INS/va1.37")).isNotEqualTo(Verdict.NON_CONFORME);
  }

  @Test
  void notZeroForGesturesThatTheDriverDoesNotDeclare() {
    RunReport report = run("@usage:inconnu and not @insi-lent");

    assertThat(report.usages().get(0).plays().get(0).verdict()).isNotEqualTo(Verdict.CONFORME);
    assertThat(report.scenarios().get(0).userSteps()).isNull();
    assertThat(report.usages().get(0).plays().get(0).cost())
        .satisfiesAnyOf(
            cost -> assertThat(cost).isNull(), cost -> assertThat(cost.userSteps()).isNull());
  }

  @Test
  void notForAnEditorWhoHasNoProxyOfHisOwn() {
    RunReport report = run("@PROXY");

    assertThat(report.scenarios())
        .isNotEmpty()
        .allSatisfy(s -> assertThat(s.verdict()).as(s.id()).isEqualTo(Verdict.NON_COUVERT))
        .allSatisfy(s -> assertThat(s.reason()).contains("adresseProxy"));
    assertThat(verdict(report, "PSC-PX-01")).isEqualTo(Verdict.NON_COUVERT);
  }

  private RunReport run(@Nullable String tags) {
    return SuiteRun.run(
        RunOptions.of(
                bench.url(),
                LpsConfiguration.http(
                    new Capabilities.LpsIdentity("L", "1", null), List.of(lps.url())),
                out)
            .tags(tags)
            .build());
  }

  private static Verdict verdict(RunReport report, String id) {
    return report.requirements().stream()
        .filter(requirement -> requirement.id().equals(id))
        .map(RequirementResult::verdict)
        .findFirst()
        .orElseThrow();
  }

  private static String foundUnseen() {
    return done("{\"resultat\":\"trouvee\",\"dossier\":" + RECORD + "}");
  }

  private static String done(String seen) {
    return "{\"statut\":\"fait\",\"vu\":" + seen + "}";
  }
}
