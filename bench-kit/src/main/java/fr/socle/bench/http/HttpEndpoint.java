package fr.socle.bench.http;

/**
 * One listener's door into a service. Called from several threads at once, one request a thread; it
 * may block. Anything it throws is an error of the bench, answered 500 and journaled as such, never
 * called the LPS's fault.
 */
public interface HttpEndpoint {
  /**
   * Answers one request.
   *
   * @param request the request
   * @param faults faults armed for this exchange; what is taken is written in the journal
   */
  Served serve(IncomingRequest request, RequestFaults faults);
}
