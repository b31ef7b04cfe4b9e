package fr.socle.features.run;

import fr.socle.exigences.RequirementTag;
import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The scenarios of the suite, without playing them.
 *
 * @param scenarios scenarios in the order of the files; a row of a plan is a scenario
 */
public record SuiteIndex(List<IndexedScenario> scenarios) {

  private static final String CLASSPATH = "classpath:";

  /** Copies the list. */
  public SuiteIndex {
    scenarios = List.copyOf(scenarios);
  }

  /**
   * One scenario.
   *
   * @param name its name
   * @param file path of the feature file
   * @param line line in it
   * @param tags tags with their {@code @}
   */
  public record IndexedScenario(String name, String file, int line, List<String> tags) {

    /** Copies the list. */
    public IndexedScenario {
      tags = List.copyOf(tags);
    }

    /** Requirements it is tagged with. */
    public List<String> requirements() {
      return RequirementTag.requirementsOf(tags);
    }

    /** The identifier it has in {@code report.json}. */
    public String id() {
      return ScenarioTexts.id(file, line);
    }
  }

  /** Reads the suite of Socle. */
  public static SuiteIndex load() {
    return load(List.of(RunOptions.FEATURES));
  }

  /**
   * Reads feature files.
   *
   * @throws RunOptionsException if one cannot be read
   */
  public static SuiteIndex load(Collection<String> features) {
    try {
      return of(launcher().discover(request(features, null, Map.of())));
    } catch (JUnitException e) {
      String why =
          String.valueOf(e.getMessage())
              .lines()
              .skip(1)
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .limit(2)
              .collect(Collectors.joining(" : "));
      throw new RunOptionsException("Un fichier de scénarios ne se lit pas. " + why);
    }
  }

  /**
   * The files that packages and folders hold, each named as a selection of its own. Cucumber and
   * JUnit open the same jar by turns, and a jar can be opened by one of them only: runs played side
   * by side must not look for files in a package.
   */
  static List<String> filesOf(Collection<String> features) {
    return features.stream().flatMap(each -> filesOf(each).stream()).distinct().toList();
  }

  private static Set<String> filesOf(String features) {
    String scheme = features.startsWith(CLASSPATH) ? CLASSPATH : "";
    return load(List.of(features)).files().stream()
        .map(file -> scheme + file)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Scenarios that an expression selects.
   *
   * @param tags tag expression; absent or blank = every scenario
   * @throws RunOptionsException if the tag expression cannot be read
   */
  List<IndexedScenario> selected(@Nullable String tags) {
    if (tags == null || tags.isBlank()) {
      return scenarios;
    }
    Expression expression = expression(tags);
    return scenarios.stream().filter(scenario -> expression.evaluate(scenario.tags())).toList();
  }

  /**
   * Of these files, those that hold a scenario that an expression selects.
   *
   * @param features files as {@link #filesOf} names them
   * @param tags tag expression; absent or blank = every scenario
   * @throws RunOptionsException if the tag expression cannot be read
   */
  List<String> filesHolding(List<String> features, @Nullable String tags) {
    Set<String> holding =
        selected(tags).stream().map(IndexedScenario::file).collect(Collectors.toSet());
    return features.stream()
        .filter(
            file ->
                holding.contains(
                    file.startsWith(CLASSPATH) ? file.substring(CLASSPATH.length()) : file))
        .toList();
  }

  /** Requirements that scenarios name, sorted, each with those scenarios' identifiers. */
  public Map<String, List<String>> byRequirement() {
    Map<String, List<String>> byRequirement = new TreeMap<>();
    for (IndexedScenario scenario : scenarios) {
      for (String requirement : scenario.requirements()) {
        byRequirement.computeIfAbsent(requirement, r -> new ArrayList<>()).add(scenario.id());
      }
    }
    return byRequirement;
  }

  /** Paths of the feature files, sorted. */
  Set<String> files() {
    return scenarios.stream()
        .map(IndexedScenario::file)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static SuiteIndex of(TestPlan plan) {
    List<IndexedScenario> found = new ArrayList<>();
    for (TestIdentifier root : plan.getRoots()) {
      for (TestIdentifier test : plan.getDescendants(root)) {
        if (test.isTest()) {
          found.add(indexed(test));
        }
      }
    }
    found.sort(Comparator.comparing(IndexedScenario::file).thenComparing(IndexedScenario::line));
    return new SuiteIndex(found);
  }

  static Launcher launcher() {
    return LauncherFactory.create(
        LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .build());
  }

  /**
   * A request for the scenarios of feature files.
   *
   * @throws RunOptionsException if the tag expression cannot be read
   */
  static LauncherDiscoveryRequest request(
      Collection<String> features, @Nullable String tags, Map<String, String> parameters) {
    LauncherDiscoveryRequestBuilder request =
        LauncherDiscoveryRequestBuilder.request()
            .filters(EngineFilter.includeEngines("cucumber"))
            .selectors(features.stream().map(SuiteIndex::selector).toList())
            .configurationParameter("cucumber.publish.quiet", "true")
            .configurationParameter("cucumber.junit-platform.discovery.as-root-engine", "true")
            .configurationParameters(parameters);
    if (tags != null && !tags.isBlank()) {
      request.filters(tagged(tags));
    }
    return request.build();
  }

  private static DiscoverySelector selector(String features) {
    if (!features.startsWith(CLASSPATH)) {
      return features.endsWith(".feature")
          ? DiscoverySelectors.selectFile(features)
          : DiscoverySelectors.selectDirectory(features);
    }
    String path = features.substring(CLASSPATH.length());
    return path.endsWith(".feature")
        ? DiscoverySelectors.selectClasspathResource(path)
        : DiscoverySelectors.selectPackage(path.replace('/', '.'));
  }

  private static Expression expression(String tags) {
    try {
      return TagExpressionParser.parse(tags);
    } catch (TagExpressionException e) {
      throw new RunOptionsException(
          "L'expression d'étiquettes « %s » ne se lit pas. Exemple : --tags \"@PSC and not @vague2\"."
              .formatted(tags));
    }
  }

  private static PostDiscoveryFilter tagged(String tags) {
    Expression expression = expression(tags);
    return (TestDescriptor test) ->
        FilterResult.includedIf(!test.isTest() || expression.evaluate(tagsOf(test.getTags())));
  }

  private static List<String> tagsOf(Collection<TestTag> tags) {
    return tags.stream().map(tag -> "@" + tag.getName()).toList();
  }

  private static IndexedScenario indexed(TestIdentifier test) {
    TestSource source = test.getSource().orElseThrow();
    if (source instanceof ClasspathResourceSource resource) {
      return new IndexedScenario(
          test.getDisplayName(),
          resource.getClasspathResourceName(),
          resource.getPosition().map(FilePosition::getLine).orElse(0),
          tagsOf(test.getTags()));
    }
    if (source instanceof FileSource file) {
      return new IndexedScenario(
          test.getDisplayName(),
          file.getFile().getPath(),
          file.getPosition().map(FilePosition::getLine).orElse(0),
          tagsOf(test.getTags()));
    }
    throw new IllegalStateException("a scenario from nowhere: " + test);
  }
}
