package fr.socle.app;

import fr.socle.exigences.UnknownRequirementException;
import fr.socle.features.driver.LpsConfigurationException;
import fr.socle.features.run.RunOptionsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Entry of the command line. */
@Command(
    name = "socle",
    description = "Banc d'interopérabilité des logiciels de santé.",
    synopsisSubcommandLabel = "COMMANDE",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    resourceBundle = "fr.socle.app.aide",
    scope = CommandLine.ScopeType.INHERIT, // help and version are the same for every command
    subcommands = {
      RunCommand.class,
      UpCommand.class,
      LpsCommand.class,
      MutantsCommand.class,
      RequirementsCommand.class,
      DriverCommand.class,
      TrustCommand.class,
      WarmUpCommand.class
    })
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  @SuppressWarnings("SystemExitOutsideMain")
  public static void main(String[] arguments) {
    quietLibraries();
    OutdatedTls.allow();
    System.exit(commandLine().execute(arguments));
  }

  private static void quietLibraries() {
    try (InputStream properties = Main.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(properties);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The command line, with errors told in one French line. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler(Main::wrongUsage);
    line.setExecutionExceptionHandler(
        (exception, failed, result) -> {
          failed.getErr().println("socle : " + oneLine(exception));
          return isUsage(exception) ? ExitStatus.USAGE : ExitStatus.UNDECIDED;
        });
    return line;
  }

  private static int wrongUsage(ParameterException exception, String[] arguments) {
    String what;
    if (exception instanceof UnmatchedArgumentException unmatched) {
      what = "« " + String.join(" ", unmatched.getUnmatched()) + " » n'est pas connu ici.";
    } else if (exception instanceof MissingParameterException missing) {
      what = "il manque une valeur : " + missing.getMissing().get(0).paramLabel() + ".";
    } else {
      what =
          "« "
              + (exception.getValue() == null ? "?" : exception.getValue())
              + " » ne convient pas"
              + (exception.getArgSpec() == null
                  ? "."
                  : " pour " + exception.getArgSpec().paramLabel() + ".");
    }
    CommandLine line = exception.getCommandLine();
    line.getErr()
        .println(
            "socle : " + what + " Voyez « " + line.getCommandSpec().qualifiedName() + " --help ».");
    return ExitStatus.USAGE;
  }

  /** What only the user can mend: an option, {@code lps.yaml}, the name of a profile. */
  private static boolean isUsage(Exception exception) {
    return exception instanceof UsageException
        || exception instanceof RunOptionsException
        || exception instanceof LpsConfigurationException
        || exception instanceof UnknownRequirementException;
  }

  /** Message of an unexpected failure: the exception's own, never a stack trace. */
  private static String oneLine(Throwable exception) {
    String message = exception.getMessage();
    return message == null || message.isBlank()
        ? "erreur interne (" + exception.getClass().getSimpleName() + "), signalez-la."
        : message.lines().findFirst().orElse(message);
  }
}
