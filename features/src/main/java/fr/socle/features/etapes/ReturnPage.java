package fr.socle.features.etapes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fr.socle.bench.client.api.Exchange;
import fr.socle.features.run.ScenarioRun;
import io.cucumber.java.fr.Quand;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of the LPS that a login comes back to, opened again as a browser does. */
public final class ReturnPage {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Pattern LOCATION =
      Pattern.compile("(?im)^Location: (https?://\\S+[?&]code=\\S+)\\s*$");

  private final ScenarioRun scenario;

  /** Built for each scenario. */
  public ReturnPage(ScenarioRun scenario) {
    this.scenario = scenario;
  }

  /** The address of the last return is opened a second time, code and state included. */
  @Quand("le navigateur du médecin rouvre la page de retour de la connexion")
  public void openAgain() {
    Optional<URI> address = last();
    scenario.requirePlayable(
        address.isPresent(),
        "La connexion n'est pas revenue au LPS par une adresse qu'un navigateur peut rouvrir.");
    scenario.requireCovered(
        opens(address.orElseThrow()),
        "La page de retour du LPS ne répond qu'à son navigateur : elle ne peut pas être rouverte"
            + " d'ici.");
  }

  private Optional<URI> last() {
    List<Exchange> pages =
        scenario.bench().exchanges().stream()
            .filter(
                exchange ->
                    LoginView.AUTHORIZE.equals(exchange.transaction())
                        || LoginView.PAGE.equals(exchange.transaction()))
            .toList();
    Optional<URI> found = Optional.empty();
    for (Exchange page : pages) {
      Matcher location =
          LOCATION.matcher(new String(scenario.bench().raw(page).response(), ISO_8859_1));
      if (location.find()) {
        found = Optional.of(URI.create(location.group(1)));
      }
    }
    return found;
  }

  private static boolean opens(URI address) {
    try {
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .build()
          .send(
              HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.discarding());
      return true;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
