package fr.socle.essais.dmp;

import java.util.function.Consumer;

/**
 * One message that nobody should send.
 *
 * @param name what it is, for people
 * @param attempt sends it
 * @param seen asserts what its sender sees
 */
record DmpBadInput(String name, Attempt attempt, Consumer<DmpReply> seen) {
  /** Sends it once. */
  @FunctionalInterface
  interface Attempt {
    DmpReply send() throws Exception;
  }

  @Override
  public String toString() {
    return name;
  }
}
