package fr.socle.features.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.BenchJson;
import fr.socle.exigences.RuleSource;
import fr.socle.exigences.Verdict;
import fr.socle.features.driver.Capabilities;
import fr.socle.features.driver.FakeLps;
import fr.socle.features.driver.LpsConfiguration;
import fr.socle.features.model.MutantReport;
import fr.socle.features.run.MutantProof.DeclaredMutant;
import fr.socle.features.run.MutantProof.RunningLps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutantProofTest {
  @TempDir private Path out;
  private final FakeBench bench = new FakeBench();
  private final List<String> closed = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void catchesAMutantWhoseFoundRequirementsAreExactlyThoseItDeclares() {
    MutantReport report =
        prove(
            new DeclaredMutant("juste", List.of("INSI-T03")),
            new DeclaredMutant("trop-annonce", List.of("INSI-T03", "INSI-T04")),
            new DeclaredMutant("pas-assez-annonce", List.of()));

    assertThat(report.reference().verdict()).isEqualTo(Verdict.CONFORME);
    assertThat(report.mutants())
        .extracting(MutantReport.Mutant::caught)
        .containsExactly(true, false, false);
    assertThat(report.mutants().get(0).found()).containsExactly("INSI-T03");
    assertThat(report.mutants().get(2).unrelated()).containsExactly("INSI-T03");
    assertThat(closed).hasSize(4);
  }

  @Test
  void writesMutantsJsonBesideTheReportOfEachRun() throws Exception {
    prove(new DeclaredMutant("juste", List.of("INSI-T03")));

    JsonNode written = BenchJson.mapper().readTree(out.resolve("mutants.json").toFile());
    assertThat(written.at("/reference/verdict").asText()).isEqualTo("conforme");
    assertThat(written.at("/mutants/0/id").asText()).isEqualTo("juste");
    assertThat(out.resolve("reference/report.json")).exists();
    assertThat(out.resolve("juste/report.json")).exists();
  }

  @Test
  void playsTheFilesThatHoldItsScenariosAndStillKnowsWhatTheOthersCover() throws Exception {
    String played = "classpath:fr/socle/essai/mutants.feature";
    String other = "classpath:fr/socle/essai/extinction.feature";
    SuiteIndex suite = SuiteIndex.load(List.of(played, other));
    assertThat(suite.filesHolding(List.of(played, other), "@REQ:INS/va1.52"))
        .containsExactly(played);
    assertThat(suite.filesHolding(List.of(played, other), null)).containsExactly(played, other);
    assertThat(suite.filesHolding(List.of(played, other), "@REQ:INS/va1.99")).isEmpty();

    MutantProof.run(
        template(List.of(played, other)).build(),
        List.of(new DeclaredMutant("juste", List.of("INSI-T03"), "@REQ:INS/va1.52")),
        1,
        this::start,
        MutantProof.Progress.SILENT);

    JsonNode report = BenchJson.mapper().readTree(out.resolve("juste/report.json").toFile());
    assertThat(report.path("scenarios")).hasSize(1);
    assertThat(judgeable(report)).contains("INS/va1.53").doesNotContain("INS/va1.50");
  }

  @Test
  void playsSeveralMutantsSideBySideAndKeepsTheirOrder() {
    CyclicBarrier both = new CyclicBarrier(2);

    MutantReport report =
        MutantProof.run(
            template(),
            List.of(
                new DeclaredMutant("premier", List.of()), new DeclaredMutant("second", List.of())),
            2,
            mutant -> mutant == null ? start(null) : afterMeeting(both, start(null)),
            MutantProof.Progress.SILENT);

    assertThat(report.mutants())
        .extracting(MutantReport.Mutant::id)
        .containsExactly("premier", "second");
    assertThat(report.mutants()).allMatch(MutantReport.Mutant::caught);
  }

  /** Neither is started before the other: a proof that played one after the other would not end. */
  private static RunningLps afterMeeting(CyclicBarrier both, RunningLps lps) {
    try {
      both.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("the mutants did not play side by side", e);
    }
    return lps;
  }

  private MutantReport prove(DeclaredMutant... mutants) {
    return MutantProof.run(
        template(), List.of(mutants), 1, this::start, MutantProof.Progress.SILENT);
  }

  private RunOptions template() {
    return template(List.of("classpath:fr/socle/essai/mutants.feature")).tags(null).build();
  }

  private RunOptions.Builder template(List<String> features) {
    return RunOptions.of(
            bench.url(),
            LpsConfiguration.http(new Capabilities.LpsIdentity("L", "1", null), List.of()),
            out)
        .features(features)
        .tags("@REQ:INS/va1.52");
  }

  private static List<String> judgeable(JsonNode report) {
    List<String> found = new ArrayList<>();
    for (JsonNode one : report.path("requirements")) {
      if (one.path("judgeable").asBoolean()) {
        found.add(one.path("id").asText());
      }
    }
    return found;
  }

  private RunningLps start(@Nullable String mutant) {
    FakeLps lps = new FakeLps();
    lps.on("configurer", input -> done())
        .on(
            "deconnecter-ps",
            input -> {
              if (mutant != null) {
                bench.receive(
                    bench.spaces().get(bench.spaces().size() - 1).id(),
                    "insi",
                    "INSi WS_INS2",
                    "demande",
                    FakeBench.finding(RuleSource.VU, "INSI-T03"));
              }
              return "{\"statut\":\"fait\",\"vu\":{\"connecte\":false,\"activites\":[],\"messages\":[]}}";
            });
    return new RunningLps() {
      @Override
      public LpsConfiguration configuration() {
        return LpsConfiguration.http(
            new Capabilities.LpsIdentity("L", "1", null), List.of(lps.url()));
      }

      @Override
      public void close() {
        closed.add(String.valueOf(mutant));
        lps.close();
      }
    };
  }

  private static String done() {
    return "{\"statut\":\"fait\",\"vu\":{}}";
  }
}
