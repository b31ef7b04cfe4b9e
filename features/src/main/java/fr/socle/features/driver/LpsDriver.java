package fr.socle.features.driver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Makes one instance of the software under test (LPS) do what a user asks.
 *
 * <p>A driver belongs to one instance of the LPS, hence to one space. It is used by one scenario at
 * a time: its methods are never called by two threads at once, but successive calls may come from
 * different threads. {@link #close} is called once, from any thread, after the last action.
 */
public interface LpsDriver extends AutoCloseable {

  /**
   * What the driver can do. Asked once at the start of a run; the answer may be kept.
   *
   * @throws DriverFailedException if the driver does not answer, or outside its contract
   */
  Capabilities capabilities();

  /**
   * Makes the LPS do one action and waits until it is done, refused or failed.
   *
   * @param action name of the action, such as {@code creer-dossier}
   * @param input its input, as the schema of the action says
   * @return what the user then sees
   * @throws ActionNotImplementedException if the LPS does not do it or the driver cannot make it
   * @throws DriverFailedException if the driver is dead, too slow or outside its contract; nothing
   *     may then be said of the LPS
   */
  ActionAnswer perform(String action, ObjectNode input);

  /**
   * The picture of the screen after the action that {@link #perform} last answered, when the driver
   * offers one. Asked apart, so that what it takes is no time of the action.
   */
  default Optional<Picture> picture() {
    return Optional.empty();
  }

  /** Frees what the driver holds; the LPS itself keeps running. */
  @Override
  default void close() {}
}
