package fr.socle.bench.exchange;

import fr.socle.bench.check.CheckBook;
import fr.socle.bench.fault.FaultPlan;
import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.http.TlsFacts;
import fr.socle.bench.journal.Journal;
import fr.socle.bench.session.SessionEndpoint;
import fr.socle.bench.session.SessionLink;
import fr.socle.bench.spi.ListenerSpec;
import fr.socle.bench.stub.StubOverlay;
import fr.socle.bench.wire.Arrival;
import fr.socle.bench.wire.Conversation;
import fr.socle.bench.wire.Intake;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One listener of a space, seen from inside: where its requests go and how they are judged. */
public final class Door implements Intake {
  private final Hall hall;
  private final ListenerSpec spec;
  private final String address;
  private final @Nullable HttpEndpoint endpoint;
  private final @Nullable SessionEndpoint sessions;
  private final @Nullable Path spools;
  private final Judges judges;

  /**
   * What the doors of a space share.
   *
   * @param spaceId the space
   * @param attendance who is in it
   * @param faults faults armed
   * @param stubs stubs loaded
   * @param journal where exchanges are written
   * @param reception who is told of the certificates of clients, their own first, before their
   *     request is served
   * @param clock wall clock
   */
  public record Hall(
      String spaceId,
      Attendance attendance,
      FaultPlan faults,
      StubOverlay stubs,
      Journal journal,
      Consumer<List<X509Certificate>> reception,
      Clock clock) {}

  /**
   * A door.
   *
   * @param hall the space
   * @param spec its listener
   * @param address its address, without path
   * @param endpoint where requests go
   * @param checks how they are judged
   */
  public Door(
      Hall hall, ListenerSpec spec, String address, HttpEndpoint endpoint, CheckBook checks) {
    this.hall = hall;
    this.spec = spec;
    this.address = address;
    this.endpoint = endpoint;
    this.sessions = null;
    this.spools = null;
    this.judges = new Judges(checks);
  }

  /**
   * A door to a service that speaks a protocol of lines.
   *
   * @param hall the space
   * @param spec its listener
   * @param sessions where connections go
   * @param checks how exchanges are judged
   * @param spools where large bytes wait
   */
  public Door(
      Hall hall, ListenerSpec spec, SessionEndpoint sessions, CheckBook checks, Path spools) {
    this.hall = hall;
    this.spec = spec;
    this.address = "";
    this.endpoint = null;
    this.sessions = sessions;
    this.spools = spools;
    this.judges = new Judges(checks);
  }

  @Override
  public Conversation converse(SessionLink link) {
    SessionEndpoint service = sessions;
    Path where = spools;
    if (service == null || where == null) {
      throw new IllegalStateException(spec.name() + " speaks HTTP");
    }
    return new SessionTalk(this, service, link, where);
  }

  /** Tells the space who comes, when somebody shows a certificate. */
  void receive(TlsFacts tls) {
    if (!tls.clientChain().isEmpty()) {
      hall.reception().accept(tls.clientChain());
    }
  }

  Attendance attendance() {
    return hall.attendance();
  }

  @Override
  public Arrival arrive() {
    return new Visit(this, hall.attendance().enter(), hall.clock().instant());
  }

  String spaceId() {
    return hall.spaceId();
  }

  ListenerSpec spec() {
    return spec;
  }

  String address() {
    return address;
  }

  HttpEndpoint endpoint() {
    HttpEndpoint http = endpoint;
    if (http == null) {
      throw new IllegalStateException(spec.name() + " does not speak HTTP");
    }
    return http;
  }

  Judges judges() {
    return judges;
  }

  FaultPlan faults() {
    return hall.faults();
  }

  StubOverlay stubs() {
    return hall.stubs();
  }

  Journal journal() {
    return hall.journal();
  }

  Clock clock() {
    return hall.clock();
  }
}
