package fr.socle.app;

import fr.socle.bench.BenchOptions;
import fr.socle.bench.BenchStartException;
import fr.socle.bench.client.BenchJson;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.ClientDescription;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.control.ControlOptions;
import fr.socle.bench.spi.MockService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code socle up}: runs the services until stopped. */
@Command(
    name = "up",
    description = "Lance les services nationaux sur cette machine, jusqu'à l'arrêt (Ctrl-C).")
final class UpCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "SERVICE",
      arity = "0..*",
      description = "Services voulus, par exemple « psc insi dmp mss » ; tous par défaut.")
  private List<String> services = new ArrayList<>();

  @Option(names = "--host", paramLabel = "H", description = "Adresse d'écoute (127.0.0.1).")
  private String host = "127.0.0.1";

  @Option(
      names = "--public-host",
      paramLabel = "NOM",
      description =
          "Nom ou adresse que les logiciels emploient, s'il n'est pas celui de l'écoute : celui de la"
              + " machine quand le banc est dans un conteneur.")
  private @Nullable String publicHost;

  @Option(
      names = "--port-base",
      paramLabel = "N",
      description = "Premier port (8440) ; 0 = ports libres.")
  private int portBase = 8440;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Dossier où tout est gardé et repris au prochain lancement ; sans elle, en mémoire.")
  private @Nullable Path data;

  @Option(
      names = "--client-ca",
      paramLabel = "FICHIER",
      description =
          "Autorité de certificats clients acceptée en plus (PEM), par exemple celle de cartes de"
              + " test ; un porteur inconnu devient un professionnel de l'espace.")
  private List<Path> clientAuthorities = new ArrayList<>();

  @Option(
      names = "--reglage",
      paramLabel = "NOM=VALEUR",
      description = "Réglage d'un service, par exemple insi.not-found=fault.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--world",
      paramLabel = "FICHIER",
      description =
          "Monde de départ : professionnels et clients Pro Santé Connect de votre logiciel (YAML"
              + " ou JSON).")
  private @Nullable Path world;

  @Mixin private final RealNamesOptions realNames = new RealNamesOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    List<MockService> chosen = chosen();
    BenchOptions options =
        BenchOptions.builder()
            .services(chosen)
            .realNames(realNames.prepare(chosen, Terminal.of(spec)))
            .host(host)
            .publicHost(publicHost)
            .portBase(portBase)
            .dataDir(data)
            .clientAuthorities(clientAuthorities)
            .settings(settings)
            .furnishing(WorldFile.of(world))
            .build();
    ControlOptions control = new ControlOptions(host, portBase, System.getenv("SOCLE_TOKEN"));
    try (EmbeddedBench bench = start(options, control)) {
      List<SpaceDescriptor> reopened = bench.bench().spaces();
      SpaceDescriptor space =
          reopened.isEmpty()
              ? bench.bench().createSpace(new SpaceRequest("principal", null, null))
              : reopened.get(0);
      print(withClients(space, bench.bench().clients(space.id())));
      reopened.stream().skip(1).forEach(this::mention);
      Terminal.of(spec).line("Prêt. Ctrl-C pour arrêter.");
      Runtime.getRuntime().addShutdownHook(new Thread(bench::close, "arret"));
      new CountDownLatch(1).await();
    }
    return ExitStatus.OK;
  }

  private static EmbeddedBench start(BenchOptions options, ControlOptions control) {
    try {
      return EmbeddedBench.start(options, control);
    } catch (BenchStartException e) {
      if (e.getCause() instanceof IllegalArgumentException wrong) {
        throw new UsageException(String.valueOf(wrong.getMessage()));
      }
      throw e;
    }
  }

  /** The relying parties of now: a space opens with fewer. */
  private static SpaceDescriptor withClients(
      SpaceDescriptor space, List<ClientDescription> clients) {
    return new SpaceDescriptor(
        space.version(),
        space.id(),
        space.name(),
        space.seed(),
        space.insOid(),
        space.urls(),
        space.caFile(),
        space.keyStores(),
        clients,
        space.lps(),
        space.settings());
  }

  private void print(SpaceDescriptor space) {
    Terminal out = Terminal.of(spec);
    out.line("Socle " + space.version() + ", espace « " + space.name() + " »");
    out.line("");
    Map<String, String> urls = new TreeMap<>(space.urls());
    int width = urls.keySet().stream().mapToInt(String::length).max().orElse(0);
    urls.forEach((name, url) -> out.line("  " + pad(name, width) + "  " + url));
    out.line("  " + pad("autorité", width) + "  " + space.caFile());
    space
        .clients()
        .forEach(
            client ->
                out.line(
                    "  " + pad("client PSC", width) + "  " + client.clientId() + proof(client)));
    if (data != null) {
      out.line("  " + pad("bench.json", width) + "  " + write(space, data));
    }
    out.line("");
    PublishedCases.lines(space.settings()).forEach(out::line);
    out.line("Console : " + space.urls().get("control") + "/");
  }

  private static String proof(ClientDescription client) {
    if (client.clientSecret() != null) {
      return ", secret " + client.clientSecret();
    }
    return client.keyStore() == null ? ", certificat déclaré" : ", certificat " + client.keyStore();
  }

  /** A further space of the data directory; its addresses are in its own bench.json. */
  private void mention(SpaceDescriptor other) {
    Terminal.of(spec).line("Espace rouvert aussi : « " + other.name() + " » (" + other.id() + ")");
  }

  /** The descriptor at the root of the data directory, where programs look for it. */
  private static Path write(SpaceDescriptor space, Path data) {
    Path file = data.toAbsolutePath().resolve("bench.json");
    try {
      Path fresh = Files.createTempFile(data, "bench", ".json");
      Files.write(
          fresh, BenchJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(space));
      return Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Le fichier " + file + " ne peut pas être écrit : vérifiez les droits du dossier.", e);
    }
  }

  private List<MockService> chosen() {
    List<MockService> all = new ArrayList<>();
    ServiceLoader.load(MockService.class).forEach(all::add);
    for (String name : services) {
      if (all.stream().noneMatch(service -> service.name().equals(name))) {
        throw new UsageException(
            "le service « "
                + name
                + " » n'existe pas dans cette version. Les services : "
                + String.join(", ", all.stream().map(MockService::name).sorted().toList())
                + ".");
      }
    }
    return services.isEmpty()
        ? all
        : all.stream().filter(service -> services.contains(service.name())).toList();
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
