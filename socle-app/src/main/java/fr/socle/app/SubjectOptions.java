package fr.socle.app;

import fr.socle.features.driver.LpsConfiguration;
import fr.socle.features.driver.LpsConfigurationReader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which LPS a command is about: the user's, or the embedded reference. */
final class SubjectOptions {
  @Option(
      names = "--lps",
      paramLabel = "FICHIER",
      description = "lps.yaml de votre logiciel ; sans elle, le LPS de référence embarqué.")
  private @Nullable Path file;

  /**
   * How many scenarios the reference plays at once: more than processors, since some of them wait
   * for a token to expire or for the pace of a poll.
   */
  static final int LANES = 3 * Runtime.getRuntime().availableProcessors();

  /** The LPS with all the instances it has; the reference has three for each processor. */
  Subject open() {
    return open(LANES);
  }

  /** The LPS; the reference is started as many times as told. */
  Subject open(int instances) {
    if (file == null) {
      return Subject.reference(null, instances);
    }
    return new Subject(configuration(file), java.util.List.of());
  }

  static LpsConfiguration configuration(Path file) {
    return new LpsConfigurationReader().read(file);
  }
}
