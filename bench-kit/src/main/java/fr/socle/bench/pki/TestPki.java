package fr.socle.bench.pki;

import fr.socle.bench.pki.ClientIdentity.ClientFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The certificates of a bench, kept in a directory and made there on first use.
 *
 * <p>Opening a directory that holds a PKI still valid for the options only reads it. What is
 * missing, altered, too old or made for other hosts is made again, the server half and the client
 * half each on its own. Two processes may open one directory at once: the second waits and reads
 * what the first made. Client identities are made when first asked for.
 *
 * <p>All methods may be called from any thread.
 */
public final class TestPki {
  /** Password of every PKCS#12 file and key store. They protect nothing: it is public. */
  public static final String PASSWORD = "socle";

  private final Path directory;
  private final PkiOptions options;
  private final FolderLock lock;
  private final SecureRandom random;
  private final ServerPart server;
  private volatile ClientPart clients;
  private final Map<String, ClientIdentity> opened = new ConcurrentHashMap<>();
  private final List<X509Certificate> declared;
  private final List<X509Certificate> anchors;
  private final ClientJudge judge;
  private @Nullable Revocation revocation;

  private TestPki(
      Path directory,
      PkiOptions options,
      FolderLock lock,
      SecureRandom random,
      ServerPart server,
      ClientPart clients) {
    this.directory = directory;
    this.options = options;
    this.lock = lock;
    this.random = random;
    this.server = server;
    this.clients = clients;
    this.declared = DeclaredAuthorities.read(options.extraClientAuthorities());
    this.anchors = anchors(clients, declared);
    this.judge = new ClientJudge(anchors, clients.crls());
  }

