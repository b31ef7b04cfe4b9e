package fr.socle.essais.hostile;

import fr.socle.bench.client.api.Exchange.Kind;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * One thing that nobody should send to one listener.
 *
 * @param name what it is, for people
 * @param listener the listener it is sent to
 * @param attempt how it is sent
 * @param seen asserts what its sender sees: the answer, the words of TLS, or nothing
 * @param kept what the journal keeps of it
 */
record BadInput(String name, String listener, Attempt attempt, Consumer<String> seen, Kept kept) {

  /** Sends it once and tells what came back. */
  @FunctionalInterface
  interface Attempt {
    String send() throws IOException;
  }

  /**
   * What the journal keeps.
   *
   * @param kind what it was in the end
   * @param status HTTP status, null without answer
   * @param refusal code of the refusal, null when it was served
   */
  record Kept(Kind kind, Integer status, String refusal) {
    static Kept http(int status, String refusal) {
      return new Kept(Kind.HTTP, status, refusal);
    }

    static Kept connection(Integer status, String refusal) {
      return new Kept(Kind.CONNECTION, status, refusal);
    }

    static Kept handshake(String refusal) {
      return new Kept(Kind.HANDSHAKE, null, refusal);
    }
  }

  @Override
  public String toString() {
    return name + " -> " + listener;
  }
}
