package fr.socle.bench.spi;

import fr.socle.bench.client.api.SpaceDescriptor.ClientDescription;
import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.session.SessionEndpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A service in one space. All methods may be called from several threads. */
public interface ServiceInstance extends AutoCloseable {
  /** Door of a listener named in {@link MockService#listeners()}. */
  HttpEndpoint endpoint(String listener);

  /** Door of a listener that speaks a protocol of lines. */
  default SessionEndpoint sessions(String listener) {
    throw new IllegalArgumentException("no listener of lines " + listener);
  }

  /** Addresses for {@code bench.json}, by name. */
  Map<String, String> urls();

  /** Relying parties to show in {@code bench.json}. */
  default List<ClientDescription> clients() {
    return List.of();
  }

  /** Commands and state of the service in the control API, under {@code services/<name>/}. */
  List<ControlOperation<?, ?>> operations();

  /** Makes everything held older. */
  void age(Duration by);

  /** Forgets what a scenario announced for its window, which has just closed. */
  default void windowClosed() {}

  /** Forgets everything that was not there when the space was opened. */
  void reset();

  /** Deletes what the store keeps of the space, which is deleted. Called after {@link #close}. */
  default void forgotten() {}

  @Override
  void close();
}
