package fr.socle.bench.control;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may call: on loopback, only those who name the bench by a loopback name (a page of another
 * site that made its own name point here does not); with a token, only those who present it.
 *
 * <p>Programs present the token as {@code Authorization: Bearer}; a browser, which cannot, as the
 * password of basic authentication.
 */
final class Guard implements Handler {
  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?");

  private final boolean loopback;
  private final byte @Nullable [] token;

  Guard(boolean loopback, @Nullable String token) {
    this.loopback = loopback;
    this.token = token == null ? null : digest(token);
  }

  @Override
  public void handle(Context context) {
    String host = context.header("Host");
    if (loopback && (host == null || !LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches())) {
      throw new ControlRefusal(
          403,
          "hote-refuse",
          "Le banc n'écoute que cette machine : appelez-le par localhost ou 127.0.0.1.");
    }
    if (token != null && !MessageDigest.isEqual(token, digest(presented(context)))) {
      context.res().addHeader("WWW-Authenticate", "Bearer realm=\"Socle\"");
      context.res().addHeader("WWW-Authenticate", "Basic realm=\"Socle\", charset=\"UTF-8\"");
      throw new ControlRefusal(
          401,
          "jeton-refuse",
          "Présentez le jeton du banc (SOCLE_TOKEN) : Authorization: Bearer <jeton>.");
    }
  }

  private static String presented(Context context) {
    String authorization = context.header("Authorization");
    if (authorization == null) {
      return "";
    }
    if (authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return authorization.substring(7).trim();
    }
    if (authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
      try {
        byte[] pair = Base64.getDecoder().decode(authorization.substring(6).trim());
        String text = new String(pair, StandardCharsets.UTF_8);
        return text.substring(text.indexOf(':') + 1);
      } catch (IllegalArgumentException e) {
        return "";
      }
    }
    return "";
  }

  /** Digests are compared, so that the time taken tells nothing of the token, not even its size. */
  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
