package fr.socle.features.run;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.InsiState;
import fr.socle.exigences.Verdict;
import fr.socle.features.driver.Capabilities;
import fr.socle.features.driver.FakeLps;
import fr.socle.features.driver.LpsConfiguration;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.ScenarioResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The contract of WS_INS3 is assumed: an LPS that follows the real one is not blamed for what the
 * bench does not understand, nor for what it does not understand of the bench.
 */
class OtherVerificationContractTest {
  private static final String ON_KO =
      "(@REQ:INS/va1.05 or @REQ:INS/va1.07 or @REQ:INS/va1.08 or @REQ:INS/va1.12"
          + " or @REQ:INS/va1.63) and not @DMP";
  private static final String NUMBER = "<n>2880275056123</n>";

  @TempDir private Path out;
  private final FakeBench bench = new FakeBench();
  private final FakeLps lps = new FakeLps();
  private final AtomicReference<String> space = new AtomicReference<>("");
  private volatile String transaction = "INSi inconnue";
  private volatile String sent = NUMBER;
  private volatile String understood = "indisponible";

  @BeforeEach
  void prepare() {
    lps.on(
            "configurer",
            input -> {
              space.set(input.at("/banc/id").asText());
              return done("{}");
            })
        .on("reinitialiser", input -> done("{}"))
        .on("creer-dossier", input -> done(record("provisoire")))
        .on("ouvrir-dossier", input -> done(record("provisoire")))
        .on("controler-piece-identite", input -> done(record("qualifiee")))
        .on("lire-traces", input -> done("{\"traces\":[]}"))
        .on("lire-liste-travail", input -> done("{\"lignes\":[]}"))
        .on("rechercher-ins-traits", input -> search())
        .on("recevoir-identite", input -> receive())
        .on("verifier-ins", input -> verify());
  }

  @AfterEach
  void stop() {
    lps.close();
    bench.close();
  }

  @ParameterizedTest
  @CsvSource({
    "INSi inconnue,                     <n>2880275056123</n>, CONFORME,     ''",
    "INSi WS_INS3 (contrat supposé),    <n>2880275056123</n>, CONFORME,     ''",
    "INSi inconnue,                     <chiffre/>,           NON_COUVERT,  ne connaît pas",
    "INSi WS_INS2,                      <n>2880275056123</n>, NON_COUVERT,  par ses traits",
    "'',                                '',                   NON_CONFORME, ''"
  })
  void anArrivalIsJudgedByACallThatHoldsTheNumberWhateverItsForm(
      String named, String request, Verdict verdict, String reason) {
    transaction = named;
    sent = request;

    RunReport report = run("@REQ:INS/va1.09");

    ScenarioResult scenario = report.scenarios().get(0);
    assertThat(scenario.verdict()).isEqualTo(verdict);
    assertThat("" + scenario.reason()).contains(reason);
  }

  @Test
  void nothingIsSaidOfWhatFollowsAnAnswerTheBenchCouldNotGive() {
    assertThat(verdicts(run(ON_KO))).containsExactly(Verdict.NON_COUVERT);
  }

  @Test
  void nothingIsSaidOfWhatFollowsAnAnswerTheSoftwareDidNotUnderstand() {
    transaction = "INSi WS_INS3 (contrat supposé)";

    RunReport report = run(ON_KO);

    assertThat(verdicts(report)).containsExactly(Verdict.NON_COUVERT);
    assertThat(report.scenarios())
        .allSatisfy(s -> assertThat(s.reason()).contains("indisponible", "n'est pas public"));
  }

  @Test
  void whatFollowsADenialThatWasUnderstoodIsJudged() {
    transaction = "INSi WS_INS3 (contrat supposé)";
    understood = "dementie";

    assertThat(verdicts(run("@REQ:INS/va1.08 and not @DMP"))).containsExactly(Verdict.NON_CONFORME);
  }

  private String search() {
    bench.insiCalled(
        space.get(), new InsiState.Call("", "MOQUETTE", "ALIX", "F", "", null, "00", "1"));
    bench.receive(space.get(), "insi", "INSi WS_INS2", "<RECSANSVITALE/>");
    return done("{\"resultat\":\"trouvee\",\"dossier\":" + record("recuperee") + "}");
  }

  private String receive() {
    call();
    return done(
        record("provisoire")
            .replace("\"messages\"", "\"verification\":\"" + understood + "\",\"messages\""));
  }

  private String verify() {
    call();
    return done("{\"resultat\":\"" + understood + "\",\"dossier\":" + record("recuperee") + "}");
  }

  private void call() {
    if (!transaction.isEmpty()) {
      bench.receive(space.get(), "insi", transaction, sent);
    }
  }

  private RunReport run(String tags) {
    return SuiteRun.run(
        RunOptions.of(
                bench.url(),
                LpsConfiguration.http(
                    new Capabilities.LpsIdentity("L", "1", null), List.of(lps.url())),
                out)
            .tags(tags)
            .build());
  }

  private static Set<Verdict> verdicts(RunReport report) {
    return report.scenarios().stream().map(ScenarioResult::verdict).collect(Collectors.toSet());
  }

  private static String record(String status) {
    return """
        {"dossier":"d1","statutIdentite":"%s","attributs":[],"traits":{"nomNaissance":"MOQUETTE",\
        "premierPrenom":"ALIX","sexe":"F","dateNaissance":"1988-02-29"},"verrouille":false,\
        "historique":[],"messages":[]}"""
        .formatted(status);
  }

  private static String done(String seen) {
    return "{\"statut\":\"fait\",\"vu\":" + seen + "}";
  }
}