  /**
   * Opens the PKI of a directory, making what is missing.
   *
   * @throws UncheckedIOException if the directory cannot be read or written
   * @throws IllegalArgumentException if an extra client authority is not a readable PEM file of
   *     authorities
   */
  public static TestPki open(Path directory, PkiOptions options, Clock clock) {
    Path folder = directory.toAbsolutePath().normalize();
    Instant now = clock.instant();
    SecureRandom random = new SecureRandom();
    try {
      Files.createDirectories(folder);
      FolderLock lock = new FolderLock(folder);
      Optional<ServerPart> server = readServer(folder, options, now);
      Optional<ClientPart> clients = readClients(folder, now);
      if (server.isPresent() && clients.isPresent()) {
        return new TestPki(folder, options, lock, random, server.get(), clients.get());
      }
      return lock.holding(() -> renew(folder, options, now, lock, random));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Le dossier de certificats "
              + folder
              + " ne peut pas être lu ou écrit : vérifiez ses droits et l'espace disque.",
          e);
    }
  }

  private static TestPki renew(
      Path folder, PkiOptions options, Instant now, FolderLock lock, SecureRandom random)
      throws IOException {
    // Read again: another process may have made them while this one waited.
    Optional<ServerPart> server = readServer(folder, options, now);
    Optional<ClientPart> clients = readClients(folder, now);
    Renewal renewal = new Renewal(folder, options, now, random);
    renewal.write(server.isEmpty(), clients.isEmpty());
    return new TestPki(
        folder,
        options,
        lock,
        random,
        server.or(() -> readServer(folder, options, now)).orElseThrow(),
        clients.or(() -> readClients(folder, now)).orElseThrow());
  }

  private static Optional<ServerPart> readServer(Path folder, PkiOptions options, Instant now) {
    return SealedFiles.read(folder, ServerPart.SEAL)
        .flatMap(files -> ServerPart.from(files, options, now));
  }

  private static Optional<ClientPart> readClients(Path folder, Instant now) {
    return SealedFiles.read(folder, ClientPart.SEAL).flatMap(files -> ClientPart.from(files, now));
  }

  private static List<X509Certificate> anchors(ClientPart clients, List<X509Certificate> declared) {
    List<X509Certificate> anchors = new ArrayList<>(clients.authorities().values());
    anchors.addAll(declared);
    return List.copyOf(anchors);
  }

  /** Where the files are. */
  public Path directory() {
    return directory;
  }

  /** The PEM file of the server authority: what a software must trust. */
  public Path caPem() {
    return directory.resolve(ServerPart.AUTHORITY_PATH);
  }

  /** The server authority. */
  public X509Certificate serverAuthority() {
    return server.authority();
  }

  /**
   * A key store in memory with one entry, password {@link #PASSWORD}.
   *
   * @param address where its revocation is told, for an identity that says so
   */
  public KeyStore serverKeyStore(ServerIdentity identity, String address) {
    return identity.isRevocable()
        ? revocation().keyStore(identity, address)
        : serverKeyStore(identity);
  }

  /** What is told of the revocation of our servers. */
  public synchronized Revocation revocation() {
    if (revocation == null) {
      revocation =
          new Revocation(
              server.operators(),
              server.authority(),
              server.chain(ServerIdentity.GOOD).get(0),
              new CertificateForge(random));
    }
    return revocation;
  }

  /** A key store in memory with one entry, password {@link #PASSWORD}. */
  public KeyStore serverKeyStore(ServerIdentity identity) {
    return KeyStores.holding("server", server.key(), server.chain(identity));
  }

  /** A trust store in memory for a client of the bench: the server authority alone. */
  public KeyStore serverTrustStore() {
    return KeyStores.trusting("socle", server.authority());
  }

  /** The authorities whose client certificates are accepted, extra ones included. */
  public List<X509Certificate> clientTrustAnchors() {
    return anchors;
  }

  /** The revocation lists of our client authorities: organisations, then persons. */
  public List<X509CRL> crls() {
    return clients.crls();
  }

  /** The standard identities, made or not, good ones first. Makes none. */
  public List<ClientProfile> clients() {
    return Arrays.stream(StandardClient.values())
        .map(
            client ->
                new ClientProfile(
                    client.clientName(),
                    DistinguishedName.of(client, options.cardHolder()).getName(),
                    client.description(),
                    client.good(),
                    ClientFiles.in(directory, client.clientName())))
        .toList();
  }

  /**
   * An identity by its name, made now if nobody asked for it before.
   *
   * @throws IllegalArgumentException if no standard identity has this name
   * @throws UncheckedIOException if it cannot be written
   */
  public ClientIdentity client(String name) {
    return Arrays.stream(StandardClient.values())
        .filter(client -> client.clientName().equals(name))
        .findFirst()
        .map(this::client)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Identité cliente « "
                        + name
                        + " » inconnue ; il y a : "
                        + String.join(", ", clients().stream().map(ClientProfile::name).toList())
                        + "."));
  }

  /** A standard identity, made now if nobody asked for it before. */
  public ClientIdentity client(StandardClient client) {
    return opened.computeIfAbsent(
        client.clientName(), name -> readOrIssue(name, part -> issuer().issue(client, part)));
  }

  /**
   * A certificate of the CPS card of a professional, made now if nobody asked for it before. The
   * holder is known by the national identifier.
   */
  public ClientIdentity card(CardHolder holder, CardUse use) {
    String name = "cps-" + holder.nationalId().replaceAll("[^A-Za-z0-9]", "-") + "-" + use.label();
    return opened.computeIfAbsent(
        name, key -> readOrIssue(key, part -> issuer().issueCard(key, part, holder, use)));
  }

  /** Makes several identities side by side, so that their files exist when this returns. */
  public void prepare(Collection<StandardClient> wanted) {
    wanted.parallelStream().forEach(this::client);
  }

  /** A reserve of keys for the services that sign, kept beside the certificates. */
  public KeyReserve keyReserve() {
    return new KeyReserve(directory, lock, random);
  }

  /** Whether a chain presented in a handshake may authenticate a client, and why not. */
  public ClientCertificateVerdict judge(X509Certificate[] chain, Instant now) {
    return judge.judge(List.of(chain), now);
  }

  /**
   * The holder of the card that a chain is of, when an authority of the user's own issued it and
   * nothing but its use speaks against it.
   */
  public Optional<CardHolder> foreignHolder(List<X509Certificate> chain, Instant now) {
    if (declared.isEmpty() || chain.isEmpty()) {
      return Optional.empty();
    }
    ClientCertificateVerdict verdict = judge.judge(chain, now);
    boolean signing = verdict.reason() == ClientCertificateVerdict.Reason.NOT_CLIENT;
    return (verdict.accepted() || signing)
            && judge.authority(chain).filter(declared::contains).isPresent()
        ? CardHolder.of(chain.get(0))
        : Optional.empty();
  }

  /** A trust manager that refuses a client certificate when {@link #judge} does. */
  public X509ExtendedTrustManager clientTrustManager(Clock clock) {
    return new ClientTrust(judge, anchors, clock);
  }

  private ClientIssuer issuer() {
    return new ClientIssuer(random, options.cardHolder());
  }

  private ClientIdentity readOrIssue(String name, Issue issue) {
    ClientPart known = clients;
    if (known.has(name)) {
      return known.identity(name);
    }
    Map<String, byte[]> made = issue.from(known);
    try {
      return lock.holding(
          () -> {
            // Another thread or process may have written this identity, or others, meanwhile.
            SealedFiles onDisk =
                SealedFiles.read(directory, ClientPart.SEAL)
                    .filter(files -> sameAuthorities(files, known))
                    .orElseThrow(() -> new IOException("Ces certificats ont été refaits."));
            ClientPart current = known.with(onDisk);
            if (!current.has(name)) {
              current = known.with(onDisk.with(ClientPart.SEAL, made));
            }
            clients = current;
            return current.identity(name);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(
          "L'identité cliente "
              + name
              + " ne peut pas être écrite dans "
              + directory
              + " : vérifiez ses droits, l'espace disque, et qu'aucun autre banc n'a refait ce dossier"
              + " (redémarrez alors celui-ci).",
          e);
    }
  }

  private static boolean sameAuthorities(SealedFiles files, ClientPart known) {
    return Arrays.stream(ClientRange.values())
        .map(ClientRange::keyPath)
        .allMatch(
            path -> files.has(path) && Arrays.equals(files.bytes(path), known.files().bytes(path)));
  }

  /** Issues the files of one identity. */
  private interface Issue {
    Map<String, byte[]> from(ClientPart part);
  }
}
