package fr.socle.bench;

import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.fault.FaultCatalogue;
import fr.socle.bench.journal.Journal;
import fr.socle.bench.journal.Ledger;
import fr.socle.bench.operations.UnknownResourceException;
import fr.socle.bench.pki.KeyReserve;
import fr.socle.bench.pki.PkiOptions;
import fr.socle.bench.pki.StandardClient;
import fr.socle.bench.pki.TestPki;
import fr.socle.bench.space.Ground;
import fr.socle.bench.space.Opening;
import fr.socle.bench.space.RealNames;
import fr.socle.bench.space.Register;
import fr.socle.bench.space.Space;
import fr.socle.bench.space.SpaceOpening;
import fr.socle.bench.spi.MockService;
import fr.socle.bench.spi.Settings;
import fr.socle.bench.store.Store;
import fr.socle.bench.wire.ServerKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** What a bench is made of, from its start to its end: threads, store, certificates, spaces. */
final class Premises implements AutoCloseable {
  private static final int WORKERS = 64;
  private static final Set<String> ALWAYS_CERTIFIED = Set.of("localhost", "127.0.0.1", "::1");

  private final BenchOptions options;
  private final QueuedThreadPool threads;
  private final Store store;
  private final Workshop workshop;
  private final Ground ground;
  private final KeyReserve signingKeys;
  private final Map<String, String> announced = new ConcurrentHashMap<>();
  private final Map<String, Space> spaces = Collections.synchronizedMap(new LinkedHashMap<>());
  private final AtomicBoolean closed = new AtomicBoolean();
  private long created;
  private @Nullable String holdsFixedPorts;

  private Premises(
      BenchOptions options,
      QueuedThreadPool threads,
      Store store,
      Workshop workshop,
      Ground ground,
      KeyReserve signingKeys) {
    this.options = options;
    this.threads = threads;
    this.store = store;
    this.workshop = workshop;
    this.ground = ground;
    this.signingKeys = signingKeys;
    this.created = ground.ledger().spaces();
  }

  static Premises open(BenchOptions options) {
    Workshop workshop = Workshop.of(options.dataDir());
    QueuedThreadPool threads = new QueuedThreadPool(WORKERS, 4);
    threads.setName("banc");
    threads.setReservedThreads(0);
    threads.setDaemon(true);
    Server server = new Server(threads);
    // The three slow parts of a start do not need each other.
    CompletableFuture<TestPki> pki = CompletableFuture.supplyAsync(() -> certificates(options));
    CompletableFuture<KeyReserve> signing = pki.thenApply(TestPki::keyReserve);
    CompletableFuture<Void> listening = CompletableFuture.runAsync(() -> start(server));
    Store store = null;
    try {
      store = Store.open(options.dataDir(), options.jdbcUrl());
      Journal journal = new Journal(store, threads);
      for (MockService service : options.services()) {
        service.prepare(store);
      }
      listening.join();
      Ground ground =
          new Ground(
              readVersion(),
              server,
              options.services(),
              new FaultCatalogue(options.services()),
              options.host(),
              options.publicHost(),
              pki.join(),
              new ServerKeys(pki.join(), options.clock()),
              signing.join(),
              journal,
              new Ledger(store),
              store,
              new Register(store),
              options.limits(),
              options.quiet(),
              workshop.directory(),
              workshop.spools(),
              options.clock(),
              new SecureRandom());
      return new Premises(options, threads, store, workshop, ground, signing.join());
    } catch (RuntimeException e) {
      listening.exceptionally(failure -> null).join();
      signing.thenAccept(KeyReserve::close).exceptionally(failure -> null).join();
      stop(server);
      if (store != null) {
        store.close();
      }
      workshop.close();
      Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
      throw new BenchStartException("Le banc ne peut pas démarrer : " + cause.getMessage(), cause);
    }
  }

