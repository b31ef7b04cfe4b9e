package fr.socle.essais.pages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.ProfessionalRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.essais.RelyingPartyProcess;
import fr.socle.essais.SocleProcess;
import fr.socle.essais.SpringService;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/**
 * A doctor with two activities, with a real browser, from a service that nobody here wrote the
 * login of (Spring Security) to the page of Pro Santé Connect and back: she says who she is there,
 * and under which activity she works here, since no claim tells it.
 */
class ChosenActivityTest {
  @TempDir private Path folder;

  @Test
  void thePersonLogsInAtProSanteConnectThenChoosesOneOfHerActivities() throws Exception {
    Path data = folder.resolve("banc");
    try (SocleProcess socle = SocleProcess.up(data);
        Chromium browser = Chromium.start(Files.createDirectory(folder.resolve("profil")))) {
      BenchClient bench = socle.client();
      SpaceDescriptor space = socle.space();
      Professional doctor =
          bench.createProfessional(space.id(), new ProfessionalRequest("medecin-deux-activites"));
      assertThat(doctor.structures()).hasSize(2);
      Files.createDirectory(folder.resolve("service"));
      try (RelyingPartyProcess service =
          SpringService.start(space, data.resolve("bench.json"), folder.resolve("service"))) {
        browser.width(390).open(service.page("activites"));
        assertThat(browser.text()).contains("Qui se connecte ?");
        browser.find("input[name=personne][value='" + doctor.nationalId() + "']").click();
        browser.find("button[value=accepter]").click();
        browser.until(() -> browser.text().contains("Où exercez-vous"));

        browser.fits(390);
        assertThat(browser.visible("button"))
            .extracting(WebElement::getText)
            .containsExactlyElementsOf(doctor.structures());

        browser.visible("button").get(1).click();
        browser.until(() -> browser.text().contains("Vous exercez à"));
        assertThat(browser.text()).contains(doctor.structures().get(1));
      }
    }
  }
}
