package fr.socle.lps;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/** The program {@code ReferenceLps}: reads its options, runs until it is stopped. */
final class CommandLine {

  private static final String USAGE = "Usage : ReferenceLps [--port N] [--mutant ID]";

  private CommandLine() {}

  /** Gives the exit code: 0 after a stop, 2 for wrong usage, 3 when it could not start. */
  static int run(String[] arguments, PrintStream out, PrintStream err) {
    ReferenceLps.Builder builder = ReferenceLps.builder();
    try {
      for (int i = 0; i < arguments.length; i += 2) {
        if (i + 1 == arguments.length) {
          throw new IllegalArgumentException(
              "L'option « " + arguments[i] + " » attend une valeur.");
        }
        option(builder, arguments[i], arguments[i + 1]);
      }
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      err.println(USAGE);
      return 2;
    }
    builder.invitation(
        address -> out.println("Pour vous connecter, ouvrez dans votre navigateur : " + address));
    try (ReferenceLps lps = builder.start()) {
      out.println("LPS de référence prêt, API pilote : " + lps.url());
      new CountDownLatch(1).await();
      return 0;
    } catch (IOException e) {
      err.println("Le LPS n'a pas pu démarrer : " + e.getMessage() + ". Choisissez un autre port.");
      return 3;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private static void option(ReferenceLps.Builder builder, String name, String value) {
    switch (name) {
      case "--port" -> builder.port(port(value));
      case "--mutant" -> builder.mutant(value);
      default -> throw new IllegalArgumentException("Option inconnue : " + name);
    }
  }

  private static int port(String value) {
    if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65535) {
      throw new IllegalArgumentException("Port incorrect : " + value);
    }
    return Integer.parseInt(value);
  }
}
