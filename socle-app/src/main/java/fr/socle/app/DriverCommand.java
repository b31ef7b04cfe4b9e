package fr.socle.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.BenchJson;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.control.ControlOptions;
import fr.socle.features.driver.DriverCheck;
import fr.socle.features.driver.DriverCheck.Outcome;
import fr.socle.features.driver.LpsConfiguration;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code socle driver}: what concerns an editor's driver. */
@Command(
    name = "driver",
    description = "Met au point le pilote d'un logiciel.",
    synopsisSubcommandLabel = "COMMANDE",
    subcommands = DriverCommand.Check.class)
final class DriverCommand {

  /** {@code socle driver check}: tries a driver against the contract. */
  @Command(
      name = "check",
      description = "Essaie un pilote contre son contrat (docs/pilote.md), action par action.")
  static final class Check implements Callable<Integer> {
    @Option(
        names = "--lps",
        required = true,
        paramLabel = "FICHIER",
        description = "lps.yaml de votre logiciel.")
    private Path file = Path.of("lps.yaml");

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
      LpsConfiguration lps = SubjectOptions.configuration(file);
      List<DriverCheck.Result> results;
      try (EmbeddedBench bench =
          EmbeddedBench.start(BenchOptions.builder().build(), ControlOptions.loopback())) {
        ObjectNode descriptor =
            BenchJson.mapper()
                .valueToTree(
                    bench.bench().createSpace(new SpaceRequest("essai du pilote", null, null)));
        results = DriverCheck.run(lps, descriptor);
      }
      Terminal out = Terminal.of(spec);
      for (DriverCheck.Result result : results) {
        out.line(mark(result.outcome()) + " " + result.name() + " : " + result.found());
        if (result.mend() != null) {
          out.line("     " + result.mend());
        }
      }
      long wrong = results.stream().filter(r -> r.outcome() == Outcome.KO).count();
      out.line(
          wrong == 0
              ? "Le pilote respecte le contrat."
              : wrong + " point(s) à corriger dans le pilote.");
      return wrong == 0 ? ExitStatus.OK : 1;
    }

    private static String mark(Outcome outcome) {
      return switch (outcome) {
        case OK -> "[ok]";
        case KO -> "[KO]";
        default -> "[--]";
      };
    }
  }
}
