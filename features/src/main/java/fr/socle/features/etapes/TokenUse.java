package fr.socle.features.etapes;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.RawExchange;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which calls present a token that was there before: those that use a session which should be over.
 * A LPS without a session may well go to the login page by itself, come back with a code and use
 * the tokens that this code gives it: they are tokens of a new session.
 */
final class TokenUse {
  private static final Pattern BEARER =
      Pattern.compile("(?im)^authorization:[ \\t]*bearer[ \\t]+([^\\s]+)");
  private static final Pattern ACCESS_TOKEN =
      Pattern.compile("(?:^|[?&\\s])access_token=([^&\\s]+)");
  private static final Pattern REFRESH_TOKEN =
      Pattern.compile("(?:^|[?&\\s])refresh_token=([^&\\s]+)");
  private static final Pattern GIVEN =
      Pattern.compile("\"(?:access_token|refresh_token)\"\\s*:\\s*\"([^\"]+)\"");

  private TokenUse() {}

  /**
   * Calls for tokens and for professional data that present a token given before them all.
   *
   * @param since exchanges since the moment from which no older token may serve, in order
   * @param raw reads the bytes of an exchange
   */
  static List<Exchange> ofOlderTokens(List<Exchange> since, Function<Exchange, RawExchange> raw) {
    Set<String> fresh = new HashSet<>();
    List<Exchange> older = new ArrayList<>();
    for (Exchange exchange : since) {
      boolean tokens = LoginView.TOKEN.equals(exchange.transaction());
      if (!tokens && !LoginView.USERINFO.equals(exchange.transaction())) {
        continue;
      }
      RawExchange bytes = raw.apply(exchange);
      String request = new String(bytes.request(), UTF_8);
      Optional<String> presented =
          tokens
              ? first(REFRESH_TOKEN, request)
              : first(BEARER, request).or(() -> first(ACCESS_TOKEN, request));
      if (presented.isPresent() && !fresh.contains(presented.get())) {
        older.add(exchange);
      } else if (tokens) {
        Matcher given = GIVEN.matcher(new String(bytes.response(), UTF_8));
        while (given.find()) {
          fresh.add(given.group(1));
        }
      }
    }
    return older;
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find()
        ? Optional.of(URLDecoder.decode(matcher.group(1), UTF_8))
        : Optional.empty();
  }
}
