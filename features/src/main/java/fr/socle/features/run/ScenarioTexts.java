package fr.socle.features.run;

import fr.socle.features.model.StepText;
import io.cucumber.plugin.event.DataTableArgument;
import io.cucumber.plugin.event.DocStringArgument;
import io.cucumber.plugin.event.Location;
import io.cucumber.plugin.event.Node;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.StepArgument;
import io.cucumber.plugin.event.TestCase;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the feature files say of the scenarios of a run, and how far each has come. Thread-safe. */
final class ScenarioTexts {
  private final Map<URI, List<Node>> sources = new ConcurrentHashMap<>();
  private final Map<String, Text> texts = new ConcurrentHashMap<>();

  /** The identifier of the scenario at a line of a feature file. */
  static String id(String file, int line) {
    return name(file) + ":" + line;
  }

  /**
   * The name of a feature file in what is written. One outside the class path is named from the
   * current directory, so that it is the same on every machine.
   */
  static String name(String file) {
    String known = "fr/socle/features/";
    String path = file.startsWith(known) ? file.substring(known.length()) : file;
    if (Path.of(file).isAbsolute()) {
      Path here = Path.of("").toAbsolutePath();
      Path there = Path.of(file);
      path =
          (there.startsWith(here) ? here.relativize(there) : there)
              .toString()
              .replace('\\', '/')
              .replaceFirst("^[A-Za-z]:", "");
    }
    return path.replaceAll("^/+|[.]feature$", "");
  }

  /** A feature file was read. */
  void parsed(URI uri, Collection<Node> nodes) {
    sources.put(uri, List.copyOf(nodes));
  }

  /** A scenario begins. */
  void started(TestCase testCase) {
    texts.put(testCase.getId().toString(), new Text(testCase, pathTo(testCase)));
  }

  /** A step of a scenario begins. */
  void stepStarted(TestCase testCase, PickleStepTestStep step) {
    text(testCase.getId().toString()).current = step.getStep().getLine();
  }

  /** A step or a hook of a scenario is over. */
  void stepFinished(TestCase testCase, @Nullable PickleStepTestStep step, Result result) {
    text(testCase.getId().toString()).finished(step, result);
  }

  /** What is known of a scenario, by Cucumber's identifier of the test case. */
  Text text(String id) {
    Text text = texts.get(id);
    if (text == null) {
      throw new IllegalStateException("scenario " + id + " never began");
    }
    return text;
  }

  private List<Node> pathTo(TestCase testCase) {
    Location location = testCase.getLocation();
    for (Node node : sources.getOrDefault(testCase.getUri(), List.of())) {
      Optional<List<Node>> path =
          node.findPathTo(
              n ->
                  n.getLocation().equals(location)
                      && (n instanceof Node.Scenario || n instanceof Node.Example));
      if (path.isPresent()) {
        return path.get();
      }
    }
    return List.of();
  }

  /** One scenario. Written and read by the thread that plays it. */
  static final class Text {
    private static final Set<Status> WITHOUT_DEFINITION =
        EnumSet.of(Status.UNDEFINED, Status.AMBIGUOUS, Status.PENDING);

    private final TestCase testCase;
    private final List<Node> path;
    private final Map<Integer, Result> results = new LinkedHashMap<>();
    private @Nullable String error;
    private volatile int current;

    private Text(TestCase testCase, List<Node> path) {
      this.testCase = testCase;
      this.path = path;
    }

    private void finished(@Nullable PickleStepTestStep step, Result result) {
      if (step != null) {
        results.put(step.getStep().getLine(), result);
      }
      if (error != null) {
        return;
      }
      if (result.getError() != null) {
        error = result.getError().toString();
      } else if (step != null && WITHOUT_DEFINITION.contains(result.getStatus())) {
        error = "étape sans définition, « %s »".formatted(step.getStep().getText());
      }
    }

    /** Stable identifier: file without extension, {@code :}, line. */
    String id() {
      String uri = uri();
      String file =
          uri.startsWith("file:")
              ? Path.of(testCase.getUri()).toString()
              : uri.substring(uri.lastIndexOf(':') + 1);
      return ScenarioTexts.id(file, line());
    }

    String uri() {
      return testCase.getUri().toString();
    }

    int line() {
      return testCase.getLocation().getLine();
    }

    /** Name of the scenario; rows of a plan that share one are told apart by their number. */
    String name() {
      String name = testCase.getName();
      Node last = path.isEmpty() ? null : path.get(path.size() - 1);
      boolean same =
          last instanceof Node.Example
              && path.stream()
                  .anyMatch(
                      n ->
                          n instanceof Node.ScenarioOutline && n.getName().orElse("").equals(name));
      return same ? name + " — exemple ligne " + line() : name;
    }

    String feature() {
      return path.stream()
          .filter(Node.Feature.class::isInstance)
          .findFirst()
          .flatMap(Node::getName)
          .orElse("");
    }

    List<String> tags() {
      return testCase.getTags();
    }

    /** Line of the step that is being played. */
    int currentLine() {
      return current;
    }

    /** The first error a step ended with, whatever it stands for. */
    Optional<String> error() {
      return Optional.ofNullable(error);
    }

    List<StepText> steps() {
      int scenarioLine =
          path.stream()
              .filter(n -> n instanceof Node.Scenario || n instanceof Node.ScenarioOutline)
              .findFirst()
              .map(n -> n.getLocation().getLine())
              .orElse(0);
      List<StepText> steps = new ArrayList<>();
      for (var testStep : testCase.getTestSteps()) {
        if (testStep instanceof PickleStepTestStep step) {
          steps.add(
              new StepText(
                  step.getStep().getKeyword().strip(),
                  step.getStep().getText() + argument(step.getStep().getArgument()),
                  step.getStep().getLine(),
                  step.getStep().getLine() < scenarioLine,
                  outcome(results.get(step.getStep().getLine()))));
        }
      }
      return steps;
    }

    private static StepText.Outcome outcome(@Nullable Result result) {
      if (result == null) {
        return StepText.Outcome.NON_JOUE;
      }
      return switch (result.getStatus()) {
        case PASSED -> StepText.Outcome.JOUE;
        case SKIPPED ->
            result.getError() == null ? StepText.Outcome.NON_JOUE : StepText.Outcome.ARRETE;
        default -> StepText.Outcome.ARRETE;
      };
    }

    private static String argument(@Nullable StepArgument argument) {
      StringBuilder text = new StringBuilder();
      if (argument instanceof DataTableArgument table) {
        for (List<String> row : table.cells()) {
          text.append("\n| ").append(String.join(" | ", row)).append(" |");
        }
      } else if (argument instanceof DocStringArgument doc) {
        text.append('\n').append(doc.getContent());
      }
      return text.toString();
    }
  }
}
