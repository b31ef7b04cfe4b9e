package fr.socle.features.run;

import com.fasterxml.jackson.databind.SerializationFeature;
import fr.socle.bench.client.BenchJson;
import fr.socle.exigences.RequirementCatalogue;
import fr.socle.exigences.Verdict;
import fr.socle.features.driver.LpsConfiguration;
import fr.socle.features.model.MutantReport;
import fr.socle.features.model.RequirementResult;
import fr.socle.features.model.RunReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Proves the suite: the reference LPS passes everything, and each mutant of it is found with
 * exactly the requirements it is declared to break.
 */
public final class MutantProof {
  private static final Set<Verdict> FOUND = EnumSet.of(Verdict.NON_CONFORME, Verdict.RESERVE);

  private final RunOptions template;
  private final int atOnce;
  private final Workshop workshop;
  private final Progress progress;
  private final RequirementCatalogue catalogue = RequirementCatalogue.load();
  private final SuiteIndex suite;

  private MutantProof(RunOptions template, int atOnce, Workshop workshop, Progress progress) {
    this.template = template;
    this.suite = SuiteIndex.load(template.features());
    this.atOnce = atOnce;
    this.workshop = workshop;
    this.progress = progress;
  }

  /**
   * A mutant as it declares itself.
   *
   * @param id its identifier
   * @param breaks requirements that its run must find broken or reserved, and no other
   * @param tags which scenarios are played against it; absent = those of the template
   */
  public record DeclaredMutant(String id, List<String> breaks, @Nullable String tags) {

    /** Copies the list. */
    public DeclaredMutant {
      breaks = List.copyOf(breaks);
    }

    /** Against every scenario of the template. */
    public DeclaredMutant(String id, List<String> breaks) {
      this(id, breaks, null);
    }
  }

  /** Starts the LPS that are to be run. Called by several threads when several mutants play. */
  public interface Workshop {

    /**
     * Starts the reference LPS or a mutant of it.
     *
     * @param mutant identifier of the mutant; absent = the reference
     */
    RunningLps start(@Nullable String mutant);
  }

  /** An LPS that was started. */
  public interface RunningLps extends AutoCloseable {

    /** How to drive it. */
    LpsConfiguration configuration();

    /** Stops it. */
    @Override
    void close();
  }

  /** Hears how the proof goes on; by several threads when several mutants play. */
  public interface Progress {

    /** Hears nothing. */
    Progress SILENT = new Progress() {};

    /** A run is over; the mutant is absent for the reference. */
    default void ran(@Nullable String mutant, RunReport report) {}
  }

  /**
   * Runs the suite against the reference, then against each mutant.
   *
   * @param template options of every run; its LPS is not used, each run writes in a folder of its
   *     directory: {@code reference}, then the identifiers of the mutants
   * @param atOnce how many mutants play side by side: most of their time is waiting for a token to
   *     expire or for the pace of a poll
   * @return what {@code mutants.json} holds, written in that directory, in the order of the list
   */
  public static MutantReport run(
      RunOptions template,
      List<DeclaredMutant> mutants,
      int atOnce,
      Workshop workshop,
      Progress progress) {
    RunOptions ofFiles = template.of(SuiteIndex.filesOf(template.features()));
    return new MutantProof(ofFiles, atOnce, workshop, progress).run(mutants);
  }

  private MutantReport run(List<DeclaredMutant> mutants) {
    MutantReport.Reference reference =
        new MutantReport.Reference(runOne(null, "reference", null).verdict());
    MutantReport report = new MutantReport(reference, proofs(mutants));
    write(report);
    return report;
  }

  private List<MutantReport.Mutant> proofs(List<DeclaredMutant> mutants) {
    ExecutorService threads = Executors.newFixedThreadPool(atOnce);
    try {
      List<String> order = mutants.stream().map(DeclaredMutant::id).toList();
      return mutants.stream()
          .sorted(Comparator.comparingInt(this::size).reversed())
          .map(mutant -> CompletableFuture.supplyAsync(() -> play(mutant), threads))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .sorted(Comparator.comparingInt(proof -> order.indexOf(proof.id())))
          .toList();
    } finally {
      threads.shutdownNow();
    }
  }

  // The longest first: at the end none is left to play alone.
  private int size(DeclaredMutant mutant) {
    String tags = mutant.tags() == null ? template.tags() : mutant.tags();
    return suite.selected(tags).size();
  }

  private MutantReport.Mutant play(DeclaredMutant mutant) {
    return proof(mutant, runOne(mutant.id(), mutant.id(), mutant.tags()));
  }

  private RunReport runOne(@Nullable String mutant, String folder, @Nullable String tags) {
    try (RunningLps lps = workshop.start(mutant)) {
      RunOptions one = template.against(lps.configuration(), template.out().resolve(folder), tags);
      RunReport report =
          SuiteRun.run(one.of(suite.filesHolding(one.features(), one.tags())), catalogue, suite);
      progress.ran(mutant, report);
      return report;
    }
  }

  static MutantReport.Mutant proof(DeclaredMutant mutant, RunReport report) {
    Set<String> found = new TreeSet<>();
    for (RequirementResult requirement : report.requirements()) {
      if (FOUND.contains(requirement.verdict())) {
        found.add(requirement.id());
      }
    }
    Set<String> unrelated = new TreeSet<>(found);
    mutant.breaks().forEach(unrelated::remove);
    boolean equal = found.equals(new TreeSet<>(mutant.breaks()));
    return new MutantReport.Mutant(
        mutant.id(),
        mutant.breaks(),
        List.copyOf(found),
        equal && report.cause() == null,
        List.copyOf(unrelated));
  }

  private void write(MutantReport report) {
    Path file = template.out().resolve("mutants.json");
    try {
      BenchJson.mapper()
          .rebuild()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build()
          .writeValue(file.toFile(), report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
