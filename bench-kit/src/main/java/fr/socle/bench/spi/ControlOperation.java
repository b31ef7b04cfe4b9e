package fr.socle.bench.spi;

import java.util.function.Function;

/**
 * One operation of a service in the control API: {@code <method>
 * /control/v1/spaces/{id}/services/<service>/<name>}.
 *
 * @param <I> record read from the body; {@link Void} without body
 * @param <O> record written in the answer; {@link Void} for an empty answer
 * @param method {@code GET} or {@code POST}
 * @param name last part of the path, such as {@code state} or {@code next-login}
 * @param summary what it does, for the OpenAPI document, English
 * @param input type of the body
 * @param output type of the answer
 * @param run the operation; throws {@link InvalidControlRequestException} for a bad input
 * @param kept whether what it does belongs to the space and not to a scenario: its inputs are then
 *     given again, in order, when a kept space is opened again
 */
public record ControlOperation<I, O>(
    String method,
    String name,
    String summary,
    Class<I> input,
    Class<O> output,
    Function<I, O> run,
    boolean kept) {

  /** An operation that is forgotten with the process. */
  public ControlOperation(
      String method,
      String name,
      String summary,
      Class<I> input,
      Class<O> output,
      Function<I, O> run) {
    this(method, name, summary, input, output, run, false);
  }

  /** The same operation, kept. */
  public ControlOperation<I, O> andKept() {
    return new ControlOperation<>(method, name, summary, input, output, run, true);
  }

  /** The same operation, carried out otherwise. */
  public ControlOperation<I, O> running(Function<I, O> other) {
    return new ControlOperation<>(method, name, summary, input, output, other, kept);
  }
}
