package fr.socle.features.report;

import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.features.model.RunReport;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Writes {@code rapport.html}: one page in French that holds everything it shows, for the developer
 * who must mend, the product owner who must decide and the ANS reader who must check. Immutable;
 * may be used from several threads.
 */
public final class HtmlReport {
  /** Name of the page in the report's directory. */
  public static final String FILE_NAME = "rapport.html";

  private final List<SpaceDescriptor> spaces;
  private final Set<String> witnessed;
  private final ZoneId zone;

  /** A report that knows no key store and dates things in the zone of the machine. */
  public HtmlReport() {
    this(List.of(), Set.of(), ZoneId.systemDefault());
  }

  private HtmlReport(List<SpaceDescriptor> spaces, Set<String> witnessed, ZoneId zone) {
    this.spaces = List.copyOf(spaces);
    this.witnessed = Set.copyOf(witnessed);
    this.zone = zone;
  }

  /** The same, with the spaces of the run: their key stores stand in the {@code curl} commands. */
  public HtmlReport withSpaces(List<SpaceDescriptor> descriptors) {
    return new HtmlReport(descriptors, witnessed, zone);
  }

  /**
   * The same, with the services that an implementation of another hand has confirmed. All others
   * are named under "Ce que ce rapport ne dit pas".
   */
  public HtmlReport withWitnessedServices(Set<String> services) {
    return new HtmlReport(spaces, services, zone);
  }

  /** The same, dating things in another zone. */
  public HtmlReport withZone(ZoneId other) {
    return new HtmlReport(spaces, witnessed, other);
  }

  /**
   * Writes the page.
   *
   * @param run the run
   * @param directory the report's directory, to which the evidence files of the run are relative;
   *     made if it does not exist. Files that are missing only leave their raw view empty
   * @return the page
   * @throws IOException if the page cannot be written
   */
  public Path write(RunReport run, Path directory) throws IOException {
    Files.createDirectories(directory);
    Path page = directory.resolve(FILE_NAME);
    Anchors anchors = new Anchors(run);
    FindingIndex findings = new FindingIndex(run, anchors);
    Recordings recordings = new Recordings(directory, spaces);
    Map<String, Object> views =
        Map.of(
            "css", resource("rapport.css"),
            "usages", UsageSection.of(run, anchors),
            "script", resource("rapport.js"),
            "verdict", VerdictSection.of(run, zone),
            "mends", MendSection.of(run, anchors, findings),
            "matrix", MatrixSection.of(run, anchors),
            "scenarios", ScenarioSection.of(run, anchors, findings),
            "exchanges", ExchangeSection.of(run, anchors, findings, recordings),
            "limits", LimitsSection.of(run, anchors, findings, witnessed));
    try (Writer writer = Files.newBufferedWriter(page, StandardCharsets.UTF_8)) {
      engine().getTemplate("rapport").evaluate(writer, views, Locale.FRENCH);
    }
    return page;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("resource " + name + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static PebbleEngine engine() {
    ClasspathLoader loader = new ClasspathLoader(HtmlReport.class.getClassLoader());
    loader.setPrefix("fr/socle/features/report");
    loader.setSuffix(".peb");
    return new PebbleEngine.Builder()
        .loader(loader)
        .autoEscaping(true)
        .strictVariables(true)
        .defaultLocale(Locale.FRENCH)
        .build();
  }
}
