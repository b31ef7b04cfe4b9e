package fr.socle.lps.psc;

import fr.socle.lps.reseau.Answer;
import fr.socle.lps.reseau.Wire;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/**
 * The user's web browser, reduced to what a login needs: it keeps cookies and follows redirects. It
 * presents no certificate. Its cookies last as long as this object, as those of a browser left
 * open.
 */
final class Browser {

  private static final int LONGEST_WALK = 20;

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
      Answer answer =
          wire.send(HttpRequest.newBuilder(next).header("Accept", "text/html, */*").build());
      if (answer.status() < 300 || answer.status() > 399 || answer.location().isEmpty()) {
        return answer;
      }
      next = target(next, answer.location().get());
    }
    throw new PscFailure("La page de connexion de Pro Santé Connect tourne en rond. Réessayez.");
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
