package fr.socle.bench.spi;

import fr.socle.bench.client.api.SpaceDescriptor.ClientDescription;
import fr.socle.bench.pki.KeyReserve;
import fr.socle.bench.store.Store;
import fr.socle.bench.world.MemoryWorldStore;
import fr.socle.bench.world.WorldStore;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What a service receives when it opens in a space.
 *
 * @param spaceId identifier of the space
 * @param addresses base address of each listener of the space by name, without path or trailing
 *     slash, such as {@code https://localhost:8443}
 * @param settings settings of the space
 * @param clock wall clock
 * @param random unguessable random source
 * @param world the people of the space
 * @param clientCertificates certificates of the client identities of {@code bench.json} by name,
 *     such as {@code psc-client}
 * @param outgoing TLS of the calls the service makes itself
 * @param keyPairs RSA 2048 key pairs to sign with, a new one each time, mostly without waiting
 * @param formerClients relying parties that {@code bench.json} showed when this space was last
 *     open, to be shown again as they were; empty the first time
 * @param certificates what the bench thinks of a certificate found in a message
 * @param store database of the bench, in which the service has the schema it made in {@link
 *     MockService#prepare}; rows carry the identifier of the space
 */
public record ServiceContext(
    String spaceId,
    Map<String, String> addresses,
    Settings settings,
    Clock clock,
    RandomGenerator random,
    WorldStore world,
    Map<String, X509Certificate> clientCertificates,
    OutgoingTls outgoing,
    Supplier<KeyPair> keyPairs,
    List<ClientDescription> formerClients,
    CertificateJudge certificates,
    Supplier<Store> store) {

  /** Copies the collections. */
  public ServiceContext {
    addresses = Map.copyOf(addresses);
    clientCertificates = Map.copyOf(clientCertificates);
    formerClients = List.copyOf(formerClients);
  }

  /** A context for a service that finds no certificate in its messages. */
  public ServiceContext(
      String spaceId,
      Map<String, String> addresses,
      Settings settings,
      Clock clock,
      RandomGenerator random,
      WorldStore world,
      Map<String, X509Certificate> clientCertificates,
      OutgoingTls outgoing,
      Supplier<KeyPair> keyPairs,
      List<ClientDescription> formerClients) {
    this(
        spaceId,
        addresses,
        settings,
        clock,
        random,
        world,
        clientCertificates,
        outgoing,
        keyPairs,
        formerClients,
        CertificateJudge.trusting(),
        () -> {
          throw new IllegalStateException("this service was opened without a store");
        });
  }

  /**
   * A context for a service that calls nobody, in a space that opens for the first time; keys are
   * made on demand.
   */
  public ServiceContext(
      String spaceId,
      Map<String, String> addresses,
      Settings settings,
      Clock clock,
      RandomGenerator random,
      WorldStore world,
      Map<String, X509Certificate> clientCertificates) {
    this(
        spaceId,
        addresses,
        settings,
        clock,
        random,
        world,
        clientCertificates,
        OutgoingTls.none(),
        KeyReserve.unkept(),
        List.of());
  }

  /** A context without people nor certificates. */
  public ServiceContext(
      String spaceId,
      Map<String, String> addresses,
      Settings settings,
      Clock clock,
      RandomGenerator random) {
    this(spaceId, addresses, settings, clock, random, new MemoryWorldStore(), Map.of());
  }
}
