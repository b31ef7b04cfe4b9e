package fr.socle.psc.proxy.service;

import fr.socle.psc.service.SpaceTime;
import fr.socle.psc.service.Unguessable;
import java.time.Clock;
import java.util.List;

/** The Proxy e-Santé of one space: what it holds and its desks. Thread-safe. */
public final class EsanteProxy {
  private final ProxySettings settings;
  private final Softwares softwares;
  private final ProxySessions sessions;
  private final Traces traces = new Traces();
  private final Relay relay;
  private final ConnectDesk connect;
  private final TokenKeeper tokens;

  /**
   * Opens in a space.
   *
   * @param preset softwares known from the beginning
   * @param psc Pro Santé Connect
   * @param apis authorization servers of the APIs
   * @param clock wall clock
   * @param pause lets time pass between two polls
   */
  public EsanteProxy(
      ProxySettings settings,
      SpaceTime time,
      Unguessable unguessable,
      List<Software> preset,
      PscAccess psc,
      ApiAccess apis,
      Clock clock,
      Pause pause) {
    this.settings = settings;
    this.relay = new Relay(settings.relay());
    this.softwares = new Softwares(preset);
    this.sessions = new ProxySessions(time, unguessable, settings.session());
    this.connect = new ConnectDesk(softwares, sessions, psc, clock, pause);
    this.tokens = new TokenKeeper(apis, psc, sessions, time);
  }

  /** Settings. */
  public ProxySettings settings() {
    return settings;
  }

  /** The editor's proxy that may stand in its place. */
  public Relay relay() {
    return relay;
  }

  /** Softwares. */
  public Softwares softwares() {
    return softwares;
  }

  /** Sessions. */
  public ProxySessions sessions() {
    return sessions;
  }

  /** Traces. */
  public Traces traces() {
    return traces;
  }

  /** {@code /connect} and {@code /disconnect}. */
  public ConnectDesk connect() {
    return connect;
  }

  /** Tokens for {@code /send}. */
  public TokenKeeper tokens() {
    return tokens;
  }

  /** Forgets everything that was not there at the beginning. */
  public void reset() {
    sessions.reset();
    softwares.reset();
    traces.reset();
    relay.reset();
  }
}
