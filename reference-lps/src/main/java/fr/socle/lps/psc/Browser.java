package fr.socle.lps.psc;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.lps.reseau.Answer;
import fr.socle.lps.reseau.Wire;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * The user's web browser, reduced to what a login needs: it keeps cookies and follows redirects. It
 * presents no certificate. Its cookies last as long as this object, as those of a browser left
 * open.
 */
final class Browser {

  private static final int LONGEST_WALK = 20;
  private static final Pattern PICTURE = Pattern.compile("<img\\s+src=\"([^\"]+)\"");
  // The page of the login that its own script leaves for this link
  private static final Pattern LEFT_BY_ITSELF =
      Pattern.compile("<a\\s+id=\"suite\"\\s+href=\"([^\"]+)\"");

  private final Wire wire;

  Browser(SSLContext tls, Duration patience) {
    this.wire = Wire.of(tls, patience, new CookieManager());
  }

  /**
   * Opens an address and follows redirects to the page the user sees.
   *
   * @throws Wire.Unreachable when an address of the walk does not answer
   * @throws PscFailure when the walk never ends
   */
  Answer open(URI address) throws Wire.Unreachable, PscFailure, InterruptedException {
    URI next = address;
    for (int step = 0; step < LONGEST_WALK; step++) {
      Answer answer = wire.send(asked(next));
      if (answer.status() < 300 || answer.status() > 399 || answer.location().isEmpty()) {
        return shown(answer);
      }
      next = target(next, answer.location().get());
    }
    throw new PscFailure("La page de connexion de Pro Santé Connect tourne en rond. Réessayez.");
  }

  /** A page as it is drawn: its pictures are fetched, and a page that is left by itself is left. */
  private Answer shown(Answer answer) throws Wire.Unreachable, PscFailure, InterruptedException {
    if (!answer.contentType().equals("text/html")) {
      return answer;
    }
    String page = new String(answer.body(), UTF_8);
    Matcher pictures = PICTURE.matcher(page);
    while (pictures.find()) {
      wire.send(asked(target(answer.uri(), plain(pictures.group(1)))));
    }
    Matcher left = LEFT_BY_ITSELF.matcher(page);
    return left.find() ? wire.send(asked(target(answer.uri(), plain(left.group(1))))) : answer;
  }

  private static HttpRequest asked(URI address) {
    return HttpRequest.newBuilder(address).header("Accept", "text/html, */*").build();
  }

  private static String plain(String attribute) {
    return attribute.replace("&quot;", "\"").replace("&amp;", "&");
  }

  private static URI target(URI from, String location) throws PscFailure {
    try {
      URI target = from.resolve(location);
      if ("http".equals(target.getScheme()) || "https".equals(target.getScheme())) {
        return target;
      }
    } catch (IllegalArgumentException e) {
      // falls through: an address no browser could open
    }
    throw new PscFailure(
        "La page de connexion de Pro Santé Connect renvoie à une adresse que le navigateur ne peut"
            + " pas ouvrir.");
  }
}
