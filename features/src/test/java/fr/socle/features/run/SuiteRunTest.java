package fr.socle.features.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import fr.socle.bench.client.BenchJson;
import fr.socle.exigences.Basis;
import fr.socle.exigences.Requirement;
import fr.socle.exigences.RequirementCatalogue;
import fr.socle.exigences.RuleSource;
import fr.socle.exigences.Verdict;
import fr.socle.features.driver.Capabilities;
import fr.socle.features.driver.FakeLps;
import fr.socle.features.driver.LpsConfiguration;
import fr.socle.features.driver.LpsConfiguration.DriverKind;
import fr.socle.features.model.Cause;
import fr.socle.features.model.RequirementResult;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.ScenarioResult;
import fr.socle.features.model.StepText;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteRunTest {
  private static final String RECORD =
      """
      {"dossier":"d1","statutIdentite":"provisoire","attributs":[],"traits":{"nomNaissance":"MOQUETTE",\
      "premierPrenom":"ALIX","sexe":"F","dateNaissance":"1988-02-29"},"verrouille":false,\
      "historique":[],"messages":[]}""";

  private static final String ASKING = "@REQ:INS/va1.52 or @REQ:INSI-T06";
  private static final String NOT_ASKING = "@REQ:INS/va1.53 or @REQ:INSI-T08";

  @TempDir private Path out;
  private final FakeBench bench = new FakeBench();
  private final List<FakeLps> started = new ArrayList<>();

  @AfterEach
  void stop() {
    bench.close();
    started.forEach(FakeLps::close);
  }

  @Test
  void judgesEachScenarioByTheLaw() {
    RunReport report = run(options("verdicts", 1));

    assertThat(verdicts(report))
        .containsExactly(
            Verdict.CONFORME,
            Verdict.NON_CONFORME,
            Verdict.RESERVE,
            Verdict.NON_COUVERT,
            Verdict.INDETERMINE,
            Verdict.INDETERMINE,
            Verdict.RESERVE,
            Verdict.CONFORME,
            Verdict.INDETERMINE);
    assertThat(report.verdict()).isEqualTo(Verdict.NON_CONFORME);
    assertThat(report.counts().indetermine()).isEqualTo(3);
  }

  @Test
  void playsTheScenariosOfTheEditorBesideTheOthers(@TempDir Path own) throws IOException {
    Files.writeString(
        own.resolve("à moi.feature"),
        """
        # language: fr
        @mien
        Fonctionnalité: À moi

          Scénario: chez nous, tout va bien
            Alors un fait du banc montre que "mon propre texte" va, pour "INS/va1.52"

          Scénario: chez nous, rien ne va
            Alors un fait du banc montre que "mon propre texte" ne va pas

          @REQ:INS/va1.54
          Scénario: chez nous, une exigence est jugée
            Alors un fait du banc montre que "mon propre texte" ne va pas
        """);

    RunReport report =
        run(options("verdicts", 1).alsoFeatures(List.of(own)).tags("@mien or @REQ:INS/va1.53"));

    assertThat(report.scenarios())
        .extracting(ScenarioResult::name, ScenarioResult::verdict)
        .containsExactlyInAnyOrder(
            tuple("une attente n'est pas tenue et la suite est jouée", Verdict.NON_CONFORME),
            tuple("chez nous, tout va bien", Verdict.CONFORME),
            tuple("chez nous, rien ne va", Verdict.NON_CONFORME),
            tuple("chez nous, une exigence est jugée", Verdict.NON_CONFORME));
    assertThat(requirement(report, "INS/va1.54").verdict()).isEqualTo(Verdict.NON_CONFORME);
    assertThat(requirement(report, "INS/va1.54").scenarios())
        .containsExactly(own.resolve("à moi").toString().substring(1) + ":12");
    assertThat(report.ruleSet().sha256())
        .isNotEqualTo(run(options("verdicts", 1)).ruleSet().sha256());
  }

  @Test
  void saysWhatToMendWhenOnlyAScenarioOfTheEditorFails(@TempDir Path own) throws IOException {
    Files.writeString(
        own.resolve("a.feature"),
        """
        # language: fr
        @mien
        Fonctionnalité: À moi

          Scénario: chez nous, rien ne va
            Alors un fait du banc montre que "mon propre texte" ne va pas
        """);

    RunReport report = run(options("verdicts", 1).alsoFeatures(List.of(own)).tags("@mien"));

    String mend = report.scenarios().get(0).expectations().get(0).mend();
    assertThat(ExitCodes.of(report, null)).isEqualTo(ExitCodes.NON_CONFORMING);
    assertThat(out.resolve("rapport.html"))
        .content()
        .contains(mend, "scénario sans exigence")
        .doesNotContain("Rien de bloquant");
    assertThat(out.resolve("junit.xml"))
        .content()
        .contains("Non conforme (scénario sans exigence) : " + mend);
  }

  @Test
  void refusesScenariosOfTheEditorThatAreNotThere() {
    assertThatThrownBy(() -> options("verdicts", 1).alsoFeatures(List.of(out.resolve("rien"))))
        .isInstanceOf(RunOptionsException.class)
        .hasMessageContaining("rien");
  }

  @Test
  void refusesAScenarioOfTheEditorThatDoesNotRead(@TempDir Path own) throws IOException {
    Path file = Files.writeString(own.resolve("x.feature"), "# language: fr\nScenario raté\n");
    RunOptions options = options("verdicts", 1).alsoFeatures(List.of(file)).build();

    assertThatThrownBy(() -> SuiteRun.run(options))
        .isInstanceOf(RunOptionsException.class)
        .hasMessageContaining("x.feature");
  }

  @Test
  void showsTheRequirementsOfTheProfileOfTheLpsAndDemandsNone() {
    RunReport report =
        run(
            RunOptions.of(bench.url(), lps("proxy-e-sante", 1), out)
                .features(features("verdicts"))
                .tags("@aucun"));

    assertThat(report.lps().profile()).isEqualTo("proxy-e-sante");
    assertThat(report.profile()).isNull();
    assertThat(report.requirements())
        .extracting(RequirementResult::id)
        .containsExactlyElementsOf(ids(RequirementCatalogue.load().ofProfile("proxy-e-sante")));
    assertThat(report.requirements()).noneMatch(RequirementResult::mandatory);
  }

  @Test
  void letsTheDemandedProfileWinOverThatOfTheLps() {
    RunReport report =
        run(
            RunOptions.of(bench.url(), lps("proxy-e-sante", 1), out)
                .features(features("verdicts"))
                .tags("@aucun")
                .profile("lgc"));

    assertThat(report.requirements())
        .extracting(RequirementResult::id)
        .containsExactlyElementsOf(ids(RequirementCatalogue.load().ofProfile("lgc")));
    assertThat(report.requirements()).anyMatch(RequirementResult::mandatory);
  }

  @Test
  void goesOnAfterAnExpectationThatDoesNotHold() {
    ScenarioResult scenario = run(options("verdicts", 1)).scenarios().get(1);

    assertThat(scenario.expectations()).extracting(e -> e.ok()).containsExactly(false, true);
    assertThat(scenario.steps()).extracting(StepText::outcome).containsOnly(StepText.Outcome.JOUE);
  }

  @Test
  void doesNotLetTheDriversWordAloneMakeARequirementConform() {
    RunReport report = run(options("verdicts", 1));

    assertThat(requirement(report, "INS/va1.54").verdict()).isEqualTo(Verdict.CONFORME_DECLARE);
    assertThat(requirement(report, "INS/va1.54").basis()).isEqualTo(Basis.DECLARE);
    assertThat(requirement(report, "INS/va1.52").verdict()).isEqualTo(Verdict.CONFORME);
  }

  @Test
  void coversNothingWithADriverThatOffersNothingYet() {
    FakeLps lps = new FakeLps().sayingNothing();
    started.add(lps);
    Capabilities.LpsIdentity identity = new Capabilities.LpsIdentity("LPS", "1", null);

    RunReport report =
        run(
            RunOptions.of(bench.url(), LpsConfiguration.http(identity, List.of(lps.url())), out)
                .features(features("mutants")));

    assertThat(verdicts(report)).containsOnly(Verdict.NON_COUVERT);
    assertThat(report.cause()).isNull();
    assertThat(ExitCodes.of(report, null)).isEqualTo(ExitCodes.NOT_COVERED);
  }

  @Test
  void givesTheRunTheCauseThatItsUndecidedScenariosShare() {
    RunReport report = run(options("verdicts", 1).tags("@REQ:INS/va1.28 or @REQ:INS/va1.52"));

    assertThat(report.verdict()).isEqualTo(Verdict.INDETERMINE);
    assertThat(report.cause().cause()).isEqualTo(Cause.PILOTE);
    assertThat(report.cause()).isEqualTo(report.scenarios().get(1).cause());
  }

  @Test
  void doesNotCountWhatHeldInAScenarioThatWasStopped() {
    RunReport report = run(options("verdicts", 1));

    assertThat(requirement(report, "INS/va1.20").verdict()).isEqualTo(Verdict.NON_COUVERT);
    assertThat(requirement(report, "INS/va1.20").reason()).contains("deconnecter-ps");
  }

  @Test
  void tellsWhoFailedWhenNothingCanBeSaid() {
    RunReport report = run(options("verdicts", 1));

    ScenarioResult driver = report.scenarios().get(4);
    ScenarioResult preparation = report.scenarios().get(5);
    assertThat(driver.cause().cause()).isEqualTo(Cause.PILOTE);
    assertThat(driver.cause().message()).contains("/statutIdentite");
    assertThat(report.scenarios().get(8).cause().message())
        .isEqualTo(
            "Erreur de Socle dans une étape du scénario : étape sans définition, « le logiciel fait"
                + " une chose que personne n'a écrite »");
    assertThat(preparation.cause().cause()).isEqualTo(Cause.LPS);
    assertThat(preparation.cause().message()).contains("refuse").contains("ouvrir un dossier");
  }

  @Test
  void countsAnAnnexFindingAgainstItsRequirementOverTheRun() {
    RunReport report = run(options("verdicts", 1));

    ScenarioResult other = report.scenarios().get(7);
    assertThat(other.verdict()).isEqualTo(Verdict.CONFORME);
    assertThat(other.annexes()).hasSize(1);
    RequirementResult requirement = requirement(report, "INSI-T03");
    assertThat(requirement.verdict()).isEqualTo(Verdict.RESERVE);
    assertThat(requirement.mends())
        .extracting(m -> m.text())
        .containsExactly("Mettez b à la place de c.");
    assertThat(requirement.scenarios()).containsExactly(other.id());
  }

  @Test
  void writesTheReportTheMessagesAndTheRawTraffic() throws IOException {
    RunReport report = run(options("verdicts", 1));

    JsonMapper json = BenchJson.mapper();
    assertThat(json.readValue(out.resolve("report.json").toFile(), RunReport.class))
        .isEqualTo(report);
    assertThat(out.resolve("junit.xml")).content().contains("<skipped").contains("Non conforme");
    ScenarioResult withTraffic = report.scenarios().get(6);
    assertThat(withTraffic.evidence()).hasSize(1);
    assertThat(out.resolve(withTraffic.evidence().get(0).request())).content().contains("demande");
    assertThat(attachments()).hasSize(9);
    assertThat(json.treeToValue(attachments().get(0), ScenarioResult.class).verdict())
        .isEqualTo(report.scenarios().get(0).verdict());
  }

  @Test
  void writesAReportThatItsPublishedSchemaAccepts() throws IOException {
    run(options("verdicts", 1));

    JsonNode report = BenchJson.mapper().readTree(out.resolve("report.json").toFile());
    var schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(Files.readString(Path.of("..", "docs", "report-schema.json")));
    assertThat(schema.validate(report)).isEmpty();
    ((ObjectNode) report).put("inconnu", 1);
    assertThat(schema.validate(report)).isNotEmpty();
  }

  @Test
  void keepsTheTextOfTheScenarioAndWhereItStopped() {
    ScenarioResult scenario = run(options("verdicts", 1)).scenarios().get(3);

    assertThat(scenario.feature()).isEqualTo("Essai des verdicts");
    assertThat(scenario.steps())
        .extracting(StepText::outcome)
        .containsExactly(
            StepText.Outcome.JOUE,
            StepText.Outcome.JOUE,
            StepText.Outcome.ARRETE,
            StepText.Outcome.NON_JOUE);
    assertThat(scenario.steps().get(0).background()).isTrue();
    assertThat(scenario.steps().get(1).background()).isFalse();
    assertThat(scenario.steps().get(1).keyword()).isEqualTo("Alors");
    assertThat(scenario.id()).isEqualTo("fr/socle/essai/verdicts:" + scenario.line());
  }

  @Test
  void playsOnlyWhatTheTagsSay() {
    RunReport report = run(options("verdicts", 1).tags("@REQ:INS/va1.53 or @REQ:INSI-T08"));

    assertThat(report.scenarios()).hasSize(2);
    assertThat(requirement(report, "INS/va1.20").reason()).contains("Aucun scénario joué");
  }

  @Test
  void neverPlaysMoreScenariosAtOnceThanThereAreInstances() {
    RunReport report = run(options("verdicts", 2).threads(8));

    assertThat(bench.mostWindowsAtOnce()).isLessThanOrEqualTo(2);
    assertThat(report.scenarios()).hasSize(9);
    assertThat(report.scenarios()).extracting(ScenarioResult::space).contains("suite-1", "suite-2");
    assertThat(report.counts().nonConforme()).isEqualTo(1);
  }

  @Test
  void configuresTheLpsOncePerSpaceAndResetsItForEachScenario() {
    run(options("verdicts", 1).tags(ASKING));

    List<String> asked = started.get(0).asked();
    assertThat(asked).filteredOn(a -> a.startsWith("configurer")).hasSize(1);
    assertThat(asked.get(0)).startsWith("configurer").contains("SOCLE0000001");
    assertThat(asked).filteredOn(a -> a.startsWith("reinitialiser")).hasSize(3);
  }

  @Test
  void doesNotResetAgainAnLpsOfWhichNothingWasAsked() {
    run(options("verdicts", 1).tags(NOT_ASKING));

    assertThat(started.get(0).asked()).filteredOn(a -> a.startsWith("reinitialiser")).hasSize(1);
  }

  @Test
  void resetsForEachScenarioAnLpsThatTheBenchCanCall() {
    RunOptions.Builder options = options("verdicts", 1).tags(NOT_ASKING);
    started
        .get(0)
        .on(
            "configurer",
            input -> done("{\"adresseDeconnexion\":\"https://127.0.0.1/deconnexion\"}"));

    run(options);

    assertThat(started.get(0).asked()).filteredOn(a -> a.startsWith("reinitialiser")).hasSize(2);
  }

  @Test
  void doesNotCoverAServiceTheBenchWasNotStartedWith() {
    bench.offering(List.of("psc"));

    RunReport report = run(options("verdicts", 1).tags("@REQ:INS/va1.53"));

    assertThat(verdicts(report)).containsExactly(Verdict.NON_COUVERT);
    assertThat(report.scenarios().get(0).reason()).contains("sans le service « insi »");
  }

  @Test
  void canRunAgainInTheSameMachine() {
    RunReport first = run(options("verdicts", 1));
    RunReport second = run(options("verdicts", 1).seed(7L));

    assertThat(verdicts(second)).isEqualTo(verdicts(first));
    assertThat(second.seed()).isEqualTo(7L);
  }

  @Test
  void callsNothingTheFaultOfTheLpsWhenTheBenchDies() {
    RunReport report = run(options("extinction", 1));

    assertThat(report.cause().cause()).isEqualTo(Cause.BANC);
    assertThat(report.cause().message()).contains("ne répond pas");
    assertThat(verdicts(report)).containsOnly(Verdict.INDETERMINE);
    assertThat(report.scenarios()).allSatisfy(s -> assertThat(s.expectations()).isEmpty());
    assertThat(ExitCodes.of(report, null)).isEqualTo(ExitCodes.UNDECIDED);
  }

  @Test
  void blamesTheBenchForItsOwnErrors() {
    bench.willErr("base de données fermée");

    RunReport report = run(options("verdicts", 1).tags("@REQ:INS/va1.53"));

    assertThat(verdicts(report)).containsExactly(Verdict.INDETERMINE);
    assertThat(report.scenarios().get(0).cause().message()).contains("base de données fermée");
    assertThat(report.scenarios().get(0).expectations()).extracting(e -> e.ok()).containsOnly(true);
  }

  @Test
  void affirmsNoAbsenceWhileTheLpsStillTalks() {
    bench.neverQuiet();

    RunReport report = run(options("verdicts", 1).tags("@REQ:INS/va1.52 or @REQ:INS/va1.53"));

    assertThat(verdicts(report)).containsExactly(Verdict.INDETERMINE, Verdict.NON_CONFORME);
    assertThat(report.scenarios().get(0).cause().cause()).isEqualTo(Cause.LPS);
    assertThat(report.scenarios().get(0).cause().message()).contains("échangeait encore");
  }

  @Test
  void saysAtOnceThatTheBenchDoesNotAnswer() {
    RunOptions options = options("verdicts", 1).build();
    bench.close();

    RunReport report = SuiteRun.run(options);

    assertThat(report.cause().cause()).isEqualTo(Cause.BANC);
    assertThat(report.scenarios()).isEmpty();
    assertThat(out.resolve("report.json")).exists();
  }

  @Test
  void saysAtOnceThatTheDriverDoesNotAnswer() {
    RunOptions options = options("verdicts", 1).build();
    started.get(0).close();

    RunReport report = SuiteRun.run(options);

    assertThat(report.cause().cause()).isEqualTo(Cause.PILOTE);
    assertThat(report.scenarios()).isEmpty();
  }

  @Test
  void judgesWhatArrivesWhenNobodyDrives() {
    String space = bench.addSpace("cabinet").id();
    bench.receive(
        space, "insi", "INSi WS_INS2", "avant", FakeBench.finding(RuleSource.TEXTE, "INS/va1.53"));
    bench.willFind(space, FakeBench.finding(RuleSource.TEXTE, "INS/va1.20"));
    LpsConfiguration observed =
        new LpsConfiguration(
            new Capabilities.LpsIdentity("LPS", "1", null),
            LpsConfiguration.DriverKind.OBSERVATION,
            List.of(),
            List.of(),
            out,
            Duration.ofMillis(50),
            null,
            Map.of());

    RunReport report = run(RunOptions.of(bench.url(), observed, out));

    assertThat(report.horsScenario()).hasSize(1);
    assertThat(requirement(report, "INS/va1.53").verdict()).isEqualTo(Verdict.NON_CONFORME);
    assertThat(requirement(report, "INS/va1.20").verdict()).isEqualTo(Verdict.NON_CONFORME);
    assertThat(report.scenarios()).extracting(ScenarioResult::id).containsExactly("observation");
    assertThat(verdicts(report)).containsExactly(Verdict.NON_COUVERT);
    assertThat(out.resolve(report.horsScenarioEvidence().get(0).request())).hasContent("avant");
  }

  @Test
  void judgesWhatArrivesBetweenTwoScenarios() {
    RunReport report =
        run(
            options("verdicts", 1)
                .tags("@REQ:INS/va1.53 or @REQ:INSI-T08")
                .progress(
                    new RunProgress() {
                      @Override
                      public void finished(ScenarioResult result, int done, int total) {
                        bench.receive(
                            bench.spaces().get(0).id(),
                            "insi",
                            "INSi WS_INS2",
                            "tardif",
                            FakeBench.finding(RuleSource.TEXTE, "INSI-T01"));
                      }
                    }));

    assertThat(report.horsScenario()).hasSize(2);
    assertThat(requirement(report, "INSI-T01").verdict()).isEqualTo(Verdict.NON_CONFORME);
    assertThat(requirement(report, "INSI-T01").scenarios()).isEmpty();
  }

  private RunOptions.Builder options(String feature, int instances) {
    return RunOptions.of(bench.url(), lps(null, instances), out).features(features(feature));
  }

  private LpsConfiguration lps(@Nullable String profile, int instances) {
    List<URI> urls = Stream.generate(this::startLps).limit(instances).map(FakeLps::url).toList();
    return new LpsConfiguration(
        new Capabilities.LpsIdentity("LPS", "1", null),
        DriverKind.HTTP,
        urls,
        List.of(),
        out,
        LpsConfiguration.DEFAULT_LIMIT,
        profile,
        Map.of());
  }

  private static List<String> features(String name) {
    return List.of("classpath:fr/socle/essai/" + name + ".feature");
  }

  private FakeLps startLps() {
    FakeLps lps = new FakeLps();
    AtomicReference<String> space = new AtomicReference<>("");
    lps.on(
        "configurer",
        input -> {
          space.set(input.path("banc").path("id").asText());
          return done("{}");
        });
    lps.on("reinitialiser", input -> done("{}"));
    lps.on("ouvrir-dossier", input -> opens(space.get(), input.path("dossier").asText()));
    started.add(lps);
    return lps;
  }

  private String opens(String space, String record) {
    if (record.equals("mauvais")) {
      return done(RECORD.replace("provisoire", "certaine"));
    }
    if (record.equals("refuse")) {
      return "{\"statut\":\"refuse\",\"message\":\"dossier fermé\"}";
    }
    if (record.equals("extinction")) {
      bench.close();
    }
    if (record.startsWith("constat ")) {
      bench.receive(
          space,
          "insi",
          "INSi WS_INS2",
          "demande",
          FakeBench.finding(RuleSource.VU, record.substring("constat ".length())));
    }
    return done(RECORD);
  }

  private static String done(String seen) {
    return "{\"statut\":\"fait\",\"vu\":" + seen + ",\"etapes\":1}";
  }

  private static RunReport run(RunOptions.Builder options) {
    return SuiteRun.run(options.build());
  }

  private static List<Verdict> verdicts(RunReport report) {
    return report.scenarios().stream().map(ScenarioResult::verdict).toList();
  }

  private static RequirementResult requirement(RunReport report, String id) {
    return report.requirements().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<String> ids(List<Requirement> requirements) {
    return requirements.stream().map(Requirement::id).toList();
  }

  private List<JsonNode> attachments() throws IOException {
    List<JsonNode> found = new ArrayList<>();
    JsonMapper json = BenchJson.mapper();
    for (String line : Files.readAllLines(out.resolve("messages.ndjson"))) {
      JsonNode attachment = json.readTree(line).path("attachment");
      if (ScenarioRun.EVIDENCE_TYPE.equals(attachment.path("mediaType").asText())) {
        found.add(json.readTree(attachment.get("body").asText()));
      }
    }
    return found;
  }
}
