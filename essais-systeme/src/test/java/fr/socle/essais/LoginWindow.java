package fr.socle.essais;

import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.NextLogin;
import fr.socle.bench.client.api.NextPhone;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.ProfessionalRequest;
import fr.socle.bench.client.api.PscState;
import fr.socle.bench.client.api.PscState.PhoneRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A window of a space in which one doctor logs in, with what the bench disturbs and sees there. */
final class LoginWindow implements AutoCloseable {
  private final BenchClient bench;
  private final SpaceDescriptor space;
  private final Window window;
  private final Professional doctor;
  private boolean closed;

  private LoginWindow(
      BenchClient bench, SpaceDescriptor space, Window window, Professional doctor) {
    this.bench = bench;
    this.space = space;
    this.window = window;
    this.doctor = doctor;
  }

  /** Opens it with a doctor who accepts whatever login is asked. */
  static LoginWindow open(BenchClient bench, SpaceDescriptor space, String name) {
    Window window = bench.openWindow(space.id(), name);
    Professional doctor = bench.createProfessional(space.id(), new ProfessionalRequest("medecin"));
    LoginWindow login = new LoginWindow(bench, space, window, doctor);
    login.announce("accepter");
    return login;
  }

  /** Who logs in. */
  Professional doctor() {
    return doctor;
  }

  /** Where. */
  SpaceDescriptor space() {
    return space;
  }

  /** What the doctor does at the next login pages. */
  void announce(String behaviour) {
    bench.nextLogin(space.id(), new NextLogin(doctor.nationalId(), behaviour));
  }

  /**
   * What the doctor does when his phone is asked.
   *
   * @param afterSeconds how long he takes; null for no time
   */
  void onPhone(String behaviour, @Nullable Integer afterSeconds) {
    bench.nextPhone(space.id(), new NextPhone(doctor.nationalId(), behaviour, afterSeconds, null));
  }

  /** What his phone was asked last. */
  PhoneRequest lastAsked() {
    List<PhoneRequest> asked = bench.pscState(space.id()).phone();
    return asked.get(asked.size() - 1);
  }

  /** Disturbs Pro Santé Connect until the window closes. */
  void arm(String fault, Map<String, String> parameters) {
    bench.armFault(space.id(), new FaultRequest("psc", fault, parameters, null, null));
  }

  /** Disturbs one answer of Pro Santé Connect. */
  void armOnce(String fault) {
    bench.armFault(space.id(), new FaultRequest("psc", fault, Map.of(), 1, null));
  }

  /** Makes sessions, codes and tokens older. */
  void age(Duration by) {
    bench.age(space.id(), by);
  }

  /**
   * Exchanges of the window so far; one that ended without an answer, such as a refused handshake,
   * may still be on its way to the journal.
   */
  List<Exchange> exchanges() {
    return bench.exchanges(space.id(), window.openedAtCursor(), window.id()).exchanges();
  }

  /** Their transactions. */
  List<String> transactions() {
    return exchanges().stream().map(Exchange::transaction).toList();
  }

  /** Whether a fault was played. */
  boolean struck(String fault) {
    return exchanges().stream().anyMatch(exchange -> exchange.faults().contains(fault));
  }

  /** Sessions of the doctor that began in this window and live at Pro Santé Connect. */
  List<PscState.Session> livingSessions() {
    return begunHere(bench.pscState(space.id())).filter(PscState.Session::active).toList();
  }

  private Stream<PscState.Session> begunHere(PscState state) {
    return state.sessions().stream()
        .filter(session -> session.nationalId().equals(doctor.nationalId()))
        .filter(session -> !session.startedAt().isBefore(window.openedAt()));
  }

  /** Relying parties told of the end of those sessions, oldest first. */
  List<PscState.LogoutNotice> logoutNotices() {
    PscState state = bench.pscState(space.id());
    Set<String> his = begunHere(state).map(PscState.Session::id).collect(Collectors.toSet());
    return state.logouts().stream().filter(told -> his.contains(told.sessionId())).toList();
  }

  /** Closes the window and gives the codes of what the bench refused in it. */
  List<String> refusals() {
    end();
    return exchanges().stream()
        .filter(exchange -> exchange.refusal() != null)
        .map(exchange -> exchange.refusal().code())
        .toList();
  }

  /** Closes the window and gives the rules broken in it, those of its exchanges included. */
  List<String> brokenRules() {
    List<Finding> findings = new ArrayList<>(end());
    exchanges().forEach(exchange -> findings.addAll(exchange.findings()));
    return findings.stream().map(Finding::rule).distinct().toList();
  }

  @Override
  public void close() {
    if (!closed) {
      end();
    }
  }

  private List<Finding> end() {
    closed = true;
    return bench.closeWindow(space.id(), window.id()).findings();
  }
}
