package fr.socle.mss;

import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.session.SessionEndpoint;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.ServiceInstance;
import fr.socle.mss.service.MailStore;
import fr.socle.mss.service.WhiteList;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The mail in one space. */
final class MssInstance implements ServiceInstance {
  private final MailStore store;
  private final Map<String, SessionEndpoint> doors;
  private final Map<String, String> urls;
  private final WhiteList whiteList;
  private final DirectoryRooms directory;
  private final List<ControlOperation<?, ?>> operations;

  MssInstance(
      MailStore store,
      WhiteList whiteList,
      DirectoryRooms directory,
      Map<String, SessionEndpoint> doors,
      Map<String, String> urls,
      List<ControlOperation<?, ?>> operations) {
    this.store = store;
    this.whiteList = whiteList;
    this.directory = directory;
    this.doors = Map.copyOf(doors);
    this.urls = Map.copyOf(urls);
    this.operations = List.copyOf(operations);
  }

  @Override
  public HttpEndpoint endpoint(String listener) {
    if (!listener.equals(DirectoryRooms.WEB)) {
      throw new IllegalArgumentException("no listener " + listener);
    }
    return directory.web();
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
    return operations;
  }

  @Override
  public void age(Duration by) {
    // Nothing held here expires.
  }

  @Override
  public void reset() {
    store.clear();
    whiteList.clear();
    directory.clear();
  }

  @Override
  public void forgotten() {
    store.clear();
  }

  @Override
  public void close() {
    directory.close();
  }
}
