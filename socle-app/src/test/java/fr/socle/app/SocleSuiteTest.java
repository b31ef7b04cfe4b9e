package fr.socle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.socle.lps.ReferenceLps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What an editor sees in JUnit when a class of his extends {@link SocleSuite}. */
class SocleSuiteTest {
  private static final String OWN = "src/test/suite/a-moi:5 chez nous, un médecin se connecte";
  private static final String OURS = "psc/connexion:6 un médecin se connecte";
  private static final String END = "verdict du passage";

  @Test
  void eachScenarioIsATestAndTheEditorsOwnAreAmongThem() {
    assertThat(results(Correct.class))
        .containsExactlyInAnyOrder(
            tuple(OWN, Status.SUCCESSFUL),
            tuple(OURS, Status.SUCCESSFUL),
            tuple(END, Status.SUCCESSFUL));
    assertThat(Path.of("target/suite-correct/rapport.html")).isNotEmptyFile();
    assertThat(Path.of("target/suite-correct/report.json")).isNotEmptyFile();
  }

  @Test
  void aScenarioThatIsNotConformFailsAndSoDoesTheEnd() {
    assertThat(results(Wrong.class))
        .containsExactlyInAnyOrder(
            tuple(OWN, Status.SUCCESSFUL), tuple(OURS, Status.FAILED), tuple(END, Status.FAILED));
  }

  @Test
  void anEditorsOwnScenarioThatFailsIsNamedAtTheEnd() {
    List<String> failures = failures(Demanding.class);

    assertThat(failures).hasSize(2);
    assertThat(failures.get(0)).startsWith("Non conforme (scénario sans exigence) : ");
    assertThat(failures.get(1))
        .startsWith(
            "Code de sortie 1 : vos scénarios non conformes :"
                + " src/test/suite-exigeante/exigeant:5. Le rapport est dans ");
  }

  @Test
  void nothingJudgedIsNoSuccess() {
    assertThat(results(Nothing.class)).containsExactly(tuple(END, Status.FAILED));
  }

  @Test
  void anUnreadableFileFailsTheClass() {
    assertThat(results(Unknown.class)).containsExactly(tuple("suite()", Status.FAILED));
  }

  private static List<Tuple> results(Class<?> suite) {
    List<Tuple> results = new ArrayList<>();
    play(
        suite,
        (test, result) -> {
          if (test.isTest() || result.getStatus() != Status.SUCCESSFUL) {
            results.add(tuple(test.getDisplayName(), result.getStatus()));
          }
        });
    return results;
  }

  private static List<String> failures(Class<?> suite) {
    List<String> failures = new ArrayList<>();
    play(
        suite,
        (test, result) ->
            result.getThrowable().ifPresent(thrown -> failures.add(thrown.getMessage())));
    return failures;
  }

  private static void play(Class<?> suite, BiConsumer<TestIdentifier, TestExecutionResult> told) {
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(suite))
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .build(),
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                told.accept(test, result);
              }
            });
  }

  /** An editor's class, whose software is the reference. */
  abstract static class Editor extends SocleSuite {
    private final String mutant;
    private @Nullable ReferenceLps lps;

    Editor(String mutant) {
      this.mutant = mutant;
    }

    @Override
    protected Path lps() {
      return Path.of("src/test/suite/lps.yaml");
    }

    @Override
    protected URI driver() {
      ReferenceLps.Builder builder = ReferenceLps.builder();
      try {
        lps = (mutant.isEmpty() ? builder : builder.mutant(mutant)).start();
        return lps.url();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    protected String tags() {
      return "@a-moi or (@REQ:EXI-PSC-15 and @REQ:EXI-PSC-16)";
    }

    @Override
    protected List<Path> features() {
      return List.of(Path.of("src/test/suite"));
    }

    @AfterEach
    void stop() {
      if (lps != null) {
        lps.close();
      }
    }
  }

  static final class Correct extends Editor {
    Correct() {
      super("");
    }

    @Override
    protected Path out() {
      return Path.of("target/suite-correct");
    }
  }

  static final class Wrong extends Editor {
    Wrong() {
      super("psc-acr-absent");
    }

    @Override
    protected Path out() {
      return Path.of("target/suite-mutant");
    }
  }

  static final class Demanding extends Editor {
    Demanding() {
      super("");
    }

    @Override
    protected String tags() {
      return "@exigeant";
    }

    @Override
    protected List<Path> features() {
      return List.of(Path.of("src/test/suite-exigeante"));
    }

    @Override
    protected Path out() {
      return Path.of("target/suite-exigeante");
    }
  }

  static final class Nothing extends Editor {
    Nothing() {
      super("");
    }

    @Override
    protected String tags() {
      return "@aucun";
    }

    @Override
    protected Path out() {
      return Path.of("target/suite-vide");
    }
  }

  static final class Unknown extends Editor {
    Unknown() {
      super("");
    }

    @Override
    protected Path lps() {
      return Path.of("target/absent.yaml");
    }
  }
}
