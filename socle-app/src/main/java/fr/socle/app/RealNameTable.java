package fr.socle.app;

import fr.socle.bench.space.RealNames;
import fr.socle.bench.space.RealNames.Site;
import fr.socle.bench.spi.ListenerSpec;
import fr.socle.bench.spi.MockService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The real host names and ports of the services, with the loopback address each stands on here. The
 * names are those of the test environments where the sheets know one.
 *
 * @param rows one a listener
 */
record RealNameTable(List<Row> rows) {
  private static final int HTTPS = 443;

  /** Addresses of {@code bench.json} that are not under the first name of their listener. */
  private static final Map<String, String> CALLED =
      Map.of(
          "mss.extraction", "service.annuaire.sante.fr",
          "mss.liste-blanche", "espacedeconfiance.mssante.fr");

  /**
   * A listener.
   *
   * @param listener its name
   * @param address loopback address
   * @param port real port
   * @param names host names, the usual one first
   */
  record Row(String listener, String address, int port, List<String> names) {
    private Site site(boolean freePort) {
      return new Site(names, address, freePort ? 0 : port);
    }
  }

  /** What the sheets know. */
  static RealNameTable standard() {
    return new RealNameTable(
        List.of(
            // psc.md 1.1 (S)
            row("psc.backchannel", 11, HTTPS, "auth.bas.psc.esante.gouv.fr"),
            row("psc.wallet", 12, HTTPS, "wallet.bas.psc.esante.gouv.fr"),
            // insi.md 2.2 (S:1-5)
            row("insi.certificate", 13, HTTPS, "qualiflps-services-ps-tlsm.ameli.fr"),
            row("insi.assertion", 14, HTTPS, "qualiflps.services-ps.ameli.fr"),
            // dmp.md 1.1 (S:KIT, DRIM): production; no test environment is named there
            row("dmp", 15, HTTPS, "lps2.dmp.gouv.fr"),
            // mssante.md 1.4 (S2)
            row("mss.smtp", 16, 587, "mail-psc.formation.mailiz.mssante.fr"),
            row("mss.imap", 16, 143, "mail-psc.formation.mailiz.mssante.fr"),
            // mssante.md 3.2, 3.3, 1.6 (S)
            row(
                "mss.web",
                17,
                HTTPS,
                "gateway.api.esante.gouv.fr",
                "service.annuaire.sante.fr",
                "espacedeconfiance.mssante.fr"),
            // No sheet has this name (A)
            row("mss.ldap", 18, 389, "ldap.annuaire.sante.fr"),
            row("mss.ldaps", 18, 636, "ldap.annuaire.sante.fr")));
  }

  private static Row row(String listener, int last, int port, String... names) {
    return new Row(listener, "127.0.0." + last, port, List.of(names));
  }

  /** The rows of the listeners of some services. */
  RealNameTable of(List<MockService> services) {
    Set<String> there =
        services.stream()
            .flatMap(service -> service.listeners().stream())
            .map(ListenerSpec::name)
            .collect(Collectors.toSet());
    return new RealNameTable(rows.stream().filter(row -> there.contains(row.listener())).toList());
  }

  /**
   * The same table, other names being given to some listeners, commas between them.
   *
   * @throws UsageException if a listener is not of the table, or a name leads to two addresses
   */
  RealNameTable with(Map<String, String> others) {
    for (String listener : others.keySet()) {
      if (rows.stream().noneMatch(row -> row.listener().equals(listener))) {
        throw new UsageException(
            "« "
                + listener
                + (standard().rows().stream().anyMatch(row -> row.listener().equals(listener))
                    ? " » est d'un service que vous n'avez pas demandé. Écoutes de ceux qui le sont : "
                    : " » n'a pas de nom réel. Écoutes qui en ont : ")
                + String.join(", ", rows.stream().map(Row::listener).toList())
                + ".");
      }
    }
    RealNameTable table =
        new RealNameTable(
            rows.stream()
                .map(
                    row ->
                        others.containsKey(row.listener())
                            ? new Row(
                                row.listener(),
                                row.address(),
                                row.port(),
                                names(row.listener(), others.get(row.listener())))
                            : row)
                .toList());
    table.requireOneAddressForEach();
    return table;
  }

  private static List<String> names(String listener, String written) {
    List<String> names = List.of(written.strip().toLowerCase(Locale.ROOT).split(" *, *"));
    for (String name : names) {
      if (!name.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+")) {
        throw new UsageException(
            "« "
                + name
                + " » n'est pas un nom d'hôte complet : corrigez celui de "
                + listener
                + ".");
      }
    }
    return names;
  }

  private void requireOneAddressForEach() {
    Map<String, String> known = new TreeMap<>();
    for (Row row : rows) {
      for (String name : row.names()) {
        String other = known.putIfAbsent(name, row.address());
        if (other != null && !other.equals(row.address())) {
          throw new UsageException(
              "« "
                  + name
                  + " » est demandé pour deux services, qui sont à deux adresses de bouclage : donnez un nom à"
                  + " chacun.");
        }
      }
    }
  }

  /** The names as the bench takes them. */
  RealNames names() {
    return names(false);
  }

  /** The same on free ports. */
  RealNames onFreePorts() {
    return names(true);
  }

  private RealNames names(boolean freePorts) {
    Map<String, Site> sites = new TreeMap<>();
    rows.forEach(row -> sites.put(row.listener(), row.site(freePorts)));
    Set<String> all = hosts().keySet();
    return new RealNames(
        sites,
        CALLED.entrySet().stream()
            .filter(called -> all.contains(called.getValue()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** Where each name must lead. */
  Map<String, String> hosts() {
    Map<String, String> hosts = new LinkedHashMap<>();
    rows.forEach(row -> row.names().forEach(name -> hosts.put(name, row.address())));
    return hosts;
  }

  /** Lines for the file of hosts. */
  List<String> hostLines() {
    Map<String, Set<String>> byAddress = new LinkedHashMap<>();
    hosts()
        .forEach(
            (name, address) ->
                byAddress.computeIfAbsent(address, unused -> new LinkedHashSet<>()).add(name));
    return byAddress.entrySet().stream()
        .map(entry -> entry.getKey() + " " + String.join(" ", entry.getValue()))
        .toList();
  }

  /** What a system needs before these ports can be opened, and how to undo it. */
  List<String> systemLines(String system) {
    int lowest = rows.stream().mapToInt(Row::port).min().orElse(HTTPS);
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return List.of(
          "rien : Windows ouvre ces ports à tous ; si 443 est pris, arrêtez le programme qui"
              + " l'occupe (IIS)");
    }
    if (name.startsWith("mac")) {
      List<String> lines = new ArrayList<>();
      hosts().values().stream()
          .distinct()
          .forEach(address -> lines.add("sudo ifconfig lo0 alias " + address + " up"));
      lines.add("puis lancez socle avec sudo : macOS réserve ces ports à l'administrateur");
      return lines;
    }
    return List.of(
        "sudo sysctl -w net.ipv4.ip_unprivileged_port_start=" + lowest,
        "pour défaire : sudo sysctl -w net.ipv4.ip_unprivileged_port_start=1024");
  }
}
