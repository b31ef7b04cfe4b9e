package fr.socle.bench.exchange;

import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.Served;
import fr.socle.bench.pki.Revocation;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where the revocation of the certificates of servers is told: a list, and OCSP (RFC 6960). */
public final class RevocationEndpoint implements HttpEndpoint {
  private static final String LIST = "IGC LCR";
  private static final String OCSP = "IGC OCSP";

  // Certificates are issued late: their library costs more to load than a start
  private final Supplier<Revocation> revocation;
  private final Clock clock;

  /** Tells what the authority of these certificates says at the time of the clock. */
  public RevocationEndpoint(Supplier<Revocation> revocation, Clock clock) {
    this.revocation = revocation;
    this.clock = clock;
  }

  @Override
  public Served serve(IncomingRequest request, RequestFaults faults) {
    String transaction = transactionOf(request);
    boolean get = request.method().equals("GET");
    if (LIST.equals(transaction) && get) {
      return told(LIST, "application/pkix-crl", revocation.get().list(clock.instant()));
    }
    if (OCSP.equals(transaction) && (get || request.method().equals("POST"))) {
      byte[] question = get ? inPath(request.path()) : request.body();
      return told(
          OCSP, "application/ocsp-response", revocation.get().status(question, clock.instant()));
    }
    String reason =
        "Il n'y a ici qu'une liste de révocation ("
            + Revocation.LIST_PATH
            + ") et un répondeur OCSP ("
            + Revocation.RESPONDER_PATH
            + ").";
    return Served.refused(
        Answer.text(404, "text/plain; charset=utf-8", reason + "\n"), new Refusal("404", reason));
  }

  private static Served told(String transaction, String type, byte[] body) {
    return new Served(
        new Answer(200, Headers.none(), body).with("Content-Type", type),
        transaction,
        null,
        Map.of("octets", body.length),
        null);
  }

  // RFC 6960 appendix A.1: base64, then escaped as the path of an address is
  private static byte[] inPath(String path) {
    try {
      String written = path.substring(Revocation.RESPONDER_PATH.length() + 1);
      return Base64.getDecoder()
          .decode(URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return new byte[0];
    }
  }

  @Override
  public @Nullable String transactionOf(IncomingRequest request) {
    String path = request.path();
    if (path.equals(Revocation.LIST_PATH)) {
      return LIST;
    }
    return path.equals(Revocation.RESPONDER_PATH)
            || path.startsWith(Revocation.RESPONDER_PATH + "/")
        ? OCSP
        : null;
  }
}