  private static TestPki certificates(BenchOptions options) {
    PkiOptions.Builder wanted =
        PkiOptions.builder()
            .extraClientAuthorities(options.clientAuthorities())
            .hosts(options.realNames().hosts());
    if (!ALWAYS_CERTIFIED.contains(options.publicHost())) {
      wanted.host(options.publicHost());
    }
    TestPki pki = TestPki.open(options.certificates(), wanted.build(), options.clock());
    pki.prepare(List.of(StandardClient.values()));
    return pki;
  }

  private static void start(Server server) {
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("the threads of the listeners do not start", e);
    }
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the threads of the listeners do not stop", e);
    }
  }

  private static String readVersion() {
    try (InputStream in = Premises.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "inconnue");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Ground ground() {
    return ground;
  }

  String version() {
    return ground.version();
  }

  void announce(String name, String url) {
    announced.put(name, url);
  }

  /** Creates a space; one at a time, since the first takes the fixed ports. */
  synchronized Space create(SpaceRequest request) {
    long number = created + 1;
    String name = request.name();
    Long seed = request.seed();
    Map<String, String> asked = request.settings();
    Space space =
        open(
            new Opening(
                "e" + number,
                name == null ? "espace " + number : name,
                seed == null ? options.seed() : seed,
                asked == null ? Map.of() : asked,
                List.of()));
    created = number;
    return space;
  }

  /** Opens again the spaces that the store remembers and that are not open. */
  synchronized List<Space> reopen() {
    List<Space> reopened = new ArrayList<>();
    for (Opening opening : ground.register().openings()) {
      if (!spaces.containsKey(opening.id())) {
        reopened.add(open(opening));
      }
    }
    created = Math.max(created, ground.ledger().spaces());
    return reopened;
  }

  private Space open(Opening opening) {
    Map<String, String> settings = new TreeMap<>(options.settings());
    settings.putAll(opening.settings());
    boolean fixedPorts =
        holdsFixedPorts == null && (options.portBase() != 0 || !options.realNames().isEmpty());
    int listeners = options.services().stream().mapToInt(one -> one.listeners().size()).sum();
    threads.setMaxThreads(threads.getMaxThreads() + listeners);
    Space space;
    try {
      space =
          new SpaceOpening(
                  ground,
                  opening,
                  new Settings(settings),
                  fixedPorts ? options.portBase() : 0,
                  fixedPorts ? options.realNames() : RealNames.NONE)
              .open(announced);
    } catch (RuntimeException e) {
      threads.setMaxThreads(threads.getMaxThreads() - listeners);
      throw e;
    }
    if (fixedPorts) {
      holdsFixedPorts = opening.id();
    }
    ground.ledger().add(space.descriptor());
    ground.register().write(opening.with(space.descriptor().clients()));
    spaces.put(opening.id(), space);
    return space;
  }

  void delete(String spaceId) {
    Space space = spaces.remove(spaceId);
    if (space == null) {
      throw new UnknownResourceException(
          "espace-inconnu",
          "L'espace " + spaceId + " n'existe pas ou n'existe plus : il n'y a rien à supprimer.");
    }
    space.close();
    synchronized (this) {
      int listeners = options.services().stream().mapToInt(one -> one.listeners().size()).sum();
      threads.setMaxThreads(threads.getMaxThreads() - listeners);
      if (spaceId.equals(holdsFixedPorts)) {
        holdsFixedPorts = null;
      }
    }
    space.forget();
    ground.register().forget(spaceId);
    ground.ledger().delete(spaceId);
  }

  Optional<Space> space(String spaceId) {
    return Optional.ofNullable(spaces.get(spaceId));
  }

  List<Space> spaces() {
    synchronized (spaces) {
      return new ArrayList<>(spaces.values());
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      spaces().forEach(Space::close);
      spaces.clear();
      stop(ground.server());
      signingKeys.close();
      store.close();
      workshop.close();
    }
  }
}
