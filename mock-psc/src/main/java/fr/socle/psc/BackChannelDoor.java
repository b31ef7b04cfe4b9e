package fr.socle.psc;

import fr.socle.bench.http.Concerned;
import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.Served;
import fr.socle.psc.exchange.protocol.ApiEndpoint;
import fr.socle.psc.sharing.protocol.SharingEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * The back channel listener: the APIs and context sharing where a path is one of theirs, else Pro
 * Santé Connect itself.
 *
 * @param psc Pro Santé Connect
 * @param apis the APIs
 * @param sharing context sharing
 */
record BackChannelDoor(HttpEndpoint psc, ApiEndpoint apis, SharingEndpoint sharing)
    implements HttpEndpoint {

  @Override
  public Served serve(IncomingRequest request, RequestFaults faults) {
    return behind(request).serve(request, faults);
  }

  @Override
  public @Nullable String transactionOf(IncomingRequest request) {
    return behind(request).transactionOf(request);
  }

  @Override
  public Concerned concerned(IncomingRequest request) {
    return behind(request).concerned(request);
  }

  private HttpEndpoint behind(IncomingRequest request) {
    if (SharingEndpoint.serves(request.path())) {
      return sharing;
    }
    return apis.serves(request.path()) ? apis : psc;
  }
}
