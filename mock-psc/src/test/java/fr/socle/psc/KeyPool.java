package fr.socle.psc;

import fr.socle.bench.pki.KeyReserve;
import java.security.KeyPair;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Five RSA key pairs made once for all the tests: making one takes longer than any test. */
final class KeyPool {
  private static final List<KeyPair> PAIRS = Stream.generate(KeyReserve.unkept()).limit(5).toList();

  private KeyPool() {}

  static Supplier<KeyPair> inTurn() {
    AtomicInteger next = new AtomicInteger();
    return () -> PAIRS.get(next.getAndIncrement() % PAIRS.size());
  }
}
