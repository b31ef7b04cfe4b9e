package fr.socle.bench.space;

import fr.socle.bench.fault.FaultCatalogue;
import fr.socle.bench.journal.Journal;
import fr.socle.bench.journal.Ledger;
import fr.socle.bench.pki.TestPki;
import fr.socle.bench.spi.MockService;
import fr.socle.bench.store.Store;
import fr.socle.bench.wire.ServerKeys;
import fr.socle.bench.wire.WireLimits;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.server.Server;

/**
 * What all the spaces of a bench stand on.
 *
 * @param version version of Socle
 * @param server threads of the listeners
 * @param services services of each space
 * @param faults what can be armed
 * @param host address the listeners bind
 * @param publicHost name software is told to use
 * @param pki certificates
 * @param keys what the listeners present
 * @param signingKeys keys for the services that sign
 * @param journal journal
 * @param ledger spaces and windows of the journal
 * @param store database, for the services that keep something of their own
 * @param register what the spaces were told, to open them again
 * @param limits what listeners put up with
 * @param quiet how long a closing window waits for requests in flight
 * @param directory where {@code bench.json} goes
 * @param spools where large bodies wait
 * @param clock wall clock
 * @param random unguessable random source
 */
public record Ground(
    String version,
    Server server,
    List<MockService> services,
    FaultCatalogue faults,
    String host,
    String publicHost,
    TestPki pki,
    ServerKeys keys,
    Supplier<KeyPair> signingKeys,
    Journal journal,
    Ledger ledger,
    Store store,
    Register register,
    WireLimits limits,
    Duration quiet,
    Path directory,
    Path spools,
    Clock clock,
    RandomGenerator random) {

  /** Copies the list. */
  public Ground {
    services = List.copyOf(services);
  }
}
