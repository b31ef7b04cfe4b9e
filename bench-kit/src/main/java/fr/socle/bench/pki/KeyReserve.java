package fr.socle.bench.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * RSA 2048 key pairs for the services that sign, each handed out once. Making one is the most
 * variable part of a start, so those of a former start serve again, in the same order, and when
 * they are used up the next one is made before anybody asks for it. Who asks while others wait
 * makes his own, so that nobody waits for more than one. Thread-safe.
 */
public final class KeyReserve implements Supplier<KeyPair>, AutoCloseable {
  static final String SEAL = "reserve.sceau";
  static final int KEPT = 32;

  private static final Logger LOG = LoggerFactory.getLogger(KeyReserve.class);

  private final Path folder;
  private final FolderLock lock;
  private final RsaKeys keys;
  private final Deque<byte[]> kept;
  private final Object writing = new Object();
  private @Nullable CompletableFuture<KeyPair> ahead;
  private @Nullable CompletableFuture<KeyPair> before;
  private boolean closed;

  KeyReserve(Path folder, FolderLock lock, SecureRandom random) {
    this.folder = folder;
    this.lock = lock;
    this.keys = new RsaKeys(random);
    this.kept = new ArrayDeque<>(read().contents().values());
    prepare();
  }

  /** Key pairs made on demand, none kept. */
  public static Supplier<KeyPair> unkept() {
    return new RsaKeys(new SecureRandom())::one;
  }

  /** The next key pair; waits for it to be made when nothing is in reserve. */
  @Override
  public KeyPair get() {
    KeyPair old = fromReserve();
    if (old != null) {
      return old;
    }
    CompletableFuture<KeyPair> promised = fresh();
    return promised == null ? make() : promised.join();
  }

  private synchronized @Nullable KeyPair fromReserve() {
    byte[] pem = kept.poll();
    prepare();
    return pem == null ? null : pair(pem);
  }

  /** The one that is made ahead; none while it has to wait for another itself. */
  private synchronized @Nullable CompletableFuture<KeyPair> fresh() {
    if (before != null && !before.isDone()) {
      return null;
    }
    CompletableFuture<KeyPair> taken = ahead == null ? made() : ahead;
    before = taken;
    ahead = taken.thenApplyAsync(pair -> make(), KeyReserve::inBackground);
    return taken;
  }

  private synchronized void prepare() {
    if (kept.isEmpty() && ahead == null) {
      ahead = made();
    }
  }

  private CompletableFuture<KeyPair> made() {
    return CompletableFuture.supplyAsync(this::make, KeyReserve::inBackground);
  }

  // Not the common pool, whose few threads others may hold
  private static void inBackground(Runnable task) {
    Thread thread = new Thread(task, "cle-de-reserve");
    thread.setDaemon(true);
    thread.start();
  }

  private KeyPair make() {
    KeyPair pair = keys.one();
    synchronized (writing) {
      if (!closed) {
        keep(pair);
      }
    }
    return pair;
  }

  /** A key that cannot be kept is good all the same. */
  private void keep(KeyPair pair) {
    try {
      lock.holding(
          () -> {
            SealedFiles before = read();
            int count = before.contents().size();
            return count < KEPT
                ? before.with(SEAL, Map.of(path(count + 1), Pem.of(pair.getPrivate())))
                : before;
          });
    } catch (IOException | UncheckedIOException e) {
      LOG.warn(
          "Une clé de signature n'a pas été gardée dans {} : vérifiez ses droits et l'espace disque.",
          folder,
          e);
    }
  }

  /** Writes nothing any more; waits for what is being written. */
  @Override
  public void close() {
    synchronized (writing) {
      closed = true;
    }
  }

  private SealedFiles read() {
    return SealedFiles.read(folder, SEAL)
        .orElseGet(() -> new SealedFiles(folder, "reserve", Map.of()));
  }

  private static String path(int number) {
    return String.format("reserve/%02d-key.pem", number);
  }

  private static KeyPair pair(byte[] pem) {
    try {
      RSAPrivateCrtKey key = (RSAPrivateCrtKey) Pem.privateKey(pem);
      return new KeyPair(
          KeyFactory.getInstance("RSA")
              .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())),
          key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Clé de réserve illisible.", e);
    }
  }
}
