package fr.socle.app;

import com.fasterxml.jackson.databind.SerializationFeature;
import fr.socle.app.champs.FieldTable;
import fr.socle.app.champs.Recordings;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.BenchJson;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.control.ControlOptions;
import fr.socle.exigences.Verdict;
import fr.socle.features.driver.LpsConfiguration;
import fr.socle.features.model.MutantReport;
import fr.socle.features.model.RunReport;
import fr.socle.features.run.MutantProof;
import fr.socle.features.run.MutantProof.DeclaredMutant;
import fr.socle.features.run.MutantProof.RunningLps;
import fr.socle.features.run.RunOptions;
import fr.socle.features.run.SuiteRun;
import fr.socle.lps.mutant.MutantSheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code socle mutants}: proves the suite. */
@Command(
    name = "mutants",
    description =
        "Éprouve les scénarios : chaque mutant du LPS de référence doit être trouvé, avec"
            + " exactement les exigences qu'il enfreint.")
final class MutantsCommand implements Callable<Integer> {
  private static final Set<Verdict> CLEAN =
      EnumSet.of(Verdict.CONFORME, Verdict.CONFORME_DECLARE, Verdict.NON_COUVERT);

  // Each plays in one space, and waits more than a run in several does.
  private static final int MUTANTS_AT_ONCE = 2 * SubjectOptions.LANES;

  /** Spaces whose traffic is altered: the usual one, and that of the logins without browser. */
  private static final List<RecordedSpace> RECORDED =
      List.of(
          new RecordedSpace("enregistrement", Map.of()),
          new RecordedSpace("enregistrement-ciba", Map.of("psc.ciba-interval-seconds", "1")));

  private record RecordedSpace(String name, Map<String, String> settings) {}

  @Option(
      names = "--all",
      description =
          "Joue toute la suite contre chaque mutant ; sans elle, les scénarios des exigences qu'il"
              + " enfreint.")
  private boolean all;

  @Option(
      names = "--fields",
      description =
          "Altère chaque champ de chaque échange enregistré, requête, session ou message, et dit"
              + " quelles règles le voient.")
  private boolean fields;

  @Option(
      names = "--mutant",
      paramLabel = "ID",
      description = "N'éprouve que ce mutant (répétable) ; sans elle, tous.")
  private List<String> only = List.of();

  @Option(
      names = "--tags",
      paramLabel = "EXPR",
      description =
          "Ne joue contre les mutants, ou n'enregistre pour --fields, que ces scénarios, par exemple"
              + " « @DMP » avec --all pour les mutants du DMP.")
  private @Nullable String kept;

