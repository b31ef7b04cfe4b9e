package fr.socle.mss;

import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.session.SessionEndpoint;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.ServiceInstance;
import fr.socle.mss.service.MailStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The mail in one space. */
final class MssInstance implements ServiceInstance {
  private final MailStore store;
  private final Map<String, SessionEndpoint> doors;
  private final Map<String, String> urls;
  private final MssDesk desk;

  MssInstance(
      MailStore store, Map<String, SessionEndpoint> doors, Map<String, String> urls, MssDesk desk) {
    this.store = store;
    this.doors = Map.copyOf(doors);
    this.urls = Map.copyOf(urls);
    this.desk = desk;
  }

  @Override
  public HttpEndpoint endpoint(String listener) {
    throw new IllegalArgumentException("no listener " + listener);
  }

  @Override
  public SessionEndpoint sessions(String listener) {
    SessionEndpoint door = doors.get(listener);
    if (door == null) {
      throw new IllegalArgumentException("no listener " + listener);
    }
    return door;
  }

  @Override
  public Map<String, String> urls() {
    return urls;
  }

  @Override
  public List<ControlOperation<?, ?>> operations() {
    return desk.operations();
  }

  @Override
  public void age(Duration by) {
    // Nothing held here expires.
  }

  @Override
  public void reset() {
    store.clear();
  }

  @Override
  public void forgotten() {
    store.clear();
  }

  @Override
  public void close() {
    // Holds no resource.
  }
}
