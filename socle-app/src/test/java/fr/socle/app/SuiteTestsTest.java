package fr.socle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.features.model.RunReport;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

class SuiteTestsTest {

  @Test
  void aRunThatThrowsFailsTheLastTest() {
    RuntimeException thrown = new IllegalStateException("panne du passage");

    assertLastThrows(
        thrown,
        progress -> {
          throw thrown;
        });
  }

  @Test
  void aRunThatEndsWithAnErrorFailsTheLastTest() {
    Error thrown = new NoClassDefFoundError("absente");

    assertLastThrows(
        thrown,
        progress -> {
          throw thrown;
        });
  }

  private static void assertLastThrows(Throwable thrown, Function<SuiteTests, RunReport> run) {
    List<DynamicTest> tests;
    try (Stream<DynamicTest> stream = new SuiteTests(Path.of("target"), run).begin()) {
      tests = stream.toList();
    }
    assertThat(tests).extracting(DynamicTest::getDisplayName).containsExactly("verdict du passage");
    assertThatThrownBy(() -> tests.get(0).getExecutable().execute()).isSameAs(thrown);
  }
}