  @Option(names = "--out", paramLabel = "DIR", description = "Dossier des tableaux.")
  private Path out = Path.of("target", "mutants");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(out);
    return fields ? proveFields() : proveMutants();
  }

  private int proveMutants() {
    Terminal terminal = Terminal.of(spec);
    MutantReport report;
    Set<String> nonConforming = ConcurrentHashMap.newKeySet();
    try (EmbeddedBench bench =
        EmbeddedBench.start(BenchOptions.builder().build(), ControlOptions.loopback())) {
      RunOptions template =
          RunOptions.of(bench.address(), Subject.referenceConfiguration(List.of()), out)
              .tags(played(wanted().stream()))
              .threads(SubjectOptions.LANES)
              .build();
      List<DeclaredMutant> declared =
          wanted().stream()
              .map(m -> new DeclaredMutant(m.id(), m.breaks(), played(Stream.of(m))))
              .toList();
      report =
          MutantProof.run(
              template,
              declared,
              MUTANTS_AT_ONCE,
              MutantsCommand::start,
              new MutantProof.Progress() {
                @Override
                public void ran(@Nullable String mutant, RunReport run) {
                  if (mutant != null && run.verdict() == Verdict.NON_CONFORME) {
                    nonConforming.add(mutant);
                  }
                  terminal.line(
                      (mutant == null ? "LPS de référence" : mutant)
                          + " : "
                          + run.verdict().label()
                          + ", "
                          + run.durationMs()
                          + " ms");
                }
              });
    }
    boolean clean = CLEAN.contains(report.reference().verdict());
    boolean graded = true;
    long missed = 0;
    for (MutantReport.Mutant mutant : report.mutants()) {
      if (!mutant.caught()) {
        missed++;
        terminal.line(
            "À revoir : "
                + mutant.id()
                + " déclare "
                + mutant.breaks()
                + ", la suite trouve "
                + mutant.found());
      }
    }
    for (MutantSheet sheet : wanted()) {
      if (sheet.blocking() != nonConforming.contains(sheet.id())) {
        graded = false;
        terminal.line(
            "À revoir : "
                + sheet.id()
                + (sheet.blocking()
                    ? " se dit bloquant, la suite n'y trouve pas de non-conformité."
                    : " se dit sous réserve, la suite y trouve une non-conformité."));
      }
    }
    int count = report.mutants().size();
    terminal.line(
        (clean ? "La référence passe" : "La référence ne passe pas")
            + " ; "
            + (count - missed)
            + " mutants sur "
            + count
            + " trouvés avec exactement leurs exigences. Tableau : "
            + out.resolve("mutants.json"));
    return clean && graded && missed == 0 ? ExitStatus.OK : 1;
  }

  private List<MutantSheet> wanted() {
    List<MutantSheet> known = MutantSheet.all();
    List<String> unknown = new ArrayList<>(only);
    known.forEach(sheet -> unknown.removeIf(sheet.id()::equals));
    if (!unknown.isEmpty()) {
      throw new UsageException("Mutant inconnu : " + unknown.get(0) + ".");
    }
    return only.isEmpty() ? known : known.stream().filter(m -> only.contains(m.id())).toList();
  }

  /** Which scenarios are played against these mutants; absent = all. */
  private @Nullable String played(Stream<MutantSheet> sheets) {
    if (all) {
      return kept;
    }
    return kept == null ? tags(sheets) : "(" + tags(sheets) + ") and (" + kept + ")";
  }

  /** Scenarios that judge a requirement one of these mutants breaks. */
  private static String tags(Stream<MutantSheet> sheets) {
    return sheets
        .flatMap(sheet -> sheet.breaks().stream())
        .distinct()
        .map(id -> "@REQ:" + id)
        .collect(Collectors.joining(" or "));
  }

  /**
   * The reference plays alone, with all the lanes there are; the mutants play side by side, each in
   * one space: a second one costs more keys and certificates than its few scenarios gain.
   */
  private static RunningLps start(@Nullable String mutant) {
    Subject subject = Subject.reference(mutant, mutant == null ? SubjectOptions.LANES : 1);
    return new RunningLps() {
      @Override
      public LpsConfiguration configuration() {
        return subject.configuration();
      }

      @Override
      public void close() {
        subject.close();
      }
    };
  }

  private int proveFields() throws IOException {
    Terminal terminal = Terminal.of(spec);
    FieldTable table;
    try (EmbeddedBench bench =
            EmbeddedBench.start(BenchOptions.builder().build(), ControlOptions.loopback());
        Subject reference = Subject.reference(null, 1)) {
      List<RunReport> runs = new ArrayList<>();
      Recordings recordings = new Recordings(bench.bench());
      for (RecordedSpace space : RECORDED) {
        RunReport run = record(bench, recordings, reference, space);
        if (run.verdict() == Verdict.NON_CONFORME || run.verdict() == Verdict.INDETERMINE) {
          terminal.line("Le LPS de référence ne passe pas : corrigez d'abord cela.");
          return 1;
        }
        runs.add(run);
      }
      table = recordings.prove(runs, terminal::line);
    }
    Path file = out.resolve("champs.json");
    BenchJson.mapper()
        .rebuild()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValue(file.toFile(), table);
    for (FieldTable.Row row : table.rules()) {
      terminal.line("%-22s %6d  %s".formatted(row.rule(), row.count(), first(row)));
    }
    table.untouched().forEach(r -> terminal.line("Se déclenche sur un message intact : " + r));
    table.silent().forEach(r -> terminal.line("Rien ne déclenche : " + r));
    table
        .wronglyBeyond()
        .forEach(r -> terminal.line("Dite hors de portée d'un champ, et déclenchée : " + r));
    table
        .failures()
        .forEach(f -> terminal.line("Fait échouer le banc au lieu d'être refusé : " + f));
    table
        .skipped()
        .forEach((why, count) -> terminal.line("Sessions non rejouées : " + count + ", " + why));
    terminal.line(
        table.exchanges()
            + " échanges, "
            + table.alterations()
            + " altérations, "
            + table.rules().size()
            + " règles. Tableau : "
            + file);
    return table.proved() ? ExitStatus.OK : 1;
  }

  /** Plays in a space of its own what asks for its settings; everything when it has none. */
  private RunReport record(
      EmbeddedBench bench, Recordings recordings, Subject reference, RecordedSpace space) {
    Map<String, String> settings = space.settings();
    Map<String, String> lasting = new HashMap<>(settings);
    // What was recorded is played again long after; a scenario dates a token two hours back.
    lasting.put("psc.access-token-seconds", "3600");
    SpaceDescriptor opened =
        bench.bench().createSpace(new SpaceRequest(space.name(), null, lasting));
    String tags =
        settings.entrySet().stream()
            .map(setting -> "@reglage:" + setting.getKey() + "=" + setting.getValue())
            .collect(Collectors.joining(" and "));
    return SuiteRun.run(
        RunOptions.of(bench.address(), reference.configuration(), out.resolve(space.name()))
            .spaces(List.of(opened.id()))
            .tags(tags.isEmpty() ? kept : kept == null ? tags : "(" + tags + ") and (" + kept + ")")
            .progress(recordings.in(opened))
            .build());
  }

  private static String first(FieldTable.Row row) {
    return row.alterations().isEmpty() ? "-" : row.alterations().get(0);
  }
}
