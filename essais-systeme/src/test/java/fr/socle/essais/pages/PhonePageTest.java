package fr.socle.essais.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.ProfessionalRequest;
import fr.socle.bench.client.api.PscState;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.essais.ClientTls;
import fr.socle.essais.PscLogin;
import fr.socle.essais.SocleProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** A person with the simulated phone of Pro Santé Connect in a real browser. */
class PhonePageTest {
  @TempDir private static Path folder;
  private static SocleProcess socle;
  private static Chromium browser;

  private BenchClient bench;
  private SpaceDescriptor space;
  private Professional doctor;
  private String phone;

  @BeforeAll
  static void start() throws Exception {
    socle = SocleProcess.up(folder.resolve("banc"));
    browser = Chromium.start(Files.createDirectory(folder.resolve("profil")));
  }

  @AfterAll
  static void stop() {
    browser.close();
    socle.close();
  }

  @BeforeEach
  void takePhone() {
    bench = socle.client();
    space = socle.space();
    bench.reset(space.id());
    doctor = bench.createProfessional(space.id(), new ProfessionalRequest("medecin"));
    phone = space.urls().get("psc.phone") + "?identifiant=" + doctor.nationalId();
  }

  @Test
  void showsTheNumberOfALoginAskedWhileItIsOpen() throws Exception {
    browser.width(390).open(phone);
    assertThat(browser.text()).contains("Aucune demande de connexion n'attend.");

    askForALogin();
    browser.until(() -> browser.text().contains("demande une connexion"));

    browser.fits(390);
    assertThat(browser.find("form strong").getText()).isEqualTo("42");
    assertThat(browser.text()).contains("« lps-demo »", "42", "application e-CPS");
    assertThat(browser.visible("button")).hasSize(3);
    for (WebElement button : browser.visible("button")) {
      assertThat(button.getRect().getX()).isNotNegative();
      assertThat(button.getRect().getX() + button.getRect().getWidth()).isLessThanOrEqualTo(390);
      assertThat(button.getRect().getHeight()).as("a finger's size").isGreaterThanOrEqualTo(40);
    }
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void acceptsWithAFinger() throws Exception {
    askForALogin();
    browser.width(390).open(phone);
    browser.find("button[value=accepter]").click();
    browser.until(() -> browser.text().contains("Connexion acceptée"));

    assertThat(last().status()).isEqualTo("acceptee");
  }

  @Test
  void tellsThatTheNumbersDiffer() throws Exception {
    askForALogin();
    browser.width(390).open(phone);
    browser.find("button[value=autre-numero]").click();
    browser.until(() -> browser.text().contains("Le nombre ne correspondait pas"));

    assertThat(last().status()).isEqualTo("autre-numero");
  }

  @Test
  void letsOneChooseWhosePhoneItIs() {
    browser.width(390).open(space.urls().get("psc.phone"));
    browser.fits(390);
    browser.find("#identifiant").sendKeys(doctor.nationalId());
    browser.find("button").click();
    browser.until(() -> browser.text().contains("Aucune demande de connexion n'attend."));

    assertThat(browser.text()).contains(doctor.nationalId());
  }

  private void askForALogin() throws Exception {
    HttpClient http = HttpClient.newBuilder().sslContext(ClientTls.anonymous(space)).build();
    JsonNode answer =
        new ObjectMapper()
            .readTree(
                http.send(
                        HttpRequest.newBuilder(URI.create(space.urls().get("psc.ciba")))
                            .header("Authorization", new PscLogin(space, http).basic())
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(
                                BodyPublishers.ofString(
                                    "scope=openid%20scope_all&acr_values=eidas1&binding_message=42"
                                        + "&login_hint="
                                        + doctor.nationalId()))
                            .build(),
                        BodyHandlers.ofByteArray())
                    .body());
    assertThat(answer.has("auth_req_id")).as(answer.toString()).isTrue();
  }

  private PscState.PhoneRequest last() {
    var requests = bench.pscState(space.id()).phone();
    return requests.get(requests.size() - 1);
  }
}
