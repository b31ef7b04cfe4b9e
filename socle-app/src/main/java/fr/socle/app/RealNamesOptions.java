package fr.socle.app;

import fr.socle.bench.space.RealNames;
import fr.socle.bench.spi.MockService;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options that put the services under their real names; they write nothing on the machine. */
final class RealNamesOptions {
  @Option(
      names = "--real-names",
      description =
          "Services sous leurs vrais noms et ports (443, 143, 587...) : affiche les lignes à mettre"
              + " dans le fichier hosts et celle que demandent les ports bas, n'écrit rien.")
  private boolean wanted;

  @Option(
      names = "--real-name",
      paramLabel = "ÉCOUTE=NOM",
      description =
          "Autre nom réel d'une écoute, par exemple dmp=lps2.dmp.gouv.fr ; plusieurs, séparés par"
              + " des virgules. Entraîne --real-names.")
  private Map<String, String> others = new LinkedHashMap<>();

  /** Whether any is. */
  boolean areWanted() {
    return wanted || !others.isEmpty();
  }

  /**
   * The names wanted, once what they need was printed.
   *
   * @throws UsageException if a name does not lead to this machine yet: the bench itself would call
   *     the real service, and so would software
   */
  RealNames prepare(List<MockService> services, Terminal out) {
    if (!areWanted()) {
      return RealNames.NONE;
    }
    RealNameTable table = RealNameTable.standard().of(services).with(others);
    out.line("Noms réels. Dans le fichier hosts (" + hostsFile() + "), à retirer ensuite :");
    out.line("");
    table.hostLines().forEach(line -> out.line("  " + line));
    out.line("");
    out.line("Pour les ports bas :");
    table.systemLines(system()).forEach(line -> out.line("  " + line));
    out.line("");
    table.hosts().forEach(RealNamesOptions::requireLeadsTo);
    return table.names();
  }

  private static void requireLeadsTo(String name, String address) {
    String found = "";
    try {
      found = InetAddress.getByName(name).getHostAddress();
    } catch (UnknownHostException e) {
      // It leads nowhere.
    }
    if (!found.equals(address)) {
      throw new UsageException(
          name
              + (found.isEmpty() ? " ne mène nulle part" : " mène à " + found)
              + ", et doit mener à "
              + address
              + " : mettez les lignes ci-dessus dans "
              + hostsFile()
              + ", puis relancez. Sans elles, vos logiciels appelleraient le vrai service.");
    }
  }

  private static String hostsFile() {
    return system().startsWith("Windows")
        ? "C:\\Windows\\System32\\drivers\\etc\\hosts"
        : "/etc/hosts";
  }

  private static String system() {
    return System.getProperty("os.name", "Linux");
  }
}
