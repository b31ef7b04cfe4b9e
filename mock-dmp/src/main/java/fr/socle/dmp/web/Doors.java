package fr.socle.dmp.web;

import fr.socle.bench.http.Concerned;
import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.Served;
import org.jspecify.annotations.Nullable;

/** The web site beside the services, on one listener: told apart by the path. */
public final class Doors implements HttpEndpoint {
  private final HttpEndpoint services;
  private final WebAccess web;

  /** Both doors. */
  public Doors(HttpEndpoint services, WebAccess web) {
    this.services = services;
    this.web = web;
  }

  private HttpEndpoint of(IncomingRequest request) {
    return request.path().startsWith(WebAccess.PATH) ? web : services;
  }

  @Override
  public Served serve(IncomingRequest request, RequestFaults faults) {
    return of(request).serve(request, faults);
  }

  @Override
  public @Nullable String transactionOf(IncomingRequest request) {
    return of(request).transactionOf(request);
  }

  @Override
  public Concerned concerned(IncomingRequest request) {
    return of(request).concerned(request);
  }

  @Override
  public Served tooLarge(IncomingRequest request) {
    return of(request).tooLarge(request);
  }
}
