package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.features.run.Traffic;
import java.util.regex.Pattern;

/**
 * Who calls the end of a session: the browser that is sent there, or the server of the LPS (psc.md
 * 2.4). Both may use GET or POST (RP-Initiated Logout 1.0, 2).
 */
final class LogoutCall {
  // The cookie of the provider's session is in the browser alone, and only a browser says of itself
  // from which site it comes (W3C Fetch Metadata): the fetch of a server writes Sec-Fetch-Mode too.
  private static final Pattern BROWSER =
      Pattern.compile(
          "\\A[^\\r\\n]*(?:\\r\\n[^\\r\\n]+)*?\\r\\n"
              + "(?i:cookie:[^\\r\\n]*\\bPSC_SESSION_|sec-fetch-site:)");

  private LogoutCall() {}

  /** Whether it is the end of a session that a browser asks for. */
  static boolean byBrowser(Traffic traffic, Exchange exchange) {
    return is(exchange) && traffic.requestHolds(exchange, BROWSER);
  }

  /** Whether a server asks for it: a GET without the marks of a browser may be of either. */
  static boolean byServer(Traffic traffic, Exchange exchange) {
    return is(exchange)
        && "POST".equals(exchange.method())
        && !traffic.requestHolds(exchange, BROWSER);
  }

  private static boolean is(Exchange exchange) {
    return EndOfSessionExpectations.LOGOUT.equals(exchange.transaction());
  }
}
