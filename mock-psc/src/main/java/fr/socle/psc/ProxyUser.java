package fr.socle.psc;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.bench.client.api.ProxyCallAnswer;
import fr.socle.bench.client.api.ProxyCallRequest;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Headers;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.psc.outgoing.CallFailure;
import fr.socle.psc.outgoing.OutgoingCall;
import fr.socle.psc.outgoing.OutgoingCalls;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Calls the listener of the proxy over its wire as a software would, for a test that cannot reach
 * it: its calls are exchanges like any other's.
 */
final class ProxyUser {
  private static final String COOKIE = "proxy_session_id";
  private static final Pattern SET = Pattern.compile("^" + COOKIE + "=([^;]*)");
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  private final String address;
  private final OutgoingCalls calls;

  ProxyUser(String address, OutgoingCalls calls) {
    this.address = address;
    this.calls = calls;
  }

  ProxyCallAnswer call(ProxyCallRequest asked) {
    OutgoingCall call =
        new OutgoingCall(null, method(asked), target(asked), headers(asked), body(asked));
    try {
      Answer answer = calls.send(call);
      return new ProxyCallAnswer(answer.status(), cookie(answer), new String(answer.body(), UTF_8));
    } catch (CallFailure failure) {
      throw new InvalidControlRequestException(
          "proxy-sans-reponse",
          "Le proxy de l'espace n'a pas répondu : " + failure.getMessage() + ".");
    }
  }

  private static String method(ProxyCallRequest asked) {
    String method = asked.method().toUpperCase(Locale.ROOT);
    if (!METHODS.contains(method)) {
      throw new InvalidControlRequestException(
          "methode-inconnue", "method est l'une de : " + String.join(", ", METHODS) + ".");
    }
    return method;
  }

  private URI target(ProxyCallRequest asked) {
    try {
      if (asked.target().startsWith("/")) {
        return URI.create(address + asked.target());
      }
    } catch (IllegalArgumentException e) {
      // told below, with what starts otherwise
    }
    throw new InvalidControlRequestException(
        "chemin-illisible", "target est un chemin, tel que /connect ou /send/insi/lps.");
  }

  private static Headers headers(ProxyCallRequest asked) {
    Headers headers = new Headers(List.of());
    String cookie = asked.cookie();
    if (cookie != null) {
      headers = headers.with("Cookie", COOKIE + "=" + cookie);
    }
    String type = asked.contentType();
    return type == null ? headers : headers.with("Content-Type", type);
  }

  private static byte[] body(ProxyCallRequest asked) {
    String body = asked.body();
    return body == null ? new byte[0] : body.getBytes(UTF_8);
  }

  private static @Nullable String cookie(Answer answer) {
    return answer.headers().all("Set-Cookie").stream()
        .map(SET::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .reduce((first, last) -> last)
        .orElse(null);
  }
}
