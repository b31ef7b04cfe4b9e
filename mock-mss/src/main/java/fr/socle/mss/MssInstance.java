package fr.socle.mss;

import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.session.SessionEndpoint;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.ServiceInstance;
import fr.socle.mss.service.MailQueue;
import fr.socle.mss.service.MailStore;
import fr.socle.mss.service.Routing;
import fr.socle.mss.service.SessionGuard;
import fr.socle.mss.service.WhiteList;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** The mail in one space. */
final class MssInstance implements ServiceInstance {
  private final Rooms rooms;
  private final Map<String, SessionEndpoint> doors;
  private final Map<String, String> urls;
  private final List<ControlOperation<?, ?>> operations;

  /**
   * What is behind the doors.
   *
   * @param store mailboxes
   * @param whiteList the white list
   * @param directory the directory
   * @param queue what is still to be delivered
   * @param routing what greylisting knows
   * @param guard what sessions live on
   * @param timer runs what is due
   */
  record Rooms(
      MailStore store,
      WhiteList whiteList,
      DirectoryRooms directory,
      MailQueue queue,
      Routing routing,
      SessionGuard guard,
      ExecutorService timer) {}

  MssInstance(
      Rooms rooms,
      Map<String, SessionEndpoint> doors,
      Map<String, String> urls,
      List<ControlOperation<?, ?>> operations) {
    this.rooms = rooms;
    this.doors = Map.copyOf(doors);
    this.urls = Map.copyOf(urls);
    this.operations = List.copyOf(operations);
  }

  @Override
  public HttpEndpoint endpoint(String listener) {
    if (!listener.equals(DirectoryRooms.WEB)) {
      throw new IllegalArgumentException("no listener " + listener);
    }
    return rooms.directory().web();
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
    rooms.queue().age(by);
    rooms.routing().age(by);
    rooms.guard().age(by);
  }

  @Override
  public void reset() {
    rooms.store().clear();
    rooms.whiteList().clear();
    rooms.routing().clear();
    rooms.directory().clear();
  }

  @Override
  public void forgotten() {
    rooms.store().clear();
  }

  @Override
  public void close() {
    rooms.directory().close();
    rooms.timer().shutdownNow();
  }
}
