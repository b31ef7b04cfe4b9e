package fr.socle.psc.exchange.protocol;

import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Header;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.psc.outgoing.CallFailure;
import fr.socle.psc.outgoing.Forwarding;
import fr.socle.psc.outgoing.OutgoingCall;
import fr.socle.psc.outgoing.OutgoingCalls;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands behind the guard of each API: the business service, reached by its address. */
public final class ApiUpstream {
  private final OutgoingCalls calls;
  private final Map<String, Target> targets;

  /**
   * The services behind the APIs.
   *
   * @param calls makes the calls
   * @param targets where they are, by API
   */
  public ApiUpstream(OutgoingCalls calls, Map<String, Target> targets) {
    this.calls = calls;
    this.targets = Map.copyOf(targets);
  }

  /**
   * A service.
   *
   * @param url its address, without trailing slash
   * @param identity client identity presented to it, null for none
   */
  public record Target(String url, @Nullable String identity) {}

  /** Whether something stands behind an API. */
  boolean serves(String api) {
    return targets.containsKey(api);
  }

  /**
   * Passes a call on; the API token stays at the guard.
   *
   * @param rest path and query behind the name of the API, beginning with a slash
   * @return the answer, or 502, 503, 504 when there is none
   */
  Answer pass(String api, String rest, IncomingRequest request) {
    Target target = targets.get(api);
    if (target == null) {
      return failure(503, "rien n'est derrière cette API");
    }
    Headers headers = Forwarding.without(request.headers(), "Authorization", "Cookie");
    try {
      return calls.send(
          new OutgoingCall(
              target.identity(),
              request.method(),
              URI.create(target.url() + rest),
              headers,
              request.body()));
    } catch (CallFailure e) {
      int status =
          switch (e.kind()) {
            case UNREACHABLE -> 503;
            case LATE -> 504;
            case BROKEN -> 502;
          };
      return failure(status, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      return failure(400, "adresse impossible à transmettre");
    }
  }

  private static Answer failure(int status, String why) {
    return Answer.text(
        status,
        "text/plain; charset=utf-8",
        "Le service derrière cette API ne répond pas : " + why + ".\n");
  }

  /** The header of an answer that a bearer is refused with, RFC 6750 3. */
  static Header challenge(String realm, String error, String description) {
    return new Header(
        "WWW-Authenticate",
        "Bearer realm=\""
            + realm
            + "\", error=\""
            + error
            + "\", error_description=\""
            + description
            + "\"");
  }
}
