package fr.socle.psc.service;

import fr.socle.psc.service.SigningKeys.SigningKey;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Keys that the spaces of a bench share, made ahead so that no request waits for one: the key to
 * encrypt for, and those that faults need. A space has none of them of its own: making a key is the
 * most variable part of a start. Thread-safe.
 */
public final class SpareKeys {
  private final Supplier<KeyPair> maker;
  private final FutureTask<SigningKey> encryption = new FutureTask<>(this::make);
  private final FutureTask<SigningKey> stranger = new FutureTask<>(this::make);
  private final FutureTask<SigningKey> weak = new FutureTask<>(SpareKeys::makeWeak);
  private FutureTask<SigningKey> next = new FutureTask<>(this::make);
  private boolean begun;

  /**
   * None made yet.
   *
   * @param maker gives RSA key pairs, never one twice; called from several threads
   */
  public SpareKeys(Supplier<KeyPair> maker) {
    this.maker = maker;
  }

  /**
   * Has them made in the background, once.
   *
   * @param urgent what has to be made first
   */
  void prepareAfter(Future<?> urgent) {
    FutureTask<SigningKey> spare;
    synchronized (this) {
      if (begun) {
        return;
      }
      begun = true;
      spare = next;
    }
    inBackground(
        () -> {
          try {
            Object unused = urgent.get();
          } catch (ExecutionException e) {
            return; // whoever asks for that key is told why
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
          }
          encryption.run();
          stranger.run();
          spare.run();
          weak.run();
        });
  }

  /**
   * The key that clients encrypt request objects for. Not one that signs: OpenID Connect Core 1.0,
   * 10.2 wants different keys.
   */
  SigningKey encryption() {
    return taken(encryption);
  }

  /** A key that is published nowhere, always the same. */
  SigningKey stranger() {
    return taken(stranger);
  }

  /** A key of 1024 bits, too short for RFC 7518 3.3, always the same. */
  SigningKey weak() {
    return taken(weak);
  }

  /** A key that nobody has had; the one after it is made meanwhile. */
  SigningKey fresh() {
    FutureTask<SigningKey> spare;
    synchronized (this) {
      spare = next;
      next = new FutureTask<>(this::make);
      inBackground(next);
    }
    return taken(spare);
  }

  /** A key that is there, or that another thread makes, or that this one makes now. */
  static SigningKey taken(FutureTask<SigningKey> key) {
    key.run();
    try {
      return key.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a key was made", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  static void inBackground(Runnable task) {
    Thread background = new Thread(task, "psc-signing-key");
    background.setDaemon(true);
    background.start();
  }

  private SigningKey make() {
    return SigningKeys.named(maker.get(), "RS256");
  }

  private static SigningKey makeWeak() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(1024);
      return SigningKeys.named(generator.generateKeyPair(), "RS256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has RSA", e);
    }
  }
}
