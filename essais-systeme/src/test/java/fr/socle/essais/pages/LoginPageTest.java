package fr.socle.essais.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.ProfessionalRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.Window;
import fr.socle.essais.ClientTls;
import fr.socle.essais.PscLogin;
import fr.socle.essais.SocleProcess;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;

/** A person in front of the login page of Pro Santé Connect, with a real browser. */
class LoginPageTest {
  @TempDir private static Path folder;
  private static SocleProcess socle;
  private static Chromium browser;
  private static HttpServer lps;

  private BenchClient bench;
  private SpaceDescriptor space;
  private Window window;
  private Professional doctor;
  private String back;

  @BeforeAll
  static void start() throws Exception {
    socle = SocleProcess.up(folder.resolve("banc"));
    browser = Chromium.start(Files.createDirectory(folder.resolve("profil")));
    lps = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    lps.createContext(
        "/",
        call -> {
          byte[] page =
              "<!doctype html><title>LPS</title><p>Retour".getBytes(StandardCharsets.UTF_8);
          call.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          call.sendResponseHeaders(200, page.length);
          try (OutputStream body = call.getResponseBody()) {
            body.write(page);
          }
        });
    lps.start();
  }

  @AfterAll
  static void stop() {
    lps.stop(0);
    browser.close();
    socle.close();
  }

  @BeforeEach
  void openLoginPage() throws Exception {
    bench = socle.client();
    space = socle.space();
    window = bench.openWindow(space.id(), "page de connexion");
    doctor = bench.createProfessional(space.id(), new ProfessionalRequest("medecin"));
    back = "http://127.0.0.1:" + lps.getAddress().getPort() + "/retour";
    HttpClient http = HttpClient.newBuilder().sslContext(ClientTls.anonymous(space)).build();
    browser.width(390).open(new PscLogin(space, http).authorization(back) + "&prompt=login");
  }

  @AfterEach
  void closeWindow() {
    bench.closeWindow(space.id(), window.id());
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void isReadWithoutScrollingSideways(int width) {
    browser.fits(width);
    assertThat(browser.text()).contains("Qui se connecte ?", doctor.nationalId(), "Refuser");
    for (WebElement button : browser.visible("button")) {
      assertThat(button.getRect().getX()).isNotNegative();
      assertThat(button.getRect().getX() + button.getRect().getWidth()).isLessThanOrEqualTo(width);
      assertThat(button.getRect().getHeight()).as("a finger's size").isGreaterThanOrEqualTo(40);
    }
    assertThat(browser.visible("button")).hasSize(3);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void logsInThePersonThatWasChosen() {
    browser.find("input[name=personne][value='" + doctor.nationalId() + "']").click();
    browser.find("button[value=accepter]").click();
    browser.until(() -> browser.address().startsWith(back));

    assertThat(browser.address()).startsWith(back + "?").contains("code=", "state=");
    assertThat(browser.text()).isEqualTo("Retour");
    assertThat(last().transaction()).isEqualTo("PSC login");
    assertThat(last().decoded().toString()).contains(doctor.nationalId());
  }

  @Test
  void comesBackWithoutACodeWhenThePersonRefuses() {
    var before = bench.pscState(space.id()).sessions();
    browser.find("button[value=refuser]").click();
    browser.until(() -> browser.address().startsWith(back));

    assertThat(browser.address())
        .startsWith(back + "?")
        .contains("error=access_denied", "state=")
        .doesNotContain("code=");
    assertThat(last().transaction()).isEqualTo("PSC login");
    assertThat(bench.pscState(space.id()).sessions()).isEqualTo(before);
  }

  @Test
  void comesBackWithoutACodeWhenThePersonGivesUp() {
    browser.find("button[value=abandonner]").click();
    browser.until(() -> browser.address().startsWith(back));

    assertThat(browser.address()).contains("error=", "state=").doesNotContain("code=");
  }

  @Test
  void comesBackWithoutACodeWhenThePersonLetsThePageExpire() {
    bench.age(space.id(), Duration.ofHours(2));
    browser.find("input[name=personne][value='" + doctor.nationalId() + "']").click();
    browser.find("button[value=accepter]").click();
    browser.until(() -> browser.address().startsWith(back));

    assertThat(browser.address())
        .contains("error=temporarily_unavailable", "authentication_expired", "state=")
        .doesNotContain("code=");
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void saysLegiblyWhatIsWrongWithADemand(int width) {
    String unknown = space.urls().get("psc.authorization") + "?client_id=" + "inconnu-".repeat(20);
    browser.open(unknown);

    browser.fits(width);
    assertThat(browser.find("[role=alert]").getText()).contains("inconnu-inconnu", "bench.json");
  }

  private Exchange last() {
    var exchanges = bench.exchanges(space.id(), window.openedAtCursor(), window.id()).exchanges();
    return exchanges.get(exchanges.size() - 1);
  }
}
