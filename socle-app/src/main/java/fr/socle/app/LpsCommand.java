package fr.socle.app;

import fr.socle.lps.ReferenceLps;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code socle lps}: the reference LPS, or one of its mutants, as a program of its own. */
@Command(
    name = "lps",
    description = "Lance le LPS de référence, ou un de ses mutants, piloté par l'API pilote.")
final class LpsCommand implements Callable<Integer> {
  @Option(
      names = "--mutant",
      paramLabel = "ID",
      description = "Défaut volontaire ; la liste : socle mutants.")
  private @Nullable String mutant;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port de l'API pilote ; 0 pour un port libre (${DEFAULT-VALUE} par défaut).")
  private int port = 8600;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    ReferenceLps.Builder builder = ReferenceLps.builder().port(port);
    if (mutant != null) {
      try {
        builder.mutant(mutant);
      } catch (IllegalArgumentException e) {
        throw new UsageException(
            "le mutant « "
                + mutant
                + " » n'existe pas. Les mutants : "
                + String.join(", ", Mutants.ids())
                + ".");
      }
    }
    Terminal out = Terminal.of(spec);
    builder.invitation(
        address -> out.line("Pour vous connecter, ouvrez dans votre navigateur : " + address));
    try (ReferenceLps lps = builder.start()) {
      out.line("Prêt. API pilote du LPS de référence : " + lps.url());
      out.line("Dans lps.yaml : « pilote: http » et « url: " + lps.url() + " ».");
      new CountDownLatch(1).await();
      return ExitStatus.OK;
    } catch (IOException e) {
      throw new UsageException(
          "le port "
              + port
              + " n'est pas disponible ("
              + e.getMessage()
              + "). Choisissez-en un"
              + " autre avec --port, ou 0.");
    }
  }
}
