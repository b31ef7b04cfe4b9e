package fr.socle.psc.proxy.protocol;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.psc.proxy.service.ConnectRequest;
import fr.socle.psc.proxy.service.ProxySession;
import fr.socle.psc.proxy.service.Trace;
import fr.socle.psc.proxy.service.Traces;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was asked of the proxy in its traces.
 *
 * @param traces the traces
 * @param clock wall clock
 */
record TraceWriter(Traces traces, Clock clock) {

  /** A trace of a call of a living session. */
  void write(
      Trace.Type type,
      IncomingRequest request,
      ProxySession session,
      Trace.@Nullable ApiRequest call) {
    ConnectRequest known =
        new ConnectRequest(session.nationalId(), null, session.software().clientId(), null);
    write(type, request, known, session, call);
  }

  /** A trace; what the session knows is truer than what the request says. */
  void write(
      Trace.Type type,
      IncomingRequest request,
      ConnectRequest asked,
      @Nullable ProxySession session,
      Trace.@Nullable ApiRequest call) {
    String nationalId = session == null ? asked.nationalId() : session.nationalId();
    traces.add(
        new Trace(
            type,
            session == null ? asked.clientId() : session.software().clientId(),
            nationalId == null ? "" : nationalId,
            request.peer().address(),
            List.of(request.peer().port()),
            session == null ? null : session.id(),
            session == null ? null : session.sessionState(),
            request
                .tls()
                .clientCertificate()
                .map(one -> one.getSubjectX500Principal().getName())
                .orElse(null),
            clock.instant(),
            call));
  }
}
