package fr.socle.essais.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.By.cssSelector;

import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.essais.ClientTls;
import fr.socle.essais.InsiMessage;
import fr.socle.essais.SocleProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** The page a developer keeps open beside his software. */
class ConsolePageTest {
  @TempDir private Path folder;

  @Test
  void showsAnExchangeWithItsFindingsAsItArrives() throws Exception {
    try (SocleProcess socle = SocleProcess.up(folder.resolve("banc"));
        Chromium browser = Chromium.start(Files.createDirectory(folder.resolve("profil")))) {
      browser.width(1280).open(socle.console().toString());
      browser.until(() -> browser.find("#etat").getText().equals("À l'écoute."));
      assertThat(browser.all("#echanges li")).isEmpty();
      browser.script("window.samePage = true");

      SpaceDescriptor space = socle.space();
      search(space, socle.client().createPatient(space.id(), new PatientRequest("nom-compose")));
      browser.until(() -> !browser.visible("#echanges li").isEmpty());
      WebElement shown = browser.find("#echanges li");

      assertThat(browser.script("return window.samePage === true"))
          .as("the page was not loaded again")
          .isEqualTo(true);
      assertThat(shown.findElement(cssSelector("h3")).getText())
          .isEqualTo("#1 INSi WS_INS2 POST /lps 500");
      assertThat(shown.getDomAttribute("class")).isEqualTo("bloquant");
      assertThat(shown.findElement(cssSelector("p.bloquant")).getText())
          .contains("Sexe", "Trouvé : ", "attendu : ", "Règle INSI-");
      for (int width : new int[] {390, 1280}) {
        browser.fits(width);
      }
      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.requests())
          .isNotEmpty()
          .allMatch(address -> address.startsWith(socle.console().toString()) || isData(address));
    }
  }

  private static boolean isData(String address) {
    return address.startsWith("data:");
  }

  /** A search whose elements are not in the order of the schema. */
  private static void search(SpaceDescriptor space, Patient patient) throws Exception {
    HttpClient http =
        HttpClient.newBuilder().sslContext(ClientTls.context(space, "insi-auto")).build();
    String message =
        new InsiMessage(space, "insi-auto")
            .search(patient)
            .replaceFirst("(<r:Sexe>.*</r:Sexe>)(<r:DateNaissance>.*</r:DateNaissance>)", "$2$1");
    http.send(
        HttpRequest.newBuilder(URI.create(space.urls().get("insi.certificate")))
            .header("Content-Type", InsiMessage.contentType(InsiMessage.ACTION))
            .POST(BodyPublishers.ofString(message))
            .build(),
        BodyHandlers.discarding());
  }
}
