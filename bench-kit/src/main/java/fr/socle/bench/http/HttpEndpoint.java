package fr.socle.bench.http;

import fr.socle.bench.client.api.Refusal;
import org.jspecify.annotations.Nullable;

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

  /**
   * The transaction a request seems to be, told before anything is done with it: from its target,
   * its headers, a word of its body. Lets a fault that is restricted to a transaction strike
   * instead of the service, and names the transaction in the journal then. It changes nothing and
   * throws nothing.
   *
   * @return the transaction as in {@link Served#transaction()}, null when it cannot be told
   */
  default @Nullable String transactionOf(IncomingRequest request) {
    return null;
  }

  /**
   * Whom a request seems to concern, told before anything is done with it: lets a fault that is
   * restricted to somebody strike. Asked only while such a fault is armed. It changes nothing and
   * throws nothing.
   */
  default Concerned concerned(IncomingRequest request) {
    return Concerned.NOBODY;
  }

  /**
   * The answer to a request whose body is larger than the listener takes; its body is not here. In
   * the words of the service, so that a client of the service can read it.
   */
  default Served tooLarge(IncomingRequest request) {
    String reason =
        "Le corps de la requête dépasse ce que ce port accepte : envoyez un message plus petit.";
    return Served.refused(
        Answer.text(413, "text/plain; charset=utf-8", reason + "\n"), new Refusal("413", reason));
  }
}
