package fr.socle.features.run;

import fr.socle.exigences.VerdictLaw.SourcePolicy;
import fr.socle.features.driver.LpsConfiguration;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to run, against what, and where to write it.
 *
 * @param bench address of the control API of the bench
 * @param token value of {@code SOCLE_TOKEN} when the bench demands one
 * @param lps the software under test and its driver
 * @param out directory of the report; made when absent
 * @param tags Cucumber tag expression; absent = every scenario
 * @param threads scenarios played at once at most; never more than the LPS has instances
 * @param sources which sources may make a requirement {@code non_conforme}
 * @param profile profile of {@code --require}
 * @param seed seed of the order of the scenarios; absent = order of the files
 * @param spaces spaces to use, by identifier; empty = the run makes its own when the driver can
 *     configure the LPS, else takes those of the bench in order
 * @param features packages or files of features, such as {@code classpath:fr/socle/features}
 * @param progress hears how the run goes on
 * @param clock clock of the durations and instants of the report
 */
public record RunOptions(
    URI bench,
    @Nullable String token,
    LpsConfiguration lps,
    Path out,
    @Nullable String tags,
    int threads,
    SourcePolicy sources,
    @Nullable String profile,
    @Nullable Long seed,
    List<String> spaces,
    List<String> features,
    RunProgress progress,
    Clock clock) {

  /** Where the feature files of Socle are. */
  public static final String FEATURES = "classpath:fr/socle/features";

  /** Copies the lists. */
  public RunOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread");
    }
    spaces = List.copyOf(spaces);
    features = List.copyOf(features);
  }

  /** The same run against another LPS, written elsewhere, of fewer scenarios when told so. */
  RunOptions against(LpsConfiguration other, Path elsewhere, @Nullable String fewer) {
    return new RunOptions(
        bench,
        token,
        other,
        elsewhere,
        fewer == null ? tags : fewer,
        threads,
        sources,
        profile,
        seed,
        spaces,
        features,
        progress,
        clock);
  }

  /** The same run of these feature files. */
  RunOptions of(List<String> files) {
    return new RunOptions(
        bench, token, lps, out, tags, threads, sources, profile, seed, spaces, files, progress,
        clock);
  }

  /** Begins with what no run can do without. */
  public static Builder of(URI bench, LpsConfiguration lps, Path out) {
    return new Builder(bench, lps, out);
  }

  /** Collects options; every one has a default. */
  public static final class Builder {
    private final URI bench;
    private final LpsConfiguration lps;
    private final Path out;
    private @Nullable String token;
    private @Nullable String tags;
    private int threads = 1;
    private SourcePolicy sources = SourcePolicy.ALL;
    private @Nullable String profile;
    private @Nullable Long seed;
    private List<String> spaces = List.of();
    private List<String> features = List.of(FEATURES);
    private RunProgress progress = RunProgress.SILENT;
    private Clock clock = Clock.systemUTC();

    private Builder(URI bench, LpsConfiguration lps, Path out) {
      this.bench = bench;
      this.lps = lps;
      this.out = out;
    }

    /** Token the bench demands. */
    public Builder token(@Nullable String value) {
      token = value;
      return this;
    }

    /** Cucumber tag expression, such as {@code @PSC and not @vague2}. */
    public Builder tags(@Nullable String value) {
      tags = value;
      return this;
    }

    /** Scenarios played at once at most. */
    public Builder threads(int value) {
      threads = value;
      return this;
    }

    /** Which sources may make a requirement non conforming. */
    public Builder sources(SourcePolicy value) {
      sources = value;
      return this;
    }

    /** Profile demanded. */
    public Builder profile(@Nullable String value) {
      profile = value;
      return this;
    }

    /** Seed of the order of the scenarios. */
    public Builder seed(@Nullable Long value) {
      seed = value;
      return this;
    }

    /** Spaces to use, by identifier. */
    public Builder spaces(List<String> value) {
      spaces = value;
      return this;
    }

    /** Feature files to play, as {@code classpath:} folders or files. */
    public Builder features(List<String> value) {
      features = value;
      return this;
    }

    /**
     * Feature files of the editor's own, played beside those of Socle.
     *
     * @param own files or folders
     * @throws RunOptionsException if one is not there
     */
    public Builder alsoFeatures(List<Path> own) {
      List<String> all = new ArrayList<>(features);
      for (Path path : own) {
        if (!Files.exists(path)) {
          throw new RunOptionsException(
              "Il n'y a ni fichier ni dossier de scénarios à l'adresse %s.".formatted(path));
        }
        all.add(path.toAbsolutePath().normalize().toString());
      }
      features = all;
      return this;
    }

    /** Hears how the run goes on. */
    public Builder progress(RunProgress value) {
      progress = value;
      return this;
    }

    /** Clock of the report. */
    public Builder clock(Clock value) {
      clock = value;
      return this;
    }

    /** The options. */
    public RunOptions build() {
      return new RunOptions(
          bench, token, lps, out, tags, threads, sources, profile, seed, spaces, features, progress,
          clock);
    }
  }
}
