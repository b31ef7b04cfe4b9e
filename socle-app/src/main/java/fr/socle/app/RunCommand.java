package fr.socle.app;

import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.control.ControlOptions;
import fr.socle.bench.space.RealNames;
import fr.socle.exigences.RequirementCatalogue;
import fr.socle.exigences.VerdictLaw.SourcePolicy;
import fr.socle.features.driver.LpsConfiguration;
import fr.socle.features.model.RunReport;
import fr.socle.features.report.HtmlReport;
import fr.socle.features.report.TerminalReport;
import fr.socle.features.run.ExitCodes;
import fr.socle.features.run.RunOptions;
import fr.socle.features.run.SuiteRun;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code socle run}: runs the suite and says what it found. */
@Command(
    name = "run",
    description = "Joue les scénarios et rend un verdict, exigence par exigence.")
final class RunCommand implements Callable<Integer> {
  @Mixin private final SubjectOptions subject = new SubjectOptions();

  @Option(
      names = "--bench",
      paramLabel = "URL",
      description = "Banc déjà lancé (socle up) ; sans elle, un banc embarqué.")
  private @Nullable URI bench;

  @Option(
      names = "--world",
      paramLabel = "FICHIER",
      description =
          "Monde de départ de chaque espace du banc embarqué : professionnels et clients Pro Santé"
              + " Connect (YAML ou JSON).")
  private @Nullable Path world;

  @Option(
      names = "--tags",
      paramLabel = "EXPR",
      description = "Scénarios choisis, par exemple « @PSC and not @vague2 ».")
  private @Nullable String tags;

  @Option(
      names = "--features",
      paramLabel = "CHEMIN",
      description =
          "Vos propres scénarios, fichier ou dossier, joués avec ceux de Socle (répétable).")
  private List<Path> features = List.of();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Scénarios joués en même temps, un espace chacun ; sans elle, autant que le LPS a"
              + " d'instances.")
  private @Nullable Integer threads;

  @Option(
      names = "--require",
      paramLabel = "PROFIL",
      description = "Profil dont les exigences obligatoires doivent être couvertes.")
  private @Nullable String profile;

  @Option(
      names = "--sources",
      paramLabel = "SOURCES",
      description = "« texte » : seuls les textes et les normes rendent non conforme.")
  private String sources = "toutes";

  @Option(
      names = "--ordre",
      paramLabel = "GRAINE",
      description = "Joue les scénarios dans un ordre tiré de cette graine.")
  private @Nullable Long seed;

  @Option(names = "--out", paramLabel = "DIR", description = "Dossier du rapport.")
  private Path out = Path.of("target", "socle");

  @Option(names = "--verbose", description = "En dit plus pendant et après.")
  private boolean verbose;

  @Option(
      names = "--space",
      paramLabel = "ID",
      split = ",",
      description =
          "Espace du banc de --bench où jouer (e1...), quand votre logiciel y est déjà réglé et n'en"
              + " change pas ; un par instance.")
  private List<String> spaces = List.of();

  @Mixin private final RealNamesOptions realNames = new RealNamesOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (threads != null && threads < 1) {
      throw new UsageException("--threads attend un nombre d'au moins 1.");
    }
    SourcePolicy policy =
        switch (sources) {
          case "toutes" -> SourcePolicy.ALL;
          case "texte" -> SourcePolicy.TEXT_ONLY;
          default -> throw new UsageException("--sources attend « texte », ou rien pour toutes.");
        };
    if (profile != null) {
      RequirementCatalogue.load().ofProfile(profile); // an unknown one is told before any start
    }
    if (world != null && bench != null) {
      throw new UsageException(
          "--world va avec le banc embarqué : donnez-le à « socle up », ou retirez --bench.");
    }
    if (!spaces.isEmpty() && bench == null) {
      throw new UsageException(
          "--space désigne un espace d'un banc lancé par « socle up » : donnez aussi --bench.");
    }
    BenchOptions options =
        BenchOptions.builder().furnishing(WorldFile.of(world)).realNames(realNames()).build();
    try (Subject lps = threads == null ? subject.open() : subject.open(threads);
        EmbeddedBench embedded =
            bench == null ? EmbeddedBench.start(options, ControlOptions.loopback()) : null) {
      if (embedded != null && world != null) {
        embedded.tryOnce();
      }
      if (embedded != null && realNames.areWanted()) {
        // Software goes to the real names and to no other space: one alone is under them.
        spaces =
            List.of(embedded.bench().createSpace(new SpaceRequest("principal", null, null)).id());
      }
      URI address = embedded == null ? Objects.requireNonNull(bench) : embedded.address();
      return run(address, lps.configuration(), policy);
    }
  }

  private RealNames realNames() {
    if (bench != null && realNames.areWanted()) {
      throw new UsageException(
          "--real-names va avec le banc embarqué : donnez-le à « socle up », ou retirez --bench.");
    }
    return realNames.prepare(BenchOptions.builder().build().services(), Terminal.of(spec));
  }

  private int run(URI address, LpsConfiguration lps, SourcePolicy policy) {
    Terminal terminal = Terminal.of(spec);
    TerminalReport report =
        new TerminalReport(
            terminal.writer(),
            TerminalReport.Style.of(Boolean.getBoolean("socle.terminal"), verbose, System.getenv()),
            Clock.systemUTC(),
            out.resolve(HtmlReport.FILE_NAME));
    RunReport result =
        SuiteRun.run(
            RunOptions.of(address, lps, out)
                .token(System.getenv("SOCLE_TOKEN"))
                .tags(tags)
                .alsoFeatures(features)
                .spaces(spaces)
                .threads(threads == null ? lps.instances() : threads)
                .sources(policy)
                .profile(profile)
                .seed(seed)
                .progress(new TerminalProgress(report))
                .build());
    report.end(result);
    terminal.writer().flush();
    return ExitCodes.of(result, profile);
  }
}
